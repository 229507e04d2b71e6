package org.dosi.kernel.quality;

/// The spike test of a row without neighbours: one step that stands out from both of its sides.
///
/// A value is marked if it is higher (or lower) than both its neighbours in time by more than the scale's
/// least jump and by more than [#DEVIATIONS] robust standard deviations of the row's usual steps, if it
/// also stands out from all values within [#SHOULDER] steps, and if the two sides agree with each other
/// (their difference is less than half of the jump). A rally, a concert or a storm lasts for hours and has
/// shoulders: it is never marked. Conservative on purpose: a fault of several hours at a lone station is
/// left to the range and flat-line tests.
///
/// Source: QARTOD "spike" test (IOOS manuals), with the Hampel identifier's robust scale.
public final class LoneSpike {
    public static final double DEVIATIONS = 8;
    private static final int SHOULDER = 3;
    private static final int FEWEST_STEPS = 72;

    private LoneSpike() {}

    /// Marks the spikes of one row. O(steps).
    ///
    /// @param upOnly a sudden fall is natural (a road that is closed for an hour)
    public static void mark(double[] row, SpikeScale scale, boolean upOnly, int[] marks, int mask) {
        double[] x = scale.scaled(row);
        double[] scratch = new double[x.length];
        int count = 0;
        for (int t = 1; t < x.length; t++) {
            double step = Math.abs(x[t] - x[t - 1]);
            if (!Double.isNaN(step)) {
                scratch[count++] = step;
            }
        }
        if (count < FEWEST_STEPS) {
            return;
        }
        double limit = DEVIATIONS * Robust.MAD_TO_SIGMA * Robust.median(scratch, count);
        for (int t = 1; t + 1 < x.length; t++) {
            double before = x[t] - x[t - 1];
            double after = x[t] - x[t + 1];
            boolean peak = (before > limit && after > limit) || (!upOnly && before < -limit && after < -limit);
            if (peak && Math.abs(before - after) < Math.min(Math.abs(before), Math.abs(after)) / 2) {
                markIfAlone(row, t, scale.leastJump(), marks, mask);
            }
        }
    }

    private static void markIfAlone(double[] row, int t, double leastJump, int[] marks, int mask) {
        boolean up = row[t] > row[t - 1];
        double nearest = Double.POSITIVE_INFINITY;
        for (int o = Math.max(0, t - SHOULDER); o <= Math.min(row.length - 1, t + SHOULDER); o++) {
            if (o != t && !Double.isNaN(row[o])) {
                nearest = Math.min(nearest, up ? row[t] - row[o] : row[o] - row[t]);
            }
        }
        if (nearest >= leastJump) {
            marks[t] |= mask;
        }
    }
}
