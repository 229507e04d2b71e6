package org.dosi.kernel.traffic;

import java.util.Arrays;
import org.dosi.kernel.stat.Check;

/// What many detectors saw: one row for each datastream, one column for each step of one clock, without gaps in the
/// count of steps.
///
/// Days and slots are those of the local clock. Where it is put back a slot comes twice in a day, where it is put
/// forward one is skipped.
public final class Panel {
    private static final long DAY_S = 86_400;

    private final double[][] values;
    private final long[] localS;
    private final long stepS;

    /// @param values by datastream, then step; NaN where missing; kept, not copied
    /// @param localS the beginning of each step, seconds since 1970-01-01T00 by the local clock
    /// @param stepS seconds; a day is a whole number of steps
    /// @throws IllegalArgumentException if the rows are not as long as the clock, or the steps do not fill a day
    public Panel(double[][] values, long[] localS, long stepS) {
        Check.within(1, DAY_S, "seconds of a step", (double) stepS);
        if (DAY_S % stepS != 0) {
            throw new IllegalArgumentException("step: expected seconds that divide a day, found " + stepS);
        }
        for (double[] row : values) {
            Check.within(localS.length, localS.length, "values of a datastream", row.length);
        }
        this.values = values;
        this.localS = localS;
        this.stepS = stepS;
    }

    public int datastreams() {
        return values.length;
    }

    public int steps() {
        return localS.length;
    }

    /// NaN where missing.
    public double value(int datastream, int step) {
        return values[datastream][step];
    }

    /// The values of a datastream by step; not to be changed.
    public double[] values(int datastream) {
        return values[datastream];
    }

    public long stepSeconds() {
        return stepS;
    }

    public int slotsPerDay() {
        return (int) (DAY_S / stepS);
    }

    /// The beginning of a step, seconds since 1970-01-01T00 by the local clock.
    public long localS(int step) {
        return localS[step];
    }

    /// The step's place in its day: 0 begins at midnight.
    public int slot(int step) {
        return (int) (Math.floorMod(localS[step], DAY_S) / stepS);
    }

    /// Days since 1970-01-01 by the local clock.
    public long day(int step) {
        return Math.floorDiv(localS[step], DAY_S);
    }

    /// Other values on the same clock.
    ///
    /// @param others by datastream, then step; kept, not copied
    public Panel with(double[][] others) {
        return new Panel(others, localS, stepS);
    }

    /// The steps from one to before another, as a forecaster at that time has seen them.
    public Panel between(int from, int to) {
        double[][] part = new double[values.length][];
        for (int i = 0; i < part.length; i++) {
            part[i] = Arrays.copyOfRange(values[i], from, to);
        }
        return new Panel(part, Arrays.copyOfRange(localS, from, to), stepS);
    }
}
