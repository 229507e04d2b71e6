package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Partition around medoids: the points that, as centres of clusters, leave the least sum of distances.
///
/// Source: Kaufman and Rousseeuw (1990), Finding Groups in Data, Wiley, chapter 2: BUILD, then the best
/// SWAP until none helps; the swaps of all medoids with a candidate are judged in one pass (FastPAM1;
/// Schubert and Rousseeuw 2021, Information Systems 101, 101804), with the same result as R's
/// `cluster::pam`. Distances are Euclidean. Equal choices go to the lower index, so the result is one
/// whatever the number of processors.
///
/// @param medoid for each cluster the index of its centre
/// @param clusterOf for each point its cluster
/// @param meanDistance of the points to their medoids
/// @param converged whether no swap helps any more
public record Medoids(int[] medoid, int[] clusterOf, double meanDistance, boolean converged, int swaps) {
    private static final int MOST_SWAPS = 200;
    /// A swap must gain more than rounding, or two equal solutions could take turns.
    private static final double LEAST_GAIN = 1e-12;

    private record Swap(int medoid, int point, double change) {
        static final Comparator<Swap> BEST =
                Comparator.comparingDouble(Swap::change).thenComparingInt(Swap::point);
    }

    /// Time O(clusters · n²) for BUILD and O(n²) a swap, on all processors; memory O(n).
    ///
    /// @param columns the coordinates, each an array of all points' finite numbers
    /// @param clusters from 1 to the number of points
    public static Medoids of(double[][] columns, int clusters) {
        int n = columns.length == 0 ? 0 : columns[0].length;
        for (double[] column : columns) {
            Check.sameLength("columns[0]", columns[0], "column", column);
        }
        Check.atLeast(1, "clusters", clusters);
        Check.atLeast(clusters, "number of points", n);
        Search search = new Search(columns, clusters);
        search.build();
        int swaps = 0;
        boolean converged = false;
        while (!converged && swaps < MOST_SWAPS) {
            Swap best = search.bestSwap();
            converged = best.change >= -LEAST_GAIN * Math.max(1, search.total());
            if (!converged) {
                search.medoid[best.medoid] = best.point;
                search.assign();
                swaps++;
            }
        }
        return new Medoids(search.medoid, search.nearest, search.total() / n, converged, swaps);
    }

    /// The columns with mean 0 and mean absolute deviation 1, as `pam(stand = TRUE)` has them (Kaufman
    /// and Rousseeuw 1990, section 1.2.1); a column of one value becomes 0.
    public static double[][] standardised(double[][] columns) {
        double[][] result = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            double mean = Arrays.stream(columns[c]).average().orElse(0);
            double deviation = Arrays.stream(columns[c])
                    .map(value -> Math.abs(value - mean))
                    .average()
                    .orElse(0);
            result[c] = Arrays.stream(columns[c])
                    .map(value -> deviation > 0 ? (value - mean) / deviation : 0)
                    .toArray();
        }
        return result;
    }

    /// The mean silhouette width: near 1 if points lie much closer to their own cluster than to the next,
    /// near 0 if they could be in either (Rousseeuw 1987, Journal of Computational and Applied
    /// Mathematics 20, 53-65). NaN of one cluster. Time O(n²), on all processors.
    public static double meanSilhouette(double[][] columns, int[] clusterOf, int clusters) {
        return clusters < 2
                ? Double.NaN
                : Arrays.stream(silhouettes(columns, clusterOf, clusters))
                        .average()
                        .orElse(Double.NaN);
    }

    /// The silhouette width of each point; 0 for the only point of a cluster. At least two clusters. Time O(n²), on
    /// all processors.
    public static double[] silhouettes(double[][] columns, int[] clusterOf, int clusters) {
        Check.atLeast(2, "clusters", clusters);
        int[] size = new int[clusters];
        for (int cluster : clusterOf) {
            size[cluster]++;
        }
        return IntStream.range(0, clusterOf.length)
                .parallel()
                .mapToDouble(i -> silhouette(columns, clusterOf, size, i))
                .toArray();
    }

    private static double silhouette(double[][] columns, int[] clusterOf, int[] size, int point) {
        double[] sum = new double[size.length];
        for (int i = 0; i < clusterOf.length; i++) {
            sum[clusterOf[i]] += distance(columns, point, i);
        }
        int own = clusterOf[point];
        if (size[own] < 2) {
            return 0;
        }
        double within = sum[own] / (size[own] - 1);
        double next = Double.POSITIVE_INFINITY;
        for (int c = 0; c < size.length; c++) {
            next = c == own || size[c] == 0 ? next : Math.min(next, sum[c] / size[c]);
        }
        double wider = Math.max(within, next);
        return wider > 0 ? (next - within) / wider : 0;
    }

    private static double distance(double[][] columns, int a, int b) {
        double square = 0;
        for (double[] column : columns) {
            double difference = column[a] - column[b];
            square += difference * difference;
        }
        return Math.sqrt(square);
    }

    /// The medoids so far, and for each point its nearest two. For one thread.
    private static final class Search {
        private final double[][] columns;
        private final int n;
        private final int[] medoid;
        private final int[] nearest;
        private final double[] toNearest;
        private final double[] toSecond;

        Search(double[][] columns, int clusters) {
            this.columns = columns;
            n = columns[0].length;
            medoid = new int[clusters];
            Arrays.fill(medoid, -1);
            nearest = new int[n];
            toNearest = new double[n];
            toSecond = new double[n];
            Arrays.fill(toNearest, Double.POSITIVE_INFINITY);
        }

        double total() {
            return Arrays.stream(toNearest).sum();
        }

        /// One after another, the point that lessens the sum most.
        void build() {
            for (int m = 0; m < medoid.length; m++) {
                boolean first = m == 0;
                int[] taken = Arrays.copyOf(medoid, m);
                double[] sum = IntStream.range(0, n)
                        .parallel()
                        .mapToDouble(i -> isIn(taken, i) ? Double.POSITIVE_INFINITY : sumWith(i, first))
                        .toArray();
                int best = -1;
                for (int i = 0; i < n; i++) {
                    best = sum[i] < Double.POSITIVE_INFINITY && (best < 0 || sum[i] < sum[best]) ? i : best;
                }
                medoid[m] = best;
                for (int i = 0; i < n; i++) {
                    toNearest[i] = Math.min(toNearest[i], distance(columns, i, best));
                }
            }
            assign();
        }

        private static boolean isIn(int[] taken, int point) {
            for (int t : taken) {
                if (t == point) {
                    return true;
                }
            }
            return false;
        }

        private double sumWith(int candidate, boolean first) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double d = distance(columns, candidate, i);
                sum += first ? d : Math.min(d, toNearest[i]);
            }
            return sum;
        }

        void assign() {
            for (int i = 0; i < n; i++) {
                toNearest[i] = Double.POSITIVE_INFINITY;
                toSecond[i] = Double.POSITIVE_INFINITY;
                for (int m = 0; m < medoid.length; m++) {
                    double d = distance(columns, i, medoid[m]);
                    if (d < toNearest[i]) {
                        toSecond[i] = toNearest[i];
                        toNearest[i] = d;
                        nearest[i] = m;
                    } else if (d < toSecond[i]) {
                        toSecond[i] = d;
                    }
                }
                if (medoid[nearest[i]] != i && isIn(medoid, i)) {
                    // Of two points at one place each medoid stays in its own cluster.
                    nearest[i] = indexOf(i);
                }
            }
        }

        private int indexOf(int point) {
            int m = 0;
            while (medoid[m] != point) {
                m++;
            }
            return m;
        }

        Swap bestSwap() {
            double[] loss = new double[medoid.length];
            for (int i = 0; i < n && medoid.length > 1; i++) {
                loss[nearest[i]] += toSecond[i] - toNearest[i];
            }
            return IntStream.range(0, n)
                    .parallel()
                    .filter(i -> !isIn(medoid, i))
                    .mapToObj(i -> bestSwapWith(i, loss))
                    .min(Swap.BEST)
                    .orElse(new Swap(0, 0, 0));
        }

        private Swap bestSwapWith(int candidate, double[] loss) {
            double[] change = loss.clone();
            double shared = 0;
            for (int i = 0; i < n; i++) {
                double d = distance(columns, candidate, i);
                if (medoid.length == 1) {
                    shared += d - toNearest[i];
                } else if (d < toNearest[i]) {
                    shared += d - toNearest[i];
                    change[nearest[i]] += toNearest[i] - toSecond[i];
                } else if (d < toSecond[i]) {
                    change[nearest[i]] += d - toSecond[i];
                }
            }
            int best = 0;
            for (int m = 1; m < change.length; m++) {
                best = change[m] < change[best] ? m : best;
            }
            return new Swap(best, candidate, change[best] + shared);
        }
    }
}
