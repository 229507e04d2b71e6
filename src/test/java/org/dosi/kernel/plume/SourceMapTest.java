package org.dosi.kernel.plume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceMapTest {
    private static final int NORTH_WEST = SyntheticCity.GRID.cellAt(-1700, 1300);
    private static final int SOUTH_EAST = SyntheticCity.GRID.cellAt(1700, -1200);

    /// What rounding and the optimum's tolerance leave of a fit that starts elsewhere, of the strength of all.
    private static final double SAME = 1e-6;

    @Test
    void sourcesOfAKnownCityAreFoundWhereTheyAreAndAsStrongAsTheyAre() {
        SourceMap map =
                new SyntheticCity(1).add(NORTH_WEST, 8).add(SOUTH_EAST, 4).map(20);

        List<PlacedSource> sources = map.posterior().sources();
        assertThat(sources).hasSizeBetween(2, 3);
        check(sources.get(0), NORTH_WEST, 8);
        check(sources.get(1), SOUTH_EAST, 4);
        assertThat(map.fit().converged()).isTrue();
    }

    private static void check(PlacedSource source, int cell, double strength) {
        double distance =
                Math.hypot(source.xM() - SyntheticCity.GRID.xM(cell), source.yM() - SyntheticCity.GRID.yM(cell));
        assertThat(distance).isLessThan(SyntheticCity.GRID.cellM());
        assertThat(source.strengthGPerS()).isCloseTo(strength, within(0.25 * strength));
        assertThat(source.lowerGPerS()).isLessThan(source.strengthGPerS());
        assertThat(source.upperGPerS()).isGreaterThan(source.lowerGPerS());
        assertThat(source.probability()).isGreaterThan(0.9);
        assertThat(source.region()).contains(cell);
    }

    /// The surer a source is, the less its replicates may lose it, though weights count its plume as error.
    @Test
    void aSourceFarStrongerThanChanceIsInEveryReplicate() {
        for (double strength : new double[] {50, 200}) {
            PlacedSource source = new SyntheticCity(1)
                    .add(NORTH_WEST, strength)
                    .map(20)
                    .posterior()
                    .sources()
                    .getFirst();
            assertThat(source.probability()).isEqualTo(1);
            assertThat(source.lowerGPerS()).isPositive().isLessThan(strength);
            assertThat(source.upperGPerS()).isGreaterThan(strength);
        }
    }

    @Test
    void noStrengthIsNegativeAndACellOutsideOfTheFitHasNone() {
        SourceMap map = new SyntheticCity(2).add(NORTH_WEST, 5).map(8);

        assertThat(Arrays.stream(map.fit().strengthsGPerS()).boxed().toList())
                .isNotEmpty()
                .allMatch(strength -> strength > 0);
        for (int cell = 0; cell < SyntheticCity.GRID.cells(); cell++) {
            assertThat(map.posterior().probability()[cell]).isBetween(0.0, 1.0 + 1e-9);
        }
    }

    /// Thirty networks of noise at a rate of 10 %: 8 or more alarms have a chance of 0.8 %.
    @Test
    void noiseAloneShowsSourcesNoMoreOftenThanStated() {
        long alarms = java.util.stream.LongStream.range(100, 130)
                .filter(seed -> new SyntheticCity(seed).map(0).fit().cells().length > 0)
                .count();
        assertThat(alarms).isLessThan(8);
    }

    /// The problem has one solution, so the fit that starts from the one before is the fit of all hours: with one hour
    /// more, with two days more, and from a fit of another network altogether.
    @Test
    void moreHoursGiveWhatAllHoursGiveAtOnce() {
        SyntheticCity city = new SyntheticCity(3).add(NORTH_WEST, 8).add(SOUTH_EAST, 4);
        SourceSettings settings = SyntheticCity.settings(0);
        for (int more : new int[] {1, 48}) {
            NetworkHours before = city.hours(city.state.length - more);
            SourceMap map = SourceMap.of(before, SyntheticCity.X, SyntheticCity.Y, city.footprints, settings);
            SourceFit updated =
                    map.refreshed(city.hours(), SyntheticCity.X, SyntheticCity.Y, city.footprints, settings);
            NetworkProblem whole = problem(city);
            SourceFit atOnce = SourceFit.of(whole, map.penalty(), SourceFit.NONE);
            SourceFit elsewhere = SourceFit.of(
                    whole, map.penalty(), new SourceFit(new int[] {3, 100, 200}, new double[] {9, 9, 9}, true, 0));

            assertSame(updated, atOnce);
            assertSame(elsewhere, atOnce);
            assertThat(updated.converged()).isTrue();
        }
    }

    private static void assertSame(SourceFit one, SourceFit other) {
        assertThat(one.cells()).isEqualTo(other.cells()).isNotEmpty();
        for (int i = 0; i < one.cells().length; i++) {
            assertThat(one.strengthsGPerS()[i]).isCloseTo(other.strengthsGPerS()[i], within(SAME * other.totalGPerS()));
        }
    }

    private static NetworkProblem problem(SyntheticCity city) {
        return new NetworkProblem(
                city.footprints,
                city.hours(),
                NetworkProblem.basis(SyntheticCity.X, SyntheticCity.Y, true),
                SyntheticCity.settings(0).sourceRadiusM());
    }

    /// Where nothing is known to be emitted the weights are those by which the penalty was measured, not others.
    @Test
    void aSourceChangesTheWeightsOnlyWhereItsPlumeIs() {
        SyntheticCity city = new SyntheticCity(3).add(NORTH_WEST, 8);
        NetworkProblem problem = problem(city);
        double[] none = problem.weights(new int[0], new double[0]);
        assertThat(none).isEqualTo(problem.weight());
        double[] given = problem.weights(new int[] {NORTH_WEST}, new double[] {8});
        assertThat(given).isNotEqualTo(none);
    }

    /// Of 24 networks with one source each: as many others as chance shows without any source (10 % a map; 8 or more
    /// have a chance of 0.2 %).
    @Test
    void aSourceBringsFewOthersWithIt() {
        int ghosts = 0;
        for (long seed = 200; seed < 224; seed++) {
            for (PlacedSource source : new SyntheticCity(seed)
                    .add(NORTH_WEST, 3)
                    .map(0)
                    .posterior()
                    .sources()) {
                double distance = Math.hypot(
                        source.xM() - SyntheticCity.GRID.xM(NORTH_WEST),
                        source.yM() - SyntheticCity.GRID.yM(NORTH_WEST));
                ghosts += distance > 1500 ? 1 : 0;
            }
        }
        assertThat(ghosts).isLessThan(8);
    }

    @Test
    void theSameSeedGivesTheSameMap() {
        SourceMap one = new SyntheticCity(4).add(NORTH_WEST, 5).map(8);
        SourceMap two = new SyntheticCity(4).add(NORTH_WEST, 5).map(8);
        assertThat(one.fit().strengthsGPerS()).isEqualTo(two.fit().strengthsGPerS());
        assertThat(one.posterior().sources().getFirst().upperGPerS())
                .isEqualTo(two.posterior().sources().getFirst().upperGPerS());
    }

    @Test
    void aSourceMustBeStrongerToBeSeenFarFromTheStations() {
        SourceMap map = new SyntheticCity(5).map(0);
        double[] found = map.told().foundGPerS();
        double[] placed = map.told().placedGPerS();
        assertThat(found[SyntheticCity.GRID.cellAt(100, 100)])
                .isLessThan(found[SyntheticCity.GRID.cellAt(-3900, 3900)]);
        for (int cell = 0; cell < placed.length; cell++) {
            assertThat(placed[cell]).isGreaterThanOrEqualTo(found[cell]).isPositive();
        }
    }

    @Test
    void injectedSourcesAreFoundAndTheirErrorsCounted() {
        SyntheticCity city = new SyntheticCity(6);
        List<SourceRecovery.Outcome> outcomes = recovery(city, new double[] {0, 30}, 9, 8, 0);

        assertThat(outcomes.subList(0, 8)).noneMatch(SourceRecovery.Outcome::found);
        RecoveryScore score = RecoveryScore.of(outcomes.subList(8, 16));
        assertThat(score.trials()).isEqualTo(8);
        assertThat(score.found()).isGreaterThanOrEqualTo(7.0 / 8);
        assertThat(score.errorM()).isLessThan(800);
        assertThat(score.strength().median()).isBetween(0.5, 1.5);
        assertThat(score.held().sources()).isZero();
    }

    private static List<SourceRecovery.Outcome> recovery(
            SyntheticCity city, double[] strengths, int stations, int each, int replicates) {
        return SourceRecovery.of(
                new SourceRecovery.Plan(
                        strengths, new int[] {stations}, each, replicates, EnumSet.allOf(PlumeError.class)),
                city.map(0),
                city.hours(),
                new SourceRecovery.Place(SyntheticCity.X, SyntheticCity.Y, city.footprints),
                SyntheticCity.PLUME,
                SyntheticCity.settings(0));
    }

    /// The rank of a prediction interval: of 20 turns the 19th is passed by one in ten, and by none of a hundred.
    @Test
    void theThresholdIsTheRankThatOneTurnMorePassesAsOftenAsAsked() {
        SyntheticCity city = new SyntheticCity(13);
        MovedWinds winds = new MovedWinds(problem(city));
        ChanceLevel tenth = ChanceLevel.of(winds, 20, 0.1, 1);
        assertThat(tenth.threshold()).isEqualTo(tenth.largest()[18]);
        assertThat(ChanceLevel.of(winds, 20, 0.001, 1).threshold()).isEqualTo(tenth.largest()[19]);
    }

    /// Of 12 sources with all the errors of the injected plume 90 % would be 11; 8 or fewer have a chance of 3 %.
    @Test
    void intervalsAndAreasHoldMostInjectedSources() {
        RecoveryScore score = RecoveryScore.of(recovery(new SyntheticCity(6), new double[] {5}, 9, 12, 24));
        assertThat(score.held().sources()).isGreaterThanOrEqualTo(9);
        assertThat(score.held().strength()).isGreaterThan(8.0 / 12);
        assertThat(score.held().place()).isGreaterThan(8.0 / 12);
    }

    @Test
    void stationsThatTakeNoPartAreMissing() {
        assertThat(recovery(new SyntheticCity(8), new double[] {30}, 4, 1, 0)).hasSize(1);
    }

    @Test
    void aNetworkThatSaysNothingHasNoSources() {
        SyntheticCity city = new SyntheticCity(9);
        Arrays.fill(city.values, Double.NaN);
        SourceMap missing = city.map(4);
        assertThat(missing.fit().cells()).isEmpty();
        assertThat(missing.posterior().sources()).isEmpty();
        Arrays.fill(city.values, 20);
        assertThat(city.map(4).fit().cells()).isEmpty();
    }

    @Test
    void tooFewDaysForChanceAndColumnsOfOtherLengthsAreRefused() {
        SyntheticCity city = new SyntheticCity(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceMap.of(
                        city.hours(24 * 20),
                        SyntheticCity.X,
                        SyntheticCity.Y,
                        city.footprints,
                        SyntheticCity.settings(0)))
                .withMessageContaining("days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkHours(2, new double[3], new int[2], new double[2], 0, new int[2]))
                .withMessageContaining("2 hours of 2 stations");
    }
}
