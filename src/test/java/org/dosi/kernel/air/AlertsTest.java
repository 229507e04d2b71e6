package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final double NONE = Double.NaN;
    private static final AlertRule PM10 = rule(AlertRule.Statistic.MEAN, 2, 150, 100, 300, 150);
    private static final AlertRule OZONE = rule(AlertRule.Statistic.HIGHEST, 1, 0.12, 0.12, 0.3, 0.3, 0.5, 0.5);

    @Test
    void twoHoursInARowIssueAnAdvisory() {
        List<AlertStretch> log = pm10(149, 150, 149.9, 150, 150, 120, 100, 99.9);
        assertThat(log)
                .extracting(
                        AlertStretch::level, AlertStretch::issuedHour, AlertStretch::endedHour, AlertStretch::ending)
                .containsExactly(tuple(AlertLevel.ADVISORY, 4, 7, AlertStretch.Ending.LIFTED));
        assertThat(log.getFirst().trigger().value()).isEqualTo(150);
        assertThat(log.getFirst().peak().hour()).isEqualTo(4);
    }

    @Test
    void onceIssuedAnAdvisoryHoldsDownToItsSecondLimit() {
        assertThat(pm10(160, 160, 101, 100, 100))
                .extracting(AlertStretch::ending)
                .containsExactly(AlertStretch.Ending.IN_FORCE);
    }

    /// By hand: 310 and 320 are two hours above 300, and the first of them with 200 two above 150.
    @Test
    void aWarningReplacesTheAdvisoryAndGivesWayToIt() {
        List<AlertStretch> log = pm10(200, 310, 320, 200, 150, 149, 120, 99);
        assertThat(log)
                .extracting(
                        AlertStretch::level,
                        AlertStretch::beginning,
                        AlertStretch::issuedHour,
                        AlertStretch::endedHour,
                        AlertStretch::ending)
                .containsExactly(
                        tuple(AlertLevel.ADVISORY, AlertStretch.Beginning.ISSUED, 1, 2, AlertStretch.Ending.RAISED),
                        tuple(AlertLevel.WARNING, AlertStretch.Beginning.RAISED, 2, 5, AlertStretch.Ending.LOWERED),
                        tuple(AlertLevel.ADVISORY, AlertStretch.Beginning.LOWERED, 5, 7, AlertStretch.Ending.LIFTED));
    }

    @Test
    void levelsMayBePassedAtOnceInBothDirections() {
        assertThat(pm10(400, 400, 50))
                .extracting(AlertStretch::level, AlertStretch::beginning, AlertStretch::ending)
                .containsExactly(tuple(AlertLevel.WARNING, AlertStretch.Beginning.ISSUED, AlertStretch.Ending.LIFTED));
    }

    @Test
    void anHourWithoutMeasurementsBreaksTheRowAndChangesNothingElse() {
        assertThat(pm10(160, NONE, 160)).isEmpty();
        assertThat(pm10(160, 160, NONE, 120, 99))
                .extracting(AlertStretch::issuedHour, AlertStretch::endedHour)
                .containsExactly(tuple(1, 4));
    }

    @Test
    void afterADayWithoutMeasurementsAnAlertIsLost() {
        double[] hours = new double[40];
        Arrays.fill(hours, NONE);
        hours[0] = 160;
        hours[1] = 160;
        hours[30] = 160;
        hours[31] = 160;
        assertThat(pm10(hours))
                .extracting(AlertStretch::beginning, AlertStretch::endedHour, AlertStretch::ending)
                .containsExactly(
                        tuple(AlertStretch.Beginning.ISSUED, 2, AlertStretch.Ending.LOST),
                        tuple(AlertStretch.Beginning.ISSUED, 40, AlertStretch.Ending.IN_FORCE));
    }

    /// Particles go by the mean of the region: one station at 500 among four does not make an advisory.
    @Test
    void particlesGoByTheMeanAndOzoneByTheHighestStation() {
        double[][] dust = {{500, 500}, {20, 20}, {20, 20}, {20, 20}};
        assertThat(Alerts.of(dust, PM10)).isEmpty();

        double[][] ozone = {{0.05, 0.05, 0.05}, {0.119, 0.12, 0.119}};
        List<AlertStretch> log = Alerts.of(ozone, OZONE);
        assertThat(log)
                .extracting(AlertStretch::level, AlertStretch::issuedHour, AlertStretch::endedHour)
                .containsExactly(tuple(AlertLevel.ADVISORY, 1, 2));
        assertThat(log.getFirst().trigger().station()).isEqualTo(1);
        assertThat(log.getFirst().trigger().stationsOver()).isEqualTo(1);
    }

    @Test
    void ozoneStepsThroughItsThreeLevels() {
        List<AlertStretch> log = Alerts.of(new double[][] {{0.1, 0.13, 0.3, 0.5, 0.49, 0.2, 0.119}}, OZONE);
        assertThat(log)
                .extracting(AlertStretch::level, AlertStretch::issuedHour, AlertStretch::ending)
                .containsExactly(
                        tuple(AlertLevel.ADVISORY, 1, AlertStretch.Ending.RAISED),
                        tuple(AlertLevel.WARNING, 2, AlertStretch.Ending.RAISED),
                        tuple(AlertLevel.SEVERE_WARNING, 3, AlertStretch.Ending.LOWERED),
                        tuple(AlertLevel.WARNING, 4, AlertStretch.Ending.LOWERED),
                        tuple(AlertLevel.ADVISORY, 5, AlertStretch.Ending.LIFTED));
    }

    @Test
    void anHourWithTooFewStationsIsMissing() {
        double[][] stations = {{160, 160}, {NONE, 170}, {NONE, NONE}};
        assertThat(Alerts.regional(stations, PM10)).containsExactly(NONE, 165);
        assertThat(Alerts.of(stations, PM10)).isEmpty();
        assertThat(Alerts.regional(new double[][] {{-1}, {200}}, PM10))
                .as("a mark is no zero")
                .containsExactly(200);
    }

    /// 0.1 + 0.2 is not 0.3 in binary: a mean that is exactly at the limit must reach it.
    @Test
    void aMeanExactlyAtTheLimitReachesIt() {
        AlertRule rule = rule(AlertRule.Statistic.MEAN, 1, 0.3, 0.1);
        assertThat(Alerts.of(new double[][] {{0.1}, {0.2}, {0.6}}, rule)).hasSize(1);
    }

    @Test
    void emptyDataMakeAnEmptyLog() {
        assertThat(Alerts.of(new double[0][], PM10)).isEmpty();
        assertThat(Alerts.of(new double[][] {{}}, PM10)).isEmpty();
        assertThat(pm10(NONE, NONE)).isEmpty();
    }

    private static List<AlertStretch> pm10(double... hours) {
        return Alerts.of(new double[][] {hours}, PM10);
    }

    static AlertRule rule(AlertRule.Statistic statistic, int hours, double... limits) {
        AlertRule.Limit[] pairs = new AlertRule.Limit[limits.length / 2];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = new AlertRule.Limit(limits[2 * k], limits[2 * k + 1]);
        }
        return new AlertRule(statistic, hours, 0.5, List.of(pairs));
    }
    /// By hand: two hours of 80 are below the old advisory of 90; under the new rule the third and the fourth
    /// reach 75 and bring it. At 50 the old rule would lift, the new one, below 35,
    /// does not.
    @Test
    void anAlertGoesOnUnderTheRuleThatReplacesItsOwn() {
        AlertRule old = rule(AlertRule.Statistic.MEAN, 2, 90, 55, 180, 90);
        AlertRule young = rule(AlertRule.Statistic.MEAN, 2, 75, 35, 150, 75);
        double[][] rising = {{80, 80, 80, 80, 50}};
        double[][] lasting = {{95, 95, 50, 50, 30}};

        assertThat(Alerts.of(rising, h -> h < 2 ? old : young))
                .singleElement()
                .satisfies(one -> assertThat(one.issuedHour()).isEqualTo(3));
        assertThat(Alerts.of(lasting, h -> h < 2 ? old : young))
                .singleElement()
                .satisfies(one -> assertThat(one.endedHour()).isEqualTo(4));
        assertThat(Alerts.of(lasting, old))
                .singleElement()
                .satisfies(one -> assertThat(one.endedHour()).isEqualTo(2));
    }
}
