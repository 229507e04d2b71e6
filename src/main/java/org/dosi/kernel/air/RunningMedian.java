package org.dosi.kernel.air;

import org.dosi.kernel.stat.Quantiles;

/// The centred running median: a single odd hour goes, an edge stays as steep as it is.
final class RunningMedian {

    private RunningMedian() {}

    /// The median of the finite values in the window about each hour, NaN where the hour's own value is
    /// missing: a gap stays a gap. O(hours × width).
    ///
    /// @param width odd
    static double[] of(double[] value, int width) {
        double[] smooth = value.clone();
        if (width == 1) {
            return smooth;
        }
        double[] scratch = new double[width];
        int half = width / 2;
        for (int h = 0; h < value.length; h++) {
            int count = 0;
            for (int o = Math.max(0, h - half); o <= Math.min(value.length - 1, h + half); o++) {
                if (Double.isFinite(value[o])) {
                    scratch[count++] = value[o];
                }
            }
            smooth[h] = Double.isFinite(value[h]) ? Quantiles.median(scratch, count) : Double.NaN;
        }
        return smooth;
    }
}
