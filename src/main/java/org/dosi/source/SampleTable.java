package org.dosi.source;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dosi.model.Place;
import org.jspecify.annotations.Nullable;

/// A user's table of samples: the first column is their time, every other one a species, every row a sample.
///
/// Rows stay in their order, which pairs them with those of another table; the same time may come twice.
/// Times and missing values are read as in [PlainTable] (EPA PMF writes -999); anything else that is no number is
/// refused with its place.
///
/// @param zone null where stamps carry no zone and are taken as written
/// @param stations of the rows; empty where the file has no column of stations
/// @param values row by row; NaN for a missing one
/// @param lines of the file, for messages
public record SampleTable(
        String file,
        @Nullable ZoneId zone,
        long[] timeS,
        List<String> stations,
        List<String> species,
        double[][] values,
        List<Long> lines) {
    public SampleTable {
        stations = List.copyOf(stations);
        species = List.copyOf(species);
        lines = List.copyOf(lines);
    }

    /// @param kind what the file should be, for messages
    /// @param zone of stamps without an offset; null to take them as written
    /// @param dates as in [PlainTable.Request]
    /// @param stationColumn heading of the column of stations, which is no species; null for none
    /// @throws SourceException if it is no such table
    public static SampleTable read(
            SourceFile file,
            String kind,
            @Nullable ZoneId zone,
            @Nullable DateOrder dates,
            @Nullable String stationColumn) {
        try (CsvTable table = CsvTable.open(file, kind)) {
            List<String> headings = table.headings();
            if (headings.size() < 2) {
                throw table.wrongKind("a column of times and one or more of species");
            }
            int station = stationColumn == null ? -1 : headings.indexOf(stationColumn);
            if (stationColumn != null && station < 1) {
                throw table.wrongKind("a column '" + stationColumn + "' of stations");
            }
            List<String> species = new ArrayList<>(headings.subList(1, headings.size()));
            if (station > 0) {
                species.remove(station - 1);
            }
            List<String> stations = new ArrayList<>();
            List<String> stamps = new ArrayList<>();
            List<double[]> values = new ArrayList<>();
            List<Long> lines = new ArrayList<>();
            table.forEachRow(
                    Silence.SINK,
                    row -> {
                        stamps.add(row.text(0));
                        lines.add(row.line());
                        values.add(numbers(row, headings, station));
                        if (station > 0) {
                            stations.add(row.text(station));
                        }
                    },
                    row -> {
                        throw new SourceException(
                                row.place(), "a row of " + headings.size() + " cells", row.size() + " cells");
                    });
            boolean offsets = stamps.stream().anyMatch(UserStamps::hasOffset);
            return new SampleTable(
                    file.name(),
                    zone == null && offsets ? ZoneOffset.UTC : zone,
                    times(file, headings.getFirst(), stamps, lines, zone, dates),
                    stations,
                    species,
                    values.toArray(double[][]::new),
                    lines);
        }
    }

    private static double[] numbers(CsvRow row, List<String> headings, int station) {
        double[] cells = new double[headings.size() - (station > 0 ? 2 : 1)];
        int at = 0;
        for (int column = 1; column < headings.size(); column++) {
            if (column != station) {
                cells[at++] = number(row, column, headings.get(column));
            }
        }
        return cells;
    }

    private static double number(CsvRow row, int column, String heading) {
        String text = row.text(column);
        if (Numbers.Missing.USERS.matches(text)) {
            return Double.NaN;
        }
        double number = Numbers.parse(text);
        if (Double.isNaN(number)) {
            throw new SourceException(row.place(column, heading), "a number", text);
        }
        return number;
    }

    private static long[] times(
            SourceFile file,
            String heading,
            List<String> stamps,
            List<Long> lines,
            @Nullable ZoneId zone,
            @Nullable DateOrder dates) {
        // The EPA's files write the month first; rows pair by position, so that nothing hangs on an open order.
        DateOrder order = dates == null ? DateOrder.told(stamps).orElse(DateOrder.MDY) : dates;
        long[] times = new long[stamps.size()];
        for (int i = 0; i < times.length; i++) {
            String stamp = stamps.get(i);
            Place place = Place.of(file.name(), lines.get(i)).column(heading);
            times[i] = UserStamps.parse(stamp, zone == null ? ZoneOffset.UTC : zone, order)
                    .orElseThrow(() -> new SourceException(place, UserStamps.EXPECTED, stamp));
        }
        return times;
    }

    /// Where a value stands, for messages.
    public Place place(int row, int column) {
        return Place.of(file, lines.get(row)).column(species.get(column));
    }
}
