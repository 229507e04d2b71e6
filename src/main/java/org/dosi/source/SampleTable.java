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
/// @param values row by row; NaN for a missing one
/// @param lines of the file, for messages
public record SampleTable(
        String file, @Nullable ZoneId zone, long[] timeS, List<String> species, double[][] values, List<Long> lines) {
    public SampleTable {
        species = List.copyOf(species);
        lines = List.copyOf(lines);
    }

    /// @param kind what the file should be, for messages
    /// @param zone of stamps without an offset; null to take them as written
    /// @param dates as in [PlainTable.Request]
    /// @throws SourceException if it is no such table
    public static SampleTable read(SourceFile file, String kind, @Nullable ZoneId zone, @Nullable DateOrder dates) {
        try (CsvTable table = CsvTable.open(file, kind)) {
            List<String> headings = table.headings();
            if (headings.size() < 2) {
                throw table.wrongKind("a column of times and one or more of species");
            }
            List<String> stamps = new ArrayList<>();
            List<double[]> values = new ArrayList<>();
            List<Long> lines = new ArrayList<>();
            table.forEachRow(
                    Silence.SINK,
                    row -> {
                        stamps.add(row.text(0));
                        lines.add(row.line());
                        values.add(numbers(row, headings));
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
                    headings.subList(1, headings.size()),
                    values.toArray(double[][]::new),
                    lines);
        }
    }

    private static double[] numbers(CsvRow row, List<String> headings) {
        double[] cells = new double[headings.size() - 1];
        for (int i = 0; i < cells.length; i++) {
            String text = row.text(i + 1);
            cells[i] = Double.NaN;
            if (!Numbers.Missing.USERS.matches(text)) {
                cells[i] = Numbers.parse(text);
                if (Double.isNaN(cells[i])) {
                    throw new SourceException(row.place(i + 1, headings.get(i + 1)), "a number", text);
                }
            }
        }
        return cells;
    }

    private static long[] times(
            SourceFile file,
            String heading,
            List<String> stamps,
            List<Long> lines,
            @Nullable ZoneId zone,
            @Nullable DateOrder dates) {
        Place first = Place.of(file.name(), lines.getFirst()).column(heading);
        DateOrder order = DateOrder.of(stamps, dates, first);
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
