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
import java.util.Comparator;
import java.util.List;
import org.dosi.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

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

    private static FactorsRun run(Path uncertainties, String out, String... more) {
        List<String> args = new ArrayList<>(List.of("--station-column", "site", "--factors", "3", "--starts", "4"));
        args.addAll(List.of(more));
        return FactorsRun.of(table("values.csv.gz"), uncertainties, folder.resolve(out), args.toArray(String[]::new));
    }

    /// Whether this test runs an example of the guide: those of these tables and of what is made of them.
    static boolean runs(GuideExample example) {
        return example.command().contains(MadeFactorCity.FOLDER);
    }

    @Test
    void factorsOfSeveralStationsAreFoundInTheirPlacesInOneStep() throws IOException {
        List<GuideExample> examples = GuideExample.all().stream()
                .filter(FactorPlacesCommandTest::runs)
                .toList();
        String[] args = examples.getFirst().arguments(folder);
        FactorsRun run = new FactorsRun(AirRun.of(args), Path.of(args[args.length - 1]));
        examples.getFirst().requireShownBy(run.air());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lines("contributions.csv").getFirst()).isEqualTo("time,station,factor,value");
        assertThat(run.lines("residuals.csv").getFirst()).isEqualTo("time,station,species,scaled_residual");
        assertThat(run.lines("sources-F1.csv").getFirst()).startsWith("x,y,lon,lat,strength_g_s");
        assertThat(run.out().resolve("sources-F3.svg")).exists();
        assertThat(metresOff(run, factorOf(run, "lead"), MadeFactorCity.SMELTER_M))
                .isLessThan(700);
        assertThat(metresOff(run, factorOf(run, "vanadium"), MadeFactorCity.WORKS_M))
                .isLessThan(700);

        for (GuideExample later : examples.subList(1, examples.size())) {
            later.requireShownBy(AirRun.of(later.arguments(folder)));
        }

        // Another run without maps takes them away, and what is not ours stays.
        Files.writeString(run.out().resolve("notes.txt"), "mine");
        run(table("uncertainties.csv.gz"), folder.relativize(run.out()).toString());
        assertThat(run.out().resolve("sources-F1.csv")).doesNotExist();
        assertThat(run.out().resolve("notes.txt")).exists();
    }

    /// The factor that brings most of a species.
    private static String factorOf(FactorsRun run, String species) throws IOException {
        return run.lines("profiles.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> cells[1].equals(species))
                .max(Comparator.comparingDouble(cells -> Double.parseDouble(cells[2])))
                .orElseThrow()[0];
    }

    private static double metresOff(FactorsRun run, String factor, double[] placeM) throws IOException {
        JsonNode source = run.json("sources-" + factor + ".json").at("/details/sources/0");
        return MadeNetwork.distanceM(
                source.get("lon").asDouble(), source.get("lat").asDouble(), placeM);
    }

    @Test
    void whatIsMissingIsSaidInOneLine() throws IOException {
        String stations = table("stations.csv").toString();
        assertThat(run(table("uncertainties.csv.gz"), "none", "--stations", stations)
                        .err())
                .contains("--stations: expected the samples' stations and their wind too");
        List<String> lines =
                new ArrayList<>(kept("uncertainties.csv.gz").lines().toList());
        String[] cells = lines.get(3).split(",");
        cells[cells.length - 1] = "s9";
        lines.set(3, String.join(",", Arrays.asList(cells)));
        Path other = Files.write(folder.resolve("other.csv"), lines);
        assertThat(run(other, "none").err())
                .contains("other.csv line 4: expected station 's2' as in values.csv.gz, found 's9'");
    }
}
