package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.dosi.kernel.stat.Quantiles;
import org.junit.jupiter.api.Test;

class TrendLevelTest {
    private static final double[] NO_WIND = {};

    private static double mean(double[] values, int count) {
        return Arrays.stream(values, 0, count).average().orElseThrow();
    }

    /// The marginals of the table are the variation by one grouping.
    @Test
    void theCellsOfAColumnMakeUpItsMean() {
        HourSeries nox = LondonHours.of("nox");
        TrendLevel.Cells cells = TrendLevel.of(
                LevelAxis.MONTH.groups(nox, NO_WIND),
                12,
                LevelAxis.HOUR.groups(nox, NO_WIND),
                24,
                nox.values(),
                1,
                TrendLevelTest::mean);
        GroupIntervals months = TimeVariation.means(nox, VariationPart.MONTH, 0.95);
        for (int month = 0; month < 12; month++) {
            double sum = 0;
            int n = 0;
            for (int hour = 0; hour < 24; hour++) {
                sum += cells.value()[hour * 12 + month] * cells.n()[hour * 12 + month];
                n += cells.n()[hour * 12 + month];
            }
            assertThat(n).isEqualTo(months.n()[month]);
            assertThat(sum / n).isEqualTo(months.centre()[month], within(1e-9));
        }
    }

    @Test
    void windsFromZeroAnd360AreNorthAndCalmIsNowhere() {
        HourSeries series = new HourSeries(0, new double[8]);
        double[] wind = {0, 360, 22.4, 22.5, 337.5, 337.4, 180, Double.NaN};
        assertThat(LevelAxis.WIND.groups(series, wind)).containsExactly(0, 0, 0, 1, 0, 7, 4, -1);
    }

    @Test
    void seasonsAndRunningMonthsFollowTheCalendar() {
        HourSeries series = new HourSeries(HourSeries.startOf(LocalDate.of(2019, 11, 30)), new double[24 * 100]);
        int[] season = LevelAxis.SEASON.groups(series, NO_WIND);
        assertThat(season[0]).as("November").isEqualTo(2);
        assertThat(season[24]).as("December").isEqualTo(3);
        assertThat(LevelAxis.SEASON.groups(series, NO_WIND)[24 * 92])
                .as("1 March")
                .isZero();
        int[] month = LevelAxis.MONTH_OF_YEAR.groups(series, NO_WIND);
        assertThat(month[0]).isZero();
        assertThat(month[24 * 32]).as("1 January").isEqualTo(2);
        assertThat(LevelAxis.MONTH_OF_YEAR.count(series)).isEqualTo(5);
        assertThat(LevelAxis.YEAR.count(series)).isEqualTo(2);
    }

    @Test
    void aCellOfTooFewValuesIsEmpty() {
        TrendLevel.Cells cells = TrendLevel.of(
                new int[] {0, 0, 1, -1}, 2, new int[] {0, 0, 0, 0}, 1, new double[] {1, 3, 9, 4}, 2, Quantiles::median);
        assertThat(cells.n()).containsExactly(2, 1);
        assertThat(cells.value()).containsExactly(2, Double.NaN);
        HourSeries nothing = new HourSeries(0, new double[0]);
        assertThat(LevelAxis.YEAR.count(nothing)).isZero();
        assertThat(LevelAxis.YEAR.groups(nothing, NO_WIND)).isEmpty();
    }
}
