package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepTestTest {
    private static final double[][] NOTHING_ELSE = {};
    private static final int WEEKS = 150;

    /// Noise of standard deviation 1 that remembers its yesterday.
    private static double[] noise(long seed, int length, double correlation) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] made = new double[length];
        double innovation = Math.sqrt(1 - correlation * correlation);
        made[0] = random.nextGaussian();
        for (int i = 1; i < length; i++) {
            made[i] = correlation * made[i - 1] + innovation * random.nextGaussian();
        }
        return made;
    }

    private static double[] withStep(double[] values, int at, double size) {
        double[] changed = values.clone();
        for (int i = at; i < changed.length; i++) {
            changed[i] += size;
        }
        return changed;
    }

    private static StepTest.Parameters quick(long seed) {
        return new StepTest.Parameters(8, 5, 0.05, 99, seed);
    }

    private static double[][] slopeAndSeason(int length) {
        double[][] regressors = new double[3][length];
        for (int i = 0; i < length; i++) {
            regressors[0][i] = i;
            regressors[1][i] = Math.sin(2 * Math.PI * i / 52);
            regressors[2][i] = Math.cos(2 * Math.PI * i / 52);
        }
        return regressors;
    }

    @Test
    void aStepIsFoundWithItsDateAndSize() {
        double[] y = withStep(noise(1, WEEKS, 0.4), 90, -3);
        StepTest.Result found = StepTest.of(y, NOTHING_ELSE, StepTest.Parameters.usual(1));

        assertThat(found.steps()).hasSize(1);
        StepTest.Step step = found.steps().getFirst();
        assertThat(step.at()).isBetween(88, 92);
        assertThat(90).isBetween(step.earliest(), step.latest());
        assertThat(-3.0).isBetween(step.lower(), step.upper());
        assertThat(step.upper()).isLessThan(0);
        assertThat(step.p()).as("none of 999 series comes near").isEqualTo(0.001);
        assertThat(found.autocorrelation()).isEqualTo(0.4, within(0.25));
    }

    /// Two series of a hundred are allowed for chance on both sides of 5 %: binomial, 300 series, 99.9 %.
    @Test
    void withoutAStepTheAlarmIsFalseAsOftenAsItSays() {
        for (double correlation : new double[] {0, 0.6}) {
            long alarms = IntStream.rangeClosed(1, 300)
                    .filter(seed -> !StepTest.of(noise(seed, WEEKS, correlation), NOTHING_ELSE, quick(seed))
                            .steps()
                            .isEmpty())
                    .count();
            assertThat(alarms).as("of 300, at correlation %s", correlation).isBetween(4L, 28L);
        }
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        int size = 0;
        int date = 0;
        int found = 0;
        for (long seed = 1; seed <= 100; seed++) {
            double[] y = withStep(noise(seed, WEEKS, 0.5), 70, 3);
            for (StepTest.Step step : StepTest.of(y, NOTHING_ELSE, new StepTest.Parameters(8, 1, 0.05, 99, seed))
                    .steps()) {
                found++;
                size += step.lower() <= 3 && 3 <= step.upper() ? 1 : 0;
                date += step.earliest() <= 70 && 70 <= step.latest() ? 1 : 0;
            }
        }
        assertThat(found).as("power: of 100").isGreaterThan(95);
        assertThat(size).as("size, of 95 expected").isGreaterThan(85);
        assertThat(date).as("date, of 95 expected").isGreaterThan(88);
    }

    @Test
    void aSlopeAndASeasonAreNoSteps() {
        double[] y = noise(5, WEEKS, 0.3);
        for (int i = 0; i < WEEKS; i++) {
            y[i] += 0.1 * i + 6 * Math.sin(2 * Math.PI * i / 52);
        }

        assertThat(StepTest.of(y, slopeAndSeason(WEEKS), quick(5)).steps()).isEmpty();
        assertThat(StepTest.of(withStep(y, 60, 4), slopeAndSeason(WEEKS), quick(5))
                        .steps())
                .singleElement()
                .satisfies(step -> assertThat(step.at()).isBetween(57, 63));
    }

    @Test
    void twoStepsAreBothFound() {
        double[] y = withStep(withStep(noise(7, 300, 0.4), 100, 4), 200, -3);

        assertThat(StepTest.of(y, NOTHING_ELSE, quick(7)).steps())
                .extracting(StepTest.Step::at)
                .satisfiesExactly(
                        at -> assertThat(at).isBetween(97, 103),
                        at -> assertThat(at).isBetween(196, 204));
    }

    @Test
    void missingWeeksAreLeftOut() {
        double[] y = withStep(noise(8, WEEKS, 0.4), 90, 4);
        Arrays.fill(y, 30, 45, Double.NaN);
        y[100] = Double.NaN;

        assertThat(StepTest.of(y, NOTHING_ELSE, quick(8)).steps())
                .singleElement()
                .satisfies(step -> assertThat(step.at()).isBetween(86, 94));
    }

    @Test
    void shortConstantAndEmptySeriesHaveNoSteps() {
        assertThat(StepTest.of(new double[0], NOTHING_ELSE, quick(1)).p()).isNaN();
        assertThat(StepTest.of(noise(1, 15, 0), NOTHING_ELSE, quick(1)).p())
                .as("eight on both sides do not fit")
                .isNaN();
        double[] missing = new double[WEEKS];
        Arrays.fill(missing, Double.NaN);
        assertThat(StepTest.of(missing, NOTHING_ELSE, quick(1)).steps()).isEmpty();
        assertThat(StepTest.of(new double[WEEKS], NOTHING_ELSE, quick(1)).steps())
                .isEmpty();
    }

    @Test
    void theEffectAtAKnownDateHasItsSize() {
        double[] y = withStep(noise(3, 300, 0.4), 150, -2);
        StepEffect effect = StepEffect.of(y, NOTHING_ELSE, 150, 52, 8, 499, 3);

        assertThat(effect.size()).isEqualTo(-2, within(0.6));
        assertThat(-2.0).isBetween(effect.lower(), effect.upper());
        assertThat(effect.p()).isLessThan(0.01);
        assertThat(effect.placebos()).isGreaterThan(100);
        assertThat(effect.placeboP()).isLessThan(0.05);
    }

    @Test
    void theEffectAtADateWithoutAStepIsMostlyChance() {
        int covered = 0;
        int alarms = 0;
        for (long seed = 1; seed <= 100; seed++) {
            StepEffect effect = StepEffect.of(noise(seed, 200, 0.6), slopeAndSeason(200), 100, 40, 8, 99, seed);
            covered += effect.lower() <= 0 && 0 <= effect.upper() ? 1 : 0;
            alarms += effect.p() <= 0.05 ? 1 : 0;
        }
        assertThat(covered).as("of 95 expected").isBetween(86, 100);
        assertThat(alarms).as("of 5 expected").isBetween(0, 14);
    }

    @Test
    void aDateAtTheEndOfTheSeriesCannotBeTold() {
        double[] y = noise(4, 100, 0.3);

        assertThat(StepEffect.of(y, NOTHING_ELSE, 97, 52, 8, 99, 1).size())
                .as("three weeks after it")
                .isNaN();
        assertThat(StepEffect.of(y, NOTHING_ELSE, 0, 52, 8, 99, 1).size()).isNaN();
        assertThat(StepEffect.of(y, NOTHING_ELSE, 100, 52, 8, 99, 1).size()).isNaN();
        assertThat(StepEffect.of(new double[0], NOTHING_ELSE, 0, 52, 8, 99, 1).size())
                .isNaN();
    }
}
