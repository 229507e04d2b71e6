package org.dosi.kernel.air;

import org.dosi.kernel.stat.Check;

/// How much of what was measured over some hours is local, with an interval of 95 %.
///
/// The share is the sum of the local parts over the sum of the values. Its variance is that of the hours'
/// residuals `local − share × value`, correlated up to a day apart (Newey and West 1987, Econometrica 55,
/// 703-708), and never less than what the noise of the stations alone brings: a few hours that happen to
/// agree prove nothing. The interval says what other hours of the kind and other draws of the noise would
/// have given; an instrument that reads high all year is not in it.
///
/// @param share NaN where nothing was measured; may be negative
/// @param lower NaN where it cannot be known
/// @param upper likewise
/// @param mean local part of an hour, in the unit of the values
/// @param hours that were summed
public record LocalShare(double share, double lower, double upper, double mean, int hours) {
    /// Of the normal distribution, both sides.
    private static final double Z95 = 1.959963984540054;

    private static final int DAY = 24;
    private static final LocalShare NONE = new LocalShare(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);

    /// Whether the interval leaves zero out.
    public boolean isToldFromZero() {
        return lower > 0 || upper < 0;
    }

    /// The same seen from the other side: one less it.
    public double regional() {
        return 1 - share;
    }

    /// The share over the hours from `start` to `end`; hours with a NaN are left out. O(hours × 24).
    ///
    /// @param local by hour
    /// @param value by hour, what the local part is a part of
    /// @param noise by hour: the standard deviation that the stations' noise gives to `local`
    public static LocalShare of(double[] local, double[] value, double[] noise, int start, int end) {
        Check.sameLength("local", local, "value", value);
        Check.sameLength("local", local, "noise", noise);
        double parts = 0;
        double all = 0;
        int count = 0;
        for (int h = start; h < end; h++) {
            if (isKnown(local, value, h)) {
                parts += local[h];
                all += value[h];
                count++;
            }
        }
        if (count == 0 || all <= 0) {
            return NONE;
        }
        double share = parts / all;
        double[] residual = new double[end - start];
        double alone = 0;
        for (int h = start; h < end; h++) {
            if (isKnown(local, value, h)) {
                residual[h - start] = local[h] - share * value[h];
                alone += noise[h] * noise[h];
            }
        }
        double error = Math.sqrt(Math.max(neweyWest(residual, count), alone)) / all;
        return new LocalShare(share, share - Z95 * error, share + Z95 * error, parts / count, count);
    }

    private static boolean isKnown(double[] local, double[] value, int hour) {
        return Double.isFinite(local[hour]) && Double.isFinite(value[hour]);
    }

    /// The variance of the sum. Residuals of a fitted share are a little too small: n / (n - 1).
    private static double neweyWest(double[] residual, int count) {
        if (count < 2) {
            return Double.NaN;
        }
        int lags = Math.min(DAY, count / 4);
        double variance = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double together = 0;
            for (int h = lag; h < residual.length; h++) {
                together += residual[h] * residual[h - lag];
            }
            variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * together;
        }
        return Math.max(0, variance) * count / (count - 1);
    }
}
