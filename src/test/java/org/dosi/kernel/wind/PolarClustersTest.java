package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PolarClustersTest {
    private static final double NAN = Double.NaN;
    private static final int SIDE = 31;

    /// Winds to 15 m/s, a plateau of 100 in the north-east, 50 in the west, 10 elsewhere, and noise.
    private static double[][] surface(long seed) {
        Random random = new Random(seed);
        double[][] surface = new double[3][SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            double u = i % SIDE - 15;
            double v = i / SIDE - 15;
            surface[0][i] = u;
            surface[1][i] = v;
            double level = u > 4 && v > 4 ? 100 : u < -6 && Math.abs(v) < 5 ? 50 : 10;
            surface[2][i] = Math.hypot(u, v) <= 15 ? level + 2 * random.nextGaussian() : NAN;
        }
        return surface;
    }

    private static PolarClusters clusters(double[][] surface, int k) {
        return PolarClusters.of(surface[0], surface[1], surface[2], k);
    }

    @Test
    void theHighestPlateauIsTheFirstCluster() {
        double[][] surface = surface(1);
        PolarClusters found = clusters(surface, 4);
        int[] hours =
                found.clusterOfHours(surface[0], surface[1], new double[] {45, 45, 225, NAN, 0, 270, 90}, new double[] {
                    10, 9, 10, 5, 17, 10, 15.4
                });

        assertThat(hours[0]).isEqualTo(0).isEqualTo(hours[1]);
        assertThat(hours[2]).isNotEqualTo(0);
        assertThat(hours[3]).isEqualTo(-1);
        assertThat(hours[4]).as("beyond the surface").isEqualTo(-1);
        assertThat(hours[5]).isEqualTo(1);
        assertThat(hours[6]).as("within half a cell of the surface").isNotEqualTo(-1);
        assertThat(found.clusterOfCell()[0]).as("a corner has no value").isEqualTo(-1);
        assertThat(found.meanSilhouette()).isBetween(0.2, 1.0);
        assertThat(found.converged()).isTrue();
    }

    @Test
    void windFrom0AndFrom360IsInOneCluster() {
        double[][] surface = surface(2);
        int[] hours = clusters(surface, 5)
                .clusterOfHours(surface[0], surface[1], new double[] {0, 360}, new double[] {7.3, 7.3});

        assertThat(hours[0]).isEqualTo(hours[1]).isNotEqualTo(-1);
    }

    @Test
    void theUnitDoesNotMatter() {
        double[][] surface = surface(3);
        int[] before = clusters(surface, 4).clusterOfCell();
        for (int i = 0; i < surface[2].length; i++) {
            surface[2][i] *= 1024;
        }

        assertThat(clusters(surface, 4).clusterOfCell()).containsExactly(before);
    }

    @Test
    void partsThatAreThereAreFoundAgainAndOthersAreNot() {
        double[][] surface = surface(4);
        double[][] replicates = {surface(5)[2], surface(6)[2], surface(7)[2]};
        ClusterStability stability = ClusterStability.of(surface[0], surface[1], surface[2], replicates, 2, 6);

        assertThat(stability.clusters()).containsExactly(2, 3, 4, 5, 6);
        assertThat(stability.agreement()[stability.suggested() - 2]).isGreaterThanOrEqualTo(ClusterStability.STABLE);
        assertThat(ClusterStability.of(surface[0], surface[1], surface[2], new double[0][], 2, 3)
                        .agreement())
                .containsExactly(NAN, NAN);
    }

    @Test
    void theLargestStableNumberIsSuggested() {
        int[] numbers = {2, 3, 4};
        double[] silhouette = new double[3];
        assertThat(new ClusterStability(numbers, new double[] {0.9, 0.75, 0.74}, silhouette).suggested())
                .isEqualTo(3);
        assertThat(new ClusterStability(numbers, new double[] {0.5, 0.3, 0.7}, silhouette).suggested())
                .isEqualTo(4);
        assertThat(new ClusterStability(numbers, new double[] {0.5, 0.9, 0.7}, silhouette).suggested())
                .isEqualTo(3);
    }

    @Test
    void moreClustersThanCellsAreRefused() {
        double[] one = {1};
        assertThatThrownBy(() -> PolarClusters.of(one, one, new double[] {NAN}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PolarClusters.of(one, one, new double[2], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
