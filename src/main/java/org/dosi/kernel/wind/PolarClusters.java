package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Medoids;

/// The parts of a polar surface: winds of like direction and speed with like concentrations.
///
/// The cells of the surface are clustered by `u`, `v` and value, each with mean 0 and mean absolute
/// deviation 1, by partition around medoids; cluster 0 has the highest mean value. Source: Carslaw and
/// Beevers (2013), Environmental Modelling and Software 40, 325-329; openair's `polarCluster` of versions
/// before 3 (version 3 hands direction and speed to the clustering beside u and v, where 1° and 359° are
/// far from each other). How many clusters there are is a choice: see [ClusterStability].
///
/// @param clusterOfCell for each cell its cluster, or -1 where the surface has no value
/// @param meanSilhouette see [Medoids#meanSilhouette]
/// @param converged whether no exchange of a centre helps any more
public record PolarClusters(int clusters, int[] clusterOfCell, double meanSilhouette, boolean converged) {

    /// Time O(clusters · cells²), on all processors.
    ///
    /// @param u east component of where the wind comes from, `speed · sin(direction)`, by cell
    /// @param v north component
    /// @param value NaN where the surface is not drawn
    /// @param clusters at most the number of cells with a value
    public static PolarClusters of(double[] u, double[] v, double[] value, int clusters) {
        Check.sameLength("u", u, "value", value);
        Check.sameLength("v", v, "value", value);
        int[] cells = IntStream.range(0, value.length)
                .filter(i -> Double.isFinite(value[i]))
                .toArray();
        double[][] columns =
                Medoids.standardised(new double[][] {picked(u, cells), picked(v, cells), picked(value, cells)});
        Medoids found = Medoids.of(columns, clusters);
        int[] rank = ranks(found.clusterOf(), picked(value, cells), clusters);
        int[] clusterOfCell = new int[value.length];
        Arrays.fill(clusterOfCell, -1);
        for (int i = 0; i < cells.length; i++) {
            clusterOfCell[cells[i]] = rank[found.clusterOf()[i]];
        }
        double silhouette = Medoids.meanSilhouette(columns, found.clusterOf(), clusters);
        return new PolarClusters(clusters, clusterOfCell, silhouette, found.converged());
    }

    private static double[] picked(double[] values, int[] cells) {
        return Arrays.stream(cells).mapToDouble(i -> values[i]).toArray();
    }

    private static int[] ranks(int[] clusterOf, double[] value, int clusters) {
        double[] sum = new double[clusters];
        int[] count = new int[clusters];
        for (int i = 0; i < value.length; i++) {
            sum[clusterOf[i]] += value[i];
            count[clusterOf[i]]++;
        }
        int[] byMean = IntStream.range(0, clusters)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -sum[c] / count[c]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[clusters];
        for (int r = 0; r < clusters; r++) {
            rank[byMean[r]] = r;
        }
        return rank;
    }

    /// The cluster of each hour: that of the nearest cell of the surface's grid, or -1 if the wind is
    /// missing, or beyond the grid by more than half a cell, or where the surface has no value. Time
    /// O(cells · log cells + hours · log cells).
    ///
    /// @param u as given for the surface; its cells are all pairs of some numbers in `u` and in `v`
    /// @param windFromDeg degrees clockwise from north
    public int[] clusterOfHours(double[] u, double[] v, double[] windFromDeg, double[] windSpeedMPerS) {
        Check.sameLength("windFromDeg", windFromDeg, "windSpeedMPerS", windSpeedMPerS);
        Check.sameLength("u", u, "v", v);
        double[] axisU = Arrays.stream(u).sorted().distinct().toArray();
        double[] axisV = Arrays.stream(v).sorted().distinct().toArray();
        int[] clusterAt = new int[axisU.length * axisV.length];
        Arrays.fill(clusterAt, -1);
        for (int i = 0; i < u.length; i++) {
            int column = Arrays.binarySearch(axisU, u[i]);
            clusterAt[column * axisV.length + Arrays.binarySearch(axisV, v[i])] = clusterOfCell[i];
        }
        int[] clusterOf = new int[windFromDeg.length];
        for (int h = 0; h < clusterOf.length; h++) {
            double radians = Math.toRadians(windFromDeg[h]);
            int column = nearest(axisU, windSpeedMPerS[h] * Math.sin(radians));
            int row = nearest(axisV, windSpeedMPerS[h] * Math.cos(radians));
            clusterOf[h] = column < 0 || row < 0 ? -1 : clusterAt[column * axisV.length + row];
        }
        return clusterOf;
    }

    /// -1 beyond the axis by more than half a step.
    private static int nearest(double[] axis, double value) {
        if (Double.isNaN(value) || axis.length == 0) {
            return -1;
        }
        int found = Arrays.binarySearch(axis, value);
        int above = found >= 0 ? found : -found - 1;
        double half = axis.length < 2 ? 0 : (axis[1] - axis[0]) / 2;
        if (above == 0) {
            return axis[0] - value > half ? -1 : 0;
        }
        if (above == axis.length) {
            return value - axis[above - 1] > half ? -1 : above - 1;
        }
        return value - axis[above - 1] <= axis[above] - value ? above - 1 : above;
    }
}
