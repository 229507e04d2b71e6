package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The inner loops of dense linear algebra over plain arrays, row by row.
///
/// Sums run over rows and not along them wherever they can: the virtual machine turns `y[j] += a * x[j]`
/// into vector instructions, but keeps the order of a dot product and so computes it one number at a time. It
/// does so best where each row is an array of its own: several parts of one array in one loop, `y[j] += a * x[i +
/// j] + b * x[k + j]`, took three times as long.
public final class Dense {
    /// Below this many multiplications a second thread costs more than it saves.
    private static final long WORTH_A_THREAD = 100_000;

    private Dense() {}

    static double dot(double[] x, int xFrom, double[] y, int yFrom, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += x[xFrom + i] * y[yFrom + i];
            s1 += x[xFrom + i + 1] * y[yFrom + i + 1];
            s2 += x[xFrom + i + 2] * y[yFrom + i + 2];
            s3 += x[xFrom + i + 3] * y[yFrom + i + 3];
        }
        for (; i < length; i++) {
            s0 += x[xFrom + i] * y[yFrom + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    static double norm(double[] x) {
        return Math.sqrt(dot(x, 0, x, 0, x.length));
    }

    /// `y += factor * x` over parts of two arrays.
    static void add(double factor, double[] x, int xFrom, double[] y, int yFrom, int length) {
        for (int i = 0; i < length; i++) {
            y[yFrom + i] += factor * x[xFrom + i];
        }
    }

    /// `y[from .. to) += rows' * factors`: adds the first `factors.length` rows of a matrix of `columns`
    /// columns, each times its factor.
    static void addRows(double[] factors, double[] rows, int columns, double[] y, int from, int to) {
        int r = 0;
        for (; r + 3 < factors.length; r += 4) {
            double f0 = factors[r];
            double f1 = factors[r + 1];
            double f2 = factors[r + 2];
            double f3 = factors[r + 3];
            int at = r * columns;
            for (int j = from; j < to; j++) {
                y[j] += f0 * rows[at + j]
                        + f1 * rows[at + columns + j]
                        + (f2 * rows[at + 2 * columns + j] + f3 * rows[at + 3 * columns + j]);
            }
        }
        for (; r < factors.length; r++) {
            double f = factors[r];
            int at = r * columns;
            for (int j = from; j < to; j++) {
                y[j] += f * rows[at + j];
            }
        }
    }

    /// `y[from .. to) += Σ factors[r] · rows[r]` for rows `first` to before `last`, each of at least `to` numbers.
    public static void addRows(double[] factors, double[][] rows, int first, int last, double[] y, int from, int to) {
        int r = first;
        for (; r + 3 < last; r += 4) {
            addFour(factors, r, rows[r], rows[r + 1], rows[r + 2], rows[r + 3], y, from, to);
        }
        for (; r < last; r++) {
            addOne(factors[r], rows[r], y, from, to);
        }
    }

    private static void addFour(
            double[] factors, int r, double[] x0, double[] x1, double[] x2, double[] x3, double[] y, int from, int to) {
        double f0 = factors[r];
        double f1 = factors[r + 1];
        double f2 = factors[r + 2];
        double f3 = factors[r + 3];
        for (int j = from; j < to; j++) {
            y[j] += f0 * x0[j] + f1 * x1[j] + (f2 * x2[j] + f3 * x3[j]);
        }
    }

    static void addOne(double factor, double[] x, double[] y, int from, int to) {
        for (int j = from; j < to; j++) {
            y[j] += factor * x[j];
        }
    }

    /// The rows of a matrix of `n` columns as arrays of their own.
    static double[][] rows(double[] matrix, int n) {
        double[][] rows = new double[matrix.length / n][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = Arrays.copyOfRange(matrix, r * n, (r + 1) * n);
        }
        return rows;
    }

    /// The product of a symmetric matrix, given in full, and a vector. Two threads where it pays.
    static double[] symmetricTimes(double[] matrix, double[] x) {
        int n = x.length;
        double[] y = new double[n];
        if ((long) n * n < WORTH_A_THREAD) {
            addRows(x, matrix, n, y, 0, n);
        } else {
            int half = (n / 2 + 7) & ~7;
            IntStream.range(0, 2)
                    .parallel()
                    .forEach(part -> addRows(x, matrix, n, y, part == 0 ? 0 : half, part == 0 ? half : n));
        }
        return y;
    }

    /// The product of an `n x k` and a `k x m` matrix, rows spread over the threads.
    static double[] times(double[] a, int n, int k, double[] b, int m) {
        double[] product = new double[n * m];
        IntStream rows = IntStream.range(0, n);
        ((long) n * k * m < WORTH_A_THREAD ? rows : rows.parallel()).forEach(i -> {
            double[] factors = new double[k];
            System.arraycopy(a, i * k, factors, 0, k);
            double[] row = new double[m];
            addRows(factors, b, m, row, 0, m);
            System.arraycopy(row, 0, product, i * m, m);
        });
        return product;
    }
}
