package org.dosi.kernel.traffic.congestion;

import java.util.Arrays;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// Numbers that belong to days, in ascending order: what a bootstrap over days needs to have a quantile of each
/// resample in one pass, without sorting again.
///
/// @param sorted ascending and finite
/// @param day of each, from 0 to `days - 1`
public record DaySample(double[] sorted, int[] day, int days) {

    /// @param values finite
    /// @param dayOf any number that is the same for values of one day
    public static DaySample of(double[] values, long[] dayOf) {
        Check.within(values.length, values.length, "days of the values", dayOf.length);
        long[] distinct = Arrays.stream(dayOf).distinct().sorted().toArray();
        int[] order = order(values);
        double[] sorted = new double[values.length];
        int[] day = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = values[order[i]];
            day[i] = Arrays.binarySearch(distinct, dayOf[order[i]]);
        }
        return new DaySample(sorted, day, distinct.length);
    }

    /// Sorts by single precision with the index beside it in one word, which needs no objects, then puts right what
    /// single precision could not tell.
    private static int[] order(double[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits((float) values[i]);
            // Negative numbers are ordered the other way round by their bits.
            long rank = bits ^ (bits >> 31 & Integer.MAX_VALUE);
            keys[i] = rank << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            int own = (int) keys[i];
            int at = i;
            for (; at > 0 && values[order[at - 1]] > values[own]; at--) {
                order[at] = order[at - 1];
            }
            order[at] = own;
        }
        return order;
    }

    /// The quantile of type 7; NaN of none.
    public double quantile(double share) {
        return Quantiles.ofSorted(sorted, share);
    }

    /// NaN of none.
    public double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    /// Mean and quantiles of a resample in which each day comes so many times, as if its values had been copied.
    /// NaN where no value is drawn. Time O(values + shares).
    ///
    /// @param times by day
    /// @param shares ascending, from 0 to 1
    /// @return the mean, then a quantile for each share
    double[] resampled(int[] times, double[] shares) {
        double[] result = new double[shares.length + 1];
        long size = 0;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            size += times[day[i]];
            sum += times[day[i]] * sorted[i];
        }
        if (size == 0) {
            Arrays.fill(result, Double.NaN);
            return result;
        }
        result[0] = sum / size;
        int wanted = 0;
        long before = 0;
        for (int i = 0; i < sorted.length && wanted < shares.length; i++) {
            long after = before + times[day[i]];
            // The order statistics from `before` to `after - 1` are this value.
            while (wanted < shares.length && (long) ((size - 1) * shares[wanted]) < after) {
                double at = (size - 1) * shares[wanted];
                long below = (long) at;
                double part = at - below;
                double upper = part == 0 || below + 1 < after ? sorted[i] : next(i, times);
                result[++wanted] = sorted[i] + part * (upper - sorted[i]);
            }
            before = after;
        }
        return result;
    }

    private double next(int i, int[] times) {
        for (int j = i + 1; j < sorted.length; j++) {
            if (times[day[j]] > 0) {
                return sorted[j];
            }
        }
        return sorted[i];
    }
}
