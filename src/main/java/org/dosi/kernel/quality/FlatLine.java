package org.dosi.kernel.quality;

/// The persistence test: a value that stands still for longer than chance allows.
///
/// A coarse resolution repeats naturally, so no fixed number of hours is right: 0.003 ppm of SO2 may stand
/// all night, a traffic count never twice. Each row tells its own rate of repetition. The chance of a run
/// of `L` equal values at rate `p` is about `(1 - p) p^(L-1)` for each step; a run is marked if fewer than
/// [#FALSE_ALARMS_PER_YEAR] such runs are expected in [#STEPS_PER_YEAR] steps.
///
/// The rate is the largest of the continuation rates of the row's own run lengths, `(runs ≥ 2k / runs ≥
/// k)^(1/k)` for `k` = 1, 2, 4, …, as long as [#ENOUGH] runs reach `k`: runs of real data have a heavier
/// tail than one rate gives (calm nights, active days), and counting runs instead of steps keeps a few
/// stuck weeks out of the rate. Counted are the runs of values at least as far out on the same side of the
/// row's median: a detection limit or the end of a scale repeats for long, a peak does not. Where other
/// rows of the network repeat at the same hours more than they usually do, the odds of repetition rise in
/// proportion: clean air after rain is not a fault.
///
/// Source: persistence test of WMO-No. 8, volume V, chapter 1, and QARTOD "flat line", with the count of
/// steps derived as above.
public final class FlatLine {
    /// The budget: one false alarm in a hundred stream-years of hourly values.
    public static final double FALSE_ALARMS_PER_YEAR = 0.01;

    public static final double STEPS_PER_YEAR = 8766;

    /// So many runs make a rate; one or two stuck ones among them change it little.
    private static final int ENOUGH = 20;

    private static final int LONGEST = 1024;
    private static final int DOUBLINGS = 9;
    /// Shares of the network are kept away from 0 and 1, where odds are infinite.
    private static final double LEAST_SHARE = 0.02;

    /// The usual share counts as much as so many rows, or the chance of a small network would excuse a
    /// fault.
    private static final double USUAL_WEIGHT = 5;

    private FlatLine() {}

    /// How often the rows of a network repeat, step by step.
    ///
    /// @param repeated rows whose value at the step equals the one before
    /// @param compared rows with both values
    /// @param meanShare repeated over compared, over all steps; NaN if nothing was compared
    /// @param runs how many runs of the whole network are at least as long as the index
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
    public record Repetition(int[] repeated, int[] compared, double meanShare, int[] runs) {}

    public static Repetition repetition(double[][] rows) {
        int steps = rows.length == 0 ? 0 : rows[0].length;
        int[] repeated = new int[steps];
        int[] compared = new int[steps];
        int[] lengths = new int[LONGEST + 1];
        long all = 0;
        long same = 0;
        for (double[] row : rows) {
            for (int t = 1; t < steps; t++) {
                if (!Double.isNaN(row[t] - row[t - 1])) {
                    compared[t]++;
                    repeated[t] += row[t] == row[t - 1] ? 1 : 0;
                }
            }
            countRuns(row, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, lengths);
        }
        for (int t = 0; t < steps; t++) {
            all += compared[t];
            same += repeated[t];
        }
        return new Repetition(repeated, compared, all == 0 ? Double.NaN : (double) same / all, atLeast(lengths));
    }

    /// Marks every step of the runs that are too long. O(steps), and again for every value with a long
    /// run.
    ///
    /// @param leastSteps runs shorter than this are never marked
    /// @param zerosRest whether runs of zero are natural (rain, sunshine)
    public static void mark(
            double[] row, Repetition network, int leastSteps, boolean zerosRest, int[] marks, int mask) {
        Rates rates = null;
        for (int start = 0; start < row.length; ) {
            int end = runEnd(row, start);
            if (end - start >= Math.max(2, leastSteps) && !(zerosRest && row[start] == 0)) {
                rates = rates == null ? new Rates(row, network) : rates;
                if (isTooLong(start, end, rates.of(row[start]), network)) {
                    for (int t = start; t < end; t++) {
                        marks[t] |= mask;
                    }
                }
            }
            start = end;
        }
    }

    private static boolean isTooLong(int start, int end, double rate, Repetition network) {
        double logChance = Math.log(STEPS_PER_YEAR * (1 - rate));
        double limit = Math.log(FALSE_ALARMS_PER_YEAR);
        double usual = clamp(network.meanShare);
        for (int t = start + 1; t < end; t++) {
            double odds = rate / (1 - rate);
            // The row itself is among those that repeat: it is no witness for itself.
            if (network.compared[t] >= 4) {
                double share = clamp(
                        (network.repeated[t] - 1 + USUAL_WEIGHT * usual) / (network.compared[t] - 1 + USUAL_WEIGHT));
                odds *= Math.max(1, share / (1 - share) * (1 - usual) / usual);
            }
            logChance += Math.log(odds / (1 + odds));
        }
        return logChance < limit;
    }

    private static double clamp(double share) {
        return Math.clamp(share, LEAST_SHARE, 1 - LEAST_SHARE);
    }

    private static int runEnd(double[] row, int start) {
        int end = start + 1;
        // NaN equals nothing, so a gap is a run of one and ends every other.
        while (end < row.length && row[end] == row[start]) {
            end++;
        }
        return end;
    }

    private static void countRuns(double[] row, double low, double high, int[] lengths) {
        for (int start = 0; start < row.length; ) {
            int end = runEnd(row, start);
            if (row[start] >= low && row[start] <= high) {
                lengths[Math.min(LONGEST, end - start)]++;
            }
            start = end;
        }
    }

    private static int[] atLeast(int[] lengths) {
        int[] atLeast = lengths.clone();
        for (int l = LONGEST - 1; l >= 1; l--) {
            atLeast[l] += atLeast[l + 1];
        }
        return atLeast;
    }

    /// The largest rate at which runs go on, from the counts of runs at least so long; 0.02 where too few
    /// are known.
    private static double continuation(int[] atLeast) {
        double rate = LEAST_SHARE;
        for (int d = 0; d <= DOUBLINGS; d++) {
            int k = 1 << d;
            if (atLeast[k] < ENOUGH) {
                break;
            }
            // The longest run is the one in the dock: it is no witness for itself.
            double longer = Math.max(0, atLeast[2 * k] - 1);
            // One standard error of a count upwards: a rate from twenty runs is not to be trusted to its
            // last digit.
            double share = (longer + Math.sqrt(longer)) / (atLeast[k] - 1);
            rate = Math.max(rate, Math.pow(Math.min(1, share), 1.0 / k));
        }
        return Math.min(rate, 0.999);
    }

    /// The rates of one row, by value; few values have long runs, so a short list is searched from its
    /// start.
    private static final class Rates {
        private static final int MOST = 64;
        private final double[] row;
        private final double middle;
        private final double usual;
        private final double[] value = new double[MOST];
        private final double[] rate = new double[MOST];
        private int count;

        Rates(double[] row, Repetition network) {
            this.row = row;
            double[] scratch = new double[row.length];
            int known = 0;
            for (double v : row) {
                if (!Double.isNaN(v)) {
                    scratch[known++] = v;
                }
            }
            middle = Robust.median(scratch, known);
            int[] own = lengths(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            // A row without a history of its own takes the network's.
            usual = continuation(own[2] >= ENOUGH ? own : network.runs);
        }

        private int[] lengths(double low, double high) {
            int[] lengths = new int[LONGEST + 1];
            countRuns(row, low, high, lengths);
            return atLeast(lengths);
        }

        double of(double wanted) {
            for (int i = 0; i < count; i++) {
                if (value[i] == wanted) {
                    return rate[i];
                }
            }
            int[] extreme = wanted <= middle
                    ? lengths(Double.NEGATIVE_INFINITY, wanted)
                    : lengths(wanted, Double.POSITIVE_INFINITY);
            double found = extreme[1] >= ENOUGH ? continuation(extreme) : usual;
            if (count < MOST) {
                value[count] = wanted;
                rate[count++] = found;
            }
            return found;
        }
    }
}
