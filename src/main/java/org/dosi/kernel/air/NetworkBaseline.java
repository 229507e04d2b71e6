package org.dosi.kernel.air;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;
import org.hipparchus.special.Beta;

/// The regional background of each hour as a network of stations shows it, and the local part of each
/// station.
///
/// What a city's air would be without the city is not measured inside it. What all of its stations share
/// is: the level that even the least touched of them see. Of each hour it is a low quantile of the stations
/// (a fifth by default; for ozone the highest fifth, because fresh NO eats ozone at the street), from which
/// values far below all others are left out, smoothed by a running median over three hours, which leaves a
/// front of dust as steep as it is. The local part of a station is its value less the background; for ozone
/// it is mostly negative.
///
/// **What it cannot tell:** a build-up that covers the whole city at once is background here. The classes
/// of episodes ([Episodes]) ask other witnesses for that: the gases of burning, the wind, the time it took.
///
/// Source: increments over a background as in Lenschow et al. (2001), Atmospheric Environment 35, S23-S33;
/// background out of the city's own monitors: Tchepel et al. (2010), Atmospheric Environment 44, 106-114,
/// who filter in time where we take a quantile in space, because a filter smears a front. Standard error of
/// a quantile: Maritz and Jarrett (1978), JASA 73, 194-196. Outliers: Hampel (1974), JASA 69, 383-393.
public final class NetworkBaseline {
    /// Fewer good stations in an hour say nothing of a background.
    public static final int FEWEST_STATIONS = 3;

    /// A value so many robust standard deviations beyond the median on the baseline's side is no baseline.
    public static final double OUTLIER_DEVIATIONS = 5;

    /// The spread between stations is never taken for less than this share of the median: readings are
    /// rounded, and five equal stations do not make a sixth an outlier.
    private static final double LEAST_SPREAD = 0.05;

    private static final double MAD_TO_SIGMA = 1.4826;
    /// The second difference of white noise has six times its variance.
    private static final double SECOND_DIFFERENCE = Math.sqrt(6);

    private NetworkBaseline() {}

    /// The end of the network's range at which the background lies.
    public enum End {
        LOWER,
        UPPER
    }

    /// @param share the share of the stations beyond the background: 0.2 is the lowest (or highest) fifth
    /// @param smoothingHours odd; 1 for none
    public record Settings(double share, int smoothingHours) {
        public static final Settings STANDARD = new Settings(0.2, 3);

        public Settings {
            Check.within(0, 0.5, "share", share);
            Check.atLeast(1, "smoothing hours", smoothingHours);
            Check.within(1, 1, "smoothing hours modulo 2", smoothingHours % 2);
        }
    }

    /// The background and what the stations add to it.
    ///
    /// @param background of each hour, NaN with fewer than [#FEWEST_STATIONS] good stations
    /// @param standardError of the background: how much another choice of stations would move it
    /// @param noise of each station: the robust standard deviation of its value about the background from
    ///     one hour to the next, which bounds its instrument's noise from above
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
    public record Result(double[] background, double[] standardError, double[] noise) {

        /// The local part of a station in an hour; NaN where value or background is missing.
        public double local(double value, int hour) {
            return value - background[hour];
        }

        /// The standard error of the local part: of the background and of the station's reading together.
        public double localStandardError(int station, int hour) {
            return Math.hypot(standardError[hour], noise[station]);
        }
    }

    /// The background of every hour. Time O(hours × stations log stations), both cores.
    ///
    /// @param value by station and hour, in any one unit; NaN where missing or not to be believed
    public static Result of(double[][] value, End end, Settings settings) {
        int hours = hours(value);
        double sign = end == End.LOWER ? 1 : -1;
        double[] background = new double[hours];
        double[] standardError = new double[hours];
        double[][] weights = weights(value.length, settings.share());
        IntStream.range(0, hours).parallel().forEach(h -> {
            double[] sorted = kept(value, h, sign);
            boolean enough = sorted.length >= FEWEST_STATIONS;
            background[h] = enough ? sign * Quantiles.ofSorted(sorted, settings.share()) : Double.NaN;
            standardError[h] = enough ? maritzJarrett(sorted, weights[sorted.length]) : Double.NaN;
        });
        double[] smooth = RunningMedian.of(background, settings.smoothingHours());
        double[] noise = Arrays.stream(value)
                .parallel()
                .mapToDouble(row -> noise(row, smooth))
                .toArray();
        return new Result(smooth, standardError, noise);
    }

    static int hours(double[][] value) {
        int hours = value.length == 0 ? 0 : value[0].length;
        for (double[] row : value) {
            Check.within(hours, hours, "hours of each station", row.length);
        }
        return hours;
    }

    /// The good values of an hour, ascending from the baseline's end, without those far beyond it.
    private static double[] kept(double[][] value, int hour, double sign) {
        double[] sorted = Arrays.stream(value)
                .mapToDouble(row -> sign * row[hour])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (sorted.length <= FEWEST_STATIONS) {
            return sorted;
        }
        double middle = Quantiles.ofSorted(sorted, 0.5);
        double[] off = Arrays.stream(sorted).map(v -> Math.abs(v - middle)).toArray();
        double spread = Math.max(MAD_TO_SIGMA * Quantiles.median(off, off.length), LEAST_SPREAD * Math.abs(middle));
        double least = middle - OUTLIER_DEVIATIONS * spread;
        return spread == 0
                ? sorted
                : Arrays.stream(sorted).filter(v -> v >= least).toArray();
    }

    /// The weights of the order statistics, for each count of stations: the chances that the quantile's
    /// rank is theirs, a beta distribution in steps of one station.
    private static double[][] weights(int most, double share) {
        double[][] weights = new double[most + 1][];
        for (int n = FEWEST_STATIONS; n <= most; n++) {
            // The rank of the quantile of type 7, from 1 to n, read as the n-th step of a uniform sample.
            double rank = share * (n - 1) + 1;
            double a = rank;
            double b = n - rank + 1;
            weights[n] = new double[n];
            double below = 0;
            for (int i = 0; i < n; i++) {
                double upTo = i == n - 1 ? 1 : Beta.regularizedBeta((i + 1.0) / n, a, b);
                weights[n][i] = upTo - below;
                below = upTo;
            }
        }
        return weights;
    }

    private static double maritzJarrett(double[] sorted, double[] weight) {
        double mean = 0;
        for (int i = 0; i < sorted.length; i++) {
            mean += weight[i] * sorted[i];
        }
        double variance = 0;
        for (int i = 0; i < sorted.length; i++) {
            variance += weight[i] * (sorted[i] - mean) * (sorted[i] - mean);
        }
        return Math.sqrt(variance);
    }

    private static double noise(double[] row, double[] background) {
        double[] bend = new double[Math.max(0, row.length - 2)];
        int count = 0;
        for (int h = 1; h + 1 < row.length; h++) {
            double second =
                    row[h - 1] - background[h - 1] - 2 * (row[h] - background[h]) + row[h + 1] - background[h + 1];
            if (Double.isFinite(second)) {
                bend[count++] = Math.abs(second);
            }
        }
        return MAD_TO_SIGMA * Quantiles.median(bend, count) / SECOND_DIFFERENCE;
    }
}
