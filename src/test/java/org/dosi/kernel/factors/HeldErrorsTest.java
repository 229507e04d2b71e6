package org.dosi.kernel.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// Error estimates of solutions that were held to something.
class HeldErrorsTest {
    private static final FitSettings SETTINGS = FitSettings.of(MadeSamples.FACTORS, false);
    private static final Samples DATA = MadeSamples.of(1, 41);
    private static final Factorisation BASE =
            PositiveMatrixFactorisation.fromStarts(DATA, SETTINGS, 4, 1).best();

    /// Rounding of a mean that is held at 1.
    private static final double NEAR = 1e-6;

    /// Of the factor whose true profile lacks it.
    private static final int LACKING = 6;

    /// By hand: two equal samples of 1 and 2 with uncertainties of 1, the first species fixed at its
    /// value and the second within 1.5 to 3. Moved by d it raises Q by 2d²: by 4 at d = √2, which is
    /// beyond both ends.
    @Test
    void displacementKeepsToRangesAndFixedValues() {
        Samples data = new Samples(2, 2, new double[] {1, 2, 1, 2}, new double[] {1, 1, 1, 1});
        FitSettings settings = FitSettings.of(1, false);
        Factorisation base =
                PositiveMatrixFactorisation.fromStarts(data, settings, 1, 1).best();
        HeldSolution held = ConstrainedFactors.fit(
                data,
                settings,
                base,
                List.of(new FactorConstraint.Range(0, 0, 1, 1), new FactorConstraint.Range(0, 1, 1.5, 3)));
        LongAdder steps = new LongAdder();

        FactorDisplacement.Intervals moved = FactorDisplacement.displace(
                data, settings, held, new double[] {0.125, 4}, new boolean[] {true, true}, steps::increment);

        assertThat(held.isFixed(0, 0)).isTrue();
        assertThat(held.isFixed(0, 1)).isFalse();
        assertThat(moved.lower()[0]).containsExactly(new double[] {1, 1.75}, within(NEAR));
        assertThat(moved.upper()[0]).containsExactly(new double[] {1, 2.25}, within(NEAR));
        assertThat(moved.lower()[1]).containsExactly(new double[] {1, 1.5}, within(NEAR));
        assertThat(moved.upper()[1]).containsExactly(new double[] {1, 3}, within(NEAR));
        assertThat(moved.displacements())
                .as("the fixed element is not displaced")
                .isEqualTo(2);
        assertThat(FactorDisplacement.ends(held, new boolean[] {true, true})).isEqualTo(2);
        assertThat(steps.sum()).isEqualTo(2);
    }

    /// Every constrained element keeps its rule in every resample; the 1st to 99th percentiles of the
    /// factor's other elements hold the truth from which the samples were made.
    @Test
    void theBootstrapHoldsTheConstraintsAndItsIntervalsHoldTheTruth() {
        int k = factorWith(4, 5);
        double fixed = truth(k, 2);
        HeldSolution held = ConstrainedFactors.fit(
                DATA,
                SETTINGS,
                BASE,
                List.of(
                        new FactorConstraint.Range(k, LACKING, 0, 0),
                        new FactorConstraint.Range(k, 2, fixed, fixed),
                        new FactorConstraint.Range(k, 8, 0, truth(k, 8))));

        FactorBootstrap.Mapped mapped =
                FactorBootstrap.resample(DATA, SETTINGS, held, 40, 1, 7, HeldErrorsTest::nothing);

        assertThat(mapped.shareMapped(k)).isEqualTo(1);
        assertThat(mapped.quantile(k, LACKING, 0)).isZero();
        assertThat(mapped.quantile(k, LACKING, 1)).isZero();
        assertThat(mapped.quantile(k, 2, 0)).isCloseTo(fixed, within(NEAR));
        assertThat(mapped.quantile(k, 2, 1)).isCloseTo(fixed, within(NEAR));
        assertThat(mapped.quantile(k, 8, 1)).isLessThanOrEqualTo(truth(k, 8) + NEAR);
        int inside = 0;
        int asked = 0;
        for (int j = 0; j < MadeSamples.SPECIES; j++) {
            if (truth(k, j) > 0 && j != 2 && j != 8) {
                asked++;
                boolean holds =
                        mapped.quantile(k, j, 0.01) <= truth(k, j) && truth(k, j) <= mapped.quantile(k, j, 0.99);
                inside += holds ? 1 : 0;
            }
        }
        assertThat(asked).isEqualTo(4);
        assertThat(inside).isEqualTo(4);
    }

    /// Q and the pull's term rise from a minimum: without the term Q would fall at once.
    @Test
    void aPulledSolutionIsAMinimumOfWhatIsDisplaced() {
        HeldSolution held =
                ConstrainedFactors.fit(DATA, SETTINGS, BASE, List.of(new FactorConstraint.Pull(0, 8, true, 0.01)));
        boolean[] active = new boolean[MadeSamples.SPECIES];
        active[8] = true;

        FactorDisplacement.Intervals moved =
                FactorDisplacement.displace(DATA, SETTINGS, held, new double[] {4}, active, HeldErrorsTest::nothing);
        FactorDisplacement.Intervals free = FactorDisplacement.displace(
                DATA, SETTINGS, HeldSolution.free(held.solution()), new double[] {4}, active, HeldErrorsTest::nothing);

        double rise = held.solution().qTrue() - BASE.qTrue();
        assertThat(moved.largestFall()).isLessThan(0.05);
        assertThat(free.largestFall()).as("forgetting the pull").isGreaterThan(0.5 * rise);
        assertThat(held.solution().profile()[8]).isBetween(moved.lower()[0][8], moved.upper()[0][8]);
    }

    @Test
    void bothTogetherHoldTheConstraints() {
        int k = factorWith(4, 5);
        HeldSolution held =
                ConstrainedFactors.fit(DATA, SETTINGS, BASE, List.of(new FactorConstraint.Range(k, LACKING, 0, 0)));
        boolean[] active = new boolean[MadeSamples.SPECIES];
        active[LACKING] = true;

        BootstrapDisplacement.Intervals both = BootstrapDisplacement.run(
                DATA,
                SETTINGS,
                held,
                new BootstrapDisplacement.Resampling(8, 1, 1),
                new double[] {0.5, 4},
                active,
                HeldErrorsTest::nothing);

        int e = k * MadeSamples.SPECIES + LACKING;
        int own = factorWith(LACKING, LACKING) * MadeSamples.SPECIES + LACKING;
        assertThat(both.kept()).isGreaterThan(5);
        assertThat(both.lower()[1][e]).isZero();
        assertThat(both.upper()[1][e]).isZero();
        assertThat(both.upper()[1][own]).isGreaterThan(both.lower()[1][own]);
    }

    /// A resample that forgot the turn would go back to what the data alone ask for.
    @Test
    void theBootstrapOfATurnedSolutionKeepsTheTurn() {
        HeldSolution turned = FactorRotation.fpeak(DATA, SETTINGS, BASE, -0.4);
        int[] rows = new int[DATA.samples()];
        Arrays.setAll(rows, r -> r);

        Factorisation again =
                FactorBootstrap.fit(DATA, SETTINGS, turned, rows).found().solution();
        Factorisation forgotten = FactorBootstrap.fit(DATA, SETTINGS, HeldSolution.free(turned.solution()), rows)
                .found()
                .solution();

        assertThat(again.qTrue()).isCloseTo(turned.solution().qTrue(), within(1e-4 * BASE.qTrue()));
        assertThat(forgotten.qTrue()).isCloseTo(BASE.qTrue(), within(1e-4 * BASE.qTrue()));
        assertThat(turned.solution().qTrue()).isGreaterThan(1.02 * BASE.qTrue());
    }

    @Test
    void anAbsenceGoesWithItsSampleIntoTheResample() {
        HeldSolution held = ConstrainedFactors.fit(DATA, SETTINGS, BASE, List.of(new FactorConstraint.Absent(1, 17)));
        int[] rows = new int[DATA.samples()];
        Arrays.setAll(rows, r -> r < 60 ? r : 17);

        Factorisation found =
                FactorBootstrap.fit(DATA, SETTINGS, held, rows).found().solution();

        assertThat(found.contribution(1, 17)).isZero();
        assertThat(found.contribution(1, 60)).isZero();
        assertThat(found.contribution(1, 119)).isZero();
        assertThat(found.contribution(0, 60)).isPositive();
    }

    /// Isoprene fixed in the factor that has most of it, half as high again: the resamples keep it and
    /// the rest moves.
    @Test
    void theConstraintsHoldOnRealSamples() throws IOException {
        Samples data = BatonRougeTest.read();
        FitSettings settings = FitSettings.of(4, false);
        Factorisation base =
                PositiveMatrixFactorisation.fromStarts(data, settings, 3, 1).best();
        int species = 17;
        int most = 0;
        for (int k = 1; k < 4; k++) {
            most = base.profile(k, species) > base.profile(most, species) ? k : most;
        }
        double value = 1.5 * base.profile(most, species);
        HeldSolution held = ConstrainedFactors.fit(
                data, settings, base, List.of(new FactorConstraint.Range(most, species, value, value)));

        FactorBootstrap.Mapped mapped =
                FactorBootstrap.resample(data, settings, held, 6, 3, 1, HeldErrorsTest::nothing);

        assertThat(mapped.quantile(most, species, 0)).isCloseTo(value, within(NEAR * value));
        assertThat(mapped.quantile(most, species, 1)).isCloseTo(value, within(NEAR * value));
        assertThat(mapped.quantile(most, 0, 1)).isGreaterThan(mapped.quantile(most, 0, 0));
    }

    /// The true profile element of the factor found as `k`, at a mean contribution of 1 of these very
    /// samples.
    private static double truth(int k, int species) {
        for (int t = 0; t < MadeSamples.FACTORS; t++) {
            if (matched(t) == k) {
                return MadeSamples.meanContribution(41, t) * MadeSamples.PROFILES[t * MadeSamples.SPECIES + species];
            }
        }
        throw new IllegalStateException("no true factor is matched to " + k);
    }

    private static int matched(int trueFactor) {
        return FactorMatching.best(
                FactorMatching.correlations(BASE.profile(), MadeSamples.PROFILES, MadeSamples.SPECIES))[trueFactor];
    }

    /// The factor with the greatest share of two species.
    private static int factorWith(int one, int other) {
        int most = 0;
        for (int k = 1; k < MadeSamples.FACTORS; k++) {
            double now = BASE.shareOfSpecies(k, one) + BASE.shareOfSpecies(k, other);
            double best = BASE.shareOfSpecies(most, one) + BASE.shareOfSpecies(most, other);
            most = now > best ? k : most;
        }
        return most;
    }

    private static void nothing() {
        // Nobody counts.
    }
}
