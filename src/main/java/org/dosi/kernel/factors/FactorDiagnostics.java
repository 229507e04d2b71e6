package org.dosi.kernel.factors;

import java.util.Arrays;

/// How well so many factors fit: what is looked at when their number is chosen.
///
/// @param qExpected the values that are not missing, weak species left out, less the free elements of the
///     solution, factors · (samples + species), as in EPA PMF 5.0
/// @param ratio Q_true / Q_expected; near 1 where uncertainties and number of factors are right
/// @param im the largest mean scaled residual of a species (Lee, Chan and Paatero 1999, Atmospheric
///     Environment 33, 3201-3212)
/// @param is the largest standard deviation of the scaled residuals of a species
/// @param qOfSpecies each species' part of Q_true
/// @param outliers scaled residuals beyond three, by species
public record FactorDiagnostics(
        double qExpected, double ratio, double im, double is, double[] qOfSpecies, int[] outliers) {
    /// Beyond this a scaled residual is called an outlier in EPA PMF's list of residuals.
    public static final double LARGE_RESIDUAL = 3;

    /// @param weak species whose values are not counted in Q_expected
    public static FactorDiagnostics of(Samples data, Factorisation found, boolean[] weak) {
        int m = data.species();
        double[] e = found.scaledResiduals(data);
        double[] q = new double[m];
        int[] outliers = new int[m];
        int counted = 0;
        double im = Double.NEGATIVE_INFINITY;
        double is = 0;
        for (int j = 0; j < m; j++) {
            int n = 0;
            double sum = 0;
            for (int i = 0; i < data.samples(); i++) {
                double r = e[i * m + j];
                if (!Double.isNaN(r)) {
                    n++;
                    sum += r;
                    q[j] += r * r;
                    outliers[j] += Math.abs(r) > LARGE_RESIDUAL ? 1 : 0;
                }
            }
            if (n > 0) {
                double mean = sum / n;
                im = Math.max(im, mean);
                is = Math.max(is, n > 1 ? Math.sqrt(Math.max(0, q[j] - n * mean * mean) / (n - 1)) : 0);
            }
            counted += weak[j] ? 0 : n;
        }
        double expected = counted - (double) found.factors() * (data.samples() + m);
        double ratio = Arrays.stream(q).sum() / expected;
        return new FactorDiagnostics(
                expected,
                expected > 0 ? ratio : Double.NaN,
                im == Double.NEGATIVE_INFINITY ? Double.NaN : im,
                is,
                q,
                outliers);
    }
}
