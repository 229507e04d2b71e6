package org.dosi.kernel.traffic.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RollingIntervalsTest {
    @Test
    void nineOfTenAreHeldWhateverTheDistribution() {
        Random random = new Random(2);
        RollingIntervals intervals = new RollingIntervals(0.9, 500);
        int held = 0;
        for (int t = 0; t < 4000; t++) {
            // Heavy tails, and twice as wide in the second half.
            double score = random.nextGaussian() / (0.2 + random.nextDouble()) * (t < 2000 ? 1 : 2);
            if (t >= 500) {
                held += Math.abs(score) <= intervals.halfWidth(t, 10) ? 1 : 0;
            }
            intervals.add(t, score);
        }
        assertThat(held / 3500.0).isCloseTo(0.9, within(0.02));
    }

    @Test
    void onlyWhatIsKnownAtTheOriginCounts() {
        RollingIntervals intervals = new RollingIntervals(0.5, 100);
        assertThat(intervals.halfWidth(0, 1)).isNaN();
        intervals.add(3, -1);
        intervals.add(5, Double.NaN);
        intervals.add(9, 100);
        assertThat(intervals.halfWidth(3, 1)).isNaN();
        assertThat(intervals.halfWidth(9, 1)).isEqualTo(1);
        assertThat(intervals.halfWidth(10, 1)).isGreaterThan(1);
        // Older than the window: forgotten.
        assertThat(intervals.halfWidth(108, 1)).isEqualTo(100);
    }
}
