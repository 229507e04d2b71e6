package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A series as a constant, other regressors, and perhaps one more step: what [StepTest] and [StepEffect]
/// share.
///
/// Regressors are made orthonormal once; after that each series costs O(values × regressors), and all
/// places for a step are tried by one running sum. Missing values are left out.
final class StepModel {
    /// Rounds of the search for the autocorrelation that looks like the observed one, and series in each.
    private static final int CALIBRATION_ROUNDS = 3;

    private static final int CALIBRATION_SERIES = 100;
    private static final double MOST_CORRELATION = 0.98;

    private final int length;
    /// Places of the values that are there.
    private final int[] at;
    private final OrthonormalBasis basis = new OrthonormalBasis();
    /// By place in `at`: the squares of a step there that no regressor explains.
    private final double[] stepSquares;
    private final double least;

    /// Where a step fits best, how high it is, and by how much it lowers the sum of squares.
    record Best(int place, double size, double gain) {}

    /// Noise that looks like what the model leaves: its lag-one autocorrelation and standard deviation.
    record Noise(double correlation, double deviation) {}

    /// @param values NaN if missing
    /// @param regressors each as long as the values; a constant is always among them
    /// @param margin a step has at least as many values on both sides, and as many of its own beside other
    ///     steps
    StepModel(double[] values, double[][] regressors, int margin) {
        length = values.length;
        int count = 0;
        int[] places = new int[length];
        for (int i = 0; i < length; i++) {
            if (Double.isFinite(values[i])) {
                places[count++] = i;
            }
        }
        at = Arrays.copyOf(places, count);
        double[] constant = new double[count];
        Arrays.fill(constant, 1);
        basis.add(constant);
        for (double[] regressor : regressors) {
            Check.sameLength("values", values, "regressors[i]", regressor);
            basis.add(taken(regressor));
        }
        least = Math.max(1, margin) / 2.0;
        stepSquares = stepSquares();
        for (int i = 0; i < count; i++) {
            if (i < margin || count - i < margin) {
                stepSquares[i] = 0;
            }
        }
    }

    int present() {
        return at.length;
    }

    /// The step from an index of the series on: 0 before it, 1 from there.
    static double[] step(int length, int from) {
        double[] step = new double[length];
        Arrays.fill(step, from, length, 1);
        return step;
    }

    double[] taken(double[] series) {
        return Arrays.stream(at).mapToDouble(i -> series[i]).toArray();
    }

    /// What the regressors leave of the values that are there.
    double[] residuals(double[] present) {
        return basis.without(present);
    }

    private double[] stepSquares() {
        double[] squares = new double[at.length];
        double[] sums = new double[basis.size()];
        for (int i = at.length - 1; i >= 0; i--) {
            squares[i] = at.length - i;
            for (int b = 0; b < sums.length; b++) {
                sums[b] += basis.direction(b)[i];
                squares[i] -= sums[b] * sums[b];
            }
        }
        return squares;
    }

    /// The best step in residuals; of size 0 and place -1 if there is no room for any.
    Best best(double[] residuals) {
        Best best = new Best(-1, 0, 0);
        double sum = 0;
        for (int i = residuals.length - 1; i > 0; i--) {
            sum += residuals[i];
            if (stepSquares[i] >= least && sum * sum / stepSquares[i] > best.gain) {
                best = new Best(i, sum / stepSquares[i], sum * sum / stepSquares[i]);
            }
        }
        return best;
    }

    /// The index of the series at a place among the values that are there.
    int index(int place) {
        return at[place];
    }

    /// The size of a step from an index of the series on, fitted with all regressors; NaN if nothing tells
    /// it.
    double sizeAt(double[] residuals, int index) {
        int place = 0;
        while (place < at.length && at[place] < index) {
            place++;
        }
        if (place == at.length || !(stepSquares[place] >= least)) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = place; i < residuals.length; i++) {
            sum += residuals[i];
        }
        return sum / stepSquares[place];
    }

    /// What the best step leaves of residuals.
    double[] withoutBest(double[] residuals) {
        Best best = best(residuals);
        if (best.place < 0) {
            return residuals;
        }
        double[] rest = residuals.clone();
        for (int i = best.place; i < rest.length; i++) {
            rest[i] -= best.size;
        }
        return residuals(rest);
    }

    /// The ratio that is tested: what the best step explains, in units of what it leaves.
    double statistic(double[] residuals) {
        double gain = best(residuals).gain;
        double rest = OrthonormalBasis.squares(residuals) - gain;
        return rest > 0 ? gain / rest : 0;
    }

    /// The lag-one autocorrelation of residuals, over neighbours that are both there; 0 of constant ones.
    double correlation(double[] residuals) {
        double products = 0;
        int pairs = 0;
        for (int i = 1; i < at.length; i++) {
            if (at[i] == at[i - 1] + 1) {
                products += residuals[i] * residuals[i - 1];
                pairs++;
            }
        }
        double squares = OrthonormalBasis.squares(residuals);
        return squares > 0 && pairs > 0
                ? Math.clamp(products / pairs / (squares / at.length), -MOST_CORRELATION, MOST_CORRELATION)
                : 0;
    }

    /// The noise whose residuals, after all that was fitted to it, look like those observed.
    ///
    /// Fitting lowers both the autocorrelation and the spread of residuals; a test that took them as they
    /// are would see steps too often. So noise is made, fitted alike, and made stronger until it looks the
    /// same.
    ///
    /// @param stepToo whether the best step was fitted as well
    Noise noise(double[] observed, boolean stepToo, SplittableRandom random) {
        double[] rest = stepToo ? withoutBest(observed) : observed;
        double target = correlation(rest);
        double spread = Math.sqrt(OrthonormalBasis.squares(rest) / at.length);
        double correlation = target;
        double kept = 1;
        for (int round = 0; round < CALIBRATION_ROUNDS; round++) {
            double seen = 0;
            double squares = 0;
            for (int s = 0; s < CALIBRATION_SERIES; s++) {
                double[] made = residuals(make(new Noise(correlation, 1), random));
                double[] madeRest = stepToo ? withoutBest(made) : made;
                seen += correlation(madeRest) / CALIBRATION_SERIES;
                squares += OrthonormalBasis.squares(madeRest) / at.length / CALIBRATION_SERIES;
            }
            kept = Math.sqrt(squares);
            correlation = Math.clamp(correlation + target - seen, -MOST_CORRELATION, MOST_CORRELATION);
        }
        return new Noise(correlation, kept > 0 ? spread / kept : 0);
    }

    /// A stationary autoregression of order one at the places of the values that are there.
    double[] make(Noise noise, SplittableRandom random) {
        double[] made = new double[at.length];
        double innovation = Math.sqrt(1 - noise.correlation * noise.correlation);
        double now = random.nextGaussian();
        int next = 0;
        for (int i = 0; i < length && next < at.length; i++) {
            now = i == 0 ? now : noise.correlation * now + innovation * random.nextGaussian();
            if (at[next] == i) {
                made[next++] = noise.deviation * now;
            }
        }
        return made;
    }
}
