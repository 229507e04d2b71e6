package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The analyses of time on the command line, against openair's figures where there are some.
class TimeCommandsTest {
    private static final Path REFERENCE = Path.of("src/test/resources/reference/air/openair");

    @TempDir
    Path folder;

    private static AirRun london(String analysis, String value, String... more) {
        List<String> args = new ArrayList<>(List.of("--value", value));
        args.addAll(Arrays.asList(more));
        return AirRun.london(analysis, args.toArray(String[]::new));
    }

    /// London's columns say nothing of their units, and whoever asks for the law hears of it.
    private static List<List<String>> table(AirRun run) {
        assertThat(run.err.lines()).allMatch(line -> line.contains("expected its unit"));
        return AirRun.cells(run.lines());
    }

    private static List<List<String>> reference(String name) throws IOException {
        return AirRun.cells(Files.readAllLines(REFERENCE.resolve(name)));
    }

    private static double number(List<List<String>> table, int row, String column) {
        return Double.parseDouble(table.get(row).get(table.getFirst().indexOf(column)));
    }

    @Test
    void annualStatisticsHaveOpenairsColumnsAndNumbers() throws IOException {
        List<List<String>> found = table(london("statistics", "no2,o3,pm10"));
        List<List<String>> wanted = reference("aqStats_no2_o3_pm10_75.csv");
        List<String> head = found.getFirst();
        Map<String, List<String>> byYear = new HashMap<>();
        found.forEach(row -> byYear.put(row.get(0) + row.get(1), row));
        for (List<String> row : wanted.subList(1, wanted.size())) {
            List<String> ours = byYear.getOrDefault(row.get(1) + row.get(2), List.of());
            for (int column = 4; column < row.size(); column++) {
                String name = wanted.getFirst().get(column);
                String cell = ours.get(head.indexOf(name));
                if (row.get(column).isEmpty()) {
                    assertThat(cell).as("%s of %s", name, ours).isEmpty();
                } else {
                    assertThat(Double.parseDouble(cell))
                            .as("%s of %s", name, ours)
                            .isEqualTo(Double.parseDouble(row.get(column)), within(1e-7));
                }
            }
        }
        assertThat(found).hasSameSizeAs(wanted);
    }

    /// By hand from the parts: of London's hours of NO2 in 2003, taken as ppb, one is above 200; the law's limit
    /// is 100 ppb for 99.9 % of the hours.
    @Test
    void theLawSpeaksWhereTheUnitIsKnown() {
        List<List<String>> told = table(london("statistics", "no2", "--unit", "ppb", "--from", "2003-01-01"));
        assertThat(told.get(1).get(told.getFirst().indexOf("law"))).isEqualTo("exceeded");
        assertThat(number(told, 1, "law_hour_p99.9")).isGreaterThan(100);
        assertThat(told.get(1).get(told.getFirst().indexOf("hours")))
                .as("µg/m³ only")
                .isEmpty();
        List<List<String>> untold = table(london("statistics", "no2", "--from", "2003-01-01"));
        assertThat(untold.get(1).get(untold.getFirst().indexOf("law"))).isEmpty();
        assertThat(number(untold, 1, "hours")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "hour, timeVariation_nox_hour.csv",
        "weekday, timeVariation_nox_weekday.csv",
        "month, timeVariation_nox_month.csv"
    })
    void variationHasOpenairsGroupsAndIntervals(String part, String file) throws IOException {
        List<List<String>> found = table(london("variation", "nox"));
        assertThat(found.getFirst()).containsExactly("part", "group", "n", "mean", "lower", "upper");
        List<List<String>> rows = new ArrayList<>(List.of(found.getFirst()));
        found.stream().filter(row -> row.getFirst().equals(part)).forEach(rows::add);
        List<List<String>> wanted = reference(file);
        assertThat(rows).hasSameSizeAs(wanted);
        for (int row = 1; row < wanted.size(); row++) {
            assertThat(rows.get(row).get(1)).isEqualTo(wanted.get(row).getFirst());
            double mean = number(wanted, row, "mid");
            assertThat(number(rows, row, "mean")).isEqualTo(mean, within(1e-9 * mean));
            assertThat(number(rows, row, "lower")).isEqualTo(number(wanted, row, "min"), within(1e-6));
            assertThat(number(rows, row, "upper")).isEqualTo(number(wanted, row, "max"), within(1e-6));
        }
    }

    @Test
    void severalVariablesAndTheirDifferenceAreTold() {
        List<List<String>> found = table(london("variation", "no2,nox", "--difference"));
        assertThat(found.getFirst()).startsWith("value", "part");
        assertThat(found).hasSize(1 + 3 * (24 + 7 + 12 + 168));
        assertThat(found.getLast().getFirst()).isEqualTo("nox - no2");
        double less = number(found, 1, "mean");
        double all = number(found, 1 + 211, "mean");
        // Hours with one of the two missing count in its mean, but not in the difference.
        assertThat(number(found, 1 + 2 * 211, "mean")).isEqualTo(all - less, within(0.02 * all));
    }

    @Test
    void theCalendarHasOpenairsDays() throws IOException {
        List<List<String>> found = table(london("calendar", "pm10", "--year", "2003"));
        Map<String, Double> days = new HashMap<>();
        found.stream().skip(1).forEach(row -> days.put(row.get(0), Double.valueOf(row.get(1))));
        assertThat(days).hasSize(365);
        List<List<String>> wanted = reference("calendarPlot_pm10_2003.csv");
        int date = wanted.getFirst().indexOf("date");
        int compared = 0;
        for (List<String> row : wanted.subList(1, wanted.size())) {
            if (!row.get(date).isEmpty()) {
                assertThat(days.get(row.get(date)))
                        .as(row.get(date))
                        .isEqualTo(Double.parseDouble(row.get(date + 1)), within(1e-7));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(365);
    }

    @ParameterizedTest
    @CsvSource({
        "month, on, TheilSen_nox_deseason_res2.csv, theil-sen stl",
        "year, off, TheilSen_nox_annual_res2.csv, theil-sen"
    })
    void trendsAreOpenairs(String period, String deseason, String file, String method) throws IOException {
        List<List<String>> found =
                table(london("trend", "nox", "--period", period, "--deseason", deseason, "--autocorrelation", "off"));
        List<List<String>> wanted = reference(file);
        assertThat(found.getFirst()).containsExactly("slope_per_year", "lower", "upper", "p", "n", "method");
        assertThat(number(found, 1, "slope_per_year")).isEqualTo(number(wanted, 1, "slope"), within(1e-6));
        assertThat(number(found, 1, "lower")).isEqualTo(number(wanted, 1, "lower"), within(1e-6));
        assertThat(number(found, 1, "upper")).isEqualTo(number(wanted, 1, "upper"), within(1e-6));
        assertThat(number(found, 1, "p")).isEqualTo(number(wanted, 1, "p"), within(1e-8));
        assertThat(found.get(1).getLast()).isEqualTo(method);
    }

    /// Months of London's NO2 follow each other; whoever asks for blocks of them needs no warning.
    @Test
    void neighboursThatResembleEachOtherAreRemarked() {
        assertThat(london("trend", "no2", "--out", "-").err)
                .contains("lag-1 autocorrelation 0.42", "compare --autocorrelation on");
        assertThat(london("trend", "no2", "--autocorrelation", "on", "--out", "-").err)
                .isEmpty();
    }

    /// Twenty-four months are taken as they are, of twenty-five the season is taken away.
    @ParameterizedTest
    @CsvSource({"2000-01-01, true", "2000-02-01, false"})
    void aSeasonIsNotSoldAsATrend(String to, boolean told) throws IOException {
        Path svg = folder.resolve("short.svg");
        assertThat(london("trend", "nox", "--to", to, "--out", svg.toString()).err)
                .isEqualTo(
                        told
                                ? "dosi: 24 months: season and trend cannot be told apart (a trend takes more than 24)\n"
                                : "");
        String plot = Files.readString(svg);
        assertThat(plot.contains("24 months: season and trend cannot be told apart"))
                .isEqualTo(told);
        assertThat(plot.contains("p = ") || plot.contains("p &lt; ")).isEqualTo(!told);
    }

    /// A curve through few months is no more of a trend than a line.
    @ParameterizedTest
    @CsvSource({"theil-sen, 1998-11-01", "smooth, 1998-11-01"})
    void tenMonthsAreNoTrend(String method, String to) throws IOException {
        Path svg = folder.resolve("short.svg");
        assertThat(london("trend", "nox", "--method", method, "--to", to, "--out", svg.toString()).err)
                .isEqualTo("dosi: 10 months: season and trend cannot be told apart (a trend takes more than 24)\n");
        assertThat(Files.readString(svg)).contains("10 months: season and trend cannot be told apart");
    }

    @Test
    void thePartsOfStlAreThoseOfR() throws IOException {
        List<List<String>> found = table(london("trend", "nox", "--method", "stl"));
        List<List<String>> wanted = reference("stl_monthly_nox.csv");
        assertThat(found).hasSameSizeAs(wanted);
        for (int row = 1; row < wanted.size(); row++) {
            assertThat(found.get(row).getFirst()).startsWith(wanted.get(row).getFirst());
            for (String column : List.of("value", "seasonal", "trend", "remainder")) {
                assertThat(number(found, row, column)).isEqualTo(number(wanted, row, column), within(1e-6));
            }
        }
    }

    @Test
    void theSmoothTrendRunsFromTheFirstPeriodToTheLast() {
        List<List<String>> found = table(london("trend", "nox", "--method", "smooth"));
        assertThat(found).hasSize(101);
        assertThat(found.get(1).getFirst()).isEqualTo("1998-01-01T00:00:00");
        assertThat(found.getLast().getFirst()).isEqualTo("2005-06-01T00:00:00");
        for (int row = 1; row <= 100; row++) {
            assertThat(number(found, row, "value")).isBetween(number(found, row, "lower"), number(found, row, "upper"));
        }
    }

    /// By hand: the mean of the first three hours with a value, 1 to 3 of the file, and gaps that are absent rows.
    @Test
    void absentRowsAreMissingHours() throws IOException {
        Path file = folder.resolve("gap.csv");
        Files.writeString(
                file, "time,o3\n2020-01-01T00:00,1\n2020-01-01T01:00,2\n2020-01-01T02:00,3\n2020-01-01T06:00,9\n");
        AirRun run = AirRun.of("rolling", "--csv", file.toString(), "--value", "o3", "--width", "3", "--capture", "60");
        assertThat(run.out).isEqualTo("""
                        time,value
                        2020-01-01T00:00:00,
                        2020-01-01T01:00:00,1.5
                        2020-01-01T02:00:00,2
                        2020-01-01T06:00:00,
                        """);
    }

    @Test
    void theTrendLevelNamesItsCells() {
        List<List<String>> found = table(london("trend-level", "nox", "--x", "wind", "--y", "year"));
        assertThat(found.getFirst()).containsExactly("x", "y", "n", "value");
        assertThat(found).hasSize(1 + 8 * 8);
        assertThat(found.get(2)).startsWith("NE", "1998");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rolling",
                "statistics --unit ppb",
                "variation --normalise",
                "calendar --year 2001",
                "trend --autocorrelation on",
                "trend --method smooth",
                "trend --method stl",
                "trend-level --x wind"
            })
    void everyAnalysisIsDrawn(String command) throws IOException {
        List<String> words = List.of(command.split(" "));
        Path svg = folder.resolve("plot.svg");
        Function<String[], String[]> with = style -> {
            List<String> args = new ArrayList<>(words.subList(1, words.size()));
            args.addAll(List.of("--out", svg.toString()));
            args.addAll(Arrays.asList(style));
            return args.toArray(String[]::new);
        };
        AirRun run = london(words.getFirst(), "no2", with.apply(new String[] {"--lang", "ko", "--theme", "dark"}));
        assertThat(run.err).isEmpty();
        assertThat(Files.readString(svg))
                .startsWith("<svg")
                .endsWith("</svg>\n")
                .doesNotContain("NaN");
    }

    /// A year without a value, a single row: no statistic, and still a table and a plot.
    @ParameterizedTest
    @ValueSource(
            strings = {"rolling", "statistics", "variation", "calendar", "trend", "trend --method smooth", "trend-level"
            })
    void almostNothingIsNoFailure(String command) throws IOException {
        for (String rows : List.of("2020-01-01T00:00,\n2020-01-01T01:00,\n", "2020-01-01T00:00,4\n")) {
            Path file = folder.resolve("little.csv");
            Path svg = folder.resolve("little.svg");
            Files.writeString(file, "time,o3\n" + rows);
            for (String out : List.of("-", svg.toString())) {
                List<String> args = new ArrayList<>(List.of(command.split(" ")));
                args.addAll(List.of("--csv", file.toString(), "--value", "o3", "--out", out));
                AirRun run = AirRun.of(args.toArray(String[]::new));
                String empty = "dosi: column 'o3': no number in the rows that were asked for";
                assertThat(run.err.contains(empty)).isEqualTo(rows.startsWith("2020-01-01T00:00,\n"));
                assertThat(run.err.lines().filter(line -> !line.equals(empty)))
                        .allMatch(line -> line.contains("expected its unit")
                                || line.matches("dosi: too few periods for a trend: (0 months|1 month) with a value"))
                        .hasSize(command.matches("(statistics|trend).*") && !command.equals("trend-level") ? 1 : 0);
                assertThat(run.code).isZero();
            }
            assertThat(Files.readString(svg)).doesNotContain("NaN");
        }
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertThat(london("trend", "nox", "--method", "stl", "--period", "year").err)
                .startsWith("--method: expected more than 24 months for stl");
        assertThat(london("trend", "nox", "--repeats", "3").err).startsWith("--repeats: expected a whole number");
        assertThat(london("variation", "nox", "--difference").err).startsWith("--difference: expected two values");
        assertThat(london("trend-level", "nox", "--x", "hour").err).startsWith("--y: expected another grouping");
        assertThat(london("rolling", "nox,no2").err).startsWith("--value: expected one value");
    }
}
