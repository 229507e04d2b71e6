package org.dosi.kernel.plume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dosi.kernel.plume.UrbanDispersion.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HourlyPlumeTest {
    private static final double FOREVER = Double.POSITIVE_INFINITY;
    private static final int FAST = HourlyPlume.speedClassOf(6);
    private static final int SLOW = HourlyPlume.speedClassOf(0.6);

    /// What is cut off beyond 3.5 standard deviations is 0.05 % of the plume.
    private static final double CUT = 6e-4;

    /// The midpoint rule with its variance, against the integral over the cell.
    private static final double CELL = 0.03;

    private static PlumeSettings settings(double spreadDeg, double coherenceS) {
        return new PlumeSettings(0, 10, spreadDeg, 0.5, coherenceS, 0.5, 16, 1);
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void allThatIsEmittedCrossesACircleWhateverTheSpread(Curve curve) {
        for (int speedClass : new int[] {SLOW, FAST}) {
            HourlyPlume plume = new HourlyPlume(curve, speedClass, settings(12, FOREVER));
            double distance = 900;
            double sigmaZ = Math.hypot(UrbanDispersion.sigmaZM(curve, distance), 10);
            double sum = 0;
            int steps = 3600;
            for (int i = 0; i < steps; i++) {
                sum += plume.fromPoint(distance, -Math.PI + 2 * Math.PI * (i + 0.5) / steps)
                        * distance
                        * 2
                        * Math.PI
                        / steps;
            }
            // Over height the plume is half a normal curve.
            assertThat(sum * sigmaZ * Math.sqrt(Math.PI / 2) / 1e6).isCloseTo(1, within(CUT));
        }
    }

    @Test
    void theSpreadPlumeIsTheAverageOfNarrowOnesOverTheDirections() {
        HourlyPlume spread = new HourlyPlume(Curve.D, FAST, settings(20, FOREVER));
        HourlyPlume narrow = new HourlyPlume(Curve.D, FAST, settings(0, FOREVER));
        double sigma = Math.toRadians(20);
        for (double angleDeg : new double[] {0, 10, 30}) {
            double mean = 0;
            int steps = 2000;
            for (int i = 0; i < steps; i++) {
                double turn = -5 * sigma + 10 * sigma * (i + 0.5) / steps;
                double weight = Math.exp(-turn * turn / 2 / sigma / sigma) / Math.sqrt(2 * Math.PI) / sigma;
                mean += weight * narrow.fromPoint(2000, Math.toRadians(angleDeg) + turn) * 10 * sigma / steps;
            }
            assertThat(spread.fromPoint(2000, Math.toRadians(angleDeg))).isCloseTo(mean, within(mean * 2e-3));
        }
    }

    @Test
    void withoutSpreadItIsThePlumeOfTheTextbook() {
        PlumeSettings still = new PlumeSettings(0, 1e-6, 0, 0, FOREVER, 0.5, 360, 1);
        HourlyPlume plume = new HourlyPlume(Curve.C, FAST, still);
        double sector = Math.toRadians(1) / Math.sqrt(12);
        double sigmaY = Math.hypot(UrbanDispersion.sigmaYM(Curve.C, 1500), 1500 * sector);
        double textbook =
                1e6 * GaussianPlume.perGramPerSecond(sigmaY, UrbanDispersion.sigmaZM(Curve.C, 1500), 1, 0, 0, 0);
        assertThat(plume.fromPoint(1500, 0)).isCloseTo(textbook, within(textbook * 1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 60", "250, 250", "400, 0", "700, 300", "1500, -200", "4000, 900"})
    void aCellIsTheMeanOfTheManyPointsInIt(double eastM, double northM) {
        for (Curve curve : Curve.values()) {
            for (int speedClass : new int[] {SLOW, FAST}) {
                HourlyPlume plume = new HourlyPlume(curve, speedClass, settings(12, 7200));
                double from = Math.toRadians(250);
                int points = 500;
                double sum = 0;
                for (int i = 0; i < points; i++) {
                    for (int j = 0; j < points; j++) {
                        double east = eastM + 500 * ((i + 0.5) / points - 0.5);
                        double north = northM + 500 * ((j + 0.5) / points - 0.5);
                        double along = -east * Math.sin(from) - north * Math.cos(from);
                        double across = east * Math.cos(from) - north * Math.sin(from);
                        sum += plume.fromPoint(Math.hypot(east, north), Math.atan2(across, along));
                    }
                }
                double mean = sum / points / points;
                assertThat(plume.fromSquare(eastM, northM, 500, from))
                        .as("%s %d", curve, speedClass)
                        .isCloseTo(mean, within(mean * CELL + 1e-6));
            }
        }
    }

    @Test
    void turningTheWindAndTheReceptorTogetherChangesNothing() {
        HourlyPlume plume = new HourlyPlume(Curve.D, FAST, settings(12, 7200));
        double first = plume.fromSquare(3000, 400, 500, Math.toRadians(270));
        // A quarter turn clockwise: east becomes south, north becomes east.
        assertThat(plume.fromSquare(400, -3000, 500, Math.toRadians(360))).isCloseTo(first, within(first * 1e-9));
        assertThat(plume.fromSquare(3000, 400, 500, Math.toRadians(90)))
                .as("upwind")
                .isZero();
    }

    @Test
    void aHighSourceIsNotFeltNearby() {
        PlumeSettings chimney = new PlumeSettings(100, 10, 12, 0.5, FOREVER, 0.5, 16, 1);
        HourlyPlume high = new HourlyPlume(Curve.D, FAST, chimney);
        HourlyPlume low = new HourlyPlume(Curve.D, FAST, settings(12, FOREVER));
        assertThat(high.fromPoint(200, 0)).isLessThan(0.1 * low.fromPoint(200, 0));
        assertThat(high.fromPoint(8000, 0)).isCloseTo(low.fromPoint(8000, 0), within(0.05 * low.fromPoint(8000, 0)));
    }

    @Test
    void windsAreToldApartBySectorCurveAndSpeed() {
        PlumeSettings city = PlumeSettings.ofCity(16);
        int north = WindStates.of(3, 360, Stability.D, city);
        assertThat(WindStates.of(3, 0, Stability.D, city)).isEqualTo(north);
        assertThat(WindStates.of(3, 11, Stability.D, city)).isEqualTo(north);
        assertThat(WindStates.of(3, 12, Stability.D, city)).isEqualTo(north + 1);
        assertThat(WindStates.of(3, 0, Stability.A, city)).isEqualTo(WindStates.of(3, 0, Stability.B, city));
        assertThat(WindStates.of(0.5, 90, Stability.D, city)).as("just no calm").isNotNegative();
        assertThat(WindStates.of(0.49, 90, Stability.D, city)).isEqualTo(WindStates.NONE);
        assertThat(WindStates.of(3, Double.NaN, Stability.D, city)).isEqualTo(WindStates.NONE);
        assertThat(HourlyPlume.speedClassOf(2.0)).isEqualTo(HourlyPlume.speedClassOf(3.99));
        assertThat(HourlyPlume.speedClassOf(1.99)).isNotEqualTo(HourlyPlume.speedClassOf(2.0));
    }

    @Test
    void aWiderPlumeIsLowerOnItsAxisByItsHeightAndWidth() {
        PlumeSettings narrow = new PlumeSettings(0, 1e-6, 0, 0, FOREVER, 0.5, 360, 1);
        double distance = 3000;
        double usual = new HourlyPlume(Curve.E_F, FAST, narrow).fromPoint(distance, 0);
        double wide = new HourlyPlume(Curve.E_F, FAST, narrow.scaled(1.3)).fromPoint(distance, 0);
        // The sector's width of 1 degree is not scaled.
        assertThat(usual / wide).isCloseTo(1.3 * 1.3, within(0.02));
    }
}
