package org.dosi.kernel.factors;

import java.util.SplittableRandom;

/// Least-squares NMF as it is written: g and f multiplied by ratios of sums, in plain loops.
final class MultiplicativeUpdates {
    private MultiplicativeUpdates() {}

    static double q(Samples data, int factors, long seed, int iterations) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] g = new double[data.samples()][];
        double[][] f = new double[factors][];
        for (int i = 0; i < g.length; i++) {
            g[i] = random.doubles(factors, 0.1, 1).toArray();
        }
        for (int k = 0; k < factors; k++) {
            f[k] = random.doubles(data.species(), 0.1, 1).toArray();
        }
        double q = Double.NaN;
        for (int t = 0; t < iterations; t++) {
            q = update(data, g, f, true);
            q = update(data, g, f, false);
        }
        return q;
    }

    private static double update(Samples data, double[][] g, double[][] f, boolean ofG) {
        double[][] over = ofG ? new double[g.length][f.length] : new double[f.length][f[0].length];
        double[][] under = ofG ? new double[g.length][f.length] : new double[f.length][f[0].length];
        double q = 0;
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j < f[0].length; j++) {
                int e = i * f[0].length + j;
                double weight = 1 / (data.uncertainty()[e] * data.uncertainty()[e]);
                double fit = 0;
                for (int k = 0; k < f.length; k++) {
                    fit += g[i][k] * f[k][j];
                }
                q += weight * (data.concentration()[e] - fit) * (data.concentration()[e] - fit);
                for (int k = 0; k < f.length; k++) {
                    double other = ofG ? f[k][j] : g[i][k];
                    over[ofG ? i : k][ofG ? k : j] += weight * data.concentration()[e] * other;
                    under[ofG ? i : k][ofG ? k : j] += weight * fit * other;
                }
            }
        }
        double[][] wanted = ofG ? g : f;
        for (int r = 0; r < wanted.length; r++) {
            for (int c = 0; c < wanted[r].length; c++) {
                wanted[r][c] *= over[r][c] / Math.max(under[r][c], 1e-300);
            }
        }
        return q;
    }
}
