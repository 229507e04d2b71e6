package org.dosi.kernel.stat;

import java.util.stream.IntStream;

/// Cholesky factors and what is solved with them; matrices row by row.
final class Triangular {

    private Triangular() {}

    /// Replaces a positive definite matrix by its lower factor; what lies above the diagonal is left.
    static void factorise(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a[i * n + j] = (a[i * n + j] - Dense.dot(a, i * n, a, j * n, j)) / a[j * n + j];
            }
            double square = a[i * n + i] - Dense.dot(a, i * n, a, i * n, i);
            // Rounding may leave a direction that nothing decides just below 0.
            a[i * n + i] = Math.sqrt(Math.max(square, 1e-300));
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
                .forEach(part -> solveLowerRows(factor, n, b, m, m * part / parts, m * (part + 1) / parts));
    }

    /// As above, for the columns `from` to before `to` alone.
    static void solveLowerRows(double[] factor, int n, double[] b, int m, int from, int to) {
        for (int i = 0; i < n; i++) {
            subtractRows(factor, i, n, b, m, from, to);
            double inverse = 1 / factor[i * n + i];
            for (int j = from; j < to; j++) {
                b[i * m + j] *= inverse;
            }
        }
    }

    private static void subtractRows(double[] factor, int i, int n, double[] b, int m, int from, int to) {
        int at = i * m;
        int r = 0;
        for (; r + 3 < i; r += 4) {
            double f0 = factor[i * n + r];
            double f1 = factor[i * n + r + 1];
            double f2 = factor[i * n + r + 2];
            double f3 = factor[i * n + r + 3];
            int x = r * m;
            for (int j = from; j < to; j++) {
                b[at + j] -= f0 * b[x + j] + f1 * b[x + m + j] + (f2 * b[x + 2 * m + j] + f3 * b[x + 3 * m + j]);
            }
        }
        for (; r < i; r++) {
            Dense.add(-factor[i * n + r], b, r * m + from, b, at + from, to - from);
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
