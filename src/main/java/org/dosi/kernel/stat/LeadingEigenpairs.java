package org.dosi.kernel.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The eigenpairs of largest magnitude of a symmetric matrix.
///
/// Source: Lanczos iteration with full reorthogonalisation (Golub and Van Loan, Matrix Computations, 10.3;
/// Wood 2003, section 4, uses it for thin-plate splines). One Lanczos vector can miss the second of two
/// equal eigenvalues; so a second random vector is sent into what the first has left, and where it meets an
/// eigenvalue as large as one of those found, or where the matrix is small, the whole matrix is solved by
/// Householder reduction and QL.
///
/// @param values largest magnitude first
/// @param vectors in the same order, each of unit length
record LeadingEigenpairs(double[] values, double[][] vectors) {
    /// Relative to the largest eigenvalue. The wanted space is exact to about this over the gap that ends
    /// it.
    private static final double RESIDUAL = 1e-13;

    private static final int CHECK_EVERY = 12;
    private static final int PROBE_STEPS = 8;

    /// Of a smaller matrix the whole spectrum is as quick.
    private static final int SMALL = 160;

    private static final long SEED = 20030165;

    /// The `count` leading pairs of the `n x n` matrix. Time about 2.5 `count` products with the matrix.
    static LeadingEigenpairs of(double[] matrix, int n, int count) {
        Check.within(1, n, "count", count);
        if (n <= SMALL || count > n / 2) {
            return dense(matrix, n, count);
        }
        Lanczos lanczos = new Lanczos(matrix, n, new SplittableRandom(SEED));
        while (!lanczos.hasConverged(count)) {
            if (!lanczos.advance(CHECK_EVERY) || lanczos.steps() > n / 2 + count) {
                return dense(matrix, n, count);
            }
        }
        LeadingEigenpairs found = lanczos.pairs(count);
        return lanczos.probe() > 0.95 * Math.abs(found.values[count - 1]) ? dense(matrix, n, count) : found;
    }

    private static LeadingEigenpairs dense(double[] matrix, int n, int count) {
        double[] diagonal = new double[n];
        double[] below = new double[n];
        double[][] rows = unitVectors(n);
        // A unit vector carried through the reduction becomes a row of Q.
        TridiagonalEigen.reduce(matrix, n, diagonal, below, rows);
        double[][] columns = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        TridiagonalEigen.solve(diagonal, below, columns);
        int[] order = byMagnitude(diagonal, count);
        return new LeadingEigenpairs(
                Arrays.stream(order).mapToDouble(i -> diagonal[i]).toArray(),
                Arrays.stream(order).mapToObj(i -> columns[i]).toArray(double[][]::new));
    }

    private static double[][] unitVectors(int n) {
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        return vectors;
    }

    private static int[] byMagnitude(double[] values, int count) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((i, j) -> Double.compare(Math.abs(values[j]), Math.abs(values[i])))
                .mapToInt(Integer::intValue)
                .limit(count)
                .toArray();
    }

    /// The growing Krylov space. Not for two threads.
    private static final class Lanczos {
        private final double[] matrix;
        private final int n;
        private final SplittableRandom random;
        private final List<double[]> basis = new ArrayList<>();
        private double[] diagonal = new double[64];
        private double[] below = new double[64];
        private double[] next;
        private double coupling;

        Lanczos(double[] matrix, int n, SplittableRandom random) {
            this.matrix = matrix;
            this.n = n;
            this.random = random;
            this.next = unit(random.doubles(n, -1, 1).toArray());
        }

        int steps() {
            return basis.size();
        }

        /// False if the space is exhausted before.
        boolean advance(int by) {
            for (int s = 0; s < by; s++) {
                int at = basis.size();
                if (at == diagonal.length) {
                    diagonal = Arrays.copyOf(diagonal, 2 * at);
                    below = Arrays.copyOf(below, 2 * at);
                }
                basis.add(next);
                double[] w = Dense.symmetricTimes(matrix, next);
                diagonal[at] = Dense.dot(w, 0, next, 0, n);
                orthogonalise(w);
                orthogonalise(w);
                coupling = Dense.norm(w);
                below[at] = coupling;
                if (!(coupling > 0)) {
                    return false;
                }
                next = unit(w);
            }
            return true;
        }

        private void orthogonalise(double[] w) {
            for (double[] q : basis) {
                Dense.add(-Dense.dot(q, 0, w, 0, n), q, 0, w, 0, n);
            }
        }

        boolean hasConverged(int count) {
            int m = steps();
            if (m < count + count / 4) {
                return false;
            }
            double[] values = Arrays.copyOf(diagonal, m);
            double[][] last = new double[m][1];
            last[m - 1][0] = 1;
            TridiagonalEigen.solve(values, coupled(m), last);
            int[] order = byMagnitude(values, count);
            double worst = 0;
            for (int i : order) {
                worst = Math.max(worst, Math.abs(coupling * last[i][0]));
            }
            return worst <= RESIDUAL * Math.abs(values[order[0]]);
        }

        private double[] coupled(int m) {
            double[] copy = Arrays.copyOf(below, m);
            copy[m - 1] = 0;
            return copy;
        }

        LeadingEigenpairs pairs(int count) {
            int m = steps();
            double[] values = Arrays.copyOf(diagonal, m);
            double[][] columns = unitVectors(m);
            TridiagonalEigen.solve(values, coupled(m), columns);
            int[] order = byMagnitude(values, count);
            double[] rows = new double[m * n];
            for (int i = 0; i < m; i++) {
                System.arraycopy(basis.get(i), 0, rows, i * n, n);
            }
            double[][] vectors = new double[count][n];
            IntStream.range(0, count)
                    .parallel()
                    .forEach(i -> Dense.addRows(columns[order[i]], rows, n, vectors[i], 0, n));
            return new LeadingEigenpairs(
                    Arrays.stream(order).mapToDouble(i -> values[i]).toArray(), vectors);
        }

        /// About the largest magnitude of an eigenvalue in the space that Lanczos has not seen, from below.
        double probe() {
            double[] v = random.doubles(n, -1, 1).toArray();
            double size = 0;
            for (int s = 0; s <= PROBE_STEPS; s++) {
                orthogonalise(v);
                orthogonalise(v);
                size = Dense.norm(v);
                if (s < PROBE_STEPS) {
                    v = Dense.symmetricTimes(matrix, unit(v));
                }
            }
            return size;
        }

        private static double[] unit(double[] v) {
            double norm = Dense.norm(v);
            double[] unit = new double[v.length];
            Dense.add(1 / norm, v, 0, unit, 0, v.length);
            return unit;
        }
    }
}
