package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        assertThat(Files.readString(one)).contains("sub-index", "not confirmed by a document");
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
                .isEqualTo("--unit: expected the unit of no2, for in [ppm] its median is beyond the scale, found ''");
    }

    private List<List<String>> surface(String... more) throws IOException {
        Path table = folder.resolve("stations.csv");
        List<String> lines = new ArrayList<>(List.of("id,lon,lat"));
        for (String line : Files.readAllLines(STATIONS)) {
            String[] cell = line.split(",", -1);
            if (cell[0].matches("\\d{3}")) {
                lines.add(cell[0] + "," + cell[cell.length - 1] + "," + cell[cell.length - 2]);
            }
        }
        Files.write(table, lines);
        List<String> args = new ArrayList<>(List.of(
                "--value",
                "pm10_ugm3",
                "--stations",
                table.toString(),
                "--from",
                "2017-05-08T10:00",
                "--to",
                "2017-05-08T11:00"));
        args.addAll(Arrays.asList(more));
        return run("surface", args.toArray(String[]::new));
    }

    private static List<List<String>> run(String analysis, String... more) {
        AirRun run = AirRun.of(args(analysis, more));
        assertThat(run.err).isEmpty();
        assertThat(run.code).isZero();
        return AirRun.cells(run.lines());
    }

    private static String failed(String analysis, String... more) {
        AirRun run = AirRun.of(args(analysis, more));
        assertThat(run.code).isNotZero();
        return run.err.strip();
    }

    private static String[] args(String analysis, String... more) {
        List<String> args = new ArrayList<>(List.of(analysis, "--csv", SEOUL, "--station-column", "station_code"));
        args.addAll(Arrays.asList(more));
        return args.toArray(String[]::new);
    }
}
