package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `--by`: one analysis for each group.
class GroupsCommandTest {
    private static final List<String> LONDON = List.of(
            "--csv",
            "demo/air/london-1998-2005/mydata.csv.gz",
            "--time",
            "date_gmt",
            "--wind-speed",
            "ws",
            "--wind-direction",
            "wd",
            "--to",
            "2000-01-01");

    @TempDir
    Path folder;

    static Stream<String> analyses() {
        return Stream.of(
                "variation",
                "trend",
                "wind-rose",
                "pollution-rose",
                "percentile-rose",
                "polar-frequency",
                "polar",
                "cpf",
                "nwr",
                "annulus");
    }

    /// Each group's rows are those of the group's hours alone, behind a leading column; and the plot names them.
    @ParameterizedTest
    @MethodSource("analyses")
    void groupsStandOneBelowTheOtherBehindALeadingColumn(String analysis) throws IOException {
        List<String> value = analysis.equals("wind-rose") ? List.of() : List.of("--value", "nox");
        List<String> whole = run(analysis, value, "--out", "-").lines();
        List<String> grouped =
                run(analysis, value, "--by", "season", "--out", "-").lines();
        Path plot = folder.resolve("plot.svg");
        assertThat(run(analysis, value, "--by", "season", "--out", plot.toString()).err)
                .isEqualTo(
                        analysis.equals("trend")
                                ? "dosi: spring, summer, autumn, winter: 6 months: season and trend cannot be told apart"
                                        + " (a trend takes more than 24)\n"
                                : "");

        assertThat(grouped.getFirst()).isEqualTo("season," + whole.getFirst());
        assertThat(grouped.stream()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .distinct())
                .containsExactly("spring", "summer", "autumn", "winter");
        assertThat(Files.readString(plot)).contains("spring", "winter", "by season");
    }

    /// Hours of all sectors add up to those of the whole, and every group's threshold is that of all data.
    /// Months of London's NO2 follow each other; a remark names the group that it is of.
    @Test
    void aRemarkNamesItsGroup() {
        assertThat(AirRun.london("trend", "--value", "no2", "--by", "weekend", "--out", "-")
                        .err
                        .lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("dosi: (Mon–Fri|Sat, Sun): the residuals of neighbouring periods .*"));
    }

    @Test
    void whatIsHighIsHighForAllGroupsAlike() {
        List<List<String>> whole =
                AirRun.cells(run("cpf", List.of("--value", "so2"), "--out", "-").lines());
        List<List<String>> grouped = AirRun.cells(run("cpf", List.of("--value", "so2"), "--by", "weekend", "--out", "-")
                .lines());

        for (int column = 1; column <= 2; column++) {
            assertThat(sum(grouped, column + 1)).isEqualTo(sum(whole, column));
        }
    }

    /// A file of two seasons written apart gives the same as `--by` on both together.
    @Test
    void aGroupIsAnalysedAsIfItWereAll() throws IOException {
        Path hours = folder.resolve("hours.csv");
        Path springs = folder.resolve("springs.csv");
        List<String> all = new ArrayList<>(List.of("time,x,y"));
        List<String> own = new ArrayList<>(List.of("time,x,y"));
        for (int year = 2001; year <= 2009; year++) {
            for (int month = 1; month <= 12; month++) {
                String line = "%d-%02d-15T00:00,%d,%d".formatted(year, month, 3 * (year - 2000) + month, month);
                all.add(line);
                if (month >= 3 && month <= 5) {
                    own.add(line);
                }
            }
        }
        Files.write(hours, all);
        Files.write(springs, own);
        String bySeason = AirRun.of("trend", "--csv", "" + hours, "--value", "x", "--by", "season", "--out", "-").out;
        String alone = AirRun.of("trend", "--csv", "" + springs, "--value", "x", "--out", "-").out;

        assertThat(bySeason.lines().skip(1).findFirst())
                .contains("spring," + alone.lines().skip(1).findFirst().orElseThrow());
        List<String> cells =
                AirRun.cells(List.of(alone.lines().toList().get(1))).getFirst();
        assertThat(Double.parseDouble(cells.get(0)))
                .as("3 a year, months' levels taken away")
                .isCloseTo(3, within(0.05));
        assertThat(cells.get(5)).isEqualTo("theil-sen month-means");
    }

    /// By hand: quarters of 1…8 hold two each, an upper end inside.
    @Test
    void aColumnIsPartedAtItsQuartiles() throws IOException {
        Path hours = folder.resolve("hours.csv");
        List<String> lines = new ArrayList<>(List.of("time,x,temp"));
        for (int i = 1; i <= 8; i++) {
            lines.add("2020-01-0%dT00:00,%d,%d".formatted(i, 10 * i, i));
        }
        lines.add("2020-01-09T00:00,1,");
        Files.write(hours, lines);

        AirRun run = AirRun.of("variation", "--csv", "" + hours, "--value", "x", "--by", "temp", "--out", "-");

        assertThat(run.err).isEmpty();
        assertThat(run.lines().getFirst()).isEqualTo("temp_quarter,part,group,n,mean,lower,upper");
        List<List<String>> midnights = AirRun.cells(
                run.lines().stream().filter(line -> line.contains(",hour,0,")).toList());
        assertThat(midnights)
                .extracting(row -> row.get(0) + ":" + row.get(3) + ":" + row.get(4))
                .containsExactly("1:2:15", "2:2:35", "3:2:55", "4:2:75");
    }

    @Test
    void windSectorsLeaveCalmsOut() {
        List<List<String>> rows =
                AirRun.cells(run("variation", List.of("--value", "nox"), "--by", "wind-sector", "--out", "-")
                        .lines());

        assertThat(rows.getFirst().getFirst()).isEqualTo("wind_sector");
        assertThat(rows.stream().skip(1).map(List::getFirst).distinct())
                .containsExactly("N", "NE", "E", "SE", "S", "SW", "W", "NW");
    }

    @Test
    void aWordThatIsNearlyAGroupingIsSaidSo() {
        AirRun run = run("variation", List.of("--value", "nox"), "--by", "weekdy", "--out", "-");

        assertThat(run.code).isEqualTo(1);
        assertThat(run.err.strip())
                .isEqualTo(
                        "--by: expected one of season, month, year, weekday, weekend, hour, wind-sector, or a column,"
                                + " found 'weekdy'; did you mean weekday?");
    }

    @Test
    void aWordThatIsNoGroupingAndNoColumnIsSaidWithTheGroupingsFirst() {
        AirRun run = run("variation", List.of("--value", "nox"), "--by", "saison", "--out", "-");

        assertThat(run.err)
                .startsWith("--by: expected one of season, month, year, weekday, weekend, hour, wind-sector,"
                        + " or a column (date_gmt, ws, wd, ")
                .endsWith("), found 'saison'\n");
    }

    private static long sum(List<List<String>> rows, int column) {
        return rows.stream()
                .skip(1)
                .mapToLong(row -> Long.parseLong(row.get(column)))
                .sum();
    }

    private static AirRun run(String analysis, List<String> more, String... last) {
        List<String> args = new ArrayList<>(List.of(analysis));
        args.addAll(LONDON);
        args.addAll(more);
        args.addAll(Arrays.asList(last));
        return AirRun.of(args.toArray(String[]::new));
    }
}
