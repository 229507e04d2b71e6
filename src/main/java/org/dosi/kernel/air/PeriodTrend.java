package org.dosi.kernel.air;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.BootstrapPlan;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.RegressionSpline;
import org.dosi.kernel.stat.RobustTrend;
import org.dosi.kernel.stat.SeasonalTrend;
import org.dosi.kernel.stat.SmoothTrend;
import org.dosi.kernel.stat.Stl;
import org.dosi.kernel.stat.StlSpans;
import org.dosi.kernel.stat.StructuralModel;
import org.dosi.kernel.stat.TheilSen;

/// Trends of the means of months or years, without their seasonal cycle if wished.
///
/// Defined as openair's `TheilSen` and `smoothTrend` (Carslaw and Ropkins 2012); references
/// `TheilSen_nox_deseason_res2.csv` and `TheilSen_nox_annual_res2.csv`:
///
/// 1. Missing periods at the beginning and the end are dropped.
/// 2. To take the cycle away, missing months are filled by a structural model ([StructuralModel]), the row
///    is taken apart by robust STL ([Stl]), and trend and remainder are kept: filled months count like others.
///    A row of 24 months or less is left as it is. Where some month of the year never has a value, as in
///    a trend of the summers, no model can fill it: then each month's own mean is taken away and the mean of all
///    put in its place.
/// 3. The trend goes through what is left; a period's time is its first day.
public final class PeriodTrend {
    public static final double DAYS_A_YEAR = 365;

    /// Months that a row must exceed for its cycle to be taken away.
    public static final int MONTHS_WITHOUT_CYCLE = 24;

    private static final int MONTHS_A_YEAR = 12;

    private PeriodTrend() {}

    /// What became of the cycle of the year.
    public enum Cycle {
        KEPT,
        STL,
        /// Each month's own mean was taken away.
        MONTH_MEANS
    }

    /// The periods that a trend is laid through.
    ///
    /// @param days first day of each period, days from 1970-01-01
    /// @param values their means, with or without the cycle; NaN is missing
    /// @param cycle how the cycle of the year was taken away
    /// @param filled periods that had no mean and took one from the model
    public record Prepared(double[] days, double[] values, Cycle cycle, int filled) {

        public boolean deseasonalised() {
            return cycle != Cycle.KEPT;
        }

        /// Periods with a value.
        public int count() {
            return (int) Arrays.stream(values).filter(Double::isFinite).count();
        }
    }

    /// Drops missing ends and takes the seasonal cycle away.
    ///
    /// @param days first day of each period, days from 1970-01-01; every period from the first to the last
    /// @param values their means; NaN is missing
    /// @param deseason whether to take the cycle of the year away; only of months
    /// @param spans how; [StlSpans#OPENAIR] is usual
    public static Prepared prepare(double[] days, double[] values, boolean deseason, StlSpans spans) {
        Check.sameLength("days", days, "values", values);
        int from = 0;
        int to = values.length;
        while (from < to && !Double.isFinite(values[from])) {
            from++;
        }
        while (to > from && !Double.isFinite(values[to - 1])) {
            to--;
        }
        double[] time = Arrays.copyOfRange(days, from, to);
        double[] row = Arrays.copyOfRange(values, from, to);
        int known = (int) Arrays.stream(row).filter(Double::isFinite).count();
        if (!deseason || row.length <= MONTHS_WITHOUT_CYCLE) {
            return new Prepared(time, row, Cycle.KEPT, 0);
        }
        long monthsOfYear = monthsOfYear(time, row);
        if (monthsOfYear < MONTHS_A_YEAR && known >= 2 * monthsOfYear) {
            return new Prepared(time, withoutMonthMeans(time, row), Cycle.MONTH_MEANS, 0);
        }
        if (known < MONTHS_WITHOUT_CYCLE) {
            return new Prepared(time, row, Cycle.KEPT, 0);
        }
        double[] whole = StructuralModel.fill(row, MONTHS_A_YEAR);
        double[] rest = parts(whole, spans).deseasonalised();
        return new Prepared(time, rest, Cycle.STL, row.length - known);
    }

    /// The lag-one autocorrelation of residuals, over neighbours that are both there.
    ///
    /// @param residuals one a period; NaN is missing
    /// @return NaN without two neighbours or where all are equal
    public static double neighbourCorrelation(double[] residuals) {
        double mean =
                Arrays.stream(residuals).filter(Double::isFinite).average().orElse(Double.NaN);
        double squares = 0;
        double products = 0;
        int count = 0;
        int pairs = 0;
        for (int i = 0; i < residuals.length; i++) {
            if (Double.isFinite(residuals[i])) {
                squares += (residuals[i] - mean) * (residuals[i] - mean);
                count++;
                if (i > 0 && Double.isFinite(residuals[i - 1])) {
                    products += (residuals[i] - mean) * (residuals[i - 1] - mean);
                    pairs++;
                }
            }
        }
        return pairs > 0 && squares > 0 ? products / pairs / (squares / count) : Double.NaN;
    }

    private static long monthsOfYear(double[] days, double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .map(i -> month(days[i]))
                .distinct()
                .count();
    }

    private static int month(double day) {
        return LocalDate.ofEpochDay((long) day).getMonthValue();
    }

    private static double[] withoutMonthMeans(double[] days, double[] values) {
        double[] sum = new double[MONTHS_A_YEAR + 1];
        int[] count = new int[MONTHS_A_YEAR + 1];
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                sum[month(days[i])] += values[i];
                count[month(days[i])]++;
            }
        }
        double mean = Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
        double[] rest = values.clone();
        for (int i = 0; i < rest.length; i++) {
            int month = month(days[i]);
            rest[i] += mean - sum[month] / count[month];
        }
        return rest;
    }

    /// The months with the missing ones filled.
    public static double[] filled(Prepared months) {
        return StructuralModel.fill(months.values(), MONTHS_A_YEAR);
    }

    /// The cycle of the year, the trend and the remainder of months without gaps, more than 24 of them.
    public static SeasonalTrend parts(double[] months, StlSpans spans) {
        return Stl.decompose(months, MONTHS_A_YEAR, spans);
    }

    /// The Theil–Sen line, in the data's unit per day.
    public static RobustTrend theilSen(Prepared periods, BootstrapPlan plan) {
        return TheilSen.fit(periods.days(), periods.values(), plan);
    }

    /// The smooth trend, with a band that takes the periods as independent.
    public static SmoothTrend smooth(Prepared periods, int k, int points, double confidence) {
        return RegressionSpline.fit(periods.days(), periods.values(), k, points, confidence);
    }

    /// The smooth trend, with a band from resampled residuals.
    public static SmoothTrend smooth(Prepared periods, int k, int points, BootstrapPlan plan) {
        return RegressionSpline.fit(periods.days(), periods.values(), k, points, plan);
    }
}
