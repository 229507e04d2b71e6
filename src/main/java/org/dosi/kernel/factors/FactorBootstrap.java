package org.dosi.kernel.factors;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// Bootstrap of a factorisation: how far the profiles hang on the samples that happened to be taken.
///
/// Blocks of consecutive samples are drawn with replacement until there are as many samples as before, the
/// factors of the resample are found from the base solution on, and each of them is mapped to the base factor
/// whose contributions to the same samples correlate with its own best, if by at least the threshold
/// (Norris and others 2014, EPA PMF 5.0 Fundamentals and User Guide, section 6.1; Paatero and others 2014,
/// Atmospheric Measurement Techniques 7, 781-797). It covers random error and some rotational ambiguity.
///
/// What the base was held to holds in every resample too: ranges and absences exactly, pulls and a turn
/// with the strength that they had in the end. EPA PMF 5.0 too makes bootstraps of constrained and of
/// Fpeak runs.
public final class FactorBootstrap {
    /// The least correlation at which a factor counts as found again, as EPA PMF has it.
    public static final double THRESHOLD = 0.6;

    private static final int QUIET_LAGS = 5;

    private FactorBootstrap() {}

    /// Resamples and solves, in parallel; the same seed gives the same numbers.
    ///
    /// @param base of these data and settings
    /// @param blockSize samples in a block; see [#blockSize]
    /// @param each is run after every resample, by several threads
    public static Mapped resample(
            Samples data,
            FitSettings settings,
            HeldSolution base,
            int resamples,
            int blockSize,
            long seed,
            Runnable each) {
        Check.atLeast(1, "resamples", resamples);
        Check.within(1, data.samples(), "blockSize", blockSize);
        SplittableRandom random = new SplittableRandom(seed);
        long[] seeds = new long[resamples];
        Arrays.setAll(seeds, r -> random.nextLong());
        Fit[] fits = IntStream.range(0, resamples)
                .parallel()
                .mapToObj(r -> {
                    Fit fit = fit(data, settings, base, drawRows(data.samples(), blockSize, seeds[r]));
                    each.run();
                    return fit;
                })
                .toArray(Fit[]::new);
        return Mapped.of(base.solution(), fits);
    }

    /// A block so long that the contributions have forgotten themselves: twice the lag after which five
    /// autocorrelations in a row are no larger than chance makes them, 2·√(log10 n / n), the longest of all
    /// factors, at most a tenth of the samples; 1 for samples that do not depend on each other.
    ///
    /// The lag is that of Politis and White (2004, Econometric Reviews 23, 53-70, section 3.2), who take twice of
    /// it as the width of their window.
    public static int blockSize(Factorisation base) {
        int n = base.samples();
        int most = Math.max(1, n / 10);
        double chance = 2 * Math.sqrt(Math.log10(n) / n);
        int longest = 1;
        for (int k = 0; k < base.factors(); k++) {
            int remembered = 0;
            for (int lag = 1; lag <= Math.min(most, remembered + QUIET_LAGS); lag++) {
                double r = FactorMatching.correlation(
                        base.contribution(), k * n, base.contribution(), k * n + lag, n - lag);
                remembered = Math.abs(r) > chance ? lag : remembered;
            }
            longest = Math.max(longest, Math.min(most, 2 * remembered));
        }
        return longest;
    }

    static int[] drawRows(int samples, int blockSize, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rows = new int[samples];
        int count = 0;
        while (count < samples) {
            int first = random.nextInt(samples - blockSize + 1);
            for (int i = 0; i < blockSize && count < samples; i++) {
                rows[count++] = first + i;
            }
        }
        return rows;
    }

    /// The resample solved from the base solution on, and the base factor that each of its factors is.
    static Fit fit(Samples data, FitSettings settings, HeldSolution held, int[] rows) {
        Factorisation base = held.solution();
        int n = rows.length;
        double[] begin = new double[base.factors() * n];
        for (int k = 0; k < base.factors(); k++) {
            for (int r = 0; r < n; r++) {
                begin[k * n + r] = base.contribution(k, rows[r]);
            }
        }
        Samples drawn = data.rows(rows);
        Rules rules = held.rules().ofRows(rows);
        Factorisation found = PositiveMatrixFactorisation.from(drawn, settings, rules, begin, base.profile());
        int[] baseFactor = new int[base.factors()];
        for (int k = 0; k < baseFactor.length; k++) {
            baseFactor[k] = -1;
            double best = THRESHOLD;
            for (int b = 0; b < baseFactor.length; b++) {
                double r = FactorMatching.correlation(found.contribution(), k * n, begin, b * n, n);
                if (r >= best) {
                    best = r;
                    baseFactor[k] = b;
                }
            }
        }
        return new Fit(drawn, new HeldSolution(found, rules), baseFactor);
    }

    /// @param baseFactor for each factor of the resample the base factor it is, -1 if none
    record Fit(Samples drawn, HeldSolution found, int[] baseFactor) {}

    /// How the resamples' factors map, and the spread of their profiles.
    ///
    /// @param counts `[base factor][base factor it was mapped to]`: the first index is the place of the factor
    ///     in the resample, which began as that base factor; the last column counts those mapped to none
    /// @param profile `[factor * species + species]`: the ascending values of this element in all resamples'
    ///     factors that were mapped to the factor
    public record Mapped(int factors, int species, int resamples, int[][] counts, double[][] profile) {

        static Mapped of(Factorisation base, Fit[] fits) {
            int k = base.factors();
            int m = base.species();
            int[][] counts = new int[k][k + 1];
            double[][] values = new double[k * m][fits.length * k];
            int[] mapped = new int[k];
            for (Fit fit : fits) {
                for (int own = 0; own < k; own++) {
                    int to = fit.baseFactor()[own];
                    counts[own][to < 0 ? k : to]++;
                    if (to >= 0) {
                        for (int j = 0; j < m; j++) {
                            values[to * m + j][mapped[to]] =
                                    fit.found().solution().profile(own, j);
                        }
                        mapped[to]++;
                    }
                }
            }
            for (int e = 0; e < values.length; e++) {
                values[e] = Arrays.copyOf(values[e], mapped[e / m]);
                Arrays.sort(values[e]);
            }
            return new Mapped(k, m, fits.length, counts, values);
        }

        /// A quantile (type 7) of a profile element over the resamples; NaN if the factor was never found.
        public double quantile(int factor, int ofSpecies, double share) {
            return Quantiles.ofSorted(profile[factor * species + ofSpecies], share);
        }

        /// The share of resamples in which a factor was found again as itself.
        public double shareMapped(int factor) {
            return counts[factor][factor] / (double) resamples;
        }
    }
}
