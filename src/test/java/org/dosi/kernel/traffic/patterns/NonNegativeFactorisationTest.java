package org.dosi.kernel.traffic.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NonNegativeFactorisationTest {
    /// Three parts, each alone in some columns and some rows: the factorisation is unique but for scale and order.
    private static double[][] made(double missing) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] x = new double[40][18];
        for (int i = 0; i < x.length; i++) {
            double[] loading = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            if (i % 4 < 3) {
                loading = new double[] {0, 0, 0};
                loading[i % 4] = 1 + random.nextDouble();
            }
            for (int j = 0; j < 18; j++) {
                x[i][j] = loading[0] * part(0, j) + loading[1] * part(1, j) + loading[2] * part(2, j);
                x[i][j] = random.nextDouble() < missing ? Double.NaN : x[i][j];
            }
        }
        return x;
    }

    private static double part(int k, int j) {
        return j / 6 == k ? 2 + j % 3 : 0;
    }

    @Test
    void partsThatMadeTheRowsAreFound() {
        NonNegativeFactorisation found = NonNegativeFactorisation.best(made(0), 3, 1, 3);
        assertThat(found.explained()).isGreaterThan(0.9999);
        for (double[] part : found.parts()) {
            int block = IntStream.range(0, 3)
                    .boxed()
                    .max(Comparator.comparingDouble(b -> part[6 * b + 2]))
                    .orElseThrow();
            double length = Math.sqrt(2 * (4 + 9 + 16));
            for (int j = 0; j < 18; j++) {
                assertThat(part[j]).isCloseTo(part(block, j) / length, within(0.02));
            }
        }
    }

    @Test
    void missingCellsAreWhatTheOthersSay() {
        double[][] whole = made(0);
        NonNegativeFactorisation found = NonNegativeFactorisation.best(made(0.2), 3, 1, 3);
        double worst = 0;
        for (int i = 0; i < whole.length; i++) {
            for (int j = 0; j < 18; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += found.loadings()[i][k] * found.parts()[k][j];
                }
                worst = Math.max(worst, Math.abs(sum - whole[i][j]));
            }
        }
        assertThat(worst).isLessThan(0.3);
    }

    /// Of rank one the best is the leading singular pair: x = (1, 2)ᵀ(3, 4) with nothing left.
    @Test
    void onePartByHand() {
        NonNegativeFactorisation found = NonNegativeFactorisation.of(new double[][] {{3, 4}, {6, 8}}, 1, 9);
        assertThat(found.parts()[0]).containsExactly(new double[] {0.6, 0.8}, within(1e-9));
        assertThat(found.loadings()[0][0]).isCloseTo(5, within(1e-9));
        assertThat(found.loadings()[1][0]).isCloseTo(10, within(1e-9));
        assertThat(found.loss()).isCloseTo(0, within(1e-12));
    }

    @Test
    void aSeedDecides() {
        assertThat(NonNegativeFactorisation.of(made(0.1), 3, 4).parts())
                .isDeepEqualTo(NonNegativeFactorisation.of(made(0.1), 3, 4).parts());
    }

    @Test
    void whatIsNegativeIsRefused() {
        assertThatThrownBy(() -> NonNegativeFactorisation.of(new double[][] {{1, -1}}, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value");
    }
}
