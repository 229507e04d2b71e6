package org.dosi.kernel.traffic.incidents;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.traffic.Neighbours;

/// How values scatter about the baseline where nothing happens: days that are a little above or below as a whole, and
/// hours that stay together, for the city and for each datastream beside it. Fitted by medians, so that incidents do
/// not widen it, and used to make months without any.
///
/// A series is s·(day effect) + σ·(first-order autoregression), both with Student's t innovations whose degrees of
/// freedom are matched to the series' own 97.5 % quantile. Neighbours share a part of theirs.
///
/// Source: our own composition; the robust autocorrelation is that of Gnanadesikan and Kettenring 1972, Biometrics 28,
/// 81–124; Student draws by Bailey 1994, Mathematics of Computation 62, 779–781.
final class NoiseModel {
    private static final double TO_SIGMA = 1.4826;
    private static final double LARGEST_AUTOCORRELATION = 0.97;

    /// Degrees of freedom with the ratio of their 97.5 % quantile to their 75 % quantile (the median of absolute
    /// values), and 1.4826 times the latter: the scale by which draws are divided.
    private static final double[][] STUDENT = {
        {3, 4.161, 1.134}, {4, 3.748, 1.098}, {5, 3.537, 1.077}, {7, 3.325, 1.054}, {10, 3.183, 1.037}, {30, 2.991, 1.012}
    };

    private final Series common;
    private final Series[] own;
    private final double[][] present;
    private final int[] dayOf;
    private final Neighbours neighbours;
    private final double shared;

    /// One series.
    ///
    /// @param day scale of the day effect
    /// @param hour scale of what is left
    /// @param autocorrelation from one step to the next
    /// @param student a row of the table
    private record Series(double day, double hour, double autocorrelation, int student) {}

    private NoiseModel(
            Series common,
            Series[] own,
            double[][] present,
            int[] dayOf,
            Neighbours neighbours,
            double shared) {
        this.common = common;
        this.own = own;
        this.present = present;
        this.dayOf = dayOf;
        this.neighbours = neighbours;
        this.shared = shared;
    }

    /// @param dayOf index of each step's day
    static NoiseModel fit(Deviations deviations, int[] dayOf, Neighbours neighbours) {
        double[][] local = deviations.local();
        Series[] own = IntStream.range(0, local.length)
                .parallel()
                .mapToObj(i -> series(local[i], dayOf))
                .toArray(Series[]::new);
        return new NoiseModel(
                series(deviations.common(), dayOf),
                own,
                deviations.own(),
                dayOf,
                neighbours,
                sharedByNeighbours(local, neighbours));
    }

    private static Series series(double[] values, int[] dayOf) {
        double[] scratch = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .toArray();
        if (scratch.length < 3) {
            return new Series(0, 1, 0, STUDENT.length - 1);
        }
        double total = TO_SIGMA * Quantiles.median(scratch, scratch.length);
        double tail = Quantiles.select(scratch, scratch.length, 0.95) / Math.max(1e-9, total / TO_SIGMA);
        int student = 0;
        while (student < STUDENT.length - 1 && STUDENT[student][1] > tail) {
            student++;
        }
        double autocorrelation = autocorrelation(values);
        double daily = daily(values, dayOf);
        double steps = (double) values.length / (dayOf.length == 0 ? 1 : dayOf[dayOf.length - 1] + 1);
        // A day effect raises the correlation of neighbouring steps; what is left of it is the autoregression's.
        double dayVariance = Math.min(0.9 * total * total, daily * daily);
        for (int round = 0; round < 4; round++) {
            double hourVariance = total * total - dayVariance;
            double phi = phi(autocorrelation, total, dayVariance);
            dayVariance = Math.min(
                    0.9 * total * total,
                    Math.max(0, daily * daily - hourVariance * varianceOfMean(phi, steps)));
        }
        return new Series(
                Math.sqrt(dayVariance),
                Math.sqrt(total * total - dayVariance),
                phi(autocorrelation, total, dayVariance),
                student);
    }

    private static double phi(double autocorrelation, double total, double dayVariance) {
        double left = (autocorrelation * total * total - dayVariance) / Math.max(1e-12, total * total - dayVariance);
        return Math.max(0, Math.min(LARGEST_AUTOCORRELATION, left));
    }

    /// Of the mean of n steps of an autoregression of unit variance.
    private static double varianceOfMean(double phi, double n) {
        return Math.min(1, (1 + phi) / (1 - phi) / n);
    }

    private static double autocorrelation(double[] values) {
        double[] sums = new double[values.length];
        double[] differences = new double[values.length];
        int size = 0;
        for (int t = 1; t < values.length; t++) {
            if (!Double.isNaN(values[t]) && !Double.isNaN(values[t - 1])) {
                sums[size] = Math.abs(values[t] + values[t - 1]);
                differences[size++] = Math.abs(values[t] - values[t - 1]);
            }
        }
        if (size == 0) {
            return 0;
        }
        double plus = Math.pow(Quantiles.median(sums, size), 2);
        double minus = Math.pow(Quantiles.median(differences, size), 2);
        return plus + minus == 0 ? 0 : (plus - minus) / (plus + minus);
    }

    private static double daily(double[] values, int[] dayOf) {
        int days = dayOf.length == 0 ? 0 : dayOf[dayOf.length - 1] + 1;
        double[] sum = new double[days];
        int[] count = new int[days];
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                sum[dayOf[t]] += values[t];
                count[dayOf[t]]++;
            }
        }
        double[] means = new double[days];
        int size = 0;
        int most = Arrays.stream(count).max().orElse(0);
        for (int d = 0; d < days; d++) {
            if (2 * count[d] >= most && count[d] > 0) {
                means[size++] = Math.abs(sum[d] / count[d]);
            }
        }
        return size == 0 ? 0 : TO_SIGMA * Quantiles.median(means, size);
    }

    /// The robust correlation of a datastream with the mean of its neighbours, the median over all.
    private static double sharedByNeighbours(double[][] local, Neighbours neighbours) {
        double[] found = IntStream.range(0, local.length)
                .parallel()
                .mapToDouble(i -> withNeighbours(local, i, neighbours))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return found.length == 0 ? 0 : Math.max(0, Math.min(0.9, Quantiles.median(found, found.length)));
    }

    private static double withNeighbours(double[][] local, int i, Neighbours neighbours) {
        if (neighbours.of().get(i).isEmpty()) {
            return Double.NaN;
        }
        double[] other = local[neighbours.of().get(i).getFirst().detector()];
        double[] sums = new double[other.length];
        double[] differences = new double[other.length];
        int size = 0;
        for (int t = 0; t < other.length; t++) {
            if (!Double.isNaN(other[t]) && !Double.isNaN(local[i][t])) {
                sums[size] = Math.abs(local[i][t] + other[t]);
                differences[size++] = Math.abs(local[i][t] - other[t]);
            }
        }
        if (size < other.length / 10) {
            return Double.NaN;
        }
        double plus = Math.pow(Quantiles.median(sums, size), 2);
        double minus = Math.pow(Quantiles.median(differences, size), 2);
        return plus + minus == 0 ? Double.NaN : (plus - minus) / (plus + minus);
    }

    /// A record of the same length, with the same gaps, in which nothing happened.
    Deviations draw(long seed) {
        int steps = dayOf.length;
        boolean sharing = own.length >= Deviations.LEAST_SHARING;
        double[] city = sharing ? draw(common, new SplittableRandom(seed)) : new double[steps];
        double[][] alone = IntStream.range(0, own.length)
                .parallel()
                .mapToObj(i -> draw(own[i], new SplittableRandom(seed * 1_000_003 + i + 1)))
                .toArray(double[][]::new);
        double[][] all = IntStream.range(0, own.length)
                .parallel()
                .mapToObj(i -> {
                    double[] row = alone[i].clone();
                    if (!neighbours.of().get(i).isEmpty()) {
                        // What is shared with the nearest: a mixture that keeps the variance.
                        double[] other = alone[neighbours.of().get(i).getFirst().detector()];
                        double scale = scaleOf(own[i]) / Math.max(1e-9, scaleOf(own[neighbours.of().get(i).getFirst().detector()]));
                        double[] weights = mixture(shared);
                        for (int t = 0; t < steps; t++) {
                            row[t] = weights[0] * row[t] + weights[1] * other[t] * scale;
                        }
                    }
                    for (int t = 0; t < steps; t++) {
                        row[t] = Double.isNaN(present[i][t])
                                ? Double.NaN
                                : Math.max(-Deviations.CLIP, Math.min(Deviations.CLIP, row[t] + city[t]));
                    }
                    return row;
                })
                .toArray(double[][]::new);
        return new Deviations(all, Deviations.common(all), new boolean[own.length][steps]);
    }

    private static double scaleOf(Series series) {
        return Math.hypot(series.day, series.hour);
    }

    /// Weights a and b with a² + b² = 1 and, for two that mix with each other, the correlation 2ab.
    private static double[] mixture(double correlation) {
        double angle = Math.asin(Math.min(1, correlation)) / 2;
        return new double[] {Math.cos(angle), Math.sin(angle)};
    }

    private double[] draw(Series series, SplittableRandom random) {
        double[] values = new double[dayOf.length];
        double[] student = STUDENT[series.student];
        double left = Math.sqrt(1 - series.autocorrelation * series.autocorrelation);
        double state = student(student, random);
        double day = 0;
        int at = -1;
        for (int t = 0; t < values.length; t++) {
            if (dayOf[t] != at) {
                at = dayOf[t];
                day = series.day * student(student, random);
            }
            state = series.autocorrelation * state + left * student(student, random);
            values[t] = day + series.hour * state;
        }
        return values;
    }

    /// Of scale 1 by its median absolute value.
    private static double student(double[] student, SplittableRandom random) {
        double freedom = student[0];
        double radius = Math.sqrt(freedom * (Math.pow(1 - random.nextDouble(), -2 / freedom) - 1));
        return radius * Math.cos(2 * Math.PI * random.nextDouble()) / student[2];
    }
}
