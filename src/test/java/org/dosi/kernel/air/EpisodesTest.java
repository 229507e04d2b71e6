package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Made-up cities, in which it is known what happened.
class EpisodesTest {
    private static final int START = 1200;

    @Test
    void coarseParticlesOverTheWholeCityAreDust() {
        MadeUpCity city = new MadeUpCity(1);
        city.add(Substance.PM10, START, 24, 250);
        city.add(Substance.PM25, START, 24, 20);

        Episode dust = only(city, EpisodeClass.YELLOW_DUST);

        assertThat(dust.start()).isBetween(START - 1, START + 1);
        assertThat(dust.end()).isBetween(START + 23, START + 26);
        assertThat(dust.confidence()).isGreaterThan(0.95);
        assertThat(dust.evidence().shares().stationsTogether()).isEqualTo(MadeUpCity.STATIONS);
        assertThat(dust.evidence().level().percentile()).isGreaterThan(99);
    }

    @Test
    void fineParticlesWithoutExhaustAreHaze() {
        MadeUpCity city = new MadeUpCity(2);
        city.add(Substance.PM10, START, 48, 75);
        city.add(Substance.PM25, START, 48, 70);

        Episode haze = only(city, EpisodeClass.REGIONAL_HAZE);

        assertThat(haze.confidence()).isGreaterThan(0.9);
        assertThat(haze.evidence().shares().regional()).isGreaterThan(0.8);
        assertThat(haze.evidence().shares().particleGrowth()).isGreaterThan(3);
        assertThat(haze.evidence().shares().combustionGrowth()).isCloseTo(1, within(0.2));
    }

    /// Every station adds as much of everything as it always does, three times over, in still air.
    @Test
    void exhaustThatStaysIsABuildUp() {
        MadeUpCity city = new MadeUpCity(3);
        for (int s = 0; s < MadeUpCity.STATIONS; s++) {
            double near = 0.4 + 0.25 * s;
            city.addAt(s, Substance.PM10, START, 16, 25 * near);
            city.addAt(s, Substance.PM25, START, 16, 25 * near);
            city.addAt(s, Substance.NO2, START, 16, 0.03 * near);
        }
        city.calm(START, 16);

        Episode buildUp = only(city, EpisodeClass.LOCAL_BUILD_UP);

        assertThat(buildUp.lead()).isEqualTo(Substance.PM25);
        assertThat(buildUp.substances()).contains(Substance.NO2);
        assertThat(buildUp.evidence().wind().stagnantHours()).isGreaterThan(12);
        assertThat(kinds(city)).doesNotContain(EpisodeClass.REGIONAL_HAZE);
    }

    @Test
    void ozoneOfTwoAfternoonsIsOneEpisode() {
        MadeUpCity city = new MadeUpCity(4);
        int noon = 50 * 24 + 12;
        city.add(Substance.O3, noon, 7, 0.09);
        city.add(Substance.O3, noon + 24, 7, 0.08);

        Episode ozone = only(city, EpisodeClass.PHOTOCHEMICAL_OZONE);

        assertThat(ozone.hours()).isBetween(29, 35);
        assertThat(ozone.confidence()).isGreaterThan(0.9);
    }

    @Test
    void ozoneAtNightIsLessSurelyPhotochemical() {
        MadeUpCity city = new MadeUpCity(5);
        city.add(Substance.O3, 50 * 24, 6, 0.12);

        assertThat(only(city, EpisodeClass.PHOTOCHEMICAL_OZONE).confidence()).isLessThan(0.6);
    }

    @Test
    void aPlumeAtOneStationIsAnEventEvenIfQualityControlCallsItASpike() {
        MadeUpCity city = new MadeUpCity(6);
        double[] shape = {40, 80, 110, 100, 70, 40};
        for (int i = 0; i < shape.length; i++) {
            city.addAt(4, Substance.PM10, START + i, 1, shape[i]);
            city.addAt(4, Substance.PM25, START + i, 1, shape[i] / 2);
            city.mark(4, Substance.PM10, START + i, Suspicion.SPIKE);
        }

        Episode event = only(city, EpisodeClass.SINGLE_STATION);

        assertThat(event.evidence().level().peakStation()).isEqualTo(4);
        assertThat(event.substances()).containsExactlyInAnyOrder(Substance.PM10, Substance.PM25);
        assertThat(kinds(city)).doesNotContain(EpisodeClass.INSTRUMENT_FAULT);
    }

    /// CO climbs for hours to what no street holds, then the analyser is switched off.
    @Test
    void whatEndsInZerosBeyondAllExperienceIsAFaultEvenIfNobodyMarkedIt() {
        MadeUpCity city = new MadeUpCity(7);
        double[] shape = {3, 6, 15, 30, 45, 60, 70, 65};
        for (int i = 0; i < shape.length; i++) {
            city.addAt(2, Substance.CO, START + i, 1, shape[i]);
        }
        city.set(2, Substance.CO, START + shape.length, 3, 0);

        Episode fault = only(city, EpisodeClass.INSTRUMENT_FAULT);

        assertThat(fault.lead()).isEqualTo(Substance.CO);
        assertThat(fault.confidence()).isGreaterThan(0.9);
        assertThat(kinds(city)).doesNotContain(EpisodeClass.SINGLE_STATION);
    }

    @Test
    void calibrationGasInSeveralAnalysersIsOneFault() {
        MadeUpCity city = new MadeUpCity(8);
        for (Substance gas : List.of(Substance.NO2, Substance.CO)) {
            city.addAt(1, gas, START, 2, gas == Substance.CO ? 10 : 0.2);
            city.mark(1, gas, START, Suspicion.SPIKE);
            city.mark(1, gas, START + 1, Suspicion.SPIKE);
        }

        Episode fault = only(city, EpisodeClass.INSTRUMENT_FAULT);

        assertThat(fault.hours()).isEqualTo(2);
        assertThat(fault.substances()).containsExactlyInAnyOrder(Substance.NO2, Substance.CO);
    }

    @Test
    void anotherUnitOrOrderOfStationsChangesNoEpisode() {
        MadeUpCity city = new MadeUpCity(9);
        city.add(Substance.PM10, START, 30, 150);
        city.add(Substance.PM25, START, 30, 10);
        city.add(Substance.O3, 50 * 24 + 12, 7, 0.09);
        EpisodeLog one = Episodes.of(city.network());

        EpisodeLog other = Episodes.of(city.turnedInPartsPerBillion());

        assertThat(summary(other)).isEqualTo(summary(one)).isNotEmpty();
    }

    @Test
    void aQuietRecordHasNoEpisode() {
        assertThat(Episodes.of(new MadeUpCity(10).network()).episodes()).isEmpty();
    }

    @Test
    void recordsWithoutHoursStationsOrValuesHaveNoEpisode() {
        assertThat(Episodes.of(plain(List.of(), 0)).episodes()).isEmpty();
        assertThat(Episodes.of(plain(List.of(), 48)).episodes()).isEmpty();
        assertThat(Episodes.of(plain(List.of(SubstanceHours.trusted(Substance.PM10, new double[3][0], 100)), 0))
                        .episodes())
                .isEmpty();
        for (double level : new double[] {Double.NaN, 0, 40}) {
            double[][] value = new double[3][48];
            Arrays.stream(value).forEach(row -> Arrays.fill(row, level));
            assertThat(Episodes.of(plain(List.of(SubstanceHours.trusted(Substance.PM10, value, 100)), 48))
                            .episodes())
                    .isEmpty();
        }
        assertThat(Episodes.of(plain(List.of(SubstanceHours.trusted(Substance.O3, new double[][] {{0.2}}, 0.1)), 1))
                        .episodes())
                .as("one hour is less than an episode needs")
                .isEmpty();
    }

    @Test
    void oneStationAloneHasEpisodesWithoutABackground() {
        double[] pm10 = new double[3000];
        Arrays.fill(pm10, 30);
        Arrays.fill(pm10, 1000, 1024, 180);
        double[] pm25 = new double[3000];
        Arrays.fill(pm25, 15);
        Arrays.fill(pm25, 1000, 1024, 25);

        EpisodeLog log = Episodes.of(plain(
                List.of(
                        SubstanceHours.trusted(Substance.PM10, new double[][] {pm10}, 100),
                        SubstanceHours.trusted(Substance.PM25, new double[][] {pm25}, 35)),
                3000));

        assertThat(log.episodes()).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(EpisodeClass.YELLOW_DUST);
            assertThat(e.start()).isEqualTo(1000);
            assertThat(e.end()).isEqualTo(1024);
            assertThat(e.evidence().shares().regional()).isNaN();
            assertThat(e.evidence().wind().speedMPerS()).isNaN();
        });
    }

    /// Below the limit by a hair is not above it.
    @Test
    void inAShortRecordTheLawsLimitDecidesAndTheLimitItselfIsKept() {
        double[] at = new double[100];
        Arrays.fill(at, 20);
        Arrays.fill(at, 40, 60, 50);
        double[] above = at.clone();
        Arrays.fill(above, 40, 60, 50.01);

        assertThat(Episodes.of(plain(List.of(SubstanceHours.trusted(Substance.PM25, new double[][] {at}, 50)), 100))
                        .episodes())
                .isEmpty();
        assertThat(Episodes.of(plain(List.of(SubstanceHours.trusted(Substance.PM25, new double[][] {above}, 50)), 100))
                        .episodes())
                .hasSize(1);
    }

    @Test
    void wrongShapesAreACallersFault() {
        SubstanceHours pm10 = SubstanceHours.trusted(Substance.PM10, new double[2][5], 100);
        assertThatThrownBy(() -> plain(List.of(pm10), 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plain(List.of(pm10, pm10), 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SubstanceHours(Substance.PM10, new double[2][5], new int[1][5], 100))
                .isInstanceOf(IllegalArgumentException.class);
        SubstanceHours other = SubstanceHours.trusted(Substance.O3, new double[3][5], 0.1);
        assertThatThrownBy(() -> plain(List.of(pm10, other), 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Episode only(MadeUpCity city, EpisodeClass kind) {
        List<Episode> found = Episodes.of(city.network()).episodes().stream()
                .filter(e -> e.kind() == kind)
                .toList();
        assertThat(found).as("episodes of %s among %s", kind, kinds(city)).hasSize(1);
        return found.getFirst();
    }

    private static List<EpisodeClass> kinds(MadeUpCity city) {
        return Episodes.of(city.network()).episodes().stream()
                .map(Episode::kind)
                .toList();
    }

    private static List<String> summary(EpisodeLog log) {
        List<String> lines = new ArrayList<>();
        log.episodes()
                .forEach(e -> lines.add("%s %d %d %s %.9f %.9f"
                        .formatted(e.kind(), e.start(), e.end(), e.substances(), e.confidence(), e.severity())));
        return lines;
    }

    private static NetworkHours plain(List<SubstanceHours> substances, int hours) {
        int[] hourOfDay = new int[hours];
        int[] month = new int[hours];
        double[] wind = new double[hours];
        for (int h = 0; h < hours; h++) {
            hourOfDay[h] = h % 24;
            month[h] = 1 + h / 720 % 12;
            wind[h] = Double.NaN;
        }
        return new NetworkHours(substances, hourOfDay, month, wind, wind);
    }
}
