package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AverageCommandTest {
    private static final String LONDON = "demo/air/london-1998-2005/mydata.csv.gz";
    private static final Path REFERENCE = Path.of("src/test/resources/reference/air/openair");

    /// The reference's own tolerance.
    private static final double RELATIVE = 1e-7;

    /// The reference was made from hours with more digits than the bundled file has of these: the wind speed has
    /// two decimals there, carbon monoxide four. The columns that are whole numbers agree to all ten digits.
    private static final Map<String, Double> ROUNDED = Map.of("ws", 5e-7, "so2", 1e-6, "co", 3e-5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"month, 75, timeAverage_month_75.csv", "year, 0, timeAverage_year_0.csv"})
    void averagesAgreeWithOpenair(String period, String capture, String reference) throws IOException {
        AirRun run = AirRun.london("average", "--period", period, "--capture", capture);

        List<List<String>> found = AirRun.cells(run.lines());
        List<List<String>> expected = AirRun.cells(Files.readAllLines(REFERENCE.resolve(reference)));
        assertThat(run.err).isEmpty();
        assertThat(found).hasSameSizeAs(expected);
        for (int row = 1; row < expected.size(); row++) {
            for (int column = 1; column < expected.get(0).size(); column++) {
                String name = expected.get(0).get(column);
                String cell = found.get(row).get(found.get(0).indexOf(name));
                String wanted = expected.get(row).get(column);
                if (wanted.isEmpty()) {
                    assertThat(cell).as("%s row %d", name, row).isEmpty();
                } else {
                    double value = Double.parseDouble(wanted);
                    assertThat(Double.parseDouble(cell))
                            .as("%s row %d", name, row)
                            .isCloseTo(value, within(Math.abs(value) * ROUNDED.getOrDefault(name, RELATIVE)));
                }
            }
        }
    }

    @Test
    void plotsAreWrittenByTheEndingOfTheFile() throws IOException {
        Path svg = folder.resolve("a.svg");
        Path png = folder.resolve("a.png");
        AirRun.london("average", "--value", "nox", "--period", "month", "--out", svg.toString());
        AirRun.london("average", "--value=nox", "--period=month", "--out=" + png, "--lang=ko", "--theme=dark");

        assertThat(Files.readString(svg))
                .startsWith("<svg")
                .endsWith("</svg>\n")
                .contains("nox");
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    }

    /// In English on standard error, in both languages in the JSON.
    @Test
    void whatCouldNotBeUsedIsRemarked() throws IOException {
        Path table = folder.resolve("wind.csv");
        Files.writeString(table, "time,ws,wd,pm10\n2022-01-01T00:00,2,90,12\n2022-01-01T01:00,2,400,14\n");
        AirRun run = AirRun.of(
                "average",
                "--csv=" + table,
                "--wind-speed=ws",
                "--wind-direction=wd",
                "--value=pm10",
                "--capture=0",
                "--out=" + folder.resolve("o.json"));

        assertThat(run.err).contains("ws and wd: expected").contains("found others in 1 rows: they are without wind");
        assertThat(Files.readString(folder.resolve("o.json")))
                .contains("\"remarks\":[{\"ko\":\"ws, wd: 풍속은 0 이상")
                .contains("\"en\":\"ws and wd: expected");
    }

    /// An empty plot says nothing by itself, neither of one place nor of a network.
    @Test
    void aColumnWithoutAnyNumberIsRemarked() throws IOException {
        Path table = folder.resolve("empty.csv");
        Files.writeString(table, "time,pm10\n2022-01-01T00:00,\n2022-01-01T01:00,\n");
        String remark = "dosi: column 'pm10': no number in the rows that were asked for\n";

        Path network = folder.resolve("network.csv");
        Files.writeString(
                network, "time,station,pm10\n2022-01-01T00:00,a,\n2022-01-01T00:00,b,\n2022-01-01T00:00,c,\n");

        assertThat(AirRun.of("average", "--csv=" + table, "--value=pm10").err).isEqualTo(remark);
        assertThat(AirRun.of("background", "--csv=" + network, "--value=pm10", "--station-column=station").err)
                .isEqualTo(remark);
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws IOException {
        Path table = folder.resolve("t.csv");
        Files.writeString(table, "time,pm10\n2022-01-01T00:00,12\n2022-01-01T01:00,x\n");
        assertThat(failed("average", "--csv", table.toString(), "--value", "pm10"))
                .isEqualTo("t.csv line 3 column pm10: expected a number, found x");
        assertThat(failed("average", "--csv", LONDON, "--time", "date_gmt", "--value", "nix"))
                .startsWith("mydata.csv.gz: expected a table with a heading line with a column 'nix', found headings");
        assertThat(failed("average", "--csv", LONDON, "--value", "nox", "--statistic", "mode"))
                .startsWith("--statistic: expected mean, median");
        assertThat(failed("average", "--csv", LONDON, "--value", "nox", "--capture", "101"))
                .isEqualTo("--capture: expected a number from 0 to 100, found '101'");
        assertThat(failed("average", "--csv", LONDON, "--value", "nox", "--from", "2010-01-01"))
                .isEqualTo(
                        "expected rows from 2010-01-01 on, found 1998-01-01T00:00 to 2005-06-23T12:00 in mydata.csv.gz");
        assertThat(failed("average", "--csv", LONDON, "--value", "nox", "--out", "x.pdf"))
                .isEqualTo("--out: expected a file that ends in csv, json, png, svg, found x.pdf");
    }

    private static String failed(String... args) {
        AirRun run = AirRun.of(args);
        assertThat(run.code).isNotZero();
        assertThat(run.out).isEmpty();
        assertThat(run.err.lines()).hasSize(1);
        return run.err.strip();
    }
}
