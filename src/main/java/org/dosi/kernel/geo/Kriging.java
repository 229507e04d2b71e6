package org.dosi.kernel.geo;

import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/// Ordinary kriging from given sites with a known correlation: the best linear unbiased prediction under
/// an unknown constant mean, its variance, and what each site would have been predicted without itself.
///
/// With the sites' correlation matrix C, the correlations c of a place with the sites, and 1 the vector
/// of ones, the weights are `w = C⁻¹ (c + 1 (1 - 1'C⁻¹c) / (1'C⁻¹1))`. Of a field with variance s² the
/// error has the variance `s² (1 - c'C⁻¹c + (1 - 1'C⁻¹c)² / (1'C⁻¹1))`: that of a new measurement at the
/// place, its own nugget included, so that it can be checked against stations. A place never interpolates
/// a site exactly unless the nugget is 0.
///
/// With `P = C⁻¹ - C⁻¹1 1'C⁻¹ / (1'C⁻¹1)` the error of site i without itself is `(P y)_i / P_ii`, and its
/// variance `s² / P_ii`. The restricted likelihood needs `y'P y`, `|C|` and `1'C⁻¹1` alone.
///
/// Source: N. Cressie, Statistics for Spatial Data (1993), 3.2 and 2.6; O. Dubrule (1983), Cross
/// validation of kriging in a unique neighborhood, Mathematical Geology 15, 687-699.
public final class Kriging {
    private final Sites sites;
    private final SpatialCorrelation correlation;
    private final DMatrixRMaj inverse;
    private final double[] inverseOnes;
    private final double onesInverseOnes;
    private final double logDeterminant;

    private Kriging(
            Sites sites,
            SpatialCorrelation correlation,
            DMatrixRMaj inverse,
            double[] inverseOnes,
            double onesInverseOnes,
            double logDeterminant) {
        this.sites = sites;
        this.correlation = correlation;
        this.inverse = inverse;
        this.inverseOnes = inverseOnes;
        this.onesInverseOnes = onesInverseOnes;
        this.logDeterminant = logDeterminant;
    }

    /// Prepares the kriging of any field at these sites. Time O(sites³).
    ///
    /// Sites at one spot need a nugget above 0, else [IllegalArgumentException].
    public static Kriging of(Sites sites, SpatialCorrelation correlation) {
        int n = sites.count();
        Check.atLeast(1, "sites", n);
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            matrix.unsafe_set(i, i, 1);
            for (int j = 0; j < i; j++) {
                double shared = correlation.at(sites.distanceM(i, sites, j));
                matrix.unsafe_set(i, j, shared);
                matrix.unsafe_set(j, i, shared);
            }
        }
        CholeskyDecompositionInner_DDRM cholesky = new CholeskyDecompositionInner_DDRM(true);
        LinearSolverChol_DDRM solver = new LinearSolverChol_DDRM(cholesky);
        if (!solver.setA(matrix)) {
            throw new IllegalArgumentException("sites: expected different places, found two at one spot");
        }
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            logDeterminant += 2 * Math.log(cholesky.getT().get(i, i));
        }
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        solver.invert(inverse);
        double[] inverseOnes = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverseOnes[i] += inverse.unsafe_get(i, j);
            }
            sum += inverseOnes[i];
        }
        return new Kriging(sites, correlation, inverse, inverseOnes, sum, logDeterminant);
    }

    public Sites sites() {
        return sites;
    }

    /// The weights of the sites at places, and the variance there of a field of variance 1. Time O(places
    /// × sites²), on all processors.
    public Weights weights(Sites places) {
        double[][] weights = new double[places.count()][];
        double[] variance = new double[places.count()];
        IntStream.range(0, places.count()).parallel().forEach(p -> variance[p] = weigh(places, p, weights));
        return new Weights(weights, variance);
    }

    private double weigh(Sites places, int place, double[][] weights) {
        int n = sites.count();
        double[] shared = new double[n];
        for (int i = 0; i < n; i++) {
            shared[i] = correlation.at(places.distanceM(place, sites, i));
        }
        double[] weight = new double[n];
        double explained = 0;
        double lacking = 1;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += inverse.unsafe_get(i, j) * shared[j];
            }
            weight[i] = sum;
            explained += shared[i] * sum;
            lacking -= sum;
        }
        for (int i = 0; i < n; i++) {
            weight[i] += inverseOnes[i] * lacking / onesInverseOnes;
        }
        weights[place] = weight;
        return Math.max(0, 1 - explained + lacking * lacking / onesInverseOnes);
    }

    /// What the sites' values say of each other. Time O(sites²).
    ///
    /// @param values one finite value for each site
    public CrossValidation crossValidate(double[] values) {
        Check.sameLength("values", values, "sites", sites.eastM());
        int n = values.length;
        double level = 0;
        for (int i = 0; i < n; i++) {
            level += inverseOnes[i] * values[i];
        }
        level /= onesInverseOnes;
        double[] error = new double[n];
        double[] variance = new double[n];
        double square = 0;
        for (int i = 0; i < n; i++) {
            double projected = 0;
            for (int j = 0; j < n; j++) {
                projected += inverse.unsafe_get(i, j) * (values[j] - level);
            }
            double own = inverse.unsafe_get(i, i) - inverseOnes[i] * inverseOnes[i] / onesInverseOnes;
            square += (values[i] - level) * projected;
            error[i] = projected / own;
            variance[i] = 1 / own;
        }
        return new CrossValidation(error, variance, Math.max(0, square));
    }

    /// `ln |C| + ln 1'C⁻¹1`: the part of minus twice the restricted log likelihood that no value changes.
    double logConstant() {
        return logDeterminant + Math.log(onesInverseOnes);
    }

    /// @param weights by place, then site
    /// @param unitVariance by place
    public record Weights(double[][] weights, double[] unitVariance) {

        /// The predictions of one field.
        public double[] apply(double[] values) {
            double[] predicted = new double[weights.length];
            for (int p = 0; p < predicted.length; p++) {
                Check.sameLength("values", values, "weights", weights[p]);
                for (int i = 0; i < values.length; i++) {
                    predicted[p] += weights[p][i] * values[i];
                }
            }
            return predicted;
        }
    }

    /// @param error by site: its value less what the others predict
    /// @param unitVariance by site: the variance of that error in a field of variance 1
    /// @param square `y'P y`; divided by the number of sites less 1 it is the field's variance, and less
    ///     `error² / unitVariance`, divided by the number less 2, the variance without that site
    public record CrossValidation(double[] error, double[] unitVariance, double square) {

        public double variance() {
            return square / (error.length - 1);
        }

        public double varianceWithout(int site) {
            return Math.max(0, square - error[site] * error[site] / unitVariance[site]) / (error.length - 2);
        }
    }
}
