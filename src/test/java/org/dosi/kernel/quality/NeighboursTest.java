package org.dosi.kernel.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    @Test
    void theNearestAreThoseOfASort() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            double[] lon = random.doubles(30, 126.8, 127.2).toArray();
            double[] lat = random.doubles(30, 37.4, 37.7).toArray();
            int[][] nearest = Neighbours.nearest(lon, lat, 8, 15);
            for (int i = 0; i < 30; i++) {
                int row = i;
                int[] slow = IntStream.range(0, 30)
                        .filter(o -> o != row && Neighbours.km(lon[row], lat[row], lon[o], lat[o]) <= 15)
                        .boxed()
                        .sorted(Comparator.comparingDouble(o -> Neighbours.km(lon[row], lat[row], lon[o], lat[o])))
                        .limit(8)
                        .mapToInt(Integer::intValue)
                        .toArray();
                assertThat(nearest[i]).as("seed %d row %d", seed, i).containsExactly(slow);
            }
        }
    }

    @Test
    void rowsWithoutPositionsTakeOthersFromTheWholeNetwork() {
        double[] nowhere = IntStream.range(0, 20).mapToDouble(_ -> Double.NaN).toArray();
        int[][] nearest = Neighbours.nearest(nowhere, nowhere, 8, 30);

        for (int i = 0; i < 20; i++) {
            assertThat(nearest[i]).hasSize(8).doesNotHaveDuplicates().doesNotContain(i);
        }
        assertThat(Neighbours.nearest(new double[] {Double.NaN}, new double[] {Double.NaN}, 8, 30)[0])
                .isEmpty();
    }

    /// One degree of a great circle of 6371 km is 111.195 km.
    @Test
    void aDegreeOfLatitudeIsAbout111Km() {
        assertThat(Neighbours.km(127, 37, 127, 38)).isCloseTo(111.195, within(0.001));
    }
}
