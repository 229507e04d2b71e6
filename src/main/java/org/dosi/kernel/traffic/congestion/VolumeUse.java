package org.dosi.kernel.traffic.congestion;

import java.util.Arrays;
import org.dosi.kernel.stat.Check;

/// How full a road is that is only counted: against what it was seen to carry, and how widely its peak is spread.
///
/// The observed capacity is a high quantile of the volumes of hours, which a single faulty hour does not move as it
/// does the maximum. It is what the road carried, not what it could: on a road that is never full it is too low, and
/// saturation too high. Nor do volumes tell on which side of capacity an hour lies: the same count comes from a free
/// road and from a jam. Speeds, delays and levels of service cannot be told from them at all.
///
/// Of each day in which all hours of the period were counted: the busiest hour's volume over the capacity
/// (saturation), its share of the period (peak-hour share; its inverse over the hours is how even the period is), for
/// how many hours around it without a break the volume stays at 90 % of it or more (width), and the entropy of the
/// hours' shares, `−Σ p ln p / ln n`, 1 where all hours are alike and 0 where all traffic comes in one.
///
/// Source: peak spreading by the share of the peak hour: FHWA (2013), NCHRP Report 765, and Allen (1991), Peak
/// spreading models, Transportation Research Record 1305; Shannon's entropy.
///
/// @param days with all hours of the period
/// @param peakHour in which the mean of the days is largest, 0 to 23; -1 without a day
/// @param hoursOver90 hours a day at 90 % of the capacity or more
public record VolumeUse(
        int days,
        int peakHour,
        Interval saturation,
        Interval hoursOver90,
        Interval peakShare,
        Interval width90H,
        Interval entropy) {
    private static final double NEAR_PEAK = 0.9;

    /// What a road was seen to carry in an hour.
    ///
    /// @param observed with its interval over days
    /// @param lowerQuantile the same at the next lower quantile: how much hangs on the choice
    /// @param higherQuantile the same at the next higher quantile
    public record Capacity(Interval observed, double lowerQuantile, double higherQuantile) {}

    /// @param hourly volume by day, then hour of the day; NaN where missing
    /// @param share of the quantile, such as 0.99; beside it are told half and twice as far from 1
    public static Capacity capacity(double[][] hourly, double share, DayBootstrap bootstrap) {
        Check.within(0.5, 1, "share", share);
        int size = 0;
        double[] values = new double[hourly.length * 24];
        long[] dayOf = new long[values.length];
        for (int day = 0; day < hourly.length; day++) {
            for (double volume : hourly[day]) {
                if (volume >= 0) {
                    values[size] = volume;
                    dayOf[size++] = day;
                }
            }
        }
        DaySample sample = DaySample.of(Arrays.copyOf(values, size), Arrays.copyOf(dayOf, size));
        int[][] draws = bootstrap.draws(sample.days());
        double[] drawn = new double[draws.length];
        for (int r = 0; r < draws.length; r++) {
            drawn[r] = sample.resampled(draws[r], new double[] {share})[1];
        }
        return new Capacity(
                Interval.of(sample.quantile(share), drawn),
                sample.quantile(1 - 2 * (1 - share)),
                sample.quantile(1 - (1 - share) / 2));
    }

    /// @param hourly volume by day, then hour of the day; NaN where missing
    /// @param of which of the days belong to the period
    /// @param capacity per hour; NaN where unknown
    public static VolumeUse of(
            double[][] hourly, boolean[] of, int fromHour, int toHour, double capacity, DayBootstrap bootstrap) {
        int n = toHour - fromHour;
        double[] saturation = none(hourly.length);
        double[] over = none(hourly.length);
        double[] share = none(hourly.length);
        double[] width = none(hourly.length);
        double[] entropy = none(hourly.length);
        double[] sums = new double[n];
        int days = 0;
        for (int day = 0; day < hourly.length; day++) {
            double[] hours = Arrays.copyOfRange(hourly[day], fromHour, toHour);
            double total = Arrays.stream(hours).sum();
            if (of[day] && total > 0) {
                days++;
                int peak = peak(hours);
                for (int h = 0; h < n; h++) {
                    sums[h] += hours[h];
                }
                saturation[day] = hours[peak] / capacity;
                over[day] = Double.isNaN(capacity)
                        ? Double.NaN
                        : Arrays.stream(hours)
                                .filter(v -> v >= NEAR_PEAK * capacity)
                                .count();
                share[day] = hours[peak] / total;
                width[day] = width(hours, peak);
                entropy[day] = entropy(hours, total);
            }
        }
        return new VolumeUse(
                days,
                days == 0 ? -1 : fromHour + peak(sums),
                bootstrap.mean(saturation),
                bootstrap.mean(over),
                bootstrap.mean(share),
                bootstrap.mean(width),
                bootstrap.mean(entropy));
    }

    private static double[] none(int days) {
        double[] none = new double[days];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static int peak(double[] hours) {
        int peak = 0;
        for (int h = 1; h < hours.length; h++) {
            peak = hours[h] > hours[peak] ? h : peak;
        }
        return peak;
    }

    private static double width(double[] hours, int peak) {
        int from = peak;
        int to = peak;
        while (from > 0 && hours[from - 1] >= NEAR_PEAK * hours[peak]) {
            from--;
        }
        while (to + 1 < hours.length && hours[to + 1] >= NEAR_PEAK * hours[peak]) {
            to++;
        }
        return to - from + 1;
    }

    private static double entropy(double[] hours, double total) {
        double sum = 0;
        for (double volume : hours) {
            double share = volume / total;
            sum -= share > 0 ? share * Math.log(share) : 0;
        }
        return sum / Math.log(hours.length);
    }
}
