package org.dosi.kernel.quality;

/// What a row usually shows about a time: the median, over a week, of the medians of its days.
///
/// A fault of up to three days does not move it; a change of season or of the instrument's offset does. A
/// block holds as many steps as a day; blocks with fewer than a quarter of their values have no median.
final class Baseline {
    /// Days on each side of the day at hand.
    private static final int BESIDE = 3;

    private Baseline() {}

    /// The baseline of each block of `block` steps, NaN where the week has no day with enough values.
    /// O(steps).
    static double[] of(double[] row, int block) {
        int blocks = (row.length + block - 1) / block;
        double[] median = new double[blocks];
        double[] scratch = new double[Math.max(block, 2 * BESIDE + 1)];
        for (int b = 0; b < blocks; b++) {
            int end = Math.min(row.length, (b + 1) * block);
            int count = 0;
            for (int t = b * block; t < end; t++) {
                if (!Double.isNaN(row[t])) {
                    scratch[count++] = row[t];
                }
            }
            median[b] = 4 * count >= block ? Robust.median(scratch, count) : Double.NaN;
        }
        return smooth(median, scratch);
    }

    private static double[] smooth(double[] median, double[] scratch) {
        double[] baseline = new double[median.length];
        for (int b = 0; b < median.length; b++) {
            int count = 0;
            for (int o = Math.max(0, b - BESIDE); o <= Math.min(median.length - 1, b + BESIDE); o++) {
                if (!Double.isNaN(median[o])) {
                    scratch[count++] = median[o];
                }
            }
            baseline[b] = Robust.median(scratch, count);
        }
        return baseline;
    }
}
