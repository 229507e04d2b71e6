package org.dosi.kernel.plume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Quantiles;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// What resampling the days says about the fit: how sure each cell is, and of each source how strong, how sure, where.
///
/// Days are resampled with exponential weights (the Bayesian bootstrap, Rubin 1981, Annals of Statistics 9,
/// 130), so that hours of one day stay together; in half of the replicates all winds are turned to one side
/// by what the one wind station may be wrong for good, and all strengths are scaled by what its speed may be.
///
/// @param probability share of the replicates with strength in the cell or one of its eight neighbours
/// @param sources the sources of the fit, strongest evidence first
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record SourcePosterior(double[] probability, List<PlacedSource> sources) {
    private static final double LOWER = 0.05;
    private static final double UPPER = 0.95;
    private static final double REGION_SHARE = 0.9;
    private static final double[] PARTS = {0, 1, 0, -1};

    /// By how much replicates turn the winds to either side.
    static double turnDeg(SourceSettings settings) {
        return settings.directionBiasDeg() * Math.sqrt(2);
    }

    /// Fits of resampled days, in parallel. Of four replicates two keep the winds, one turns them to each
    /// side; one set of turned footprints lives at a time. O(replicates * a fit).
    ///
    /// @param turned the problem's footprints with all winds turned by some degrees
    static List<SourceFit> replicates(
            NetworkProblem problem,
            SourceFit.Solved solved,
            double[] penalty,
            SourceSettings settings,
            DoubleFunction<Footprints> turned) {
        long[] seeds = new SplittableRandom(settings.seed())
                .longs(settings.replicates())
                .toArray();
        double[] scales = scales(settings);
        double turnDeg = turnDeg(settings);
        List<SourceFit> replicates = new ArrayList<>();
        for (int part = 0; part < PARTS.length; part++) {
            double turn = PARTS[part] * turnDeg;
            Footprints footprints = turn == 0 ? problem.footprints() : turned.apply(turn);
            int from = part;
            replicates.addAll(IntStream.range(0, seeds.length)
                    .filter(i -> i % PARTS.length == from)
                    .parallel()
                    .mapToObj(i -> {
                        SplittableRandom random = new SplittableRandom(seeds[i]);
                        double[] dayWeight = dayWeights(problem.hours().days(), random);
                        NetworkSystem system = problem.resampled(footprints, solved.weights(), dayWeight);
                        return SourceFit.resampled(system, penalty, solved.fit(), problem.radiusM())
                                .times(scales[i]);
                    })
                    .toList());
        }
        return replicates;
    }

    /// Errors of the scale in random order: normal scores, so that few replicates spread as many would.
    private static double[] scales(SourceSettings settings) {
        int count = settings.replicates();
        NormalDistribution normal = new NormalDistribution(0, 1);
        SplittableRandom random = new SplittableRandom(settings.seed() + 2);
        double[] scales = new double[count];
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(i + 1);
            scales[i] = scales[at];
            scales[at] = Math.exp(settings.scaleError() * normal.inverseCumulativeProbability((i + 0.5) / count));
        }
        return scales;
    }

    private static double[] dayWeights(int days, SplittableRandom random) {
        double[] weight = new double[days];
        for (int day = 0; day < days; day++) {
            weight[day] = -Math.log(1 - random.nextDouble());
        }
        return weight;
    }

    static SourcePosterior of(
            CellGrid grid, SourceFit fit, List<SourceFit> replicates, double[] evidence, double sourceRadiusM) {
        int count = replicates.size();
        List<Cluster> clusters = clusters(grid, fit, evidence, sourceRadiusM);
        double[] seen = new double[grid.cells()];
        for (int r = 0; r < count; r++) {
            SourceFit replicate = replicates.get(r);
            boolean[] near = new boolean[grid.cells()];
            for (int cell : replicate.cells()) {
                markNear(grid, cell, near);
            }
            for (int cell = 0; cell < near.length; cell++) {
                seen[cell] += near[cell] ? 1.0 / count : 0;
            }
        }
        return new SourcePosterior(seen, sources(grid, clusters, replicates, evidence, sourceRadiusM));
    }

    private static void markNear(CellGrid grid, int cell, boolean[] near) {
        int column = cell % grid.columns();
        int row = cell / grid.columns();
        for (int r = Math.max(0, row - 1); r <= Math.min(grid.rows() - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(grid.columns() - 1, column + 1); c++) {
                near[r * grid.columns() + c] = true;
            }
        }
    }

    /// Cells of a fit that are one source.
    record Cluster(double xM, double yM, double strengthGPerS, double evidence) {}

    /// Gathers the cells of a fit: the one with the most weight takes all within the radius, then the next.
    ///
    /// @param weight of 1 g/s in each cell as evidence: its deviation by chance
    static List<Cluster> clusters(CellGrid grid, SourceFit fit, double[] weight, double radiusM) {
        int count = fit.cells().length;
        boolean[] used = new boolean[count];
        List<Cluster> clusters = new ArrayList<>();
        for (int seed = heaviest(fit, weight, used); seed >= 0; seed = heaviest(fit, weight, used)) {
            double sum = 0;
            double strength = 0;
            double x = 0;
            double y = 0;
            double best = 0;
            int centre = fit.cells()[seed];
            for (int i = 0; i < count; i++) {
                int cell = fit.cells()[i];
                double distance = Math.hypot(grid.xM(cell) - grid.xM(centre), grid.yM(cell) - grid.yM(centre));
                if (!used[i] && distance <= radiusM) {
                    used[i] = true;
                    double share = fit.strengthsGPerS()[i] * weight[cell];
                    sum += share;
                    strength += fit.strengthsGPerS()[i];
                    x += share * grid.xM(cell);
                    y += share * grid.yM(cell);
                    best = Math.max(best, share);
                }
            }
            clusters.add(new Cluster(x / sum, y / sum, strength, sum));
        }
        return clusters;
    }

    private static int heaviest(SourceFit fit, double[] weight, boolean[] used) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < used.length; i++) {
            double share = fit.strengthsGPerS()[i] * weight[fit.cells()[i]];
            if (!used[i] && share > most) {
                most = share;
                best = i;
            }
        }
        return best;
    }

    private static List<PlacedSource> sources(
            CellGrid grid, List<Cluster> clusters, List<SourceFit> replicates, double[] weight, double radiusM) {
        List<PlacedSource> sources = new ArrayList<>();
        for (int k = 0; k < clusters.size(); k++) {
            Cluster cluster = clusters.get(k);
            double[] strength = new double[replicates.size()];
            CredibleRegion region = new CredibleRegion(grid);
            for (int r = 0; r < strength.length; r++) {
                strength[r] = add(grid, clusters, k, replicates.get(r), weight, 2 * radiusM, region);
            }
            double present = Arrays.stream(strength).filter(each -> each > 0).count();
            sources.add(new PlacedSource(
                    cluster.xM,
                    cluster.yM,
                    cluster.strengthGPerS,
                    Quantiles.of(strength, LOWER),
                    Quantiles.of(strength, UPPER),
                    present / strength.length,
                    region.holding(REGION_SHARE, cluster.xM, cluster.yM),
                    cluster.evidence));
        }
        return sources;
    }

    /// The strength of a source in a replicate: of the cells that are nearest to it and not too far.
    private static double add(
            CellGrid grid,
            List<Cluster> clusters,
            int source,
            SourceFit replicate,
            double[] weight,
            double withinM,
            CredibleRegion region) {
        int[] own = IntStream.range(0, replicate.cells().length)
                .filter(i -> {
                    int cell = replicate.cells()[i];
                    return nearest(clusters, grid.xM(cell), grid.yM(cell), withinM) == source;
                })
                .toArray();
        double strength = 0;
        double sum = 0;
        double[] share = new double[own.length];
        int[] cells = new int[own.length];
        for (int i = 0; i < own.length; i++) {
            cells[i] = replicate.cells()[own[i]];
            strength += replicate.strengthsGPerS()[own[i]];
            share[i] = replicate.strengthsGPerS()[own[i]] * weight[cells[i]];
            sum += share[i];
        }
        if (sum > 0) {
            for (int i = 0; i < share.length; i++) {
                share[i] /= sum;
            }
            region.add(cells, share);
        }
        return strength;
    }

    private static int nearest(List<Cluster> clusters, double xM, double yM, double withinM) {
        int best = -1;
        double least = withinM;
        for (int k = 0; k < clusters.size(); k++) {
            double distance = Math.hypot(clusters.get(k).xM - xM, clusters.get(k).yM - yM);
            if (distance <= least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }
}
