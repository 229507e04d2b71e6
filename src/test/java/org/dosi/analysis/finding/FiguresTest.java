package org.dosi.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final String PPM = "[ppm]";
    private static final String MASS = "ug/m3";

    @Test
    void aConcentrationHasThreeDigitsThatCount() {
        assertThat(Figures.of(0.02784, PPM)).isEqualTo("0.0278");
        assertThat(Figures.of(0.14, PPM)).isEqualTo("0.140");
        assertThat(Figures.of(43.76, MASS)).isEqualTo("43.8");
        assertThat(Figures.of(423.4, MASS)).isEqualTo("423");
        assertThat(Figures.of(1234.4, MASS)).as("whole, not 1230").isEqualTo("1,234");
        assertThat(Figures.of(0.123456, "")).isEqualTo("0.123");
    }

    @Test
    void noDigitIsFinerThanTheMeasurement() {
        assertThat(Figures.of(0.00456, PPM)).isEqualTo("0.0046");
        assertThat(Figures.of(2.834, "m/s")).isEqualTo("2.8");
        assertThat(Figures.of(6.714, MASS)).isEqualTo("6.7");
    }

    /// A bias of 0.00003 ppm is small, but it is there.
    @Test
    void whatIsSmallIsNotToldAsNothing() {
        assertThat(Figures.of(0.00003, PPM)).isEqualTo("0.00003");
        assertThat(Figures.of(0.004, MASS)).isEqualTo("0.004");
        assertThat(Figures.of(0.05, MASS))
                .as("on the edge, one decimal shows it")
                .isEqualTo("0.1");
        assertThat(Figures.of(0, MASS)).isEqualTo("0");
    }

    /// 99.96 has one decimal, and is 100.0 with it.
    @Test
    void aNumberThatIsRoundedUpLosesADecimal() {
        assertThat(Figures.of(99.96, MASS)).isEqualTo("100");
        assertThat(Figures.of(0.09996, PPM)).isEqualTo("0.100");
    }

    @Test
    void aSentenceHasNoZerosAtTheEnd() {
        assertThat(Figures.brief(0.14, PPM)).isEqualTo("0.14");
        assertThat(Figures.brief(96, MASS)).isEqualTo("96");
        assertThat(Figures.brief(100, MASS)).isEqualTo("100");
        assertThat(Figures.rounded(0.0750001)).isEqualTo("0.075");
        assertThat(Figures.rounded(12345)).isEqualTo("12,300");
        assertThat(Figures.exact(99.9)).isEqualTo("99.9");
        assertThat(Figures.exact(75)).isEqualTo("75");
    }

    @Test
    void aDifferenceHasItsSign() {
        assertThat(Figures.signed(0.0094, PPM)).isEqualTo("+0.0094");
        assertThat(Figures.signed(-52.78, "%")).isEqualTo("−52.8");
        assertThat(Figures.signed(0, MASS)).isEqualTo("+0.0");
    }

    @Test
    void noneIsADash() {
        assertThat(Figures.of(Double.NaN, PPM)).isEqualTo("–");
        assertThat(Figures.brief(Double.NaN, PPM)).isEqualTo("–");
        assertThat(Figures.rounded(Double.POSITIVE_INFINITY)).isEqualTo("–");
        assertThat(Figures.percent(Double.NaN, 1)).isEqualTo("–");
    }

    @Test
    void nothingHasNoSign() {
        assertThat(Figures.fixed(-0.04, 1)).isEqualTo("0.0");
        assertThat(Figures.fixed(-0.06, 1)).isEqualTo("−0.1");
    }
}
