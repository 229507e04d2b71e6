package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dosi.kernel.air.Averages.Statistic;
import org.junit.jupiter.api.Test;

class AveragesTest {
    private static final double NONE = Double.NaN;

    /// By hand: two groups of four hours; the first has three values, the second two.
    @Test
    void aGroupNeedsItsDataCapture() {
        double[] values = {1, 2, NONE, 6, NONE, 5, 7, NONE};
        int[] start = {0, 4, 8};
        int[] expected = {4, 4};

        assertThat(Averages.byGroup(values, start, expected, Statistic.MEAN, NONE, 0.75))
                .containsExactly(3, NONE);
        assertThat(Averages.byGroup(values, start, expected, Statistic.MEAN, NONE, 0.5))
                .containsExactly(3, 6);
        assertThat(Averages.byGroup(values, start, expected, Statistic.COUNT, NONE, 0))
                .containsExactly(3, 2);
        assertThat(Averages.byGroup(values, start, expected, Statistic.MAX, NONE, 0))
                .containsExactly(6, 7);
        assertThat(Averages.byGroup(values, start, expected, Statistic.MIN, NONE, 0))
                .containsExactly(1, 5);
        assertThat(Averages.byGroup(values, start, expected, Statistic.SUM, NONE, 0))
                .containsExactly(9, 12);
        assertThat(Averages.byGroup(values, start, expected, Statistic.MEDIAN, NONE, 0))
                .containsExactly(2, 6);
        assertThat(Averages.byGroup(values, start, expected, Statistic.PERCENTILE, 75, 0))
                .containsExactly(4, 6.5);
        assertThat(Averages.byGroup(values, start, expected, Statistic.STANDARD_DEVIATION, NONE, 0)[1])
                .isEqualTo(Math.sqrt(2), within(1e-12));
    }

    @Test
    void aGroupWithoutAnyValueHasNoNumber() {
        assertThat(Averages.byGroup(new double[] {NONE}, new int[] {0, 1, 1}, new int[] {1, 1}, Statistic.SUM, NONE, 0))
                .containsOnly(NONE);
    }

    /// 350° and 10° lie about north, not about south.
    @Test
    void directionsAreAveragedAsVectors() {
        Averages.Wind mean = Averages.wind(
                new double[] {1, 3},
                new double[] {350, 10},
                new int[] {0, 2},
                new int[] {2},
                false,
                Statistic.MEAN,
                NONE,
                0.75);

        assertThat(mean.fromDeg()[0] % 360).isCloseTo(0, within(1e-9));
        assertThat(mean.speedMPerS()[0]).isEqualTo(2);
    }

    /// As openair's timeAverage: the statistic is that of the speeds too, the direction stays that of the vectors.
    @Test
    void theSpeedHasTheStatisticOfTheValues() {
        double[] speed = {1, 3, 8};
        double[] from = {350, 10, 0};
        int[] start = {0, 3};
        int[] expected = {3};
        Averages.Wind highest = Averages.wind(speed, from, start, expected, false, Statistic.MAX, NONE, 0.75);
        Averages.Wind percentile = Averages.wind(speed, from, start, expected, false, Statistic.PERCENTILE, 75, 0.75);

        assertThat(highest.speedMPerS()).containsExactly(8);
        assertThat(highest.fromDeg()[0] % 360).isCloseTo(0, within(1e-9));
        assertThat(percentile.speedMPerS()).containsExactly(5.5);
    }

    /// East at 1 m/s and west at 3 m/s: the mean vector is 1 m/s from the west.
    @Test
    void aWeightedMeanIsThatOfTheVectors() {
        Averages.Wind mean = Averages.wind(
                new double[] {1, 3, NONE},
                new double[] {90, 270, 180},
                new int[] {0, 3},
                new int[] {3},
                true,
                Statistic.MAX,
                NONE,
                0.5);

        assertThat(mean.fromDeg()[0]).isEqualTo(270, within(1e-9));
        assertThat(mean.speedMPerS()[0]).isEqualTo(1, within(1e-12));
    }

    @Test
    void aStillHourCountsInAWeightedMeanAndHasNoDirection() {
        Averages.Wind mean = Averages.wind(
                new double[] {0, 2},
                new double[] {NONE, 180},
                new int[] {0, 2},
                new int[] {2},
                true,
                Statistic.MEAN,
                NONE,
                1);

        assertThat(mean.fromDeg()[0]).isEqualTo(180, within(1e-9));
        assertThat(mean.speedMPerS()[0]).isEqualTo(1, within(1e-12));
    }
}
