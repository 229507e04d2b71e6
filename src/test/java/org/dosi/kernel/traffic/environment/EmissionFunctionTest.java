package org.dosi.kernel.traffic.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dosi.kernel.traffic.environment.EmissionFunction.Form;
import org.junit.jupiter.api.Test;

class EmissionFunctionTest {
    private static final double ROUNDING = 1e-12;

    private static EmissionFunction of(Form form, double... coefficients) {
        return new EmissionFunction(form, coefficients, 0, 10, 100);
    }

    /// By hand at V = 20: (0.01·400 + 0.5·20 + 3 + 40/20) / (0.001·400 + 0.02·20 + 1.2) = 19 / 2.
    @Test
    void theHeavyRationalFormIsTheGuidebooks() {
        EmissionFunction factor = of(Form.HEAVY_RATIONAL, 0.01, 0.5, 3, 40, 0.001, 0.02, 1.2);
        assertThat(factor.gramsPerKm(20)).isCloseTo(9.5, within(ROUNDING));
    }

    /// By hand at V = 20: (2 + 0.1·20 + 0.01·400 + 40/20) / (1 + 0.05·20 + 0.005·400) = 10 / 4.
    @Test
    void theLightRationalFormHasItsCoefficientsInTurn() {
        EmissionFunction factor = of(Form.LIGHT_RATIONAL, 2, 0.05, 0.1, 0.005, 0.01, 40);
        assertThat(factor.gramsPerKm(20)).isCloseTo(2.5, within(ROUNDING));
    }

    /// By hand at V = 10: 1 + 2 + 3 + 4 + 5 + 6.
    @Test
    void thePolynomialBeginsWithTheFifthPower() {
        EmissionFunction factor = of(Form.POLYNOMIAL, 1e-5, 2e-4, 3e-3, 4e-2, 0.5, 6);
        assertThat(factor.gramsPerKm(10)).isCloseTo(21, within(ROUNDING));
    }

    /// By hand at V = 25: 2·√25 + 50/25; and at V = 100 with e and ln: 1 + 4 / (1 + exp(-(-ln 100) + 0 - 0)).
    @Test
    void powersAndLogisticAreTheGuidebooks() {
        assertThat(of(Form.TWO_POWERS, 2, 0.5, 50, -1).gramsPerKm(25)).isCloseTo(12, within(ROUNDING));
        assertThat(of(Form.LOGISTIC, 1, 4, 0, 1, 0).gramsPerKm(99)).isCloseTo(1 + 4.0 / 100, within(ROUNDING));
    }

    /// The published coefficients of diesel cars of Euro 6 (1.4–2.0 l), NOx at 50 km/h, worked out by hand:
    /// (0.4358787392163990 - 0.2693394585573505 + 0.07261659284962625 - 0.009214088275935480)
    ///   / (1 + 0.5021729104904500 - 0.2559030700535975) = 0.2299417852327393 / 1.2462698404368525.
    @Test
    void dieselCarsOfEuro6AreWorkedOutByHand() {
        EmissionFunction factor = of(
                Form.LIGHT_RATIONAL,
                4.358787392163990e-1,
                1.004345820980900e-2,
                -5.386789171147010e-3,
                -1.023612280214390e-4,
                2.904663713985040e-5,
                -4.607044137967740e-1);
        assertThat(factor.gramsPerKm(50)).isCloseTo(0.22994178523 / 1.24626984044, within(1e-9));
    }

    @Test
    void outsideOfItsSpeedsTheNearestCounts() {
        EmissionFunction factor = of(Form.POLYNOMIAL, 0, 0, 0, 0, 1, 0);
        assertThat(factor.gramsPerKm(10)).isEqualTo(10);
        assertThat(factor.gramsPerKm(3)).isEqualTo(10);
        assertThat(factor.gramsPerKm(100)).isEqualTo(100);
        assertThat(factor.gramsPerKm(130)).isEqualTo(100);
        assertThat(factor.gramsPerKm(Double.NaN)).isNaN();
    }

    @Test
    void aFitBelowNothingIsNothing() {
        assertThat(of(Form.POLYNOMIAL, 0, 0, 0, 0, 0, -1).gramsPerKm(50)).isZero();
    }

    @Test
    void aReductionIsAShareOfTheFit() {
        EmissionFunction factor = new EmissionFunction(Form.POLYNOMIAL, new double[] {0, 0, 0, 0, 0, 8}, 0.25, 0, 100);
        assertThat(factor.gramsPerKm(50)).isEqualTo(6);
    }

    @Test
    void aWrongNumberOfCoefficientsIsRefused() {
        assertThatThrownBy(() -> of(Form.TWO_POWERS, 1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    /// By the source: at capacity the time is 1.15 of the free one.
    @Test
    void aFullRoadTakesFifteenHundredthsLonger() {
        assertThat(DelayFunction.speedKmPerH(80, 2000, 2000)).isCloseTo(80 / 1.15, within(ROUNDING));
        assertThat(DelayFunction.speedKmPerH(80, 0, 2000)).isEqualTo(80);
        assertThat(DelayFunction.speedKmPerH(80, Double.NaN, 2000)).isNaN();
        assertThatThrownBy(() -> DelayFunction.speedKmPerH(80, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
