package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StlTest {
    /// The reference's tolerance, of figures with 12 digits.
    private static final double TOLERANCE = 1e-6;

    private static final Path REFERENCE = Path.of("src/test/resources/reference/air/openair/stl_monthly_nox.csv");

    /// R 4.2.2: stl(x, s.window = 11, s.degree = 1, robust = TRUE) of London's monthly NOx.
    @Test
    void theRobustDecompositionIsTheOneOfR() throws IOException {
        List<String> lines = Files.readAllLines(REFERENCE);
        double[][] columns = new double[4][lines.size() - 1];
        for (int i = 1; i < lines.size(); i++) {
            String[] cell = lines.get(i).split(",", -1);
            for (int c = 0; c < 4; c++) {
                columns[c][i - 1] = Double.parseDouble(cell[c + 1]);
            }
        }
        SeasonalTrend parts = Stl.decompose(columns[0], 12, StlSpans.OPENAIR);

        assertThat(parts.seasonal()).containsExactly(columns[1], within(TOLERANCE));
        assertThat(parts.trend()).containsExactly(columns[2], within(TOLERANCE));
        assertThat(parts.remainder()).containsExactly(columns[3], within(TOLERANCE));
    }

    /// With local lines in the sub-series, a line and a fixed cycle are given back as they are.
    @Test
    void aLineWithAFixedCycleFallsIntoItsParts() {
        double[] cycle = {-3, 1, 2, 0};
        double[] values = new double[40];
        for (int t = 0; t < values.length; t++) {
            values[t] = 10 + 0.5 * t + cycle[t % 4];
        }
        for (StlSpans spans : List.of(StlSpans.OPENAIR, new StlSpans(7, 1, false, true))) {
            SeasonalTrend parts = Stl.decompose(values, 4, spans);
            for (int t = 0; t < values.length; t++) {
                assertThat(parts.seasonal()[t]).isEqualTo(cycle[t % 4], within(1e-9));
                assertThat(parts.trend()[t]).isEqualTo(10 + 0.5 * t, within(1e-9));
            }
        }
    }

    @Test
    void thePartsAddUpAndThePeriodicCycleIsTheSameEveryYear() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(4);
        double[] values = random.doubles(61).map(v -> 50 + 20 * v).toArray();
        SeasonalTrend parts = Stl.decompose(values, 12, StlSpans.periodic(false));
        double[] rest = parts.deseasonalised();
        for (int t = 0; t < values.length; t++) {
            assertThat(parts.seasonal()[t] + parts.trend()[t] + parts.remainder()[t])
                    .isEqualTo(values[t], within(1e-12));
            assertThat(rest[t]).isEqualTo(values[t] - parts.seasonal()[t], within(1e-12));
            if (t >= 12) {
                assertThat(parts.seasonal()[t]).isEqualTo(parts.seasonal()[t - 12]);
            }
        }
    }

    @Test
    void anOutlierLosesItsWeightWhenRobust() {
        double[] values = new double[72];
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int t = 0; t < values.length; t++) {
            values[t] = 100 + 10 * Math.sin(Math.PI * t / 6) + random.nextDouble();
        }
        values[30] += 500;
        SeasonalTrend robust = Stl.decompose(values, 12, StlSpans.OPENAIR);
        assertThat(robust.weights()[30]).isZero();
        assertThat(robust.remainder()[30]).isGreaterThan(490);
        assertThat(Stl.decompose(values, 12, new StlSpans(11, 1, false, true)).weights())
                .as("not robust: all weigh 1")
                .containsOnly(1);
    }

    @Test
    void aConstantRowHasNeitherCycleNorRemainder() {
        double[] values = new double[25];
        Arrays.fill(values, 7);
        SeasonalTrend parts = Stl.decompose(values, 12, StlSpans.OPENAIR);
        assertThat(parts.trend()).containsExactly(values, within(1e-12));
        assertThat(parts.seasonal()).containsExactly(new double[25], within(1e-12));
    }

    /// The paper's median and the authors' differ where their partial sort leaves a middle element astray: in
    /// an even row. An odd row has one middle, which it always finds.
    @Test
    void anOddRowIsTheSameWithEitherMedian() {
        double[] values =
                new java.util.SplittableRandom(8).doubles(61).map(v -> 9 * v).toArray();
        assertThat(Stl.decompose(values, 12, StlSpans.OPENAIR).trend())
                .containsExactly(Stl.decompose(values, 12, new StlSpans(11, 1, true, true))
                        .trend());
    }

    @Test
    void gapsAndRowsOfTwoYearsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Stl.decompose(new double[24], 12, StlSpans.OPENAIR));
        double[] gap = new double[30];
        gap[3] = Double.NaN;
        assertThatIllegalArgumentException().isThrownBy(() -> Stl.decompose(gap, 12, StlSpans.OPENAIR));
    }
}
