package org.dosi.kernel.factors;

/// Factors found: how much of each there was in every sample, and what it consists of.
///
/// Contributions are normalised to a mean of 1, so that a profile is the mean concentration which its
/// factor brings. The product of the two is the fit, whatever the normalisation.
///
/// @param contribution `factors` × `samples`, without unit; a factor that explains nothing is all 0
/// @param profile `factors` × `species`, in the units of the concentrations
/// @param qTrue Σ (residual / uncertainty)²
/// @param qRobust the same with 4·|e| in place of e² for scaled residuals e beyond 4 (Paatero 1997; EPA PMF 5.0)
/// @param converged whether the objective had stopped to fall
public record Factorisation(
        int samples,
        int species,
        int factors,
        double[] contribution,
        double[] profile,
        double qTrue,
        double qRobust,
        int iterations,
        boolean converged) {

    public double contribution(int factor, int sample) {
        return contribution[factor * samples + sample];
    }

    public double profile(int factor, int ofSpecies) {
        return profile[factor * species + ofSpecies];
    }

    /// The concentration of a species in a sample as the factors together explain it.
    public double fitted(int sample, int ofSpecies) {
        double sum = 0;
        for (int k = 0; k < factors; k++) {
            sum += contribution(k, sample) * profile(k, ofSpecies);
        }
        return sum;
    }

    /// Which share of what all factors explain of a species comes from this one; NaN where they explain none.
    public double shareOfSpecies(int factor, int ofSpecies) {
        double all = 0;
        for (int k = 0; k < factors; k++) {
            all += profile(k, ofSpecies);
        }
        return profile(factor, ofSpecies) / all;
    }

    /// (measured - fitted) / uncertainty, `samples` × `species`; NaN where the value is missing.
    public double[] scaledResiduals(Samples data) {
        double[] scaled = new double[samples * species];
        for (int i = 0; i < samples; i++) {
            for (int j = 0; j < species; j++) {
                int e = i * species + j;
                scaled[e] =
                        data.present(e) ? (data.concentration()[e] - fitted(i, j)) / data.uncertainty()[e] : Double.NaN;
            }
        }
        return scaled;
    }

    /// Normalises what a run ended with, sets the order of the factors and computes both Q.
    ///
    /// @param order whether the factors are to be put in the order of what they explain; else they stay
    static Factorisation of(Samples data, int factors, Alternation.End end, boolean order) {
        int n = data.samples();
        int m = data.species();
        double[] g = end.contribution().clone();
        double[] f = end.profile().clone();
        for (int k = 0; k < factors; k++) {
            normalise(g, k * n, n, f, k * m, m);
        }
        if (order) {
            int[] to = Order.byExplained(data, factors, g, f);
            g = Order.rows(g, n, to);
            f = Order.rows(f, m, to);
        }
        Factorisation bare = new Factorisation(n, m, factors, g, f, 0, 0, end.iterations(), end.converged());
        double qTrue = 0;
        double qRobust = 0;
        for (double e : bare.scaledResiduals(data)) {
            if (!Double.isNaN(e)) {
                double size = Math.abs(e);
                qTrue += size * size;
                qRobust += size * Math.min(size, Weights.OUTLIER_DISTANCE);
            }
        }
        return new Factorisation(n, m, factors, g, f, qTrue, qRobust, end.iterations(), end.converged());
    }

    private static void normalise(double[] g, int gFrom, int n, double[] f, int fFrom, int m) {
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += g[gFrom + i] / n;
        }
        if (mean > 0) {
            for (int i = 0; i < n; i++) {
                g[gFrom + i] /= mean;
            }
            for (int j = 0; j < m; j++) {
                f[fFrom + j] *= mean;
            }
        }
    }
}
