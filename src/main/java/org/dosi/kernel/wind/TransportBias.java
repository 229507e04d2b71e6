package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Quantiles;

/// Simplified quantitative transport bias analysis: the mean concentration at each cell, weighted by how
/// much of the air that arrived is likely to have been there.
///
/// About a point `t` hours back the air spreads as a Gaussian of `σ = spread · t` (Keeler and Samson
/// 1989, Environmental Science and Technology 23(11), 1358-1364; simplified by Brook, Johnson and Mamedov
/// 2004, Journal of the Air and Waste Management Association 54(8), 965-976; Zhou, Hopke and Liu 2004,
/// Atmospheric Environment 38(12), 1955-1963). With the great-circle distance `d`, a point adds
/// `exp(-d²/2σ²)/σ²/points of its trajectory` to a cell's weight, and the concentration times this to its
/// sum. As in openair the first hour back is left out and σ grows by 1.5 km an hour unless told
/// otherwise; the Gaussian ends at five σ, east and west too (openair ends it there at five σ on the
/// equator, which at 60° is two and a half).
final class TransportBias {
    private static final double EARTH_RADIUS_KM = 6378.137;
    private static final double KM_PER_DEGREE = 111.32;
    private static final double REACH = 5;
    /// The map leaves out the last five hundredth of the points on every side, as single trajectories go
    /// far.
    private static final double MARGIN = 0.002;

    private final TrajectoryPoints points;
    private final TrajectoryRules rules;
    private final int[] used;
    private final double[] share;
    private final double west;
    private final int columns;
    private final int blocks;

    private TransportBias(TrajectoryPoints points, TrajectoryRules rules) {
        this.points = points;
        this.rules = rules;
        blocks = points.blocks();
        used = IntStream.range(0, points.value().length)
                .filter(i -> points.hasPlace(i) && Double.isFinite(points.value()[i]))
                .toArray();
        int[] ofTrajectory = new int[points.blockOfTrajectory().length];
        for (int i : used) {
            ofTrajectory[points.trajectory()[i]] += spreads(i) ? 1 : 0;
        }
        share = new double[points.value().length];
        for (int i : used) {
            share[i] = spreads(i) ? 1.0 / ofTrajectory[points.trajectory()[i]] : 0;
        }
        double[] lon = Arrays.stream(used).mapToDouble(i -> points.lonDeg()[i]).toArray();
        west = Math.rint(Quantiles.of(lon, MARGIN));
        columns = (int) ((Math.rint(Quantiles.of(lon, 1 - MARGIN)) - west) / rules.stepDeg()) + 1;
    }

    private boolean spreads(int i) {
        return Math.abs(points.hour()[i]) > 1;
    }

    /// Time O(points · cells in reach of a point + resamples · visits of cells by blocks), on all
    /// processors.
    static TrajectoryField of(TrajectoryPoints points, TrajectoryRules rules) {
        TransportBias bias = new TransportBias(points, rules);
        if (bias.used.length == 0) {
            return TrajectoryStatistics.empty(0);
        }
        double[] lat =
                Arrays.stream(bias.used).mapToDouble(i -> points.latDeg()[i]).toArray();
        double south = Math.rint(Quantiles.of(lat, MARGIN));
        int rows = (int) ((Math.rint(Quantiles.of(lat, 1 - MARGIN)) - south) / rules.stepDeg()) + 1;
        BlockDraws draws = new BlockDraws(bias.blocks, rules);
        TrajectoryField[] byRow = IntStream.range(0, rows)
                .parallel()
                .mapToObj(row -> bias.row(south + row * rules.stepDeg(), draws))
                .toArray(TrajectoryField[]::new);
        return bias.joined(byRow);
    }

    /// The cells of one latitude; those without a point in the whole degree about them have n = 0.
    private TrajectoryField row(double latDeg, BlockDraws draws) {
        double[] weight = new double[columns * blocks];
        double[] sum = new double[columns * blocks];
        int[] n = new int[columns];
        for (int i : used) {
            if (Math.rint(points.latDeg()[i]) == Math.rint(latDeg)) {
                count(i, n);
            }
            double sigmaKm = rules.spreadKmPerHour() * Math.abs(points.hour()[i]);
            if (share[i] > 0 && Math.abs(points.latDeg()[i] - latDeg) <= REACH * sigmaKm / KM_PER_DEGREE) {
                spread(i, latDeg, sigmaKm, weight, sum);
            }
        }
        TrajectoryField row = TrajectoryStatistics.empty(columns);
        int[] block = new int[blocks];
        double[] sumOf = new double[blocks];
        double[] weightOf = new double[blocks];
        for (int c = 0; c < columns; c++) {
            int count = 0;
            double total = 0;
            double totalWeight = 0;
            for (int b = 0; b < blocks; b++) {
                if (weight[c * blocks + b] > 0) {
                    block[count] = b;
                    sumOf[count] = sum[c * blocks + b];
                    weightOf[count] = weight[c * blocks + b];
                    total += sumOf[count];
                    totalWeight += weightOf[count++];
                }
            }
            double[] interval = draws.interval(block, sumOf, weightOf, count, 1);
            row.lonDeg()[c] = west + c * rules.stepDeg();
            row.latDeg()[c] = latDeg;
            row.n()[c] = n[c];
            row.value()[c] = totalWeight > 0 ? total / totalWeight : Double.NaN;
            row.lower()[c] = interval[0];
            row.upper()[c] = interval[1];
        }
        return row;
    }

    private void count(int i, int[] n) {
        double degree = Math.rint(points.lonDeg()[i]);
        for (int c = 0; c < columns; c++) {
            n[c] += Math.rint(west + c * rules.stepDeg()) == degree ? 1 : 0;
        }
    }

    private void spread(int i, double latDeg, double sigmaKm, double[] weight, double[] sum) {
        double cosines = Math.cos(Math.toRadians(latDeg)) * Math.cos(Math.toRadians(points.latDeg()[i]));
        double reachDeg = REACH * sigmaKm / KM_PER_DEGREE / Math.max(0.01, Math.sqrt(Math.max(0, cosines)));
        double first = Math.ceil((points.lonDeg()[i] - reachDeg - west) / rules.stepDeg());
        double last = Math.floor((points.lonDeg()[i] + reachDeg - west) / rules.stepDeg());
        double north = Math.sin(Math.toRadians(latDeg - points.latDeg()[i]) / 2);
        double perVariance = 1 / (sigmaKm * sigmaKm);
        for (int c = (int) Math.max(0, first); c <= Math.min(columns - 1, last); c++) {
            double east = Math.sin(Math.toRadians(west + c * rules.stepDeg() - points.lonDeg()[i]) / 2);
            double chord = Math.sqrt(Math.min(1, north * north + cosines * east * east));
            double distanceKm = 2 * EARTH_RADIUS_KM * Math.asin(chord);
            double part = share[i] * perVariance * Math.exp(-0.5 * distanceKm * distanceKm * perVariance);
            int at = c * blocks + points.block(i);
            weight[at] += part;
            sum[at] += part * points.value()[i];
        }
    }

    /// West to east and then south to north, as the other statistics; cells in whose degree no trajectory
    /// came are left out.
    private TrajectoryField joined(TrajectoryField[] byRow) {
        int cells = Arrays.stream(byRow)
                .mapToInt(row -> (int) Arrays.stream(row.n()).filter(n -> n > 0).count())
                .sum();
        TrajectoryField field = TrajectoryStatistics.empty(cells);
        int at = 0;
        for (int c = 0; c < columns; c++) {
            for (TrajectoryField row : byRow) {
                if (row.n()[c] > 0) {
                    field.lonDeg()[at] = row.lonDeg()[c];
                    field.latDeg()[at] = row.latDeg()[c];
                    field.n()[at] = row.n()[c];
                    field.value()[at] = row.value()[c];
                    field.lower()[at] = row.lower()[c];
                    field.upper()[at++] = row.upper()[c];
                }
            }
        }
        return field;
    }
}
