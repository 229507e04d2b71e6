package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real cycles and real weather without a real connection: the concentrations of one year of Marylebone
/// Road with the wind of another, at the same time of the year and the same day of the week.
class WindOfOtherYearsTest {
    private static final Path LONDON = Path.of("demo/air/london-1998-2005/mydata.csv.gz");
    private static final int HOURS = 364 * 24;
    private static final int YEARS = 7;

    private static List<String[]> rows() throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(LONDON)), StandardCharsets.UTF_8))) {
            return in.lines().map(line -> line.split(",", -1)).toList();
        }
    }

    private static double[] column(List<String[]> rows, String heading) {
        int at = Arrays.asList(rows.getFirst()).indexOf(heading);
        return rows.stream()
                .skip(1)
                .mapToDouble(row -> row[at].isEmpty() ? Double.NaN : Double.parseDouble(row[at]))
                .toArray();
    }

    /// Of 42 pairs of different years 2.1 p values below 0.05 are expected; they depend on each other,
    /// and still 7 or more would come with probability 0.01. Of the 7 years with their own wind all are.
    @ParameterizedTest
    @CsvSource({"nox", "so2", "o3", "pm10"})
    void theWindOfAnotherYearShowsNoDirection(String pollutant) throws IOException {
        List<String[]> rows = rows();
        double[] value = column(rows, pollutant);
        double[] from = column(rows, "wd");
        double[] speed = column(rows, "ws");
        long[] hour = IntStream.range(0, HOURS).asLongStream().toArray();
        double[] p = IntStream.range(0, YEARS * YEARS)
                .parallel()
                .mapToDouble(pair -> {
                    int air = pair / YEARS * HOURS;
                    int wind = pair % YEARS * HOURS;
                    DirectionSeries series = new DirectionSeries(
                            hour,
                            Arrays.copyOfRange(from, wind, wind + HOURS),
                            Arrays.copyOfRange(speed, wind, wind + HOURS),
                            Arrays.copyOfRange(value, air, air + HOURS));
                    return PrincipalDirection.of(series, new DirectionRules(1, 0.99, 15, 499, 19, 0.95, pair))
                            .p();
                })
                .toArray();
        long low = IntStream.range(0, p.length)
                .filter(pair -> pair / YEARS != pair % YEARS && p[pair] <= 0.05)
                .count();
        long own =
                IntStream.range(0, YEARS).filter(y -> p[y * YEARS + y] <= 0.01).count();

        assertThat(low).isLessThan(7);
        assertThat(own).isGreaterThanOrEqualTo(6);
    }
}
