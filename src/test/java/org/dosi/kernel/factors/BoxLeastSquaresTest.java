package org.dosi.kernel.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoxLeastSquaresTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /// By hand: z'z - 2b'z has its minimum at b, here (1, -1); the box cuts off the second.
    @Test
    void anUnknownThatWouldBeNegativeIsZero() {
        double[] z = {1, 1};

        new BoxLeastSquares(2)
                .solve(new double[] {1, 0, 0, 1}, new double[] {1, -1}, new double[2], new double[] {9, 9}, z);

        assertThat(z).containsExactly(1, 0);
    }

    @Test
    void aMinimumExactlyOnTheBoundIsFound() {
        double[] z = {5};

        new BoxLeastSquares(1).solve(new double[] {2}, new double[] {6}, new double[1], new double[] {3}, z);

        assertThat(z[0]).isCloseTo(3, within(1e-12)).isLessThanOrEqualTo(3);
    }

    @Test
    void anUnknownThatTheOthersDetermineStaysAtItsLowerBound() {
        double[] z = {1, 1};

        new BoxLeastSquares(2)
                .solve(
                        new double[] {1, 1, 1, 1},
                        new double[] {2, 2},
                        new double[2],
                        new double[] {INFINITE, INFINITE},
                        z);

        assertThat(z[0] + z[1]).isCloseTo(2, within(1e-12));
    }

    @Test
    void withoutDataEverythingIsAtItsLowerBound() {
        double[] z = {3, 4};

        new BoxLeastSquares(2).solve(new double[4], new double[2], new double[2], new double[] {INFINITE, INFINITE}, z);

        assertThat(z).containsExactly(0, 0);
    }

    /// Slow twin: every choice of which unknowns are free, at the lower and at the upper bound.
    @Test
    void agreesWithTheTrialOfAllSetsOfBounds() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(4);
            double[] a = positiveDefinite(random, n);
            double[] b = new double[n];
            double[] lower = new double[n];
            double[] upper = new double[n];
            double[] z = new double[n];
            for (int k = 0; k < n; k++) {
                b[k] = 2 * random.nextGaussian();
                lower[k] = random.nextInt(3) == 0 ? -0.5 : 0;
                upper[k] = random.nextInt(4) == 0 ? lower[k] : random.nextBoolean() ? 1 : INFINITE;
                z[k] = Math.min(upper[k], lower[k] + random.nextInt(3));
            }

            new BoxLeastSquares(n).solve(a, b, lower, upper, z);

            assertThat(objective(a, b, z)).as("seed %d", seed).isCloseTo(least(a, b, lower, upper), within(1e-9));
        }
    }

    private static double[] positiveDefinite(SplittableRandom random, int n) {
        double[] root = random.doubles((long) n * n, -1, 1).toArray();
        double[] a = new double[n * n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                for (int l = 0; l < n; l++) {
                    a[r * n + c] += root[r * n + l] * root[c * n + l];
                }
                a[r * n + c] += r == c ? 0.1 : 0;
            }
        }
        return a;
    }

    private static double least(double[] a, double[] b, double[] lower, double[] upper) {
        int n = b.length;
        double least = INFINITE;
        for (int choice = 0; choice < Math.pow(3, n); choice++) {
            double[] z = new double[n];
            boolean[] free = new boolean[n];
            boolean possible = true;
            int rest = choice;
            for (int k = 0; k < n; k++, rest /= 3) {
                free[k] = rest % 3 == 0;
                z[k] = rest % 3 == 1 ? lower[k] : upper[k];
                possible &= free[k] || Double.isFinite(z[k]);
            }
            if (possible) {
                relax(a, b, free, z);
                for (int k = 0; k < n; k++) {
                    possible &= z[k] >= lower[k] - 1e-12 && z[k] <= upper[k] + 1e-12;
                }
                least = possible ? Math.min(least, objective(a, b, z)) : least;
            }
        }
        return least;
    }

    /// Gauss and Seidel until nothing moves.
    private static void relax(double[] a, double[] b, boolean[] free, double[] z) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            z[k] = free[k] ? 0 : z[k];
        }
        for (int round = 0; round < 3000; round++) {
            for (int k = 0; k < n; k++) {
                if (free[k]) {
                    double sum = b[k];
                    for (int l = 0; l < n; l++) {
                        sum -= l == k ? 0 : a[k * n + l] * z[l];
                    }
                    z[k] = sum / a[k * n + k];
                }
            }
        }
    }

    private static double objective(double[] a, double[] b, double[] z) {
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            sum -= 2 * b[k] * z[k];
            for (int l = 0; l < z.length; l++) {
                sum += a[k * z.length + l] * z[k] * z[l];
            }
        }
        return sum;
    }
}
