package org.dosi.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.StoreTrafficData;
import org.dosi.app.DemoCity;
import org.dosi.app.command.Cities;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.model.TimeWindow;
import org.dosi.store.ObservationStore;
import org.dosi.store.Slice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreTrafficDataTest {
    private static final ObservationStore STORE = DemoCity.traffic().store();

    private static StoreTrafficData data(@Nullable String property, @Nullable String dataset, TimeWindow window) {
        return new StoreTrafficData(
                Cities.SEOUL,
                STORE,
                Inventory.of(STORE),
                new StoreTrafficData.Choice(property, dataset, window, null, false),
                "test");
    }

    @Test
    void everyGoodObservationIsInItsPlace() {
        Detectors detectors = data(null, null, TimeWindow.ALL).detectors();
        assertThat(detectors.variable().id()).isEqualTo("traffic_volume");
        assertThat(detectors.startS()[0])
                .isEqualTo(Instant.parse("2021-12-31T15:00:00Z").getEpochSecond());
        assertThat(detectors.steps()).isEqualTo(304 * 24);
        assertThat(detectors.panel().slot(0)).isZero();
        long[] stored = new long[1];
        double[] sum = new double[1];
        STORE.scan(
                new Slice(null, "traffic_volume", null, null, TimeWindow.ALL, null, false), (_, _, _, _, value, _) -> {
                    stored[0]++;
                    sum[0] += value;
                });
        double[] all = java.util.stream.IntStream.range(0, detectors.size())
                .mapToObj(i -> detectors.panel().values(i))
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        assertThat(all).hasSize((int) stored[0]);
        assertThat(Arrays.stream(all).sum()).isEqualTo(sum[0]);
        assertThat(detectors.list()).isSortedAccordingTo(java.util.Comparator.comparing(Detectors.Detector::id));
        assertThat(detectors.list().getFirst().attributes()).containsKeys("point", "direction");
    }

    @Test
    void aWindowCutsOnTheClock() {
        TimeWindow window =
                new TimeWindow(Instant.parse("2022-08-07T15:20:00Z"), Instant.parse("2022-08-10T15:00:00Z"));
        Detectors detectors = data("traffic_volume", null, window).detectors();
        assertThat(detectors.startS()[0])
                .isEqualTo(Instant.parse("2022-08-07T16:00:00Z").getEpochSecond());
        assertThat(detectors.steps()).isEqualTo(71);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> data("traffic_volum", null, TimeWindow.ALL).detectors())
                .isInstanceOf(BadSetting.class)
                .hasMessage("property: expected one that is observed hour by hour or oftener (traffic_volume), found"
                        + " 'traffic_volum'; did you mean traffic_volume?");
        assertThatThrownBy(() -> data(null, "seoul-volum", TimeWindow.ALL).detectors())
                .hasMessageContaining("expected a data set with observations of traffic_volume (seoul-volume)");
        assertThatThrownBy(() -> data(
                                null,
                                null,
                                new TimeWindow(
                                        Instant.parse("2023-01-01T00:00:00Z"), Instant.parse("2023-02-01T00:00:00Z")))
                        .detectors())
                .hasMessage("expected observations of traffic_volume in the window, found none (there are some from"
                        + " 2022-01-01T00:00+09:00 to 2022-11-01T00:00+09:00)");
    }

    @Test
    void itsCalendarIsKorean() {
        var calendar = data(null, null, TimeWindow.ALL).calendar();
        assertThat(Map.of(
                        "Chuseok", calendar.dayClass(LocalDate.parse("2022-09-09")),
                        "before", calendar.dayClass(LocalDate.parse("2022-09-08")),
                        "plain", calendar.dayClass(LocalDate.parse("2022-08-09"))))
                .containsEntry("Chuseok", DayClass.DAY_OFF)
                .containsEntry("before", DayClass.BEFORE_HOLIDAY)
                .containsEntry("plain", DayClass.WEEKDAY);
    }
}
