package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCommandTest {
    @TempDir
    Path folder;

    private static AirRun run(String... more) {
        return AirRun.london("cluster", more);
    }

    @Test
    void everyHourHasItsCluster() {
        AirRun run = run("--value", "nox", "--from", "2003-01-01", "--to", "2004-01-01", "--clusters", "3");
        List<List<String>> rows = AirRun.cells(run.lines());

        assertThat(run.err).isEmpty();
        assertThat(run.lines().getFirst()).isEqualTo("time,wind_direction_deg,wind_speed_m_s,value,cluster");
        assertThat(rows).hasSize(8761);
        assertThat(rows.stream().skip(1).map(row -> row.get(4)).distinct())
                .contains("1", "2", "3")
                .isSubsetOf("1", "2", "3", "");
        assertThat(rows.stream().skip(1).filter(row -> row.get(1).isEmpty()))
                .allSatisfy(row -> assertThat(row.get(4)).isEmpty());
    }

    @Test
    void theNumberOfClustersCanBeFound() throws IOException {
        Path json = folder.resolve("c.json");
        Path svg = folder.resolve("c.svg");
        AirRun found = run("--value", "so2", "--rows", "clusters", "--out", json.toString());
        AirRun drawn = run("--value", "so2", "--clusters", "10", "--lang", "ko", "--out", svg.toString());

        assertThat(found.err + drawn.err).isEmpty();
        assertThat(Files.readString(json)).contains("\"agreement\"").contains("\"mean_silhouette\"");
        assertThat(Files.readString(svg)).startsWith("<svg").contains("극좌표 군집");
    }

    @Test
    void placesOfTheSurfaceCanBeWritten() {
        AirRun run = run("--value", "so2", "--clusters", "2", "--rows", "surface");

        assertThat(run.lines().getFirst()).isEqualTo("u,v,value,cluster");
        assertThat(run.lines()).hasSize(51 * 51 + 1);
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertThat(run("--value", "so2", "--clusters", "11").err.strip())
                .isEqualTo("--clusters: expected a whole number from 2 to 10, found '11'");
        assertThat(run("--value", "so2", "--from", "1998-01-01", "--to", "1998-01-02")
                        .err
                        .strip())
                .isEqualTo("expected hours with wind and value for a polar plot, found too few");
    }
}
