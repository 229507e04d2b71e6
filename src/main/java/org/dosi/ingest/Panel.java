package org.dosi.ingest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Series of one step laid side by side: a row for each series, a column for each step in which any has a
/// value.
///
/// Where all series pause, one empty column stands for the gap, so that neighbours in the row are
/// neighbours in time or have a missing value between them. A value that already carries a flag is left
/// out: it proves nothing about others.
final class Panel {
    /// Cells of one panel, 64 MB of doubles; longer series are judged in slabs.
    private static final int CELLS = 8_000_000;

    /// Columns of a slab's neighbours that are laid beside it, as context: three weeks of hours.
    private static final int CONTEXT = 504;

    /// The number of each column's step since 1970, ascending.
    final long[] steps;

    final double[][] rows;
    final int[][] marks;
    private final List<Series> series;
    private final long stepSeconds;

    private Panel(List<Series> series, long stepSeconds, long[] steps) {
        this.series = series;
        this.stepSeconds = stepSeconds;
        this.steps = steps;
        this.rows = new double[series.size()][steps.length];
        this.marks = new int[series.size()][steps.length];
        for (int r = 0; r < rows.length; r++) {
            fill(rows[r], series.get(r));
        }
    }

    /// What to do with a panel.
    interface Judge {
        void judge(Panel panel);
    }

    /// Shows the judge all of the series, slab by slab, and adds its marks to the flags of their fresh
    /// values.
    static void forEach(List<Series> series, long stepSeconds, Judge judge) {
        long[] columns = columns(series, stepSeconds);
        int slab = Math.max(4 * CONTEXT, CELLS / series.size());
        for (int from = 0; from < columns.length; from += slab) {
            int to = Math.min(columns.length, from + slab);
            long[] steps =
                    Arrays.copyOfRange(columns, Math.max(0, from - CONTEXT), Math.min(columns.length, to + CONTEXT));
            Panel panel = new Panel(series, stepSeconds, steps);
            judge.judge(panel);
            panel.deliver(columns[from], columns[to - 1]);
        }
    }

    private static long[] columns(List<Series> series, long stepSeconds) {
        long first = Long.MAX_VALUE;
        for (Series s : series) {
            first = s.size() == 0 ? first : Math.min(first, Math.floorDiv(s.startSeconds()[0], stepSeconds));
        }
        BitSet present = new BitSet();
        for (Series s : series) {
            for (long start : s.startSeconds()) {
                present.set(Math.toIntExact(Math.floorDiv(start, stepSeconds) - first));
            }
        }
        long[] columns = new long[2 * present.cardinality()];
        int count = 0;
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            columns[count++] = first + i;
            if (!present.get(i + 1)) {
                columns[count++] = first + i + 1;
            }
        }
        return Arrays.copyOf(columns, count);
    }

    private void fill(double[] row, Series s) {
        Arrays.fill(row, Double.NaN);
        int column = 0;
        for (int i = firstIndex(s); i < s.size() && column < steps.length; i++) {
            long step = Math.floorDiv(s.startSeconds()[i], stepSeconds);
            while (column < steps.length && steps[column] < step) {
                column++;
            }
            if (column < steps.length && steps[column] == step && s.flags()[i] == 0) {
                row[column] = s.value()[i];
            }
        }
    }

    private int firstIndex(Series s) {
        if (steps.length == 0) {
            return s.size();
        }
        int at = Arrays.binarySearch(s.startSeconds(), steps[0] * stepSeconds);
        return at < 0 ? -at - 1 : at;
    }

    private void deliver(long firstStep, long lastStep) {
        for (int r = 0; r < rows.length; r++) {
            Series s = series.get(r);
            int column = 0;
            for (int i = Math.max(s.freshFrom(), firstIndex(s)); i < s.size(); i++) {
                long step = Math.floorDiv(s.startSeconds()[i], stepSeconds);
                while (column < steps.length && steps[column] < step) {
                    column++;
                }
                if (column == steps.length || step > lastStep) {
                    break;
                }
                // Two values in one step share its cell; a mark belongs to the one that was judged.
                if (step >= firstStep && marks[r][column] != 0 && rows[r][column] == s.value()[i]) {
                    s.flags()[i] |= marks[r][column];
                }
            }
        }
    }
}
