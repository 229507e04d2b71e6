package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The log of real hours against what the city of Seoul announced at the time.
class SeoulAlertsTest {
    private static final Offset<Double> ROUNDED = Offset.offset(0.5);

    /// Seoul, 8 May 2017: PM10 was 109, 139, 182 and 222 µg/m³ from 8 to 11 o'clock and an advisory was issued
    /// as of 11 o'clock (mbn.co.kr 3216932); it was lifted as of 18 o'clock on 9 May at 92 µg/m³
    /// (ajunews.com 20170509183706218). Hours are announced by their end.
    @Test
    void theDustAdvisoryOfMay2017IsThatOfTheCity() throws IOException {
        double[][] pm10 = Seoul2017.read(6);
        AlertRule rule = AlertsTest.rule(AlertRule.Statistic.MEAN, 2, 150, 100, 300, 150);
        AlertStretch dust = Alerts.of(pm10, rule).getLast();

        assertThat(Seoul2017.end(dust.issuedHour())).isEqualTo(LocalDateTime.of(2017, 5, 8, 11, 0));
        assertThat(Seoul2017.end(dust.endedHour())).isEqualTo(LocalDateTime.of(2017, 5, 9, 18, 0));
        assertThat(dust.ending()).isEqualTo(AlertStretch.Ending.LIFTED);
        double[] mean = Alerts.regional(pm10, rule);
        int issued = dust.issuedHour();
        assertThat(mean[issued - 3]).isEqualTo(109, ROUNDED);
        assertThat(mean[issued - 2]).isEqualTo(139, ROUNDED);
        assertThat(mean[issued - 1]).isEqualTo(182, ROUNDED);
        assertThat(dust.trigger().value()).isEqualTo(222, ROUNDED);
        assertThat(mean[dust.endedHour()]).isEqualTo(92, ROUNDED);
        assertThat(pm10[dust.trigger().station()][issued]).as("Eunpyeong-gu").isEqualTo(287);
    }

    /// The same announcement counts it as the sixth of the year, PM2.5 included: with the limits of that year for
    /// PM2.5 (90 and 50) the log has six spells, two of them in both pollutants.
    @Test
    void itWasTheSixthSpellOfTheYear() throws IOException {
        AlertRule pm10 = AlertsTest.rule(AlertRule.Statistic.MEAN, 2, 150, 100, 300, 150);
        AlertRule pm25 = AlertsTest.rule(AlertRule.Statistic.MEAN, 2, 90, 50, 180, 90);
        List<AlertStretch> dust = Alerts.of(Seoul2017.read(6), pm10);
        List<AlertStretch> fine = Alerts.of(Seoul2017.read(7), pm25);

        assertThat(dust)
                .extracting(alert -> Seoul2017.end(alert.issuedHour()).toLocalDate().toString())
                .containsExactly("2017-01-02", "2017-01-27", "2017-03-20", "2017-05-06", "2017-05-08");
        assertThat(fine)
                .extracting(alert -> Seoul2017.end(alert.issuedHour()).toLocalDate().toString(), AlertStretch::level)
                .containsExactly(
                        tuple("2017-01-02", AlertLevel.ADVISORY),
                        tuple("2017-01-18", AlertLevel.ADVISORY),
                        tuple("2017-03-20", AlertLevel.ADVISORY));
    }
}
