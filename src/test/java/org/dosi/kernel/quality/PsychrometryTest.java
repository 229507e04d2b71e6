package org.dosi.kernel.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.dosi.kernel.quality.Psychrometry.Verdict;
import org.junit.jupiter.api.Test;

class PsychrometryTest {

    /// WMO-No. 8, volume I: saturation over water is 6.112 hPa at 0 °C and 23.4 hPa at 20 °C.
    @Test
    void saturationFollowsMagnus() {
        assertThat(Psychrometry.saturationHpa(0)).isEqualTo(6.112);
        assertThat(Psychrometry.saturationHpa(20)).isCloseTo(23.33, within(0.05));
        assertThat(Psychrometry.dewPointCel(Psychrometry.saturationHpa(-12.5))).isCloseTo(-12.5, within(1e-9));
        assertThat(Psychrometry.dewPointCel(0)).isNaN();
    }

    /// Rows of the KMA API for Seoul, 2022, as they were published.
    @Test
    void realHoursAreJudgedAsAPersonWould() {
        assertThat(Psychrometry.judge(-2.8, -10.6, 55, 2.7)).isEqualTo(Verdict.CONSISTENT);
        assertThat(Psychrometry.judge(11.2, -17.6, 59, 1.5)).isEqualTo(Verdict.TEMPERATURE_SIGN_LOST);
        assertThat(Psychrometry.judge(-0.8, 11.8, 43, 2.5)).isEqualTo(Verdict.DEW_POINT_SIGN_LOST);
        assertThat(Psychrometry.judge(11.2, 10.4, 95, 2.6))
                .as("29 April: 12.6 hPa lost its first digit, although both signs would mend it, too")
                .isEqualTo(Verdict.VAPOUR_PRESSURE_WRONG);
    }

    @Test
    void bothSignsCanBeLost() {
        assertThat(Psychrometry.judge(11.5, 18.6, 55, 1.4)).isEqualTo(Verdict.BOTH_SIGNS_LOST);
        assertThat(Psychrometry.judge(11.5, 18.6, 55, Double.NaN)).isEqualTo(Verdict.BOTH_SIGNS_LOST);
    }

    @Test
    void whatNoSignExplainsIsAContradiction() {
        assertThat(Psychrometry.judge(20, 5, 90, 21)).isEqualTo(Verdict.DEW_POINT_WRONG);
        assertThat(Psychrometry.judge(20, 18.3, 20, 21)).isEqualTo(Verdict.HUMIDITY_OR_TEMPERATURE_WRONG);
        assertThat(Psychrometry.judge(5, 12, Double.NaN, Double.NaN)).isEqualTo(Verdict.DEW_POINT_WRONG);
    }

    @Test
    void withoutCompanionsThereIsNoVerdict() {
        assertThat(Psychrometry.judge(11.2, -17.6, Double.NaN, Double.NaN)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Psychrometry.judge(Double.NaN, -17.6, 59, 1.5)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Psychrometry.judge(5, 8, Double.NaN, Double.NaN))
                .as("3 °C above is the edge")
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(Psychrometry.judge(5, 8.1, Double.NaN, Double.NaN)).isEqualTo(Verdict.DEW_POINT_WRONG);
    }

    @Test
    void trueHoursArePassedAndLostSignsFound() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double t = Math.rint(10 * (-20 + 55 * random.nextDouble())) / 10;
            double rh = 15 + random.nextInt(86);
            double e = rh / 100 * Psychrometry.saturationHpa(t);
            double d = Math.rint(10 * Psychrometry.dewPointCel(e)) / 10;
            double rounded = Math.rint(10 * e) / 10;
            String hour = "%s %s %s %s".formatted(t, d, rh, rounded);

            assertThat(Psychrometry.judge(t, d, rh, rounded)).as(hour).isEqualTo(Verdict.CONSISTENT);
            if (t < -10) {
                assertThat(Psychrometry.judge(-t, d, rh, rounded)).as(hour).isEqualTo(Verdict.TEMPERATURE_SIGN_LOST);
            }
            if (d < -10) {
                assertThat(Psychrometry.judge(t, -d, rh, rounded)).as(hour).isIn(Verdict.DEW_POINT_SIGN_LOST);
            }
        }
    }

    @Test
    void particlesMayExceedByTheErrorOfTheInstruments() {
        assertThat(ParticleOrder.contradicts(30, 20)).as("exactly 10").isFalse();
        assertThat(ParticleOrder.contradicts(31, 20)).isTrue();
        assertThat(ParticleOrder.contradicts(125, 100)).as("exactly a quarter").isFalse();
        assertThat(ParticleOrder.contradicts(126, 100)).isTrue();
        assertThat(ParticleOrder.contradicts(Double.NaN, 1)).isFalse();
        assertThat(ParticleOrder.contradicts(100, Double.NaN)).isFalse();
    }
}
