package org.dosi.kernel.traffic.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dosi.kernel.geo.CorrelationFit;
import org.dosi.kernel.geo.Kriging;
import org.dosi.kernel.geo.Sites;
import org.dosi.kernel.geo.SpatialCorrelation;
import org.dosi.kernel.stat.Check;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/// Flows of links that nobody counts, from those that are counted: a trend over features of a link (its class above
/// all) in the logarithm of the flow, and ordinary kriging of what the trend leaves, along the plane.
///
/// The stated error is what the model errs at places it has not seen: each place is left out with both its
/// directions (of many places a few at a time), trend and weights are made anew from the others, and the interval is as
/// many kriging deviations wide
/// as hold the wanted share of these errors (split-free conformal prediction by leave-one-out; V. Vovk, A. Gammerman
/// and G. Shafer (2005), Algorithmic Learning in a Random World). The coverage is then checked on tenths of the
/// places, each with the width that the other nine ask for.
///
/// Source: N. Cressie, Statistics for Spatial Data (1993), 3.4; for counts on road networks J. K. Eom and others
/// (2006), Improving the prediction of annual average daily traffic for nonfreeway facilities by applying a spatial
/// statistical method, Transportation Research Record 1968, 20-29.
public final class FlowSpread {
    /// Keeps the trend from being singular where a feature is the same everywhere; relative to the diagonal.
    private static final double RIDGE = 1e-3;

    private static final int TENTHS = 10;

    /// More take as much longer, and leave a place hardly more neighbours.
    private static final int FOLDS = 40;

    private FlowSpread() {}

    /// Places with what is known of them.
    ///
    /// @param features by place; the first is 1, the others about 0 in the mean
    @SuppressWarnings("ArrayRecordComponent") // handed over and not compared
    public record Places(Sites sites, double[][] features) {
        public Places {
            Check.within(sites.count(), sites.count(), "features", features.length);
        }

        Places only(int[] indexes) {
            return new Places(
                    sites.only(indexes),
                    Arrays.stream(indexes).mapToObj(i -> features[i]).toArray(double[][]::new));
        }
    }

    /// Fits every field (the mean, and each hour of the day) with a trend and an error of its own and the correlation
    /// of the first. Time O(groups × counted³).
    ///
    /// @param logFlow by field, then counted place; finite
    /// @param group by counted place: those of one group are left out together
    /// @param share of future values that an interval should hold, as 0.9
    /// @throws IllegalArgumentException for fewer than ten groups
    public static Model fit(Places counted, double[][] logFlow, int[] group, double share) {
        for (double[] field : logFlow) {
            Check.sameLength("logFlow", field, "sites", counted.sites().eastM());
        }
        Check.atLeast(TENTHS, "groups", Arrays.stream(group).distinct().count());
        double[] first = rest(counted, logFlow[0], trend(counted.features(), logFlow[0]));
        SpatialCorrelation correlation = correlation(counted.sites(), first, group);
        double[][] predicted = new double[logFlow.length][group.length];
        double[][] deviation = new double[logFlow.length][group.length];
        int[] fold = folds(group);
        IntStream.range(0, FOLDS).parallel().forEach(own -> {
            int[] out =
                    IntStream.range(0, fold.length).filter(i -> fold[i] == own).toArray();
            int[] in =
                    IntStream.range(0, fold.length).filter(i -> fold[i] != own).toArray();
            if (out.length > 0) {
                leaveOut(counted, logFlow, in, out, correlation, predicted, deviation);
            }
        });
        Kriging kriging = Kriging.of(counted.sites(), correlation);
        Field[] fields = new Field[logFlow.length];
        for (int f = 0; f < fields.length; f++) {
            double[] score = new double[group.length];
            for (int i = 0; i < score.length; i++) {
                score[i] = Math.abs(logFlow[f][i] - predicted[f][i]) / deviation[f][i];
            }
            double[] beta = trend(counted.features(), logFlow[f]);
            fields[f] = new Field(
                    beta,
                    deviationOf(kriging, rest(counted, logFlow[f], beta)),
                    width(score, share),
                    predicted[f],
                    coverage(score, group, share));
        }
        return new Model(counted, correlation, fields);
    }

    /// Of the groups' means, each where its first member is: two directions of one place are alike at no distance, and
    /// would hide what places a kilometre apart share.
    private static SpatialCorrelation correlation(Sites sites, double[] rest, int[] group) {
        int[] order = Arrays.stream(group).distinct().toArray();
        int[] first = new int[order.length];
        double[] mean = new double[order.length];
        for (int g = 0; g < order.length; g++) {
            int own = order[g];
            int[] members = IntStream.range(0, group.length)
                    .filter(i -> group[i] == own)
                    .toArray();
            first[g] = members[0];
            mean[g] = Arrays.stream(members).mapToDouble(i -> rest[i]).average().orElseThrow();
        }
        return CorrelationFit.of(sites.only(first), new double[][] {mean}).correlation();
    }

    /// One group in as many as there are folds, so that a fold leaves little out; small data leave out one at a time.
    private static int[] folds(int[] group) {
        int[] order = Arrays.stream(group).distinct().toArray();
        return Arrays.stream(group)
                .map(own -> IntStream.range(0, order.length)
                                .filter(i -> order[i] == own)
                                .findFirst()
                                .orElseThrow()
                        % FOLDS)
                .toArray();
    }

    private static void leaveOut(
            Places counted,
            double[][] logFlow,
            int[] in,
            int[] out,
            SpatialCorrelation correlation,
            double[][] predicted,
            double[][] deviation) {
        Places others = counted.only(in);
        Places left = counted.only(out);
        Kriging kriging = Kriging.of(others.sites(), correlation);
        Kriging.Weights weights = kriging.weights(left.sites());
        for (int f = 0; f < logFlow.length; f++) {
            double[] field = logFlow[f];
            double[] known = Arrays.stream(in).mapToDouble(i -> field[i]).toArray();
            double[] beta = trend(others.features(), known);
            double[] rest = rest(others, known, beta);
            double scale = deviationOf(kriging, rest);
            double[] kriged = weights.apply(rest);
            for (int i = 0; i < out.length; i++) {
                predicted[f][out[i]] = dot(left.features()[i], beta) + kriged[i];
                deviation[f][out[i]] = scale * Math.sqrt(weights.unitVariance()[i]);
            }
        }
    }

    private static double deviationOf(Kriging kriging, double[] rest) {
        return Math.sqrt(Math.max(kriging.crossValidate(rest).variance(), Double.MIN_NORMAL));
    }

    /// The least score that is not exceeded by the share of the scores and of one that is to come.
    private static double width(double[] score, double share) {
        double[] sorted = score.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil((sorted.length + 1) * share);
        return sorted[Math.min(rank, sorted.length) - 1];
    }

    private static double coverage(double[] score, int[] group, double share) {
        int within = 0;
        int[] order = Arrays.stream(group).distinct().sorted().toArray();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            List<Double> others = new ArrayList<>();
            List<Double> own = new ArrayList<>();
            for (int i = 0; i < score.length; i++) {
                boolean here = Arrays.binarySearch(order, group[i]) % TENTHS == tenth;
                (here ? own : others).add(score[i]);
            }
            double width =
                    width(others.stream().mapToDouble(Double::doubleValue).toArray(), share);
            within += (int) own.stream().filter(each -> each <= width).count();
        }
        return (double) within / score.length;
    }

    private static double[] trend(double[][] features, double[] values) {
        int k = features[0].length;
        DMatrixRMaj x = new DMatrixRMaj(features);
        DMatrixRMaj normal = new DMatrixRMaj(k, k);
        CommonOps_DDRM.multInner(x, normal);
        for (int i = 1; i < k; i++) {
            normal.add(i, i, RIDGE * features.length);
        }
        DMatrixRMaj right = new DMatrixRMaj(k, 1);
        CommonOps_DDRM.multTransA(x, DMatrixRMaj.wrap(values.length, 1, values), right);
        LinearSolverChol_DDRM solver = new LinearSolverChol_DDRM(
                new org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM(true));
        if (!solver.setA(normal)) {
            throw new IllegalArgumentException("features: expected finite ones, found others");
        }
        DMatrixRMaj beta = new DMatrixRMaj(k, 1);
        solver.solve(right, beta);
        return beta.getData();
    }

    private static double[] rest(Places places, double[] values, double[] beta) {
        double[] rest = new double[values.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = values[i] - dot(places.features()[i], beta);
        }
        return rest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// What was fitted to one field.
    ///
    /// @param beta of the trend
    /// @param deviation of what the trend leaves
    /// @param width of an interval to each side, in deviations of the kriging
    /// @param leftOut by counted place, the logarithm of the flow that the other places predict
    /// @param coverage the share of left-out values that intervals of the others' width hold
    @SuppressWarnings("ArrayRecordComponent") // handed over and not compared
    public record Field(double[] beta, double deviation, double width, double[] leftOut, double coverage) {}

    @SuppressWarnings("ArrayRecordComponent") // handed over and not compared
    public record Model(Places counted, SpatialCorrelation correlation, Field[] fields) {

        /// Prepares places that are not counted. Time O(places × counted²).
        public Spread at(Places places) {
            return new Spread(
                    this, places, Kriging.of(counted.sites(), correlation).weights(places.sites()));
        }
    }

    /// The flows of places that are not counted.
    public record Spread(Model model, Places places, Kriging.Weights weights) {

        /// Logarithms of the flow at the places, for logarithms at the counted ones in the order of the fit: those of
        /// the fit, or of one day. What a day has more or less than the fit is spread with the same weights.
        public double[] predict(int field, double[] logFlow) {
            double[] beta = model.fields[field].beta;
            double[] predicted = weights.apply(rest(model.counted, logFlow, beta));
            for (int i = 0; i < predicted.length; i++) {
                predicted[i] += dot(places.features()[i], beta);
            }
            return predicted;
        }

        /// Half the width of the interval of a logarithm.
        public double halfWidth(int field, int place) {
            Field fitted = model.fields[field];
            return fitted.width * fitted.deviation * Math.sqrt(weights.unitVariance()[place]);
        }
    }
}
