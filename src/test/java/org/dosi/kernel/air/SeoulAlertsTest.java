package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The log of real hours against what the city of Seoul announced at the time.
class SeoulAlertsTest {
    private static final Offset<Double> ROUNDED = Offset.offset(0.5);

    /// Seoul, 8 May 2017: PM10 was 109, 139, 182 and 222 µg/m³ from 8 to 11 o'clock and an advisory was
    /// issued as of 11 o'clock (mbn.co.kr 3216932); it was lifted as of 18 o'clock on 9 May at 92 µg/m³
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

    /// The same announcement counts it as the sixth of the year, PM2.5 included: with the limits of that
    /// year for PM2.5 (90 and 50) the log has six spells, two of them in both pollutants.
    @Test
    void itWasTheSixthSpellOfTheYear() throws IOException {
        AlertRule pm10 = AlertsTest.rule(AlertRule.Statistic.MEAN, 2, 150, 100, 300, 150);
        AlertRule pm25 = AlertsTest.rule(AlertRule.Statistic.MEAN, 2, 90, 50, 180, 90);
        List<AlertStretch> dust = Alerts.of(Seoul2017.read(6), pm10);
        List<AlertStretch> fine = Alerts.of(Seoul2017.read(7), pm25);

        assertThat(dust)
                .extracting(
                        alert -> Seoul2017.end(alert.issuedHour()).toLocalDate().toString())
                .containsExactly("2017-01-02", "2017-01-27", "2017-03-20", "2017-05-06", "2017-05-08");
        assertThat(fine)
                .extracting(
                        alert -> Seoul2017.end(alert.issuedHour()).toLocalDate().toString(), AlertStretch::level)
                .containsExactly(
                        tuple("2017-01-02", AlertLevel.ADVISORY),
                        tuple("2017-01-18", AlertLevel.ADVISORY),
                        tuple("2017-03-20", AlertLevel.ADVISORY));
    }

    /// PM2.5 advisories under the limits of July 2018, from the city's mean: issued 12 January 2019 as of
    /// 12 o'clock and lifted on the 15th as of 17 (ajunews.com 20190115215616821); issued 7 May 2021 as
    /// of 15 and lifted on the 9th as of 1 (sisa-news.com 156988); lifted 10 January 2022 as of 21
    /// (asiae.co.kr 2022011021442216215).
    @Test
    void fineParticleAdvisoriesSince2018AreThoseOfTheCity() throws IOException {
        LocalDateTime start = LocalDateTime.of(2018, 1, 1, 0, 0);
        AlertRule rule = AlertsTest.rule(AlertRule.Statistic.MEAN, 2, 75, 35, 150, 75);
        List<String> spells = Alerts.of(new double[][] {cityMeanPm25(start)}, rule).stream()
                .filter(alert -> alert.level() == AlertLevel.ADVISORY)
                .map(alert -> start.plusHours(alert.issuedHour() + 1) + " " + start.plusHours(alert.endedHour() + 1))
                .toList();

        assertThat(spells)
                .contains("2019-01-12T12:00 2019-01-15T17:00", "2021-05-07T15:00 2021-05-09T01:00")
                .anyMatch(spell -> spell.endsWith(" 2022-01-10T21:00"));
    }

    /// The hours of a file that stamps them by their end, 01:00 to 24:00.
    private static double[] cityMeanPm25(LocalDateTime start) throws IOException {
        double[] hours = new double[5 * 366 * 24];
        Arrays.fill(hours, Double.NaN);
        Path file = Path.of("demo/air/seoul-mean-2018-2022/seoul-air.csv.gz");
        try (InputStream packed = Files.newInputStream(file)) {
            String text = new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().skip(1).toList()) {
                String[] cell = line.split(",", -1);
                LocalDateTime day = LocalDate.parse(cell[1].substring(0, 10)).atStartOfDay();
                int hour = (int) ChronoUnit.HOURS.between(start, day) + Integer.parseInt(cell[1].substring(11, 13)) - 1;
                hours[hour] = cell[2].isEmpty() ? Double.NaN : Double.parseDouble(cell[2]);
            }
        }
        return hours;
    }
}
