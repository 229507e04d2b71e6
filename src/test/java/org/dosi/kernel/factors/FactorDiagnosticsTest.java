package org.dosi.kernel.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class FactorDiagnosticsTest {
    private static final Samples DATA =
            new Samples(3, 2, new double[] {1, 1, 1, 5, 3, 1}, new double[] {1, 1, 1, 1, 1, 1});
    private static final Factorisation FIT = Factorisation.of(
            DATA, 1, new Alternation.End(new double[] {1, 1, 1}, new double[] {1, 1}, 0, 1, true), false);

    /// By hand: the residuals of the first species are 0, 0, 2 and of the second 0, 4, 0.
    @Test
    void meansAndSpreadOfTheScaledResidualsAreTheLargestOfTheSpecies() {
        FactorDiagnostics fit = FactorDiagnostics.of(DATA, FIT, new boolean[2]);

        assertThat(fit.qOfSpecies()).containsExactly(4, 16);
        assertThat(fit.im()).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(fit.is()).isCloseTo(Math.sqrt((16 - 16.0 / 3) / 2), within(1e-12));
        assertThat(fit.outliers()).containsExactly(0, 1);
        assertThat(fit.qExpected()).isEqualTo(6 - 5);
        assertThat(fit.ratio()).isEqualTo(20);
    }

    @Test
    void weakSpeciesAreNotCountedInTheExpectedQ() {
        FactorDiagnostics fit = FactorDiagnostics.of(DATA, FIT, new boolean[] {true, false});

        assertThat(fit.qExpected()).isEqualTo(3 - 5);
        assertThat(fit.ratio()).isNaN();
    }

    /// By hand: one of four starts is best and one within a thousandth, so a start has an even chance and two
    /// have three in four. The exact interval of 2 in 4 is 0.0676 to 0.9324 (tables of Clopper and Pearson).
    @Test
    void startsTellHowOftenTheBestIsReached() {
        Starts starts = new Starts(
                withQ(1000), java.util.List.of(withQ(1000), withQ(1000.99), withQ(1001.01), withQ(1100)), false);

        assertThat(starts.reached()).isEqualTo(2);
        assertThat(starts.chancePerStart().estimate()).isEqualTo(0.5);
        assertThat(starts.chancePerStart().lower()).isCloseTo(0.0676, within(1e-4));
        assertThat(starts.chancePerStart().upper()).isCloseTo(0.9324, within(1e-4));
        assertThat(starts.chanceOf(2).estimate()).isEqualTo(0.75);
        assertThat(starts.likeness()).containsOnly(1);
    }

    @Test
    void whereEveryStartEndsAlikeTheChanceIsOne() {
        Starts starts = new Starts(withQ(10), Collections.nCopies(20, withQ(10)), false);

        assertThat(starts.chancePerStart().estimate()).isEqualTo(1);
        assertThat(starts.chancePerStart().upper()).isEqualTo(1);
        assertThat(starts.chancePerStart().lower()).isCloseTo(0.8316, within(1e-4));
        assertThat(starts.converged()).isEqualTo(20);
    }

    @Test
    void theShareOfASpeciesIsNotANumberWhereNoFactorHasIt() {
        Factorisation fit = new Factorisation(1, 2, 2, new double[] {1, 1}, new double[] {1, 0, 3, 0}, 0, 0, 1, true);

        assertThat(fit.shareOfSpecies(1, 0)).isEqualTo(0.75);
        assertThat(fit.shareOfSpecies(1, 1)).isNaN();
    }

    private static Factorisation withQ(double q) {
        return new Factorisation(1, 2, 1, new double[] {1}, new double[] {1, 2}, q, q, 5, true);
    }
}
