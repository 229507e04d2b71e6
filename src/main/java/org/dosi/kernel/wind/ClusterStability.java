package org.dosi.kernel.wind;

import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.RandIndex;

/// How many parts of a polar surface would be found again in other days: for each number of clusters the
/// agreement of the surface's clusters with those of surfaces made from days drawn anew.
///
/// Source: Hennig (2007), Computational Statistics and Data Analysis 52(1), 258-271, with the adjusted
/// Rand index as the measure of agreement.
///
/// @param clusters the numbers tried
/// @param agreement for each the mean adjusted Rand index over the replicates, over cells that both
///     surfaces have
/// @param meanSilhouette for each that of the surface itself
public record ClusterStability(int[] clusters, double[] agreement, double[] meanSilhouette) {
    /// Parts that are found again to this extent may be named (Hennig 2007, section 5, of his own measure).
    public static final double STABLE = 0.75;

    /// Time O((replicates + 1) · Σ clusters · cells²). A replicate with fewer cells than clusters is left
    /// out.
    ///
    /// @param replicates values of the same cells
    public static ClusterStability of(
            double[] u, double[] v, double[] value, double[][] replicates, int fewest, int most) {
        Check.atLeast(2, "fewest", fewest);
        Check.atLeast(fewest, "most", most);
        int[] clusters = new int[most - fewest + 1];
        double[] agreement = new double[clusters.length];
        double[] silhouette = new double[clusters.length];
        for (int k = fewest; k <= most; k++) {
            PolarClusters own = PolarClusters.of(u, v, value, k);
            double sum = 0;
            int count = 0;
            for (double[] replicate : replicates) {
                if (cells(replicate) >= k) {
                    int[] other = PolarClusters.of(u, v, replicate, k).clusterOfCell();
                    sum += RandIndex.adjusted(own.clusterOfCell(), other);
                    count++;
                }
            }
            clusters[k - fewest] = k;
            agreement[k - fewest] = count == 0 ? Double.NaN : sum / count;
            silhouette[k - fewest] = own.meanSilhouette();
        }
        return new ClusterStability(clusters, agreement, silhouette);
    }

    private static int cells(double[] values) {
        int count = 0;
        for (double value : values) {
            count += Double.isFinite(value) ? 1 : 0;
        }
        return count;
    }

    /// The largest number that is stable; if none is, the one that agrees best.
    public int suggested() {
        int best = 0;
        for (int i = 1; i < clusters.length; i++) {
            boolean stable = agreement[i] >= STABLE;
            boolean better = agreement[best] < STABLE && agreement[i] > agreement[best];
            best = stable || better ? i : best;
        }
        return clusters[best];
    }
}
