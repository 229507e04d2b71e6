package org.dosi.kernel.air;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/// How a pollutant varies over the day, the week and the year, with an interval for each group of hours.
///
/// Defined as openair's `timeVariation`; references `timeVariation_nox_hour|weekday|month.csv`. The hours of a
/// group are taken as independent, as there. They are not quite: what one hour has, the next has too, so that
/// an honest interval of a year's mean of 8 o'clock hours is somewhat wider than Student's.
public final class TimeVariation {

    private TimeVariation() {}

    /// The mean of each group, with Student's interval: `mean ± t(n - 1) · s / √n`. Time O(hours).
    ///
    /// @param confidence such as 0.95
    public static GroupIntervals means(HourSeries series, VariationPart part, double confidence) {
        Check.within(0.5, 0.9999, "confidence", confidence);
        int groups = part.groups();
        int[] n = new int[groups];
        double[] mean = new double[groups];
        double[] squares = new double[groups];
        double[] values = series.values();
        int[] group = groups(series, part);
        for (int h = 0; h < values.length; h++) {
            if (Double.isFinite(values[h])) {
                n[group[h]]++;
                mean[group[h]] += values[h];
            }
        }
        for (int g = 0; g < groups; g++) {
            mean[g] /= n[g];
        }
        for (int h = 0; h < values.length; h++) {
            if (Double.isFinite(values[h])) {
                double off = values[h] - mean[group[h]];
                squares[group[h]] += off * off;
            }
        }
        double[] lower = nothing(groups);
        double[] upper = nothing(groups);
        for (int g = 0; g < groups; g++) {
            if (n[g] >= 2) {
                double t = new TDistribution(n[g] - 1).inverseCumulativeProbability(0.5 + confidence / 2);
                double half = t * Math.sqrt(squares[g] / (n[g] - 1) / n[g]);
                lower[g] = mean[g] - half;
                upper[g] = mean[g] + half;
            }
        }
        return new GroupIntervals(part, n, mean, lower, upper);
    }

    /// The median of each group, with the interval that a bootstrap of endless repeats would give.
    ///
    /// For the median that bootstrap needs no drawing (Efron 1979, Annals of Statistics 7(1), 1-26, section 3):
    /// the median of a resample is one of the ordered values, and its rank follows from the distribution of the
    /// median of uniform numbers, a beta distribution. Of an even group the lower end is that of the lower
    /// middle and the upper end that of the upper middle. (openair, from version 2, draws the quantiles of the
    /// values themselves around the median; those do not say how sure the median is.) Time O(hours).
    public static GroupIntervals medians(HourSeries series, VariationPart part, double confidence) {
        Check.within(0.5, 0.9999, "confidence", confidence);
        int groups = part.groups();
        int[] n = new int[groups];
        double[] values = series.values();
        int[] group = groups(series, part);
        for (int h = 0; h < values.length; h++) {
            if (Double.isFinite(values[h])) {
                n[group[h]]++;
            }
        }
        double[][] members = new double[groups][];
        Arrays.setAll(members, g -> new double[n[g]]);
        int[] filled = new int[groups];
        for (int h = 0; h < values.length; h++) {
            if (Double.isFinite(values[h])) {
                int g = group[h];
                members[g][filled[g]++] = values[h];
            }
        }
        double[] median = nothing(groups);
        double[] lower = nothing(groups);
        double[] upper = nothing(groups);
        double tail = (1 - confidence) / 2;
        IntStream.range(0, groups).parallel().forEach(g -> {
            double[] sorted = members[g];
            Arrays.sort(sorted);
            median[g] = Quantiles.ofSorted(sorted, 0.5);
            if (n[g] >= 2) {
                int below = lowerRank(n[g], tail);
                lower[g] = sorted[below];
                upper[g] = sorted[n[g] - 1 - below];
            }
        });
        return new GroupIntervals(part, n, median, lower, upper);
    }

    /// From 0, the rank that the lower middle of a resample of `n` falls below or on in the share `tail`.
    static int lowerRank(int n, double tail) {
        int middle = (n + 1) / 2;
        double share = new BetaDistribution(middle, n + 1.0 - middle).inverseCumulativeProbability(tail);
        return Math.clamp((long) Math.ceil(n * share) - 1, 0, n - 1);
    }

    /// The group of each hour.
    static int[] groups(HourSeries series, VariationPart part) {
        int[] group = new int[series.values().length];
        int h = 0;
        while (h < group.length) {
            int hour = (int) Math.floorMod(series.firstHour() + h, (long) HourSeries.HOURS_A_DAY);
            int end = Math.min(group.length, h + HourSeries.HOURS_A_DAY - hour);
            LocalDate day = series.date(h);
            int weekday = day.getDayOfWeek().getValue() - 1;
            int month = day.getMonthValue() - 1;
            for (; h < end; h++, hour++) {
                group[h] = switch (part) {
                    case HOUR -> hour;
                    case WEEKDAY -> weekday;
                    case MONTH -> month;
                    case HOUR_OF_WEEKDAY -> weekday * HourSeries.HOURS_A_DAY + hour;
                };
            }
        }
        return group;
    }

    private static double[] nothing(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
