package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Factors of all stations of [MadeFactorCity] together are found, and then each in its place.
class FactorPlacesCommandTest {
    @TempDir
    static Path folder;

    /// What stands in the folder is what [MadeFactorCity] makes.
    @Test
    void theKeptTablesAreAsTheyWereMade() {
        MadeFactorCity.tables().forEach((name, text) -> assertThat(kept(name)).isEqualTo(text));
    }

    private static String kept(String name) {
        try (InputStream in = new SourceFile(table(name)).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path table(String name) {
        return Path.of(MadeFactorCity.FOLDER, name);
    }

    private static AirRun run(Path out, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "factors",
                "--csv",
                table("values.csv.gz").toString(),
                "--uncertainty",
                table("uncertainties.csv.gz").toString(),
                "--station-column",
                "site",
                "--factors",
                "3",
                "--starts",
                "4",
                "--out",
                out.toString()));
        args.addAll(List.of(more));
        return AirRun.of(args.toArray(String[]::new));
    }

    @Test
    void factorsOfSeveralStationsAreFoundInTheirPlacesInOneStep() throws IOException {
        Path out = folder.resolve("run");
        AirRun run = run(
                out,
                "--zone",
                "Asia/Seoul",
                "--stations",
                table("stations.csv").toString(),
                "--wind-csv",
                table("wind.csv.gz").toString(),
                "--wind-time",
                "at",
                "--wind-speed",
                "ws",
                "--wind-direction",
                "wd");
        assertThat(run.err).isEmpty();
        assertThat(run.code).isZero();
        assertThat(Files.readAllLines(out.resolve("contributions.csv")).getFirst())
                .isEqualTo("time,station,factor,value");
        assertThat(Files.readAllLines(out.resolve("residuals.csv")).getFirst())
                .isEqualTo("time,station,species,scaled_residual");
        assertThat(Files.readAllLines(out.resolve("sources-F1.csv")).getFirst()).startsWith("x,y,lon,lat,strength_g_s");
        assertThat(out.resolve("sources-F3.svg")).exists();
        assertThat(metresOff(out, factorOf(out, "lead"), MadeFactorCity.SMELTER_M))
                .isLessThan(700);
        assertThat(metresOff(out, factorOf(out, "vanadium"), MadeFactorCity.WORKS_M))
                .isLessThan(700);

        // Another run without maps takes them away, and what is not ours stays.
        Files.writeString(out.resolve("notes.txt"), "mine");
        run(out);
        assertThat(out.resolve("sources-F1.csv")).doesNotExist();
        assertThat(out.resolve("notes.txt")).exists();
    }

    /// The factor that brings most of a species.
    private static String factorOf(Path out, String species) throws IOException {
        return Files.readAllLines(out.resolve("profiles.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> cells[1].equals(species))
                .max(java.util.Comparator.comparingDouble(cells -> Double.parseDouble(cells[2])))
                .orElseThrow()[0];
    }

    private static double metresOff(Path out, String factor, double[] placeM) throws IOException {
        JsonNode map = new ObjectMapper()
                .readTree(out.resolve("sources-" + factor + ".json").toFile());
        JsonNode source = map.at("/details/sources/0");
        double east = (source.get("lon").asDouble() - MadeFactorCity.LON)
                * MadeFactorCity.DEGREE_M
                * Math.cos(Math.toRadians(MadeFactorCity.LAT));
        double north = (source.get("lat").asDouble() - MadeFactorCity.LAT) * MadeFactorCity.DEGREE_M;
        return Math.hypot(east - placeM[0], north - placeM[1]);
    }

    @Test
    void whatIsMissingIsSaidInOneLine() throws IOException {
        Path out = folder.resolve("none");
        assertThat(run(out, "--stations", table("stations.csv").toString()).err)
                .contains("--stations: expected the samples' stations and their wind too");
        List<String> lines =
                new ArrayList<>(kept("uncertainties.csv.gz").lines().toList());
        String[] cells = lines.get(3).split(",");
        cells[cells.length - 1] = "s9";
        lines.set(3, String.join(",", Arrays.asList(cells)));
        Path other = Files.write(folder.resolve("other.csv"), lines);
        assertThat(AirRun.of(
                                "factors",
                                "--csv",
                                table("values.csv.gz").toString(),
                                "--uncertainty",
                                other.toString(),
                                "--station-column",
                                "site",
                                "--factors",
                                "3",
                                "--out",
                                out.toString())
                        .err)
                .contains("other.csv line 4: expected station 's2' as in values.csv.gz, found 's9'");
    }
}
