package org.dosi.kernel.stat;

import java.util.Arrays;

/// Generalised cross-validation by the logarithm of the smoothing parameter, for [PenalisedRegression] and
/// [RidgeRegression].
///
/// In coordinates in which data and penalty are both diagonal, the penalty weighs `l` and the data `d`. With `t = λl /
/// (d + λl)`, the part of a coordinate that is smoothed away, and `q` the
/// square that it would explain, freedom is `Σ (1 - t)` and the residual `total - Σ q (1 - t²)`; by log λ,
/// `t' = t (1 - t)`.
final class CrossValidation {
    /// Between trial values of log λ. The criterion's local minima lie farther apart.
    private static final double STEP = 0.25;

    private final double[] penalty;
    private final double[] data;
    private final double[] explained;
    private final double total;
    private final int observations;
    private final double leastLambda;

    private CrossValidation(
            double[] penalty, double[] data, double[] signal, double leastLambda, double total, int observations) {
        this.penalty = penalty;
        this.data = data;
        this.leastLambda = leastLambda;
        this.total = total;
        this.observations = observations;
        this.explained = new double[penalty.length];
        for (int i = 0; i < penalty.length; i++) {
            explained[i] = data[i] > 0 ? signal[i] * signal[i] / data[i] : 0;
        }
    }

    /// In coordinates in which the data and `support` times the penalty are one together.
    ///
    /// @param signal right side of the normal equations in these coordinates
    /// @param total weighted sum of the squared observations
    static CrossValidation supported(
            double[] penalty, double[] signal, double support, double total, int observations) {
        double[] data = new double[penalty.length];
        for (int i = 0; i < penalty.length; i++) {
            data[i] = Math.max(0, 1 - support * penalty[i]);
        }
        return new CrossValidation(penalty, data, signal, support, total, observations);
    }

    /// In coordinates in which the penalty weighs 1 and the data `data`, which rounding may have left below 0.
    ///
    /// @param total as above, without what is not penalised explains
    /// @param free how many coordinates are not penalised: each is a degree of freedom whatever λ
    static CrossValidation ridge(
            double[] data, double[] signal, int free, double leastLambda, double total, int observations) {
        int k = data.length + free;
        double[] penalty = new double[k];
        Arrays.fill(penalty, 0, data.length, 1);
        double[] weights = new double[k];
        Arrays.fill(weights, 1);
        for (int i = 0; i < data.length; i++) {
            weights[i] = Math.max(0, data[i]);
        }
        return new CrossValidation(penalty, weights, Arrays.copyOf(signal, k), leastLambda, total, observations);
    }

    int observations() {
        return observations;
    }

    private double smoothed(int i, double lambda) {
        return data[i] > 0 ? lambda * penalty[i] / (data[i] + lambda * penalty[i]) : 1;
    }

    double freedom(double logLambda) {
        double lambda = Math.exp(logLambda);
        double freedom = 0;
        for (int i = 0; i < data.length; i++) {
            freedom += 1 - smoothed(i, lambda);
        }
        return freedom;
    }

    double residual(double logLambda) {
        double lambda = Math.exp(logLambda);
        double residual = total;
        for (int i = 0; i < data.length; i++) {
            double t = smoothed(i, lambda);
            residual -= explained[i] * (1 - t * t);
        }
        return Math.max(residual, 0);
    }

    double score(double logLambda) {
        double left = observations - freedom(logLambda);
        return left > 0 ? observations * residual(logLambda) / (left * left) : Double.POSITIVE_INFINITY;
    }

    /// The score's first and second derivatives.
    double[] derivatives(double logLambda) {
        double lambda = Math.exp(logLambda);
        double residual1 = 0;
        double residual2 = 0;
        double left1 = 0;
        double left2 = 0;
        for (int i = 0; i < data.length; i++) {
            double t = smoothed(i, lambda);
            double t1 = t * (1 - t);
            double t2 = t1 * (1 - 2 * t);
            residual1 += 2 * explained[i] * t * t1;
            residual2 += 2 * explained[i] * (t1 * t1 + t * t2);
            left1 += t1;
            left2 += t2;
        }
        double residual = residual(logLambda);
        double left = observations - freedom(logLambda);
        double first = residual1 / (left * left) - 2 * residual * left1 / (left * left * left);
        double second = residual2 / (left * left)
                - (4 * residual1 * left1 + 2 * residual * left2) / (left * left * left)
                + 6 * residual * left1 * left1 / (left * left * left * left);
        return new double[] {observations * first, observations * second};
    }

    /// The least of all minima, among values of λ that spend no more freedom than this.
    double minimise(double mostFreedom) {
        double least = least(Math.min(mostFreedom, observations - 1));
        double most = Math.log(leastLambda) + 60;
        double best = least;
        double bestScore = score(least);
        double steady = freedom(most) + 1e-6;
        for (double at = least + STEP; at < most; at += STEP) {
            double score = score(at);
            if (score < bestScore) {
                bestScore = score;
                best = at;
            }
            if (freedom(at) < steady) {
                break;
            }
        }
        return best == least ? best : refine(best - STEP, best + STEP);
    }

    /// The least log λ that is tried and spends no more freedom than this.
    private double least(double mostFreedom) {
        double least = Math.log(leastLambda) + 1;
        if (freedom(least) <= mostFreedom) {
            return least;
        }
        double tooLittle = least;
        double enough = least + 59;
        while (enough - tooLittle > 1e-13 * Math.max(1, Math.abs(enough))) {
            double middle = (tooLittle + enough) / 2;
            if (middle <= tooLittle || middle >= enough) {
                break;
            }
            if (freedom(middle) > mostFreedom) {
                tooLittle = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    /// The zero of the slope between a falling and a rising end, by halving: 50 sums are nothing.
    private double refine(double low, double high) {
        double falling = low;
        double rising = high;
        while (rising - falling > 1e-13 * Math.max(1, Math.abs(rising))) {
            double middle = (falling + rising) / 2;
            if (middle <= falling || middle >= rising) {
                break;
            }
            if (derivatives(middle)[0] < 0) {
                falling = middle;
            } else {
                rising = middle;
            }
        }
        return (falling + rising) / 2;
    }
}
