package org.dosi.kernel.air;

import java.util.Arrays;
import org.dosi.kernel.stat.Quantiles;

/// How far one station's value of an hour strays from its neighbours in time, as a standard deviation that
/// grows with the level: `floor + slope × level`.
///
/// What changes from one hour to the next and back again holds the instrument's noise and any plume of an
/// hour, so it bounds the noise from above. It is measured by the second difference, whose variance is six
/// times that of white noise, robustly (median absolute value), once in the hours below the median level and
/// once in those above it; the line goes through both.
///
/// @param floor at level 0, in the unit of the values, at least 0
/// @param slope per unit of level, at least 0
public record StationNoise(double floor, double slope) {
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final double SECOND_DIFFERENCE = Math.sqrt(6);
    /// With fewer a line would be drawn through chance.
    private static final int FEWEST_FOR_A_LINE = 100;

    /// At a level of the network.
    public double at(double level) {
        return floor + slope * Math.max(0, level);
    }

    /// The noise of a station. O(hours log hours).
    ///
    /// @param value by hour, NaN where missing
    /// @param level of the network by hour
    /// @return NaN in both without three good hours in a row
    static StationNoise of(double[] value, double[] level) {
        double[] bend = new double[value.length];
        double[] at = new double[value.length];
        int count = 0;
        for (int h = 1; h + 1 < value.length; h++) {
            double second = value[h - 1] - level[h - 1] - 2 * (value[h] - level[h]) + value[h + 1] - level[h + 1];
            if (Double.isFinite(second)) {
                bend[count] = Math.abs(second);
                at[count++] = level[h];
            }
        }
        double middle = Quantiles.median(Arrays.copyOf(at, count), count);
        StationNoise constant = new StationNoise(sigma(bend, at, count, Double.NEGATIVE_INFINITY, middle, true), 0);
        if (count < FEWEST_FOR_A_LINE) {
            return constant;
        }
        double low = sigma(bend, at, count, Double.NEGATIVE_INFINITY, middle, false);
        double high = sigma(bend, at, count, middle, Double.POSITIVE_INFINITY, false);
        double lowLevel = levels(at, count, Double.NEGATIVE_INFINITY, middle);
        double highLevel = levels(at, count, middle, Double.POSITIVE_INFINITY);
        double slope = (high - low) / (highLevel - lowLevel);
        if (!(slope > 0) || middle <= 0) {
            return constant;
        }
        double floor = low - slope * lowLevel;
        return floor >= 0 ? new StationNoise(floor, slope) : new StationNoise(0, constant.floor() / middle);
    }

    private static double sigma(double[] bend, double[] at, int count, double above, double upTo, boolean all) {
        double[] some = new double[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (all || at[i] > above && at[i] <= upTo) {
                some[found++] = bend[i];
            }
        }
        return MAD_TO_SIGMA * Quantiles.median(some, found) / SECOND_DIFFERENCE;
    }

    private static double levels(double[] at, int count, double above, double upTo) {
        double[] some = Arrays.stream(at, 0, count)
                .filter(level -> level > above && level <= upTo)
                .toArray();
        return Quantiles.median(some, some.length);
    }
}
