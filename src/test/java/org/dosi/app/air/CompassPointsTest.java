package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Winds in 16 points count as what they mean, whether written in tens of degrees (20) or in full (22.5): the network's
/// analyses answer the same.
class CompassPointsTest {
    private static final int[] TENS = {20, 50, 70, 90, 110, 140, 160, 180, 200, 230, 250, 270, 290, 320, 340, 360};
    private static final int DAYS = 40;

    @TempDir
    static Path folder;

    private static Path tens;
    private static Path full;
    private static Path stations;

    @BeforeAll
    static void write() throws IOException {
        tens = network("tens", p -> Integer.toString(TENS[p]));
        full = network("full", p -> Double.toString(22.5 * (p + 1)));
        stations = Files.writeString(
                folder.resolve("stations.csv"),
                "id,lon,lat\nA,126.95,37.52\nB,127.00,37.56\nC,127.05,37.52\nD,127.00,37.50\n");
    }

    /// Four stations in one wind: SO₂ comes to one of them from 22.5°, and in three days all have much PM10.
    private static Path network(String name, java.util.function.IntFunction<String> written) throws IOException {
        Random random = new Random(11);
        StringBuilder csv = new StringBuilder("time,site,ws,wd,so2,pm10\n");
        int point = 0;
        LocalDateTime time = LocalDateTime.of(2021, 3, 1, 0, 0);
        for (int h = 0; h < DAYS * 24; h++, time = time.plusHours(1)) {
            point = Math.floorMod(point + (int) Math.rint(1.5 * random.nextGaussian()), 16);
            for (String site : List.of("A", "B", "C", "D")) {
                double so2 = 5 * Math.exp(0.3 * random.nextGaussian()) * (site.equals("A") && point == 0 ? 4 : 1);
                double pm10 = (h / 24 / 3 == 5 ? 300 : 40) * Math.exp(0.05 * random.nextGaussian());
                csv.append(String.format(
                        Locale.ROOT, "%s,%s,3.5,%s,%.2f,%.1f%n", time, site, written.apply(point), so2, pm10));
            }
        }
        return Files.writeString(folder.resolve(name + ".csv"), csv);
    }

    private static String answer(Path file, String analysis, String... more) throws IOException {
        Path json = folder.resolve("answer.json");
        List<String> args = new ArrayList<>(List.of(analysis, "--csv", file.toString(), "--station-column", "site"));
        args.addAll(List.of("--wind-speed", "ws", "--wind-direction", "wd", "--unit", "ug/m3", "--zone", "Asia/Seoul"));
        args.addAll(List.of(more));
        args.addAll(List.of("--out", json.toString()));
        AirRun run = AirRun.of(args.toArray(String[]::new));
        assertThat(run.code).as(run.err).isZero();
        String all = Files.readString(json);
        return all.substring(all.indexOf("\"details\""));
    }

    private static void isTheSame(String analysis, String... more) throws IOException {
        assertThat(answer(tens, analysis, more)).hasSizeGreaterThan(200).isEqualTo(answer(full, analysis, more));
    }

    @Test
    void directionsAreTestedInThePointsThatAreMeant() throws IOException {
        isTheSame("directions", "--value", "so2", "--permutations", "99", "--resamples", "99");
    }

    @Test
    void sourcesLieWhereThePointsLead() throws IOException {
        isTheSame(
                "sources",
                "--value",
                "so2",
                "--stations",
                stations.toString(),
                "--cell",
                "2000",
                "--replicates",
                "0",
                "--test",
                "0");
    }

    @Test
    void episodesNameThePointThatIsMeant() throws IOException {
        isTheSame("episodes", "--value", "pm10");
        assertThat(answer(tens, "episodes", "--value", "pm10")).contains("from_deg");
    }
}
