package org.dosi.kernel.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FactorErrorsTest {
    private static final FitSettings SETTINGS = FitSettings.of(MadeSamples.FACTORS, false);

    /// By hand: two equal samples of 1 and 2 with uncertainties of 1. With the mean contribution held at 1 both
    /// contributions stay 1, so an element moved by d raises Q by 2d²: by 4 at d = √2. The first can only
    /// fall by 1.
    @Test
    void displacementEndsWhereQHasRisenByTheLevel() {
        Samples data = new Samples(2, 2, new double[] {1, 2, 1, 2}, new double[] {1, 1, 1, 1});
        FitSettings settings = FitSettings.of(1, false);
        Factorisation base =
                PositiveMatrixFactorisation.fromStarts(data, settings, 1, 1).best();

        FactorDisplacement.Intervals moved = FactorDisplacement.displace(
                data,
                settings,
                HeldSolution.free(base),
                new double[] {4},
                new boolean[] {true, true},
                FactorErrorsTest::nothing);

        double near = 1e-6;
        assertThat(moved.upper()[0]).containsExactly(new double[] {1 + Math.sqrt(2), 2 + Math.sqrt(2)}, within(near));
        assertThat(moved.lower()[0]).containsExactly(new double[] {0, 2 - Math.sqrt(2)}, within(near));
        assertThat(moved.displacements()).isEqualTo(4);
        assertThat(moved.swapped(0)).isFalse();
    }

    /// Q at an end of an interval, fitted again by itself, is the base's Q and the level.
    @Test
    void everyEndOfAnIntervalHasTheQItStandsFor() {
        Samples data = MadeSamples.of(1, 21);
        Factorisation base =
                PositiveMatrixFactorisation.fromStarts(data, SETTINGS, 4, 1).best();
        boolean[] active = new boolean[MadeSamples.SPECIES];
        active[3] = true;

        FactorDisplacement.Intervals moved = FactorDisplacement.displace(
                data,
                SETTINGS,
                HeldSolution.free(base),
                FactorDisplacement.levels(),
                active,
                FactorErrorsTest::nothing);

        for (int level = 0; level < 4; level++) {
            for (int k = 0; k < MadeSamples.FACTORS; k++) {
                double value = moved.upper()[level][k * MadeSamples.SPECIES + 3];
                Rules rules = Rules.free(3, data.samples(), data.species()).withElement(k, 3, value);
                double q = new Alternation(new Weights(data), rules, false)
                        .run(base.contribution(), base.profile(), 1e-13, 5000)
                        .objective();
                assertThat(q - base.qTrue()).isCloseTo(moved.levels()[level], within(0.02 * moved.levels()[level]));
                assertThat(moved.lower()[level][k * MadeSamples.SPECIES + 3])
                        .isLessThanOrEqualTo(base.profile(k, 3))
                        .isNotNegative();
                assertThat(moved.upper()[level][k * MadeSamples.SPECIES + 4]).isNaN();
            }
        }
        assertThat(moved.largestFall()).as("the base is a minimum").isLessThan(0.01);
    }

    @Test
    void theBootstrapFindsClearFactorsAgain() {
        Samples data = MadeSamples.of(1, 22);
        Factorisation base =
                PositiveMatrixFactorisation.fromStarts(data, SETTINGS, 4, 1).best();

        FactorBootstrap.Mapped mapped =
                FactorBootstrap.resample(data, SETTINGS, HeldSolution.free(base), 30, 5, 1, FactorErrorsTest::nothing);

        for (int k = 0; k < MadeSamples.FACTORS; k++) {
            assertThat(mapped.shareMapped(k)).isEqualTo(1);
            for (int j = 0; j < MadeSamples.SPECIES; j++) {
                assertThat(mapped.quantile(k, j, 0.05)).isLessThanOrEqualTo(mapped.quantile(k, j, 0.95));
            }
        }
        int strongest = k(base, 6);
        assertThat(base.profile(strongest, 6))
                .isBetween(mapped.quantile(strongest, 6, 0.01), mapped.quantile(strongest, 6, 0.99));
    }

    @Test
    void theSameSeedDrawsTheSameResamples() {
        Samples data = MadeSamples.of(1, 23);
        Factorisation base =
                PositiveMatrixFactorisation.fromStarts(data, SETTINGS, 2, 1).best();

        FactorBootstrap.Mapped once =
                FactorBootstrap.resample(data, SETTINGS, HeldSolution.free(base), 5, 3, 9, FactorErrorsTest::nothing);
        FactorBootstrap.Mapped again =
                FactorBootstrap.resample(data, SETTINGS, HeldSolution.free(base), 5, 3, 9, FactorErrorsTest::nothing);

        assertThat(again.profile()).isDeepEqualTo(once.profile());
    }

    @Test
    void rowsAreDrawnInBlocks() {
        int[] rows = FactorBootstrap.drawRows(100, 7, 3);

        assertThat(rows).hasSize(100);
        for (int r = 0; r < rows.length; r++) {
            assertThat(rows[r]).isBetween(0, 99);
            if (r % 7 > 0) {
                assertThat(rows[r]).isEqualTo(rows[r - 1] + 1);
            }
        }
    }

    @Test
    void samplesThatDoNotDependOnEachOtherAreDrawnOneByOne() {
        Factorisation base = PositiveMatrixFactorisation.fromStarts(MadeSamples.of(0, 24), SETTINGS, 2, 1)
                .best();

        assertThat(FactorBootstrap.blockSize(base)).isEqualTo(1);
    }

    @Test
    void bootstrapWithDisplacementIsWiderThanDisplacement() {
        Samples data = MadeSamples.of(1, 25);
        Factorisation base =
                PositiveMatrixFactorisation.fromStarts(data, SETTINGS, 4, 1).best();
        boolean[] active = new boolean[MadeSamples.SPECIES];
        active[6] = true;
        double[] levels = {4};

        FactorDisplacement.Intervals moved = FactorDisplacement.displace(
                data, SETTINGS, HeldSolution.free(base), levels, active, FactorErrorsTest::nothing);
        BootstrapDisplacement.Intervals both = BootstrapDisplacement.run(
                data,
                SETTINGS,
                HeldSolution.free(base),
                new BootstrapDisplacement.Resampling(12, 3, 1),
                levels,
                active,
                FactorErrorsTest::nothing);

        int e = k(base, 6) * MadeSamples.SPECIES + 6;
        assertThat(both.kept() + both.unmapped() + both.fell() + both.swapped()).isEqualTo(12);
        assertThat(both.kept()).isGreaterThan(8);
        assertThat(both.upper()[0][e] - both.lower()[0][e]).isGreaterThan(moved.upper()[0][e] - moved.lower()[0][e]);
    }

    /// The factor that has most of a species.
    private static int k(Factorisation base, int species) {
        int most = 0;
        for (int k = 1; k < base.factors(); k++) {
            most = base.profile(k, species) > base.profile(most, species) ? k : most;
        }
        return most;
    }

    private static void nothing() {
        // Nobody counts.
    }
}
