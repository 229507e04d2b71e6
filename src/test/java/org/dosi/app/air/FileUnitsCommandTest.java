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

/// Each column of a file has its own unit: the one of its heading, or the one that `--unit` says of it.
class FileUnitsCommandTest {
    @TempDir
    Path folder;

    /// By hand: 9.01 ppm of carbon monoxide are "bad" (9.01 to 15 is 101 to 250), so its sub-index is 101.
    @Test
    void carbonMonoxideIsTheSameInEveryDress() throws IOException {
        String ppm = index("co [ppm]", "9.01", "--value", "co");

        assertThat(ppm).contains("00:00,in,,,,,101,");
        assertThat(index("CO (ppb)", "9010", "--value", "CO")).isEqualTo(ppm);
        assertThat(index("co", "9.01", "--value", "co", "--unit", "co=ppm")).isEqualTo(ppm);
        assertThat(index("co", "9010", "--value", "co", "--unit", "ppb")).isEqualTo(ppm);
        assertThat(index("co_ppm", "9.01", "--value", "co_ppm")).isEqualTo(ppm);
    }

    @Test
    void whatIsSaidOfAllIsSaidOfGasesBesideParticles() throws IOException {
        write("time,co,o3,pm10", ",300,10,40");

        AirRun run = run("index", "--value", "co,o3,pm10", "--unit", "co=ppb,o3=ppb");

        assertThat(run("index", "--value", "co,o3,pm10", "--unit", "ppb").out).isEqualTo(run.out);
        assertThat(run.out).contains("00:00,in,,,,,8,17,");
    }

    @Test
    void whatIsNotSaidOrSaidTwiceIsOneLine() throws IOException {
        write("time,co [ppm],o3,pm10", ",0.3,0.01,40");

        assertThat(run("index", "--value", "co,o3").err)
                .isEqualToIgnoringNewLines(
                        "column 'o3': expected its unit, since the rule is in ppm: --unit o3=ppm or o3=ppb, found none");
        assertThat(run("index", "--value", "co", "--unit", "ppb").err)
                .isEqualToIgnoringNewLines("--unit: expected [ppm] for column 'co', as its heading says, found [ppb]");
        assertThat(run("index", "--value", "co", "--unit", "cp=ppm").err).contains("found 'cp'; did you mean co?");
        assertThat(run("average", "--value", "co", "--unit", "parts").err)
                .startsWith("--unit: expected a unit such as ppm, ppb, ug/m3")
                .contains("found 'parts'");
        assertThat(run("index", "--value", "co", "--unit", "co=ppm,co=ppb").err).contains("one unit for a column");
        assertThat(run("index", "--value", "o3", "--unit", "ug/m3").err)
                .contains("column 'o3': expected values in ppm or ppb");
    }

    @Test
    void massOfAGasIsNotConvertedAndThatIsSaid() throws IOException {
        write("time,co [mg/m3]", ",0.4");

        AirRun statistics = run("statistics", "--value", "co");

        assertThat(statistics.code).isZero();
        assertThat(statistics.err.lines())
                .containsExactly(
                        "dosi: column 'co': mg/m3 of a gas is not converted to ppm (that takes its temperature and"
                                + " pressure): without the Korean standards, which are in ppm");
        assertThat(run("index", "--value", "co").err)
                .isEqualToIgnoringNewLines(
                        "column 'co': expected values in ppm or ppb, found mg/m3, which is not converted"
                                + " for a gas (that takes its temperature and pressure)");
    }

    @Test
    void aReportOfASingleStationAsksForTheColumnOfStations() throws IOException {
        write("time,pm10", ",40");

        assertThat(run("report").err).startsWith("--station-column: expected the file's column of stations");
    }

    /// 0.7 ppm is the end of the range that quality control has for ozone.
    @Test
    void aGasBeyondWhatIsPossibleOutdoorsIsRemarked() throws IOException {
        write("time,o3 [ppm]", ",70");
        AirRun run = run("average", "--value", "o3");

        assertThat(run.code).isZero();
        assertThat(run.err.lines())
                .containsExactly("dosi: column 'o3': its median is 70.0 ppm, more than is possible outdoors (0.7 ppm):"
                        + " is the unit right?");
        write("time,o3 [ppb]", ",700");
        assertThat(run("average", "--value", "o3").err).isEmpty();
        write("time,o3 [ppb]", ",701");
        assertThat(run("average", "--value", "o3").err).contains("is the unit right?");
    }

    /// `--unit ppb` of all gases makes a thousandth of carbon monoxide in ppm.
    @Test
    void carbonMonoxideBelowCleanAirIsRemarked() throws IOException {
        write("time,co", ",1.2");
        AirRun run = run("average", "--value", "co", "--unit", "ppb");

        assertThat(run.code).isZero();
        assertThat(run.err.lines())
                .containsExactly("dosi: column 'co': its median is 1.20 ppb, less than clean air has (20 ppb):"
                        + " is the unit right?");
        assertThat(run("average", "--value", "co", "--unit", "ppm").err).isEmpty();
        write("time,co [ppm]", ",0.02");
        assertThat(run("average", "--value", "co").err).isEmpty();
        write("time,co [ppm]", ",0.0");
        assertThat(run("average", "--value", "co").err)
                .as("clean air in ppm with one decimal")
                .isEmpty();
    }

    @Test
    void aStationOfAFileIsAskedForByItsColumn() throws IOException {
        write("time,code,pm10", ",101,40");

        assertThat(run("index", "--value", "pm10", "--station-column", "code", "--station", "101").err)
                .isEqualToIgnoringNewLines("--station: expected together with --data, found --csv;"
                        + " --where code=101 takes the rows of one station of a file");
    }

    @Test
    void aWindowWithoutRowsIsSaidWithWhatTheFileCovers() throws IOException {
        write("time,pm10,ws,wd", ",40,3,50");
        String found = "found 2020-01-01T00:00 to 2020-01-01T23:00 in in.csv";

        assertThat(run("average", "--value", "pm10", "--from", "2019-01-01", "--to", "2019-02-01").err)
                .isEqualToIgnoringNewLines("expected rows between 2019-01-01 and 2019-02-01, " + found);
        assertThat(run("average", "--value", "pm10", "--to", "2020-01-01").err)
                .isEqualToIgnoringNewLines("expected rows before 2020-01-01, " + found);
    }

    @Test
    void aWordThatTheColumnLacksIsSaidWithThoseItHas() throws IOException {
        write("time,factor,value", ",F1,3");

        assertThat(run("average", "--value", "value", "--where", "factor=1").err)
                .isEqualToIgnoringNewLines("in.csv: expected rows whose column 'factor' is '1', found F1");
        assertThat(run("average", "--value", "value", "--where", "factor=F1").code)
                .isZero();
    }

    /// 36 km/h are 10 m/s.
    @Test
    void windIsInMetresPerSecond() throws IOException {
        write("time,pm10,ws [km/h],wd", ",40,36,50");

        AirRun run =
                run("average", "--value", "pm10", "--wind-speed", "ws", "--wind-direction", "wd", "--period", "hour");

        assertThat(run.lines().get(1)).isEqualTo("2020-01-01T00:00:00,10,50,40");
    }

    @Test
    void anOptionThatAnAnalysisDoesNotUseIsNotInItsHelpAndSaid() throws IOException {
        write("time,pm10,ws,wd", ",40,3,50");

        assertThat(run("rolling", "--help").out).doesNotContain("--wind-speed", "--stations");
        AirRun run = run(
                "rolling", "--value", "pm10", "--wind-speed", "ws", "--wind-direction", "wd", "--calm-direction", "0");

        assertThat(run.code).isZero();
        assertThat(run.err.lines())
                .as("the wind's columns are in the line that all analyses have in common")
                .containsExactly("dosi: --calm-direction: rolling makes no use of it");
    }

    @Test
    void aSlipOfThePenIsOneLineWithWhatWasMeant() throws IOException {
        write("time,pm10,ws,wd", ",40,3,50");

        assertThat(run("polar", "--statisitc", "mean").err)
                .isEqualToIgnoringNewLines(
                        "./dosi polar: expected one of its options, found --statisitc; did you mean --statistic?");
        assertThat(run("average", "--value", "pm10", "--statistic", "meen").err).contains("meen'");
        assertThat(run("average", "--value", "pm10", "--lang", "de").err)
                .isEqualToIgnoringNewLines("--lang: expected ko or en, found 'de'");
        assertThat(run("average", "--value", "pm10", "--plot-width", "wide").err)
                .isEqualToIgnoringNewLines("--plot-width: expected a number, found 'wide'");
        assertThat(run("average", "pm10").err.lines()).hasSize(1);
        assertThat(run("average", "--value").err.lines()).hasSize(1);
        assertThat(run("factors").err.lines()).hasSize(1);
    }

    private String index(String heading, String value, String... args) throws IOException {
        write("time," + heading, "," + value);
        AirRun run = run("index", args);
        assertThat(run.err).startsWith("dosi: no index").hasLineCount(1);
        return run.out;
    }

    /// A day of equal hours.
    private void write(String headings, String cells) throws IOException {
        StringBuilder text = new StringBuilder(headings).append('\n');
        for (int hour = 0; hour < 24; hour++) {
            text.append("2020-01-01T%02d:00%s%n".formatted(hour, cells));
        }
        Files.writeString(folder.resolve("in.csv"), text);
    }

    private AirRun run(String analysis, String... more) {
        List<String> args = new ArrayList<>(List.of(analysis));
        if (!analysis.equals("factors")) {
            args.addAll(List.of("--csv", folder.resolve("in.csv").toString(), "--out", "-"));
        }
        args.addAll(Arrays.asList(more));
        return AirRun.of(args.toArray(String[]::new));
    }
}
