package org.dosi.kernel.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PositiveMatrixFactorisationTest {
    private static final FitSettings PLAIN = FitSettings.of(MadeSamples.FACTORS, false);

    /// By hand: one factor of 2 and 4 on average, half, once and one and a half times present.
    @Test
    void oneFactorIsFoundExactly() {
        Samples data = new Samples(3, 2, new double[] {1, 2, 2, 4, 3, 6}, new double[] {1, 1, 1, 1, 1, 1});

        Factorisation found = PositiveMatrixFactorisation.fromStarts(data, FitSettings.of(1, false), 1, 1)
                .best();

        assertThat(found.profile()).containsExactly(new double[] {2, 4}, within(1e-9));
        assertThat(found.contribution()).containsExactly(new double[] {0.5, 1, 1.5}, within(1e-9));
        assertThat(found.qTrue()).isCloseTo(0, within(1e-12));
        assertThat(found.converged()).isTrue();
    }

    @Test
    void aMissingValueIsFilledByTheFit() {
        double nan = Double.NaN;
        Samples data = new Samples(3, 2, new double[] {1, 2, 2, nan, 3, 6}, new double[] {1, 1, 1, 1, nan, 1});

        Factorisation found = PositiveMatrixFactorisation.fromStarts(data, FitSettings.of(1, false), 1, 1)
                .best();

        assertThat(data.count()).isEqualTo(4);
        assertThat(found.fitted(1, 1)).isCloseTo(4, within(1e-8));
        assertThat(found.fitted(2, 0)).isCloseTo(3, within(1e-8));
    }

    @Test
    void knownFactorsAreFoundWithoutNoise() {
        Starts starts = PositiveMatrixFactorisation.fromStarts(MadeSamples.of(0, 3), PLAIN, 6, 1);

        assertThat(starts.best().qTrue()).isCloseTo(0, within(1e-3));
        assertThat(MadeSamples.likeness(starts.best())).isGreaterThan(0.99999);
    }

    @Test
    void knownFactorsAreFoundInNoiseAndQIsWhatTheUncertaintiesExpect() {
        Samples data = MadeSamples.of(1, 4);

        Starts starts = PositiveMatrixFactorisation.fromStarts(data, PLAIN, 6, 1);

        assertThat(MadeSamples.likeness(starts.best())).isGreaterThan(0.995);
        FactorDiagnostics fit = FactorDiagnostics.of(data, starts.best(), new boolean[MadeSamples.SPECIES]);
        assertThat(fit.ratio()).isBetween(0.85, 1.25);
        assertThat(starts.reached()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void nothingIsNegativeAndTheMeanContributionIsOne() {
        Factorisation found = PositiveMatrixFactorisation.fromStarts(MadeSamples.of(1, 5), PLAIN, 2, 1)
                .best();

        assertThat(Arrays.stream(found.profile()).min().orElseThrow()).isNotNegative();
        assertThat(Arrays.stream(found.contribution()).min().orElseThrow()).isNotNegative();
        for (int k = 0; k < found.factors(); k++) {
            int from = k * found.samples();
            double[] row = Arrays.copyOfRange(found.contribution(), from, from + found.samples());
            assertThat(Arrays.stream(row).average().orElseThrow()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void qNeverRises() {
        Samples data = MadeSamples.of(1, 6);
        double[] ones = new double[3 * data.samples()];
        Arrays.fill(ones, 1);
        double[] profile = MadeSamples.PROFILES.clone();
        Arrays.setAll(profile, e -> 0.3 + (e * 7 % 5));
        for (boolean robust : new boolean[] {false, true}) {
            Rules free = Rules.free(3, data.samples(), data.species());
            double before = Double.POSITIVE_INFINITY;
            for (int iterations = 1; iterations < 60; iterations++) {
                double q = new Alternation(new Weights(data), free, robust)
                        .run(ones, profile, 1e-15, iterations)
                        .objective();
                assertThat(q).as("iteration %d", iterations).isLessThanOrEqualTo(before * (1 + 1e-12));
                before = q;
            }
        }
    }

    /// At a minimum Q grows in no direction that the bounds allow: the slope is 0 at a positive element and not
    /// negative at an element that is 0.
    @Test
    void theSolutionIsStationary() {
        Samples data = MadeSamples.of(1, 7);

        Factorisation found =
                PositiveMatrixFactorisation.fromStarts(data, PLAIN, 3, 1).best();

        double[] e = found.scaledResiduals(data);
        for (int k = 0; k < found.factors(); k++) {
            for (int j = 0; j < found.species(); j++) {
                double slope = 0;
                double size = 0;
                for (int i = 0; i < found.samples(); i++) {
                    int at = i * found.species() + j;
                    double term = e[at] * found.contribution(k, i) / data.uncertainty()[at];
                    slope -= term;
                    size += Math.abs(term);
                }
                if (found.profile(k, j) > 0) {
                    assertThat(slope).isCloseTo(0, within(1e-5 * size));
                } else {
                    assertThat(slope).isGreaterThan(-1e-5 * size);
                }
            }
        }
    }

    /// Slow twin: the multiplicative updates of least-squares NMF (Wang and others 2006), which ESAT uses. They
    /// take no negative data.
    @Test
    void multiplicativeUpdatesDoNotGoLower() {
        Samples noisy = MadeSamples.of(1, 8);
        double[] x = noisy.concentration().clone();
        Arrays.setAll(x, e -> Math.max(0, x[e]));
        Samples data = new Samples(noisy.samples(), noisy.species(), x, noisy.uncertainty());
        Factorisation found =
                PositiveMatrixFactorisation.fromStarts(data, PLAIN, 6, 1).best();

        double lowest = Double.POSITIVE_INFINITY;
        for (int seed = 1; seed <= 2; seed++) {
            lowest = Math.min(lowest, MultiplicativeUpdates.q(data, 3, seed, 20_000));
        }

        assertThat(found.qTrue()).isLessThanOrEqualTo(lowest);
        assertThat(found.qTrue()).as("the slow way comes near").isGreaterThan(0.999 * lowest);
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        Samples data = MadeSamples.of(1, 9);

        Factorisation once =
                PositiveMatrixFactorisation.fromStarts(data, PLAIN, 4, 5).best();
        Factorisation again =
                PositiveMatrixFactorisation.fromStarts(data, PLAIN, 4, 5).best();

        assertThat(again.profile()).containsExactly(once.profile());
        assertThat(again.contribution()).containsExactly(once.contribution());
    }

    @Test
    void theUnitOfASpeciesChangesNothingButItsProfile() {
        Samples data = MadeSamples.of(1, 10);
        double[] x = data.concentration().clone();
        double[] u = data.uncertainty().clone();
        for (int i = 0; i < data.samples(); i++) {
            x[i * MadeSamples.SPECIES + 2] *= 1000;
            u[i * MadeSamples.SPECIES + 2] *= 1000;
        }
        Samples inOtherUnit = new Samples(data.samples(), data.species(), x, u);

        Factorisation found =
                PositiveMatrixFactorisation.fromStarts(data, PLAIN, 3, 5).best();
        Factorisation other =
                PositiveMatrixFactorisation.fromStarts(inOtherUnit, PLAIN, 3, 5).best();

        assertThat(other.qTrue()).isCloseTo(found.qTrue(), within(1e-6 * found.qTrue()));
        assertThat(other.profile(0, 2)).isCloseTo(1000 * found.profile(0, 2), within(1.0));
    }

    /// By hand: the factor is 1, 1 in all samples but one value of 9 with an uncertainty of 1: a scaled residual
    /// of 8 counts 64 in Q_true and 4 · 8 in Q_robust where the fit stays at 1.
    @Test
    void anOutlierCountsLinearlyInTheRobustQ() {
        double[] x = {1, 1, 1, 9};
        double[] u = {1, 1, 1, 1};
        Factorisation fit = Factorisation.of(
                new Samples(2, 2, x, u),
                1,
                new Alternation.End(new double[] {1, 1}, new double[] {1, 1}, 0, 1, true),
                true);

        assertThat(fit.qTrue()).isEqualTo(64);
        assertThat(fit.qRobust()).isEqualTo(32);
    }

    @Test
    void aScaledResidualOfExactlyFourIsNoOutlier() {
        Factorisation fit = Factorisation.of(
                new Samples(1, 1, new double[] {5}, new double[] {1}),
                1,
                new Alternation.End(new double[] {1}, new double[] {1}, 0, 1, true),
                true);

        assertThat(fit.qRobust()).isEqualTo(16);
    }

    @Test
    void aRobustFitIsNotBentByOutliers() {
        Samples data = MadeSamples.of(0.3, 11);
        double[] x = data.concentration().clone();
        for (int i = 0; i < data.samples(); i += 15) {
            int e = i * MadeSamples.SPECIES + i % MadeSamples.SPECIES;
            x[e] += 12 * data.uncertainty()[e];
        }
        Samples spoilt = new Samples(data.samples(), data.species(), x, data.uncertainty());

        Factorisation plain =
                PositiveMatrixFactorisation.fromStarts(spoilt, PLAIN, 8, 1).best();
        Factorisation robust = PositiveMatrixFactorisation.fromStarts(spoilt, FitSettings.of(3, true), 8, 1)
                .best();

        assertThat(MadeSamples.likeness(robust)).isGreaterThan(0.99);
        assertThat(MadeSamples.likeness(robust)).isGreaterThan(MadeSamples.likeness(plain));
        assertThat(robust.qRobust()).isLessThan(plain.qRobust());
    }

    @Test
    void aWeakSpeciesHasItsUncertaintyMultiplied() {
        Samples data = new Samples(1, 2, new double[] {1, 2}, new double[] {0.5, 0.5});

        assertThat(data.withUncertaintyTimes(3, new boolean[] {false, true}).uncertainty())
                .containsExactly(0.5, 1.5);
    }

    @Test
    void zerosAloneHaveNoFactor() {
        Samples data = new Samples(3, 2, new double[6], new double[] {1, 1, 1, 1, 1, 1});

        Factorisation found = PositiveMatrixFactorisation.fromStarts(data, FitSettings.of(2, false), 2, 1)
                .best();

        assertThat(found.qTrue()).isZero();
        assertThat(found.profile()).containsOnly(0);
    }

    @Test
    void whatCannotBeIsRefused() {
        double[] one = {1};
        double nan = Double.NaN;
        assertThatThrownBy(() -> new Samples(0, 1, new double[0], new double[0]))
                .hasMessageContaining("samples");
        assertThatThrownBy(() -> new Samples(1, 2, one, one)).hasMessageContaining("1 x 2");
        assertThatThrownBy(() -> new Samples(1, 1, one, new double[] {0})).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Samples(1, 1, new double[] {nan}, one)).hasMessageContaining("sample 0");
        assertThatThrownBy(() -> PositiveMatrixFactorisation.fromStarts(
                        new Samples(1, 1, one, one), FitSettings.of(2, false), 1, 1))
                .hasMessageContaining("at most 1");
        assertThatThrownBy(() -> PositiveMatrixFactorisation.fromStarts(
                        new Samples(1, 2, new double[] {1, nan}, new double[] {1, 1}), FitSettings.of(1, false), 1, 1))
                .hasMessageContaining("species 1");
    }
}
