package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The error estimates of `./dosi air factors`.
class FactorErrorsCommandTest {
    @TempDir
    Path folder;

    @Test
    void errorEstimatesHaveFilesOfTheirOwn() throws IOException {
        FactorsRun run = FactorsRun.batonRouge(
                folder,
                "--factors",
                "3",
                "--starts",
                "3",
                "--errors",
                "bootstrap,displacement,both",
                "--resamples",
                "4",
                "--displace",
                "Isoprene",
                "--weak",
                "TNMOC",
                "--bad",
                "Unidentified",
                "--scan",
                "2-3");

        assertThat(run.err()).isEmpty();
        assertThat(run.lines("bootstrap.csv").getFirst()).isEqualTo("factor,species,value,p5,p25,median,p75,p95");
        assertThat(run.lines("displacement.csv").getFirst())
                .startsWith("factor,species,value,lower_dq4,upper_dq4,lower_dq8,upper_dq8,lower_dq15");
        assertThat(run.lines("bootstrap_displacement.csv").getFirst()).contains("lower_dq0.5,upper_dq0.5");
        assertThat(run.lines("scan.csv")).hasSize(3);
        assertThat(run.lines("scan.csv").getFirst()).startsWith("factors,q_true,q_robust,q_expected,q_ratio,im,is,");
        assertThat(run.lines("species.csv")).hasSize(41).anyMatch(line -> line.startsWith("TNMOC,weak,307,"));
        JsonNode summary = run.summary();
        assertThat(summary.get("bootstrap").get("resamples").asInt()).isEqualTo(4);
        assertThat(summary.get("displacement").get("displacements").asInt()).isEqualTo(6);
        assertThat(summary.get("bad").get(0).asString()).isEqualTo("Unidentified");
        assertThat(summary.has("bootstrap_displacement")).isTrue();
    }

    @Test
    void errorEstimatesHoldTheConstraints() throws IOException {
        Path constraints = folder.resolve("constraints.csv");
        Files.writeString(constraints, "factor,rule,of,low,high\nF1,zero,Isoprene,,\nF2,fix,Styrene,0.25,\n");

        FactorsRun run = FactorsRun.batonRouge(
                folder,
                "--factors",
                "3",
                "--starts",
                "2",
                "--constraints",
                constraints.toString(),
                "--errors",
                "bootstrap,displacement,both",
                "--resamples",
                "3",
                "--displace",
                "Isoprene,Styrene");

        assertThat(run.err()).startsWith("dosi: the constraints raise Q by 6 %").hasLineCount(1);
        assertThat(run.lines("bootstrap.csv")).contains("F1,Isoprene,0,0,0,0,0,0");
        List<List<String>> fixed = run.cells("bootstrap.csv").stream()
                .filter(row -> row.get(0).equals("F2") && row.get(1).equals("Styrene"))
                .toList();
        assertThat(fixed.getFirst().stream().skip(2).mapToDouble(Double::parseDouble))
                .allSatisfy(value -> assertThat(value).isCloseTo(0.25, within(1e-6)));
        assertThat(run.lines("displacement.csv")).contains("F1,Isoprene,0,0,0,0,0,0,0,0,0");
        JsonNode summary = run.summary();
        assertThat(summary.get("fixed_elements").size()).isEqualTo(2);
        assertThat(summary.get("fixed_elements").get(1).get("factor").asString())
                .isEqualTo("F2");
        assertThat(summary.get("displacement").get("displacements").asInt())
                .as("two ends of each of six elements but the two fixed ones")
                .isEqualTo(2 * (6 - 2));
        JsonNode both = summary.get("bootstrap_displacement");
        assertThat(both.get("resamples_kept").asInt()).isPositive();
        assertThat(both.get("displaced").valueStream().map(JsonNode::asString)).containsExactly("Isoprene", "Styrene");
    }

    @Test
    void aTurnedSolutionHasABootstrapAlone() {
        FactorsRun resampled = FactorsRun.batonRouge(
                folder,
                "--factors",
                "2",
                "--starts",
                "1",
                "--fpeak",
                "0.3",
                "--errors",
                "bootstrap",
                "--resamples",
                "2");
        FactorsRun displaced =
                FactorsRun.batonRouge(folder, "--factors", "2", "--starts", "1", "--fpeak", "0.3", "--errors", "both");

        assertThat(resampled.err()).isEmpty();
        assertThat(resampled.out().resolve("bootstrap.csv")).exists();
        assertThat(displaced.code()).isEqualTo(1);
        assertThat(displaced.err())
                .isEqualTo("--errors: expected bootstrap alone with --fpeak, found displacement or both");
    }
}
