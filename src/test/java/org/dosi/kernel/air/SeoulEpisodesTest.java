package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The real hours of Seoul. The weather observers of station 108 wrote down when they saw yellow dust
/// (phenomenon 42): witnesses that the kernel never hears.
class SeoulEpisodesTest {
    private static SeoulHours seoul;
    private static EpisodeLog log;
    private static SeoulHours seoul2022;
    private static EpisodeLog log2022;

    @BeforeAll
    static void read() {
        seoul = SeoulHours.of2017();
        log = Episodes.of(seoul.network());
        seoul2022 = SeoulHours.of2022();
        log2022 = Episodes.of(seoul2022.network());
    }

    @Test
    void theDustOf6To9MayIsSeenByTheWholeNetwork() {
        List<Episode> dust = over(EpisodeClass.YELLOW_DUST, "2017-05-06T00:00", "2017-05-09T12:00");

        assertThat(dust).hasSize(1);
        Episode episode = dust.getFirst();
        assertThat(episode.confidence()).isGreaterThan(0.95);
        assertThat(episode.evidence().shares().stationsTogether()).isEqualTo(25);
        assertThat(episode.evidence().shares().coarseFraction()).isGreaterThan(0.8);
        assertThat(episode.evidence().level().networkPeak()).isEqualTo(329);
        assertThat(seoul.at(episode.start())).hasToString("2017-05-05T23:00");
        assertThat(seoul.at(episode.end())).hasToString("2017-05-09T19:00");
    }

    @Test
    void theFirstDaysOfJanuaryAndTheEighteenthAreHaze() {
        assertThat(over(EpisodeClass.REGIONAL_HAZE, "2017-01-01T00:00", "2017-01-03T00:00"))
                .singleElement()
                .satisfies(e -> assertThat(e.confidence()).isGreaterThan(0.9));
        assertThat(over(EpisodeClass.REGIONAL_HAZE, "2017-01-18T00:00", "2017-01-20T00:00"))
                .singleElement()
                .satisfies(e -> assertThat(e.confidence()).isGreaterThan(0.9));
    }

    @Test
    void theThreeGreatFaultsAreFaultsAndNothingElse() {
        assertFault(Substance.CO, "2017-01-15T19:00", "113", 71.7);
        assertFault(Substance.O3, "2017-07-02T21:00", "111", 5.297);
        assertFault(Substance.PM10, "2017-08-20T07:00", "111", 3403);
    }

    private static void assertFault(Substance substance, String time, String station, double value) {
        int hour = seoul.hourAt(time);
        List<Episode> here = log.episodes().stream()
                .filter(e ->
                        e.start() <= hour && hour < e.end() && e.substances().contains(substance))
                .filter(e ->
                        e.evidence().level().peakStation() == seoul.stations().indexOf(station))
                .toList();
        assertThat(here).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(EpisodeClass.INSTRUMENT_FAULT);
            assertThat(e.evidence().level().peak()).isEqualTo(value);
        });
    }

    /// 27 January, 19 April, 6 to 9 May 2017; 4 and 5 March, 27 April, 13 December 2022: all that the
    /// observers saw in these months. Beyond them the kernel finds one short spell in each year, with as much
    /// PM10 and as little PM2.5.
    @Test
    void everyDustThatTheObserversSawIsFoundAndOneMoreAYear() {
        assertThat(starts(seoul, log, EpisodeClass.YELLOW_DUST))
                .containsExactly("2017-01-22", "2017-01-27", "2017-04-19", "2017-05-05");
        assertThat(starts(seoul2022, log2022, EpisodeClass.YELLOW_DUST))
                .containsExactly("2022-03-04", "2022-04-27", "2022-11-26", "2022-12-13");
    }

    @Test
    void ozoneEpisodesLieInTheWarmHalfOfTheYear() {
        List<Episode> ozone = of(log, EpisodeClass.PHOTOCHEMICAL_OZONE);

        assertThat(ozone).hasSizeBetween(10, 25).allSatisfy(e -> {
            assertThat(seoul.at(e.start()).getMonthValue()).isBetween(4, 9);
            assertThat(e.confidence()).isGreaterThan(0.9);
        });
        assertThat(of(log2022, EpisodeClass.PHOTOCHEMICAL_OZONE))
                .as("2022 holds particles alone")
                .isEmpty();
    }

    @Test
    void calmNightsOfExhaustAreBuildUps() {
        assertThat(over(EpisodeClass.LOCAL_BUILD_UP, "2017-02-15T16:00", "2017-02-16T10:00"))
                .as("weak wind, NO2 twice the usual, particles no more than that")
                .hasSize(1);
    }

    /// Station 107 saw PM10 of 125 to 190 in the afternoons of spring with westerly wind, and nobody else did.
    @Test
    void theDustOfOneStreetIsASingleStation() {
        List<Episode> single = of(log, EpisodeClass.SINGLE_STATION);

        assertThat(single).hasSizeBetween(5, 20);
        assertThat(single.stream()
                        .filter(e -> e.lead() == Substance.PM10)
                        .map(e -> seoul.stations().get(e.evidence().level().peakStation())))
                .hasSizeGreaterThan(4)
                .containsOnly("107");
    }

    @Test
    void networkEpisodesOfOneKindDoNotOverlap() {
        for (EpisodeLog one : List.of(log, log2022)) {
            List<Episode> particles = one.episodes().stream()
                    .filter(e -> e.kind() == EpisodeClass.YELLOW_DUST || e.kind() == EpisodeClass.REGIONAL_HAZE)
                    .toList();
            for (int i = 1; i < particles.size(); i++) {
                assertThat(particles.get(i).start())
                        .isGreaterThanOrEqualTo(particles.get(i - 1).end());
            }
        }
    }

    /// With a quarter of the stations left out, and with limits a fifth lower or higher: the dust of May, both
    /// spells of January's haze, and the faults of the stations that stayed.
    @Test
    void theKnownEpisodesDoNotHangOnSomeStationsOrOnALimit() {
        for (int variation = 0; variation < 6; variation++) {
            double factor = new double[] {1, 1, 1, 1, 0.8, 1.2}[variation];
            int dropped = variation < 4 ? variation : -1;
            NetworkHours varied = varied(seoul.network(), dropped, factor);
            EpisodeLog found = Episodes.of(varied);
            String which = "variation " + variation;

            assertThat(holds(seoul, found, EpisodeClass.YELLOW_DUST, "2017-05-06T06:00", "2017-05-08T18:00"))
                    .as(which)
                    .isTrue();
            assertThat(holds(seoul, found, EpisodeClass.REGIONAL_HAZE, "2017-01-02T00:00", "2017-01-03T00:00"))
                    .as(which)
                    .isTrue();
            assertThat(holds(seoul, found, EpisodeClass.REGIONAL_HAZE, "2017-01-18T12:00", "2017-01-19T12:00"))
                    .as(which)
                    .isTrue();
            for (String fault : List.of("2017-01-15T19:00 113", "2017-07-02T21:00 111", "2017-08-20T07:00 111")) {
                int hour = seoul.hourAt(fault.substring(0, 16));
                int station = seoul.stations().indexOf(fault.substring(17));
                if (dropped < 0 || station % 4 != dropped) {
                    assertThat(found.episodes())
                            .as(which + " " + fault)
                            .anyMatch(e -> e.kind() == EpisodeClass.INSTRUMENT_FAULT
                                    && e.start() <= hour
                                    && hour < e.end()
                                    && e.evidence().level().peakHour() >= e.start());
                }
            }
        }
        for (int dropped = 0; dropped < 2; dropped++) {
            EpisodeLog found = Episodes.of(varied(seoul2022.network(), dropped, 1));
            for (String day : List.of("2022-03-04T20:00", "2022-04-27T00:00", "2022-12-13T12:00")) {
                int hour = seoul2022.hourAt(day);
                assertThat(of(found, EpisodeClass.YELLOW_DUST))
                        .as("without %d: %s", dropped, day)
                        .anyMatch(e -> e.start() <= hour + 12 && e.end() >= hour - 12);
            }
        }
    }

    private static boolean holds(SeoulHours hours, EpisodeLog log, EpisodeClass kind, String from, String to) {
        int start = hours.hourAt(from);
        int end = hours.hourAt(to);
        return of(log, kind).stream().anyMatch(e -> e.start() <= start && e.end() >= end);
    }

    /// @param dropped every fourth station from this one is left out; -1 for none
    private static NetworkHours varied(NetworkHours all, int dropped, double factor) {
        List<SubstanceHours> substances = all.substances().stream()
                .map(one -> {
                    int[] kept = java.util.stream.IntStream.range(0, one.stations())
                            .filter(s -> dropped < 0 || s % 4 != dropped)
                            .toArray();
                    double[][] value = new double[kept.length][];
                    int[][] suspicion = new int[kept.length][];
                    for (int i = 0; i < kept.length; i++) {
                        value[i] = one.value()[kept[i]];
                        suspicion[i] = one.suspicion()[kept[i]];
                    }
                    return new SubstanceHours(one.substance(), value, suspicion, factor * one.limit());
                })
                .toList();
        return new NetworkHours(substances, all.hourOfDay(), all.month(), all.windSpeedMPerS(), all.windFromDeg());
    }

    private static List<Episode> of(EpisodeLog log, EpisodeClass kind) {
        return log.episodes().stream().filter(e -> e.kind() == kind).toList();
    }

    private static List<String> starts(SeoulHours hours, EpisodeLog log, EpisodeClass kind) {
        return of(log, kind).stream()
                .map(e -> hours.at(e.start()).toLocalDate().toString())
                .toList();
    }

    /// The episodes of a class that hold the whole span.
    private static List<Episode> over(EpisodeClass kind, String from, String to) {
        int start = seoul.hourAt(from);
        int end = seoul.hourAt(to);
        return of(log, kind).stream()
                .filter(e -> e.start() <= start && e.end() >= end)
                .toList();
    }
}
