package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MedoidsTest {
    /// Sums in another order.
    private static final double ROUNDING = 1e-12;

    @Test
    void theCentreOfOneClusterIsThePointNearestToAll() {
        Medoids found = Medoids.of(new double[][] {{0, 1, 2, 3, 100}}, 1);

        assertThat(found.medoid()).containsExactly(2);
        assertThat(found.meanDistance()).isEqualTo((2 + 1 + 0 + 1 + 98) / 5.0, within(ROUNDING));
        assertThat(found.converged()).isTrue();
    }

    @Test
    void threeHeapsAreThreeClusters() {
        Medoids found = Medoids.of(new double[][] {{0, 1, 0, 50, 51, 50, 0, 1, 0}, {0, 0, 1, 0, 0, 1, 50, 50, 51}}, 3);
        int[] of = found.clusterOf();

        assertThat(of[1]).isEqualTo(of[0]).isEqualTo(of[2]);
        assertThat(of[4]).isEqualTo(of[3]).isEqualTo(of[5]);
        assertThat(of[7]).isEqualTo(of[6]).isEqualTo(of[8]);
        assertThat(new int[] {of[0], of[3], of[6]}).doesNotHaveDuplicates();
        assertThat(found.medoid()).containsExactlyInAnyOrder(0, 3, 6);
    }

    /// The twin tries every swap and sums every distance; from the same start it must end at the same sum.
    @Test
    void noSingleSwapMakesTheResultBetter() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            double[][] columns = new double[3][40];
            for (double[] column : columns) {
                for (int i = 0; i < column.length; i++) {
                    column[i] = random.nextGaussian();
                }
            }
            Medoids found = Medoids.of(columns, 4);
            assertThat(found.meanDistance() * 40)
                    .as("seed %d", seed)
                    .isEqualTo(sum(columns, found.medoid()), within(1e-9));
            for (int m = 0; m < 4; m++) {
                for (int i = 0; i < 40; i++) {
                    int[] swapped = found.medoid().clone();
                    swapped[m] = i;
                    assertThat(sum(columns, swapped))
                            .as("seed %d", seed)
                            .isGreaterThan(found.meanDistance() * 40 - 1e-9);
                }
            }
        }
    }

    private static double sum(double[][] columns, int[] medoids) {
        double sum = 0;
        for (int i = 0; i < columns[0].length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int medoid : medoids) {
                double square = 0;
                for (double[] column : columns) {
                    square += Math.pow(column[i] - column[medoid], 2);
                }
                least = Math.min(least, Math.sqrt(square));
            }
            sum += least;
        }
        return sum;
    }

    @Test
    void asManyClustersAsPointsAreThePoints() {
        Medoids found = Medoids.of(new double[][] {{3, 3, 5}}, 3);

        assertThat(found.clusterOf()).doesNotHaveDuplicates();
        assertThat(found.meanDistance()).isEqualTo(0);
    }

    @Test
    void columnsAreMeasuredByTheirMeanAbsoluteDeviation() {
        assertThat(Medoids.standardised(new double[][] {{0, 4}, {7, 7}})).isDeepEqualTo(new double[][] {{-1, 1}, {0, 0}
        });
    }

    /// By hand: 0 and 1 are 1 from each other and 10 and 9 from 10, which is alone and counts 0.
    @Test
    void silhouettesCompareTheOwnClusterWithTheNext() {
        double width = Medoids.meanSilhouette(new double[][] {{0, 1, 10}}, new int[] {0, 0, 1}, 2);

        assertThat(width).isEqualTo((9 / 10.0 + 8 / 9.0 + 0) / 3, within(ROUNDING));
        assertThat(Medoids.meanSilhouette(new double[][] {{0, 1}}, new int[] {0, 0}, 1))
                .isNaN();
    }

    @Test
    void moreClustersThanPointsAreRefused() {
        assertThatThrownBy(() -> Medoids.of(new double[][] {{1, 2}}, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Medoids.of(new double[][] {{1, 2}, {1}}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// By hand: of 15 pairs, 4 are together in the one, 3 in the other and 1 in both.
    @Test
    void partitionsAreComparedBeyondChance() {
        int[] a = {0, 0, 0, 1, 1, 2};
        assertThat(RandIndex.adjusted(a, new int[] {0, 0, 1, 1, 2, 2}))
                .isEqualTo((1 - 4 * 3 / 15.0) / (3.5 - 4 * 3 / 15.0), within(ROUNDING));
        assertThat(RandIndex.adjusted(a, new int[] {2, 2, 2, 0, 0, 1})).isEqualTo(1);
        assertThat(RandIndex.adjusted(a, new int[] {0, 0, 0, 1, 1, -1})).isEqualTo(1);
        assertThat(RandIndex.adjusted(new int[] {0}, new int[] {0})).isNaN();
        assertThat(RandIndex.adjusted(new int[] {0, 0}, new int[] {0, 0})).isEqualTo(1);
        assertThatThrownBy(() -> RandIndex.adjusted(a, new int[2])).isInstanceOf(IllegalArgumentException.class);
    }
}
