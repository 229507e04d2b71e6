package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.NormalEquations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The short ways on rings and on the mirrored square against sums over all places.
class DiscBasisTest {
    private static final DiscBasis BASIS = DiscBasis.standard();
    private static final int K = BASIS.coefficients();
    private static final int SPEEDS = 30;

    /// Of sums of some hundred products, relative to the largest.
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @ValueSource(ints = {36, 12, 4})
    void equationsOfRingsAreThoseOfTheirCells(int directions) {
        SplittableRandom random = new SplittableRandom(directions);
        int[] cells = IntStream.range(0, directions * SPEEDS)
                .filter(c -> random.nextInt(3) > 0)
                .toArray();
        double[] y = random.doubles(cells.length).toArray();
        double[] w = random.doubles(cells.length).toArray();
        double[] columns = atCells(directions);
        double[] rows = new double[cells.length * K];
        for (int r = 0; r < cells.length; r++) {
            for (int i = 0; i < K; i++) {
                rows[r * K + i] = columns[i * directions * SPEEDS + cells[r]];
            }
        }
        NormalEquations expected = NormalEquations.of(rows, K, y, w);

        NormalEquations equations = new DiscRings(BASIS, directions, SPEEDS).equations(cells, y, w);

        assertThat(equations.matrix()).containsExactly(expected.matrix(), within(ROUNDING * max(expected.matrix())));
        assertThat(equations.right()).containsExactly(expected.right(), within(ROUNDING * max(expected.right())));
        assertThat(equations.total()).isEqualTo(expected.total());
        assertThat(equations.observations()).isEqualTo(cells.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {36, 12, 4})
    void variancesOnRingsAreThoseAtTheirCells(int directions) {
        double[] covariance = covariance();
        double[] expected = forms(atCells(directions), directions * SPEEDS, covariance);

        double[] variances = new DiscRings(BASIS, directions, SPEEDS).variances(covariance);

        assertThat(variances).containsExactly(expected, within(ROUNDING * max(expected)));
    }

    @Test
    void variancesOnTheSquareAreThoseAtItsPlaces() {
        int size = PolarSurface.SIZE;
        double[] x = new double[size * size];
        double[] y = new double[size * size];
        for (int i = 0; i < x.length; i++) {
            int column = i % size;
            int row = i / size;
            x[i] = -1 + 2.0 * column / (size - 1);
            y[i] = -1 + 2.0 * row / (size - 1);
        }
        double[] covariance = covariance();
        double[] expected = forms(BASIS.columns(x, y), size * size, covariance);

        double[] variances = DiscTable.square().variances(covariance);

        assertThat(variances).containsExactly(expected, within(ROUNDING * max(expected)));
    }

    private static double[] atCells(int directions) {
        PolarGrid grid = new PolarGrid(directions, SPEEDS, 0, 1);
        double[] u = IntStream.range(0, grid.cells()).mapToDouble(grid::u).toArray();
        double[] v = IntStream.range(0, grid.cells()).mapToDouble(grid::v).toArray();
        return BASIS.columns(u, v);
    }

    /// Symmetric, and no zero in it.
    private static double[] covariance() {
        SplittableRandom random = new SplittableRandom(6);
        double[] covariance = new double[K * K];
        for (int i = 0; i < K; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i * K + j] = random.nextDouble() + (i == j ? K : 0);
                covariance[j * K + i] = covariance[i * K + j];
            }
        }
        return covariance;
    }

    private static double[] forms(double[] columns, int places, double[] covariance) {
        double[] forms = new double[places];
        for (int i = 0; i < K; i++) {
            for (int j = 0; j < K; j++) {
                for (int p = 0; p < places; p++) {
                    forms[p] += columns[i * places + p] * covariance[i * K + j] * columns[j * places + p];
                }
            }
        }
        return forms;
    }

    private static double max(double[] numbers) {
        double max = 0;
        for (double number : numbers) {
            max = Math.max(max, Math.abs(number));
        }
        return max;
    }
}
