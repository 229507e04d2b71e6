package org.dosi.analysis.air;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The rule for calms and for what is no wind.
class WindTest {
    private static final double[] SPEED = {2, 2, 2, 2, 0, -1, Double.NaN};
    private static final double[] FROM = {0, 360, 361, -1, 90, 90, 90};

    @Test
    void directionsFromNorthToNorthAreDirections() {
        Series.Wind wind = Series.Wind.of(SPEED, FROM, Double.NaN, "ws", "wd");

        assertThat(wind.fromDeg()).containsExactly(360, 360, Double.NaN, Double.NaN, 90, 90, 90);
        assertThat(wind.speedMPerS()).containsExactly(2, 2, 2, 2, 0, Double.NaN, Double.NaN);
        assertThat(wind.calm()).containsExactly(false, false, false, false, true, false, false);
        assertThat(Series.Wind.unusable(SPEED, FROM, Double.NaN)).isEqualTo(3);
    }

    @Test
    void aMarkForCalmIsNoDirectionWhateverItIs() {
        Series.Wind wind = Series.Wind.of(new double[] {1, 1}, new double[] {-1, 10}, -1, "ws", "wd");

        assertThat(wind.fromDeg()).containsExactly(Double.NaN, 10);
        assertThat(wind.calm()).containsExactly(true, false);
        assertThat(Series.Wind.unusable(new double[] {1, 1}, new double[] {-1, 10}, -1))
                .isZero();
    }
}
