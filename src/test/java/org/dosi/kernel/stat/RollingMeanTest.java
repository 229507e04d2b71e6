package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RollingMeanTest {
    private static final double NONE = Double.NaN;

    /// By hand, three steps wide.
    @Test
    void theWindowLiesBeforeBehindOrAroundTheStep() {
        double[] values = {1, 2, 3, 4, 8};
        assertThat(RollingMean.of(values, 3, 1, Alignment.RIGHT)).containsExactly(NONE, NONE, 2, 3, 5);
        assertThat(RollingMean.of(values, 3, 1, Alignment.LEFT)).containsExactly(2, 3, 5, NONE, NONE);
        assertThat(RollingMean.of(values, 3, 1, Alignment.CENTRE)).containsExactly(NONE, 2, 3, 5, NONE);
        assertThat(RollingMean.of(values, 4, 1, Alignment.CENTRE))
                .as("an even window has its longer side ahead")
                .containsExactly(NONE, 2.5, 4.25, NONE, NONE);
    }

    /// By hand: 6 of 8 are three quarters, 5 are not.
    @Test
    void aWindowNeedsItsShareOfValues() {
        double[] values = {1, NONE, 2, NONE, 3, 4, 5, 6};
        assertThat(RollingMean.of(values, 8, 0.75, Alignment.RIGHT)[7]).isEqualTo(3.5);
        values[4] = NONE;
        assertThat(RollingMean.of(values, 8, 0.75, Alignment.RIGHT)[7]).isNaN();
        assertThat(RollingMean.of(values, 8, 0, Alignment.RIGHT))
                .as("one value suffices")
                .startsWith(1, 1, 1.5);
        assertThat(RollingMean.needed(10, 0.7)).isEqualTo(7);
    }

    @Test
    void theRunningSumAgreesWithSummingAnew() {
        SplittableRandom random = new SplittableRandom(2);
        double[] values =
                random.doubles(3000).map(v -> v < 0.1 ? NONE : 1000 * v).toArray();
        values[200] = 1e15; // leaves no trace once it has gone
        for (Alignment alignment : Alignment.values()) {
            for (int width : new int[] {1, 2, 8, 24, 25, 4000}) {
                double[] fast = RollingMean.of(values, width, 0.5, alignment);
                for (int i = 0; i < values.length; i++) {
                    double slow = slow(values, width, 0.5, alignment, i);
                    double near = Double.isNaN(slow) ? 0 : Math.abs(slow) * 1e-12;
                    assertThat(fast[i]).isEqualTo(slow, within(near));
                }
            }
        }
    }

    private static double slow(double[] values, int width, double capture, Alignment alignment, int i) {
        int end = switch (alignment) {
            case RIGHT -> i;
            case LEFT -> i + width - 1;
            case CENTRE -> i + width / 2;
        };
        double sum = 0;
        int count = 0;
        for (int j = Math.max(0, end - width + 1); j <= Math.min(values.length - 1, end); j++) {
            if (!Double.isNaN(values[j])) {
                sum += values[j];
                count++;
            }
        }
        return count > 0 && count >= capture * width ? sum / count : NONE;
    }

    @Test
    void edgesOfInput() {
        assertThat(RollingMean.of(new double[0], 8, 0.75, Alignment.RIGHT)).isEmpty();
        assertThat(RollingMean.of(new double[] {5}, 1, 1, Alignment.CENTRE)).containsExactly(5);
        double[] none = new double[5];
        Arrays.fill(none, NONE);
        assertThat(RollingMean.of(none, 2, 0, Alignment.LEFT)).containsOnly(NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> RollingMean.of(none, 0, 1, Alignment.LEFT));
        assertThatIllegalArgumentException().isThrownBy(() -> RollingMean.of(none, 3, 75, Alignment.LEFT));
    }
}
