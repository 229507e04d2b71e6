package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The analyses by wind direction on the command line: their columns, and their numbers against the
/// references.
class DirectionCommandsTest {
    private static final Path REFERENCE = Path.of("src/test/resources/reference/air/openair");

    @TempDir
    Path folder;

    @Test
    void polarBinsAreTheReferences() throws IOException {
        List<List<String>> found = london("polar", "--value", "nox", "--grid", "bins");
        assertThat(found.getFirst())
                .containsExactly("wind_direction_deg", "wind_speed_m_s", "n", "value", "smooth", "standard_error");
        Map<String, List<String>> byCell = new HashMap<>();
        found.stream().skip(1).forEach(row -> byCell.put(row.get(0) + " " + rounded(row.get(1)), row));
        int held = 0;
        for (List<String> row : reference("polar_bins_nox.csv")) {
            List<String> cell = byCell.getOrDefault(row.get(0) + " " + rounded(row.get(2)), List.of());
            if (row.get(3).equals("0")) {
                assertThat(cell).as("empty bins are not written").isEmpty();
            } else {
                assertThat(cell.get(2)).isEqualTo(row.get(3));
                assertThat(number(cell.get(3))).isEqualTo(number(row.get(4)), within(1e-4 * number(row.get(4))));
                // A single hour that took no part may lie where no surface reaches.
                if (!(cell.get(2).equals("1")
                        && cell.get(4).isEmpty()
                        && cell.get(5).isEmpty())) {
                    assertThat(number(cell.get(4))).isNotNegative();
                    assertThat(number(cell.get(5))).isPositive();
                }
                held++;
            }
        }
        assertThat(found).hasSize(held + 1);
    }

    private static String rounded(String speed) {
        return "%.6f".formatted(number(speed));
    }

    @Test
    void theThinPlateSurfaceIsTheReferences() throws IOException {
        List<List<String>> found = london("polar", "--value", "nox", "--grid", "surface", "--smoother", "tprs");
        List<List<String>> reference = reference("polar_gam51_nox.csv");
        assertThat(found.getFirst()).containsExactly("u", "v", "value", "standard_error");
        assertThat(found).hasSize(reference.size() + 1);
        double most =
                reference.stream().mapToDouble(row -> number(row.get(2))).max().orElseThrow();
        for (int i = 0; i < reference.size(); i++) {
            assertThat(number(found.get(i + 1).get(0)))
                    .isEqualTo(number(reference.get(i).get(0)), within(1e-9));
            assertThat(number(found.get(i + 1).get(1)))
                    .isEqualTo(number(reference.get(i).get(1)), within(1e-9));
            assertThat(number(found.get(i + 1).get(2)))
                    .isEqualTo(number(reference.get(i).get(2)), within(1e-6 * most));
        }
    }

    /// The tolerance is that of the kernel's test, which says why it is not the reference's.
    @Test
    void windRegressionGoesDirectionByDirection() throws IOException {
        List<List<String>> found = london("nwr", "--value", "nox");
        List<List<String>> reference = reference("nwr_raw_nox.csv");
        assertThat(found.getFirst()).containsExactly("wind_speed_m_s", "wind_direction_deg", "n", "value");
        assertThat(found).hasSize(reference.size() + 1);
        for (int i = 0; i < reference.size(); i++) {
            assertThat(number(found.get(i + 1).get(0)))
                    .isEqualTo(number(reference.get(i).get(0)), within(1e-9));
            assertThat(found.get(i + 1).get(1)).isEqualTo(reference.get(i).get(1));
            assertThat(found.get(i + 1).get(2)).isEqualTo(reference.get(i).get(2));
            double expected = number(reference.get(i).get(3));
            assertThat(number(found.get(i + 1).get(3))).isEqualTo(expected, within(5e-5 * expected));
        }
    }

    @Test
    void frequenciesAreOfTheWindAloneAndTheReferences() throws IOException {
        for (List<List<String>> found : List.of(
                london("polar-frequency"), london("polar-frequency", "--value", "pm25", "--statistic", "frequency"))) {
            List<List<String>> reference = reference("polarFreq_frequency.csv");
            assertThat(found.getFirst()).containsExactly("wind_direction_deg", "wind_speed_m_s", "n", "value");
            assertThat(found).hasSize(reference.size() + 1);
            for (int i = 0; i < reference.size(); i++) {
                List<String> row = reference.get(i);
                assertThat(found.get(i + 1)).containsExactly(row.get(2), row.get(1), row.get(3), row.get(3));
            }
        }
    }

    @Test
    void meansByClassOfSpeedAreTheReferences() throws IOException {
        List<List<String>> found = london("polar-frequency", "--value", "nox", "--statistic", "mean");
        List<List<String>> reference = reference("polarFreq_mean_nox.csv");
        for (int i = 0; i < reference.size(); i++) {
            assertThat(number(found.get(i + 1).get(3)))
                    .isEqualTo(
                            number(reference.get(i).get(3)),
                            within(1e-9 * number(reference.get(i).get(3))));
        }
    }

    @Test
    void sectorProbabilitiesAreTheReferences() throws IOException {
        for (String percentile : List.of("75", "90")) {
            List<List<String>> found = london("cpf", "--value", "so2", "--percentile", percentile);
            assertThat(found.getFirst()).containsExactly("sector_deg", "n", "m", "cpf");
            List<List<String>> reference = reference("cpf_sector_so2_plainR.csv").stream()
                    .filter(row -> row.get(0).equals(percentile))
                    .toList();
            for (int i = 0; i < 36; i++) {
                List<String> row = reference.get(i);
                assertThat(found.get(i + 1).subList(0, 3)).containsExactly(row.get(2), row.get(3), row.get(4));
                assertThat(number(found.get(i + 1).get(3))).isEqualTo(number(row.get(5)), within(1e-11));
            }
        }
    }

    @Test
    void thePercentileRoseIsTheReferences() throws IOException {
        List<List<String>> found = london("percentile-rose", "--value", "o3");
        assertThat(found.getFirst())
                .containsExactly("wind_direction_deg", "n", "mean", "p25", "p50", "p75", "p90", "p95");
        List<String> order = List.of("999", "25", "50", "75", "90", "95");
        int compared = 0;
        for (List<String> row : reference("percentileRose_o3.csv")) {
            int column = order.indexOf(row.get(3)) + 2;
            int sector = ((int) number(row.get(1)) + 5) / 10;
            boolean lowerEdge = (int) number(row.get(4)) % 2 == 1;
            if (column >= 2 && lowerEdge && sector >= 1) {
                assertThat(found.get(sector).get(0)).isEqualTo(Integer.toString(10 * sector));
                assertThat(number(found.get(sector).get(column))).isEqualTo(number(row.get(2)), within(2e-8));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(6 * 36);
    }

    @Test
    void theWindRoseIsTheReferencesAndStatesItsCalms() throws IOException {
        List<List<String>> found = london("wind-rose");
        assertThat(found.getFirst()).containsExactly("wind_direction_deg", "from", "to", "n", "percent");
        List<List<String>> reference = reference("windRose.csv");
        for (int s = 0; s < 12; s++) {
            double sum = 0;
            int hours = 0;
            for (int j = 0; j < 4; j++) {
                List<String> row = found.get(1 + 4 * s + j);
                assertThat(row.getFirst()).isEqualTo(reference.get(s).get(1));
                hours += Integer.parseInt(row.get(3));
                sum += number(row.get(4));
                assertThat(sum).isEqualTo(number(reference.get(s).get(7 + j)), within(2e-8));
            }
            assertThat(hours).isEqualTo(Integer.parseInt(reference.get(s).get(2)));
        }
        assertThat(found.get(49).subList(0, 4)).containsExactly("calm", "", "", "37");
        assertThat(found.get(50).subList(0, 4)).containsExactly("unknown", "", "", "176");
    }

    @Test
    void anAnnulusHasARowForEachSlotAndDirection() {
        List<List<String>> found = london("annulus", "--value", "nox", "--period", "weekday");
        assertThat(found.getFirst()).containsExactly("period", "wind_direction_deg", "n", "value", "smooth");
        assertThat(found).hasSize(1 + 7 * 36);
        assertThat(found.get(1).subList(0, 2)).containsExactly("1", "10");
    }

    @Test
    void twoPollutantsAreCompared() {
        List<List<String>> found = london(
                "polar", "--value", "pm25", "--with", "pm10", "--statistic", "robust-slope", "--from", "2003-01-01");
        double[] slopes = found.stream()
                .skip(1)
                .filter(row -> !row.get(3).isEmpty())
                .mapToDouble(row -> number(row.get(3)))
                .toArray();
        assertThat(slopes.length).isGreaterThan(200);
        assertThat(Arrays.stream(slopes).average().orElseThrow()).isBetween(0.4, 0.7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "polar",
                "nwr",
                "polar-frequency",
                "wind-rose",
                "pollution-rose",
                "percentile-rose",
                "cpf",
                "annulus"
            })
    void everyAnalysisIsDrawn(String analysis) throws IOException {
        Path svg = folder.resolve(analysis + ".svg");
        Path png = folder.resolve(analysis + ".png");
        run(analysis, "--value", "so2", "--from", "2003-01-01", "--to", "2003-04-01", "--out", svg.toString());
        run(
                analysis,
                "--value",
                "so2",
                "--from",
                "2003-01-01",
                "--to",
                "2003-04-01",
                "--out",
                png.toString(),
                "--lang",
                "ko",
                "--theme",
                "dark");
        assertThat(Files.readString(svg)).contains("<svg", ">N<", ">W<");
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aPolarPlotSaysWhatItsFewHoursDo() throws IOException {
        assertThat(caption()).contains("bins of fewer than 2 h cannot raise it");
        assertThat(caption("--min-hours", "4")).contains("bins of fewer than 4 h cannot raise it");
        assertThat(caption("--min-hours", "1")).contains("bins of a single hour show in it");
        assertThat(caption("--min-hours", "1", "--lang", "ko")).contains("한 시간뿐인 구간도 곡면에 나타남");
        assertThat(caption("--statistic", "robust-slope", "--with", "nox")).contains("bins of fewer than 2 h left out");
    }

    private String caption(String... more) throws IOException {
        Path svg = folder.resolve("caption.svg");
        List<String> args = new ArrayList<>(List.of("polar", "--value", "so2", "--out", svg.toString()));
        args.addAll(List.of("--from", "2003-01-01", "--to", "2003-04-01"));
        args.addAll(List.of(more));
        run(args.toArray(String[]::new));
        return Files.readString(svg);
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertThat(failed("polar", "--value", "nox", "--statistic", "correlation"))
                .isEqualTo("--with: expected a second value for correlation, found ''");
        assertThat(failed("polar", "--value", "nox", "--statistic", "cpf", "--percentile", "90,75"))
                .isEqualTo("--percentile: expected one number, or two that rise, found '90,75'");
        assertThat(failed("polar", "--value", "nox", "--smoother", "loess"))
                .isEqualTo("--smoother: expected one of fast, tprs, found 'loess'");
        assertThat(failed("wind-rose", "--breaks", "0,4,2"))
                .isEqualTo("--breaks: expected numbers that rise, found '0,4,2'");
        assertThat(failed("nwr", "--value", "pm25", "--from", "1998-01-01", "--to", "1998-01-02"))
                .isEqualTo("expected hours with wind and pm25, found none");
    }

    /// The Korea Meteorological Administration's 16 points, written in tens of degrees.
    private Path korean() throws IOException {
        int[] tens = {2, 5, 7, 9, 11, 14, 16, 18, 20, 23, 25, 27, 29, 32, 34, 36};
        StringBuilder rows = new StringBuilder("time,so2,ws,wd\n");
        for (int h = 0; h < 960; h++) {
            rows.append("%s,%.3f,%.1f,%d\n"
                    .formatted(
                            LocalDateTime.of(2021, 5, 1, 0, 0).plusHours(h),
                            0.004 + 0.001 * (h % 3),
                            0.5 + h * 7 % 40 / 10.0,
                            10 * tens[h * 5 % 16]));
        }
        return Files.writeString(folder.resolve("korean.csv"), rows);
    }

    private static String[] korean(Path file, String analysis, String speed, String direction, String... more) {
        List<String> all = new ArrayList<>(List.of(analysis, "--csv", file.toString(), "--time", "time", "--value"));
        all.addAll(List.of("so2", "--wind-speed", speed, "--wind-direction", direction));
        all.addAll(more.length > 1 && more[0].equals("--out") ? List.of() : List.of("--out", "-"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void windInSixteenPointsIsSortedIntoSixteenSectors() throws IOException {
        Path file = korean();
        for (String analysis : List.of("percentile-rose", "polar-frequency", "nwr", "polar", "annulus", "cpf")) {
            AirRun run = AirRun.of(korean(file, analysis, "ws", "wd"));
            assertThat(run.err).as(analysis).isEmpty();
            List<List<String>> cells = AirRun.cells(run.lines());
            String column = analysis.equals("cpf") ? "sector_deg" : "wind_direction_deg";
            int at = cells.getFirst().indexOf(column);
            assertThat(cells.stream()
                            .skip(1)
                            .map(row -> number(row.get(at)) % 360)
                            .distinct())
                    .as(analysis)
                    .hasSize(16)
                    .contains(22.5, 45.0);
        }
        assertThat(AirRun.of(korean(file, "percentile-rose", "ws", "wd", "--sectors", "36"))
                        .lines())
                .as("as many as were asked for")
                .hasSize(37);
        assertThat(AirRun.of(korean(file, "wind-rose", "ws", "wd")).lines())
                .as("four classes of each sector, calm and unknown")
                .hasSize(1 + 4 * 16 + 2);
        Path json = folder.resolve("nwr.json");
        AirRun.of(korean(file, "nwr", "ws", "wd", "--out", json.toString()));
        assertThat(Files.readString(json).replaceAll("\\s", ""))
                .contains("\"direction_step_deg\":22.5", "\"direction-sigma\":\"11.25\"", "\"sectors\":\"16\"");
    }

    @Test
    void exchangedColumnsOfWindAreRefused() throws IOException {
        AirRun run = AirRun.of(korean(korean(), "polar", "wd", "ws"));
        assertThat(run.code).isNotZero();
        assertThat(run.err.strip())
                .isEqualTo(
                        "--wind-speed: expected m/s from 0 to 75 (WMO-No. 8), found 780 of 960 hours outside, 20 to 360,"
                                + " in column 'wd'; are 'wd' and 'ws' exchanged?");
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    private static List<List<String>> london(String... args) {
        return AirRun.cells(run(args).lines());
    }

    private static AirRun run(String... args) {
        AirRun run = AirRun.of(arguments(args));
        assertThat(run.err).isEmpty();
        return run;
    }

    private static String failed(String... args) {
        AirRun run = AirRun.of(arguments(args));
        assertThat(run.code).isNotZero();
        assertThat(run.err.lines()).hasSize(1);
        return run.err.strip();
    }

    private static String[] arguments(String... args) {
        return AirRun.londonArguments(args[0], Arrays.copyOfRange(args, 1, args.length));
    }

    private static List<List<String>> reference(String file) throws IOException {
        List<List<String>> rows = AirRun.cells(Files.readAllLines(REFERENCE.resolve(file)));
        return rows.subList(1, rows.size());
    }
}
