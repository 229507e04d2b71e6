package org.dosi.kernel.factors;

import java.util.Arrays;

/// One half of alternating least squares: with one factor matrix given, the other one is found exactly,
/// column by column of the data.
///
/// All matrices lie row by row. The wanted matrix is `factors` × `columns`, the given one `factors` ×
/// `depth`, and the data are `depth` × `columns`, so that the inner loops run along columns. The
/// normal equations of all columns are formed together, O(depth · columns · factors²), and solved one by one.
/// Not thread-safe: an object holds the scratch of one thread.
final class HalfStep {
    /// Newton steps for the means that are asked for; five do, unless the set of free elements keeps changing.
    private static final int MOST_NEWTON_STEPS = 60;

    /// How near the mean must come to the one asked for, relative.
    private static final double MEAN_TOLERANCE = 1e-9;

    private final int factors;
    private final int depth;
    private final int columns;
    private final double[] gram;
    private final double[] right;
    private final double[] product;
    private final BoxLeastSquares box;
    private final double[] a;
    private final double[] b;
    private final double[] z;
    private final double[] lower;
    private final double[] upper;
    private final double[] multiplier;

    HalfStep(int factors, int depth, int columns) {
        this.factors = factors;
        this.depth = depth;
        this.columns = columns;
        gram = new double[factors * (factors + 1) / 2 * columns];
        right = new double[factors * columns];
        product = new double[depth];
        box = new BoxLeastSquares(factors);
        a = new double[factors * factors];
        b = new double[factors];
        z = new double[factors];
        lower = new double[factors];
        upper = new double[factors];
        multiplier = new double[factors];
    }

    /// Forms the normal equations. Linear and quadratic terms of a penalty may then be added.
    ///
    /// @param weight 1/u², `depth` × `columns`
    /// @param weighted x/u²
    /// @param given `factors` × `depth`
    void form(double[] weight, double[] weighted, double[] given) {
        Arrays.fill(gram, 0);
        Arrays.fill(right, 0);
        int pair = 0;
        for (int k = 0; k < factors; k++) {
            for (int l = 0; l <= k; l++) {
                for (int d = 0; d < depth; d++) {
                    product[d] = given[k * depth + d] * given[l * depth + d];
                }
                addProducts(product, 0, weight, gram, pair++ * columns);
            }
            addProducts(given, k * depth, weighted, right, k * columns);
        }
    }

    /// into[at + c] += Σ_d factor[from + d] · matrix[d, c], four rows of the matrix at a time.
    private void addProducts(double[] factor, int from, double[] matrix, double[] into, int at) {
        int d = 0;
        for (; d + 4 <= depth; d += 4) {
            double f0 = factor[from + d];
            double f1 = factor[from + d + 1];
            double f2 = factor[from + d + 2];
            double f3 = factor[from + d + 3];
            if (f0 == 0 && f1 == 0 && f2 == 0 && f3 == 0) {
                continue;
            }
            int r0 = d * columns;
            int r1 = r0 + columns;
            int r2 = r1 + columns;
            int r3 = r2 + columns;
            for (int c = 0; c < columns; c++) {
                into[at + c] += f0 * matrix[r0 + c] + f1 * matrix[r1 + c] + f2 * matrix[r2 + c] + f3 * matrix[r3 + c];
            }
        }
        for (; d < depth; d++) {
            double f = factor[from + d];
            int row = d * columns;
            for (int c = 0; c < columns; c++) {
                into[at + c] += f * matrix[row + c];
            }
        }
    }

    /// Adds weight·(z - target)² of every element to what is minimised, but for its constant.
    void addPull(double weight, double[] target) {
        for (int k = 0; k < factors; k++) {
            int diagonal = k * (k + 1) / 2 + k;
            for (int c = 0; c < columns; c++) {
                gram[diagonal * columns + c] += weight;
                right[k * columns + c] += weight * target[k * columns + c];
            }
        }
    }

    /// Adds -2·slope·z of every element to what is minimised.
    void addSlope(double[] slope) {
        for (int e = 0; e < right.length; e++) {
            right[e] += slope[e];
        }
    }

    /// Solves all columns in the box and returns the minimum of Σ z'Az - 2b'z.
    ///
    /// @param wanted `factors` × `columns`: where to begin, and then the solution
    double solve(double[] wanted, double[] lowest, double[] highest) {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
            gather(c, wanted, lowest, highest);
            box.solve(a, b, lower, upper, z);
            sum += objective();
            scatter(c, wanted);
        }
        return sum;
    }

    /// As [#solve], with the mean over the columns held at 1 for the factors named.
    ///
    /// The condition enters with a multiplier for each of these factors, found by Newton's method: the means
    /// grow with their multipliers, piecewise linearly.
    double solveWithMeanOne(double[] wanted, double[] lowest, double[] highest, int[] held) {
        double[] mean = new double[held.length];
        double[] inverse = new double[held.length * held.length];
        double sum = 0;
        for (int step = 0; step < MOST_NEWTON_STEPS; step++) {
            sum = sweep(wanted, lowest, highest, held, inverse);
            double worst = 0;
            for (int h = 0; h < held.length; h++) {
                mean[h] = meanOf(wanted, held[h]);
                worst = Math.max(worst, Math.abs(mean[h] - 1));
            }
            if (worst <= MEAN_TOLERANCE) {
                break;
            }
            newton(held, mean, inverse);
        }
        for (int k : held) {
            rescale(wanted, k);
        }
        return sum;
    }

    private double sweep(double[] wanted, double[] lowest, double[] highest, int[] held, double[] inverse) {
        Arrays.fill(inverse, 0);
        double sum = 0;
        for (int c = 0; c < columns; c++) {
            gather(c, wanted, lowest, highest);
            for (int k = 0; k < factors; k++) {
                b[k] += multiplier[k];
            }
            box.solve(a, b, lower, upper, z);
            box.addFreeInverse(a, held, inverse);
            for (int k = 0; k < factors; k++) {
                b[k] -= multiplier[k];
            }
            sum += objective();
            scatter(c, wanted);
        }
        return sum;
    }

    private void newton(int[] held, double[] mean, double[] inverse) {
        int n = held.length;
        double[] matrix = new double[n * n];
        double[] step = new double[n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                matrix[r * n + c] = inverse[r * n + c] / columns;
            }
            step[r] = 1 - mean[r];
            if (!(matrix[r * n + r] > 0)) {
                multiplier[held[r]] = multiplier[held[r]] * 2 + diagonal(held[r]);
                return;
            }
        }
        double[] solution = new double[n];
        double[] none = new double[n];
        double[] all = new double[n];
        Arrays.fill(none, -Double.MAX_VALUE);
        Arrays.fill(all, Double.MAX_VALUE);
        new BoxLeastSquares(n).solve(matrix, step, none, all, solution);
        for (int r = 0; r < n; r++) {
            multiplier[held[r]] += solution[r];
        }
    }

    /// A multiplier that is sure to lift a factor all of whose elements are 0.
    private double diagonal(int k) {
        int pair = k * (k + 1) / 2 + k;
        double most = 0;
        for (int c = 0; c < columns; c++) {
            most = Math.max(most, gram[pair * columns + c] + Math.abs(right[k * columns + c]));
        }
        return most;
    }

    private double meanOf(double[] wanted, int k) {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
            sum += wanted[k * columns + c];
        }
        return sum / columns;
    }

    /// Takes the last rounding out of a mean that is to be 1.
    private void rescale(double[] wanted, int k) {
        double mean = meanOf(wanted, k);
        if (mean > 0) {
            for (int c = 0; c < columns; c++) {
                wanted[k * columns + c] /= mean;
            }
        }
    }

    private void gather(int c, double[] wanted, double[] lowest, double[] highest) {
        int pair = c;
        for (int k = 0; k < factors; k++) {
            for (int l = 0; l <= k; l++) {
                double value = gram[pair];
                a[k * factors + l] = value;
                a[l * factors + k] = value;
                pair += columns;
            }
            int e = k * columns + c;
            b[k] = right[e];
            lower[k] = lowest[e];
            upper[k] = highest[e];
            z[k] = Math.min(Math.max(wanted[e], lowest[e]), highest[e]);
        }
    }

    private void scatter(int c, double[] wanted) {
        for (int k = 0; k < factors; k++) {
            wanted[k * columns + c] = z[k];
        }
    }

    private double objective() {
        double sum = 0;
        for (int k = 0; k < factors; k++) {
            double row = -2 * b[k];
            for (int l = 0; l < factors; l++) {
                row += a[k * factors + l] * z[l];
            }
            sum += row * z[k];
        }
        return sum;
    }
}
