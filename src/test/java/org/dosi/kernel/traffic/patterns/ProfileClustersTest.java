package org.dosi.kernel.traffic.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProfileClustersTest {
    @Test
    void shapesThatWereMadeAreFound() {
        SplittableRandom random = new SplittableRandom(2);
        double[][] profiles = new double[60][6];
        for (int i = 0; i < 60; i++) {
            for (int c = 0; c < 6; c++) {
                profiles[i][c] = (c / 2 == i % 3 ? 3 : 1) + 0.1 * random.nextGaussian();
            }
        }
        ProfileClusters found = ProfileClusters.of(profiles, 0, 6, 1);
        assertThat(found.clusters()).isEqualTo(3);
        for (int i = 3; i < 60; i++) {
            assertThat(found.clusterOf()[i]).isEqualTo(found.clusterOf()[i % 3]);
        }
        assertThat(Arrays.stream(found.silhouette()).min().orElseThrow()).isGreaterThan(0.8);
    }
}
