package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Cholesky factors and what is solved with them; matrices row by row.
final class Triangular {

    private Triangular() {}

    /// Replaces a positive definite matrix, given in full, by its lower factor; what lies above the diagonal
    /// is left.
    static void factorise(double[] a, int n) {
        // Row by row of the upper factor, so that sums run over rows.
        double[][] upper = Dense.rows(a, n);
        double[] factors = new double[n];
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < i; r++) {
                factors[r] = -upper[r][i];
            }
            double[] row = upper[i];
            Dense.addRows(factors, upper, 0, i, row, i, n);
            // Rounding may leave a direction that nothing decides just below 0.
            double root = Math.sqrt(Math.max(row[i], 1e-300));
            row[i] = root;
            for (int j = i + 1; j < n; j++) {
                row[j] /= root;
            }
            for (int j = i; j < n; j++) {
                a[j * n + i] = row[j];
            }
        }
    }

    /// `(L L')⁻¹`, in full. Time 4/3 n³.
    static double[] inverse(double[] factor, int n) {
        double[][] half = new double[n][n];
        double[] factors = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = half[i];
            for (int r = 0; r < i; r++) {
                factors[r] = -factor[i * n + r];
            }
            Dense.addRows(factors, half, 0, i, row, 0, i);
            row[i] = 1;
            for (int j = 0; j <= i; j++) {
                row[j] /= factor[i * n + i];
            }
        }
        double[] inverse = new double[n * n];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            for (int r = i; r < n; r++) {
                factors[r] = half[r][i];
            }
            Dense.addRows(factors, half, i, n, row, 0, i + 1);
            for (int j = 0; j <= i; j++) {
                inverse[i * n + j] = row[j];
                inverse[j * n + i] = row[j];
            }
        }
        return inverse;
    }

    /// `L⁻¹ B` for a matrix of `n` rows, in place.
    static void solveLower(double[] factor, double[][] b) {
        int n = b.length;
        double[] factors = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = b[i];
            for (int r = 0; r < i; r++) {
                factors[r] = -factor[i * n + r];
            }
            Dense.addRows(factors, b, 0, i, row, 0, row.length);
            double inverse = 1 / factor[i * n + i];
            for (int j = 0; j < row.length; j++) {
                row[j] *= inverse;
            }
        }
    }

    static void solveLower(double[] factor, int n, double[] x) {
        for (int i = 0; i < n; i++) {
            x[i] = (x[i] - Dense.dot(factor, i * n, x, 0, i)) / factor[i * n + i];
        }
    }

    static void solveLowerTransposed(double[] factor, int n, double[] x) {
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= factor[i * n + i];
            Dense.add(-x[i], factor, i * n, x, 0, i);
        }
    }

    /// `L⁻¹ B` for the `n x m` matrix `b`, in place. Columns are shared between two threads.
    static void solveLowerRows(double[] factor, int n, double[] b, int m) {
        int parts = (long) n * n * m > 400_000 ? 2 : 1;
        IntStream.range(0, parts)
                .parallel()
                .forEach(part -> solveColumns(factor, n, b, m, m * part / parts, m * (part + 1) / parts));
    }

    private static void solveColumns(double[] factor, int n, double[] b, int m, int from, int to) {
        double[][] part = new double[n][];
        for (int i = 0; i < n; i++) {
            part[i] = Arrays.copyOfRange(b, i * m + from, i * m + to);
        }
        solveLower(factor, part);
        for (int i = 0; i < n; i++) {
            System.arraycopy(part[i], 0, b, i * m + from, to - from);
        }
    }

    /// `L⁻¹ S L⁻ᵀ` of a symmetric `S`.
    static double[] twoSided(double[] factor, int n, double[] symmetric) {
        double[] half = symmetric.clone();
        solveLowerRows(factor, n, half, n);
        double[] turned = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                turned[j * n + i] = half[i * n + j];
            }
        }
        solveLowerRows(factor, n, turned, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (turned[i * n + j] + turned[j * n + i]) / 2;
                turned[i * n + j] = mean;
                turned[j * n + i] = mean;
            }
        }
        return turned;
    }
}
