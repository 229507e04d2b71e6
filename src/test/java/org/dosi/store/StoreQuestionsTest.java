package org.dosi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dosi.model.Flag;
import org.dosi.model.TimeWindow;
import org.junit.jupiter.api.Test;

/// What the store answers with values.
final class StoreQuestionsTest extends AirStoreTest {

    @Test
    void anInstantFindsTheObservationThatHoldsIt() {
        importFile("a.csv", row("101", 0, 30), row("101", 1, 31), flagged(row("102", 0, 9999), Flag.OUT_OF_RANGE));

        assertThat(at(0)).containsExactly(30.0);
        assertThat(at(HOUR - 1)).as("still the first hour").containsExactly(30.0);
        assertThat(at(HOUR)).as("the second hour begins").containsExactly(31.0);
        assertThat(at(2 * HOUR)).as("nothing holds").isEmpty();
        assertThat(store.valuesAt("pm10", null, Instant.ofEpochSecond(T0), true))
                .hasSize(2);
    }

    @Test
    void thinningKeepsTheExtremesAndLeavesFlaggedValuesOut() {
        importFile(
                "a.csv",
                row("101", 0, 10),
                row("101", 1, 20),
                row("101", 2, 60),
                flagged(row("101", 3, 9999), Flag.SPIKE),
                row("101", 4, 5));
        Thinned thinned = store.thin("air/101/pm10", window(0, 6), 2);

        assertThat(thinned.bucketSeconds()).isEqualTo(3 * HOUR);
        assertThat(thinned.start()).containsExactly(T0, T0 + 3 * HOUR);
        assertThat(thinned.min()).containsExactly(10, 5);
        assertThat(thinned.mean()).containsExactly(30, 5);
        assertThat(thinned.max()).containsExactly(60, 5);
        assertThat(thinned.count()).containsExactly(3, 1);
        assertThat(store.listFlagged("air/101/pm10", window(0, 6), 10)).hasSize(1);
    }

    @Test
    void framesHoldWhatIsTrueInEachStep() {
        importFile("a.csv", row("101", 0, 10), row("101", 2, 12), row("102", 1, 21));
        Frames frames = store.frames("pm10", "air-stations", Instant.ofEpochSecond(T0), HOUR, 3);

        assertThat(frames.datastreams()).hasSize(2);
        assertThat(frames.value()).containsExactly(10, Float.NaN, Float.NaN, 21, 12, Float.NaN);
        assertThat(store.frames("pm10", null, Instant.ofEpochSecond(T0), 3 * HOUR, 1)
                        .value())
                .as("several in one frame give their mean")
                .containsExactly(11, 21);
    }

    /// 15:00 UTC is midnight in Seoul, and 9 August 2022 was a Tuesday.
    @Test
    void profilesFollowTheCitysClock() {
        importFile("a.csv", row("101", 0, 10), row("101", 1, 20), row("101", 24, 30));

        assertThat(store.profile("pm10", "air/101/pm10", TimeWindow.ALL, Cycle.HOUR, SEOUL))
                .containsExactly(new ProfileGroup(0, 2, 20, 15, 20, 25), new ProfileGroup(1, 1, 20, 20, 20, 20));
        assertThat(store.profile("pm10", null, TimeWindow.ALL, Cycle.WEEKDAY, SEOUL))
                .extracting(ProfileGroup::group)
                .containsExactly(2, 3);
    }

    @Test
    void summerTimeIsHonouredInProfiles() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        long summer = Instant.parse("2022-07-01T10:00:00Z").getEpochSecond();
        long winter = Instant.parse("2022-12-01T10:00:00Z").getEpochSecond();
        importFile("a.csv", new Row("101", (summer - T0) / HOUR, 1, -1), new Row("101", (winter - T0) / HOUR, 2, -1));
        TimeWindow year = new TimeWindow(Instant.parse("2022-01-01T00:00:00Z"), Instant.parse("2023-01-01T00:00:00Z"));

        assertThat(store.profile("pm10", null, year, Cycle.HOUR, zone))
                .extracting(ProfileGroup::group)
                .containsExactly(11, 12);
    }

    /// The hour before midnight of 31 August in Seoul, and the one after it; a month without any; a flagged
    /// one.
    @Test
    void goodObservationsAreCountedByMonthOfTheCitysClock() {
        long september = 23 * 24;
        importFile("a.csv", row("101", september - 1, 1), row("101", september, 2), row("102", september, 3));
        importFile("b.csv", flagged(row("102", september + 1, 4), Flag.STATUS_REPAIR));

        Map<String, int[]> counts = store.countGoodByMonth("air", YearMonth.of(2022, 7), 3, SEOUL);
        assertThat(counts).containsOnlyKeys("air/101/pm10", "air/102/pm10");
        assertThat(counts.get("air/101/pm10")).containsExactly(0, 1, 1);
        assertThat(counts.get("air/102/pm10")).containsExactly(0, 0, 1);
        assertThat(store.countGoodByMonth("air", YearMonth.of(2022, 7), 1, SEOUL))
                .isEmpty();
    }

    /// A question sees the observations of its own moment, the directory may be a moment older or younger.
    @Test
    void questionsAreAnsweredWhileImportsComeAndGo() throws Exception {
        importFile("a.csv", row("101", 0, 30), row("101", 1, 31));
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> asked = asking.submit(() -> {
                int questions = 0;
                while (!done.get()) {
                    store.listDatastreams();
                    store.countFlags("air");
                    store.valuesAt("pm10", null, Instant.ofEpochSecond(T0), true);
                    store.frames("pm10", null, Instant.ofEpochSecond(T0), HOUR, 4);
                    values(Slice.ALL);
                    questions++;
                }
                return questions;
            });
            for (int round = 0; round < 40; round++) {
                importFile("b" + round + ".csv", row("b" + round, 0, 1), row("c" + round, 1, 2));
                store.remove(store.listImports().getLast().id());
            }
            done.set(true);
            assertThat(asked.get()).isPositive();
        }
        assertThat(values(Slice.ALL)).containsExactly("101@0=30", "101@1=31");
    }
}
