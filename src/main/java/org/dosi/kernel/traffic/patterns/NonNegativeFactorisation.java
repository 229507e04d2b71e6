package org.dosi.kernel.traffic.patterns;

import java.util.SplittableRandom;
import org.dosi.kernel.stat.Check;

/// Rows as sums of a few non-negative parts: x ≈ loadings · parts, least squares over the cells that are there.
///
/// Source: hierarchical alternating least squares, Cichocki and Phan 2009, IEICE Transactions E92-A(3), 708–721, with
/// inner sweeps as Gillis and Glineur 2012, Neural Computation 24(4), 1085–1105. A missing cell is what the
/// parts say of it, anew in each round (Kim and Choi 2009, ICASSP, 1541–1544): the loss of the cells that are there
/// never rises.
///
/// @param loadings by row, then part
/// @param parts by part, then column; each has length 1, in the order of what they carry, largest first
/// @param loss sum of squares that is left
/// @param total sum of squares of the cells
/// @param rounds that were made
public record NonNegativeFactorisation(double[][] loadings, double[][] parts, double loss, double total, int rounds) {
    private static final int MOST_ROUNDS = 300;
    private static final int SWEEPS = 3;

    /// Rounds end when one gains less than this share of the total.
    private static final double LEAST_GAIN = 1e-6;

    private static final double TINY = 1e-12;

    /// O(rounds · cells · parts). The same seed gives the same result.
    ///
    /// @param x by row, then column; not negative; NaN where missing
    public static NonNegativeFactorisation of(double[][] x, int parts, long seed) {
        Check.atLeast(1, "rows", x.length);
        Check.within(1, Math.min(x.length, x[0].length), "parts", parts);
        return new Search(x, parts, new SplittableRandom(seed)).run();
    }

    /// The best of several seeds.
    public static NonNegativeFactorisation best(double[][] x, int parts, long seed, int starts) {
        NonNegativeFactorisation best = of(x, parts, seed);
        for (int start = 1; start < starts; start++) {
            NonNegativeFactorisation other = of(x, parts, seed + start);
            best = other.loss < best.loss ? other : best;
        }
        return best;
    }

    /// The share of the sum of squares that the parts explain.
    public double explained() {
        return total > 0 ? 1 - loss / total : Double.NaN;
    }

    /// The two factors while they change. For one thread.
    private static final class Search {
        private final double[][] x;
        private final double[][] full;
        private final double[][] left;
        private final double[][] right;
        private final double total;
        private final boolean complete;

        Search(double[][] x, int parts, SplittableRandom random) {
            this.x = x;
            int columns = x[0].length;
            full = new double[x.length][columns];
            left = new double[x.length][parts];
            right = new double[parts][columns];
            double squares = 0;
            double sum = 0;
            int seen = 0;
            for (double[] row : x) {
                Check.within(columns, columns, "columns of a row", row.length);
                for (double value : row) {
                    if (!Double.isNaN(value)) {
                        Check.within(0, Double.MAX_VALUE, "value", value);
                        squares += value * value;
                        sum += value;
                        seen++;
                    }
                }
            }
            total = squares;
            complete = seen == x.length * columns;
            double scale = Math.sqrt(Math.max(TINY, sum / Math.max(1, seen)) / parts);
            fill(left, scale, random);
            fill(right, scale, random);
        }

        private static void fill(double[][] factor, double scale, SplittableRandom random) {
            for (double[] row : factor) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = scale * (0.1 + 1.8 * random.nextDouble());
                }
            }
        }

        NonNegativeFactorisation run() {
            double loss = total;
            int round = 0;
            boolean settled = false;
            for (int i = 0; i < x.length && complete; i++) {
                full[i] = x[i];
            }
            while (!settled && round < MOST_ROUNDS) {
                if (!complete) {
                    complete();
                }
                improveLeft();
                improveRight();
                round++;
                if (round % 5 == 0) {
                    double now = loss();
                    settled = loss - now < 5 * LEAST_GAIN * total;
                    loss = now;
                }
            }
            return ordered(loss(), round);
        }

        private void complete() {
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x[i].length; j++) {
                    full[i][j] = Double.isNaN(x[i][j]) ? modelled(i, j) : x[i][j];
                }
            }
        }

        private double modelled(int i, int j) {
            double sum = 0;
            for (int k = 0; k < right.length; k++) {
                sum += left[i][k] * right[k][j];
            }
            return sum;
        }

        private double loss() {
            double loss = 0;
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x[i].length; j++) {
                    double rest = x[i][j] - modelled(i, j);
                    loss += Double.isNaN(rest) ? 0 : rest * rest;
                }
            }
            return loss;
        }

        private void improveLeft() {
            double[][] gram = new double[right.length][right.length];
            for (int a = 0; a < right.length; a++) {
                for (int b = 0; b <= a; b++) {
                    gram[a][b] = dot(right[a], right[b]);
                    gram[b][a] = gram[a][b];
                }
            }
            double[] projected = new double[right.length];
            for (int i = 0; i < left.length; i++) {
                for (int k = 0; k < right.length; k++) {
                    projected[k] = dot(full[i], right[k]);
                }
                sweep(left[i], gram, projected);
            }
        }

        private void improveRight() {
            int parts = right.length;
            int columns = right[0].length;
            double[][] gram = new double[parts][parts];
            double[][] projected = new double[parts][columns];
            for (int i = 0; i < left.length; i++) {
                for (int a = 0; a < parts; a++) {
                    double weight = left[i][a];
                    for (int b = 0; b < parts; b++) {
                        gram[a][b] += weight * left[i][b];
                    }
                    double[] row = full[i];
                    double[] into = projected[a];
                    for (int j = 0; j < columns && weight != 0; j++) {
                        into[j] += weight * row[j];
                    }
                }
            }
            double[] column = new double[parts];
            double[] target = new double[parts];
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < parts; k++) {
                    column[k] = right[k][j];
                    target[k] = projected[k][j];
                }
                sweep(column, gram, target);
                for (int k = 0; k < parts; k++) {
                    right[k][j] = column[k];
                }
            }
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += a[j] * b[j];
            }
            return sum;
        }

        private NonNegativeFactorisation ordered(double loss, int rounds) {
            int parts = right.length;
            double[] carried = new double[parts];
            for (int k = 0; k < parts; k++) {
                double length = Math.sqrt(dot(right[k], right[k]));
                for (int j = 0; j < right[k].length && length > 0; j++) {
                    right[k][j] /= length;
                }
                for (double[] row : left) {
                    row[k] *= length;
                    carried[k] += row[k];
                }
            }
            int[] order = java.util.stream.IntStream.range(0, parts)
                    .boxed()
                    .sorted(java.util.Comparator.comparingDouble(k -> -carried[k]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[][] loadings = new double[left.length][parts];
            double[][] sorted = new double[parts][];
            for (int k = 0; k < parts; k++) {
                sorted[k] = right[order[k]];
                for (int i = 0; i < left.length; i++) {
                    loadings[i][k] = left[i][order[k]];
                }
            }
            return new NonNegativeFactorisation(loadings, sorted, loss, total, rounds);
        }
    }

    /// Improves non-negative coefficients of least squares, one after the other.
    ///
    /// @param coefficients changed in place
    /// @param gram products of the regressors with each other
    /// @param projected products of the regressors with the target
    static void sweep(double[] coefficients, double[][] gram, double[] projected) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int k = 0; k < coefficients.length; k++) {
                if (gram[k][k] > TINY) {
                    double gradient = projected[k];
                    for (int l = 0; l < coefficients.length; l++) {
                        gradient -= gram[k][l] * coefficients[l];
                    }
                    coefficients[k] = Math.max(0, coefficients[k] + gradient / gram[k][k]);
                }
            }
        }
    }
}
