package org.dosi.kernel.air;

import java.util.Arrays;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// One number for each of consecutive groups of hours, such as days or months, if enough of them were observed.
///
/// Group `g` is the rows from `groupStart[g]` to before `groupStart[g + 1]`, so `groupStart` is one longer than
/// the result. An hour without a finite value is missing. A group's data capture is the share of its expected
/// hours that have a value; below `captureShare` the group has no number (NaN). Time O(hours).
public final class Averages {

    private Averages() {}

    /// What is taken of a group.
    public enum Statistic {
        MEAN,
        MEDIAN,
        MAX,
        MIN,
        SUM,
        /// With n - 1 in the denominator; NaN of a single value.
        STANDARD_DEVIATION,
        /// How many values there are.
        COUNT,
        /// Quantile of type 7.
        PERCENTILE
    }

    /// @param expected how many hours each group should hold
    /// @param percentile from 0 to 100, for [Statistic#PERCENTILE] alone
    /// @param captureShare from 0 to 1
    public static double[] byGroup(
            double[] values,
            int[] groupStart,
            int[] expected,
            Statistic statistic,
            double percentile,
            double captureShare) {
        Check.within(0, 1, "captureShare", captureShare);
        double[] result = new double[expected.length];
        double[] scratch = new double[longest(groupStart)];
        for (int g = 0; g < result.length; g++) {
            int count = 0;
            for (int i = groupStart[g]; i < groupStart[g + 1]; i++) {
                if (Double.isFinite(values[i])) {
                    scratch[count++] = values[i];
                }
            }
            result[g] =
                    captured(count, expected[g], captureShare) ? of(scratch, count, statistic, percentile) : Double.NaN;
        }
        return result;
    }

    private static boolean captured(int count, int expected, double captureShare) {
        return count > 0 && count >= captureShare * expected;
    }

    private static double of(double[] scratch, int count, Statistic statistic, double percentile) {
        return switch (statistic) {
            case MEAN -> sum(scratch, count) / count;
            case MEDIAN -> Quantiles.median(scratch, count);
            case MAX -> Arrays.stream(scratch, 0, count).max().orElse(Double.NaN);
            case MIN -> Arrays.stream(scratch, 0, count).min().orElse(Double.NaN);
            case SUM -> sum(scratch, count);
            case STANDARD_DEVIATION -> standardDeviation(scratch, count);
            case COUNT -> count;
            case PERCENTILE -> Quantiles.select(scratch, count, percentile / 100);
        };
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static double standardDeviation(double[] values, int count) {
        double mean = sum(values, count) / count;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    /// The mean wind of each group, as a vector.
    ///
    /// With `weighted` the vectors are as long as the wind is fast, so that the speed is that of the mean
    /// vector, and an hour counts only with both speed and direction. Otherwise they are of length one, as
    /// openair averages directions, and the speed is the statistic of the speeds. Calm hours, whose
    /// direction is NaN, weigh nothing in a direction; in a weighted mean those with speed 0 count as the
    /// zero vector.
    ///
    /// @param speedMPerS m/s
    /// @param fromDeg degrees clockwise from north
    /// @param statistic of the speeds, unless `weighted`
    /// @param percentile from 0 to 100, for [Statistic#PERCENTILE] alone
    public static Wind wind(
            double[] speedMPerS,
            double[] fromDeg,
            int[] groupStart,
            int[] expected,
            boolean weighted,
            Statistic statistic,
            double percentile,
            double captureShare) {
        Check.sameLength("speedMPerS", speedMPerS, "fromDeg", fromDeg);
        double[] direction = new double[expected.length];
        double[] speed = weighted
                ? new double[expected.length]
                : byGroup(speedMPerS, groupStart, expected, statistic, percentile, captureShare);
        for (int g = 0; g < expected.length; g++) {
            double east = 0;
            double north = 0;
            int count = 0;
            for (int i = groupStart[g]; i < groupStart[g + 1]; i++) {
                boolean still = weighted && speedMPerS[i] == 0;
                double length = weighted ? speedMPerS[i] : 1;
                if (still || (Double.isFinite(fromDeg[i]) && Double.isFinite(length))) {
                    double angle = still ? 0 : Math.toRadians(fromDeg[i]);
                    east += length * Math.sin(angle);
                    north += length * Math.cos(angle);
                    count++;
                }
            }
            boolean enough = captured(count, expected[g], captureShare);
            direction[g] = enough && (east != 0 || north != 0) ? bearing(east, north) : Double.NaN;
            if (weighted) {
                speed[g] = enough ? Math.hypot(east, north) / count : Double.NaN;
            }
        }
        return new Wind(speed, direction);
    }

    /// Wind by group.
    ///
    /// @param speedMPerS the speed of the mean vector or the statistic of the speeds; in m/s but for a count
    /// @param fromDeg degrees clockwise from north, 0 up to below 360; NaN where no direction prevails or data lack
    public record Wind(double[] speedMPerS, double[] fromDeg) {}

    private static double bearing(double east, double north) {
        double deg = Math.toDegrees(Math.atan2(east, north));
        return deg < 0 ? deg + 360 : deg;
    }

    private static int longest(int[] groupStart) {
        int longest = 0;
        for (int g = 1; g < groupStart.length; g++) {
            longest = Math.max(longest, groupStart[g] - groupStart[g - 1]);
        }
        return longest;
    }
}
