package org.dosi.kernel.factors;

import java.util.SplittableRandom;

/// Samples made from known factors.
final class MadeSamples {
    static final int SAMPLES = 120;
    static final int SPECIES = 9;
    static final int FACTORS = 3;

    /// Each factor lacks species that another one has, so that no rotation is possible.
    static final double[] PROFILES = {
        4, 2, 0, 1, 0, 3, 0, 0.5, 1, //
        0, 1, 5, 0, 2, 1, 0, 0.5, 2, //
        1, 0, 1, 3, 0, 0, 6, 0.5, 4
    };

    private MadeSamples() {}

    /// Contributions that come and go, with noise of the size of the uncertainties times `noise`.
    static Samples of(double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[SAMPLES * SPECIES];
        double[] u = new double[SAMPLES * SPECIES];
        for (int i = 0; i < SAMPLES; i++) {
            double[] g = new double[FACTORS];
            for (int k = 0; k < FACTORS; k++) {
                g[k] = random.nextInt(4) == 0 ? 0 : -Math.log(1 - random.nextDouble());
            }
            for (int j = 0; j < SPECIES; j++) {
                double sum = 0;
                for (int k = 0; k < FACTORS; k++) {
                    sum += g[k] * PROFILES[k * SPECIES + j];
                }
                u[i * SPECIES + j] = 0.05 + 0.1 * sum;
                x[i * SPECIES + j] = sum + noise * u[i * SPECIES + j] * random.nextGaussian();
            }
        }
        return new Samples(SAMPLES, SPECIES, x, u);
    }

    /// The mean of a factor's true contributions to the samples of this seed and noise, drawn again.
    static double meanContribution(long seed, int factor) {
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            for (int k = 0; k < FACTORS; k++) {
                double g = random.nextInt(4) == 0 ? 0 : -Math.log(1 - random.nextDouble());
                sum += k == factor ? g : 0;
            }
            for (int j = 0; j < SPECIES; j++) {
                random.nextGaussian();
            }
        }
        return sum / SAMPLES;
    }

    /// The least correlation of a profile with the true one that it is matched to.
    static double likeness(Factorisation found) {
        double[][] correlation = FactorMatching.correlations(found.profile(), PROFILES, SPECIES);
        int[] match = FactorMatching.best(correlation);
        double least = 1;
        for (int k = 0; k < FACTORS; k++) {
            least = Math.min(least, correlation[match[k]][k]);
        }
        return least;
    }
}
