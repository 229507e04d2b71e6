package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionStepsTest {
    /// As the Korea Meteorological Administration writes its 16 points.
    private static final double[] KOREAN = {20, 50, 70, 90, 110, 140, 160, 180, 200, 230, 250, 270, 290, 320, 340, 360};

    @Test
    void sixteenPointsWrittenInTensAreAFineCompass() {
        DirectionSteps steps = DirectionSteps.of(KOREAN);
        assertThat(steps.points()).isEqualTo(16);
        assertThat(steps.stepDeg()).isEqualTo(22.5);
        assertThat(steps.isCompass()).isTrue();
        double[] exact = steps.exact(KOREAN);
        for (int i = 0; i < KOREAN.length; i++) {
            assertThat(exact[i]).isEqualTo(22.5 * (i + 1));
        }
        assertThat(steps.exact(new double[] {0, Double.NaN})).containsExactly(360, Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void pointsWrittenInFullOrInWholeDegreesAreFound(int points) {
        double[] full =
                IntStream.range(0, points).mapToDouble(p -> p * 360.0 / points).toArray();
        assertThat(DirectionSteps.of(full).points()).isEqualTo(points);
        assertThat(DirectionSteps.of(Arrays.stream(full).map(Math::rint).toArray())
                        .points())
                .isEqualTo(points);
    }

    @Test
    void londonsDirectionsAreTensOfDegrees() {
        DirectionSteps steps = DirectionSteps.of(London.hours().get("wd"));
        assertThat(steps.points()).isEqualTo(36);
        assertThat(steps.isCompass()).isFalse();
        assertThat(steps.sectors(36)).isEqualTo(36);
        assertThat(steps.sectors(12)).isEqualTo(12);
        assertThat(steps.sigmaDeg(5)).isEqualTo(5);
        assertThat(steps.exact(new double[] {10, 20, 0})).containsExactly(10, 20, 0);
    }

    /// Months of London's winds lack some of the tens.
    @Test
    void aMonthOfTensIsNeverACompass() {
        double[] all = London.hours().get("wd");
        for (int from = 0; from + 720 <= all.length; from += 720) {
            assertThat(DirectionSteps.of(Arrays.copyOfRange(all, from, from + 720))
                            .isCompass())
                    .isFalse();
        }
    }

    @Test
    void wholeAndFinerDegreesAreNoCompass() {
        SplittableRandom random = new SplittableRandom(2);
        double[] fine = random.doubles(5000, 0, 360).toArray();
        assertThat(DirectionSteps.of(fine)).isEqualTo(DirectionSteps.UNKNOWN);
        assertThat(DirectionSteps.of(Arrays.stream(fine).map(Math::rint).toArray())
                        .points())
                .isEqualTo(360);
        assertThat(DirectionSteps.of(Arrays.stream(fine)
                                .map(d -> 5 * Math.rint(d / 5))
                                .toArray())
                        .points())
                .isEqualTo(72);
        assertThat(DirectionSteps.UNKNOWN.stepDeg()).isNaN();
        assertThat(DirectionSteps.UNKNOWN.sectors(36)).isEqualTo(36);
        assertThat(DirectionSteps.UNKNOWN.sigmaDeg(5)).isEqualTo(5);
    }

    /// On the edge: six directions, and half of the points, are enough; one fewer is not.
    @Test
    void fewDirectionsSayNothing() {
        assertThat(DirectionSteps.of(Arrays.copyOf(KOREAN, 8)).points()).isEqualTo(16);
        assertThat(DirectionSteps.of(Arrays.copyOf(KOREAN, 7))).isEqualTo(DirectionSteps.UNKNOWN);
        assertThat(DirectionSteps.of(new double[] {45, 90, 135, 180, 225, 270}).points())
                .isEqualTo(8);
        assertThat(DirectionSteps.of(new double[] {45, 90, 135, 180, 225})).isEqualTo(DirectionSteps.UNKNOWN);
        assertThat(DirectionSteps.of(new double[] {Double.NaN})).isEqualTo(DirectionSteps.UNKNOWN);
    }

    /// On the edge: one odd hour in a thousand is forgiven, two are not.
    @Test
    void oneOddHourInAThousandIsForgiven() {
        double[] from =
                IntStream.range(0, 1000).mapToDouble(h -> KOREAN[h % 16]).toArray();
        from[3] = 33;
        assertThat(DirectionSteps.of(from).points()).isEqualTo(16);
        from[3] = 33.333;
        assertThat(DirectionSteps.of(from).points()).isEqualTo(16);
        from[4] = 55;
        assertThat(DirectionSteps.of(from).isCompass()).isFalse();
    }

    @Test
    void sectorsAreWholeMultiplesOfTheSteps() {
        assertThat(new DirectionSteps(16).sectors(36)).isEqualTo(16);
        assertThat(new DirectionSteps(16).sectors(12)).isEqualTo(16);
        assertThat(new DirectionSteps(32).sectors(36)).isEqualTo(32);
        assertThat(new DirectionSteps(8).sectors(36)).isEqualTo(8);
        assertThat(new DirectionSteps(360).sectors(36)).isEqualTo(36);
        assertThat(new DirectionSteps(16).sigmaDeg(5)).isEqualTo(11.25, within(0.0));
    }
}
