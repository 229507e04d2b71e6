package org.dosi.kernel.traffic.patterns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Medoids;
import org.dosi.kernel.stat.RandIndex;

/// Profiles that are alike: partition around medoids by the distance of their shapes ([Medoids]).
///
/// Each number of clusters is judged by the mean silhouette (Rousseeuw 1987) and by its stability: the adjusted Rand
/// index between the clusters of all profiles and those of random halves, whose medoids take all profiles (after
/// Ben-Hur, Elisseeff and Guyon 2002, Pacific Symposium on Biocomputing, 6–17). Taken is the largest number whose
/// stability is at least [#STABLE] and whose silhouette is at least [#CLEAR] of the best; where none is stable, the
/// one with the best silhouette.
///
/// @param clusterOf by profile; the largest cluster is 0
/// @param medoids the most typical profile of each cluster
/// @param silhouette by profile, from -1 to 1
/// @param trials of each number of clusters
public record ProfileClusters(int[] clusterOf, int[] medoids, double[] silhouette, List<Trial> trials) {
    static final double STABLE = 0.8;
    static final double CLEAR = 0.75;
    private static final int HALVES = 10;

    public ProfileClusters {
        trials = List.copyOf(trials);
    }

    /// @param stability mean adjusted Rand index with the clusters of halves
    public record Trial(int clusters, double silhouette, double stability) {}

    public int clusters() {
        return medoids.length;
    }

    /// How many profiles a cluster has.
    public int size(int cluster) {
        return (int) Arrays.stream(clusterOf).filter(c -> c == cluster).count();
    }

    /// O(numbers · halves · profiles² · length).
    ///
    /// @param profiles by profile, then value; finite
    /// @param clusters their number; 0 for the one that silhouette and stability choose
    /// @param most the largest number that is tried
    public static ProfileClusters of(double[][] profiles, int clusters, int most, long seed) {
        Check.atLeast(4, "profiles", profiles.length);
        int largest = Math.min(Math.max(most, clusters), profiles.length / 2);
        double[][] columns =
                columns(profiles, IntStream.range(0, profiles.length).toArray());
        List<Medoids> found = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        for (int k = 2; k <= largest; k++) {
            Medoids medoids = Medoids.of(columns, k);
            found.add(medoids);
            trials.add(new Trial(
                    k, Medoids.meanSilhouette(columns, medoids.clusterOf(), k), stability(profiles, medoids, k, seed)));
        }
        int chosen = clusters > 0 ? Math.clamp(clusters, 2, largest) : chosen(trials);
        return ordered(columns, found.get(chosen - 2), trials);
    }

    private static int chosen(List<Trial> trials) {
        Trial best = trials.stream()
                .max(Comparator.comparingDouble(Trial::silhouette))
                .orElseThrow();
        return trials.stream()
                .filter(trial -> trial.stability >= STABLE && trial.silhouette >= CLEAR * best.silhouette)
                .mapToInt(Trial::clusters)
                .max()
                .orElse(best.clusters);
    }

    private static double[][] columns(double[][] profiles, int[] chosen) {
        double[][] columns = new double[profiles[0].length][chosen.length];
        for (int n = 0; n < chosen.length; n++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][n] = profiles[chosen[n]][c];
            }
        }
        return columns;
    }

    private static double stability(double[][] profiles, Medoids whole, int clusters, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (int half = 0; half < HALVES; half++) {
            int[] order = IntStream.range(0, profiles.length).toArray();
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int held = order[i];
                order[i] = order[other];
                order[other] = held;
            }
            int[] chosen = Arrays.copyOf(order, Math.max(clusters, order.length / 2));
            Medoids part = Medoids.of(columns(profiles, chosen), clusters);
            int[] centres = Arrays.stream(part.medoid()).map(m -> chosen[m]).toArray();
            sum += RandIndex.adjusted(whole.clusterOf(), nearest(profiles, centres));
        }
        return sum / HALVES;
    }

    private static int[] nearest(double[][] profiles, int[] centres) {
        int[] nearest = new int[profiles.length];
        for (int i = 0; i < profiles.length; i++) {
            for (int c = 1; c < centres.length; c++) {
                if (square(profiles[i], profiles[centres[c]]) < square(profiles[i], profiles[centres[nearest[i]]])) {
                    nearest[i] = c;
                }
            }
        }
        return nearest;
    }

    private static double square(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += (a[c] - b[c]) * (a[c] - b[c]);
        }
        return sum;
    }

    private static ProfileClusters ordered(double[][] columns, Medoids found, List<Trial> trials) {
        int clusters = found.medoid().length;
        int[] size = new int[clusters];
        for (int cluster : found.clusterOf()) {
            size[cluster]++;
        }
        int[] order = IntStream.range(0, clusters)
                .boxed()
                .sorted(Comparator.comparingInt((Integer c) -> -size[c]).thenComparingInt(c -> found.medoid()[c]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] place = new int[clusters];
        int[] medoids = new int[clusters];
        for (int c = 0; c < clusters; c++) {
            place[order[c]] = c;
            medoids[c] = found.medoid()[order[c]];
        }
        int[] clusterOf = Arrays.stream(found.clusterOf()).map(c -> place[c]).toArray();
        return new ProfileClusters(clusterOf, medoids, Medoids.silhouettes(columns, clusterOf, clusters), trials);
    }
}
