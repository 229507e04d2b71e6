package org.dosi.kernel.stat;

import java.util.Arrays;

/// Symmetric eigenvalue problems by way of a tridiagonal matrix.
///
/// Source: Householder reduction and the implicitly shifted QL iteration, Martin, Reinsch and Wilkinson
/// (1968) and Dubrulle (1970), Numerische Mathematik 11, 181-195 and 15, 450; Golub and Van Loan, Matrix
/// Computations, 8.3. Written here because a smoother needs no eigenvectors, only what becomes of one
/// vector in their coordinates, which takes a twentieth of the time.
final class TridiagonalEigen {
    private static final int MOST_SWEEPS = 60;
    /// A matrix that splits at all mostly does within three.
    private static final int MANY_SWEEPS = 30;

    private TridiagonalEigen() {}

    /// Reduces a symmetric matrix, given in full and destroyed, to the tridiagonal `Q'AQ`; each carried
    /// vector becomes `Q'` times it. `below[i]` is the element that couples `i` and `i + 1`; its last is 0.
    /// Time 4/3 n³.
    static void reduce(double[] a, int n, double[] diagonal, double[] below, double[]... carried) {
        double[] v = new double[n];
        double[] p = new double[n];
        for (int k = 0; k < n - 1; k++) {
            diagonal[k] = a[k * n + k];
            double beta = reflector(a, n, k, v);
            double alpha = a[k * n + k + 1];
            if (beta == 0) {
                below[k] = alpha;
                continue;
            }
            double length = Math.sqrt(Dense.dot(a, k * n + k + 1, a, k * n + k + 1, n - k - 1));
            below[k] = alpha > 0 ? -length : length;
            for (double[] x : carried) {
                reflect(v, beta, x, k + 1, n);
            }
            update(a, n, k + 1, v, beta, p);
        }
        diagonal[n - 1] = a[n * n - 1];
        below[n - 1] = 0;
    }

    /// The vector of the reflection that maps row `k` right of the diagonal to a multiple of the first unit
    /// vector; zero is returned if it is one already.
    private static double reflector(double[] a, int n, int k, double[] v) {
        int from = k + 1;
        double tail = 0;
        for (int j = from + 1; j < n; j++) {
            v[j] = a[k * n + j];
            tail += v[j] * v[j];
        }
        if (tail == 0) {
            return 0;
        }
        double head = a[k * n + from];
        double norm = Math.sqrt(head * head + tail);
        v[from] = head > 0 ? head + norm : head - norm;
        return 2 / (v[from] * v[from] + tail);
    }

    private static void reflect(double[] v, double beta, double[] x, int from, int n) {
        double dot = Dense.dot(v, from, x, from, n - from);
        Dense.add(-beta * dot, v, from, x, from, n - from);
    }

    /// The two-sided reflection of the trailing block.
    private static void update(double[] a, int n, int from, double[] v, double beta, double[] p) {
        for (int j = from; j < n; j++) {
            p[j] = 0;
        }
        for (int i = from; i < n; i++) {
            Dense.add(beta * v[i], a, i * n + from, p, from, n - from);
        }
        double half = beta / 2 * Dense.dot(v, from, p, from, n - from);
        Dense.add(-half, v, from, p, from, n - from);
        for (int i = from; i < n; i++) {
            double vi = v[i];
            double pi = p[i];
            int row = i * n;
            for (int j = from; j < n; j++) {
                a[row + j] -= vi * p[j] + pi * v[j];
            }
        }
    }

    /// Replaces `diagonal` by the eigenvalues (in no order) of the tridiagonal matrix and each of `columns`
    /// by their combinations: starting from the columns of a matrix `C`, these are the columns of `CS`,
    /// where `S` holds the eigenvectors. `below` is destroyed.
    static void solve(double[] diagonal, double[] below, double[][] columns) {
        int n = diagonal.length;
        for (int low = 0; low < n; low++) {
            int sweeps = 0;
            int high = split(diagonal, below, low, 0);
            while (high != low) {
                if (sweeps++ == MOST_SWEEPS) {
                    throw new IllegalArgumentException("eigenvalues of a matrix with numbers that are not finite");
                }
                sweep(diagonal, below, low, high, columns);
                high = split(diagonal, below, low, sweeps < MANY_SWEEPS ? 0 : Math.ulp(largest(diagonal)));
            }
        }
    }

    private static double largest(double[] diagonal) {
        return Arrays.stream(diagonal).map(Math::abs).max().orElse(0);
    }

    /// @param nothing what rounding leaves of an element; a matrix whose eigenvalues span more digits than numbers have
    ///     comes no nearer to 0 than its largest allows
    private static int split(double[] diagonal, double[] below, int low, double nothing) {
        int high = low;
        while (high < diagonal.length - 1) {
            double size = Math.abs(diagonal[high]) + Math.abs(diagonal[high + 1]);
            if (Math.abs(below[high]) <= Math.max(Math.ulp(size), nothing)) {
                break;
            }
            high++;
        }
        return high;
    }

    private static void sweep(double[] d, double[] e, int low, int high, double[][] columns) {
        double g = (d[low + 1] - d[low]) / (2 * e[low]);
        double r = Math.hypot(g, 1);
        g = d[high] - d[low] + e[low] / (g + Math.copySign(r, g));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = high - 1; i >= low; i--) {
            double f = s * e[i];
            double b = c * e[i];
            r = Math.sqrt(f * f + g * g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[high] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            rotate(columns[i], columns[i + 1], s, c);
        }
        d[low] -= p;
        e[low] = g;
        e[high] = 0;
    }

    private static void rotate(double[] left, double[] right, double s, double c) {
        for (int k = 0; k < left.length; k++) {
            double f = right[k];
            right[k] = s * left[k] + c * f;
            left[k] = c * left[k] - s * f;
        }
    }
}
