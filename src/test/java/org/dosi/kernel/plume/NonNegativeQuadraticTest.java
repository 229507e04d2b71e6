package org.dosi.kernel.plume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NonNegativeQuadraticTest {
    private static final int SIZE = 6;
    /// Of a solution of size 1, after a Cholesky decomposition of six unknowns.
    private static final double ROUNDING = 1e-9;

    /// By hand: the free minimum is (1, -1); at x2 = 0 the slope along x1 is 1 - 2 x1.
    @Test
    void aVariableThatWouldBeNegativeIsZero() {
        NonNegativeQuadratic problem =
                new NonNegativeQuadratic(new double[][] {{2}, {1, 2}}, new double[] {1, -1}, new double[] {1, 1});
        assertThat(problem.minimum(new double[2], new boolean[] {true, true}))
                .containsExactly(new double[] {0.5, 0}, within(ROUNDING));
        assertThat(problem.minimum(new double[2], new boolean[] {false, true})).containsExactly(0, 0);
    }

    /// What makes a point the minimum: no variable is negative, none that is positive has a slope, and none at 0 falls.
    @Test
    void theMinimumIsThatOfTheBestSetFromWhereverItStarts() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] curvature = curvature(random);
            double[] linear = random.doubles(SIZE, -1, 1).toArray();
            double[] scale = new double[SIZE];
            Arrays.fill(scale, 1);
            NonNegativeQuadratic problem = new NonNegativeQuadratic(curvature, linear, scale);
            boolean[] free = new boolean[SIZE];
            Arrays.fill(free, true);

            double[] cold = problem.minimum(new double[SIZE], free);
            double[] warm = problem.minimum(random.doubles(SIZE, 0, 3).toArray(), free);
            for (int i = 0; i < SIZE; i++) {
                assertThat(warm[i]).as("seed %d", seed).isCloseTo(cold[i], within(ROUNDING));
                assertThat(cold[i]).as("seed %d", seed).isNotNegative();
                double slope = problem.slope(i, cold);
                assertThat(cold[i] > 0 ? Math.abs(slope) : slope)
                        .as("seed %d", seed)
                        .isLessThan(ROUNDING);
            }
        }
    }

    private static double[][] curvature(SplittableRandom random) {
        double[][] root = new double[SIZE][];
        Arrays.setAll(root, _ -> random.doubles(SIZE, -1, 1).toArray());
        double[][] curvature = new double[SIZE][];
        for (int a = 0; a < SIZE; a++) {
            curvature[a] = new double[a + 1];
            for (int b = 0; b <= a; b++) {
                for (int k = 0; k < SIZE; k++) {
                    curvature[a][b] += root[a][k] * root[b][k];
                }
                curvature[a][b] += a == b ? 0.05 : 0;
            }
        }
        return curvature;
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        NonNegativeQuadratic problem =
                new NonNegativeQuadratic(new double[][] {{-1}}, new double[] {1}, new double[] {1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem.minimum(new double[1], new boolean[] {true}))
                .withMessageContaining("positive definite");
    }
}
