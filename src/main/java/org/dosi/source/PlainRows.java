package org.dosi.source;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.dosi.model.Name;
import org.dosi.model.Place;
import org.dosi.model.TimeTable;
import org.jspecify.annotations.Nullable;

/// The rows of a [PlainTable] as they come, until they are a table in the order of time.
final class PlainRows {
    private final SourceFile file;
    private final int[] columns;
    private final List<String> headings;
    private final List<String> units;
    private final boolean skipTexts;
    private final Set<Double> missing;
    private final boolean[] isText;
    private final boolean[] seen;
    private final List<String> stamps = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final Set<Long> shownTwice = new HashSet<>();
    private long[] lines = new long[1024];
    private String timeHeading = "";
    private final KindsOfRows kinds;
    private String firstText = "";

    PlainRows(
            SourceFile file,
            int[] columns,
            List<String> headings,
            List<String> units,
            PlainTable.Request request,
            KindsOfRows kinds) {
        this.kinds = kinds;
        this.file = file;
        this.columns = columns;
        this.headings = headings;
        this.units = units;
        this.skipTexts = request.columns() == null;
        this.missing = request.missing();
        this.isText = new boolean[columns.length];
        this.seen = new boolean[columns.length];
    }

    /// The times as they are written.
    List<String> stamps() {
        return Collections.unmodifiableList(stamps);
    }

    void add(CsvRow row, String stamp, @Nullable String heading) {
        timeHeading = heading == null ? "1" : heading;
        double[] cells = new double[columns.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = isText[i] ? Double.NaN : cell(row, i);
        }
        if (numbers.size() == lines.length) {
            lines = Arrays.copyOf(lines, 2 * lines.length);
        }
        lines[numbers.size()] = row.line();
        stamps.add(stamp);
        numbers.add(cells);
    }

    private int columnsOfNumbers() {
        int numeric = 0;
        for (boolean text : isText) {
            numeric += text ? 0 : 1;
        }
        return numeric;
    }

    private double cell(CsvRow row, int i) {
        String text = row.text(columns[i]);
        if (Numbers.Missing.USERS.matches(text)) {
            return Double.NaN;
        }
        double number = Numbers.parse(text);
        if (Double.isNaN(number)) {
            if (skipTexts && !seen[i] && !Numbers.isMeantAsNumber(text)) {
                isText[i] = true;
                firstText = firstText.isEmpty() ? text : firstText;
                return Double.NaN;
            }
            throw new SourceException(row.place(columns[i], headings.get(i)), "a number", text);
        }
        seen[i] = true;
        return missing.contains(number) ? Double.NaN : number;
    }

    Place place(int row) {
        return (stamps.isEmpty() ? file.place() : Place.of(file.name(), lines[row])).column(timeHeading);
    }

    TimeTable table(@Nullable ZoneId zone, DateOrder dates) {
        if (skipTexts && !stamps.isEmpty() && columnsOfNumbers() == 0) {
            throw new SourceException(
                    file.place(), "a column of numbers beside the times", "words alone: " + firstText);
        }
        long[] time = new long[stamps.size()];
        boolean offsets = false;
        for (int i = 0; i < time.length; i++) {
            String stamp = stamps.get(i);
            boolean offset = UserStamps.hasOffset(stamp);
            offsets |= offset;
            OptionalLong parsed = UserStamps.parse(stamp, zone == null ? ZoneOffset.UTC : zone, dates);
            if (parsed.isEmpty()) {
                throw new SourceException(place(i), UserStamps.EXPECTED, stamp);
            }
            time[i] = parsed.getAsLong();
            if (zone != null && !zone.getRules().isFixedOffset() && !offset) {
                time[i] = onItsClock(time[i], zone, stamp, dates, place(i));
            }
        }
        Integer[] order = new Integer[time.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(i -> time[i]));
        return sorted(order, time, zone == null && offsets ? ZoneOffset.UTC : zone);
    }

    /// The clocks of a zone skip an hour in spring and have one twice in autumn.
    private long onItsClock(long time, ZoneId zone, String stamp, DateOrder dates, Place place) {
        ZonedDateTime at = Instant.ofEpochSecond(time).atZone(zone);
        long written = UserStamps.parse(stamp, ZoneOffset.UTC, dates).orElseThrow();
        if (at.toLocalDateTime().toEpochSecond(ZoneOffset.UTC) != written) {
            throw new SourceException(place, "a time that the clocks of " + zone + " show", stamp);
        }
        boolean twice = zone.getRules().getValidOffsets(at.toLocalDateTime()).size() > 1;
        return twice && !shownTwice.add(time) ? at.withLaterOffsetAtOverlap().toEpochSecond() : time;
    }

    private TimeTable sorted(Integer[] order, long[] time, @Nullable ZoneId zone) {
        long[] start = new long[order.length];
        int[] kept = new int[order.length];
        int size = 0;
        for (int i : order) {
            if (size > 0 && start[size - 1] == time[i]) {
                requireSame(kept[size - 1], i);
                continue;
            }
            start[size] = time[i];
            kept[size++] = i;
        }
        List<TimeTable.Column> table = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            if (!isText[c]) {
                double[] values = new double[size];
                for (int i = 0; i < size; i++) {
                    values[i] = numbers.get(kept[i])[c];
                }
                table.add(new TimeTable.Column(headings.get(c), Name.of(headings.get(c)), units.get(c), values));
            }
        }
        long[] times = Arrays.copyOf(start, size);
        return new TimeTable(zone, TimeTable.usualStep(times), times, table);
    }

    private void requireSame(int first, int second) {
        if (!Arrays.equals(numbers.get(first), numbers.get(second))) {
            throw new SourceException(
                    file.place(),
                    "each time once",
                    "%s in lines %d and %d with different numbers"
                                    .formatted(stamps.get(second), lines[first], lines[second])
                            + kinds.wayOut());
        }
    }
}
