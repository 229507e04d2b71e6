package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dosi.kernel.stat.Alignment;
import org.junit.jupiter.api.Test;

class AnnualStatisticsTest {
    /// The reference's tolerance.
    private static final double TOLERANCE = 1e-7;

    private static final AirLimit HOUR_200 = new AirLimit(LimitKind.HOUR, 200, 100);
    private static final AirLimit DAY_50 = new AirLimit(LimitKind.DAY, 50, 100);
    private static final AirLimit EIGHT_100 = new AirLimit(LimitKind.HIGHEST_EIGHT_HOURS_OF_DAY, 100, 100);
    private static final AirLimit EIGHT_120 = new AirLimit(LimitKind.HIGHEST_EIGHT_HOURS_OF_DAY, 120, 100);

    private static AnnualOptions options(AirLimit... limits) {
        return new AnnualOptions(
                0.75, Alignment.CENTRE, new double[] {95, 99}, List.of(limits), AnnualOptions.Aot.OPENAIR);
    }

    @Test
    void everyColumnIsThatOfOpenair() {
        List<List<String>> rows = LondonHours.reference("aqStats_no2_o3_pm10_75.csv");
        List<String> head = rows.getFirst();
        Map<String, List<YearStatistics>> found = new HashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String pollutant = row.get(head.indexOf("pollutant"));
            YearStatistics year = found
                    .computeIfAbsent(
                            pollutant,
                            p -> AnnualStatistics.of(
                                    LondonHours.of(p), options(HOUR_200, DAY_50, EIGHT_100, EIGHT_120)))
                    .stream()
                    .filter(y -> String.valueOf(y.year()).equals(row.get(head.indexOf("year"))))
                    .findFirst()
                    .orElseThrow();
            Map<String, Double> ours = new HashMap<>();
            ours.put("dat.cap", year.capturePercent());
            ours.put("mean", year.spread().mean());
            ours.put("min", year.spread().minimum());
            ours.put("max", year.spread().maximum());
            ours.put("median", year.spread().median());
            ours.put("percentile.95", year.spread().percentiles()[0]);
            ours.put("percentile.99", year.spread().percentiles()[1]);
            ours.put("max_daily", year.peaks().day());
            ours.put("roll_8_max", year.peaks().eightHours());
            ours.put("roll_24_max", year.peaks().twentyFourHours());
            for (Map.Entry<String, Double> statistic : ours.entrySet()) {
                assertThat(statistic.getValue())
                        .as("%s of %s in %d", statistic.getKey(), pollutant, year.year())
                        .isEqualTo(LondonHours.number(row.get(head.indexOf(statistic.getKey()))), within(TOLERANCE));
            }
            assertCount(row, head, "hours", year.checks().get(0));
            assertCount(row, head, "days", year.checks().get(1));
            assertCount(row, head, "roll.8.O3.gt.100", year.checks().get(2));
            assertCount(row, head, "roll.8.O3.gt.120", year.checks().get(3));
            if (pollutant.equals("o3")) {
                assertThat(year.aot()).isEqualTo(LondonHours.number(row.get(head.indexOf("AOT40"))));
            }
        }
    }

    private static void assertCount(List<String> row, List<String> head, String column, LimitCheck check) {
        String expected = row.get(head.indexOf(column));
        if (!expected.isEmpty()) {
            assertThat(check.exceedances()).as("%s of %s", column, row).isEqualTo(Integer.parseInt(expected));
        }
    }

    private static HourSeries constantYear(int year, double value) {
        HourSeries empty = new HourSeries(HourSeries.startOf(LocalDate.of(year, 1, 1)), new double[1]).year(year);
        Arrays.fill(empty.values(), value);
        return empty;
    }

    /// By hand: 24 hours at exactly the limit do not exceed, one hour above makes one hour and no day.
    @Test
    void aMeanAtTheLimitDoesNotExceedIt() {
        HourSeries year = constantYear(2019, 50);
        assertThat(AnnualStatistics.of(year, options(DAY_50))
                        .getFirst()
                        .checks()
                        .getFirst()
                        .exceedances())
                .isZero();
        year.values()[100] = 50.1;
        LimitCheck check =
                AnnualStatistics.of(year, options(DAY_50)).getFirst().checks().getFirst();
        assertThat(check.exceedances()).isEqualTo(1);
        assertThat(check.means()).isEqualTo(365);
        assertThat(check.verdict()).isEqualTo(LimitCheck.Verdict.EXCEEDED);
    }

    /// By hand: of 365 days the 99th percentile (type 7) lies 0.36 of the way from the 4th to the 3rd highest:
    /// rank 1 + 364 * 0.99 = 361.36. Four days above leave it above; three leave it at or below the limit only
    /// if the 4th highest and the 3rd average so.
    @Test
    void theKoreanDayLimitIsDecidedByThe99thPercentile() {
        AirLimit day35 = new AirLimit(LimitKind.DAY, 35, 99);
        HourSeries year = constantYear(2019, 20);
        for (int day = 0; day < 3; day++) {
            Arrays.fill(year.values(), day * 24, day * 24 + 24, 60);
        }
        LimitCheck three =
                AnnualStatistics.of(year, options(day35)).getFirst().checks().getFirst();
        assertThat(three.exceedances()).isEqualTo(3);
        assertThat(three.deciding()).isEqualTo(20);
        assertThat(three.verdict()).isEqualTo(LimitCheck.Verdict.MET);

        Arrays.fill(year.values(), 72, 96, 62);
        LimitCheck four =
                AnnualStatistics.of(year, options(day35)).getFirst().checks().getFirst();
        assertThat(four.deciding()).isEqualTo(20 + 0.36 * 40, within(1e-9));
        assertThat(four.verdict()).isEqualTo(LimitCheck.Verdict.MET);

        Arrays.fill(year.values(), 96, 120, 62);
        assertThat(AnnualStatistics.of(year, options(day35))
                        .getFirst()
                        .checks()
                        .getFirst()
                        .verdict())
                .isEqualTo(LimitCheck.Verdict.EXCEEDED);
    }

    /// By hand: 17 of 24 hours are fewer than three quarters, 18 are enough.
    @Test
    void aDayNeedsEighteenHours() {
        double[] hours = new double[24];
        Arrays.fill(hours, 0, 6, Double.NaN);
        Arrays.fill(hours, 6, 24, 4);
        assertThat(AnnualStatistics.dailyMeans(hours, 0.75)).containsExactly(4);
        hours[6] = Double.NaN;
        assertThat(AnnualStatistics.dailyMeans(hours, 0.75)[0]).isNaN();
    }

    /// By hand: three hours around noon of a July day, 10 above 80 each, are 30 µg/m³ h: 15 ppb h. The same at
    /// midnight, or in January, count nothing.
    @Test
    void ozoneAccumulatesInDaylightOfTheGrowingSeason() {
        HourSeries year = constantYear(2019, 20);
        int july = (int) (HourSeries.startOf(LocalDate.of(2019, 7, 1)) - year.firstHour());
        Arrays.fill(year.values(), july + 11, july + 14, 90);
        assertThat(AnnualStatistics.of(year, options()).getFirst().aot()).isEqualTo(15);
        Arrays.fill(year.values(), july, july + 2, 900);
        Arrays.fill(year.values(), 10, 14, 900);
        assertThat(AnnualStatistics.of(year, options()).getFirst().aot()).isEqualTo(15);
        AnnualOptions seoul = new AnnualOptions(
                0.75, Alignment.RIGHT, new double[0], List.of(), new AnnualOptions.Aot(80, 0.5, 37.56, 126.98, 9));
        Arrays.fill(year.values(), july, july + 2, 20);
        assertThat(AnnualStatistics.of(year, seoul).getFirst().aot())
                .as("noon by Korean clocks is day in Seoul")
                .isEqualTo(15);
    }

    @Test
    void nothingAndAYearOfNothingHaveNoStatistics() {
        assertThat(AnnualStatistics.of(new HourSeries(0, new double[0]), options()))
                .isEmpty();
        AnnualOptions none =
                new AnnualOptions(0, Alignment.RIGHT, new double[] {50}, List.of(DAY_50), AnnualOptions.Aot.OPENAIR);
        YearStatistics year =
                AnnualStatistics.of(constantYear(2020, Double.NaN), none).getFirst();
        assertThat(year.capturePercent()).isZero();
        assertThat(year.spread().mean()).isNaN();
        assertThat(year.peaks().eightHours()).isNaN();
        assertThat(year.checks().getFirst().verdict()).isEqualTo(LimitCheck.Verdict.TOO_FEW_DATA);
        assertThat(AnnualStatistics.of(new HourSeries(0, new double[] {3}), none)
                        .getFirst()
                        .spread()
                        .mean())
                .as("one hour, no capture asked")
                .isEqualTo(3);
    }
}
