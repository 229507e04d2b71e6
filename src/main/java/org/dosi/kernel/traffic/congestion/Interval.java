package org.dosi.kernel.traffic.congestion;

import org.dosi.kernel.stat.Quantiles;

/// A figure with an interval of 95 %.
///
/// @param lower NaN where too few days were seen to tell
/// @param upper NaN where too few days were seen to tell
public record Interval(double value, double lower, double upper) {
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);

    private static final double TAIL = 0.025;

    /// The middle 95 % of what resamples gave (Efron's percentile interval).
    ///
    /// @param drawn empty where there was no resample
    static Interval of(double value, double[] drawn) {
        return new Interval(value, Quantiles.of(drawn, TAIL), Quantiles.of(drawn, 1 - TAIL));
    }
}
