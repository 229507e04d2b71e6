package org.dosi.kernel.factors;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;
import org.jspecify.annotations.Nullable;

/// Bootstrap with displacement in every resample: random error and rotational ambiguity together.
///
/// Every resample of [FactorBootstrap] is solved, then the elements of the active species are
/// displaced in it by small rises of Q (0.5, 1, 2, 4). Resamples whose factors do not map one to one to the base,
/// or in which Q fell by more than a half percent, or factors changed places at the lowest level, are left out and
/// counted. The interval of an element runs from the 5th percentile of its lower ends to the 95th of its upper
/// ends (Paatero and others 2014, Atmospheric Measurement Techniques 7, 781-797, section 2.3).
public final class BootstrapDisplacement {
    /// A fall of Q in the displacement of a resample, relative, at which the resample is left out.
    private static final double LARGE_FALL = 0.005;

    private BootstrapDisplacement() {}

    /// The rises of Q that EPA PMF uses here.
    public static double[] levels() {
        return new double[] {0.5, 1, 2, 4};
    }

    /// @param base with what it was held to, which holds in every resample and displacement
    /// @param active the species to displace; a few key species, as each costs twenty fits a factor and resample
    /// @param each is run after every resample, by several threads
    public static Intervals run(
            Samples data,
            FitSettings settings,
            HeldSolution base,
            Resampling resampling,
            double[] levels,
            boolean[] active,
            Runnable each) {
        SplittableRandom random = new SplittableRandom(resampling.seed());
        long[] seeds = new long[resampling.resamples()];
        Arrays.setAll(seeds, r -> random.nextLong());
        Resample[] all = IntStream.range(0, seeds.length)
                .parallel()
                .mapToObj(r -> {
                    int[] rows = FactorBootstrap.drawRows(data.samples(), resampling.blockSize(), seeds[r]);
                    FactorBootstrap.Fit fit = FactorBootstrap.fit(data, settings, base, rows);
                    Resample resample = resample(fit, settings, levels, active);
                    each.run();
                    return resample;
                })
                .toArray(Resample[]::new);
        return Intervals.of(base.solution(), levels, all);
    }

    private static Resample resample(FactorBootstrap.Fit fit, FitSettings settings, double[] levels, boolean[] active) {
        boolean[] taken = new boolean[fit.baseFactor().length];
        for (int k = 0; k < taken.length; k++) {
            int to = fit.baseFactor()[k];
            if (to < 0 || taken[to]) {
                return new Resample(Verdict.UNMAPPED, fit.baseFactor(), null);
            }
            taken[to] = true;
        }
        FactorDisplacement.Intervals moved =
                FactorDisplacement.displace(fit.drawn(), settings, fit.found(), levels, active, () -> {});
        Verdict verdict =
                moved.largestFall() > LARGE_FALL * fit.found().solution().qTrue()
                        ? Verdict.FELL
                        : moved.swapped(0) ? Verdict.SWAPPED : Verdict.KEPT;
        return new Resample(verdict, fit.baseFactor(), moved);
    }

    /// How to draw.
    ///
    /// @param blockSize samples in a block, at most as many as there are
    public record Resampling(int resamples, int blockSize, long seed) {
        public Resampling {
            Check.atLeast(1, "resamples", resamples);
            Check.atLeast(1, "blockSize", blockSize);
        }
    }

    private enum Verdict {
        KEPT,
        UNMAPPED,
        FELL,
        SWAPPED
    }

    private record Resample(Verdict verdict, int[] baseFactor, FactorDisplacement.@Nullable Intervals moved) {}

    /// Intervals over the resamples kept.
    ///
    /// @param lower `[level][factor * species + species]`, NaN where not displaced or no resample was kept
    /// @param upper as `lower`
    /// @param unmapped resamples left out because their factors are not those of the base
    /// @param fell resamples left out because Q fell when they were displaced
    /// @param swapped resamples left out because factors changed places
    public record Intervals(
            double[] levels, double[][] lower, double[][] upper, int kept, int unmapped, int fell, int swapped) {

        private static Intervals of(Factorisation base, double[] levels, Resample[] all) {
            int size = base.profile().length;
            int m = base.species();
            double[][] lower = new double[levels.length][size];
            double[][] upper = new double[levels.length][size];
            for (int l = 0; l < levels.length; l++) {
                for (int e = 0; e < size; e++) {
                    double[] low = new double[all.length];
                    double[] high = new double[all.length];
                    Arrays.fill(low, Double.NaN);
                    Arrays.fill(high, Double.NaN);
                    for (int r = 0; r < all.length; r++) {
                        FactorDisplacement.Intervals moved = all[r].moved;
                        if (all[r].verdict == Verdict.KEPT && moved != null) {
                            int own = ownFactor(all[r].baseFactor, e / m);
                            low[r] = moved.lower()[l][own * m + e % m];
                            high[r] = moved.upper()[l][own * m + e % m];
                        }
                    }
                    lower[l][e] = Quantiles.of(low, 0.05);
                    upper[l][e] = Quantiles.of(high, 0.95);
                }
            }
            return new Intervals(
                    levels,
                    lower,
                    upper,
                    count(all, Verdict.KEPT),
                    count(all, Verdict.UNMAPPED),
                    count(all, Verdict.FELL),
                    count(all, Verdict.SWAPPED));
        }

        private static int ownFactor(int[] baseFactor, int base) {
            for (int k = 0; k < baseFactor.length; k++) {
                if (baseFactor[k] == base) {
                    return k;
                }
            }
            throw new IllegalStateException("no factor is mapped to base factor " + base);
        }

        private static int count(Resample[] all, Verdict verdict) {
            return (int) Arrays.stream(all).filter(r -> r.verdict == verdict).count();
        }
    }
}
