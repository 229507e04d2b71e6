package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Grows one tree after another on the same binned features. Keeps its scratch between them; one thread
/// calls it.
///
/// Best first: of all leaves the one whose best split gains most is split, until there are enough leaves. A
/// feature's histogram holds the sum of descents and the number of rows by bin. Only the smaller of two
/// sister leaves is counted, the other is what is left of their parent (LightGBM: Ke et al. 2017, NIPS 30).
/// Histograms are built feature by feature, each by one thread in the order of the rows, so that the sums,
/// and with them the tree, are the same to the last bit on any number of cores.
final class TreeGrower {
    /// Below this many rows × features a histogram is not worth a second thread (measured: 10 to 20 µs to
    /// start).
    private static final long PARALLEL_WORK = 40_000;

    private static final int STRIDE = 2 * 256;

    private final BinnedFeatures features;
    private final TreeShape shape;
    /// Rows of the tree, leaf by leaf: each leaf has a range. The order within a leaf is that of the
    /// sample.
    private int[] rows = new int[0];
    private int[] spare = new int[0];
    private double[] descents = new double[0];
    private int[] used = new int[0];

    private final Leaf[] leaves;
    private int leafCount;

    /// What a leaf knows while the tree grows: its rows, its histograms and its best split.
    private static final class Leaf {
        int node;
        int depth;
        int from;
        int to;
        double sum;
        double[] histograms = new double[0];
        final Split split = new Split();

        int count() {
            return to - from;
        }
    }

    /// The best split of a leaf, or of one of its features.
    private static final class Split {
        double gain;
        int feature;
        int bin;
        boolean missingLeft;
        double leftSum;

        void set(double newGain, int newFeature, int newBin, boolean newMissingLeft, double newLeftSum) {
            gain = newGain;
            feature = newFeature;
            bin = newBin;
            missingLeft = newMissingLeft;
            leftSum = newLeftSum;
        }
    }

    TreeGrower(BinnedFeatures features, TreeShape shape) {
        this.features = features;
        this.shape = shape;
        this.leaves = new Leaf[shape.leaves()];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = new Leaf();
        }
    }

    /// Grows a tree on the first `count` rows of the sample; a row may stand there more than once.
    ///
    /// @param descent by row number, what the tree is to predict
    Tree grow(int[] sample, int count, double[] descent, SplittableRandom random) {
        used = drawFeatures(random);
        start(sample, count);
        Tree tree = new Tree(shape.leaves());
        Leaf root = leaves[0];
        gatherDescents(root, descent);
        root.sum = 0;
        for (int i = 0; i < count; i++) {
            root.sum += descents[i];
        }
        findFirst(root);
        while (leafCount < shape.leaves()) {
            Leaf leaf = mostGaining();
            if (leaf.split.gain <= 0) {
                break;
            }
            split(leaf, tree, descent);
        }
        finish(tree);
        return tree;
    }

    /// Calls the action with each leaf's node and its range in [#rows()], after a tree has grown.
    void forEachLeaf(LeafAction action) {
        for (int i = 0; i < leafCount; i++) {
            action.accept(leaves[i].node, leaves[i].from, leaves[i].to);
        }
    }

    /// What is done with a leaf: its node and its range of rows.
    @FunctionalInterface
    interface LeafAction {
        void accept(int node, int from, int to);
    }

    int[] rows() {
        return rows;
    }

    private int[] drawFeatures(SplittableRandom random) {
        int[] all = IntStream.range(0, features.features()).toArray();
        if (shape.featureShare() == 1 || all.length == 0) {
            return all;
        }
        int wanted = Math.max(1, (int) Math.round(shape.featureShare() * all.length));
        for (int i = 0; i < wanted; i++) {
            int j = random.nextInt(i, all.length);
            int swap = all[i];
            all[i] = all[j];
            all[j] = swap;
        }
        int[] drawn = Arrays.copyOf(all, wanted);
        Arrays.sort(drawn);
        return drawn;
    }

    private void start(int[] sample, int count) {
        if (rows.length < count) {
            rows = new int[count];
            spare = new int[count];
            descents = new double[count];
        }
        System.arraycopy(sample, 0, rows, 0, count);
        leafCount = 1;
        Leaf root = leaves[0];
        root.node = 0;
        root.depth = 0;
        root.from = 0;
        root.to = count;
    }

    private void gatherDescents(Leaf leaf, double[] descent) {
        for (int i = leaf.from; i < leaf.to; i++) {
            descents[i] = descent[rows[i]];
        }
    }

    private void findFirst(Leaf root) {
        Split[] found = new Split[used.length];
        root.histograms = sized(root.histograms);
        overFeatures(root.count(), u -> {
            count(root, u);
            found[u] = best(root, u);
        });
        take(root, found);
    }

    /// Splits a leaf: the leaf object becomes the left child, a new one the right child.
    private void split(Leaf left, Tree tree, double[] descent) {
        Split chosen = left.split;
        int middle = partition(left, chosen);
        Leaf right = leaves[leafCount++];
        tree.split(left.node, chosen.feature, chosen.bin, chosen.missingLeft, chosen.gain);
        right.node = tree.rightOf(left.node);
        right.depth = left.depth + 1;
        right.from = middle;
        right.to = left.to;
        right.sum = left.sum - chosen.leftSum;
        left.node = tree.leftOf(left.node);
        left.depth++;
        left.to = middle;
        left.sum = chosen.leftSum;
        right.histograms = sized(right.histograms);
        findInChildren(left, right, descent);
    }

    private void findInChildren(Leaf left, Leaf right, double[] descent) {
        boolean last = leafCount == shape.leaves() || left.depth >= shape.depth();
        boolean canSplit = Math.max(left.count(), right.count()) >= 2 * shape.leastRows();
        if (last || !canSplit) {
            left.split.gain = 0;
            right.split.gain = 0;
            return;
        }
        boolean leftIsSmaller = left.count() <= right.count();
        Leaf smaller = leftIsSmaller ? left : right;
        Leaf larger = leftIsSmaller ? right : left;
        if (leftIsSmaller) { // the parent's histograms are with the left: they are to become the larger's
            double[] swap = left.histograms;
            left.histograms = right.histograms;
            right.histograms = swap;
        }
        gatherDescents(smaller, descent);
        Split[] foundSmaller = new Split[used.length];
        Split[] foundLarger = new Split[used.length];
        overFeatures(smaller.count(), u -> {
            count(smaller, u);
            subtract(larger.histograms, smaller.histograms, u);
            foundSmaller[u] = best(smaller, u);
            foundLarger[u] = best(larger, u);
        });
        take(smaller, foundSmaller);
        take(larger, foundLarger);
    }

    private void overFeatures(int count, IntConsumer work) {
        IntStream all = IntStream.range(0, used.length);
        if ((long) count * used.length >= PARALLEL_WORK) {
            all.parallel().forEach(work);
        } else {
            all.forEach(work);
        }
    }

    private double[] sized(double[] histograms) {
        int size = used.length * STRIDE;
        return histograms.length == size ? histograms : new double[size];
    }

    private void count(Leaf leaf, int u) {
        byte[] column = features.column(used[u]);
        double[] histogram = leaf.histograms;
        int at = u * STRIDE;
        Arrays.fill(histogram, at, at + STRIDE, 0);
        int[] leafRows = rows;
        double[] leafDescents = descents;
        for (int i = leaf.from; i < leaf.to; i++) {
            int bin = at + 2 * (column[leafRows[i]] & 0xFF);
            histogram[bin] += leafDescents[i];
            histogram[bin + 1]++;
        }
    }

    private void subtract(double[] from, double[] what, int u) {
        int end = u * STRIDE + 2 * features.binCount(used[u]);
        for (int i = u * STRIDE; i < end; i++) {
            from[i] -= what[i];
        }
    }

    private Split best(Leaf leaf, int u) {
        Split best = new Split();
        double missing = leaf.histograms[u * STRIDE + 1];
        boolean missingLeft = leaf.count() < 2 * missing;
        scan(leaf, u, missingLeft, best);
        if (missing > 0) {
            scan(leaf, u, !missingLeft, best);
        }
        return best;
    }

    /// Tries every cut of one feature with the missing on one side, that of all values from the missing
    /// too; a tie goes to the lowest cut.
    private void scan(Leaf leaf, int u, boolean missingLeft, Split best) {
        double[] histogram = leaf.histograms;
        int at = u * STRIDE;
        int bins = features.binCount(used[u]);
        double rest = leaf.count();
        double whole = score(leaf.sum, rest);
        double leftSum = missingLeft ? histogram[at] : 0;
        double left = missingLeft ? histogram[at + 1] : 0;
        int leastRows = shape.leastRows();
        for (int bin = 1; bin < bins; bin++) {
            double inBin = histogram[at + 2 * bin + 1];
            leftSum += histogram[at + 2 * bin];
            left += inBin;
            if (inBin == 0 || left < leastRows) {
                continue;
            }
            if (rest - left < leastRows) {
                break;
            }
            double gain = score(leftSum, left) + score(leaf.sum - leftSum, rest - left) - whole;
            if (gain > best.gain + 1e-12 * whole) {
                best.set(gain, used[u], bin, missingLeft, leftSum);
            }
        }
    }

    private double score(double sum, double count) {
        return sum * sum / (count + shape.l2());
    }

    private static void take(Leaf leaf, Split[] found) {
        leaf.split.gain = 0;
        for (Split split : found) {
            if (split.gain > leaf.split.gain) {
                leaf.split.set(split.gain, split.feature, split.bin, split.missingLeft, split.leftSum);
            }
        }
    }

    private Leaf mostGaining() {
        Leaf most = leaves[0];
        for (int i = 1; i < leafCount; i++) {
            if (leaves[i].split.gain > most.split.gain) {
                most = leaves[i];
            }
        }
        return most;
    }

    /// Puts the rows that go left first and keeps the order on both sides; where the right side begins.
    private int partition(Leaf leaf, Split split) {
        byte[] column = features.column(split.feature);
        int left = leaf.from;
        int right = 0;
        for (int i = leaf.from; i < leaf.to; i++) {
            int row = rows[i];
            int bin = column[row] & 0xFF;
            if (bin == BinnedFeatures.MISSING ? split.missingLeft : bin <= split.bin) {
                rows[left++] = row;
            } else {
                spare[right++] = row;
            }
        }
        System.arraycopy(spare, 0, rows, left, right);
        return left;
    }

    private void finish(Tree tree) {
        for (int i = 0; i < leafCount; i++) {
            Leaf leaf = leaves[i];
            tree.setValue(leaf.node, leaf.count() == 0 ? 0 : leaf.sum / (leaf.count() + shape.l2()));
        }
    }
}
