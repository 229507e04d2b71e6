package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WindRoseTest {
    private static final London HOURS = London.hours();
    private static final double REFERENCE = 1e-9;

    @Test
    void londonsWindRoseIsTheReferences() {
        London reference = London.reference("windRose.csv");
        double[] speed = HOURS.get("ws");

        WindRose rose = WindRose.of(
                speed,
                HOURS.get("wd"),
                speed,
                new WindRose.Options(12, new double[] {0, 2, 4, 6}, 0, WindRose.Share.HOURS));

        for (int s = 0; s < 12; s++) {
            assertThat(rose.windFromDeg(s)).isEqualTo(reference.get("wd")[s]);
            assertThat(rose.hoursFrom(s)).isEqualTo((int) reference.get("freqs")[s]);
            double sum = 0;
            for (int j = 0; j < 4; j++) {
                sum += rose.percent()[s][j];
                double expected = reference.get("Interval" + (j + 1))[s];
                assertThat(sum).isEqualTo(expected, within(REFERENCE * expected));
            }
        }
        assertThat(rose.mean()).isEqualTo(4.4887, within(5e-5));
        assertThat(rose.calms()).isEqualTo(37);
        assertThat(rose.undirected()).as("the reference counts these as calm").isEqualTo(176);
        assertThat(100.0 * (rose.calms() + rose.undirected()) / rose.total()).isEqualTo(0.3, within(0.05));
    }

    /// By hand: of 16 sectors of 22.5°, north holds 350, 0 and 10, its neighbour 20 and 30.
    @Test
    void directionsInTensAreSpreadEvenlyOverSectors() {
        double[] from = new double[36];
        double[] speed = new double[36];
        Arrays.setAll(from, d -> 10 * (d + 1));
        Arrays.fill(speed, 3);

        WindRose rose =
                WindRose.of(speed, from, speed, new WindRose.Options(16, new double[] {0}, 0, WindRose.Share.HOURS));

        assertThat(rose.corrected()).isTrue();
        assertThat(rose.hoursFrom(15)).isEqualTo(3);
        assertThat(rose.hoursFrom(0)).isEqualTo(2);
        for (double[] percent : rose.percent()) {
            assertThat(percent[0]).isEqualTo(100.0 / 16, within(1e-12));
        }
        from[0] = 11;
        assertThat(WindRose.of(speed, from, speed, new WindRose.Options(16, new double[] {0}, 0, WindRose.Share.HOURS))
                        .corrected())
                .as("one direction is not a ten")
                .isFalse();
    }

    /// By hand: of 12 sectors of 30°, the first holds 22.5° and 45°, the second 67.5°, the third 90°.
    @Test
    void pointsOfACompassAreSpreadEvenlyOverSectors() {
        double[] from = {20, 50, 70, 90, 110, 140, 160, 180, 200, 230, 250, 270, 290, 320, 340, 360};
        double[] speed = new double[16];
        Arrays.fill(speed, 3);

        WindRose rose =
                WindRose.of(speed, from, speed, new WindRose.Options(12, new double[] {0}, 0, WindRose.Share.HOURS));

        assertThat(rose.corrected()).isTrue();
        assertThat(rose.hoursFrom(0)).isEqualTo(2);
        assertThat(rose.hoursFrom(1)).isEqualTo(1);
        for (double[] percent : rose.percent()) {
            assertThat(percent[0]).isEqualTo(100.0 / 12, within(1e-12));
        }
        assertThat(WindRose.of(speed, from, speed, new WindRose.Options(16, new double[] {0}, 0, WindRose.Share.HOURS))
                        .corrected())
                .as("one point in each sector")
                .isFalse();
    }

    /// By hand: class ends belong to the class below, 0 to the first, and the last class has no end.
    @Test
    void classesCalmsAndMissingDirectionsAreCountedApart() {
        double[] speed = {2, 2.5, 9, 0, 1, Double.NaN, 3};
        double[] from = {90, 90, 90, Double.NaN, Double.NaN, 90, 90};
        double[] quantity = {10, 20, 99, 5, 5, 5, 0};

        WindRose rose = WindRose.of(
                speed, from, quantity, new WindRose.Options(4, new double[] {0, 10, 20}, 0, WindRose.Share.HOURS));

        assertThat(rose.hours()[0]).containsExactly(2, 1, 1);
        assertThat(rose.calms()).isEqualTo(1);
        assertThat(rose.undirected()).isEqualTo(1);
        assertThat(rose.total()).isEqualTo(6);
        assertThat(rose.calmPercent()).isEqualTo(100.0 / 6);
    }

    @Test
    void contributionsAddUpToTheMean() {
        double[] speed = {1, 1, 1};
        double[] from = {90, 180, 180};
        double[] quantity = {10, 20, 70};
        WindRose rose = WindRose.of(
                speed, from, quantity, new WindRose.Options(4, new double[] {0}, 0, WindRose.Share.CONTRIBUTION));
        assertThat(rose.percent()[0][0]).isEqualTo(10);
        assertThat(rose.percent()[1][0]).isEqualTo(90);
    }

    @Test
    void nothingGivesNoShares() {
        WindRose rose = WindRose.of(
                new double[0],
                new double[0],
                new double[0],
                new WindRose.Options(12, new double[] {0}, 0, WindRose.Share.HOURS));
        assertThat(rose.total()).isZero();
        assertThat(rose.calmPercent()).isNaN();
    }
}
