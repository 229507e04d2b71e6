package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectionsCommandTest {
    private static final String HEAD =
            "station,pollutant,direction_deg,lower_deg,upper_deg,ratio,ratio_lower,ratio_upper,p,q,significant,n";

    @TempDir
    Path folder;

    /// Two stations in one wind; the second sees a source in the east.
    private Path network(int days) throws IOException {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("time,place,ws,wd,so2\n");
        double from = 180;
        LocalDateTime time = LocalDateTime.of(2021, 1, 4, 0, 0);
        for (int h = 0; h < days * 24; h++, time = time.plusHours(1)) {
            from = ((from + 40 * random.nextGaussian()) % 360 + 360) % 360;
            for (String station : List.of("quiet", "smelter")) {
                boolean seen = station.equals("smelter") && Math.abs(from - 90) < 30;
                double so2 = 5 * Math.exp(0.3 * random.nextGaussian()) * (seen ? 3 : 1);
                csv.append(String.format(Locale.ROOT, "%s,%s,3.5,%.0f,%.2f%n", time, station, from, so2));
            }
        }
        return Files.writeString(folder.resolve("network" + days + ".csv"), csv);
    }

    private static AirRun run(Path file, String... more) {
        String[] args = {
            "directions",
            "--csv",
            file.toString(),
            "--time",
            "time",
            "--station-column",
            "place",
            "--wind-speed",
            "ws",
            "--wind-direction",
            "wd",
            "--value",
            "so2",
            "--permutations",
            "999",
            "--resamples",
            "199"
        };
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return AirRun.of(all);
    }

    @Test
    void theStationWithASourceHasADirectionAndTheOtherHasNone() throws IOException {
        AirRun run = run(network(150), "--unit", "ug/m3");
        List<List<String>> rows = AirRun.cells(run.lines());

        assertThat(run.err).isEmpty();
        assertThat(run.lines().getFirst()).isEqualTo(HEAD);
        assertThat(rows.get(1).subList(0, 2)).containsExactly("quiet", "so2");
        assertThat(rows.get(1).get(10)).isEqualTo("false");
        assertThat(rows.get(2).getFirst()).isEqualTo("smelter");
        assertThat(Double.parseDouble(rows.get(2).get(2))).isBetween(75.0, 105.0);
        assertThat(Double.parseDouble(rows.get(2).get(5))).isBetween(2.0, 3.5);
        assertThat(rows.get(2).get(8)).startsWith("0.001");
        assertThat(rows.get(2).get(9)).startsWith("0.002");
        assertThat(rows.get(2).get(10)).isEqualTo("true");
        assertThat(rows.get(2).get(11)).isEqualTo("3600");
    }

    @Test
    void whereNothingIsSignificantTheFindingSaysSo() throws IOException {
        Path json = folder.resolve("d.json");
        AirRun run = run(network(20), "--out", json.toString());

        assertThat(run.err).isEmpty();
        assertThat(Files.readString(json))
                .contains("No direction is significant: 2 tests, false-discovery rate 5 %")
                .contains("유의한 방향이 없다");
    }

    @Test
    void theSameQuestionGivesTheSameBytes() throws IOException {
        Path file = network(60);

        assertThat(run(file, "--control", "by").out)
                .isEqualTo(run(file, "--control", "by").out)
                .isNotEqualTo(run(file, "--control", "by", "--seed", "2").out);
    }

    @Test
    void plotsSpeakBothLanguages() throws IOException {
        Path file = network(60);
        Path svg = folder.resolve("d.svg");
        run(file, "--out", svg.toString(), "--lang", "ko", "--theme", "dark");
        assertThat(Files.readString(svg)).startsWith("<svg").contains("smelter").contains("바늘");
        run(file, "--out", svg.toString());
        assertThat(Files.readString(svg)).contains("Needle");
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws IOException {
        Path daily = folder.resolve("daily.csv");
        Files.writeString(daily, "time,ws,wd,so2\n2021-01-01,1,10,3\n2021-01-02,1,20,3\n2021-01-03,1,30,3\n");
        AirRun run = AirRun.of(
                "directions",
                "--csv",
                daily.toString(),
                "--wind-speed",
                "ws",
                "--wind-direction",
                "wd",
                "--value",
                "so2");
        assertThat(run.code).isNotZero();
        assertThat(run.err.strip())
                .isEqualTo("expected hours, found rows every 86400 seconds (see average --period hour)");
        assertThat(run(network(20), "--rate", "2").err.strip())
                .isEqualTo("--rate: expected a number from 1.0E-4 to 0.5, found '2'");
    }
}
