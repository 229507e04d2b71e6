package org.dosi.kernel.stat;

/// How large and how careful one tree of a boosted model is.
///
/// @param leaves at most this many; the leaf that gains most is split first
/// @param depth at most this many splits above a leaf
/// @param leastRows no leaf has fewer training rows
/// @param l2 the penalty on the squares of the leaf values, in rows: a leaf of n rows is shrunk by n / (n +
///     l2)
/// @param featureShare the share of the features that each tree may use, drawn anew for each
public record TreeShape(int leaves, int depth, int leastRows, double l2, double featureShare) {
    public TreeShape {
        Check.atLeast(2, "leaves", leaves);
        Check.atLeast(1, "depth", depth);
        Check.atLeast(1, "leastRows", leastRows);
        Check.within(0, Double.MAX_VALUE, "l2", l2);
        Check.within(0, 1, "featureShare", featureShare);
    }

    /// Sizes that suit hourly series: 31 leaves of 20 rows or more, every feature in every tree.
    public static TreeShape usual() {
        return new TreeShape(31, 32, 20, 1, 1);
    }
}
