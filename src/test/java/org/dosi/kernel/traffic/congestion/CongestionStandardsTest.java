package org.dosi.kernel.traffic.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.dosi.kernel.traffic.Panel;
import org.dosi.kernel.traffic.congestion.RoadStandard.Level;
import org.junit.jupiter.api.Test;

class CongestionStandardsTest {
    private static final long MONDAY = LocalDate.of(2022, 6, 13).toEpochDay();

    @Test
    void displaysChangeAtTheirBounds() {
        assertThat(RoadStandard.STREET.level(15)).isEqualTo(Level.CONGESTED);
        assertThat(RoadStandard.STREET.level(15.1)).isEqualTo(Level.SLOW);
        assertThat(RoadStandard.STREET.level(25)).isEqualTo(Level.SMOOTH);
        assertThat(RoadStandard.URBAN_EXPRESSWAY.level(30)).isEqualTo(Level.CONGESTED);
        assertThat(RoadStandard.URBAN_EXPRESSWAY.level(49.9)).isEqualTo(Level.SLOW);
        assertThat(RoadStandard.URBAN_EXPRESSWAY.level(50)).isEqualTo(Level.SMOOTH);
        assertThat(RoadStandard.EXPRESSWAY.level(49.9)).isEqualTo(Level.CONGESTED);
        assertThat(RoadStandard.EXPRESSWAY.level(50)).isEqualTo(Level.NOT_CONGESTED);
        assertThat(RoadStandard.UNKNOWN.level(20)).isEqualTo(Level.UNKNOWN);
        assertThat(RoadStandard.STREET.level(Double.NaN)).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void legalThresholdsDependOnTheLanes() {
        assertThat(RoadStandard.URBAN_EXPRESSWAY.legalKmPerH()).isEqualTo(30);
        assertThat(RoadStandard.WIDE_ARTERIAL.legalKmPerH()).isEqualTo(21);
        assertThat(RoadStandard.ARTERIAL.legalKmPerH()).isEqualTo(15);
        assertThat(RoadStandard.STREET.legalKmPerH()).as("lanes unknown").isNaN();
    }

    /// KHCM (2013), Tables 12-1 and 12-10.
    @Test
    void levelsOfServiceChangeAtTheirLowerBounds() {
        assertThat(ArterialType.TYPE_1.levelOfService(67)).isEqualTo("A");
        assertThat(ArterialType.TYPE_1.levelOfService(66.9)).isEqualTo("B");
        assertThat(ArterialType.TYPE_2.levelOfService(18)).isEqualTo("E");
        assertThat(ArterialType.TYPE_3.levelOfService(11.9)).isEqualTo("F");
        assertThat(ArterialType.TYPE_3.levelOfService(5)).isEqualTo("FF");
        assertThat(ArterialType.TYPE_3.levelOfService(4.9)).isEqualTo("FFF");
        assertThat(ArterialType.TYPE_3.levelOfService(Double.NaN)).isEmpty();
    }

    /// 23 CFR 490.511: Monday to Friday 6–10, 10–16, 16–20, weekends 6–20.
    @Test
    void periodsBeginInclusiveAndEndExclusive() {
        assertThat(DayPeriod.WEEKDAY_06_10.has(MONDAY, 6 * 3600)).isTrue();
        assertThat(DayPeriod.WEEKDAY_06_10.has(MONDAY, 6 * 3600 - 1)).isFalse();
        assertThat(DayPeriod.WEEKDAY_06_10.has(MONDAY, 10 * 3600)).isFalse();
        assertThat(DayPeriod.WEEKDAY_10_16.has(MONDAY, 10 * 3600)).isTrue();
        assertThat(DayPeriod.WEEKDAY_06_10.has(MONDAY + 5, 6 * 3600)).isFalse();
        assertThat(DayPeriod.WEEKEND_06_20.has(MONDAY + 5, 6 * 3600)).isTrue();
        assertThat(DayPeriod.WEEKEND_06_20.has(MONDAY + 6, 20 * 3600)).isFalse();
        assertThat(DayPeriod.ALL.has(MONDAY, 0)).isTrue();
    }

    /// By hand: nights of 60 … 80 km/h, days of 30: the 85th percentile of the nights is 77.
    @Test
    void freeFlowIsTakenWhereTrafficIsLight() {
        double[] speed = new double[24 * 3];
        Arrays.fill(speed, 30);
        int night = 0;
        for (int hour = 0; hour < speed.length; hour++) {
            if (hour % 24 >= 22 || hour % 24 < 5) {
                speed[hour] = 60 + night++;
            }
        }
        Panel panel = panel(speed);

        assertThat(night).isEqualTo(21);
        assertThat(FreeFlow.NIGHT.of(panel, 0)).isCloseTo(77, within(1e-9));
        assertThat(FreeFlow.OFF_PEAK.of(panel, 0)).isEqualTo(30);
        // 21 of 72 are faster: the 25th percentile of travel times is that of a speed of 62 to 63.
        assertThat(FreeFlow.TORONTO_HIGHWAY.of(panel, 0)).isBetween(62.0, 63.0);
        assertThat(FreeFlow.TORONTO_STREET.of(panel, 0)).isBetween(72.0, 74.0);
    }

    @Test
    void tooFewNightHoursTellNoFreeFlow() {
        double[] speed = new double[24 * 2];
        Arrays.fill(speed, 50);

        assertThat(FreeFlow.NIGHT.of(panel(speed), 0)).as("14 hours").isNaN();
    }

    private static Panel panel(double[] speed) {
        long[] local = new long[speed.length];
        Arrays.setAll(local, i -> MONDAY * 86_400 + i * 3600L);
        return new Panel(new double[][] {speed}, local, 3600);
    }
}
