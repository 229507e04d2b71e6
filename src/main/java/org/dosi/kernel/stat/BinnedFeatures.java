package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Features cut into at most 255 bins each, one byte a value: what boosted trees are grown on.
///
/// The bins follow from the ranks alone, so any strictly increasing transform of a feature gives the same
/// bins: up to 255 different values have a bin each, more are cut into bins of as equal a count as ties
/// allow. A cut lies midway between the two values it parts. Bin 0 holds what is missing. Made once, it
/// serves many fits (folds, resamples). Time O(rows × features × log) and one byte per value.
public final class BinnedFeatures {
    static final int MISSING = 0;
    static final int MOST_BINS = 255;
    /// The cuts of a longer column are taken from this many of its rows, evenly spread: they move by less
    /// than a bin's width, and sorting 1.8 million rows of 30 features would cost as much as ten trees.
    private static final int SAMPLE = 200_000;

    private final int rows;
    private final byte[][] bins;
    private final double[][] cuts;

    private BinnedFeatures(int rows, byte[][] bins, double[][] cuts) {
        this.rows = rows;
        this.bins = bins;
        this.cuts = cuts;
    }

    /// Cuts the columns, one array of rows for each feature. A non-finite value is missing.
    public static BinnedFeatures of(double[][] columns) {
        int rows = columns.length == 0 ? 0 : columns[0].length;
        return of(rows, columns.length, f -> columns[f]);
    }

    /// Cuts columns that are made when they are asked for, so that only a few of them need be in memory at
    /// once. The maker is called once for each feature, from several threads.
    public static BinnedFeatures of(int rows, int features, IntFunction<double[]> maker) {
        byte[][] bins = new byte[features][];
        double[][] cuts = new double[features][];
        IntStream.range(0, features).parallel().forEach(f -> {
            double[] column = maker.apply(f);
            Check.atLeast(rows, "rows of feature " + f, column.length);
            Check.atLeast(column.length, "rows", rows);
            cuts[f] = cuts(column);
            bins[f] = bins(column, cuts[f]);
        });
        return new BinnedFeatures(rows, bins, cuts);
    }

    public int rows() {
        return rows;
    }

    public int features() {
        return bins.length;
    }

    /// The bytes of one feature: the bin of each row, 0 if missing.
    byte[] column(int feature) {
        return bins[feature];
    }

    /// The number of bins of one feature, that of the missing included; none is above 256.
    int binCount(int feature) {
        return cuts[feature].length + 2;
    }

    /// The value up to which a row lies in `bin` or below; infinity for the last.
    double cutAbove(int feature, int bin) {
        return bin > cuts[feature].length ? Double.POSITIVE_INFINITY : cuts[feature][bin - 1];
    }

    private static double[] cuts(double[] column) {
        double[] sorted = finiteSample(column);
        Arrays.sort(sorted);
        double[] found = new double[MOST_BINS - 1];
        int count = 0;
        boolean each = differentAtMost(sorted, MOST_BINS);
        int left = sorted.length;
        int inBin = 0;
        int from = 0;
        while (from < sorted.length && count < found.length) {
            int to = endOfTies(sorted, from);
            inBin += to - from;
            if (to < sorted.length && (each || isFull(sorted, to, inBin, (double) left / (MOST_BINS - count)))) {
                found[count++] = between(sorted[to - 1], sorted[to]);
                left -= inBin;
                inBin = 0;
            }
            from = to;
        }
        return Arrays.copyOf(found, count);
    }

    /// Whether a bin has its fair count, or the value after it is so common that it is to have a bin alone.
    private static boolean isFull(double[] sorted, int next, int inBin, double fairCount) {
        return inBin >= fairCount || endOfTies(sorted, next) - next >= (double) sorted.length / MOST_BINS;
    }

    private static double[] finiteSample(double[] column) {
        int size = Math.min(column.length, SAMPLE);
        double[] sample = new double[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            double value = column[(int) ((long) i * column.length / size)];
            if (Double.isFinite(value)) {
                sample[count++] = value + 0.0; // -0.0 and 0.0 are one value
            }
        }
        return Arrays.copyOf(sample, count);
    }

    private static boolean differentAtMost(double[] sorted, int most) {
        int different = 0;
        for (int i = 0; i < sorted.length && different <= most; i = endOfTies(sorted, i)) {
            different++;
        }
        return different <= most;
    }

    private static int endOfTies(double[] sorted, int from) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] == sorted[from]) {
            to++;
        }
        return to;
    }

    private static double between(double lower, double upper) {
        double middle = lower / 2 + upper / 2;
        return middle >= lower && middle < upper ? middle : lower;
    }

    private static byte[] bins(double[] column, double[] cuts) {
        byte[] bins = new byte[column.length];
        for (int i = 0; i < column.length; i++) {
            bins[i] = (byte) (Double.isFinite(column[i]) ? 1 + firstAtLeast(cuts, column[i]) : MISSING);
        }
        return bins;
    }

    /// The first cut that is not below the value; their number if all are.
    private static int firstAtLeast(double[] cuts, double value) {
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= cuts[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
