package org.dosi.kernel.air;

import java.util.Arrays;
import java.util.Comparator;
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
/// values far below all others are left out.
///
/// **No chance in the choice.** The lowest fifth of an hour is low by its noise, too: of 25 stations in the
/// same air with a noise of 15 % it lies 13 % below that air, and a city without any source of its own would
/// look 15 % local. So the stations of an hour are ordered not by that hour but by the six hours before and
/// the six after it (their mean distance from the network's median), and the quantile of the hour is taken in
/// that order: noise that is independent from hour to hour then has no part in the choice, and the
/// background is unbiased. The quantile is that of Harrell and Davis (1982), Biometrika 69, 635-640: the mean
/// of the order statistics, weighted by the chances that the rank is theirs. The background's distance from
/// the median is smoothed by a running median over three hours; a front of dust stays as steep as it is.
///
/// Where no other hour is known, the order is that of the hour itself and the bias stays.
///
/// **What it cannot tell:** a build-up that covers the whole city at once is background here, and an
/// instrument that reads low for days is a clean place. The classes of episodes ([Episodes]) ask other
/// witnesses for the first.
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

    /// The hours before and after that order the stations. Fewer order them worse, which takes a weak local
    /// part for noise; more lose a plume that stays for some hours.
    private static final int ORDERING_HOURS = 6;

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
    /// @param standardError of the background: how much another choice of stations would move it, at least
    ///     what the noise of those that it rests on does
    /// @param noise of each station
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
    public record Result(double[] background, double[] standardError, StationNoise[] noise) {

        /// The local part of a station in an hour; NaN where value or background is missing.
        public double local(double value, int hour) {
            return value - background[hour];
        }

        /// The standard error of the local part: of the background and of the station's reading together.
        public double localStandardError(int station, int hour) {
            double own = noise[station].at(background[hour]);
            return Double.isNaN(own) ? standardError[hour] : Math.hypot(standardError[hour], own);
        }

        /// The share of one station's values that is its own.
        ///
        /// @param value of the station by hour
        public LocalShare shareOf(int station, double[] value, int start, int end) {
            double[] local = new double[value.length];
            double[] error = new double[value.length];
            Arrays.setAll(local, h -> local(value[h], h));
            Arrays.setAll(error, h -> localStandardError(station, h));
            return LocalShare.of(local, value, error, start, end);
        }

        /// The share of all stations' values that is local.
        ///
        /// @param value by station and hour
        public LocalShare shareOfAll(double[][] value, int start, int end) {
            double[] local = new double[background.length];
            double[] sum = new double[background.length];
            double[] error = new double[background.length];
            for (int h = 0; h < background.length; h++) {
                int count = 0;
                for (double[] row : value) {
                    if (Double.isFinite(row[h])) {
                        sum[h] += row[h];
                        count++;
                    }
                }
                local[h] = count == 0 ? Double.NaN : sum[h] / count - background[h];
                sum[h] = count == 0 ? Double.NaN : sum[h] / count;
                error[h] = standardError[h];
            }
            return LocalShare.of(local, sum, error, start, end);
        }
    }

    /// The background of every hour. Time O(hours × stations × (log stations + 12)), both cores.
    ///
    /// @param value by station and hour, in any one unit; NaN where missing or not to be believed
    public static Result of(double[][] value, End end, Settings settings) {
        int hours = hours(value);
        double sign = end == End.LOWER ? 1 : -1;
        double[][] kept = kept(value, hours, sign);
        double[] middle = new double[hours];
        IntStream.range(0, hours).parallel().forEach(h -> middle[h] = median(kept, h));
        StationNoise[] noise = Arrays.stream(kept)
                .parallel()
                .map(row -> StationNoise.of(row, middle))
                .toArray(StationNoise[]::new);
        double[] distance = new double[hours];
        double[] standardError = new double[hours];
        double[][] weights = weights(value.length, settings.share());
        IntStream.range(0, hours).parallel().forEach(h -> {
            Hour hour = Hour.of(kept, middle, h);
            distance[h] = hour.quantile(settings.share(), weights) - middle[h];
            standardError[h] = hour.standardError(weights, noise);
        });
        double[] smooth = RunningMedian.of(distance, settings.smoothingHours());
        Arrays.setAll(smooth, h -> sign * (middle[h] + smooth[h]));
        return new Result(smooth, standardError, noise);
    }

    /// The stations of an hour, in order.
    ///
    /// @param station by rank
    /// @param value by rank
    /// @param crossed whether the order is that of other hours
    /// @param level the network's median
    @SuppressWarnings("ArrayRecordComponent") // a work sheet
    private record Hour(int[] station, double[] value, boolean crossed, double level) {

        static Hour of(double[][] kept, double[] middle, int hour) {
            double[] key = new double[kept.length];
            Arrays.setAll(key, s -> Double.isFinite(kept[s][hour]) ? others(kept[s], middle, hour) : Double.NaN);
            long known = Arrays.stream(key).filter(Double::isFinite).count();
            boolean crossed = known >= FEWEST_STATIONS;
            if (!crossed) {
                Arrays.setAll(key, s -> kept[s][hour]);
            }
            int[] station = IntStream.range(0, kept.length)
                    .filter(s -> Double.isFinite(key[s]))
                    .boxed()
                    .sorted(Comparator.comparingDouble(s -> key[s]))
                    .mapToInt(s -> s)
                    .toArray();
            double[] value =
                    Arrays.stream(station).mapToDouble(s -> kept[s][hour]).toArray();
            return new Hour(station, value, crossed, middle[hour]);
        }

        /// A station's mean distance from the network's median in the hours around this one.
        private static double others(double[] row, double[] middle, int hour) {
            double sum = 0;
            int count = 0;
            int last = Math.min(row.length - 1, hour + ORDERING_HOURS);
            for (int h = Math.max(0, hour - ORDERING_HOURS); h <= last; h++) {
                if (h != hour && Double.isFinite(row[h])) {
                    sum += row[h] - middle[h];
                    count++;
                }
            }
            return count == 0 ? Double.NaN : sum / count;
        }

        double quantile(double share, double[][] weights) {
            if (value.length < FEWEST_STATIONS) {
                return Double.NaN;
            }
            if (!crossed) {
                return Quantiles.ofSorted(value, share);
            }
            double sum = 0;
            for (int i = 0; i < value.length; i++) {
                sum += weights[value.length][i] * value[i];
            }
            return sum;
        }

        double standardError(double[][] weights, StationNoise[] noise) {
            if (value.length < FEWEST_STATIONS) {
                return Double.NaN;
            }
            double[] sorted = value.clone();
            Arrays.sort(sorted);
            double[] weight = weights[value.length];
            double alone = 0;
            for (int i = 0; i < value.length; i++) {
                double own = weight[i] * noise[station[i]].at(Math.abs(level));
                alone += Double.isFinite(own) ? own * own : 0;
            }
            return Math.max(maritzJarrett(sorted, weight), Math.sqrt(alone));
        }
    }

    static int hours(double[][] value) {
        int hours = value.length == 0 ? 0 : value[0].length;
        for (double[] row : value) {
            Check.within(hours, hours, "hours of each station", row.length);
        }
        return hours;
    }

    /// The good values with the baseline's end downwards, without those of an hour far beyond it.
    private static double[][] kept(double[][] value, int hours, double sign) {
        double[][] kept = new double[value.length][hours];
        for (int s = 0; s < value.length; s++) {
            double[] row = value[s];
            Arrays.setAll(kept[s], h -> Double.isFinite(row[h]) ? sign * row[h] : Double.NaN);
        }
        IntStream.range(0, hours).parallel().forEach(h -> leaveOut(kept, h));
        return kept;
    }

    private static void leaveOut(double[][] kept, int hour) {
        double[] known = Arrays.stream(kept)
                .mapToDouble(row -> row[hour])
                .filter(Double::isFinite)
                .toArray();
        if (known.length <= FEWEST_STATIONS) {
            return;
        }
        double middle = Quantiles.median(known.clone(), known.length);
        double[] off = Arrays.stream(known).map(v -> Math.abs(v - middle)).toArray();
        double spread = Math.max(MAD_TO_SIGMA * Quantiles.median(off, off.length), LEAST_SPREAD * Math.abs(middle));
        for (double[] row : kept) {
            if (spread > 0 && row[hour] < middle - OUTLIER_DEVIATIONS * spread) {
                row[hour] = Double.NaN;
            }
        }
    }

    private static double median(double[][] kept, int hour) {
        double[] known = Arrays.stream(kept)
                .mapToDouble(row -> row[hour])
                .filter(Double::isFinite)
                .toArray();
        return Quantiles.median(known, known.length);
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
}
