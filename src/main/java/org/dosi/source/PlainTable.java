package org.dosi.source;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dosi.model.Name;
import org.dosi.model.Place;
import org.dosi.model.TimeTable;
import org.jspecify.annotations.Nullable;

/// A user's own table: a column of times, columns of numbers. Nothing of it is judged or kept.
///
/// Times are ISO 8601 with or without an offset, or end with the year, `3/31/2005 8:00`, in the order that the column
/// tells ([DateOrder]). A column's unit may stand in its heading: `co [ppm]`. A blank, `NA`, `N/A`, `NaN`, `null`, `-`,
/// -999 or -9999 is missing. Rows may come in any order.
///
/// Where a zone puts its clocks back, the second row of one stamp is the hour after; a time that the clocks skip is
/// refused, since then the zone is another.
public final class PlainTable {
    private PlainTable() {}

    /// What to read of it.
    ///
    /// @param time heading of the column of times; null for the first column
    /// @param zone of stamps without an offset; null to take them as written
    /// @param columns headings of the columns of numbers, with or without the unit behind them; null for all
    ///     that hold numbers
    /// @param dates whether days or months come first in dates such as 3/4/2017; null for what the column tells
    /// @param only which rows; null for all
    public record Request(
            @Nullable String time,
            @Nullable ZoneId zone,
            @Nullable List<String> columns,
            @Nullable DateOrder dates,
            @Nullable Only only) {}

    /// Rows whose column has a word.
    public record Only(String column, String word) {}

    /// Rows of text under their headings, for a file in which not every column is a number.
    public static TextTable readTexts(SourceFile file, String kind) {
        try (CsvTable table = CsvTable.open(file, kind)) {
            List<List<String>> rows = new ArrayList<>();
            table.forEachRow(
                    Silence.SINK,
                    row -> rows.add(row.cells().stream().map(String::strip).toList()),
                    row -> ragged(row, table));
            return new TextTable(table.headings(), rows);
        }
    }

    /// A table whose cells are texts.
    public record TextTable(List<String> headings, List<List<String>> rows) {}

    /// @throws SourceException if the file cannot be read, a column is not there, a cell is no number, or a time
    ///     comes twice with different numbers
    public static TimeTable read(SourceFile file, Request request) {
        try (CsvTable table = CsvTable.open(file, "a table with a heading line")) {
            int time = time(table, request);
            List<String> headings = request.columns == null ? otherThan(time, table.headings()) : request.columns;
            int[] columns = headings.stream()
                    .mapToInt(heading -> Heading.column(table, heading))
                    .toArray();
            KindsOfRows kinds = new KindsOfRows(table, time);
            Rows rows = new Rows(file, columns, headings, units(table, columns), request.columns == null, kinds);
            Wanted wanted = new Wanted(table, request.only);
            table.forEachRow(
                    Silence.SINK,
                    row -> {
                        if (wanted.test(row)) {
                            kinds.add(row);
                            rows.add(row, row.text(time), request.time);
                        }
                    },
                    row -> ragged(row, table));
            wanted.requireSome(file);
            return rows.table(request.zone, DateOrder.of(rows.stamps, request.dates, rows.place(0)));
        }
    }

    private static List<String> units(CsvTable table, int[] columns) {
        return Arrays.stream(columns)
                .mapToObj(column -> Heading.of(table.headings().get(column)).unit())
                .toList();
    }

    /// A table for each word of a column: for a file that holds a whole network, a row for each time and station.
    ///
    /// @param group heading of the column of words
    public static Map<String, TimeTable> readGroups(SourceFile file, Request request, String group) {
        if (request.columns == null) {
            throw new IllegalArgumentException("expected the columns of numbers by name");
        }
        try (CsvTable table = CsvTable.open(file, "a table with a heading line")) {
            int time = time(table, request);
            int word = table.column(group);
            int[] columns = request.columns.stream()
                    .mapToInt(heading -> Heading.column(table, heading))
                    .toArray();
            List<String> units = units(table, columns);
            KindsOfRows kinds = new KindsOfRows(table, time);
            Map<String, Rows> groups = new TreeMap<>();
            Wanted wanted = new Wanted(table, request.only);
            table.forEachRow(
                    Silence.SINK,
                    row -> {
                        if (wanted.test(row)) {
                            kinds.add(row);
                            groups.computeIfAbsent(
                                            word(row, word, group),
                                            _ -> new Rows(file, columns, request.columns, units, false, kinds))
                                    .add(row, row.text(time), request.time);
                        }
                    },
                    row -> ragged(row, table));
            wanted.requireSome(file);
            if (groups.isEmpty()) {
                return Map.of();
            }
            // One column has one order, whosever rows they are.
            DateOrder order = DateOrder.of(
                    groups.values().stream()
                            .flatMap(rows -> rows.stamps.stream())
                            .toList(),
                    request.dates,
                    groups.values().iterator().next().place(0));
            Map<String, TimeTable> tables = new TreeMap<>();
            groups.forEach((each, rows) -> tables.put(each, rows.table(request.zone, order)));
            return tables;
        }
    }

    private static String word(CsvRow row, int column, String heading) {
        String word = row.text(column);
        if (word.isEmpty()) {
            throw new SourceException(row.place(column, heading), "a word, such as a station's id", word);
        }
        return word;
    }

    private static int time(CsvTable table, Request request) {
        if (request.time != null) {
            return table.column(request.time);
        }
        if (table.headings().size() < 2) {
            throw table.wrongKind("a column of times and others");
        }
        return 0;
    }

    private static void ragged(CsvRow row, CsvTable table) {
        throw new SourceException(row.place(), "a row of " + table.headings().size() + " cells", row.size() + " cells");
    }

    private static List<String> otherThan(int column, List<String> headings) {
        List<String> others = new ArrayList<>(headings);
        others.remove(column);
        // Spreadsheets leave columns without a heading behind.
        others.removeIf(String::isBlank);
        return others;
    }

    /// Which rows were asked for.
    private static final class Wanted {
        /// So many words of the column are named where none is the one.
        private static final int SHOWN = 5;

        private final @Nullable Only only;
        private final int column;
        private final Set<String> others = new LinkedHashSet<>();
        private boolean some;

        Wanted(CsvTable table, @Nullable Only only) {
            this.only = only;
            this.column = only == null ? -1 : table.column(only.column);
        }

        boolean test(CsvRow row) {
            if (only == null) {
                return true;
            }
            String word = row.text(column);
            boolean is = word.equals(only.word);
            some |= is;
            if (!is && others.size() <= SHOWN) {
                others.add(word);
            }
            return is;
        }

        /// @throws SourceException if there are rows, and none was asked for
        void requireSome(SourceFile file) {
            if (only != null && !some && !others.isEmpty()) {
                String first = others.stream().limit(SHOWN).collect(Collectors.joining(", "));
                throw new SourceException(
                        file.place(),
                        "rows whose column '%s' is '%s'".formatted(only.column, only.word),
                        others.size() > SHOWN ? first + ", …" : first);
            }
        }
    }

    /// The columns of words in which rows differ: a time that comes several times is told apart by them.
    private static final class KindsOfRows {
        private final List<String> headings;
        private final int time;
        private final String[] first;
        private final boolean[] differ;

        KindsOfRows(CsvTable table, int time) {
            this.headings = table.headings();
            this.time = time;
            this.first = new String[headings.size()];
            this.differ = new boolean[headings.size()];
            Arrays.fill(first, "");
        }

        void add(CsvRow row) {
            for (int i = 0; i < first.length; i++) {
                if (i != time && !differ[i]) {
                    String text = row.text(i);
                    if (first[i].isEmpty()) {
                        first[i] = text;
                    }
                    differ[i] = !text.equals(first[i]);
                }
            }
        }

        /// How to ask for rows of one kind; empty where no column of words says of what kind they are.
        String wayOut() {
            for (int i = 0; i < first.length; i++) {
                if (differ[i] && Double.isNaN(Numbers.parse(first[i])) && !Numbers.Missing.USERS.matches(first[i])) {
                    return "; --where %s=%s takes the rows of one %s"
                            .formatted(headings.get(i), first[i], headings.get(i));
                }
            }
            return "";
        }
    }

    /// The rows as they come.
    private static final class Rows {
        private final SourceFile file;
        private final int[] columns;
        private final List<String> headings;
        private final List<String> units;
        private final boolean skipTexts;
        private final boolean[] isText;
        private final boolean[] seen;
        private final List<String> stamps = new ArrayList<>();
        private final List<double[]> numbers = new ArrayList<>();
        private final Set<Long> shownTwice = new HashSet<>();
        private long[] lines = new long[1024];
        private String timeHeading = "";
        private final KindsOfRows kinds;
        private String firstText = "";

        Rows(
                SourceFile file,
                int[] columns,
                List<String> headings,
                List<String> units,
                boolean skipTexts,
                KindsOfRows kinds) {
            this.kinds = kinds;
            this.file = file;
            this.columns = columns;
            this.headings = headings;
            this.units = units;
            this.skipTexts = skipTexts;
            this.isText = new boolean[columns.length];
            this.seen = new boolean[columns.length];
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
            return number;
        }

        private Place place(int row) {
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
            boolean twice =
                    zone.getRules().getValidOffsets(at.toLocalDateTime()).size() > 1;
            return twice && !shownTwice.add(time)
                    ? at.withLaterOffsetAtOverlap().toEpochSecond()
                    : time;
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
}
