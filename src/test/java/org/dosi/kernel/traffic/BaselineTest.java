package org.dosi.kernel.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final LocalDate FIRST = LocalDate.parse("2022-01-03");
    private static final Set<LocalDate> HOLIDAYS =
            Set.of(LocalDate.parse("2022-02-16"), LocalDate.parse("2022-03-23"), LocalDate.parse("2022-04-20"));

    private static DayClass classOf(LocalDate date) {
        return DayClass.of(date, HOLIDAYS::contains);
    }

    /// Twice as much at six in the evening as at six in the morning; half on Saturdays, a quarter on days off.
    private static double usual(long day, int hour) {
        double shape = 600 - 200 * Math.sin(2 * Math.PI * hour / 24);
        return shape
                * switch (classOf(LocalDate.ofEpochDay(day))) {
                    case WEEKDAY -> 1;
                    case SATURDAY -> 0.5;
                    case DAY_OFF -> 0.25;
                    case BEFORE_HOLIDAY, AFTER_HOLIDAY -> 1.2;
                };
    }

    private static Panel panel(int days, DoubleBinaryOperator byDayAndHour) {
        long first = FIRST.toEpochDay();
        double[] values = new double[days * 24];
        for (int i = 0; i < values.length; i++) {
            long day = first + i / 24;
            values[i] = byDayAndHour.applyAsDouble((double) day, i % 24);
        }
        long[] localS = LongStream.range(0, values.length)
                .map(h -> first * 86_400 + h * 3600)
                .toArray();
        return new Panel(new double[][] {values}, localS, 3600);
    }

    private static long at(String time) {
        return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
    }

    @Test
    void aCityThatRepeatsItselfIsExpected() {
        Baseline baseline =
                Baseline.fit(panel(140, (day, hour) -> usual((long) day, (int) hour)), BaselineTest::classOf);
        assertThat(baseline.expected(0, at("2022-01-05T06:00"))).isCloseTo(400, within(1e-9));
        assertThat(baseline.expected(0, at("2022-01-08T18:00"))).isCloseTo(400, within(1e-9));
        assertThat(baseline.expected(0, at("2022-01-09T18:00"))).isCloseTo(200, within(1e-9));
        // A public holiday is as a Sunday, and a time to come as one that was.
        assertThat(baseline.expected(0, at("2022-02-16T18:00"))).isCloseTo(200, within(1e-9));
        assertThat(baseline.expected(0, at("2023-01-04T18:30"))).isCloseTo(800, within(1e-9));
        assertThat(baseline.days(0, at("2022-01-09T18:00"))).isEqualTo(20 + 3);
    }

    @Test
    void aDayBesideAHolidayIsDrawnTowardsItsOwn() {
        Baseline baseline =
                Baseline.fit(panel(140, (day, hour) -> usual((long) day, (int) hour)), BaselineTest::classOf);
        // Three days were a fifth above: half of the way, on the scale of logarithms.
        assertThat(baseline.expected(0, at("2022-02-15T06:00"))).isCloseTo(400 * Math.sqrt(1.2), within(0.5));
    }

    @Test
    void aDayOfTheWeekHasItsOwnFactor() {
        Panel panel = panel(
                28 * 7,
                (day, hour) -> usual((long) day, (int) hour)
                        * (LocalDate.ofEpochDay((long) day).getDayOfWeek() == DayOfWeek.FRIDAY ? 1.3 : 1));
        Baseline baseline = Baseline.fit(panel, BaselineTest::classOf);
        double drawn = Math.pow(1.3, 28.0 / 36);
        assertThat(baseline.expected(0, at("2022-01-07T06:00"))).isCloseTo(400 * drawn, within(2.0));
        assertThat(baseline.expected(0, at("2022-01-06T06:00"))).isCloseTo(400, within(2.0));
    }

    @Test
    void neitherAFloodNorAFifthOfFaultsMovesIt() {
        Random random = new Random(1);
        Panel panel = panel(140, (day, hour) -> {
            if (day >= FIRST.toEpochDay() + 60 && day < FIRST.toEpochDay() + 63) {
                return 20;
            }
            double noise = 1 + 0.05 * random.nextGaussian();
            return random.nextDouble() < 0.2 ? 9000 : usual((long) day, (int) hour) * noise;
        });
        Baseline baseline = Baseline.fit(panel, BaselineTest::classOf);
        // In the middle of the flood, within the noise of some dozens of days.
        assertThat(baseline.expected(0, at("2022-03-05T18:00"))).isCloseTo(400, within(24.0));
        assertThat(baseline.expected(0, at("2022-03-10T18:00"))).isCloseTo(800, within(36.0));
        assertThat(baseline.spread(0, at("2022-03-10T18:00"))).isBetween(30.0, 80.0);
    }

    @Test
    void theLevelFollowsTheSeasonAndThenHolds() {
        Panel panel = panel(
                280,
                (day, hour) -> usual((long) day, (int) hour)
                        * (1 + 0.2 * Math.sin(2 * Math.PI * (day - FIRST.toEpochDay()) / 280)));
        Baseline baseline = Baseline.fit(panel, BaselineTest::classOf);
        double high = baseline.expected(0, at("2022-03-15T06:00"));
        double low = baseline.expected(0, at("2022-08-02T06:00"));
        assertThat(high / 400).isCloseTo(1.2, within(0.02));
        assertThat(low / 400).isCloseTo(0.8, within(0.02));
        assertThat(baseline.level(0, at("2023-08-02T06:00"))).isEqualTo(baseline.level(0, at("2022-10-09T06:00")));
    }

    @Test
    void theSpreadIsThatOfTheNoise() {
        Random random = new Random(7);
        Panel panel = panel(196, (day, hour) -> usual((long) day, (int) hour) * (1 + 0.1 * random.nextGaussian()));
        Baseline baseline = Baseline.fit(panel, BaselineTest::classOf);
        double[] relative = new double[24];
        for (int hour = 0; hour < 24; hour++) {
            long time = at("2022-03-10T00:00") + hour * 3600L;
            relative[hour] = baseline.spread(0, time) / baseline.expected(0, time);
        }
        assertThat(Arrays.stream(relative).average().orElseThrow()).isCloseTo(0.1, within(0.01));
    }

    @Test
    void whatNeverChangesStillHasASpread() {
        Baseline baseline = Baseline.fit(panel(60, (day, hour) -> hour < 12 ? 10 : 12), BaselineTest::classOf);
        assertThat(baseline.spread(0, at("2022-01-12T06:00"))).isEqualTo(1);
    }

    @Test
    void theFewDaysOfAClassSayMoreOfItThanOthers() {
        Panel week = panel(7, (day, hour) -> usual((long) day, (int) hour));
        Baseline baseline = Baseline.fit(week, BaselineTest::classOf);
        assertThat(baseline.expected(0, at("2022-01-08T06:00"))).isCloseTo(200, within(1e-9));
        assertThat(baseline.days(0, at("2022-01-08T06:00"))).isEqualTo(1);
    }

    @Test
    void aClassThatWasNeverSeenTakesTheNextWider() {
        Panel days = panel(3, (day, hour) -> usual((long) day, (int) hour));
        Baseline baseline = Baseline.fit(days, BaselineTest::classOf);
        assertThat(baseline.days(0, at("2022-01-08T06:00"))).isEqualTo(baseline.days(0, at("2022-01-09T06:00")));
        assertThat(baseline.expected(0, at("2022-01-09T06:00"))).isNotNaN();
    }

    @Test
    void nothingSeenIsNothingExpected() {
        Baseline baseline = Baseline.fit(panel(30, (day, hour) -> hour < 6 ? Double.NaN : 100), BaselineTest::classOf);
        assertThat(baseline.expected(0, at("2022-01-12T03:00"))).isNaN();
        assertThat(baseline.spread(0, at("2022-01-12T03:00"))).isNaN();
        assertThat(baseline.expected(0, at("2022-01-12T06:00"))).isEqualTo(100);
        Baseline empty = Baseline.fit(panel(0, (day, hour) -> 0), BaselineTest::classOf);
        assertThat(empty.expected(0, at("2022-01-12T03:00"))).isNaN();
    }

    @Test
    void fiveMinutesArePooledWithTheirNeighbours() {
        Random random = new Random(3);
        long first = FIRST.toEpochDay();
        double[] values = new double[7 * 288];
        long[] localS = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            localS[i] = first * 86_400 + i * 300L;
            values[i] = 60 + random.nextGaussian() * 4;
        }
        Baseline baseline = Baseline.fit(new Panel(new double[][] {values}, localS, 300), BaselineTest::classOf);
        double[] error = new double[288];
        for (int slot = 0; slot < 288; slot++) {
            error[slot] = Math.abs(baseline.expected(0, at("2022-01-05T00:00") + slot * 300L) - 60);
        }
        // A median of five days errs by 2.1; pooled over a quarter of an hour on either side by less than half of it.
        assertThat(Arrays.stream(error).average().orElseThrow()).isLessThan(1.0);
    }
}
