package org.dosi.analysis.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// A store with two networks: stations of 2017 that measure gases and particles, and districts of 2022 with more
/// observations, of particles alone; and one weather station, whose years come from two data sets.
class StoreNetworksTest {
    private static final ObservedProperty PM10 = ObservedProperty.of("pm10", "미세먼지", "PM10");
    private static final ObservedProperty O3 = ObservedProperty.of("o3", "오존", "O3");
    private static final ObservedProperty SPEED = ObservedProperty.of("wind_speed", "풍속", "Wind speed");
    private static final ObservedProperty FROM = ObservedProperty.of("wind_direction", "풍향", "Wind direction");
    private static final Instant YEAR_2017 = Instant.parse("2016-12-31T15:00:00Z");
    private static final Instant YEAR_2022 = Instant.parse("2021-12-31T15:00:00Z");
    private static final int HOURS = 48;

    @TempDir
    static Path folder;

    private static ObservationStore store;

    @BeforeAll
    static void fill() {
        store = StoreFiller.open(folder);
        StoreFiller stations = new StoreFiller(StoreFiller.dataset("stations-2017", null));
        for (String code : List.of("1", "2")) {
            stations.add(StoreFiller.place("air-stations:" + code, Name.of(code)));
            hours(stations, "stations-2017", "air-stations:" + code, PM10, YEAR_2017, HOURS);
            hours(stations, "stations-2017", "air-stations:" + code, O3, YEAR_2017, HOURS);
        }
        stations.into(store);
        StoreFiller districts = new StoreFiller(StoreFiller.dataset("districts-2022", null));
        for (String code : List.of("11", "12", "13")) {
            districts.add(StoreFiller.place("gu:" + code, Name.of(code)));
            hours(districts, "districts-2022", "gu:" + code, PM10, YEAR_2022, 3 * HOURS);
        }
        districts.into(store);
        weather("weather-2017", YEAR_2017, HOURS, 1);
        weather("weather-2022", YEAR_2022, 3 * HOURS, 2);
    }

    private static void weather(String dataset, Instant from, int hours, double speed) {
        String place = "weather-stations:108";
        StoreFiller weather = new StoreFiller(StoreFiller.dataset(dataset, null))
                .add(StoreFiller.place(place, Name.of("108")))
                .addHours(StoreFiller.stream(dataset, place, SPEED, "m/s", Step.HOUR), from, hours, _ -> speed)
                .addHours(StoreFiller.stream(dataset, place, FROM, "deg", Step.HOUR), from, hours, _ -> 90);
        weather.into(store);
    }

    private static void hours(
            StoreFiller filler, String dataset, String feature, ObservedProperty property, Instant from, int hours) {
        filler.addHours(StoreFiller.stream(dataset, feature, property, "ug/m3", Step.HOUR), from, hours, h -> 10 + h);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void theNetworkThatObservesMostOfWhatIsAskedIsTaken() {
        AirData data = data(List.of("pm10", "o3"), null, null, TimeWindow.ALL);

        assertThat(stations(data, "pm10")).containsExactly("air-stations:1", "air-stations:2");
        assertThat(stations(data, "o3")).containsExactly("air-stations:1", "air-stations:2");
    }

    @Test
    void withoutValuesAllPollutantsAreAsked() {
        assertThat(stations(data(List.of(), null, null, TimeWindow.ALL), "pm10"))
                .containsExactly("air-stations:1", "air-stations:2");
    }

    @Test
    void ofEquallyFullNetworksTheLatestIsTakenAndSaid() {
        AirData data = data(List.of("pm10"), null, null, TimeWindow.ALL);

        assertThat(stations(data, "pm10")).containsExactly("gu:11", "gu:12", "gu:13");
        assertThat(remarks(data))
                .containsExactly(Name.of(
                        "쓴 자료: 자료 districts-2022(2022-01-01~2022-01-06, collection=gu dataset=districts-2022)."
                                + " 다른 자료도 있습니다: 자료 stations-2017(2017-01-01~2017-01-02,"
                                + " collection=air-stations dataset=stations-2017)"
                                + " (collection, dataset, from과 to로 고릅니다)",
                        "taken from Data districts-2022 (2022-01-01 to 2022-01-06, collection=gu dataset=districts-2022);"
                                + " there is also Data stations-2017 (2017-01-01 to 2017-01-02,"
                                + " collection=air-stations dataset=stations-2017)"
                                + " (choose by collection, dataset, from and to)"));
    }

    @Test
    void whoeverChoosesIsNotContradicted() {
        AirData byCollection = data(List.of("pm10"), "air-stations", null, TimeWindow.ALL);
        AirData byDataset = data(List.of("pm10"), null, "stations-2017", TimeWindow.ALL);
        AirData byTime = data(List.of("pm10"), null, null, new TimeWindow(YEAR_2017, YEAR_2017.plusSeconds(7200)));

        for (AirData data : List.of(byCollection, byDataset, byTime)) {
            assertThat(stations(data, "pm10")).containsExactly("air-stations:1", "air-stations:2");
            assertThat(remarks(data)).isEmpty();
        }
    }

    /// An episode or an hour of 2017 cannot be of the network of 2022.
    @Test
    void aNetworkOfAnotherTimeThanTheOneMeantIsNotRemarked() {
        AirData data = data(List.of("pm10"), null, null, TimeWindow.ALL);
        TimeWindow hours = new TimeWindow(YEAR_2017, YEAR_2017.plusSeconds(7200));

        assertThat(remarks(data)).hasSize(1);
        assertThat(data.provenance("test", List.of(), Map.of(), hours).remarks())
                .isEmpty();
        assertThat(data.provenance("test", List.of(), Map.of(), TimeWindow.ALL).remarks())
                .isEqualTo(remarks(data));
    }

    /// The window of the question decides, not the hours around it that an analysis reads as well.
    @Test
    void moreHoursAroundTheWindowDoNotChangeTheChoice() {
        AirData data = data(List.of("pm10"), null, null, new TimeWindow(YEAR_2017, YEAR_2022));

        assertThat(stations(data.wider(java.time.Duration.ZERO, java.time.Duration.ofDays(3)), "pm10"))
                .containsExactly("air-stations:1", "air-stations:2");
    }

    @Test
    void theWindIsOfTheSameTime() {
        Network network = data(List.of("o3"), null, null, TimeWindow.ALL).network("o3", AirData.Need.REQUIRED);

        assertThat(network.inputs())
                .contains("weather-2017/108/wind_speed")
                .doesNotContain("weather-2022/108/wind_speed");
        assertThat(Objects.requireNonNull(network.wind()).speedMPerS()).containsOnly(1);
    }

    @Test
    void whatNobodyObservesThereIsSaid() {
        assertThatThrownBy(() -> stations(data(List.of("pm10", "o3"), "gu", null, TimeWindow.ALL), "o3"))
                .isInstanceOf(BadSetting.class)
                .hasMessage("expected o3 at stations in the window, found no observation of it at Data districts-2022"
                        + " (2022-01-01 to 2022-01-06, collection=gu dataset=districts-2022)");
        assertThatThrownBy(() -> stations(data(List.of("pm10"), "air-station", null, TimeWindow.ALL), "pm10"))
                .hasMessageStartingWith("collection: expected a collection (air-stations, ")
                .hasMessageEndingWith("found 'air-station'; did you mean air-stations?")
                .satisfies(refusal -> assertThat(((BadSetting) refusal).words().ko())
                        .startsWith("collection: 'air-station'이라는 관측소 모음이(가) 없습니다"));
        assertThatThrownBy(() -> stations(data(List.of("pm10"), null, "x", TimeWindow.ALL), "pm10"))
                .hasMessageStartingWith("dataset: expected a data set (");
    }

    @Test
    void aStationThatObservedNothingInTheWindowIsSaid() {
        AirData data = new StoreAirData(
                SampleCity.SEOUL,
                store,
                Inventory.of(store),
                new StoreAirData.Choice(
                        List.of(),
                        "air-stations:1",
                        null,
                        null,
                        null,
                        new TimeWindow(YEAR_2022, YEAR_2022.plusSeconds(3600)),
                        null,
                        false),
                "test");

        assertThatThrownBy(() -> data.series(List.of(), AirData.Need.NONE, List.of()))
                .isInstanceOf(BadSetting.class)
                .hasMessage(
                        "expected observations at air-stations:1 in the window, found none (2017-01-01 to 2017-01-02)");
    }

    private static AirData data(
            List<String> values, @Nullable String collection, @Nullable String dataset, TimeWindow window) {
        return new StoreAirData(
                SampleCity.SEOUL,
                store,
                Inventory.of(store),
                new StoreAirData.Choice(values, null, null, collection, dataset, window, null, false),
                "test");
    }

    private static List<String> stations(AirData data, String value) {
        return data.network(value, AirData.Need.NONE).stations().stream()
                .map(Network.Station::id)
                .toList();
    }

    private static List<Name> remarks(AirData data) {
        return data.provenance("test", List.of(), Map.of()).remarks();
    }
}
