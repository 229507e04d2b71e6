package org.dosi.kernel.stat;

import java.util.Arrays;

/// Fills the gaps of a seasonal row with the basic structural model.
///
/// The row is a level that wanders with a wandering slope, a seasonal cycle that changes slowly, and noise:
///
/// ```
/// value(t)    = level(t) + season(t) + noise
/// level(t+1)  = level(t) + slope(t) + shock
/// slope(t+1)  = slope(t) + shock
/// season(t+1) = -(season(t) + … + season(t - period + 2)) + shock
/// ```
///
/// The four variances are those of greatest likelihood, and a gap takes the smoothed level and season, given
/// all numbers before and after it. Source: Harvey (1989), Forecasting, structural time series models and
/// the Kalman filter, sections 2.3 and 4.5; Durbin and Koopman (2012), Time series analysis by state space
/// methods, section 4.4. It is the model of R's `StructTS(type = "BSM")`, with which openair fills months
/// before STL, from the same start: the first number, and a covariance of a million times a hundredth of the
/// row's variance in every place, off the diagonal too. (So the level starts vague, but the cycle starts flat
/// and is learned from the row.) The search for the variances is ours: fills agree with R's as far as R's own
/// search converged.
public final class StructuralModel {
    private static final double VAGUE = 1e6;
    private static final int MOST_ROUNDS = 1500;
    private static final double COARSE = 1e-5;
    private static final double FINE = 1e-12;
    private static final double[][] STARTS = {{1, 1, 1, 1}, {0.3, 0.01, 0.3, 5}, {3, 0.1, 0.05, 3}};

    private final double[] y;
    private final int size;
    private final double scale;
    private final double start;
    private final double[] state;
    private final double[] next;
    private final double[][] cov;
    private final double[][] moved;

    private StructuralModel(double[] y, int period) {
        this.y = y;
        size = period + 1;
        double[] known = Arrays.stream(y).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(known).average().orElseThrow();
        double square = 0;
        for (double value : known) {
            square += (value - mean) * (value - mean);
        }
        scale = square / (known.length - 1) / 100;
        start = Double.isFinite(y[0]) ? y[0] : known[0];
        state = new double[size];
        next = new double[size];
        cov = new double[size][size];
        moved = new double[size][size];
    }

    /// The row with its gaps filled; the numbers that are there stay as they are.
    ///
    /// A row without gaps, of constant numbers, or of fewer than two periods' numbers has no such model: gaps
    /// between equal numbers take that number, the last case is refused.
    ///
    /// Time O(n · period²) a search step, some hundred steps.
    ///
    /// @param values evenly spaced; NaN is a gap
    /// @param period steps in a season
    public static double[] fill(double[] values, int period) {
        Check.atLeast(2, "period", period);
        double[] filled = values.clone();
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (known.length == values.length) {
            return filled;
        }
        Check.atLeast(2L * period, "finite values", known.length);
        double least = Arrays.stream(known).min().orElseThrow();
        double most = Arrays.stream(known).max().orElseThrow();
        double[] smooth;
        if (least == most) {
            smooth = new double[values.length];
            Arrays.fill(smooth, least);
        } else {
            StructuralModel model = new StructuralModel(values, period);
            smooth = model.smooth(model.likeliest());
        }
        for (int t = 0; t < filled.length; t++) {
            if (!Double.isFinite(filled[t])) {
                filled[t] = smooth[t];
            }
        }
        return filled;
    }

    /// The variances of level, slope, season and noise of greatest likelihood, in the square of the row's unit.
    static double[] variances(double[] values, int period) {
        StructuralModel model = new StructuralModel(values, period);
        return Arrays.stream(model.likeliest())
                .map(root -> root * root * model.scale)
                .toArray();
    }

    /// Level and season at each step for given roots of the variances.
    static double[] smoothed(double[] values, int period, double[] root) {
        return new StructuralModel(values, period).smooth(root);
    }

    /// Minus the mean log-likelihood for given roots of the variances, without its constant.
    static double cost(double[] values, int period, double[] root) {
        return new StructuralModel(values, period).cost(root);
    }

    /// Roots of the variances of level, slope, season and noise, each in hundredths of the row's variance.
    private double[] likeliest() {
        double[] best = {};
        double low = Double.POSITIVE_INFINITY;
        for (double[] from : STARTS) {
            double[] root = NelderMead.minimise(this::cost, from, 0.5, COARSE, MOST_ROUNDS);
            double cost = cost(root);
            if (cost < low) {
                low = cost;
                best = root;
            }
        }
        return NelderMead.minimise(this::cost, best, 0.1, FINE, MOST_ROUNDS);
    }

    /// Minus the mean log-likelihood, without its constant; the parameters are roots of variances.
    private double cost(double[] root) {
        begin();
        double sum = 0;
        int count = 0;
        for (double value : y) {
            predict(root);
            if (Double.isFinite(value)) {
                double noise = root[3] * root[3] * scale;
                double f = cov[0][0] + 2 * cov[0][2] + cov[2][2] + noise;
                if (!(f > 0)) {
                    return Double.POSITIVE_INFINITY;
                }
                double surprise = value - state[0] - state[2];
                sum += Math.log(f) + surprise * surprise / f;
                count++;
                update(surprise, f);
            }
        }
        return sum / (2 * count);
    }

    private void begin() {
        Arrays.fill(state, 0);
        state[0] = start;
        for (double[] row : cov) {
            Arrays.fill(row, VAGUE * scale);
        }
    }

    private void update(double surprise, double f) {
        for (int i = 0; i < size; i++) {
            next[i] = cov[i][0] + cov[i][2];
        }
        for (int i = 0; i < size; i++) {
            state[i] += next[i] * surprise / f;
            for (int j = 0; j < size; j++) {
                cov[i][j] -= next[i] * next[j] / f;
            }
        }
    }

    /// One step ahead: `T cov T' + V`, by the shape of T; first the rows, then the columns.
    private void predict(double[] root) {
        step(state, next);
        System.arraycopy(next, 0, state, 0, size);
        double[] rest = moved[2];
        Arrays.fill(rest, 0);
        for (int k = 2; k < size; k++) {
            for (int j = 0; j < size; j++) {
                rest[j] -= cov[k][j];
            }
        }
        for (int j = 0; j < size; j++) {
            moved[0][j] = cov[0][j] + cov[1][j];
        }
        System.arraycopy(cov[1], 0, moved[1], 0, size);
        for (int k = 3; k < size; k++) {
            System.arraycopy(cov[k - 1], 0, moved[k], 0, size);
        }
        for (int i = 0; i < size; i++) {
            step(moved[i], cov[i]);
        }
        for (int k = 0; k < 3; k++) {
            cov[k][k] += root[k] * root[k] * scale;
        }
    }

    private void step(double[] from, double[] to) {
        to[0] = from[0] + from[1];
        to[1] = from[1];
        double sum = 0;
        for (int k = 2; k < size; k++) {
            sum += from[k];
        }
        to[2] = -sum;
        System.arraycopy(from, 2, to, 3, size - 3);
    }

    /// Transposed step.
    private void back(double[] from, double[] to) {
        to[0] = from[0];
        to[1] = from[0] + from[1];
        for (int k = 2; k < size; k++) {
            to[k] = -from[2] + (k + 1 < size ? from[k + 1] : 0);
        }
    }

    /// Level and season at each step, given the whole row.
    private double[] smooth(double[] root) {
        int n = y.length;
        double[][] predicted = new double[n][];
        double[][][] spread = new double[n][][];
        double[] surprise = new double[n];
        double[] f = new double[n];
        begin();
        for (int t = 0; t < n; t++) {
            predict(root);
            predicted[t] = state.clone();
            spread[t] = Arrays.stream(cov).map(double[]::clone).toArray(double[][]::new);
            f[t] = cov[0][0] + 2 * cov[0][2] + cov[2][2] + root[3] * root[3] * scale;
            surprise[t] = y[t] - state[0] - state[2];
            if (Double.isFinite(y[t])) {
                update(surprise[t], f[t]);
            }
        }
        double[] smooth = new double[n];
        double[] r = new double[size];
        for (int t = n - 1; t >= 0; t--) {
            double[] u = new double[size];
            back(r, u);
            if (Double.isFinite(y[t])) {
                double pull = surprise[t] / f[t];
                for (int k = 0; k < size; k++) {
                    pull -= (spread[t][k][0] + spread[t][k][2]) * u[k] / f[t];
                }
                u[0] += pull;
                u[2] += pull;
            }
            r = u;
            smooth[t] = predicted[t][0] + predicted[t][2];
            for (int k = 0; k < size; k++) {
                smooth[t] += (spread[t][0][k] + spread[t][2][k]) * r[k];
            }
        }
        return smooth;
    }
}
