package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A small city in a plain file: nine stations, sixty days, a source of 20 g/s in its north-west.
class SourcesCommandTest {
    private static final int DAYS = 60;
    private static final double[] SOURCE_M = {-1700, 1300};

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeCity() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        Files.writeString(folder.resolve("stations.csv"), MadeNetwork.table());
        StringBuilder rows = new StringBuilder("time,station,pm10,ws,wd\n");
        StringBuilder wide = new StringBuilder("time,s0,s1,s2,s3,s4,s5,s6,s7,s8,note\n");
        StringBuilder factors = new StringBuilder("time,place,factor,value\n");
        StringBuilder wind = new StringBuilder("at,ws,wd\n");
        double direction = 100;
        for (int t = 0; t < 24 * DAYS; t++) {
            direction = (direction + 30 * random.nextGaussian() + 360) % 360;
            double speed = 0.7 + 3 * random.nextDouble();
            double level = 40 + 10 * Math.sin(t / 30.0);
            LocalDateTime time = LocalDateTime.of(2021, 3, 1, 0, 0).plusHours(t);
            wind.append(String.format(Locale.ROOT, "%s,%.2f,%.0f%n", time, speed, direction));
            wide.append(time);
            for (int j = 0; j < MadeNetwork.STATIONS; j++) {
                double value = level + 3 * random.nextGaussian() + MadeNetwork.plume(direction, speed, j, SOURCE_M);
                rows.append(String.format(Locale.ROOT, "%s,s%d,%.2f,%.2f,%.0f%n", time, j, value, speed, direction));
                wide.append(String.format(Locale.ROOT, ",%.2f", value));
                factors.append(String.format(Locale.ROOT, "%s,s%d,1,7%n%s,s%d,2,%.2f%n", time, j, time, j, value));
            }
            wide.append(",as sent\n");
        }
        Files.writeString(folder.resolve("wide.csv"), wide);
        Files.writeString(folder.resolve("factors.csv"), factors);
        Files.writeString(folder.resolve("wind.csv"), wind);
        Files.writeString(folder.resolve("city.csv"), rows);
    }

    private static AirRun run(String... more) {
        List<String> args = new java.util.ArrayList<>(List.of(
                "sources",
                "--csv",
                folder.resolve("city.csv").toString(),
                "--stations",
                folder.resolve("stations.csv").toString(),
                "--station-column",
                "station",
                "--time",
                "time",
                "--zone",
                "Asia/Seoul",
                "--value",
                "pm10",
                "--wind-speed",
                "ws",
                "--wind-direction",
                "wd",
                "--margin",
                "1000",
                "--test",
                "2",
                "--replicates",
                "12"));
        args.addAll(List.of(more));
        return AirRun.of(args.toArray(String[]::new));
    }

    @Test
    void theSourceOfAPlainFileIsFoundAndShownInAllForms() throws IOException {
        for (String form : List.of("csv", "json", "geojson", "svg")) {
            AirRun run = run(
                    "--strength", "0.3", "--out", folder.resolve("map." + form).toString());
            assertThat(run.err).isEmpty();
            assertThat(run.code).isZero();
        }

        List<List<String>> rows = AirRun.cells(Files.readAllLines(folder.resolve("map.csv")));
        assertThat(rows.getFirst())
                .containsExactly(
                        "x",
                        "y",
                        "lon",
                        "lat",
                        "strength_g_s",
                        "lower",
                        "upper",
                        "probability",
                        "found_from_g_s",
                        "placed_from_g_s",
                        "resolvable",
                        "source");
        assertThat(rows).hasSizeBetween(257, 290);
        JsonNode details =
                new ObjectMapper().readTree(folder.resolve("map.json").toFile()).get("details");
        JsonNode source = details.at("/sources/0");
        double error = MadeNetwork.distanceM(
                source.get("lon").asDouble(), source.get("lat").asDouble(), SOURCE_M);
        assertThat(error).isLessThan(700);
        assertThat(source.get("strength_g_s").asDouble()).isBetween(8.0, 50.0);
        assertThat(source.at("/region/type").asString()).isEqualTo("MultiPolygon");
        assertThat(details.at("/recovery/0/all/trials").asInt()).isEqualTo(2);
        for (String column : List.of("strength_g_s", "lower", "upper")) {
            assertThat(sumOfSource(rows, column))
                    .as(column)
                    .isCloseTo(
                            source.get(column).asDouble(),
                            within(1e-9 * (1 + source.get("upper").asDouble())));
        }
        JsonNode map = new ObjectMapper().readTree(folder.resolve("map.geojson").toFile());
        assertThat(map.get("features")
                        .valueStream()
                        .map(f -> f.at("/properties/kind").asString()))
                .contains("cell", "source", "cannot-tell");
        assertThat(map.at("/details/recovery").isArray()).isTrue();
        assertThat(Files.readString(folder.resolve("map.svg")))
                .contains("Likely sources")
                .doesNotContain("NaN");
    }

    /// Over the cells of the first source; a cell of no source has no interval.
    private static double sumOfSource(List<List<String>> rows, String column) {
        int at = rows.getFirst().indexOf(column);
        int source = rows.getFirst().indexOf("source");
        assertThat(rows.stream().filter(row -> row.get(source).isEmpty()))
                .isNotEmpty()
                .allMatch(row -> row.get(rows.getFirst().indexOf("upper")).isEmpty());
        return rows.stream()
                .filter(row -> row.get(source).equals("1"))
                .mapToDouble(row -> Double.parseDouble(row.get(at)))
                .sum();
    }

    /// One map of the same hours, from a row for each hour and station, a column for each station, and the
    /// contributions of factors.
    @Test
    void plainFilesOfEveryLayoutGiveTheSameMap() throws IOException {
        List<String> files = List.of(
                "--cell",
                "1000",
                "--margin",
                "0",
                "--test",
                "0",
                "--replicates",
                "0",
                "--stations",
                folder.resolve("stations.csv").toString(),
                "--zone",
                "Asia/Seoul",
                "--wind-csv",
                folder.resolve("wind.csv").toString(),
                "--wind-time",
                "at",
                "--wind-speed",
                "ws",
                "--wind-direction",
                "wd");
        AirRun tall = AirRun.of(
                "sources",
                "--cell",
                "1000",
                "--margin",
                "0",
                "--test",
                "0",
                "--replicates",
                "0",
                "--stations",
                folder.resolve("stations.csv").toString(),
                "--csv",
                folder.resolve("city.csv").toString(),
                "--zone",
                "Asia/Seoul",
                "--station-column",
                "station",
                "--value",
                "pm10",
                "--wind-speed",
                "ws",
                "--wind-direction",
                "wd");
        assertThat(tall.err).isEmpty();
        AirRun wide = of(files, "--csv", folder.resolve("wide.csv").toString(), "--value", "pm10");
        assertThat(wide.err).isEmpty();
        assertThat(wide.out).isEqualTo(tall.out);
        String contributions = folder.resolve("factors.csv").toString();
        AirRun factor = of(
                files, "--csv", contributions, "--value", "value", "--station-column", "place", "--where", "factor=2");
        assertThat(factor.err).isEmpty();
        assertThat(factor.out).isEqualTo(tall.out);

        assertThat(of(
                                files,
                                "--csv",
                                contributions,
                                "--value",
                                "value",
                                "--station-column",
                                "place",
                                "--where",
                                "factor")
                        .err)
                .contains("--where: expected a column and a word, such as factor=F2, found 'factor'");
        Files.writeString(folder.resolve("other.csv"), "at,ws,wd\n1999-01-01T00:00,1,90\n");
        assertThat(of(
                                files,
                                "--csv",
                                folder.resolve("wide.csv").toString(),
                                "--value",
                                "pm10",
                                "--wind-csv",
                                folder.resolve("other.csv").toString())
                        .err)
                .contains("--wind-csv: expected winds at the times of the values, found none in other.csv");
    }

    private static AirRun of(List<String> files, String... more) {
        List<String> args = new java.util.ArrayList<>(List.of("sources"));
        List<String> options = List.of(more);
        for (int i = 0; i < files.size(); i += 2) {
            if (!options.contains(files.get(i))) {
                args.addAll(files.subList(i, i + 2));
            }
        }
        args.addAll(options);
        return AirRun.of(args.toArray(String[]::new));
    }

    @Test
    void aStateIsContinuedByMoreHours() throws IOException {
        String state = folder.resolve("kept.state").toString();
        AirRun first = run("--state", state, "--to", "2021-04-29T12:00");
        assertThat(first.err).isEmpty();
        AirRun more = run("--state", state, "--out", folder.resolve("more.json").toString());
        assertThat(more.err).isEmpty();
        JsonNode details = new ObjectMapper()
                .readTree(folder.resolve("more.json").toFile())
                .get("details");
        assertThat(details.get("refreshed").asBoolean()).isTrue();

        // Another question starts over; what is no state is not overwritten.
        run(
                "--state",
                state,
                "--cell",
                "1000",
                "--out",
                folder.resolve("other.json").toString());
        JsonNode other = new ObjectMapper()
                .readTree(folder.resolve("other.json").toFile())
                .get("details");
        assertThat(other.get("refreshed").asBoolean()).isFalse();
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "not a state");
        assertThat(failed("--state", foreign.toString())).contains("state: expected a file that");
        assertThat(Files.readString(foreign)).isEqualTo("not a state");
    }

    @Test
    void whatCannotBeMappedIsSaidInOneLine() {
        assertThat(failed("--to", "2021-03-20")).contains("expected at least 40 days");
        assertThat(failed("--unit", "furlong")).contains("--unit: expected a unit such as");
        assertThat(failed("--cell", "10")).contains("--cell: expected a number from 100");
        assertThat(failed("--test-errors", "direction,luck")).contains("test-errors: expected all, none or some of");
        assertThat(failed("--strength", "much")).contains("--strength: expected a number");
        AirRun blind = AirRun.of(
                "sources",
                "--csv",
                folder.resolve("city.csv").toString(),
                "--value",
                "pm10",
                "--station-column",
                "station");
        assertThat(blind.err).contains("wind");
    }

    private static String failed(String... more) {
        AirRun run = run(more);
        assertThat(run.code).isNotZero();
        assertThat(run.err.lines()).hasSize(1);
        return run.err;
    }
}
