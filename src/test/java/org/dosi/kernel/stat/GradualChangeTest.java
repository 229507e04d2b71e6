package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Three years of weeks, in noise of standard deviation 1 that keeps 0.4 of its last week; half a year is the limit.
class GradualChangeTest {
    private static final int WEEKS = 156;
    private static final int STEP = 90;
    private static final int LIMIT = 26;
    private static final int RUNS = 10;

    @Test
    void aStepIsShownToBeOne() {
        assertThat(withAnAbruptChange(i -> i < STEP ? 0 : 3)).isGreaterThanOrEqualTo(8);
    }

    @Test
    void whatTwoStepsMakeOfAHumpIsNoStep() {
        assertThat(withAnAbruptChange(i -> 4 * Math.pow(Math.sin(Math.PI * i / WEEKS), 2)))
                .isZero();
    }

    @Test
    void aSlowRiseIsNoStep() {
        assertThat(withAnAbruptChange(i -> 4 / (1 + Math.exp((80 - i) / 15.0)))).isLessThanOrEqualTo(1);
    }

    @Test
    void aPulseHasTwoSteps() {
        double[] values = series(i -> i < 60 || i >= 90 ? 0 : 5, 1);
        List<GradualChange.Pace> paces = new GradualChange(values, slope(WEEKS), LIMIT)
                .of(List.of(new GradualChange.Change(60, 58, 62), new GradualChange.Change(90, 88, 92)));

        assertThat(paces).allMatch(GradualChange.Pace::abrupt);
        assertThat(paces).allMatch(pace -> pace.longest() < LIMIT);
    }

    @Test
    void theLengthOfARampLiesInItsInterval() {
        double[] values = series(i -> 8 * Math.clamp((i - 50) / 52.0, 0, 1), 2);
        GradualChange.Pace pace = new GradualChange(values, new double[0][], LIMIT)
                .of(List.of(new GradualChange.Change(76, 70, 82)))
                .getFirst();

        assertThat(pace.abrupt()).isFalse();
        assertThat(52.0).isBetween(pace.shortest(), pace.longest());
    }

    @Test
    void withoutChangesThereIsNothingToTell() {
        assertThat(new GradualChange(series(i -> 0, 3), slope(WEEKS), LIMIT).of(List.of()))
                .isEmpty();
    }

    /// The innovations of an autoregression that is all memory and no noise but at one value are that value.
    @Test
    void innovationsTakeOutWhatIsRemembered() {
        double[] values = {Double.NaN, 0, 2, 1, 0.5, Double.NaN, 0.125};
        Innovations innovations = new Innovations(values, 0.5);

        assertThat(innovations.of(values)).containsExactly(0, 2, 0, 0, 0);
        assertThat(innovations.deviance())
                .as("the first is of variance 4/3, one is two steps after the one before")
                .isEqualTo(Math.log(4 / 3.0) + Math.log(1 + 0.25), within(1e-12));
    }

    /// In how many of ten series at least one of the steps that are found is shown to be one.
    private static long withAnAbruptChange(IntToDoubleFunction course) {
        double[][] slope = slope(WEEKS);
        return IntStream.range(0, RUNS)
                .filter(run -> {
                    double[] values = series(course, run);
                    List<GradualChange.Change> changes =
                            StepTest.of(values, slope, new StepTest.Parameters(8, 3, 0.05, 99, run)).steps().stream()
                                    .map(step -> new GradualChange.Change(step.at(), step.earliest(), step.latest()))
                                    .toList();
                    return new GradualChange(values, slope, LIMIT)
                            .of(changes).stream().anyMatch(GradualChange.Pace::abrupt);
                })
                .count();
    }

    private static double[][] slope(int length) {
        return new double[][] {IntStream.range(0, length).asDoubleStream().toArray()};
    }

    private static double[] series(IntToDoubleFunction course, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[WEEKS];
        double noise = random.nextGaussian();
        for (int i = 0; i < WEEKS; i++) {
            values[i] = course.applyAsDouble(i) + noise;
            noise = 0.4 * noise + Math.sqrt(1 - 0.16) * random.nextGaussian();
        }
        Arrays.fill(values, 17, 19, Double.NaN);
        return values;
    }
}
