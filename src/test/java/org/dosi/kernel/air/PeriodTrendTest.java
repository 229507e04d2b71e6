package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.dosi.kernel.stat.BootstrapPlan;
import org.dosi.kernel.stat.RobustTrend;
import org.dosi.kernel.stat.SmoothTrend;
import org.dosi.kernel.stat.StlSpans;
import org.junit.jupiter.api.Test;

class PeriodTrendTest {
    /// The reference's tolerance of a slope.
    private static final double SLOPE_TOLERANCE = 1e-6;

    /// The reference allows its ends 8 % of the interval's width; with its own stream of random numbers they
    /// are met to the digits of the file.
    private static final double END_TOLERANCE = 1e-6;

    /// By hand: the products of the neighbours about the mean 3 are 1, -1 and 1; with a gap 1 and -1.
    @Test
    void neighboursThatResembleEachOtherAreCorrelated() {
        assertThat(PeriodTrend.neighbourCorrelation(new double[] {4, 4, 2, 2})).isEqualTo(1.0 / 3);
        assertThat(PeriodTrend.neighbourCorrelation(
                        new double[] {4, 4, Double.NaN, 4, 2, Double.NaN, 2, Double.NaN, 2}))
                .isZero();
        assertThat(PeriodTrend.neighbourCorrelation(new double[] {1, Double.NaN, 2}))
                .isNaN();
        assertThat(PeriodTrend.neighbourCorrelation(new double[] {1, 1})).isNaN();
    }

    @Test
    void theDeseasonalisedTrendIsThatOfOpenair() {
        double[][] months = LondonHours.means(LondonHours.of("nox"), 12);
        PeriodTrend.Prepared prepared = PeriodTrend.prepare(months[0], months[1], true, StlSpans.OPENAIR);
        assertThat(prepared.deseasonalised()).isTrue();
        assertThat(prepared.filled()).isZero();
        assertReference("TheilSen_nox_deseason_res2.csv", prepared);
    }

    @Test
    void theAnnualTrendIsThatOfOpenair() {
        double[][] years = LondonHours.means(LondonHours.of("nox"), 1);
        assertReference(
                "TheilSen_nox_annual_res2.csv", PeriodTrend.prepare(years[0], years[1], false, StlSpans.OPENAIR));
    }

    private static void assertReference(String file, PeriodTrend.Prepared prepared) {
        List<List<String>> rows = LondonHours.reference(file);
        List<String> head = rows.getFirst();
        List<String> row = rows.get(1);
        RobustTrend trend = PeriodTrend.theilSen(prepared, BootstrapPlan.independent());
        assertThat(trend.slope() * PeriodTrend.DAYS_A_YEAR)
                .isEqualTo(LondonHours.number(row.get(head.indexOf("slope"))), within(SLOPE_TOLERANCE));
        assertThat(trend.lower() * PeriodTrend.DAYS_A_YEAR)
                .isEqualTo(LondonHours.number(row.get(head.indexOf("lower"))), within(END_TOLERANCE));
        assertThat(trend.upper() * PeriodTrend.DAYS_A_YEAR)
                .isEqualTo(LondonHours.number(row.get(head.indexOf("upper"))), within(END_TOLERANCE));
        assertThat(trend.p()).isEqualTo(LondonHours.number(row.get(head.indexOf("p"))), within(1e-8));
        assertThat(trend.intercept()).isEqualTo(LondonHours.number(row.get(head.indexOf("intercept"))), within(1e-6));
        assertThat(trend.upperIntercept())
                .isEqualTo(LondonHours.number(row.get(head.indexOf("intercept.lower"))), within(1e-6));
    }

    /// Ozone's July of 1998 is missing; it is filled, and the filled month counts.
    @Test
    void aMissingMonthIsFilledAndMissingEndsAreDropped() {
        double[][] months = LondonHours.means(LondonHours.of("o3"), 12);
        PeriodTrend.Prepared ozone = PeriodTrend.prepare(months[0], months[1], true, StlSpans.OPENAIR);
        assertThat(ozone.filled()).isEqualTo(1);
        assertThat(ozone.count()).isEqualTo(90);
        double[][] fine = LondonHours.means(LondonHours.of("pm25"), 12);
        PeriodTrend.Prepared dropped = PeriodTrend.prepare(fine[0], fine[1], true, StlSpans.OPENAIR);
        assertThat(dropped.values()).hasSize(86);
        assertThat(dropped.days()[0]).isEqualTo(fine[0][4]);
    }

    @Test
    void blocksMakeTheIntervalOfRelatedMonthsWider() {
        double[][] months = LondonHours.means(LondonHours.of("nox"), 12);
        PeriodTrend.Prepared prepared = PeriodTrend.prepare(months[0], months[1], true, StlSpans.OPENAIR);
        RobustTrend alone = PeriodTrend.theilSen(prepared, BootstrapPlan.independent());
        RobustTrend blocks = PeriodTrend.theilSen(prepared, BootstrapPlan.blocks(prepared.count()));
        assertThat(BootstrapPlan.blocks(90).blockLength()).isEqualTo(4);
        assertThat(blocks.slope()).isEqualTo(alone.slope());
        assertThat(blocks.upper() - blocks.lower()).isGreaterThan(alone.upper() - alone.lower());
    }

    @Test
    void twoYearsAreLeftWithTheirCycle() {
        double[] days = new double[24];
        double[] values = new double[24];
        Arrays.setAll(days, i -> 30.0 * i);
        Arrays.setAll(values, i -> Math.sin(i));
        PeriodTrend.Prepared prepared = PeriodTrend.prepare(days, values, true, StlSpans.OPENAIR);
        assertThat(prepared.deseasonalised()).isFalse();
        assertThat(prepared.values()).containsExactly(values);
    }

    @Test
    void nothingHasNoTrend() {
        PeriodTrend.Prepared none =
                PeriodTrend.prepare(new double[] {1, 2}, new double[] {Double.NaN, Double.NaN}, true, StlSpans.OPENAIR);
        assertThat(none.values()).isEmpty();
        assertThat(PeriodTrend.theilSen(none, BootstrapPlan.independent()).slope())
                .isNaN();
        SmoothTrend smooth = PeriodTrend.smooth(none, 10, 100, 0.95);
        assertThat(smooth.values()).isEmpty();
        assertThat(smooth.n()).isZero();
    }
}
