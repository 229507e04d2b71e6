package org.dosi.model;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Numbers in time: one row for each step, one column for each variable.
///
/// Rows ascend in time and no time comes twice; steps without a row may be absent. A missing number is NaN.
///
/// @param zone of the calendar; null where stamps carry no zone and are taken as written, as if in UTC
/// @param stepSeconds how far apart rows usually are
/// @param startS the beginning of each row's step, seconds since 1970 UTC
public record TimeTable(@Nullable ZoneId zone, long stepSeconds, long[] startS, List<Column> columns) implements Zoned {

    public TimeTable {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.values.length != startS.length) {
                throw new IllegalArgumentException("column %s: expected %d values, found %d"
                        .formatted(column.id, startS.length, column.values.length));
            }
        }
        for (int i = 1; i < startS.length; i++) {
            if (startS[i] <= startS[i - 1]) {
                throw new IllegalArgumentException(
                        "expected ascending times, found %d after %d".formatted(startS[i], startS[i - 1]));
            }
        }
    }

    /// One variable.
    ///
    /// @param id as its file or the store calls it
    /// @param unit UCUM code; empty where nobody says
    public record Column(String id, Name name, String unit, double[] values) {}

    public int size() {
        return startS.length;
    }

    public Optional<Column> findColumn(String id) {
        return columns.stream().filter(column -> column.id.equals(id)).findFirst();
    }

    /// The numbers of a column.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public double[] values(String id) {
        return column(id).values;
    }

    public Column column(String id) {
        return findColumn(id).orElseThrow(() -> new IllegalArgumentException("no column '" + id + "'"));
    }

    /// The rows that begin in the window.
    public TimeTable in(TimeWindow window) {
        int from = first(startS, window.from().getEpochSecond());
        int to = first(startS, window.to().getEpochSecond());
        if (from == 0 && to == startS.length) {
            return this;
        }
        List<Column> cut = new ArrayList<>();
        for (Column column : columns) {
            cut.add(new Column(column.id, column.name, column.unit, Arrays.copyOfRange(column.values, from, to)));
        }
        return new TimeTable(zone, stepSeconds, Arrays.copyOfRange(startS, from, to), cut);
    }

    private static int first(long[] startS, long notBefore) {
        int at = Arrays.binarySearch(startS, notBefore);
        return at < 0 ? -at - 1 : at;
    }

    /// How far apart consecutive times most often are; the smaller of two that are as frequent; an hour where
    /// there are fewer than two times.
    public static long usualStep(long[] startS) {
        long[] steps = new long[Math.max(0, startS.length - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = startS[i + 1] - startS[i];
        }
        Arrays.sort(steps);
        long best = Step.HOUR.meanSeconds();
        int most = 0;
        for (int i = 0; i < steps.length; ) {
            int j = i;
            while (j < steps.length && steps[j] == steps[i]) {
                j++;
            }
            if (j - i > most) {
                most = j - i;
                best = steps[i];
            }
            i = j;
        }
        return best;
    }
}
