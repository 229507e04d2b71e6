package org.dosi.kernel.quality;

/// The spike test of counted traffic: one hour far above what this hour of the week usually holds.
///
/// The row is divided by its own profile (the median of each hour of the week, from at least
/// [#FEWEST_WEEKS] weeks) and by what the whole network does at that hour against its profiles (holidays,
/// floods). What is left must stand out upwards for one step, as in [LoneSpike]. Falls are never marked: a
/// road that empties for an hour is a closed road, and that is news.
///
/// Source: as [LoneSpike]; the profile is that of the Highways England / FHWA Traffic Monitoring Guide
/// validation of counts against same-weekday history.
public final class ProfileSpike {
    private static final int FEWEST_WEEKS = 3;

    private ProfileSpike() {}

    /// Marks the spikes of all rows. O(rows × steps).
    ///
    /// @param slotOfStep the hour of the week of each step, 0 to `slots - 1`
    /// @param scale a logarithmic scale
    public static void mark(double[][] rows, int[] slotOfStep, int slots, SpikeScale scale, int[][] marks, int mask) {
        int steps = slotOfStep.length;
        double[][] residual = new double[rows.length][];
        int[] order = stepsBySlot(slotOfStep, slots);
        double[] scratch = new double[Math.max(steps, rows.length)];
        for (int r = 0; r < rows.length; r++) {
            residual[r] = scale.scaled(rows[r]);
            subtractProfile(residual[r], order, slotOfStep, scratch);
        }
        for (int t = 0; t < steps; t++) {
            subtractNetwork(residual, t, scratch);
        }
        SpikeScale linear = new SpikeScale(Double.NaN, LEAST_FACTOR);
        for (int r = 0; r < rows.length; r++) {
            int[] found = new int[steps];
            LoneSpike.mark(residual[r], linear, true, found, 1);
            for (int t = 1; t + 1 < steps; t++) {
                boolean large = rows[r][t] - Math.max(rows[r][t - 1], rows[r][t + 1]) >= scale.leastJump();
                marks[r][t] |= found[t] == 1 && large ? mask : 0;
            }
        }
    }

    /// A spike is at least twice what the profile says, relative to the hours beside it.
    private static final double LEAST_FACTOR = Math.log(2);

    private static int[] stepsBySlot(int[] slotOfStep, int slots) {
        int[] next = new int[slots + 1];
        for (int slot : slotOfStep) {
            next[slot + 1]++;
        }
        for (int s = 0; s < slots; s++) {
            next[s + 1] += next[s];
        }
        int[] order = new int[slotOfStep.length];
        for (int t = 0; t < slotOfStep.length; t++) {
            order[next[slotOfStep[t]]++] = t;
        }
        return order;
    }

    private static void subtractProfile(double[] x, int[] order, int[] slotOfStep, double[] scratch) {
        for (int from = 0; from < order.length; ) {
            int to = from;
            int count = 0;
            while (to < order.length && slotOfStep[order[to]] == slotOfStep[order[from]]) {
                double value = x[order[to++]];
                if (!Double.isNaN(value)) {
                    scratch[count++] = value;
                }
            }
            double usual = count < FEWEST_WEEKS ? Double.NaN : Robust.median(scratch, count);
            for (int i = from; i < to; i++) {
                x[order[i]] -= usual;
            }
            from = to;
        }
    }

    private static void subtractNetwork(double[][] residual, int t, double[] scratch) {
        int count = 0;
        for (double[] row : residual) {
            if (!Double.isNaN(row[t])) {
                scratch[count++] = row[t];
            }
        }
        if (count < NetworkSpike.FEWEST) {
            return;
        }
        double middle = Robust.median(scratch, count);
        for (double[] row : residual) {
            row[t] -= middle;
        }
    }
}
