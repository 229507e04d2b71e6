package org.dosi.analysis.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Step;
import org.dosi.model.TimeWindow;
import org.dosi.store.ObservationStore;
import org.dosi.store.SampleCity;
import org.dosi.store.StoreFiller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two places called 종로구: a station with gases and particles in 2017, and a district with
/// particles in 2022.
class StoreStationsTest {
    private static final ObservedProperty PM10 = ObservedProperty.of("pm10", "미세먼지", "PM10");
    private static final ObservedProperty O3 = ObservedProperty.of("o3", "오존", "O3");
    private static final Instant YEAR_2017 = Instant.parse("2016-12-31T15:00:00Z");
    private static final Instant YEAR_2022 = Instant.parse("2021-12-31T15:00:00Z");
    private static final TimeWindow DAY_2017 = new TimeWindow(YEAR_2017, YEAR_2017.plusSeconds(86_400));
    private static final TimeWindow DAY_2022 = new TimeWindow(YEAR_2022, YEAR_2022.plusSeconds(86_400));
    private static final TimeWindow DAY_2019 =
            new TimeWindow(Instant.parse("2019-01-01T00:00:00Z"), Instant.parse("2019-01-02T00:00:00Z"));

    private static final Name JONGNO = Name.of("종로구", "Jongno-gu");

    @TempDir
    static Path folder;

    private static ObservationStore store;

    @BeforeAll
    static void fill() {
        store = StoreFiller.open(folder);
        StoreFiller station = new StoreFiller(StoreFiller.dataset("stations-2017", null))
                .add(StoreFiller.place("air-stations:101", JONGNO));
        hours(station, "stations-2017", "air-stations:101", PM10, YEAR_2017);
        hours(station, "stations-2017", "air-stations:101", O3, YEAR_2017);
        station.into(store);
        StoreFiller district =
                new StoreFiller(StoreFiller.dataset("districts-2022", null)).add(StoreFiller.place("gu:11110", JONGNO));
        hours(district, "districts-2022", "gu:11110", PM10, YEAR_2022);
        district.into(store);
    }

    private static void hours(
            StoreFiller filler, String dataset, String feature, ObservedProperty property, Instant from) {
        filler.addHours(StoreFiller.stream(dataset, feature, property, "ug/m3", Step.HOUR), from, 48, h -> 10 + h);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void ofPlacesWithOneNameTheOneWithObservationsInTheWindowIsTaken() {
        assertThat(input("종로구", List.of("pm10"), DAY_2017)).containsExactly("stations-2017/101/pm10");
        assertThat(input("종로구", List.of("pm10"), DAY_2022)).containsExactly("districts-2022/11110/pm10");
        assertThat(input("jongno-gu", List.of(), DAY_2022)).containsExactly("districts-2022/11110/pm10");
    }

    @Test
    void ofSeveralTheOneThatObservesMostOfWhatIsAskedIsTaken() {
        assertThat(input("종로구", List.of("pm10", "o3"), TimeWindow.ALL))
                .containsExactly("stations-2017/101/pm10", "stations-2017/101/o3");
        assertThat(input("종로구", List.of(), TimeWindow.ALL))
                .containsExactlyInAnyOrder("stations-2017/101/pm10", "stations-2017/101/o3");
    }

    @Test
    void placesThatObserveAsMuchAreNamed() {
        assertThatThrownBy(() -> input("종로구", List.of("pm10"), TimeWindow.ALL))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("station: expected a station of this store, found '종로구', which is ")
                .hasMessageContaining("gu:11110")
                .hasMessageContaining(" or ");
    }

    @Test
    void aMisspeltPropertyIsSaidBeforeTheName() {
        assertThatThrownBy(() -> input("종로구", List.of("pm1"), DAY_2017))
                .hasMessage("value: expected a property of this store, found 'pm1'; did you mean pm10?");
    }

    @Test
    void aWindowInWhichNobodyObservesIsSaidWithTheTimesOfObservations() {
        assertThatThrownBy(() -> input("종로구", List.of("pm10"), DAY_2019))
                .hasMessageStartingWith("station: expected observations of pm10 at '종로구' in the window, found none (")
                .hasMessageContaining("gu:11110 2022-01-01 to 2022-01-02")
                .hasMessageContaining("air-stations:101 2017-01-01 to 2017-01-02")
                .satisfies(refusal -> assertThat(((BadSetting) refusal).words().ko())
                        .startsWith("'종로구'에는 이 기간에 관측값이 없습니다 (")
                        .contains("gu:11110 2022-01-01~2022-01-02"));
        assertThatThrownBy(() -> input("air-stations:101", List.of("pm10"), DAY_2019))
                .hasMessage("expected pm10 at air-stations:101 in the window, found no observation of it there"
                        + " (2017-01-01 to 2017-01-02)");
        assertThatThrownBy(() -> data(null, List.of("o3"), DAY_2022).network("o3", AirData.Need.NONE))
                .hasMessage("expected o3 at stations in the window, found no observation of it"
                        + " (there are some 2017-01-01 to 2017-01-02)")
                .satisfies(refusal -> assertThat(((BadSetting) refusal).words().ko())
                        .endsWith("관측값이 있는 측정소가 없습니다 (2017-01-01~2017-01-02에는 있습니다)"));
    }

    @Test
    void aNameThatNobodyHasGetsTheNearest() {
        assertThatThrownBy(() -> input("종로", List.of("pm10"), DAY_2017))
                .hasMessage("station: expected a station of this store, found '종로'; did you mean 종로구?");
    }

    private static List<String> input(String station, List<String> values, TimeWindow window) {
        return data(station, values, window)
                .series(values, AirData.Need.NONE, List.of())
                .inputs();
    }

    private static AirData data(@Nullable String station, List<String> values, TimeWindow window) {
        return new StoreAirData(
                SampleCity.SEOUL,
                store,
                Inventory.of(store),
                new StoreAirData.Choice(values, station, null, null, null, window, null, false),
                "test");
    }
}
