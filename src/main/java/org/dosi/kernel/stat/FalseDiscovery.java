package org.dosi.kernel.stat;

import java.util.Arrays;

/// The false-discovery rate: of the tests that are called significant, the share that is so by chance.
///
/// A test is called significant at rate α if its adjusted p value is at most α. NaN is a test that was not
/// made: it stays NaN and does not count among the tests. Time O(tests · log tests).
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /// Adjusted p values that hold for tests which are independent or depend on each other positively.
    ///
    /// Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57(1), 289-300;
    /// for positive dependence Benjamini and Yekutieli (2001), theorem 1.2.
    public static double[] benjaminiHochberg(double[] p) {
        return adjusted(p, 1);
    }

    /// Adjusted p values that hold under every dependence, at the price of `1 + 1/2 + … + 1/tests`.
    ///
    /// Source: Benjamini and Yekutieli (2001), The Annals of Statistics 29(4), 1165-1188, theorem 1.3.
    public static double[] benjaminiYekutieli(double[] p) {
        double price = 0;
        int tests = 0;
        for (double value : p) {
            if (!Double.isNaN(value)) {
                price += 1.0 / ++tests;
            }
        }
        return adjusted(p, price);
    }

    private static double[] adjusted(double[] p, double price) {
        double[] sorted =
                Arrays.stream(p).filter(value -> !Double.isNaN(value)).sorted().toArray();
        for (double value : sorted) {
            Check.within(0, 1, "p", value);
        }
        double[] atRank = new double[sorted.length];
        double least = 1;
        for (int i = sorted.length - 1; i >= 0; i--) {
            least = Math.min(least, sorted[i] * price * sorted.length / (i + 1));
            atRank[i] = least;
        }
        double[] q = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            // Equal p values have equal adjusted ones, so any of their ranks will do.
            q[i] = Double.isNaN(p[i]) ? Double.NaN : atRank[Arrays.binarySearch(sorted, p[i])];
        }
        return q;
    }
}
