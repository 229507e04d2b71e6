package org.dosi.ingest;

import java.util.ArrayList;
import java.util.List;
import org.dosi.store.Columns;

/// A segment sorted by datastream and start, with each pair of the two once; what came twice is set aside.
final class Checked {
    private final int[] segmentRow;
    private final int[] handle;
    private final Columns columns;
    private final List<Integer> repeated = new ArrayList<>();
    private final List<Integer> contradicted = new ArrayList<>();

    /// @param keyOfHandle the store's number of each datastream, by the source's handle
    Checked(Segment segment, int[] keyOfHandle, int handles) {
        int[] order = segment.order(segment.handle(), handles);
        int size = 0;
        int[] kept = new int[order.length];
        for (int row : order) {
            int last = size == 0 ? -1 : kept[size - 1];
            boolean again = last >= 0
                    && segment.handle()[last] == segment.handle()[row]
                    && segment.start()[last] == segment.start()[row];
            if (!again) {
                kept[size++] = row;
            } else if (same(segment, last, row)) {
                repeated.add(row);
            } else {
                contradicted.add(row);
            }
        }
        this.segmentRow = kept;
        this.handle = new int[size];
        int[] key = new int[size];
        long[] start = new long[size];
        long[] end = new long[size];
        double[] value = new double[size];
        int[] stated = new int[size];
        int[] flags = new int[size];
        for (int i = 0; i < size; i++) {
            int row = kept[i];
            handle[i] = segment.handle()[row];
            key[i] = keyOfHandle[handle[i]];
            start[i] = segment.start()[row];
            end[i] = segment.end()[row];
            value[i] = segment.value()[row];
            stated[i] = segment.stated()[row];
            flags[i] = Math.max(0, stated[i]);
        }
        this.columns = new Columns(size, key, start, end, value, stated, flags);
    }

    private static boolean same(Segment segment, int a, int b) {
        return segment.end()[a] == segment.end()[b]
                && segment.value()[a] == segment.value()[b]
                && segment.stated()[a] == segment.stated()[b];
    }

    /// Ready for [org.dosi.store.Batch#write]; the rules add to its flags.
    Columns columns() {
        return columns;
    }

    int handle(int i) {
        return handle[i];
    }

    /// Where row `i` of the columns stands in the segment.
    int segmentRow(int i) {
        return segmentRow[i];
    }

    /// Rows of the segment that say again what an earlier row said.
    List<Integer> repeated() {
        return repeated;
    }

    /// Rows of the segment that say something else than an earlier row for the same datastream and time.
    List<Integer> contradicted() {
        return contradicted;
    }
}
