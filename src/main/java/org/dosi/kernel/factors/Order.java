package org.dosi.kernel.factors;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The order in which factors are numbered: the one that explains most comes first.
final class Order {
    private Order() {}

    /// Factors by the size of their part of the fit in uncertainties, Σ (g·f/u)², largest first.
    static int[] byExplained(Samples data, int factors, double[] g, double[] f) {
        int n = data.samples();
        int m = data.species();
        double[] size = new double[factors];
        for (int k = 0; k < factors; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    if (data.present(i * m + j)) {
                        double part = g[k * n + i] * f[k * m + j] / data.uncertainty()[i * m + j];
                        size[k] += part * part;
                    }
                }
            }
        }
        return IntStream.range(0, factors)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -size[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static double[] rows(double[] matrix, int columns, int[] order) {
        double[] sorted = new double[matrix.length];
        for (int k = 0; k < order.length; k++) {
            System.arraycopy(matrix, order[k] * columns, sorted, k * columns, columns);
        }
        return sorted;
    }
}
