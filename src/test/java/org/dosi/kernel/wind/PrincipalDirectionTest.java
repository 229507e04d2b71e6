package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Directions;
import org.dosi.kernel.stat.FalseDiscovery;
import org.junit.jupiter.api.Test;

class PrincipalDirectionTest {
    private static final double NAN = Double.NaN;
    private static final SimulatedAir.Source NONE = new SimulatedAir.Source(0, 0);
    /// Sums in another order.
    private static final double ROUNDING = 1e-9;

    private static DirectionRules rules(int permutations, long seed) {
        return new DirectionRules(1, 0.99, 15, permutations, 199, 0.95, seed);
    }

    private static Directions.Arc arc(DirectionFinding f) {
        return new Directions.Arc(f.lowerDeg(), f.upperDeg(), f.widthDeg());
    }

    /// A sea breeze and the traffic share the clock, strong winds dilute, haze lasts for days: nothing of
    /// this is a direction. 150 independent years without a source: 7.5 p values below 0.05 are expected,
    /// and 15 or more come with probability 0.01.
    @Test
    void cyclesThatWindAndAirShareAreNoDirection() {
        long low = IntStream.rangeClosed(1, 150)
                .parallel()
                .filter(seed ->
                        PrincipalDirection.of(SimulatedAir.of(seed, 290, NONE).series(0), rules(199, seed))
                                        .p()
                                <= 0.05)
                .count();

        assertThat(low).as("seeds 1 to 150").isBetween(2L, 14L);
    }

    /// Ten cities of six stations that share wind and haze; every second city has a source at one of its
    /// stations.
    @Test
    void ofManyStationsTheOneWithASourceIsCalledAndFewOthersAre() {
        int called = 0;
        int found = 0;
        for (int seed = 1; seed <= 10; seed++) {
            SimulatedAir.Source[] sources = new SimulatedAir.Source[6];
            Arrays.fill(sources, NONE);
            sources[2] = new SimulatedAir.Source(230, seed % 2 == 0 ? 1 : 0);
            SimulatedAir air = SimulatedAir.of(1000 + seed, 290, sources);
            int city = seed;
            double[] p = IntStream.range(0, 6)
                    .parallel()
                    .mapToDouble(s -> PrincipalDirection.of(air.series(s), rules(1999, 6L * city + s))
                            .p())
                    .toArray();
            double[] q = FalseDiscovery.benjaminiHochberg(p);
            called += (int) Arrays.stream(q).filter(value -> value <= 0.05).count();
            found += seed % 2 == 0 && q[2] <= 0.05 ? 1 : 0;
        }
        assertThat(found).as("seeds 1001 to 1010").isEqualTo(5);
        assertThat(called - found).as("seeds 1001 to 1010").isLessThanOrEqualTo(2);
    }

    /// A source that adds seven tenths, seen for 200 days. Of 100 intervals of 95 % fewer than 90 would
    /// hold the truth with probability 0.01.
    @Test
    void theIntervalHoldsTheSourcesDirection() {
        long held = IntStream.rangeClosed(1, 100)
                .parallel()
                .filter(seed -> {
                    double fromDeg = seed * 37 % 360;
                    SimulatedAir air = SimulatedAir.of(seed, 200, new SimulatedAir.Source(fromDeg, 0.7));
                    return arc(PrincipalDirection.of(air.series(0), rules(19, seed)))
                            .holds(fromDeg);
                })
                .count();

        assertThat(held).as("seeds 1 to 100").isGreaterThanOrEqualTo(90);
    }

    @Test
    void theEffectOfASourceIsFound() {
        SimulatedAir air = SimulatedAir.of(5, 290, new SimulatedAir.Source(120, 1));
        DirectionFinding found = PrincipalDirection.of(air.series(0), rules(999, 5));

        assertThat(found.directionDeg()).isEqualTo(120, within(10.0));
        // The bump of 20° seen through a Gaussian of 15° has 20/25 of its height.
        assertThat(1.8).isBetween(found.ratioLower(), found.ratioUpper());
        assertThat(found.ratio()).isBetween(found.ratioLower(), found.ratioUpper());
        assertThat(found.ratioLower()).isGreaterThan(1.2);
        assertThat(found.p()).isEqualTo(0.001);
        assertThat(found.n()).isBetween(5000, 290 * 24);
    }

    /// One day of dust, a hundred times as much as usual and from one side, is no direction.
    @Test
    void aSingleDayMakesNoDirection() {
        SimulatedAir air = SimulatedAir.of(8, 290, NONE);
        DirectionFinding without = PrincipalDirection.of(air.series(0), rules(999, 8));
        for (int h = 100 * 24; h < 101 * 24; h++) {
            air.stations()[0][h] *= 100;
            air.windFromDeg()[h] = 270;
        }
        DirectionFinding with = PrincipalDirection.of(air.series(0), rules(999, 8));

        assertThat(without.p()).isGreaterThan(0.05);
        assertThat(with.p()).isGreaterThan(0.05);
    }

    @Test
    void theUnitDoesNotMatterAndTheCompassHasNoSeam() {
        SimulatedAir air = SimulatedAir.of(9, 150, new SimulatedAir.Source(90, 0.8));
        DirectionFinding east = PrincipalDirection.of(air.series(0), rules(199, 9));
        double[] parts = Arrays.stream(air.stations()[0]).map(c -> c / 1024).toArray();
        double[] turned = Arrays.stream(air.windFromDeg())
                .map(deg -> deg + 270 >= 360 ? deg - 90 : deg + 270)
                .toArray();
        DirectionFinding north = PrincipalDirection.of(
                new DirectionSeries(air.localHour(), turned, air.windSpeedMPerS(), parts), rules(199, 9));

        assertThat(Directions.turnDeg(north.directionDeg() + 90, east.directionDeg()))
                .isEqualTo(0, within(ROUNDING));
        assertThat(Directions.turnDeg(north.lowerDeg() + 90, east.lowerDeg())).isEqualTo(0, within(ROUNDING));
        assertThat(north.ratio()).isEqualTo(east.ratio(), within(ROUNDING));
        assertThat(north.p()).isEqualTo(east.p());
    }

    @Test
    void windFrom0AndFrom360IsOneDirection() {
        SimulatedAir air = SimulatedAir.of(10, 100, new SimulatedAir.Source(0, 1));
        DirectionFinding asTheyAre = PrincipalDirection.of(air.series(0), rules(99, 1));
        for (int h = 0; h < air.windFromDeg().length; h += 2) {
            air.windFromDeg()[h] += 360;
        }

        assertThat(PrincipalDirection.of(air.series(0), rules(99, 1))).isEqualTo(asTheyAre);
    }

    @Test
    void anExchangeOfWeeksIsSummedAsIfTheHoursWereMoved() {
        SimulatedAir air = SimulatedAir.of(12, 22 * 7, new SimulatedAir.Source(200, 0.3));
        air.windFromDeg()[77] = NAN;
        air.stations()[0][500] = NAN;
        DirectionHours hours = new DirectionHours(air.series(0), 1);
        DirectionNodes nodes = new DirectionNodes(15);
        boolean[] all = new boolean[DirectionNodes.COUNT];
        Arrays.fill(all, true);
        double p = new WeekExchange(hours, nodes, 0.99).pValue(all, 199, new java.util.SplittableRandom(4));

        assertThat(p).isEqualTo(MovedHours.pValue(hours, nodes, 199, new java.util.SplittableRandom(4)));
        assertThat(p).isBetween(0.005, 1.0);
    }

    @Test
    void stillHoursSayNothing() {
        SimulatedAir air = SimulatedAir.of(13, 100, NONE);
        Arrays.fill(air.windSpeedMPerS(), 0.9);

        DirectionFinding found = PrincipalDirection.of(air.series(0), rules(19, 1));

        assertThat(found).isEqualTo(DirectionFinding.none(0));
    }

    @Test
    void aConstantHasADirectionOfNoWeight() {
        SimulatedAir air = SimulatedAir.of(14, 100, NONE);
        Arrays.fill(air.stations()[0], 7);

        DirectionFinding found = PrincipalDirection.of(air.series(0), rules(99, 1));

        assertThat(found.ratio()).isEqualTo(1, within(ROUNDING));
        assertThat(found.p()).isEqualTo(1);
    }

    @Test
    void noneAtAllOrNothingMeasuredHasNoDirection() {
        SimulatedAir air = SimulatedAir.of(15, 100, NONE);
        Arrays.fill(air.stations()[0], 0);
        assertThat(PrincipalDirection.of(air.series(0), rules(19, 1)).p()).isNaN();
        Arrays.fill(air.stations()[0], NAN);
        assertThat(PrincipalDirection.of(air.series(0), rules(19, 1))).isEqualTo(DirectionFinding.none(0));
    }

    @Test
    void aShortSeriesHasNoDirection() {
        double[] none = {};
        DirectionSeries empty = new DirectionSeries(new long[] {}, none, none, none);
        assertThat(PrincipalDirection.of(empty, rules(19, 1))).isEqualTo(DirectionFinding.none(0));
        double[] one = {5};
        DirectionSeries single = new DirectionSeries(new long[] {7}, one, one, one);
        assertThat(PrincipalDirection.of(single, rules(19, 1))).isEqualTo(DirectionFinding.none(1));
    }

    @Test
    void hoursMustAscendAndArraysMustMatch() {
        double[] two = {1, 2};
        assertThatThrownBy(() -> new DirectionSeries(new long[] {5, 5}, two, two, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("localHour");
        assertThatThrownBy(() -> new DirectionSeries(new long[] {5, 6}, two, new double[1], two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("windSpeedMPerS");
        assertThatThrownBy(() -> new DirectionSeries(new long[] {5}, two, two, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("localHour");
    }
}
