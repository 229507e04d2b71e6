package org.dosi.kernel.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstrainedFactorsTest {
    private static final FitSettings SETTINGS = FitSettings.of(MadeSamples.FACTORS, false);
    private static final Samples DATA = MadeSamples.of(1, 31);
    private static final Factorisation BASE =
            PositiveMatrixFactorisation.fromStarts(DATA, SETTINGS, 4, 1).best();

    @Test
    void anElementIsFixedAndTheRestIsFittedAgain() {
        int species = 0;
        for (int j = 1; j < MadeSamples.SPECIES; j++) {
            species = BASE.profile(1, j) > BASE.profile(1, species) ? j : species;
        }
        double value = BASE.profile(1, species) * 1.3;

        Factorisation found = ConstrainedFactors.fit(
                        DATA, SETTINGS, BASE, List.of(new FactorConstraint.Range(1, species, value, value)))
                .solution();

        assertThat(found.profile(1, species)).isCloseTo(value, within(1e-9 * value));
        assertThat(found.qTrue()).isGreaterThan(BASE.qTrue());
        assertThat(found.converged()).isTrue();
    }

    @Test
    void aSpeciesIsTakenOutOfAFactor() {
        Factorisation found = ConstrainedFactors.fit(
                        DATA, SETTINGS, BASE, List.of(new FactorConstraint.Range(0, 7, 0, 0)))
                .solution();

        assertThat(found.profile(0, 7)).isZero();
    }

    @Test
    void aRangeThatHoldsAlreadyChangesNothing() {
        double value = BASE.profile(2, 1);

        Factorisation found = ConstrainedFactors.fit(
                        DATA, SETTINGS, BASE, List.of(new FactorConstraint.Range(2, 1, 0, value + 1)))
                .solution();

        assertThat(found.qTrue()).isCloseTo(BASE.qTrue(), within(1e-6 * BASE.qTrue()));
    }

    @Test
    void aPullUpRaisesTheElementWithinItsAllowance() {
        Factorisation found = ConstrainedFactors.fit(
                        DATA, SETTINGS, BASE, List.of(new FactorConstraint.Pull(0, 8, true, 0.01)))
                .solution();

        assertThat(found.profile(0, 8)).isGreaterThan(BASE.profile(0, 8));
        assertThat(found.qTrue() / BASE.qTrue() - 1).isBetween(0.008, 0.0101);
    }

    @Test
    void aPullDownEndsAtZero() {
        int faint = 0;
        for (int e = 1; e < BASE.profile().length; e++) {
            double now = BASE.profile()[e];
            faint = now > 0 && (BASE.profile()[faint] == 0 || now < BASE.profile()[faint]) ? e : faint;
        }

        Factorisation found = ConstrainedFactors.fit(
                        DATA,
                        SETTINGS,
                        BASE,
                        List.of(new FactorConstraint.Pull(
                                faint / MadeSamples.SPECIES, faint % MadeSamples.SPECIES, false, 0.5)))
                .solution();

        assertThat(found.profile()[faint]).isZero();
        assertThat(found.qTrue()).isLessThan(1.5 * BASE.qTrue());
    }

    @Test
    void aFactorIsAbsentFromASample() {
        int sample = 17;

        Factorisation found = ConstrainedFactors.fit(
                        DATA, SETTINGS, BASE, List.of(new FactorConstraint.Absent(1, sample)))
                .solution();

        assertThat(found.contribution(1, sample)).isZero();
    }

    @Test
    void rangesThatDoNotMeetAreRefused() {
        assertThatThrownBy(() -> ConstrainedFactors.fit(
                        DATA,
                        SETTINGS,
                        BASE,
                        List.of(new FactorConstraint.Range(0, 0, 0, 1), new FactorConstraint.Range(0, 0, 2, 3))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fpeakRaisesQAndSharpensProfilesOrContributions() {
        Factorisation sharper = FactorRotation.fpeak(DATA, SETTINGS, BASE, 0.3).solution();
        Factorisation mixed = FactorRotation.fpeak(DATA, SETTINGS, BASE, -0.3).solution();

        assertThat(sharper.qTrue()).isGreaterThan(BASE.qTrue());
        assertThat(mixed.qTrue()).isGreaterThan(BASE.qTrue());
        assertThat(zeros(sharper.profile())).isGreaterThan(zeros(mixed.profile()));
        assertThat(zeros(mixed.contribution())).isGreaterThan(zeros(sharper.contribution()));
    }

    @Test
    void fpeakOfStrengthZeroIsTheBase() {
        assertThat(FactorRotation.fpeak(DATA, SETTINGS, BASE, 0).solution()).isSameAs(BASE);
    }

    private static long zeros(double[] values) {
        return Arrays.stream(values).filter(v -> v == 0).count();
    }
}
