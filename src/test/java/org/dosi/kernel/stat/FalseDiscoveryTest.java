package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    private static final double NAN = Double.NaN;
    /// Sums and products of a few numbers.
    private static final double ROUNDING = 1e-12;

    /// By hand: 0.01·4/1, 0.02·4/2, 0.03·4/3 and 0.5·4/4; each at most the next.
    @Test
    void adjustedValuesAreTheLeastRateAtWhichATestIsCalled() {
        assertThat(FalseDiscovery.benjaminiHochberg(new double[] {0.5, 0.01, 0.03, 0.02}))
                .containsExactly(new double[] {0.5, 0.04, 0.04, 0.04}, within(ROUNDING));
    }

    /// The 15 p values of Benjamini and Hochberg (1995), section 4: at 0.05 the four smallest are called.
    @Test
    void theExampleOfThePaperCallsItsFourSmallest() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };
        double[] q = FalseDiscovery.benjaminiHochberg(p);

        assertThat(q[3]).isEqualTo(0.0095 * 15 / 4, within(ROUNDING)).isLessThan(0.05);
        assertThat(q[4]).isGreaterThan(0.05);
    }

    @Test
    void underEveryDependenceThePriceIsTheHarmonicSum() {
        double[] p = {0.001, 0.2, 0.04};

        assertThat(FalseDiscovery.benjaminiYekutieli(p)[0])
                .isEqualTo(0.003 * (1 + 1 / 2.0 + 1 / 3.0), within(ROUNDING));
        assertThat(FalseDiscovery.benjaminiYekutieli(new double[] {0.9, 0.8})).containsExactly(1, 1);
    }

    @Test
    void aTestThatWasNotMadeDoesNotCount() {
        assertThat(FalseDiscovery.benjaminiHochberg(new double[] {NAN, 0.02, NAN, 0.04}))
                .containsExactly(NAN, 0.04, NAN, 0.04);
        assertThat(FalseDiscovery.benjaminiHochberg(new double[] {})).isEmpty();
        assertThat(FalseDiscovery.benjaminiYekutieli(new double[] {NAN})).containsExactly(NAN);
    }

    @Test
    void equalValuesAreCalledTogether() {
        assertThat(FalseDiscovery.benjaminiHochberg(new double[] {0.03, 0.03, 0.03}))
                .containsOnly(0.03);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> FalseDiscovery.benjaminiHochberg(new double[] {1.2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p");
    }

    /// Of 1,000 families with 40 true and 10 false null hypotheses, the mean share of false calls is at
    /// most 0.05 · 40/50; the mean of 1,000 families is known to 0.003.
    @Test
    void theShareOfFalseCallsStaysBelowTheRate() {
        Random random = new Random(11);
        double shares = 0;
        for (int family = 0; family < 1000; family++) {
            double[] p = new double[50];
            for (int i = 0; i < p.length; i++) {
                p[i] = i < 40 ? random.nextDouble() : Math.pow(random.nextDouble(), 8) / 50;
            }
            int calls = 0;
            int falseCalls = 0;
            double[] q = FalseDiscovery.benjaminiHochberg(p);
            for (int i = 0; i < q.length; i++) {
                calls += q[i] <= 0.05 ? 1 : 0;
                falseCalls += q[i] <= 0.05 && i < 40 ? 1 : 0;
            }
            shares += calls == 0 ? 0 : (double) falseCalls / calls;
        }
        assertThat(shares / 1000).as("seed 11").isBetween(0.03, 0.05);
    }
}
