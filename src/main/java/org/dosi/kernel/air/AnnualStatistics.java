package org.dosi.kernel.air;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.stat.RollingMean;

/// The state of the air by calendar year: means, percentiles, peaks, and how it stands against limits.
///
/// Defined as openair's `aqStats` (Carslaw and Ropkins 2012, Environmental Modelling and Software 27-28,
/// 52-61), reference `aqStats_no2_o3_pm10_75.csv`:
///
/// - A year has all its hours, whether the series holds them or not; a year, day or window with less than
///   `capture` of its values has no statistic. The year's highest day needs that share of days with a mean,
///   the year's highest window that share of windows with one.
/// - Rolling means are made within the year: the first windows do not reach into the year before.
/// - Counts above a limit are of the means there are, however few; the percentile that decides under the law
///   needs the capture.
/// - Percentiles are of type 7.
///
/// The law: the Korean standards (Framework Act on Environmental Policy, decree, annex 1) are met if the 99.9th
/// percentile of the hours' means, and the 99th of the 8-h and 24-h means, are not above the limit. The decree
/// does not define the percentile; here it is of type 7.
public final class AnnualStatistics {
    private static final int FIRST_MONTH_OF_GROWTH = 4;
    private static final int LAST_MONTH_OF_GROWTH = 9;

    private AnnualStatistics() {}

    /// The statistics of each calendar year that the series touches. Time O(hours), in parallel by year.
    public static List<YearStatistics> of(HourSeries series, AnnualOptions options) {
        if (series.values().length == 0) {
            return List.of();
        }
        int first = series.date(0).getYear();
        int last = series.date(series.values().length - 1).getYear();
        return IntStream.rangeClosed(first, last)
                .parallel()
                .mapToObj(year -> year(series.year(year), year, options))
                .toList();
    }

    private static YearStatistics year(HourSeries hours, int year, AnnualOptions options) {
        double[] values = hours.values();
        double capture = options.capture();
        double[] known = known(values);
        double[] days = dailyMeans(values, capture);
        double[] eight = RollingMean.of(values, 8, capture, options.alignment());
        double[] full = RollingMean.of(values, HourSeries.HOURS_A_DAY, capture, options.alignment());
        boolean enough = enough(known.length, values.length, capture);
        YearStatistics.Spread spread = spread(known, enough, options.percentiles());
        YearStatistics.Peaks peaks =
                new YearStatistics.Peaks(highest(days, capture), highest(eight, capture), highest(full, capture));
        List<LimitCheck> checks = new ArrayList<>();
        for (AirLimit limit : options.limits()) {
            double[] means = switch (limit.kind()) {
                case HOUR -> values;
                case EIGHT_HOURS -> eight;
                case HIGHEST_EIGHT_HOURS_OF_DAY -> dailyHighest(eight, capture);
                case DAY -> days;
                case YEAR -> new double[] {mean(known, 0, known.length, enough ? known.length : 0)};
            };
            checks.add(check(limit, means, capture));
        }
        double capturePercent = 100.0 * known.length / values.length;
        double meanOfKnown = mean(known, 0, known.length, known.length);
        return new YearStatistics(year, capturePercent, meanOfKnown, spread, peaks, checks, aot(hours, options.aot()));
    }

    private static double[] known(double[] values) {
        double[] known = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                known[count++] = value;
            }
        }
        return Arrays.copyOf(known, count);
    }

    private static YearStatistics.Spread spread(double[] known, boolean enough, double[] percentiles) {
        double[] quantiles = new double[percentiles.length];
        if (!enough) {
            Arrays.fill(quantiles, Double.NaN);
            return new YearStatistics.Spread(Double.NaN, Double.NaN, Double.NaN, Double.NaN, quantiles);
        }
        double mean = mean(known, 0, known.length, known.length);
        double[] scratch = known.clone();
        double median = Quantiles.median(scratch, scratch.length);
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = Quantiles.select(scratch, scratch.length, percentiles[i] / 100);
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : known) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return new YearStatistics.Spread(mean, lowest, highest, median, quantiles);
    }

    private static LimitCheck check(AirLimit limit, double[] means, double capture) {
        int count = 0;
        int above = 0;
        for (double mean : means) {
            if (Double.isFinite(mean)) {
                count++;
                if (mean > limit.threshold()) {
                    above++;
                }
            }
        }
        double deciding =
                enough(count, means.length, capture) ? Quantiles.of(means, limit.percentile() / 100) : Double.NaN;
        return new LimitCheck(limit, count, above, deciding);
    }

    /// The mean of each calendar day of whole days of hours; NaN where `capture` of them is not there.
    static double[] dailyMeans(double[] hours, double capture) {
        int needed = Math.max(1, RollingMean.needed(HourSeries.HOURS_A_DAY, capture));
        double[] days = new double[hours.length / HourSeries.HOURS_A_DAY];
        for (int d = 0; d < days.length; d++) {
            int from = d * HourSeries.HOURS_A_DAY;
            int count = 0;
            for (int h = from; h < from + HourSeries.HOURS_A_DAY; h++) {
                if (Double.isFinite(hours[h])) {
                    count++;
                }
            }
            days[d] = mean(hours, from, from + HourSeries.HOURS_A_DAY, count >= needed ? count : 0);
        }
        return days;
    }

    private static double[] dailyHighest(double[] rolling, double capture) {
        int needed = Math.max(1, RollingMean.needed(HourSeries.HOURS_A_DAY, capture));
        double[] days = new double[rolling.length / HourSeries.HOURS_A_DAY];
        for (int d = 0; d < days.length; d++) {
            double highest = Double.NEGATIVE_INFINITY;
            int count = 0;
            for (int h = d * HourSeries.HOURS_A_DAY; h < (d + 1) * HourSeries.HOURS_A_DAY; h++) {
                if (Double.isFinite(rolling[h])) {
                    highest = Math.max(highest, rolling[h]);
                    count++;
                }
            }
            days[d] = count >= needed ? highest : Double.NaN;
        }
        return days;
    }

    private static double highest(double[] means, double capture) {
        double highest = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (double mean : means) {
            if (Double.isFinite(mean)) {
                highest = Math.max(highest, mean);
                count++;
            }
        }
        return enough(count, means.length, capture) ? highest : Double.NaN;
    }

    private static boolean enough(int count, int of, double capture) {
        return count > 0 && count >= RollingMean.needed(of, capture);
    }

    private static double mean(double[] values, int from, int to, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(values[i])) {
                sum += values[i];
            }
        }
        return sum / count;
    }

    private static double aot(HourSeries hours, AnnualOptions.Aot aot) {
        double sum = 0;
        double[] values = hours.values();
        for (int h = 0; h < values.length; h++) {
            if (values[h] > aot.threshold()) {
                int month = hours.date(h).getMonthValue();
                double utcHour = hours.firstHour() + h - aot.utcOffsetH();
                if (month >= FIRST_MONTH_OF_GROWTH
                        && month <= LAST_MONTH_OF_GROWTH
                        && Daylight.isDay(utcHour, aot.latitudeDeg(), aot.longitudeDeg())) {
                    sum += values[h] - aot.threshold();
                }
            }
        }
        return sum * aot.factor();
    }
}
