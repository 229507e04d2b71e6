package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What weighted least squares needs of its observations.
///
/// @param matrix `X'WX`, `k x k`, row by row, in full
/// @param right `X'Wy`, `k`
/// @param total `y'Wy`
/// @param observations how many of them weigh more than 0
public record NormalEquations(double[] matrix, double[] right, double total, int observations) {
    /// So many rows stay in the nearest cache.
    private static final int BLOCK = 16;

    public NormalEquations {
        if (matrix.length != right.length * right.length) {
            throw new IllegalArgumentException(
                    "%d numbers are no square matrix beside %d".formatted(matrix.length, right.length));
        }
    }

    /// Of a design of `k` columns, row by row. Time O(n k²), by two threads.
    public static NormalEquations of(double[] rows, int k, double[] y, double[] w) {
        return of(crossProduct(rows, k, w), right(rows, k, y, w), y, w);
    }

    /// Of products that are known.
    public static NormalEquations of(double[] matrix, double[] right, double[] y, double[] w) {
        Check.sameLength("y", y, "w", w);
        double total = 0;
        int observations = 0;
        for (int r = 0; r < y.length; r++) {
            total += w[r] == 0 ? 0 : w[r] * y[r] * y[r];
            observations += w[r] == 0 ? 0 : 1;
        }
        return new NormalEquations(matrix, right, total, observations);
    }

    /// `X'WX`, in full. Rows of observations are shared between two threads.
    private static double[] crossProduct(double[] rows, int k, double[] w) {
        int parts = (long) w.length * k * k > 1_000_000 ? 2 : 1;
        double[][][] sums = new double[parts][k][k];
        IntStream.range(0, parts)
                .parallel()
                .forEach(part ->
                        addSquares(rows, k, w, w.length * part / parts, w.length * (part + 1) / parts, sums[part]));
        double[] matrix = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                double total = parts == 1 ? sums[0][i][j] : sums[0][i][j] + sums[1][i][j];
                matrix[i * k + j] = total;
                matrix[j * k + i] = total;
            }
        }
        return matrix;
    }

    /// Adds the upper half of the rows' weighted squares.
    private static void addSquares(double[] flat, int k, double[] w, int from, int to, double[][] sum) {
        double[][] rows = Dense.rows(Arrays.copyOfRange(flat, from * k, to * k), k);
        double[] factors = new double[rows.length];
        for (int first = 0; first < rows.length; first += BLOCK) {
            int last = Math.min(rows.length, first + BLOCK);
            for (int i = 0; i < k; i++) {
                for (int r = first; r < last; r++) {
                    factors[r] = w[from + r] * rows[r][i];
                }
                Dense.addRows(factors, rows, first, last, sum[i], i, k);
            }
        }
    }

    /// `X'Wy`.
    static double[] right(double[] rows, int k, double[] y, double[] w) {
        double[] right = new double[k];
        for (int r = 0; r < y.length; r++) {
            if (w[r] != 0) {
                Dense.add(w[r] * y[r], rows, r * k, right, 0, k);
            }
        }
        return right;
    }
}
