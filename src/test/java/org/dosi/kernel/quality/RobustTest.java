package org.dosi.kernel.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustTest {

    @Test
    void theMedianIsThatOfASort() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            int count = random.nextInt(200);
            // Few distinct values: ties are what selection gets wrong.
            double[] values = random.ints(count, 0, 1 + random.nextInt(30))
                    .asDoubleStream()
                    .toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double slow = count == 0 ? Double.NaN : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;

            assertThat(Double.valueOf(Robust.median(Arrays.copyOf(values, count + 5), count)))
                    .as("seed %d", seed)
                    .isEqualTo(Double.valueOf(slow));
        }
    }

    /// By hand: of 1 2 3 4 100 the median is 3, the deviations are 2 1 0 1 97, their median is 1.
    @Test
    void oneOutlierDoesNotMoveTheSpread() {
        double[] values = {100, 1, 3, 2, 4};

        assertThat(Robust.median(values.clone(), 5)).isEqualTo(3);
        assertThat(Robust.spread(values, 5, 3)).isCloseTo(1.4826, within(1e-12));
    }
}
