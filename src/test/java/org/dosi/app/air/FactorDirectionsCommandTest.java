package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./dosi air factors` with the wind of its samples.
class FactorDirectionsCommandTest {
    @TempDir
    Path folder;

    @Test
    void theWindStandsBesideTheContributions() throws IOException {
        Path wind = folder.resolve("wind.csv");
        Files.writeString(wind, "when,ws,wd\n2005-06-01T06:00,2.5,270\n2005-06-02T04:00,1,90\n");

        FactorsRun run = FactorsRun.batonRouge(
                folder,
                "--factors",
                "2",
                "--starts",
                "1",
                "--wind-csv",
                wind.toString(),
                "--wind-speed",
                "ws",
                "--wind-direction",
                "wd");

        assertThat(run.lines("contributions_wide.csv").getFirst()).isEqualTo("time,F1,F2,ws,wd");
        assertThat(run.lines("contributions_wide.csv").get(1)).endsWith(",2.5,270");
        assertThat(run.lines("contributions_wide.csv").get(2)).endsWith(",,");
    }

    /// Made of two sources: one blows from 240°, the other from 60°, each with a species of its own. In one command
    /// each factor is found, and comes from its source.
    @Test
    void eachFactorComesFromWhereItsSourceIs() throws IOException {
        Path wind = folder.resolve("wind.csv");
        SplittableRandom random = new SplittableRandom(1);
        List<String> concentrations = new ArrayList<>(List.of("time,soot,salt,both"));
        List<String> uncertainties = new ArrayList<>(List.of("time,soot,salt,both"));
        List<String> winds = new ArrayList<>(List.of("time,ws,wd"));
        LocalDateTime start = LocalDateTime.of(2020, 1, 1, 0, 0);
        for (int i = 0; i < 300; i++) {
            LocalDateTime sample = start.plusHours(3L * i);
            double from = random.nextInt(36) * 10 + 10;
            double soot = 1 + 9 * Math.exp(-Math.pow((from - 240) / 30, 2)) * random.nextDouble(0.8, 1.2);
            double salt = 1 + 9 * Math.exp(-Math.pow((from - 60) / 30, 2)) * random.nextDouble(0.8, 1.2);
            concentrations.add("%s,%s,%s,%s".formatted(sample, soot, salt, soot + salt));
            uncertainties.add(sample + ",0.1,0.1,0.1");
            for (int h = 0; h < 3; h++) {
                winds.add(sample.plusHours(h) + "," + (2 + h) + "," + from);
            }
        }
        Files.write(wind, winds);

        FactorsRun run = FactorsRun.ofTables(
                folder,
                String.join("\n", concentrations),
                String.join("\n", uncertainties),
                "--factors",
                "2",
                "--starts",
                "3",
                "--wind-csv",
                wind.toString(),
                "--wind-speed",
                "ws",
                "--wind-direction",
                "wd",
                "--sample-hours",
                "3");

        assertThat(run.err()).isEmpty();
        assertThat(run.lines("cpf.csv").getFirst()).isEqualTo("factor,sector_deg,n,m,cpf");
        assertThat(run.lines("polar.csv").getFirst())
                .isEqualTo("factor,wind_direction_deg,wind_speed_m_s,n,value,smooth,standard_error");
        List<List<String>> cpf = run.cells("cpf.csv");
        assertThat(cpf.stream()
                        .skip(1)
                        .mapToLong(row -> Long.parseLong(row.get(2)))
                        .sum())
                .as("three hours of each sample, for each factor")
                .isEqualTo(2 * 3 * 300);
        for (List<String> profile : run.cells("shares.csv")) {
            if (profile.get(1).equals("soot") || profile.get(1).equals("salt")) {
                boolean own = Double.parseDouble(profile.get(2)) > 0.5;
                double source = profile.get(1).equals("soot") == own ? 240 : 60;
                assertThat(middle(cpf, profile.get(0))).as("%s", profile).isCloseTo(source, within(15.0));
            }
        }
        assertThat(run.text("cpf.svg")).contains("F1", "F2");
        assertThat(run.text("polar.svg")).endsWith("</svg>\n");
    }

    /// The middle of what a factor's sectors point to.
    private static double middle(List<List<String>> cpf, String factor) {
        double east = 0;
        double north = 0;
        for (List<String> row : cpf) {
            if (row.getFirst().equals(factor) && !row.get(4).isEmpty()) {
                double sector = Math.toRadians(Double.parseDouble(row.get(1)));
                east += Double.parseDouble(row.get(4)) * Math.sin(sector);
                north += Double.parseDouble(row.get(4)) * Math.cos(sector);
            }
        }
        return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    }
}
