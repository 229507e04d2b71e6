package org.dosi.kernel.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The slow and obvious twin of [BoostedTrees], for squared loss and all rows: every cut of every feature
/// of every leaf is tried on the rows themselves.
final class SlowBoostedTrees {
    private SlowBoostedTrees() {}

    private record Cut(double gain, int[] left, int[] right) {}

    private record Leaf(int[] rows, int depth) {}

    static double[] fitAndPredict(double[][] x, double[] y, BoostingParameters parameters) {
        double[] predicted = new double[y.length];
        Arrays.fill(predicted, Arrays.stream(y).average().orElseThrow());
        for (int round = 0; round < parameters.rounds(); round++) {
            double[] residual = IntStream.range(0, y.length)
                    .mapToDouble(i -> y[i] - predicted[i])
                    .toArray();
            for (Leaf leaf : grow(x, residual, parameters.tree())) {
                double value = sum(residual, leaf.rows)
                        / (leaf.rows.length + parameters.tree().l2());
                for (int row : leaf.rows) {
                    predicted[row] += parameters.shrinkage() * value;
                }
            }
        }
        return predicted;
    }

    private static List<Leaf> grow(double[][] x, double[] residual, TreeShape shape) {
        List<Leaf> leaves = new ArrayList<>();
        leaves.add(new Leaf(IntStream.range(0, residual.length).toArray(), 0));
        while (leaves.size() < shape.leaves()) {
            Cut best = new Cut(1e-9, new int[0], new int[0]);
            Leaf parent = leaves.getFirst();
            for (Leaf leaf : leaves) {
                Cut cut = leaf.depth < shape.depth() ? best(x, residual, leaf.rows, shape) : best;
                if (cut.gain > best.gain) {
                    best = cut;
                    parent = leaf;
                }
            }
            if (best.left.length == 0) {
                return leaves;
            }
            leaves.remove(parent);
            leaves.add(new Leaf(best.left, parent.depth + 1));
            leaves.add(new Leaf(best.right, parent.depth + 1));
        }
        return leaves;
    }

    private static Cut best(double[][] x, double[] residual, int[] rows, TreeShape shape) {
        Cut best = new Cut(0, new int[0], new int[0]);
        for (double[] column : x) {
            DoubleStream values = Arrays.stream(rows).mapToDouble(r -> column[r]);
            for (double cut : values.filter(Double::isFinite).toArray()) {
                for (boolean missingLeft : new boolean[] {true, false}) {
                    int[] left = Arrays.stream(rows)
                            .filter(r -> Double.isNaN(column[r]) ? missingLeft : column[r] <= cut)
                            .toArray();
                    int[] right = Arrays.stream(rows)
                            .filter(r -> Double.isNaN(column[r]) ? !missingLeft : column[r] > cut)
                            .toArray();
                    double gain =
                            score(residual, left, shape) + score(residual, right, shape) - score(residual, rows, shape);
                    if (Math.min(left.length, right.length) >= shape.leastRows() && gain > best.gain + 1e-9) {
                        best = new Cut(gain, left, right);
                    }
                }
            }
        }
        return best;
    }

    private static double score(double[] residual, int[] rows, TreeShape shape) {
        double sum = sum(residual, rows);
        return sum * sum / (rows.length + shape.l2());
    }

    private static double sum(double[] residual, int[] rows) {
        return Arrays.stream(rows).mapToDouble(r -> residual[r]).sum();
    }
}
