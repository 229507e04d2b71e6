package org.dosi.kernel.quality;

import org.dosi.kernel.stat.Quantiles;

/// Medians, by selection and without garbage: the arrays handed in are scratch and are left in another
/// order.
final class Robust {
    /// Makes the median absolute deviation of a normal distribution equal its standard deviation (Hampel
    /// 1974).
    static final double MAD_TO_SIGMA = 1.4826;

    private Robust() {}

    /// The median of the first `count` finite numbers; of an even count the mean of the middle two; NaN of
    /// none.
    static double median(double[] scratch, int count) {
        return Quantiles.median(scratch, count);
    }

    /// The median absolute deviation from `centre`, scaled to a standard deviation.
    static double spread(double[] scratch, int count, double centre) {
        for (int i = 0; i < count; i++) {
            scratch[i] = Math.abs(scratch[i] - centre);
        }
        return MAD_TO_SIGMA * median(scratch, count);
    }
}
