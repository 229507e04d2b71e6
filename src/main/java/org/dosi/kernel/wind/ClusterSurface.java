package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;

/// The polar surface of mean concentrations that is to be clustered, and surfaces of the same grid from
/// days drawn anew.
///
/// @param grid of the cells below the surface; the surface's speeds are counted from its least speed
/// @param u eastward place of each value, m/s, row by row from the south; `v` northward
/// @param values NaN where a polar plot is blank
public record ClusterSurface(PolarGrid grid, double[] u, double[] v, double[] values) {
    /// Every second place is enough to compare clusters, and takes a sixteenth of the time.
    private static final int EVERY = 2;

    /// The hours' surface by [PolarSmoothing]. All NaN if there are too few hours for one.
    ///
    /// @param directions how many sectors the cells have
    public static ClusterSurface of(double[] windSpeedMPerS, double[] windFromDeg, double[] value, int directions) {
        PolarGrid grid = PolarGrid.over(windSpeedMPerS, windFromDeg, value, directions, PolarBins.SPEEDS);
        PolarSurface surface = surface(grid, windSpeedMPerS, windFromDeg, value);
        int size = PolarSurface.SIZE;
        double[] u = new double[size * size];
        double[] v = new double[size * size];
        Arrays.setAll(u, i -> surface.u()[i % size]);
        Arrays.setAll(v, i -> surface.v()[i / size]);
        return new ClusterSurface(grid, u, v, shown(surface));
    }

    private static PolarSurface surface(PolarGrid grid, double[] speed, double[] from, double[] value) {
        PolarBins bins = PolarBins.of(grid, speed, from, value, CellStatistic.Plain.MEAN);
        return PolarSmoothing.smooth(
                bins, PolarSurface.Options.of(PolarSurface.Smoother.DISC, PolarSurface.Scale.SQUARE_ROOT));
    }

    private static double[] shown(PolarSurface surface) {
        double[] values = surface.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = surface.far()[i] ? Double.NaN : values[i];
        }
        return values;
    }

    /// The clusters of the hours, as [PolarClusters#clusterOfHours], for winds counted as the hours have
    /// them.
    public int[] clusterOfHours(PolarClusters clusters, double[] windFromDeg, double[] windSpeedMPerS) {
        double[] above = Arrays.stream(windSpeedMPerS)
                .map(speed -> speed - grid.leastSpeedMPerS())
                .toArray();
        return clusters.clusterOfHours(u, v, windFromDeg, above);
    }

    /// How stable each number of clusters is if days are drawn anew, in blocks as long as the cube root
    /// of their number, at every second place of the surface. Time: that of a surface and of the clusters
    /// for each replicate, on all processors.
    ///
    /// @param day of each hour, ascending
    public ClusterStability stability(
            double[] windSpeedMPerS, double[] windFromDeg, double[] value, long[] day, ClusterRules rules) {
        Check.sameLength("windSpeedMPerS", windSpeedMPerS, "value", value);
        int[] start = dayStarts(day);
        int size = PolarSurface.SIZE;
        int[] places = IntStream.range(0, size * size)
                .filter(i -> i % size % EVERY == 0 && i / size % EVERY == 0)
                .toArray();
        long[] seeds =
                new SplittableRandom(rules.seed()).longs(rules.replicates()).toArray();
        double[][] replicates = Arrays.stream(seeds)
                .parallel()
                .mapToObj(seed -> {
                    int[] hours = drawn(start, new SplittableRandom(seed));
                    PolarSurface surface = surface(
                            grid, picked(windSpeedMPerS, hours), picked(windFromDeg, hours), picked(value, hours));
                    return picked(shown(surface), places);
                })
                .toArray(double[][]::new);
        return ClusterStability.of(
                picked(u, places), picked(v, places), picked(values, places), replicates, rules.fewest(), rules.most());
    }

    /// What [#stability] tries.
    ///
    /// @param fewest clusters
    /// @param most clusters
    public record ClusterRules(int fewest, int most, int replicates, long seed) {
        public ClusterRules {
            Check.atLeast(2, "fewest", fewest);
            Check.atLeast(fewest, "most", most);
            Check.atLeast(1, "replicates", replicates);
        }
    }

    /// Where each day begins, and behind the last day the end.
    private static int[] dayStarts(long[] day) {
        int[] begins = IntStream.range(0, day.length)
                .filter(i -> i == 0 || day[i] != day[i - 1])
                .toArray();
        int[] start = Arrays.copyOf(begins, begins.length + 1);
        start[begins.length] = day.length;
        return start;
    }

    private static int[] drawn(int[] start, SplittableRandom random) {
        int days = start.length - 1;
        int block = Math.max(1, (int) Math.round(Math.cbrt(days)));
        IntStream.Builder hours = IntStream.builder();
        int at = 0;
        for (int d = 0; d < days; d++) {
            at = d % block == 0 ? random.nextInt(days) : (at + 1) % days;
            for (int h = start[at]; h < start[at + 1]; h++) {
                hours.add(h);
            }
        }
        return hours.build().toArray();
    }

    private static double[] picked(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }
}
