package org.dosi.kernel.stat;

import java.util.Arrays;

/// One tree while a model is fitted: nodes in arrays, the right child beside the left one, cuts as bins.
final class Tree {
    static final int LEAF = -1;

    private final int[] feature;
    private final int[] bin;
    private final int[] left;
    private final boolean[] missingLeft;
    private final double[] gain;
    private final double[] value;
    private int count = 1;

    Tree(int leaves) {
        int nodes = 2 * leaves - 1;
        feature = new int[nodes];
        Arrays.fill(feature, LEAF);
        bin = new int[nodes];
        left = new int[nodes];
        missingLeft = new boolean[nodes];
        gain = new double[nodes];
        value = new double[nodes];
    }

    void split(int node, int byFeature, int atBin, boolean missingGoesLeft, double gained) {
        feature[node] = byFeature;
        bin[node] = atBin;
        missingLeft[node] = missingGoesLeft;
        gain[node] = gained;
        left[node] = count;
        count += 2;
    }

    int nodes() {
        return count;
    }

    int leftOf(int node) {
        return left[node];
    }

    int rightOf(int node) {
        return left[node] + 1;
    }

    int featureOf(int node) {
        return feature[node];
    }

    int binOf(int node) {
        return bin[node];
    }

    boolean missingLeft(int node) {
        return missingLeft[node];
    }

    double gainOf(int node) {
        return gain[node];
    }

    double valueOf(int node) {
        return value[node];
    }

    void setValue(int node, double newValue) {
        value[node] = newValue;
    }

    /// What the tree says of one of the rows on which it was binned.
    double predict(BinnedFeatures features, int row) {
        int node = 0;
        while (feature[node] != LEAF) {
            int in = features.column(feature[node])[row] & 0xFF;
            boolean goesLeft = in == BinnedFeatures.MISSING ? missingLeft[node] : in <= bin[node];
            node = left[node] + (goesLeft ? 0 : 1);
        }
        return value[node];
    }
}
