package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A boosted model: a number and many small trees, whose answers are added.
///
/// The nodes of all trees lie in flat arrays. A node's right child lies behind its left one. Arrays are
/// handed over: nobody changes them.
///
/// @param base what is predicted before any tree
/// @param roots the first node of each tree
/// @param feature by node: the feature that it asks, -1 in a leaf
/// @param cut by node: a value up to this goes left
/// @param left by node: its left child
/// @param missingLeft by node: whether a missing value goes left
/// @param gain by node: by how much its split lowered the sum of squares that the tree was to explain
/// @param value by node: what a leaf adds, already shrunk
public record TreeEnsemble(
        double base,
        int[] roots,
        int[] feature,
        double[] cut,
        int[] left,
        boolean[] missingLeft,
        double[] gain,
        double[] value) {
    /// Rows that walk through one tree after another while their values are near in memory.
    private static final int BLOCK = 256;

    public int trees() {
        return roots.length;
    }

    /// The model of the first trees alone; the nodes of the others stay in the arrays and are never asked.
    public TreeEnsemble first(int trees) {
        int[] kept = Arrays.copyOf(roots, trees);
        return new TreeEnsemble(base, kept, feature, cut, left, missingLeft, gain, value);
    }

    /// Predicts every row of the columns, which stand in the order of the fit and are as many. A non-finite
    /// value is missing. O(rows × trees × depth), on all cores.
    public double[] predict(double[][] columns) {
        int rows = columns.length == 0 ? 0 : columns[0].length;
        double[] predicted = new double[rows];
        IntStream.range(0, (rows + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            int from = block * BLOCK;
            int to = Math.min(rows, from + BLOCK);
            for (int row = from; row < to; row++) {
                predicted[row] = base;
            }
            for (int root : roots) {
                for (int row = from; row < to; row++) {
                    predicted[row] += value[leafOf(root, columns, row)];
                }
            }
        });
        return predicted;
    }

    private int leafOf(int root, double[][] columns, int row) {
        int node = root;
        while (feature[node] >= 0) {
            node = left[node] + (goesLeft(node, columns[feature[node]][row]) ? 0 : 1);
        }
        return node;
    }

    /// The node behind the last one of a tree.
    private int endOf(int tree) {
        int node = roots[tree];
        int end = node + 1;
        for (; node < end; node++) {
            if (feature[node] >= 0) {
                end = Math.max(end, left[node] + 2);
            }
        }
        return end;
    }

    /// Whether a value of the node's feature goes to the left child.
    public boolean goesLeft(int node, double found) {
        return Double.isFinite(found) ? found <= cut[node] : missingLeft[node];
    }

    /// The importance of each feature: its share of the gain of all splits. They add up to 1, or are all 0
    /// if no tree splits. Source: Breiman et al. (1984); Friedman (2001) equation 45.
    ///
    /// @param features the number of features of the fit
    public double[] importance(int features) {
        double[] share = new double[features];
        double sum = 0;
        int nodes = roots.length == 0 ? 0 : endOf(roots.length - 1);
        for (int node = 0; node < nodes; node++) {
            if (feature[node] >= 0) {
                share[feature[node]] += gain[node];
                sum += gain[node];
            }
        }
        for (int f = 0; f < features && sum > 0; f++) {
            share[f] /= sum;
        }
        return share;
    }
}
