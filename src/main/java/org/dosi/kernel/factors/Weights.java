package org.dosi.kernel.factors;

import java.util.Arrays;

/// The weights of a weighted least squares problem and the weighted data, in both orders, so that each half
/// of an iteration reads along its own rows.
final class Weights {
    /// Beyond this many uncertainties a residual is an outlier (Paatero 1997, section 6; EPA PMF 5.0 guide).
    static final double OUTLIER_DISTANCE = 4;

    final int samples;
    final int species;
    final double[] bySample;
    final double[] weightedBySample;
    final double[] bySpecies;
    final double[] weightedBySpecies;
    private final double[] concentration;
    private final double[] precision;
    private double constant;

    Weights(Samples data) {
        samples = data.samples();
        species = data.species();
        int size = samples * species;
        concentration = new double[size];
        precision = new double[size];
        for (int e = 0; e < size; e++) {
            if (data.present(e)) {
                concentration[e] = data.concentration()[e];
                precision[e] = 1 / (data.uncertainty()[e] * data.uncertainty()[e]);
            }
        }
        bySample = new double[size];
        weightedBySample = new double[size];
        bySpecies = new double[size];
        weightedBySpecies = new double[size];
        for (int i = 0; i < samples; i++) {
            for (int j = 0; j < species; j++) {
                put(i, j, precision[i * species + j]);
            }
        }
        sumConstant();
    }

    /// Σ x²/u², the part of Q that no solution changes.
    double constant() {
        return constant;
    }

    private void put(int i, int j, double weight) {
        int e = i * species + j;
        int t = j * samples + i;
        bySample[e] = weight;
        bySpecies[t] = weight;
        weightedBySample[e] = weight * concentration[e];
        weightedBySpecies[t] = weightedBySample[e];
    }

    private void sumConstant() {
        double sum = 0;
        for (int e = 0; e < bySample.length; e++) {
            sum += weightedBySample[e] * concentration[e];
        }
        constant = sum;
    }

    /// Q of a solution under the weights that hold, summed from the residuals.
    double qOf(double[] contribution, double[] profile, int factors) {
        double q = 0;
        double[] fitted = new double[species];
        for (int i = 0; i < samples; i++) {
            fit(i, contribution, profile, factors, fitted);
            for (int j = 0; j < species; j++) {
                double r = concentration[i * species + j] - fitted[j];
                q += bySample[i * species + j] * r * r;
            }
        }
        return q;
    }

    /// Gives every value the weight that makes the next quadratic step a step down the robust objective:
    /// 1/u² within the outlier distance α, α/|e| of that beyond it, e being the scaled residual. Returns that
    /// objective, Σ e² or 2α|e| - α² (Huber 1964).
    double downweightOutliers(double[] contribution, double[] profile, int factors) {
        double objective = 0;
        double[] fitted = new double[species];
        for (int i = 0; i < samples; i++) {
            fit(i, contribution, profile, factors, fitted);
            for (int j = 0; j < species; j++) {
                int e = i * species + j;
                double scaled = Math.abs(concentration[e] - fitted[j]) * Math.sqrt(precision[e]);
                if (scaled > OUTLIER_DISTANCE) {
                    put(i, j, precision[e] * OUTLIER_DISTANCE / scaled);
                    objective += OUTLIER_DISTANCE * (2 * scaled - OUTLIER_DISTANCE);
                } else {
                    put(i, j, precision[e]);
                    objective += scaled * scaled;
                }
            }
        }
        sumConstant();
        return objective;
    }

    private void fit(int i, double[] contribution, double[] profile, int factors, double[] fitted) {
        Arrays.fill(fitted, 0);
        for (int k = 0; k < factors; k++) {
            double g = contribution[k * samples + i];
            if (g != 0) {
                for (int j = 0; j < species; j++) {
                    fitted[j] += g * profile[k * species + j];
                }
            }
        }
    }
}
