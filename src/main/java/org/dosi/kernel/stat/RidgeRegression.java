package org.dosi.kernel.stat;

import java.util.Arrays;

/// [PenalisedRegression] in coordinates in which the penalty is a plain sum of squares: it minimises `Σ wᵢ (yᵢ -
/// xᵢβ)² + λ Σ βⱼ²`, where the last few coefficients are free of the penalty. Criterion, freedom and covariance are
/// the same; what is known of the observations is their normal equations.
///
/// Without the free coefficients, which are eliminated (Golub and Van Loan 2013, Matrix Computations, 3.2.11), the
/// eigenvalues of `X'WX` alone give the criterion, so no matrix has to be divided by another.
public final class RidgeRegression {
    /// The least λ that is tried, relative to the mean of the diagonal.
    private static final double LEAST = 1e-10;

    /// Relative to the diagonal; what is left of a free coefficient when it is a combination of others.
    private static final double NOTHING = 1e-13;

    private static final double JITTER = 1e-14;

    private RidgeRegression() {}

    /// Fits `k` coefficients. Time O(k³), some 3 k³ multiplications.
    ///
    /// @param free how many coefficients, the last, are not penalised
    /// @param mostFreedom λ is at least so large that no more effective degrees of freedom are spent
    public static PenalisedFit fit(NormalEquations equations, int free, double mostFreedom) {
        Check.atLeast(free + 1, "coefficients", equations.right().length);
        int k = equations.right().length;
        CrossValidation criterion = criterion(equations, free);
        double logLambda = criterion.minimise(mostFreedom);
        double lambda = Math.exp(logLambda);
        double[] factor = equations.matrix().clone();
        for (int i = 0; i < k; i++) {
            double diagonal = factor[i * k + i] + (i < k - free ? lambda : 0);
            factor[i * k + i] = diagonal > 0 ? diagonal * (1 + JITTER) : 1;
        }
        Triangular.factorise(factor, k);
        double[] beta = new double[k];
        // The second time it is a step of iterative refinement.
        for (int step = 0; step < 2; step++) {
            double[] left = residual(equations, free, lambda, beta);
            Triangular.solveLower(factor, k, left);
            Triangular.solveLowerTransposed(factor, k, left);
            Dense.add(1, left, 0, beta, 0, k);
        }
        double[] scale = new double[k];
        Arrays.fill(scale, 1);
        double freedom = criterion.freedom(logLambda);
        double variance = criterion.residual(logLambda) / (criterion.observations() - freedom);
        return new PenalisedFit(beta, lambda, freedom, variance, factor, scale);
    }

    /// What the coefficients leave of the right side.
    private static double[] residual(NormalEquations equations, int free, double lambda, double[] beta) {
        int k = beta.length;
        double[] left = equations.right().clone();
        for (int i = 0; i < k; i++) {
            left[i] -= Dense.dot(equations.matrix(), i * k, beta, 0, k) + (i < k - free ? lambda * beta[i] : 0);
        }
        return left;
    }

    private static CrossValidation criterion(NormalEquations equations, int free) {
        int k = equations.right().length;
        double[] matrix = equations.matrix().clone();
        double[] right = equations.right().clone();
        double total = equations.total();
        int decided = 0;
        double size = 0;
        int penalised = k - free;
        for (int i = 0; i < penalised; i++) {
            size += matrix[i * k + i] / penalised;
        }
        for (int f = k - 1; f >= penalised; f--) {
            double pivot = matrix[f * k + f];
            if (pivot > NOTHING * equations.matrix()[f * k + f]) {
                for (int i = 0; i < f; i++) {
                    double share = matrix[i * k + f] / pivot;
                    Dense.add(-share, matrix, f * k, matrix, i * k, f);
                    right[i] -= share * right[f];
                }
                total -= right[f] * right[f] / pivot;
                decided++;
            }
        }
        double[] inner = new double[penalised * penalised];
        for (int i = 0; i < penalised; i++) {
            System.arraycopy(matrix, i * k, inner, i * penalised, penalised);
        }
        double[] carried = Arrays.copyOf(right, penalised);
        double[] eigenvalues = TridiagonalEigen.decompose(inner, penalised, carried);
        double least = size > 0 ? LEAST * size : LEAST;
        return CrossValidation.ridge(eigenvalues, carried, decided, least, total, equations.observations());
    }
}
