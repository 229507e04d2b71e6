package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DirectionsTest {
    private static final double NAN = Double.NaN;
    /// Sine and cosine there and back.
    private static final double ROUNDING = 1e-9;

    @Test
    void theMeanOfDirectionsBesideNorthIsNorth() {
        Directions.Mean mean = Directions.mean(new double[] {350, 10, NAN, 360, 0});

        assertThat(Math.abs(Directions.turnDeg(0, mean.meanDeg()))).isLessThan(ROUNDING);
        assertThat(mean.resultantLength()).isEqualTo((1 + Math.cos(Math.toRadians(10))) / 2, within(ROUNDING));
    }

    @Test
    void directionsThatCancelOutHaveNoMean() {
        assertThat(Directions.mean(new double[] {90, 270})).isEqualTo(new Directions.Mean(NAN, 0));
        assertThat(Directions.mean(new double[] {NAN})).isEqualTo(new Directions.Mean(NAN, NAN));
    }

    @Test
    void aTurnIsTheShorterWay() {
        assertThat(Directions.turnDeg(350, 20)).isEqualTo(30);
        assertThat(Directions.turnDeg(20, 350)).isEqualTo(-30);
        assertThat(Directions.turnDeg(0, 180)).isEqualTo(180);
        assertThat(Directions.turnDeg(180, 360)).isEqualTo(180);
        assertThat(Directions.turned(-1e-20)).isEqualTo(0);
        assertThat(Directions.turned(720)).isEqualTo(0);
    }

    @Test
    void anArcOverNorthHoldsNorth() {
        Directions.Arc arc = Directions.percentileArc(355, new double[] {345, 350, 355, 0, 5}, 1);

        assertThat(arc).isEqualTo(new Directions.Arc(345, 5, 20));
        assertThat(arc.holds(0)).isTrue();
        assertThat(arc.holds(345)).isTrue();
        assertThat(arc.holds(5)).isTrue();
        assertThat(arc.holds(6)).isFalse();
        assertThat(arc.holds(344)).isFalse();
    }

    @Test
    void aWidenedArcKeepsItsMiddleAndEndsAsTheCircle() {
        assertThat(new Directions.Arc(350, 10, 20).widened(1.5, 20)).isEqualTo(new Directions.Arc(335, 25, 50));
        assertThat(new Directions.Arc(10, 350, 340).widened(2, 0)).isEqualTo(new Directions.Arc(0, 360, 360));
    }

    @Test
    void ofNoReplicatesThereIsNoArc() {
        assertThat(Directions.percentileArc(10, new double[] {NAN}, 0.95).lowerDeg())
                .isNaN();
    }
}
