package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertDoubtsTest {
    private static final AlertRule PM10 = AlertsTest.rule(AlertRule.Statistic.MEAN, 2, 150, 100, 300, 150);
    private static final AlertRule OZONE =
            AlertsTest.rule(AlertRule.Statistic.HIGHEST, 1, 0.12, 0.12, 0.3, 0.3, 0.5, 0.5);
    private static final double LATITUDE = 37.57;
    private static final double LONGITUDE = 127;

    @Test
    void theHighestStationAloneMakesItsAlertDoubtful() {
        double[][] stations = {{0.05, 5.3, 0.05}, {0.05, 0.06, 0.05}};
        AlertStretch fault = Alerts.of(stations, OZONE).getFirst();

        assertThat(AlertDoubts.restsOnSuspects(fault, stations, new int[][] {{0, 1, 0}, {0, 0, 0}}, OZONE))
                .isTrue();
        assertThat(AlertDoubts.restsOnSuspects(fault, stations, new int[2][3], OZONE))
                .isFalse();
        assertThat(AlertDoubts.restsOnSuspects(fault, stations, new int[][] {{1, 0, 1}, {0, 1, 0}}, OZONE))
                .as("the station that brought it is believed")
                .isFalse();
    }

    /// By hand: without the station of 700 the mean of the other three is 160, with it 295.
    @Test
    void aMeanThatReachesTheLimitWithoutTheSuspectStationIsNotInDoubt() {
        double[][] stations = {{700, 700}, {160, 160}, {160, 160}, {160, 160}};
        AlertStretch dust = Alerts.of(stations, PM10).getFirst();
        int[][] marks = {{0, 1}, {0, 0}, {0, 0}, {0, 0}};

        assertThat(AlertDoubts.restsOnSuspects(dust, stations, marks, PM10)).isFalse();
        for (int s = 1; s < 4; s++) {
            stations[s][1] = 149;
        }
        assertThat(AlertDoubts.restsOnSuspects(dust, stations, marks, PM10)).isTrue();
    }

    /// 301, 320 and 160: the warning gives way to the advisory, which 160 and even 120 hold.
    @Test
    void aLoweredLevelIsHeldByItsSecondLimit() {
        double[][] stations = {{301, 320, 140}, {301, 320, 120}, {301, 320, 120}};
        List<AlertStretch> log = Alerts.of(stations, PM10);
        assertThat(log.get(1).beginning()).isEqualTo(AlertStretch.Beginning.LOWERED);
        int[][] marks = {{0, 0, 1}, {0, 0, 0}, {0, 0, 0}};

        assertThat(AlertDoubts.restsOnSuspects(log.get(1), stations, marks, PM10))
                .isFalse();
    }

    /// In Seoul the sun rose at 5:27 and set at 19:48 on 22 July 2017.
    @Test
    void ozoneOfOneStationAtNightIsDoubtful() {
        AlertStretch alone = Alerts.of(new double[][] {{0.198}, {0.03}}, OZONE).getFirst();
        double[] one = {0.198, 0.03};

        assertThat(isLone(alone, one, "2017-07-21T19:00:00Z"))
                .as("4 to 5 o'clock")
                .isTrue();
        assertThat(isLone(alone, one, "2017-07-21T20:00:00Z"))
                .as("the sun rises")
                .isFalse();
        assertThat(isLone(alone, one, "2017-07-22T05:00:00Z")).as("afternoon").isFalse();
        assertThat(isLone(alone, one, "2017-07-22T10:00:00Z"))
                .as("the sun sets")
                .isFalse();
        assertThat(isLone(alone, new double[] {0.198, 0.12}, "2017-07-21T19:00:00Z"))
                .as("two reach it")
                .isFalse();
        assertThat(isLone(alone, new double[] {0.198, Double.NaN}, "2017-07-21T19:00:00Z"))
                .as("nobody else measured")
                .isFalse();
        assertThat(AlertDoubts.isOfOneStationAtNight(alone, one, OZONE, 0, Double.NaN, LONGITUDE))
                .as("nobody knows where")
                .isFalse();
    }

    private static boolean isLone(AlertStretch stretch, double[] network, String start) {
        double hour = Instant.parse(start).getEpochSecond() / 3600.0;
        return AlertDoubts.isOfOneStationAtNight(stretch, network, OZONE, hour, LATITUDE, LONGITUDE);
    }
}
