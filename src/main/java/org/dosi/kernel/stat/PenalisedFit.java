package org.dosi.kernel.stat;

import java.util.stream.IntStream;

/// What [PenalisedRegression] or [RidgeRegression] found.
///
/// @param coefficients in the order of the design's columns
/// @param lambda the smoothing parameter
/// @param freedom effective degrees of freedom
/// @param variance σ², the variance of an observation of weight 1
/// @param factor lower Cholesky factor of the scaled `X'WX + λS`, for standard errors
/// @param scale by which coefficients are multiplied to come from the scaled system
public record PenalisedFit(
        double[] coefficients, double lambda, double freedom, double variance, double[] factor, double[] scale) {

    private static final int BLOCK = 128;

    /// The fitted value of one row of a design.
    public double value(double[] row) {
        return Dense.dot(row, 0, coefficients, 0, coefficients.length);
    }

    /// The fitted values at several places.
    ///
    /// @param columns the design at the places, turned: one row a coefficient, one column a place
    public double[] values(double[] columns, int places) {
        double[] values = new double[places];
        Dense.addRows(coefficients, columns, places, values, 0, places);
        return values;
    }

    /// The Bayesian covariance of the coefficients, `k x k`, row by row, in full.
    public double[] covariance() {
        int k = coefficients.length;
        double[] covariance = Triangular.inverse(factor, k);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                covariance[i * k + j] *= variance * scale[i] * scale[j];
            }
        }
        return covariance;
    }

    /// The Bayesian standard errors of the fitted values at several places.
    ///
    /// Time O(places k²); the places are worked through in blocks that fit the nearer cache, by two
    /// threads.
    ///
    /// @param columns the design at the places, turned: one row a coefficient, one column a place
    /// @param places how many
    public double[] standardErrors(double[] columns, int places) {
        double[] errors = new double[places];
        IntStream.range(0, (places + BLOCK - 1) / BLOCK)
                .parallel()
                .forEach(b -> fill(errors, columns, places, b * BLOCK, Math.min(places, (b + 1) * BLOCK)));
        return errors;
    }

    private void fill(double[] errors, double[] columns, int places, int from, int to) {
        int k = coefficients.length;
        int length = to - from;
        double[][] solved = new double[k][length];
        for (int i = 0; i < k; i++) {
            Dense.add(scale[i], columns, i * places + from, solved[i], 0, length);
        }
        Triangular.solveLower(factor, solved);
        double[] sum = new double[length];
        for (double[] row : solved) {
            for (int j = 0; j < length; j++) {
                sum[j] += row[j] * row[j];
            }
        }
        for (int j = 0; j < length; j++) {
            errors[from + j] = Math.sqrt(variance * sum[j]);
        }
    }
}
