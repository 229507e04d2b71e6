package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `index`, `alerts` and `surface` on a plain file of Seoul's network, stamped with the start of each hour.
class StateCommandTest {
    private static final String SEOUL = "demo/air/seoul-2017/seoul_air_25stations_hourly_2017.csv.gz";
    private static final Path STATIONS = Path.of("demo/air/seoul-2017/Measurement_station_info.csv");
    private static final String ALL = "so2_ppm,no2_ppm,co_ppm,o3_ppm,pm10_ugm3,pm25_ugm3";

    @TempDir
    Path folder;

    /// By hand for Jongno-gu (101): the 24-h predicted mean of PM10 is 109.34, so the sub-index is
    /// 101 + 149 / 69 · (109 - 81) = 161.46, and nothing else is bad.
    @Test
    void indexGivesSubIndicesGradeAndTheResponsiblePollutant() {
        List<List<String>> rows =
                run("index", "--value", ALL, "--from", "2017-05-08T10:00", "--to", "2017-05-08T11:00");
        assertThat(rows.getFirst())
                .startsWith(
                        "time", "station", "index", "grade", "responsible", "so2", "co", "o3", "no2", "pm10", "pm25");
        assertThat(rows).as("one hour of 25 stations").hasSize(26);
        assertThat(rows.get(1))
                .startsWith("2017-05-08T10:00:00", "101", "161", "bad", "pm10")
                .contains("109.34375");
    }

    /// As the city announced: from 11 o'clock on 8 May to 18 o'clock on the 9th. The window opens in
    /// between.
    @Test
    void alertsShowWhatIsInForceWhenTheWindowOpens() {
        List<List<String>> rows =
                run("alerts", "--value", "pm10_ugm3", "--from", "2017-05-09T00:00", "--to", "2017-05-12");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .startsWith(
                        "pollutant", "level", "region", "start", "end", "trigger_value", "unit", "stations", "station");
        assertThat(rows.get(1))
                .startsWith(
                        "pm10",
                        "advisory",
                        "whole",
                        "2017-05-08T11:00:00",
                        "2017-05-09T18:00:00",
                        "222.44",
                        "ug/m3",
                        "24",
                        "104",
                        "issued",
                        "lifted");
    }

    @Test
    void anAlertInForceAtTheEndHasNoEnd() {
        List<List<String>> rows =
                run("alerts", "--value", "pm10_ugm3", "--from", "2017-05-08", "--to", "2017-05-08T20:00");
        assertThat(rows.get(1)).contains("in_force");
        assertThat(rows.get(1).get(4)).isEmpty();
    }

    /// The analyser of station 111 read 5.297 ppm at 22 o'clock on 2 July 2017 and a fault is no warning: the log
    /// follows the rule and says so, in the table, in a remark and in the plot.
    @Test
    void anAlertThatRestsOnAnInstrumentsFaultIsInDoubt() throws IOException {
        String[] ask = {"--value", "o3_ppm", "--from", "2017-06-01", "--to", "2017-08-01", "--zone", "Asia/Seoul"};
        Path svg = folder.resolve("doubt.svg");
        List<String> args = new ArrayList<>(List.of(ask));
        args.addAll(List.of("--stations", stations().toString()));
        AirRun run = AirRun.of(args("alerts", args.toArray(String[]::new)));
        assertThat(run.err)
                .contains("on values that look like an instrument's fault; no quality control has seen these data");
        List<List<String>> rows = AirRun.cells(run.lines());
        assertThat(rows.getFirst()).endsWith("edition", "doubt");
        assertThat(rows)
                .filteredOn(row -> row.get(11).equals("5.297"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).endsWith("suspect_value"));
        assertThat(rows)
                .as("most are of hot afternoons")
                .filteredOn(row -> row.getLast().isEmpty())
                .hasSizeGreaterThan(5);

        args.addAll(List.of("--lang", "ko", "--out", svg.toString()));
        AirRun.of(args("alerts", args.toArray(String[]::new)));
        assertThat(Files.readString(svg)).contains("? 검사에서 의심된 값, 기기 이상일 수 있음 (", ">?</text>");
    }

    @Test
    void aSurfaceCoversTheCityWithPositiveErrors() throws IOException {
        List<List<String>> rows = surface("--cell", "2000", "--out", "-");
        assertThat(rows.getFirst()).containsExactly("lon", "lat", "value", "standard_error");
        assertThat(rows).hasSizeGreaterThan(150);
        for (List<String> row : rows.subList(1, rows.size())) {
            assertThat(Double.parseDouble(row.get(0))).isBetween(126.7, 127.3);
            assertThat(Double.parseDouble(row.get(1))).isBetween(37.4, 37.8);
            assertThat(Double.parseDouble(row.get(2)))
                    .as("the stations are from 149 to 287")
                    .isBetween(149.0, 287.0);
            assertThat(Double.parseDouble(row.get(3))).isBetween(10.0, 80.0);
        }
    }

    @Test
    void aSurfaceIsWrittenAsGeoJsonJsonAndPlot() throws IOException {
        Path geo = folder.resolve("s.geojson");
        Path json = folder.resolve("s.json");
        Path svg = folder.resolve("s.svg");
        surface("--cell", "2000", "--out", geo.toString());
        surface("--cell", "2000", "--out", json.toString());
        surface("--cell", "2000", "--lang", "ko", "--theme", "dark", "--out", svg.toString());

        assertThat(Files.readString(geo))
                .startsWith("{\"type\":\"FeatureCollection\"")
                .contains("\"kind\":\"cell\"", "\"kind\":\"station\"", "\"predicted_without_itself\":");
        assertThat(Files.readString(json))
                .contains("\"coverage_of_nominal_95_percent\":0.9", "\"rmse_of_simpler_ways\"");
        assertThat(Files.readString(svg)).startsWith("<svg").contains("측정소를 하나씩 빼고 추정");
    }

    @Test
    void indexAndAlertsAreDrawnInBothLanguages() throws IOException {
        Path strip = folder.resolve("i.svg");
        Path one = folder.resolve("one.svg");
        Path alerts = folder.resolve("a.svg");
        run("index", "--value", ALL, "--from", "2017-05-08", "--to", "2017-05-10", "--out", strip.toString());
        run(
                "alerts",
                "--value",
                "pm10_ugm3,o3_ppm",
                "--from",
                "2017-05-08",
                "--to",
                "2017-05-10",
                "--lang",
                "ko",
                "--out",
                alerts.toString());
        AirRun.of(
                "index",
                "--csv",
                "demo/air/london-1998-2005/mydata.csv.gz",
                "--value",
                "no2,o3,pm10,pm25",
                "--unit",
                "[ppb]",
                "--from",
                "2003-04-01",
                "--to",
                "2003-04-08",
                "--out",
                one.toString());

        assertThat(Files.readString(strip)).contains("Very bad 251–500", "bad or worse");
        assertThat(Files.readString(alerts)).contains("주의보", "측정소 평균");
        assertThat(Files.readString(one)).contains("sub-index", "Not confirmed by a document");
    }

    /// Hours wide enough for a letter have it, and then the legend says what it stands for.
    @Test
    void lettersOnTheStripsStandInTheLegend() throws IOException {
        Path svg = folder.resolve("letters.svg");
        String days = "--value " + ALL + " --from 2017-05-08 --to 2017-05-10 --out " + svg;
        run("index", days.split(" "));
        assertThat(Files.readString(svg)).contains(">V<", ">V Very bad 251–500<", ">M Moderate 51–100<");
        String month = "--value " + ALL + " --from 2017-04-20 --to 2017-05-20 --plot-width 320 --out " + svg;
        run("index", month.split(" "));
        assertThat(Files.readString(svg)).contains(">Very bad 251–500<").doesNotContain(">V<", ">M<");
        run("index", (days + " --lang ko").split(" "));
        assertThat(Files.readString(svg)).contains(">매<", ">매우나쁨 251–500<");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() {
        assertThat(failed("alerts", "--value", "so2_ppm"))
                .isEqualTo("--value: expected pm10, pm25 or o3, for which the rule knows alerts, found 'so2_ppm'");
        assertThat(failed("alerts", "--value", "o3_ppm", "--edition", "1999"))
                .isEqualTo("--edition: expected auto, 2018 or 2015, found '1999'");
        assertThat(failed("surface", "--value", "pm10_ugm3"))
                .isEqualTo("--stations: expected at least 4 stations with longitude and latitude, found 0");
        AirRun ppb = AirRun.of("index", "--csv", "demo/air/london-1998-2005/mydata.csv.gz", "--value", "no2,o3,pm10");
        assertThat(ppb.err.strip())
                .isEqualTo(
                        "column 'no2': expected its unit, since the rule is in ppm: --unit no2=ppm or no2=ppb, found none");
    }

    /// 10 o'clock on 8 May: of the stations five are very bad, the others bad.
    @Test
    void theIndexBetweenTheStationsHasTheProbabilityOfEachGrade() throws IOException {
        List<List<String>> rows = indexSurface("--cell", "3000", "--out", "-");
        assertThat(rows.getFirst())
                .containsExactly(
                        "time",
                        "lon",
                        "lat",
                        "index",
                        "lower",
                        "upper",
                        "standard_error",
                        "p_good",
                        "p_moderate",
                        "p_bad",
                        "p_very_bad",
                        "grade",
                        "responsible");
        assertThat(rows).hasSizeGreaterThan(80);
        for (List<String> row : rows.subList(1, rows.size())) {
            assertThat(row.getFirst()).isEqualTo("2017-05-08T10:00:00");
            double index = Double.parseDouble(row.get(3));
            assertThat(index).isBetween(Double.parseDouble(row.get(4)), Double.parseDouble(row.get(5)));
            assertThat(index).as("the stations are from 107 to 308").isBetween(107.0, 308.0);
            double sum = 0;
            for (int grade = 7; grade < 11; grade++) {
                sum += Double.parseDouble(row.get(grade));
            }
            assertThat(sum).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(row.subList(11, 13)).isEqualTo(List.of("bad", "pm10"));
        }
    }

    @Test
    void theIndexBetweenTheStationsIsWrittenInEveryForm() throws IOException {
        Path geo = folder.resolve("x.geojson");
        Path json = folder.resolve("x.json");
        Path svg = folder.resolve("x.svg");
        Path frames = folder.resolve("x.frames");
        for (Path path : List.of(geo, json, svg, frames)) {
            indexSurface("--cell", "4000", "--lang", "ko", "--out", path.toString());
        }
        assertThat(Files.readString(geo)).contains("\"kind\":\"cell\"", "\"p_very_bad\":", "\"responsible\":\"PM10\"");
        assertThat(Files.readString(json))
                .contains("\"grade_hit\":0.", "\"error_correlation\":[[1.0,", "나쁨 이상인 항목이 셋 이상이면 75를 더함");
        assertThat(Files.readString(svg)).startsWith("<svg").contains("문서로 확인되지 않은 규칙", "약속한 비율");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(frames)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] head = new byte[bytes.getInt()];
        bytes.get(head);
        assertThat(new String(head, StandardCharsets.UTF_8))
                .contains("\"steps\":1,", "\"bands\":[\"index\",\"grade\",\"probability\"]");
        assertThat(bytes.remaining() % (3 * Float.BYTES)).isZero();
        assertThat(bytes.getFloat()).isBetween(107f, 308f);
    }

    @Test
    void surfacesOfHoursAreAsThoseOfEachHourButForACommonCorrelation() throws IOException {
        List<List<String>> hours = withStations(
                "surface-hours",
                "--value",
                "pm10_ugm3",
                "--from",
                "2017-05-08T10:00",
                "--to",
                "2017-05-08T12:00",
                "--cell",
                "2000",
                "--out",
                "-");
        List<List<String>> one = surface("--cell", "2000", "--out", "-");
        assertThat(hours.getFirst()).containsExactly("time", "lon", "lat", "value", "standard_error");
        assertThat(hours.size() - 1).isEqualTo(2 * (one.size() - 1));
        for (int row = 1; row < one.size(); row++) {
            assertThat(hours.get(row).subList(1, 3)).isEqualTo(one.get(row).subList(0, 2));
            double value = Double.parseDouble(one.get(row).get(2));
            assertThat(Double.parseDouble(hours.get(row).get(3)))
                    .as("the correlation of two hours is not quite that of one")
                    .isCloseTo(value, org.assertj.core.data.Percentage.withPercentage(6));
        }
    }

    @Test
    void withoutARequiredPollutantTheIndexSaysWhichOne() throws IOException {
        AirRun run = AirRun.of(args(
                "index-surface",
                "--stations",
                stations().toString(),
                "--value",
                "pm10_ugm3,pm25_ugm3,no2_ppm",
                "--at",
                "2017-05-08T10:00",
                "--from",
                "2017-05-08",
                "--to",
                "2017-05-09"));
        assertThat(run.err.strip())
                .isEqualTo(
                        "expected O₃ of at least 4 stations at that time, without which there is no index, found fewer");
        assertThat(failed("index-surface", "--stations", stations().toString(), "--value", ALL))
                .startsWith("--at: expected --at, or a window of at most 72 hours, found one of ");
    }

    private List<List<String>> indexSurface(String... more) throws IOException {
        List<String> args = new ArrayList<>(
                List.of("--value", ALL, "--from", "2017-05-05", "--to", "2017-05-11", "--at", "2017-05-08T10:00"));
        args.addAll(Arrays.asList(more));
        return withStations("index-surface", args.toArray(String[]::new));
    }

    private List<List<String>> withStations(String analysis, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("--stations", stations().toString()));
        args.addAll(Arrays.asList(more));
        return run(analysis, args.toArray(String[]::new));
    }

    /// The stations' places as a table.
    private Path stations() throws IOException {
        Path table = folder.resolve("stations.csv");
        List<String> lines = new ArrayList<>(List.of("id,lon,lat"));
        for (String line : Files.readAllLines(STATIONS)) {
            String[] cell = line.split(",", -1);
            if (cell[0].matches("\\d{3}")) {
                lines.add(cell[0] + "," + cell[cell.length - 1] + "," + cell[cell.length - 2]);
            }
        }
        Files.write(table, lines);
        return table;
    }

    private List<List<String>> surface(String... more) throws IOException {
        List<String> args = new ArrayList<>(
                List.of("--value", "pm10_ugm3", "--from", "2017-05-08T10:00", "--to", "2017-05-08T11:00"));
        args.addAll(Arrays.asList(more));
        return withStations("surface", args.toArray(String[]::new));
    }

    private static List<List<String>> run(String analysis, String... more) {
        AirRun run = AirRun.of(args(analysis, more));
        if (analysis.startsWith("index")) {
            assertThat(run.err.strip())
                    .as("all hours are of 2017")
                    .isEqualTo(
                            "dosi: hours before 2018-03-27 too are graded by the brackets of PM2.5 in force since that day");
        } else {
            assertThat(run.err).isEmpty();
        }
        assertThat(run.code).isZero();
        return AirRun.cells(run.lines());
    }

    private static String failed(String analysis, String... more) {
        AirRun run = AirRun.of(args(analysis, more));
        assertThat(run.code).isNotZero();
        return run.err.strip();
    }

    private static String[] args(String analysis, String... more) {
        List<String> args =
                new ArrayList<>(List.of(analysis, "--csv", SEOUL, "--station-column", "station_code", "--missing=-1"));
        args.addAll(Arrays.asList(more));
        return args.toArray(String[]::new);
    }
}
