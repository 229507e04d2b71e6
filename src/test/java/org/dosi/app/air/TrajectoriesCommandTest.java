package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrajectoriesCommandTest {
    private static final Path OPENAIR = Path.of("src/test/resources/reference/air/openair");
    private static final String FILE = OPENAIR.resolve("traj_synthetic.csv.gz").toString();
    /// The reference's own tolerance.
    private static final double RELATIVE = 1e-6;

    @TempDir
    Path folder;

    @Test
    void weightedMeansAgreeWithOpenair() throws IOException {
        AirRun run = AirRun.of("trajectories", "--csv", FILE, "--time", "date", "--value", "so2", "--grid", "0.25");
        List<List<String>> found = AirRun.cells(run.lines());
        List<List<String>> reference = AirRun.cells(Files.readAllLines(OPENAIR.resolve("trajLevel_cwt_so2.csv")));

        assertThat(run.err).isEmpty();
        assertThat(run.lines().getFirst()).isEqualTo("lon,lat,n,value,lower,upper");
        assertThat(found).hasSameSizeAs(reference);
        Map<List<Double>, List<String>> cells = new HashMap<>();
        for (List<String> row : found.subList(1, found.size())) {
            cells.put(List.of(Double.valueOf(row.get(0)), Double.valueOf(row.get(1))), row);
        }
        for (List<String> row : reference.subList(1, reference.size())) {
            List<String> cell =
                    cells.getOrDefault(List.of(Double.valueOf(row.get(1)), Double.valueOf(row.get(2))), List.of());
            assertThat(cell).as("the cell at %s, %s", row.get(1), row.get(2)).isNotEmpty();
            assertThat(cell.get(2)).isEqualTo(row.get(4));
            if (row.get(5).isEmpty()) {
                assertThat(cell.get(3)).isEmpty();
            } else {
                double value = Double.parseDouble(row.get(5));
                assertThat(Double.parseDouble(cell.get(3))).isCloseTo(value, within(RELATIVE * value));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"frequency", "pscf", "cwt", "sqtba"})
    void everyStatisticHasATableAndAPlot(String statistic) throws IOException {
        Path svg = folder.resolve("t.svg");
        String[] args = {
            "trajectories",
            "--csv",
            FILE,
            "--value",
            "pm10",
            "--statistic",
            statistic,
            "--grid",
            "1",
            "--resamples",
            "29",
            "--out",
            svg.toString(),
            "--lang",
            "ko"
        };
        AirRun drawn = AirRun.of(args);
        args[12] = folder.resolve("t.csv").toString();
        AirRun written = AirRun.of(args);

        assertThat(drawn.err + written.err).isEmpty();
        assertThat(Files.readString(svg)).startsWith("<svg").contains("경도");
        assertThat(Files.readAllLines(folder.resolve("t.csv"))).hasSizeGreaterThan(50);
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws IOException {
        assertThat(AirRun.of("trajectories", "--csv", FILE, "--value", "so2", "--lat-column", "latitude").err)
                .contains("latitude");
        assertThat(AirRun.of("trajectories", "--csv", FILE).err.strip())
                .startsWith("--value: expected one value, such as ")
                .contains(", found none; the columns of traj_synthetic.csv.gz are ");
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "date,hour.inc,lat,lon,so2\n2021-01-01T00:00,soon,51,0,3\n");
        assertThat(AirRun.of("trajectories", "--csv", file.toString(), "--value", "so2")
                        .err
                        .strip())
                .isEqualTo("--hour-column: expected hours from the arrival, such as -12, found 'soon'");
    }
}
