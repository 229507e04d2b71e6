package org.dosi.kernel.traffic.congestion;

import java.util.Arrays;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.traffic.Panel;

/// The speed of traffic that nothing slows down, as the data themselves show it.
public enum FreeFlow {
    /// The 85th percentile of speeds in the hours of light traffic, 22 to 5 o'clock. On roads whose signals work by
    /// night too.
    NIGHT,
    /// The 85th percentile of speeds off the peaks: Monday to Friday 9 to 16 and 19 to 22 o'clock, weekends 6 to 22
    /// (FHWA, Urban Congestion Reports).
    OFF_PEAK,
    /// The 25th percentile of travel times, for highways (City of Toronto, `bdit_congestion`).
    TORONTO_HIGHWAY,
    /// The 10th percentile of travel times, for other streets (City of Toronto, `bdit_congestion`).
    TORONTO_STREET;

    /// With fewer a high percentile is a record, not a speed.
    static final int LEAST_VALUES = 20;

    private static final double HIGH = 0.85;
    private static final int HOUR_S = 3600;

    /// @return km/h, or as the panel has it; NaN where too few values were seen
    public double of(Panel speeds, int datastream) {
        double[] seen = new double[speeds.steps()];
        int size = 0;
        for (int step = 0; step < speeds.steps(); step++) {
            double speed = speeds.value(datastream, step);
            if (speed > 0 && isLight(speeds.day(step), Math.floorMod(speeds.localS(step), 24L * HOUR_S) / HOUR_S)) {
                seen[size++] = speed;
            }
        }
        if (size < LEAST_VALUES) {
            return Double.NaN;
        }
        return switch (this) {
            case NIGHT, OFF_PEAK -> Quantiles.select(seen, size, HIGH);
            case TORONTO_HIGHWAY -> ofTravelTimes(Arrays.copyOf(seen, size), 0.25);
            case TORONTO_STREET -> ofTravelTimes(Arrays.copyOf(seen, size), 0.10);
        };
    }

    private static double ofTravelTimes(double[] speeds, double share) {
        double[] times = Arrays.stream(speeds).map(speed -> 1 / speed).toArray();
        return 1 / Quantiles.select(times, times.length, share);
    }

    private boolean isLight(long epochDay, long hour) {
        return switch (this) {
            case NIGHT -> hour >= 22 || hour < 5;
            case OFF_PEAK ->
                DayPeriod.isWeekend(epochDay)
                        ? hour >= 6 && hour < 22
                        : (hour >= 9 && hour < 16) || (hour >= 19 && hour < 22);
            case TORONTO_HIGHWAY, TORONTO_STREET -> true;
        };
    }
}
