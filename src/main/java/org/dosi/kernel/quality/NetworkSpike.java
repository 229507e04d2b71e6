package org.dosi.kernel.quality;

/// The spatial test: a value far from what its neighbours and its own past say, while the network sees
/// nothing.
///
/// Let `x` be the value on the property's scale, `m` the median of the neighbours at the same step, and `d
/// = x - m`. With the row's usual difference `b` (median over a week of daily medians), `e = d - b` is
/// what the neighbours do not explain. A value is marked if
///
/// - `e` is more than [#DEVIATIONS] robust standard deviations of the row's `e` beyond zero, and of the
///   neighbours' own spread at that step (a front that has reached half of the city spreads them);
/// - the same holds against the neighbours one and two steps before and after (a front that arrives here
///   first);
/// - `x` is more than [#OWN_DEVIATIONS] robust standard deviations from its own week (it is unusual here,
///   too);
/// - the difference to the neighbours is at least the scale's least jump.
///
/// Both directions count. Rows with fewer than [#FEWEST] neighbours are left to [LoneSpike].
///
/// Source: Hampel's identifier, F. R. Hampel (1974), JASA 69, 383–393, on spatial residuals; spatial
/// consistency as in WMO-No. 8, volume V, chapter 1.
public final class NetworkSpike {
    /// The tails of urban residuals are heavy: at 6 (10⁻⁹ for a normal law) real plumes of one street
    /// begin to be marked.
    public static final double DEVIATIONS = 7;

    public static final double OWN_DEVIATIONS = 3;
    public static final int FEWEST = 3;

    /// Steps before and after in which the neighbours may show the same event.
    private static final int LAG = 2;

    /// A row with fewer differences than three days of hours has no usual difference yet.
    private static final int SHORTEST = 72;

    /// No scale is finer than this share of e (log scale) or of the least jump (linear).
    private static final double FINEST_LOG = 0.1;

    private static final double FINEST_LINEAR = 0.1;

    /// The way to the logarithm and back costs a few last digits.
    private static final double ROUNDING = 1 - 1e-9;

    private NetworkSpike() {}

    /// Marks the spikes of all rows. O(rows × steps × neighbours).
    ///
    /// @param neighbours for each row, the indexes of its neighbours
    /// @param stepsPerDay the length of a day in steps
    public static void mark(
            double[][] rows, int[][] neighbours, SpikeScale scale, int stepsPerDay, int[][] marks, int mask) {
        int steps = rows.length == 0 ? 0 : rows[0].length;
        double[][] x = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            x[r] = scale.scaled(rows[r]);
        }
        Row work = new Row(x, scale, stepsPerDay, steps);
        for (int r = 0; r < rows.length; r++) {
            if (neighbours[r].length >= FEWEST) {
                work.mark(r, neighbours[r], marks[r], mask);
            }
        }
    }

    /// Scratch for one row after another; not for two threads.
    private static final class Row {
        private final double[][] x;
        private final SpikeScale scale;
        private final int block;
        private final double[] middle;
        private final double[] difference;
        private final double[] scratch;
        private final double finest;

        Row(double[][] x, SpikeScale scale, int block, int steps) {
            this.x = x;
            this.scale = scale;
            this.block = block;
            this.middle = new double[steps];
            this.difference = new double[steps];
            this.scratch = new double[Math.max(steps, 64)];
            this.finest = scale.isLog() ? FINEST_LOG : FINEST_LINEAR * scale.leastJump();
        }

        void mark(int r, int[] neighbours, int[] marks, int mask) {
            double[] own = x[r];
            int known = 0;
            for (int t = 0; t < own.length; t++) {
                middle[t] = middleAt(neighbours, t);
                difference[t] = own[t] - middle[t];
                known += Double.isNaN(difference[t]) ? 0 : 1;
            }
            if (known < SHORTEST) {
                return;
            }
            double[] usual = Baseline.of(difference, block);
            double[] ownUsual = Baseline.of(own, block);
            double spread = Math.max(finest, spreadAbout(difference, usual));
            double ownSpread = Math.max(finest, spreadAbout(own, ownUsual));
            for (int t = 0; t < own.length; t++) {
                double excess = Math.abs(difference[t] - usual[t / block]);
                double ownExcess = Math.abs(own[t] - ownUsual[t / block]);
                if (excess > DEVIATIONS * spread
                        && ownExcess > OWN_DEVIATIONS * ownSpread
                        && standsAlone(own, t, usual[t / block], neighbours, spread)) {
                    marks[t] |= mask;
                }
            }
        }

        private double middleAt(int[] neighbours, int t) {
            int count = 0;
            for (int n : neighbours) {
                double value = x[n][t];
                if (!Double.isNaN(value)) {
                    int at = count++;
                    while (at > 0 && scratch[at - 1] > value) {
                        scratch[at] = scratch[at - 1];
                        at--;
                    }
                    scratch[at] = value;
                }
            }
            return count < FEWEST ? Double.NaN : (scratch[(count - 1) / 2] + scratch[count / 2]) / 2;
        }

        private double spreadAbout(double[] row, double[] usual) {
            int count = 0;
            for (int t = 0; t < row.length; t++) {
                double off = row[t] - usual[t / block];
                if (!Double.isNaN(off)) {
                    scratch[count++] = Math.abs(off);
                }
            }
            return Robust.MAD_TO_SIGMA * Robust.median(scratch, count);
        }

        /// The slower questions, asked of the few candidates alone.
        private boolean standsAlone(double[] own, int t, double usual, int[] neighbours, double spread) {
            boolean up = own[t] - middle[t] > usual;
            double nearest = Double.POSITIVE_INFINITY;
            double widest = spread;
            for (int o = Math.max(0, t - LAG); o <= Math.min(own.length - 1, t + LAG); o++) {
                if (!Double.isNaN(middle[o])) {
                    double beyond = (own[t] - middle[o] - usual) * (up ? 1 : -1);
                    nearest = Math.min(nearest, beyond);
                    widest = Math.max(widest, spreadAt(neighbours, o));
                }
            }
            double jump = Math.abs(scale.unscaled(own[t]) - scale.unscaled(middle[t] + usual));
            return nearest > DEVIATIONS * widest && jump >= scale.leastJump() * ROUNDING;
        }

        private double spreadAt(int[] neighbours, int t) {
            int count = 0;
            for (int n : neighbours) {
                if (!Double.isNaN(x[n][t])) {
                    scratch[count++] = x[n][t];
                }
            }
            // Half of the neighbours' spread: their usual differences to each other are in it as well.
            return count < FEWEST ? 0 : Robust.spread(scratch, count, middle[t]) / 2;
        }
    }
}
