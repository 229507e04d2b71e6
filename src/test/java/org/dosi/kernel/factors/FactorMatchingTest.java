package org.dosi.kernel.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FactorMatchingTest {

    @Test
    void factorsInAnotherOrderAreMatched() {
        double[] a = {1, 2, 3, 3, 2, 1, 1, 5, 1};
        double[] b = {6, 4, 2, 2, 9, 2, 2, 4, 6};

        double[][] correlations = FactorMatching.correlations(a, b, 3);

        assertThat(FactorMatching.best(correlations)).containsExactly(1, 2, 0);
        assertThat(correlations[1][0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void aConstantRowCorrelatesWithNothing() {
        assertThat(FactorMatching.correlations(new double[] {1, 1}, new double[] {1, 2}, 2)[0][0])
                .isZero();
    }

    @Test
    void agreesWithTheTrialOfAllPermutations() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(6);
            double[][] similarity = new double[n][];
            for (int r = 0; r < n; r++) {
                similarity[r] = random.doubles(n, -1, 1).toArray();
            }

            int[] match = FactorMatching.best(similarity);

            double sum = 0;
            for (int c = 0; c < n; c++) {
                sum += similarity[match[c]][c];
            }
            assertThat(match).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(sum).as("seed %d", seed).isCloseTo(most(similarity, 0, new boolean[n]), within(1e-9));
        }
    }

    private static double most(double[][] similarity, int column, boolean[] used) {
        if (column == used.length) {
            return 0;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < used.length; r++) {
            if (!used[r]) {
                used[r] = true;
                most = Math.max(most, similarity[r][column] + most(similarity, column + 1, used));
                used[r] = false;
            }
        }
        return most;
    }
}
