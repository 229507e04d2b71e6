package org.dosi.kernel.air;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.dosi.kernel.geo.CorrelationFit;
import org.dosi.kernel.geo.Kriging;
import org.dosi.kernel.geo.Sites;
import org.dosi.kernel.geo.SpatialCorrelation;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// The concentration between the stations of a city, with a standard error that was tried on the
/// stations.
///
/// Ordinary kriging of the square root of the concentration. Range and nugget are common to all fields
/// (hours, or means of some length) of the pool that is given to [#fit] ([CorrelationFit]); mean and
/// variance are those of the field itself. With mean m and variance s² of the root at a place, the
/// concentration is `m² + s²` and its variance `4 m² s² + 2 s⁴`.
///
/// The standard error is calibrated: every station of every field is predicted without itself, its
/// variance without itself too ([Kriging.CrossValidation]), and the standard errors are multiplied by the
/// one number that lets `value ± 1.96 standard errors` hold 95 % of what was measured. The coverage that
/// is reported is honest: each half of the pool is judged by the number of the other half.
///
/// Tried on Seoul 2017 and dropped: a linear drift (worse by 1 to 4 % for every pollutant), the logarithm
/// (better by 0.4 % for particles, worse for ozone and NO2), a long-term offset of each station kriged on
/// its own (no gain: it is 2 to 18 % of the variance in space).
public final class ConcentrationSurface {
    /// The two-sided 95 % of a normal law.
    public static final double NORMAL_95 = 1.959963984540054;

    private static final double COVERAGE = 0.95;

    /// The pool is cut into so many spans of time, and every other one belongs to the first half.
    private static final int SPANS = 16;

    /// A field without any spread still has this share of its mean as standard deviation of the root.
    private static final double LEAST_SPREAD = 1e-6;

    private ConcentrationSurface() {}

    /// What [#predict] needs, and how good it was.
    ///
    /// @param correlation of the square roots
    /// @param inflation what standard errors are multiplied by
    /// @param fields how many fields took part in the correlation
    public record Model(SpatialCorrelation correlation, double inflation, int fields, Validation validation) {}

    /// Stations predicted without themselves, in the unit of the concentration.
    ///
    /// @param count predictions, over all fields and stations
    /// @param bias mean of predicted less measured
    /// @param coverage the share of measurements within 1.96 standard errors, each half of the pool by the
    ///     inflation of the other
    /// @param rmseOfMean of the mean of the other stations
    /// @param rmseOfNearest of the nearest other station
    /// @param rmseOfInverseDistance of the others weighted by distance⁻²
    public record Validation(
            long count,
            double rmse,
            double bias,
            double coverage,
            double rmseOfMean,
            double rmseOfNearest,
            double rmseOfInverseDistance) {}

    /// @param value by place
    /// @param standardError by place, of a measurement made there
    /// @param stations how many stations it rests on
    public record Surface(double[] value, double[] standardError, int stations) {}

    /// Fits the correlation and calibrates the standard error. Time O(fields × stations²) after
    /// [CorrelationFit].
    ///
    /// @param fields by field in the order of time, then station; missing is NaN, below zero counts as
    ///     zero
    public static Model fit(Sites stations, double[][] fields) {
        double[][] roots = new double[fields.length][];
        for (int f = 0; f < fields.length; f++) {
            roots[f] = roots(fields[f]);
        }
        CorrelationFit.Fitted fitted = CorrelationFit.of(stations, roots);
        Trial trial = new Trial(stations, fitted.correlation());
        for (int f = 0; f < fields.length; f++) {
            trial.field(fields[f], roots[f], f * SPANS / fields.length % 2);
        }
        return new Model(fitted.correlation(), trial.inflation(), fitted.fields(), trial.validation());
    }

    /// The square root of the concentration as the field's stations leave it open: a normal law at each place.
    ///
    /// @param mean by place; NaN where nothing can be said
    /// @param variance by place, of a measurement made there, not yet calibrated: times the square of
    ///     [Model#inflation] it is
    /// @param stations how many stations it rests on
    public record Roots(double[] mean, double[] variance, int stations) {}

    /// The surface of one field. Time O(places × stations²), on all processors.
    ///
    /// NaN everywhere if fewer than [CorrelationFit#FEWEST_SITES] stations measured.
    ///
    /// @param field one value for each station; missing is NaN
    public static Surface predict(Model model, Sites stations, double[] field, Sites places) {
        return back(roots(model, stations, field, places), model.inflation());
    }

    /// As [#predict], before it is squared.
    public static Roots roots(Model model, Sites stations, double[] field, Sites places) {
        double[] root = roots(field);
        BitSet present = CorrelationFit.present(root);
        if (present.cardinality() < CorrelationFit.FEWEST_SITES) {
            return unknown(places.count(), present);
        }
        Kriging kriging = Kriging.of(stations.only(present.stream().toArray()), model.correlation());
        Kriging.Weights weights = kriging.weights(places);
        double[] values = CorrelationFit.only(root, present);
        double variance = spread(kriging.crossValidate(values).variance(), values);
        double[] square = Arrays.stream(weights.unitVariance())
                .map(unit -> variance * unit)
                .toArray();
        return new Roots(weights.apply(values), square, present.cardinality());
    }

    /// What the stations that measured would have been predicted without themselves.
    ///
    /// @return by station; NaN where it did not measure
    public static Surface withoutThemselves(Model model, Sites stations, double[] field) {
        return back(rootsWithoutThemselves(model, stations, field), model.inflation());
    }

    /// As [#withoutThemselves], before it is squared.
    public static Roots rootsWithoutThemselves(Model model, Sites stations, double[] field) {
        double[] root = roots(field);
        BitSet present = CorrelationFit.present(root);
        Roots without = unknown(field.length, present);
        if (present.cardinality() >= CorrelationFit.FEWEST_SITES) {
            int[] index = present.stream().toArray();
            double[] values = CorrelationFit.only(root, present);
            Kriging.CrossValidation cross =
                    Kriging.of(stations.only(index), model.correlation()).crossValidate(values);
            for (int i = 0; i < index.length; i++) {
                without.mean()[index[i]] = values[i] - cross.error()[i];
                without.variance()[index[i]] = spread(cross.varianceWithout(i), values) * cross.unitVariance()[i];
            }
        }
        return without;
    }

    private static Roots unknown(int places, BitSet present) {
        double[] mean = new double[places];
        double[] variance = new double[places];
        Arrays.fill(mean, Double.NaN);
        Arrays.fill(variance, Double.NaN);
        return new Roots(mean, variance, present.cardinality());
    }

    private static Surface back(Roots roots, double inflation) {
        double[] value = new double[roots.mean().length];
        double[] error = new double[value.length];
        for (int p = 0; p < value.length; p++) {
            value[p] = back(roots.mean()[p], roots.variance()[p]);
            error[p] = inflation * backError(roots.mean()[p], roots.variance()[p]);
        }
        return new Surface(value, error, roots.stations());
    }

    private static double[] roots(double[] field) {
        double[] roots = new double[field.length];
        for (int i = 0; i < field.length; i++) {
            roots[i] = Double.isFinite(field[i]) ? Math.sqrt(Math.max(0, field[i])) : Double.NaN;
        }
        return roots;
    }

    private static double back(double mean, double variance) {
        return mean * mean + variance;
    }

    private static double backError(double mean, double variance) {
        return Math.sqrt(4 * mean * mean * variance + 2 * variance * variance);
    }

    private static double spread(double variance, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double least = LEAST_SPREAD * sum / values.length;
        return Math.max(variance, least * least);
    }

    /// Collects the predictions of a pool; not for two threads.
    private static final class Trial {
        private final Sites stations;
        private final SpatialCorrelation correlation;
        private final Map<BitSet, Kriging> krigings = new HashMap<>();
        private final Map<BitSet, Rivals> rivals = new HashMap<>();
        private final Ratios[] halves = {new Ratios(), new Ratios()};
        private long count;
        private double squares;
        private double sum;
        private final double[] rivalSquares = new double[3];

        Trial(Sites stations, SpatialCorrelation correlation) {
            this.stations = stations;
            this.correlation = correlation;
        }

        void field(double[] measured, double[] roots, int half) {
            BitSet present = CorrelationFit.present(roots);
            if (present.cardinality() < CorrelationFit.FEWEST_SITES) {
                return;
            }
            Sites some = stations.only(present.stream().toArray());
            double[] values = CorrelationFit.only(roots, present);
            double[] truth = CorrelationFit.only(measured, present);
            Kriging.CrossValidation cross = krigings.computeIfAbsent(present, _ -> Kriging.of(some, correlation))
                    .crossValidate(values);
            for (int i = 0; i < values.length; i++) {
                double square = spread(cross.varianceWithout(i), values) * cross.unitVariance()[i];
                double mean = values[i] - cross.error()[i];
                double difference = back(mean, square) - truth[i];
                double error = backError(mean, square);
                count++;
                squares += difference * difference;
                sum += difference;
                halves[half].add(error > 0 ? Math.abs(difference) / error : 0);
            }
            rivals.computeIfAbsent(present, _ -> new Rivals(some)).add(truth, rivalSquares);
        }

        double inflation() {
            Ratios both = new Ratios();
            both.addAll(halves[0]);
            both.addAll(halves[1]);
            return both.inflation();
        }

        Validation validation() {
            long within = halves[0].within(halves[1].inflation()) + halves[1].within(halves[0].inflation());
            return new Validation(
                    count,
                    Math.sqrt(squares / count),
                    sum / count,
                    (double) within / count,
                    Math.sqrt(rivalSquares[0] / count),
                    Math.sqrt(rivalSquares[1] / count),
                    Math.sqrt(rivalSquares[2] / count));
        }
    }

    /// Errors divided by their standard errors.
    private static final class Ratios {
        private double[] ratios = new double[64];
        private int count;

        void add(double ratio) {
            if (count == ratios.length) {
                ratios = Arrays.copyOf(ratios, 2 * count);
            }
            ratios[count++] = ratio;
        }

        void addAll(Ratios other) {
            for (int i = 0; i < other.count; i++) {
                add(other.ratios[i]);
            }
        }

        /// Where nothing was tried, the normal law is believed.
        double inflation() {
            double quantile = Quantiles.of(Arrays.copyOf(ratios, count), COVERAGE);
            return quantile > 0 ? quantile / NORMAL_95 : 1;
        }

        long within(double inflation) {
            return Arrays.stream(ratios, 0, count)
                    .filter(ratio -> ratio <= inflation * NORMAL_95)
                    .count();
        }
    }

    /// Simple predictions of a station from the others, to compare with.
    private static final class Rivals {
        private final double[][] inverse;
        private final int[] nearest;

        Rivals(Sites stations) {
            int n = stations.count();
            inverse = new double[n][n];
            nearest = new int[n];
            for (int i = 0; i < n; i++) {
                double least = Double.POSITIVE_INFINITY;
                for (int j = 0; j < n; j++) {
                    double distance = stations.distanceM(i, stations, j);
                    if (j != i && distance < least) {
                        least = distance;
                        nearest[i] = j;
                    }
                    inverse[i][j] = j == i ? 0 : 1 / Math.max(1, distance * distance);
                }
            }
        }

        void add(double[] values, double[] squares) {
            Check.atLeast(3, "squares", squares.length);
            double sum = Arrays.stream(values).sum();
            for (int i = 0; i < values.length; i++) {
                double weighted = 0;
                double weights = 0;
                for (int j = 0; j < values.length; j++) {
                    weighted += inverse[i][j] * values[j];
                    weights += inverse[i][j];
                }
                double[] predicted = {(sum - values[i]) / (values.length - 1), values[nearest[i]], weighted / weights};
                for (int k = 0; k < predicted.length; k++) {
                    squares[k] += (predicted[k] - values[i]) * (predicted[k] - values[i]);
                }
            }
        }
    }
}
