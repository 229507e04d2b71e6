package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// A smooth trend: penalised thin-plate regression spline of one variable, smoothed by generalised cross
/// validation (GCV).
///
/// Sources: Wood (2003), Thin plate regression splines, Journal of the Royal Statistical Society B 65(1),
/// 95-114, for the basis of rank `k`; Craven and Wahba (1979), Numerische Mathematik 31, 377-403, for GCV;
/// Wood (2017), Generalized additive models, sections 5.4 and 6.10, for the Bayesian band. It is mgcv's
/// `gam(y ~ s(x, k = k))`. openair's `smoothTrend` adds `select = TRUE`, which may also shrink the straight
/// line itself to a level one; this does not, so that a weak straight trend stays visible.
///
/// In the turned basis ([SplineBasis]) a fit at any smoothness, and so a bootstrap of refits, costs O(n k).
public final class RegressionSpline {
    /// Rank of the basis unless another is asked for, as in mgcv.
    public static final int RANK = 10;

    /// Fewer points give no curve.
    public static final int FEWEST = 6;

    private static final double LOG_SMOOTHEST = 14;
    private static final double LOG_ROUGHEST = -9;
    private static final int STEPS = 47;
    private static final int REFINEMENTS = 40;

    private final double[] y;
    private final int n;
    private final int rank;
    private final double[] penalty;
    private final DMatrixRMaj fitted;
    private final DMatrixRMaj shown;

    private RegressionSpline(SplineBasis basis, double[] y) {
        this.y = y;
        n = y.length;
        rank = basis.penalty().length;
        penalty = basis.penalty();
        fitted = basis.atPoints();
        shown = basis.whereShown();
    }

    /// The curve with the Bayesian band of mgcv, which takes the points as independent.
    ///
    /// Time O(n³).
    ///
    /// @param times ascending, any unit
    /// @param values as long; NaN is missing
    /// @param k rank of the basis, at least 3: how bent the curve may be at most
    /// @param points where the curve is to be given, at least 2
    /// @param confidence of the band at each point, such as 0.95
    public static SmoothTrend fit(double[] times, double[] values, int k, int points, double confidence) {
        Check.within(0.5, 0.999, "confidence", confidence);
        return fit(times, values, k, points, (spline, wanted) -> spline.bayesian(wanted, confidence));
    }

    /// The curve with a bootstrap band: the residuals are resampled, in blocks if the plan says so, the curve is
    /// refitted to each resample with a smoothness of its own, and the band holds the middle share of the
    /// refits at each point. It is wider where neighbours resemble each other.
    ///
    /// Time O(n³ + repeats · n k). The parameters are those of [#fit(double[], double[], int, int, double)].
    public static SmoothTrend fit(double[] times, double[] values, int k, int points, BootstrapPlan plan) {
        return fit(times, values, k, points, (spline, wanted) -> spline.resampled(wanted, plan));
    }

    private static SmoothTrend fit(
            double[] times,
            double[] values,
            int k,
            int points,
            BiFunction<RegressionSpline, double[], SmoothTrend> band) {
        Check.sameLength("times", times, "values", values);
        Check.atLeast(3, "k", k);
        Check.atLeast(2, "points", points);
        int[] known = IntStream.range(0, times.length)
                .filter(i -> Double.isFinite(times[i]) && Double.isFinite(values[i]))
                .toArray();
        double[] x = Arrays.stream(known).mapToDouble(i -> times[i]).toArray();
        double[] y = Arrays.stream(known).mapToDouble(i -> values[i]).toArray();
        int distinct = (int) Arrays.stream(x).distinct().count();
        if (x.length < FEWEST || distinct < 4) {
            return SmoothTrend.none(x.length);
        }
        double from = Arrays.stream(x).min().orElseThrow();
        double span = Arrays.stream(x).max().orElseThrow() - from;
        double[] unit = IntStream.range(0, points)
                .mapToDouble(i -> (double) i / (points - 1))
                .toArray();
        double[] wanted = Arrays.stream(unit).map(u -> from + u * span).toArray();
        double[] scaled = Arrays.stream(x).map(v -> (v - from) / span).toArray();
        SplineBasis basis = SplineBasis.of(scaled, unit, Math.min(k, distinct));
        return band.apply(new RegressionSpline(basis, y), wanted);
    }

    private SmoothTrend bayesian(double[] wanted, double confidence) {
        double[] z = coefficients(y);
        double smoothness = best(z, beyond(z, y));
        double[] curve = curve(z, smoothness, shown);
        double edf = edf(smoothness);
        double variance = residual(z, beyond(z, y), smoothness) / (n - edf);
        double reach = new NormalDistribution().inverseCumulativeProbability(0.5 + confidence / 2);
        double[] lower = new double[curve.length];
        double[] upper = new double[curve.length];
        for (int i = 0; i < curve.length; i++) {
            double spread = 0;
            for (int j = 0; j < rank; j++) {
                spread += shown.get(i, j) * shown.get(i, j) / (1 + smoothness * penalty[j]);
            }
            double half = reach * Math.sqrt(variance * spread);
            lower[i] = curve[i] - half;
            upper[i] = curve[i] + half;
        }
        return new SmoothTrend(wanted, curve, lower, upper, edf, n);
    }

    private SmoothTrend resampled(double[] wanted, BootstrapPlan plan) {
        double[] z = coefficients(y);
        double smoothness = best(z, beyond(z, y));
        double[] atPoints = curve(z, smoothness, fitted);
        double[] curve = curve(z, smoothness, shown);
        double[][] at = new double[curve.length][plan.repeats()];
        MersenneDraws draws = new MersenneDraws(plan.seed());
        int[] drawn = new int[n];
        double[] other = new double[n];
        for (int b = 0; b < plan.repeats(); b++) {
            plan.draw(draws, drawn);
            for (int i = 0; i < n; i++) {
                other[i] = atPoints[i] + y[drawn[i]] - atPoints[drawn[i]];
            }
            double[] otherZ = coefficients(other);
            double[] otherCurve = curve(otherZ, best(otherZ, beyond(otherZ, other)), shown);
            for (int i = 0; i < curve.length; i++) {
                at[i][b] = otherCurve[i];
            }
        }
        double[] lower = new double[curve.length];
        double[] upper = new double[curve.length];
        for (int i = 0; i < curve.length; i++) {
            lower[i] = Quantiles.select(at[i], plan.repeats(), (1 - plan.confidence()) / 2);
            upper[i] = Quantiles.select(at[i], plan.repeats(), (1 + plan.confidence()) / 2);
        }
        return new SmoothTrend(wanted, curve, lower, upper, edf(smoothness), n);
    }

    private double[] coefficients(double[] of) {
        double[] z = new double[rank];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < rank; j++) {
                z[j] += fitted.get(i, j) * of[i];
            }
        }
        return z;
    }

    private double[] curve(double[] z, double smoothness, DMatrixRMaj functions) {
        double[] curve = new double[functions.numRows];
        for (int i = 0; i < curve.length; i++) {
            for (int j = 0; j < rank; j++) {
                curve[i] += functions.get(i, j) * z[j] / (1 + smoothness * penalty[j]);
            }
        }
        return curve;
    }

    /// The smoothness of least GCV score: a coarse look over the whole range, then golden section.
    private double best(double[] z, double beyond) {
        double step = (LOG_SMOOTHEST - LOG_ROUGHEST) / (STEPS - 1);
        double at = LOG_ROUGHEST;
        double low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double log = LOG_ROUGHEST + i * step;
            double score = gcv(z, beyond, log);
            if (score < low) {
                low = score;
                at = log;
            }
        }
        double left = at - step;
        double right = at + step;
        double golden = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < REFINEMENTS; i++) {
            double a = right - golden * (right - left);
            double b = left + golden * (right - left);
            if (gcv(z, beyond, a) < gcv(z, beyond, b)) {
                right = b;
            } else {
                left = a;
            }
        }
        return Math.pow(10, (left + right) / 2);
    }

    private double gcv(double[] z, double beyond, double log) {
        double smoothness = Math.pow(10, log);
        double rest = n - edf(smoothness);
        return n * residual(z, beyond, smoothness) / (rest * rest);
    }

    private double edf(double smoothness) {
        double sum = 0;
        for (double s : penalty) {
            sum += 1 / (1 + smoothness * s);
        }
        return sum;
    }

    /// The sum of the squared residuals at a smoothness.
    private double residual(double[] z, double beyond, double smoothness) {
        double sum = beyond;
        for (int j = 0; j < rank; j++) {
            double taken = 1 - 1 / (1 + smoothness * penalty[j]);
            sum += z[j] * z[j] * taken * taken;
        }
        return sum;
    }

    /// The sum of the squares that no function of the basis reaches.
    private double beyond(double[] z, double[] of) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double rest = of[i];
            for (int j = 0; j < rank; j++) {
                rest -= fitted.get(i, j) * z[j];
            }
            sum += rest * rest;
        }
        return sum;
    }
}
