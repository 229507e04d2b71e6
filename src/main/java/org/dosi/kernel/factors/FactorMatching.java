package org.dosi.kernel.factors;

import java.util.Arrays;

/// Which factor of one solution is which of another one.
final class FactorMatching {

    private FactorMatching() {}

    /// The correlation of every row of one matrix with every row of another, `rowsA` × `rowsB`; 0 where a row
    /// is constant.
    static double[][] correlations(double[] a, double[] b, int columns) {
        double[][] correlation = new double[a.length / columns][b.length / columns];
        for (int r = 0; r < correlation.length; r++) {
            for (int s = 0; s < correlation[r].length; s++) {
                correlation[r][s] = correlation(a, r * columns, b, s * columns, columns);
            }
        }
        return correlation;
    }

    /// Pearson's correlation of two stretches.
    static double correlation(double[] a, int fromA, double[] b, int fromB, int length) {
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < length; i++) {
            meanA += a[fromA + i] / length;
            meanB += b[fromB + i] / length;
        }
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < length; i++) {
            double x = a[fromA + i] - meanA;
            double y = b[fromB + i] - meanB;
            aa += x * x;
            bb += y * y;
            ab += x * y;
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }

    /// One row for each column, so that the sum of the similarities is greatest: `match[column]` is a row.
    ///
    /// Hungarian method with potentials (Kuhn 1955, Munkres 1957), time O(rows³) of a square matrix.
    static int[] best(double[][] similarity) {
        int n = similarity.length;
        double[] rowPotential = new double[n + 1];
        double[] columnPotential = new double[n + 1];
        int[] rowOf = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            rowOf[0] = row;
            augment(similarity, rowPotential, columnPotential, rowOf);
        }
        int[] match = new int[n];
        for (int c = 1; c <= n; c++) {
            match[c - 1] = rowOf[c] - 1;
        }
        return match;
    }

    /// Finds a place for the row in column 0 along the path of least cost.
    private static void augment(double[][] similarity, double[] rowPotential, double[] columnPotential, int[] rowOf) {
        int n = similarity.length;
        double[] slack = new double[n + 1];
        int[] from = new int[n + 1];
        boolean[] visited = new boolean[n + 1];
        Arrays.fill(slack, Double.POSITIVE_INFINITY);
        int column = 0;
        while (rowOf[column] != 0) {
            visited[column] = true;
            int row = rowOf[column];
            int next = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 1; c <= n; c++) {
                if (!visited[c]) {
                    double cost = -similarity[row - 1][c - 1] - rowPotential[row] - columnPotential[c];
                    if (cost < slack[c]) {
                        slack[c] = cost;
                        from[c] = column;
                    }
                    if (slack[c] < least) {
                        least = slack[c];
                        next = c;
                    }
                }
            }
            for (int c = 0; c <= n; c++) {
                if (visited[c]) {
                    rowPotential[rowOf[c]] += least;
                    columnPotential[c] -= least;
                } else {
                    slack[c] -= least;
                }
            }
            column = next;
        }
        while (column != 0) {
            rowOf[column] = rowOf[from[column]];
            column = from[column];
        }
    }
}
