package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class TrajectoryStatisticsTest {
    private static final double NAN = Double.NaN;
    private static final Path OPENAIR = Path.of("src/test/resources/reference/air/openair");
    /// As the reference's README demands.
    private static final double OPENAIR_RELATIVE = 1e-6;
    /// Sums and products of a few numbers.
    private static final double ROUNDING = 1e-12;

    private static TrajectoryRules rules(TrajectoryStatistic statistic, CellWeights weights) {
        return new TrajectoryRules(statistic, 1, weights, 90, 1.5, 99, 0.95, 1);
    }

    private static double number(String cell) {
        return cell.isEmpty() ? NAN : Double.parseDouble(cell);
    }

    private static TrajectoryPoints synthetic(int valueColumn) throws IOException {
        List<String[]> rows;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(OPENAIR.resolve("traj_synthetic.csv.gz"))),
                StandardCharsets.UTF_8))) {
            rows = in.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] trajectory = rows.stream()
                .mapToInt(row -> numbers.computeIfAbsent(row[0], _ -> numbers.size()))
                .toArray();
        Map<String, Integer> days = new LinkedHashMap<>();
        int[] block = numbers.keySet().stream()
                .mapToInt(time -> days.computeIfAbsent(time.substring(0, 11), _ -> days.size()))
                .toArray();
        return new TrajectoryPoints(
                trajectory, block, column(rows, 1), column(rows, 2), column(rows, 3), column(rows, valueColumn));
    }

    private static double[] column(List<String[]> rows, int at) {
        return rows.stream().mapToDouble(row -> number(row[at])).toArray();
    }

    @Test
    void weightedMeansAreThoseOfOpenair() throws IOException {
        TrajectoryField field =
                TrajectoryStatistics.of(synthetic(7), TrajectoryRules.of(TrajectoryStatistic.CWT, 0.25, 1));
        List<String> reference = Files.readAllLines(OPENAIR.resolve("trajLevel_cwt_so2.csv"));

        assertThat(field.n()).hasSize(reference.size() - 1);
        for (int i = 0; i < field.n().length; i++) {
            String[] cell = reference.get(i + 1).split(",", -1);
            assertThat(field.lonDeg()[i]).isEqualTo(number(cell[1]));
            assertThat(field.latDeg()[i]).isEqualTo(number(cell[2]));
            assertThat(field.n()[i]).as(reference.get(i + 1)).isEqualTo(Integer.parseInt(cell[4]));
            double value = number(cell[5]);
            if (Double.isNaN(value)) {
                assertThat(field.value()[i]).as(reference.get(i + 1)).isNaN();
            } else {
                assertThat(field.value()[i])
                        .as(reference.get(i + 1))
                        .isEqualTo(value, within(OPENAIR_RELATIVE * Math.abs(value)));
            }
            if (!Double.isNaN(field.lower()[i])) {
                assertThat(field.value()[i]).isBetween(field.lower()[i] - ROUNDING, field.upper()[i] + ROUNDING);
            }
        }
    }

    /// Ten trajectories: five pass 10° east with 1 to 5, five pass 20° east with 6 to 10; one of these is
    /// unknown.
    private static TrajectoryPoints two() {
        int[] trajectory = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] lon = {10, 10, 10, 10.4, 9.6, 20, 20, 20, 20, 20};
        double[] lat = new double[10];
        Arrays.fill(lat, 50.2);
        double[] hour = new double[10];
        Arrays.fill(hour, -10);
        return new TrajectoryPoints(
                trajectory, trajectory, hour, lat, lon, new double[] {1, 2, 3, 4, 5, 6, 7, NAN, 9, 10});
    }

    @Test
    void theShareOfHighPointsLeavesUnknownOnesOut() {
        TrajectoryRules median =
                new TrajectoryRules(TrajectoryStatistic.PSCF, 1, CellWeights.NONE, 50, 1.5, 99, 0.95, 1);
        TrajectoryField field = TrajectoryStatistics.of(two(), median);

        assertThat(field.lonDeg()).containsExactly(10, 20);
        assertThat(field.latDeg()).containsExactly(50, 50);
        assertThat(field.n()).containsExactly(5, 5);
        // The median of the nine known values is 5, which itself is not above it.
        assertThat(field.value()).containsExactly(0, 1);
        assertThat(field.lower()[1]).isEqualTo(1);
    }

    @Test
    void frequencyIsInPercentOfTheFullestCell() {
        TrajectoryPoints points = two();
        points.lonDeg()[9] = 30;
        TrajectoryField field = TrajectoryStatistics.of(points, rules(TrajectoryStatistic.FREQUENCY, CellWeights.NONE));

        assertThat(field.value()).containsExactly(new double[] {100, 80, 20}, within(ROUNDING));
        assertThat(field.lower()[0]).isBetween(10.0, 60.0);
        assertThat(field.upper()[0]).isBetween(140.0, 190.0);
        assertThat(field.lower()[2]).as("one day tells nothing of days").isNaN();
    }

    @Test
    void weightsStepAtTheirEdges() {
        assertThat(new double[] {
                    CellWeights.COUNT.of(81, NAN),
                    CellWeights.COUNT.of(80, NAN),
                    CellWeights.COUNT.of(20, NAN),
                    CellWeights.COUNT.of(10, NAN)
                })
                .containsExactly(1, 0.7, 0.42, 0.05);
        assertThat(new double[] {
                    CellWeights.MEAN.of(21, 10),
                    CellWeights.MEAN.of(20, 10),
                    CellWeights.MEAN.of(10, 10),
                    CellWeights.MEAN.of(5, 10)
                })
                .containsExactly(1, 0.75, 0.5, 0.15);
        assertThat(CellWeights.NONE.of(1, 10)).isEqualTo(1);
    }

    @Test
    void edgesGoToTheEvenCellAndTheDateLineIsOneMeridian() {
        double[] lon = {0.5, 1.5, -0.5, 180, -180, 179.7};
        double[] zero = new double[6];
        TrajectoryPoints points = new TrajectoryPoints(new int[6], new int[] {0}, zero, zero, lon, zero);
        TrajectoryField field = TrajectoryStatistics.of(points, rules(TrajectoryStatistic.CWT, CellWeights.NONE));

        assertThat(field.lonDeg()).containsExactly(-180, 0, 2);
        assertThat(field.n()).containsExactly(3, 2, 1);
    }

    /// By hand, at the equator: σ is 15 km, the neighbouring cell is 111.3 km away and beyond five σ, so
    /// each cell's value is its own trajectories' mean.
    @Test
    void aGaussianThatIsNarrowLeavesEachCellItsOwn() {
        TrajectoryField field = TrajectoryStatistics.of(two(), rules(TrajectoryStatistic.SQTBA, CellWeights.NONE));

        assertThat(field.lonDeg()).containsExactly(10, 20);
        // The one without a concentration is not there.
        assertThat(field.n()).containsExactly(5, 4);
        assertThat(field.value()[1]).isEqualTo(8, within(ROUNDING));
        // 10.4° and 9.6° are equally far from 10° and count less.
        assertThat(field.value()[0]).isBetween(2.0, 3.0);
    }

    @Test
    void transportBiasIsThatOfAnObviousTwin() {
        Random random = new Random(3);
        int points = 400;
        double[][] drawn = new double[4][points];
        int[] trajectory = new int[points];
        for (int i = 0; i < points; i++) {
            trajectory[i] = i / 10;
            drawn[0][i] = -(i % 10) * 6;
            drawn[1][i] = 55 + random.nextGaussian();
            drawn[2][i] = 5 + random.nextGaussian();
            drawn[3][i] = i / 10 % 7 == 0 ? NAN : random.nextDouble();
        }
        int[] block = new int[40];
        Arrays.setAll(block, t -> t / 4);
        TrajectoryPoints given = new TrajectoryPoints(trajectory, block, drawn[0], drawn[1], drawn[2], drawn[3]);
        TrajectoryField field = TrajectoryStatistics.of(given, rules(TrajectoryStatistic.SQTBA, CellWeights.NONE));

        assertThat(field.value()).hasSizeGreaterThan(10);
        for (int c = 0; c < field.value().length; c++) {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < points; i++) {
                if (i % 10 != 0 && !Double.isNaN(drawn[3][i])) {
                    double sigma = 1.5 * -drawn[0][i];
                    double distance = distanceKm(drawn[1][i], drawn[2][i], field.latDeg()[c], field.lonDeg()[c]);
                    double part = Math.exp(-0.5 * distance * distance / sigma / sigma) / sigma / sigma;
                    sum += part * drawn[3][i];
                    weight += part;
                }
            }
            // Beyond five standard deviations a Gaussian holds a four-millionth; sums have a few of those at most.
            assertThat(field.value()[c]).as("seed 3, cell %d", c).isEqualTo(sum / weight, within(2e-3));
        }
    }

    private static double distanceKm(double latA, double lonA, double latB, double lonB) {
        double a = Math.toRadians(latA);
        double b = Math.toRadians(latB);
        double cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(Math.toRadians(lonA - lonB));
        return 6378.137 * Math.acos(Math.min(1, cosine));
    }

    @Test
    void nothingGivesAnEmptyMap() {
        double[] none = {};
        TrajectoryPoints empty = new TrajectoryPoints(new int[] {}, new int[] {}, none, none, none, none);
        for (TrajectoryStatistic statistic : TrajectoryStatistic.values()) {
            assertThat(TrajectoryStatistics.of(empty, rules(statistic, CellWeights.NONE))
                            .n())
                    .isEmpty();
        }
        double[] nan = {NAN};
        double[] one = {1};
        TrajectoryPoints unknown = new TrajectoryPoints(new int[] {0}, new int[] {0}, one, one, one, nan);
        assertThat(TrajectoryStatistics.of(unknown, rules(TrajectoryStatistic.CWT, CellWeights.NONE))
                        .value())
                .containsExactly(NAN);
        assertThat(TrajectoryStatistics.of(unknown, rules(TrajectoryStatistic.SQTBA, CellWeights.NONE))
                        .value())
                .isEmpty();
    }

    @Test
    void arraysMustMatch() {
        double[] one = {1};
        assertThatThrownBy(() -> new TrajectoryPoints(new int[] {0, 0}, new int[] {0}, one, one, one, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trajectory");
        assertThatThrownBy(() -> new TrajectoryPoints(new int[] {1}, new int[] {0}, one, one, one, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trajectory");
    }
}
