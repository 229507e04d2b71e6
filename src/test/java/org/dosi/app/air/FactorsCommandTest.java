package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The solution of `./dosi air factors`, in its files.
class FactorsCommandTest {
    @TempDir
    Path folder;

    /// Q, summed here from the files alone, is the one stated; and profiles and contributions are those of the
    /// contract.
    @Test
    void theFilesHoldTheSolutionWhoseQIsStated() throws IOException {
        FactorsRun run = FactorsRun.batonRouge(folder, "--factors", "6", "--starts", "3", "--seed", "5");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lines("profiles.csv").getFirst()).isEqualTo("factor,species,value");
        assertThat(run.lines("profiles.csv")).hasSize(1 + 6 * 41);
        assertThat(run.lines("profiles.csv").get(1 + 41 + 17)).startsWith("F2,Isoprene,");
        assertThat(run.lines("contributions.csv").getFirst()).isEqualTo("time,factor,value");
        assertThat(run.lines("contributions.csv").get(1)).startsWith("2005-06-01T06:00:00,F1,");
        assertThat(run.lines("contributions.csv")).hasSize(1 + 6 * 307);
        JsonNode summary = run.summary();
        assertThat(summary.get("starts").asInt()).isEqualTo(3);
        assertThat(run.air().out).contains("so few starts (3) prove little");
        assertThat(summary.get("converged").asBoolean()).isTrue();
        assertThat(summary.get("iterations").asInt()).isPositive();
        double q = qFromFiles(run);
        assertThat(summary.get("q_true").asDouble()).isCloseTo(q, within(1e-6 * q));
        assertThat(summary.get("q_robust").asDouble()).isBetween(0.5 * q, q);
        assertThat(summary.get("reached").get("starts_reaching_best").asInt()).isBetween(1, 3);
        assertThat(run.lines("starts.csv")).hasSize(4);
        assertThat(run.text("profiles.svg")).startsWith("<svg").contains("Isoprene");
        assertThat(run.text("fingerprints.svg")).contains("Isoprene", "F6").endsWith("</svg>\n");
        assertThat(run.text("contributions.svg")).endsWith("</svg>\n");
    }

    private static double qFromFiles(FactorsRun run) throws IOException {
        List<List<String>> profiles = run.cells("profiles.csv");
        List<List<String>> contributions = run.cells("contributions.csv");
        List<List<String>> x = AirRun.cells(Files.readAllLines(FactorsRun.CONCENTRATIONS));
        List<List<String>> u = AirRun.cells(Files.readAllLines(FactorsRun.UNCERTAINTIES));
        double q = 0;
        for (int i = 1; i < x.size(); i++) {
            for (int j = 1; j < x.get(0).size(); j++) {
                double fit = 0;
                for (int k = 0; k < 6; k++) {
                    List<String> row = contributions.get(1 + (i - 1) * 6 + k);
                    List<String> element = profiles.get(1 + k * 41 + j - 1);
                    fit += Double.parseDouble(row.get(2)) * Double.parseDouble(element.get(2));
                }
                double e = (Double.parseDouble(x.get(i).get(j)) - fit)
                        / Double.parseDouble(u.get(i).get(j));
                q += e * e;
            }
        }
        return q;
    }

    @Test
    void theSameCommandWritesTheSameBytes() throws IOException {
        String first =
                FactorsRun.batonRouge(folder, "--factors", "3", "--starts", "2").text("profiles.csv");
        String second =
                FactorsRun.batonRouge(folder, "--factors", "3", "--starts", "2").text("profiles.csv");

        assertThat(second).isEqualTo(first);
    }

    /// A species that no factor may have cannot be pulled up, and its concentrations stay unexplained.
    @Test
    void constraintsThatTheSamplesSpeakAgainstAreRemarked() throws IOException {
        Path constraints = Files.writeString(folder.resolve("constraints.csv"), """
                factor,rule,of,low,high
                F1,zero,Isoprene,,
                F2,zero,Isoprene,,
                F3,zero,Isoprene,,
                F1,pull-up,Isoprene,1,
                """);

        FactorsRun run = FactorsRun.batonRouge(
                folder, "--factors", "3", "--starts", "2", "--constraints", constraints.toString());

        assertThat(run.err().lines())
                .satisfiesExactly(
                        rise -> assertThat(rise)
                                .matches("dosi: the constraints raise Q by \\d+ %: the samples speak.*"),
                        pull -> assertThat(pull)
                                .matches("dosi: F1 Isoprene: the pull up did not move it there.*to 0.000\\)"));
        assertThat(run.summary().get("remarks")).hasSize(2);
    }

    @Test
    void fpeakAndConstraintsChangeTheSolution() throws IOException {
        Path constraints = folder.resolve("constraints.csv");
        Files.writeString(constraints, """
                factor,rule,of,low,high
                F1,zero,Isoprene,,
                F2,pull-up,Styrene,0.5,
                F2,absent,2005-06-01T06:00,,
                """);

        FactorsRun run = FactorsRun.batonRouge(
                folder, "--factors", "3", "--starts", "2", "--fpeak", "0.2", "--constraints", constraints.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.lines("profiles.csv")).contains("F1,Isoprene,0");
        assertThat(run.lines("contributions.csv")).contains("2005-06-01T06:00:00,F2,0");
        assertThat(run.summary().get("q_true").asDouble())
                .isGreaterThan(run.summary().get("best_start_q_true").asDouble());
    }

    /// The squares of the scaled residuals add up to each species' Q, and those beyond 3 are its share.
    @Test
    void scaledResidualsAddUpToQ() throws IOException {
        FactorsRun run = FactorsRun.batonRouge(folder, "--factors", "3", "--starts", "2", "--weak", "TNMOC");

        assertThat(run.lines("residuals.csv").getFirst()).isEqualTo("time,species,scaled_residual");
        assertThat(run.lines("residuals.csv")).hasSize(1 + 307 * 41);
        assertThat(run.lines("species.csv").getFirst())
                .isEqualTo("species,category,n,q,r2,residuals_beyond_3,share_beyond_3,signal_to_noise,signal_suggests");
        List<List<String>> residuals = run.cells("residuals.csv");
        for (List<String> species : run.cells("species.csv").stream().skip(1).toList()) {
            double[] own = residuals.stream()
                    .filter(row -> row.get(1).equals(species.get(0)))
                    .mapToDouble(row -> Double.parseDouble(row.get(2)))
                    .toArray();
            double q = Arrays.stream(own).map(e -> e * e).sum();
            double beyond = Arrays.stream(own).filter(e -> Math.abs(e) > 3).count() / 307.0;
            assertThat(Double.parseDouble(species.get(3))).isCloseTo(q, within(1e-6 * q));
            assertThat(Double.parseDouble(species.get(6))).isCloseTo(beyond, within(1e-9));
        }
    }
}
