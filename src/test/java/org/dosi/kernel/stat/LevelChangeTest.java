package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelChangeTest {
    private static final int YEAR = 52;

    /// By hand: a season of two values, five of them; the first season that is a whole number before the last begins at
    /// index 1.
    @Test
    void seasonsAreAWholeNumberApart() {
        LevelChange change = LevelChange.of(new double[] {9, 1, 2, 5, 6}, 2, 2);

        assertThat(change.firstAt()).isEqualTo(1);
        assertThat(change.lastAt()).isEqualTo(3);
        assertThat(change.first()).isEqualTo(1.5);
        assertThat(change.last()).isEqualTo(5.5);
        assertThat(change.change()).isEqualTo(4);
        assertThat(change.lower()).as("all pairs differ alike").isEqualTo(4);
    }

    @Test
    void aSeasonCancelsAndARampIsItsLevels() {
        double[] values = IntStream.range(0, 5 * YEAR)
                .mapToDouble(i -> 20 * Math.sin(2 * Math.PI * i / YEAR) - 10 * Math.clamp((i - 60) / 80.0, 0, 1))
                .toArray();

        assertThat(LevelChange.of(values, YEAR, 26).change()).isEqualTo(-10, within(1e-9));
    }

    @Test
    void tooFewPairsTellNothing() {
        double[] values = new double[2 * YEAR];
        Arrays.fill(values, 0, 40, Double.NaN);

        assertThat(LevelChange.of(values, YEAR, 26).change()).isNaN();
    }

    /// Of 400 intervals 95 % hold; binomial, 99.9 %: and one of noise with memory is a little short.
    @Test
    void intervalsHoldTheTruth() {
        for (double memory : new double[] {0, 0.5}) {
            long held = IntStream.range(0, 400)
                    .filter(seed -> {
                        LevelChange change = LevelChange.of(noise(seed, memory), YEAR, 26);
                        return change.lower() <= 0 && 0 <= change.upper();
                    })
                    .count();
            assertThat(held).as("of 400, memory %s", memory).isBetween(360L, 394L);
        }
    }

    private static double[] noise(long seed, double memory) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] made = new double[4 * YEAR];
        double now = random.nextGaussian();
        for (int i = 0; i < made.length; i++) {
            made[i] = now;
            now = memory * now + Math.sqrt(1 - memory * memory) * random.nextGaussian();
        }
        return made;
    }
}
