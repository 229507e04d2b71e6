package org.dosi.kernel.plume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.dosi.kernel.plume.UrbanDispersion.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispersionTest {

    /// By hand from the formulas of Briggs' urban curves at 1 km: 1000 · 0.16 / sqrt(1.4) and so on.
    @ParameterizedTest
    @CsvSource({"A_B, 270.449, 339.411", "C, 185.934, 200", "D, 135.225, 122.788", "E_F, 92.967, 50.596"})
    void urbanPlumesGrowAsBriggsSays(Curve curve, double sigmaYM, double sigmaZM) {
        assertThat(UrbanDispersion.sigmaYM(curve, 1000)).isCloseTo(sigmaYM, within(1e-3));
        assertThat(UrbanDispersion.sigmaZM(curve, 1000)).isCloseTo(sigmaZM, within(1e-3));
    }

    @Test
    void aPlumeStartsAsAPointAndHasNoNegativeDistance() {
        for (Curve curve : Curve.values()) {
            assertThat(UrbanDispersion.sigmaYM(curve, 0)).isZero();
            assertThat(UrbanDispersion.sigmaZM(curve, 0)).isZero();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> UrbanDispersion.sigmaYM(Curve.D, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> UrbanDispersion.sigmaZM(Curve.D, Double.NaN));
    }

    /// Table 6-4 of EPA-454/R-99-005, with cases on the edges of its rows.
    @ParameterizedTest
    @CsvSource({
        "0.5, 70, 0, NaN, A",
        "0.8, 70, 0, NaN, A",
        "1.9, 61, 0, NaN, A",
        "1.9, 60, 0, NaN, B",
        "1.9, 35, 0, NaN, C",
        "5.9, 70, 0, NaN, C",
        "5.92, 70, 0, NaN, C",
        "8.0, 50, 0, NaN, D",
        "2.0, 15, 0, NaN, D",
        "2.0, 9.99, 4, NaN, F",
        "2.0, 9.99, 5, NaN, E",
        "0.5, -20, 0, NaN, F",
        "5.0, -20, 0, NaN, E",
        "6.0, -20, 0, NaN, D",
        "0.5, -20, 10, 2000, D",
        "0.5, 70, 10, 2000, D"
    })
    void stabilityFollowsTurnersTable(
            double speed, double elevation, double cloud, double ceiling, Stability expected) {
        assertThat(TurnerStability.of(speed, elevation, cloud, ceiling)).isEqualTo(expected);
    }

    /// Insolation 3 at 50°: half cloud leaves it, more takes one off under a middle ceiling, two under a low one.
    @Test
    void cloudOfMoreThanHalfWeakensTheSunByItsHeight() {
        assertThat(TurnerStability.of(1.0, 50, 5, 1000)).isEqualTo(Stability.B);
        assertThat(TurnerStability.of(2.0, 50, 6, 6000)).isEqualTo(Stability.B);
        assertThat(TurnerStability.of(2.0, 50, 6, 3000)).isEqualTo(Stability.C);
        assertThat(TurnerStability.of(2.0, 50, 6, Double.NaN)).isEqualTo(Stability.C);
        assertThat(TurnerStability.of(2.0, 50, 6, 1000)).isEqualTo(Stability.D);
        assertThat(TurnerStability.of(2.0, 50, Double.NaN, Double.NaN)).isEqualTo(Stability.B);
    }

    /// Seoul on 21 June: at solar noon, 12:34 KST, the sun stands at 90 - 37.57 + 23.44 degrees; at the equator on
    /// the equinox overhead at 12:07 UTC.
    @Test
    void theSunStandsWhereAlmanacsSay() {
        assertThat(SolarPosition.elevationDeg(1_498_016_040, 37.57, 127)).isCloseTo(75.87, within(0.3));
        assertThat(SolarPosition.elevationDeg(1_490_011_620, 0, 0)).isCloseTo(90, within(0.5));
        assertThat(SolarPosition.elevationDeg(1_498_016_040 + 43_200, 37.57, 127))
                .isNegative();
    }

    /// Turner (1970), problem 1: a burning dump of 3 g/s, 3 km off, wind of 7 m/s, 190 m and 65 m: 1.1e-5 g/m³.
    /// Problem 2: a refinery of 80 g/s at 60 m, 500 m off, 6 m/s, 36 m and 18.5 m: 3.3e-5 g/m³; problem 3: the same
    /// 50 m off the axis: 1.3e-5 g/m³. The book gives two digits.
    @Test
    void thePlumeSolvesTheProblemsOfTurnersWorkbook() {
        assertThat(3 * GaussianPlume.perGramPerSecond(190, 65, 7, 0, 0, 0)).isCloseTo(1.1e-5, within(0.05e-5));
        assertThat(80 * GaussianPlume.perGramPerSecond(36, 18.5, 6, 0, 0, 60)).isCloseTo(3.3e-5, within(0.05e-5));
        assertThat(80 * GaussianPlume.perGramPerSecond(36, 18.5, 6, 50, 0, 60)).isCloseTo(1.3e-5, within(0.05e-5));
    }

    @Test
    void allThatIsEmittedCrossesAPlaneAcrossTheWind() {
        double speed = 3;
        double step = 2;
        double flux = 0;
        for (double across = -500; across < 500; across += step) {
            for (double height = 0; height < 400; height += step) {
                flux += speed
                        * GaussianPlume.perGramPerSecond(80, 40, speed, across + step / 2, height + step / 2, 60)
                        * step
                        * step;
            }
        }
        assertThat(flux).isCloseTo(1, within(1e-6));
    }
}
