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

    /// The eigenvalues of a symmetric matrix, given in full; the vector is replaced by its
    /// coordinates along the eigenvectors.
    static double[] decompose(double[] a, int n, double[] vector) {
        double[] eigenvalues = new double[n];
        double[] below = new double[n];
        reduce(a, n, eigenvalues, below, vector);
        double[][] columns = new double[n][1];
        for (int i = 0; i < n; i++) {
            columns[i][0] = vector[i];
        }
        solve(eigenvalues, below, columns);
        for (int i = 0; i < n; i++) {
            vector[i] = columns[i][0];
        }
        return eigenvalues;
    }

    /// Reduces a symmetric matrix, given in full, to the tridiagonal `Q'AQ`; each carried vector becomes `Q'`
    /// times it. `below[i]` is the element that couples `i` and `i + 1`; its last is 0. Time 2 n³.
    ///
    /// A step needs the product of what is left of the matrix with a vector that the first row of it gives, so
    /// that row is brought up to date first, and the others in the same pass that multiplies them.
    static void reduce(double[] a, int n, double[] diagonal, double[] below, double[]... carried) {
        double[][] rows = Dense.rows(a, n);
        double[] v = new double[n];
        double[] product = new double[n];
        double beta = reflector(rows[0], 0, v);
        pass(rows, 1, new double[n], new double[n], v, beta, product);
        for (int k = 0; k < n - 1; k++) {
            int from = k + 1;
            double[] row = rows[k];
            diagonal[k] = row[k];
            below[k] = beta == 0 ? row[from] : length(row, from) * (row[from] > 0 ? -1 : 1);
            for (double[] x : carried) {
                reflect(v, beta, x, from, n);
            }
            Dense.add(-beta / 2 * Dense.dot(v, from, product, from, n - from), v, from, product, from, n - from);
            double[] next = rows[from];
            subtract(next, v[from], product[from], product, v, from);
            double[] nextV = new double[n];
            double[] nextProduct = new double[n];
            beta = reflector(next, from, nextV);
            pass(rows, from + 1, product, v, nextV, beta, nextProduct);
            v = nextV;
            product = nextProduct;
        }
        diagonal[n - 1] = rows[n - 1][n - 1];
        below[n - 1] = 0;
    }

    private static double length(double[] row, int from) {
        return Math.sqrt(Dense.dot(row, from, row, from, row.length - from));
    }

    /// The vector of the reflection that maps row `k` right of the diagonal to a multiple of the first unit
    /// vector; zero is returned if it is one already, and the vector is 0.
    private static double reflector(double[] row, int k, double[] v) {
        int from = k + 1;
        double tail = 0;
        for (int j = from + 1; j < row.length; j++) {
            tail += row[j] * row[j];
        }
        if (tail == 0) {
            return 0;
        }
        System.arraycopy(row, from, v, from, row.length - from);
        double head = row[from];
        double norm = Math.sqrt(head * head + tail);
        v[from] = head > 0 ? head + norm : head - norm;
        return 2 / (v[from] * v[from] + tail);
    }

    private static void reflect(double[] v, double beta, double[] x, int from, int n) {
        double dot = Dense.dot(v, from, x, from, n - from);
        Dense.add(-beta * dot, v, from, x, from, n - from);
    }

    private static void subtract(double[] row, double vi, double pi, double[] p, double[] v, int from) {
        for (int j = from; j < row.length; j++) {
            row[j] -= vi * p[j] + pi * v[j];
        }
    }

    /// Takes `v p' + p v'` from the block from `from` on, and adds `beta` times the block times `w` to `product`.
    private static void pass(
            double[][] rows, int from, double[] p, double[] v, double[] w, double beta, double[] product) {
        int i = from;
        for (; i + 1 < rows.length; i += 2) {
            passTwo(rows[i], rows[i + 1], i, p, v, beta * w[i], beta * w[i + 1], product, from);
        }
        if (i < rows.length) {
            subtract(rows[i], v[i], p[i], p, v, from);
            Dense.addOne(beta * w[i], rows[i], product, from, rows.length);
        }
    }

    private static void passTwo(
            double[] a, double[] b, int i, double[] p, double[] v, double ofA, double ofB, double[] product, int from) {
        double va = v[i];
        double pa = p[i];
        double vb = v[i + 1];
        double pb = p[i + 1];
        for (int j = from; j < a.length; j++) {
            double xa = a[j] - (va * p[j] + pa * v[j]);
            double xb = b[j] - (vb * p[j] + pb * v[j]);
            a[j] = xa;
            b[j] = xb;
            product[j] += ofA * xa + ofB * xb;
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
