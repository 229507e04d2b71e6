package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Penalised weighted least squares with one smoothing parameter, chosen by generalised cross-validation.
///
/// Minimises `Σ wᵢ (yᵢ - xᵢβ)² + λ β'Sβ`. With `n` observations of weight above 0, residual sum `D(λ)` and
/// effective degrees of freedom `τ(λ) = tr((X'WX + λS)⁻¹ X'WX)`, λ minimises `n D / (n - τ)²` (Craven and
/// Wahba 1979, Numerische Mathematik 31, 377-403; Wood 2017, Generalized Additive Models, 6.2). The
/// covariance of β is the Bayesian one, `σ² (X'WX + λS)⁻¹` with `σ² = D / (n - τ)` (Wood 2017, 6.10).
///
/// One Householder reduction makes the search cost nothing: in the coordinates in which `X'WX` and `S` are
/// both diagonal, the criterion and its derivative are sums of as many terms as there are coefficients.
public final class PenalisedRegression {
    /// So much of the penalty, relative to the data, is put beside `X'WX` before it is factorised, and
    /// taken out again in the sums: coefficients that no observation reaches are decided by the penalty.
    private static final double SUPPORT = 1e-10;

    private static final double JITTER = 1e-14;

    /// Each takes a digit or more off the error where λ is so large that little of the data is left, and off nothing
    /// elsewhere.
    private static final int REFINEMENTS = 3;

    private PenalisedRegression() {}

    /// A design: rows of observations, columns of coefficients, row by row, and the penalty, symmetric and
    /// in full.
    public record Design(double[] rows, int coefficients, double[] penalty) {
        public Design {
            Check.atLeast(1, "coefficients", coefficients);
            if (rows.length % coefficients != 0 || penalty.length != coefficients * coefficients) {
                throw new IllegalArgumentException("%d rows' numbers and %d of the penalty do not fit %d coefficients"
                        .formatted(rows.length, penalty.length, coefficients));
            }
        }

        int observations() {
            return rows.length / coefficients;
        }
    }

    /// Fits `y` with weights `w`; an observation of weight 0 takes no part.
    ///
    /// Time O(n k² + k³) for `n` observations and `k` coefficients.
    ///
    /// @param mostFreedom λ is at least so large that no more effective degrees of freedom are spent
    public static PenalisedFit fit(Design design, double[] y, double[] w, double mostFreedom) {
        return fit(design, y, w, criterion -> criterion.minimise(mostFreedom));
    }

    /// As [#fit], but searches as R's mgcv does, for the same numbers: by Newton's method in log λ from
    /// `start`, until a step lowers the criterion by no more than 1e-7 of it, whatever the unit of `y`. That
    /// leaves log λ some 1e-6 from the minimum, and may lead to another local one than the least.
    public static PenalisedFit fitFrom(Design design, double[] y, double[] w, double start) {
        Check.positive("start", start);
        return fit(design, y, w, criterion -> new NewtonSearch(criterion).minimise(Math.log(start)));
    }

    private static PenalisedFit fit(Design design, double[] y, double[] w, ToDoubleFunction<CrossValidation> search) {
        Check.sameLength("y", y, "w", w);
        Check.atLeast(y.length, "observations", design.observations());
        int k = design.coefficients();
        NormalEquations equations = NormalEquations.of(design.rows(), k, y, w);
        double[] normal = equations.matrix();
        double[] right = equations.right();
        double support = SUPPORT * trace(normal, k) / trace(design.penalty(), k);
        double[] scale = scale(normal, support, design.penalty(), k);
        double[] penalty = scaled(design.penalty(), scale);
        normal = scaled(normal, scale);
        for (int i = 0; i < k; i++) {
            right[i] *= scale[i];
        }
        CrossValidation criterion = criterion(normal, support, penalty, right, equations);
        double logLambda = search.applyAsDouble(criterion);
        double lambda = Math.exp(logLambda);
        double[] factor = plus(normal, lambda, penalty);
        Triangular.factorise(factor, k);
        double[] beta = right.clone();
        Triangular.solveLower(factor, k, beta);
        Triangular.solveLowerTransposed(factor, k, beta);
        for (int i = 0; i < k; i++) {
            beta[i] *= scale[i];
        }
        for (int step = 0; step < REFINEMENTS; step++) {
            refine(beta, factor, scale, residual(design, y, w, lambda, beta));
        }
        return new PenalisedFit(
                beta,
                lambda,
                criterion.freedom(logLambda),
                criterion.residual(logLambda) / (criterion.observations() - criterion.freedom(logLambda)),
                factor,
                scale);
    }

    /// What `beta` leaves of the normal equations' right side, `X'W (y - Xβ) - λSβ`, multiplied apart: where λS is
    /// far above `X'WX`, their sum has lost the data's last digits.
    private static double[] residual(Design design, double[] y, double[] w, double lambda, double[] beta) {
        int k = design.coefficients();
        double[] left = new double[y.length];
        for (int r = 0; r < y.length; r++) {
            left[r] = w[r] == 0 ? 0 : y[r] - Dense.dot(design.rows(), r * k, beta, 0, k);
        }
        double[] residual = NormalEquations.right(design.rows(), k, left, w);
        for (int i = 0; i < k; i++) {
            residual[i] -= lambda * Dense.dot(design.penalty(), i * k, beta, 0, k);
        }
        return residual;
    }

    /// One step of iterative refinement (Golub and Van Loan 2013, Matrix Computations, 3.5.3).
    private static void refine(double[] beta, double[] factor, double[] scale, double[] residual) {
        int k = beta.length;
        double[] step = new double[k];
        Arrays.setAll(step, i -> scale[i] * residual[i]);
        Triangular.solveLower(factor, k, step);
        Triangular.solveLowerTransposed(factor, k, step);
        for (int i = 0; i < k; i++) {
            beta[i] += scale[i] * step[i];
        }
    }

    /// What gives `X'WX` with its support a diagonal of ones. Scaled by the data alone, a coefficient that they
    /// hardly reach would have a penalty so large that the support of the others drowned in rounding.
    private static double[] scale(double[] normal, double support, double[] penalty, int k) {
        double[] scale = new double[k];
        for (int i = 0; i < k; i++) {
            double diagonal = normal[i * k + i] + support * penalty[i * k + i];
            scale[i] = diagonal > 0 ? 1 / Math.sqrt(diagonal) : 1;
        }
        return scale;
    }

    private static double trace(double[] matrix, int k) {
        double trace = 0;
        for (int i = 0; i < k; i++) {
            trace += matrix[i * k + i];
        }
        return trace;
    }

    private static double[] scaled(double[] matrix, double[] scale) {
        int k = scale.length;
        double[] scaled = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                scaled[i * k + j] = matrix[i * k + j] * scale[i] * scale[j];
            }
        }
        return scaled;
    }

    private static double[] plus(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        Dense.add(factor, b, 0, sum, 0, b.length);
        for (int i = 0, k = (int) Math.sqrt(a.length); i < k; i++) {
            sum[i * k + i] += JITTER;
        }
        return sum;
    }

    private static CrossValidation criterion(
            double[] normal, double support, double[] penalty, double[] right, NormalEquations equations) {
        int k = right.length;
        double[] factor = plus(normal, support, penalty);
        Triangular.factorise(factor, k);
        double[] ratio = Triangular.twoSided(factor, k, penalty);
        double[] carried = right.clone();
        Triangular.solveLower(factor, k, carried);
        double[] eigenvalues = TridiagonalEigen.decompose(ratio, k, carried);
        for (int i = 0; i < k; i++) {
            eigenvalues[i] = Math.max(eigenvalues[i], 0);
        }
        return CrossValidation.supported(eigenvalues, carried, support, equations.total(), equations.observations());
    }
}
