package org.dosi.ingest;

import java.util.Arrays;
import java.util.List;
import org.dosi.model.Datastream;

/// Part of a file as its source told it, in the file's order.
///
/// @param newDatastreams those that the file named for the first time in this part; their handles go on
///     from the last
/// @param stated as in [org.dosi.source.ObservationSink#observe]
/// @param row where it stood: index of the sheet's name in `sheets`, times 2⁴⁰, plus the line
/// @param code whether it is a code, which is in no count
record Segment(
        int size,
        List<Datastream> newDatastreams,
        int[] handle,
        long[] start,
        long[] end,
        double[] value,
        int[] stated,
        long[] row,
        boolean[] code,
        List<String> sheets) {

    private static final int LINE_BITS = 40;

    static long row(int sheet, long line) {
        return ((long) sheet << LINE_BITS) | line;
    }

    long line(int i) {
        return row[i] & ((1L << LINE_BITS) - 1);
    }

    /// The sheet's name, or "" for a file without sheets.
    String sheet(int i) {
        return sheets.get((int) (row[i] >>> LINE_BITS));
    }

    /// The rows by key, then start; rows with the same of both keep the file's order. Linear in the rows
    /// for a file that tells each datastream in the order of time.
    ///
    /// @param key for each row, 0 up to but not including `keys`
    int[] order(int[] key, int keys) {
        int[] first = new int[keys + 1];
        for (int i = 0; i < size; i++) {
            first[key[i] + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            first[k + 1] += first[k];
        }
        int[] order = new int[size];
        int[] next = first.clone();
        for (int i = 0; i < size; i++) {
            order[next[key[i]]++] = i;
        }
        for (int k = 0; k < keys; k++) {
            sortByStart(order, first[k], first[k + 1]);
        }
        return order;
    }

    private void sortByStart(int[] order, int from, int to) {
        boolean sorted = true;
        for (int i = from + 1; i < to && sorted; i++) {
            sorted = start[order[i - 1]] <= start[order[i]];
        }
        if (!sorted) {
            Integer[] boxed = new Integer[to - from];
            Arrays.setAll(boxed, i -> order[from + i]);
            // Stable: of two rows for the same time, the one that stands first in the file stays first.
            Arrays.sort(boxed, (a, b) -> Long.compare(start[a], start[b]));
            for (int i = 0; i < boxed.length; i++) {
                order[from + i] = boxed[i];
            }
        }
    }
}
