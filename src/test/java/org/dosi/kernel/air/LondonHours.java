package org.dosi.kernel.air;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Marylebone Road, 1998 to 2005, as it comes with openair.
final class LondonHours {
    private static final Path FILE = Path.of("demo/air/london-1998-2005/mydata.csv.gz");

    private LondonHours() {}

    static HourSeries of(String column) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            int at = Arrays.asList(lines.readLine().split(",", -1)).indexOf(column);
            List<String[]> rows = new ArrayList<>();
            lines.lines().forEach(line -> rows.add(line.split(",", -1)));
            long[] hours = rows.stream()
                    .mapToLong(row -> LocalDateTime.parse(row[0]).toEpochSecond(ZoneOffset.UTC) / 3600)
                    .toArray();
            double[] values = rows.stream()
                    .mapToDouble(row -> row[at].isEmpty() ? Double.NaN : Double.parseDouble(row[at]))
                    .toArray();
            return HourSeries.of(hours, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows of a reference file, each cell without its quotation marks; the first row is the header.
    static List<List<String>> reference(String name) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/reference/air/openair", name)).stream()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .map(cell -> cell.replace("\"", ""))
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// NaN of an empty cell.
    static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /// Monthly (12) or annual (1) means of all values there are, with the first day of each.
    static double[][] means(HourSeries series, int periodsAYear) {
        List<Double> days = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        double sum = 0;
        int count = 0;
        for (int h = 0; h < series.values().length; h++) {
            java.time.LocalDate day = series.date(h);
            java.time.LocalDate start = periodsAYear == 12 ? day.withDayOfMonth(1) : day.withDayOfYear(1);
            if (days.isEmpty() || days.getLast() != start.toEpochDay()) {
                if (!days.isEmpty()) {
                    means.add(sum / count);
                }
                days.add((double) start.toEpochDay());
                sum = 0;
                count = 0;
            }
            if (Double.isFinite(series.values()[h])) {
                sum += series.values()[h];
                count++;
            }
        }
        means.add(sum / count);
        return new double[][] {
            days.stream().mapToDouble(d -> d).toArray(),
            means.stream().mapToDouble(d -> d).toArray()
        };
    }
}
