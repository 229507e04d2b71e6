package org.dosi.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    /// @param missing numbers that stand for no value, beside the usual ones
    public record Request(
            @Nullable String time,
            @Nullable ZoneId zone,
            @Nullable List<String> columns,
            @Nullable DateOrder dates,
            @Nullable Only only,
            Set<Double> missing) {

        public Request(
                @Nullable String time,
                @Nullable ZoneId zone,
                @Nullable List<String> columns,
                @Nullable DateOrder dates,
                @Nullable Only only) {
            this(time, zone, columns, dates, only, Set.of());
        }
    }

    /// Rows whose column has a word.
    public record Only(String column, String word) {}

    /// The headings alone.
    public static List<String> headings(SourceFile file) {
        try (CsvTable table = CsvTable.open(file, "a table with a heading line")) {
            return List.copyOf(table.headings());
        }
    }

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
            PlainRows rows = new PlainRows(file, columns, headings, units(table, columns), request, kinds);
            WantedRows wanted = new WantedRows(table, request.only);
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
            return rows.table(request.zone, DateOrder.of(rows.stamps(), request.dates, rows.place(0)));
        }
    }

    /// A table of numbers without a column of times: a row for each step.
    ///
    /// @param request of which only the zone, the columns and what is missing are used
    /// @param first the time of the first row
    public static TimeTable readUntimed(SourceFile file, Request request, Instant first, Duration step) {
        try (CsvTable table = CsvTable.open(file, "a table with a heading line")) {
            List<String> headings = request.columns == null
                    ? table.headings().stream()
                            .filter(heading -> !heading.isBlank())
                            .toList()
                    : request.columns;
            int[] columns = headings.stream()
                    .mapToInt(heading -> Heading.column(table, heading))
                    .toArray();
            KindsOfRows kinds = new KindsOfRows(table, 0);
            PlainRows rows = new PlainRows(file, columns, headings, units(table, columns), request, kinds);
            ZoneId zone = request.zone;
            table.forEachRow(
                    Silence.SINK,
                    row -> {
                        Instant time =
                                first.plus(step.multipliedBy(rows.stamps().size()));
                        // Without a zone stamps have no offset either.
                        rows.add(
                                row,
                                zone == null
                                        ? time.atOffset(ZoneOffset.UTC)
                                                .toLocalDateTime()
                                                .toString()
                                        : time.toString(),
                                null);
                    },
                    row -> ragged(row, table));
            return rows.table(zone, DateOrder.of(rows.stamps(), request.dates, rows.place(0)));
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
            Map<String, PlainRows> groups = new TreeMap<>();
            WantedRows wanted = new WantedRows(table, request.only);
            table.forEachRow(
                    Silence.SINK,
                    row -> {
                        if (wanted.test(row)) {
                            kinds.add(row);
                            groups.computeIfAbsent(
                                            word(row, word, group),
                                            _ -> new PlainRows(file, columns, request.columns, units, request, kinds))
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
                            .flatMap(rows -> rows.stamps().stream())
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
}
