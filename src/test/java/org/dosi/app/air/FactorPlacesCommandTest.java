package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Nine stations, sixty days, five species: a smelter in the north-west, a works in the south-east, and what is carried
/// in. Factors of all stations together are found, and then each in its place.
class FactorPlacesCommandTest {
    private static final int DAYS = 60;
    private static final double LON = 127;
    private static final double LAT = 37.5;
    private static final double DEGREE_M = 111_195;
    private static final double[] SMELTER_M = {-1700, 1300};
    private static final double[] WORKS_M = {1700, -1200};
    private static final String[] SPECIES = {"lead", "zinc", "nickel", "vanadium", "sulphate"};
    private static final double[][] PROFILES = {{1, 0.8, 0.05, 0, 0.1}, {0, 0.1, 0.9, 1, 0.2}, {0.1, 0.1, 0.1, 0.1, 1}};

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeCity() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder stations = new StringBuilder("id,lon,lat\n");
        for (int j = 0; j < 9; j++) {
            stations.append(String.format(
                    Locale.ROOT,
                    "s%d,%.6f,%.6f%n",
                    j,
                    LON + east(j) / DEGREE_M / Math.cos(Math.toRadians(LAT)),
                    LAT + north(j) / DEGREE_M));
        }
        StringBuilder values = new StringBuilder("time," + String.join(",", SPECIES) + ",site\n");
        StringBuilder uncertainties = new StringBuilder(values);
        StringBuilder wind = new StringBuilder("at,ws,wd\n");
        double direction = 100;
        for (int t = 0; t < 24 * DAYS; t++) {
            direction = (direction + 30 * random.nextGaussian() + 360) % 360;
            double speed = 0.7 + 3 * random.nextDouble();
            double level = 20 + 8 * Math.sin(t / 30.0);
            LocalDateTime time = LocalDateTime.of(2021, 3, 1, 0, 0).plusHours(t);
            wind.append(String.format(Locale.ROOT, "%s,%.2f,%.0f%n", time, speed, direction));
            for (int j = 0; j < 9; j++) {
                double[] contribution = {
                    plume(direction, speed, east(j), north(j), SMELTER_M),
                    plume(direction, speed, east(j), north(j), WORKS_M),
                    level
                };
                values.append(time);
                uncertainties.append(time);
                for (int i = 0; i < SPECIES.length; i++) {
                    double value = 0;
                    for (int k = 0; k < contribution.length; k++) {
                        value += contribution[k] * PROFILES[k][i];
                    }
                    double uncertainty = 0.3 + 0.1 * value;
                    double measured = Math.max(0.01, value + uncertainty * random.nextGaussian());
                    values.append(String.format(Locale.ROOT, ",%.3f", measured));
                    uncertainties.append(String.format(Locale.ROOT, ",%.3f", uncertainty));
                }
                values.append(",s").append(j).append('\n');
                uncertainties.append(",s").append(j).append('\n');
            }
        }
        Files.writeString(folder.resolve("stations.csv"), stations);
        Files.writeString(folder.resolve("values.csv"), values);
        Files.writeString(folder.resolve("uncertainties.csv"), uncertainties);
        Files.writeString(folder.resolve("wind.csv"), wind);
    }

    private static double east(int station) {
        return 3000.0 * (station % 3 - 1);
    }

    private static double north(int station) {
        return 3000.0 * (station / 3 - 1);
    }

    /// A plain plume of 20 g/s that knows nothing of the program's.
    private static double plume(double fromDeg, double speed, double east, double north, double[] source) {
        double dx = east - source[0];
        double dy = north - source[1];
        double from = Math.toRadians(fromDeg);
        double along = -dx * Math.sin(from) - dy * Math.cos(from);
        double across = dx * Math.cos(from) - dy * Math.sin(from);
        if (along <= 0) {
            return 0;
        }
        double wide = 0.3 * along;
        double high = 0.1 * along + 10;
        return 20e6 / (Math.PI * speed * wide * high) * Math.exp(-across * across / 2 / wide / wide);
    }

    private static FactorsRun run(String uncertainties, String out, String... more) {
        List<String> args = new ArrayList<>(List.of("--station-column", "site", "--factors", "3", "--starts", "4"));
        args.addAll(List.of(more));
        return FactorsRun.of(
                folder.resolve("values.csv"),
                folder.resolve(uncertainties),
                folder.resolve(out),
                args.toArray(String[]::new));
    }

    @Test
    void factorsOfSeveralStationsAreFoundInTheirPlacesInOneStep() throws IOException {
        FactorsRun run = run(
                "uncertainties.csv",
                "run",
                "--zone",
                "Asia/Seoul",
                "--stations",
                folder.resolve("stations.csv").toString(),
                "--wind-csv",
                folder.resolve("wind.csv").toString(),
                "--wind-time",
                "at",
                "--wind-speed",
                "ws",
                "--wind-direction",
                "wd");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lines("contributions.csv").getFirst()).isEqualTo("time,station,factor,value");
        assertThat(run.lines("residuals.csv").getFirst()).isEqualTo("time,station,species,scaled_residual");
        assertThat(run.lines("sources-F1.csv").getFirst()).startsWith("x,y,lon,lat,strength_g_s");
        assertThat(run.out().resolve("sources-F3.svg")).exists();
        assertThat(metresOff(run, factorOf(run, "lead"), SMELTER_M)).isLessThan(700);
        assertThat(metresOff(run, factorOf(run, "vanadium"), WORKS_M)).isLessThan(700);

        // Another run without maps takes them away, and what is not ours stays.
        Files.writeString(run.out().resolve("notes.txt"), "mine");
        run("uncertainties.csv", "run");
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
        double east = (source.get("lon").asDouble() - LON) * DEGREE_M * Math.cos(Math.toRadians(LAT));
        double north = (source.get("lat").asDouble() - LAT) * DEGREE_M;
        return Math.hypot(east - placeM[0], north - placeM[1]);
    }

    @Test
    void whatIsMissingIsSaidInOneLine() throws IOException {
        String stations = folder.resolve("stations.csv").toString();
        assertThat(run("uncertainties.csv", "none", "--stations", stations).err())
                .contains("--stations: expected the samples' stations and their wind too");
        List<String> lines = Files.readAllLines(folder.resolve("uncertainties.csv"));
        String[] cells = lines.get(3).split(",");
        cells[cells.length - 1] = "s9";
        lines.set(3, String.join(",", Arrays.asList(cells)));
        Files.write(folder.resolve("other.csv"), lines);
        assertThat(run("other.csv", "none").err())
                .contains("other.csv line 4: expected station 's2' as in values.csv, found 's9'");
    }
}
