package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class PenalisedRegressionTest {
    private static final int ROWS = 80;
    private static final int COLUMNS = 12;

    /// Newton's search ends when a step gains a ten-millionth: then the next would be of this order.
    private static final double NEWTON_STOPS = 1e-3;

    /// The slow twin solves the normal equations for every λ of a fine grid, with explicit inverses.
    @Test
    void theSmoothingParameterAndTheFitMinimiseCrossValidation() {
        SplittableRandom random = new SplittableRandom(9);
        for (int run = 0; run < 5; run++) {
            double[] rows = new double[ROWS * COLUMNS];
            double[] y = new double[ROWS];
            double[] w = new double[ROWS];
            for (int r = 0; r < ROWS; r++) {
                double x = random.nextDouble();
                for (int c = 0; c < COLUMNS; c++) {
                    rows[r * COLUMNS + c] = Math.cos(Math.PI * c * x);
                }
                y[r] = Math.exp(2 * x) + 0.3 * random.nextGaussian();
                w[r] = r == 0 ? 0 : random.nextDouble(0.2, 1);
            }
            double[] penalty = new double[COLUMNS * COLUMNS];
            for (int c = 0; c < COLUMNS; c++) {
                penalty[c * COLUMNS + c] = Math.pow(c, 4);
            }
            PenalisedFit fit = PenalisedRegression.fit(
                    new PenalisedRegression.Design(rows, COLUMNS, penalty), y, w, Double.POSITIVE_INFINITY);

            Twin at = new Twin(rows, y, w, penalty, fit.lambda());
            assertThat(at.score).isLessThanOrEqualTo(at.other(fit.lambda() * 1.001).score);
            assertThat(at.score).isLessThanOrEqualTo(at.other(fit.lambda() / 1.001).score);
            for (double lambda = 1e-8; lambda < 1e4; lambda *= 1.5) {
                assertThat(at.score).isLessThanOrEqualTo(at.other(lambda).score * (1 + 1e-9));
            }
            assertThat(fit.freedom()).isEqualTo(at.freedom, within(1e-6));
            PenalisedFit searched = PenalisedRegression.fitFrom(
                    new PenalisedRegression.Design(rows, COLUMNS, penalty), y, w, fit.lambda() * 30);
            assertThat(Math.log(searched.lambda())).isEqualTo(Math.log(fit.lambda()), within(NEWTON_STOPS));
            double[] tiny = Arrays.stream(y).map(value -> value * 0x1p-20).toArray();
            assertThat(PenalisedRegression.fitFrom(
                                    new PenalisedRegression.Design(rows, COLUMNS, penalty), tiny, w, fit.lambda() * 30)
                            .lambda())
                    .as("the unit has no say")
                    .isEqualTo(searched.lambda());
            assertThat(fit.variance()).isEqualTo(at.variance, within(1e-8));
            for (int c = 0; c < COLUMNS; c++) {
                assertThat(fit.coefficients()[c]).isEqualTo(at.beta[c], within(1e-8));
            }
            double[] columns = new double[COLUMNS * 2];
            for (int c = 0; c < COLUMNS; c++) {
                columns[2 * c] = rows[c];
                columns[2 * c + 1] = rows[COLUMNS + c];
            }
            assertThat(fit.standardErrors(columns, 2)[1]).isEqualTo(at.error(1), within(1e-8));
            assertThat(fit.values(columns, 2)[0]).isEqualTo(fit.value(Arrays.copyOf(rows, COLUMNS)), within(1e-12));
        }
    }

    private static final class Twin {
        private final double[] rows;
        private final double[] y;
        private final double[] w;
        private final double[] penalty;
        private final RealMatrix x;
        private final RealMatrix inverse;
        private final double[] beta;
        private final double freedom;
        private final double score;
        private final double variance;

        Twin(double[] rows, double[] y, double[] w, double[] penalty, double lambda) {
            this.rows = rows;
            this.y = y;
            this.w = w;
            this.penalty = penalty;
            x = matrix(rows, ROWS);
            RealMatrix weighted = x.transpose().multiply(MatrixUtils.createRealDiagonalMatrix(w));
            RealMatrix normal = weighted.multiply(x);
            inverse = MatrixUtils.inverse(normal.add(matrix(penalty, COLUMNS).scalarMultiply(lambda)));
            beta = inverse.operate(weighted.operate(y));
            freedom = inverse.multiply(normal).getTrace();
            double[] fitted = x.operate(beta);
            double sum = 0;
            for (int r = 0; r < ROWS; r++) {
                sum += w[r] * (y[r] - fitted[r]) * (y[r] - fitted[r]);
            }
            int n = ROWS - 1;
            score = n * sum / ((n - freedom) * (n - freedom));
            variance = sum / (n - freedom);
        }

        private static RealMatrix matrix(double[] numbers, int rows) {
            RealMatrix matrix = MatrixUtils.createRealMatrix(rows, COLUMNS);
            for (int i = 0; i < numbers.length; i++) {
                matrix.setEntry(i / COLUMNS, i % COLUMNS, numbers[i]);
            }
            return matrix;
        }

        Twin other(double lambda) {
            return new Twin(rows, y, w, penalty, lambda);
        }

        double error(int row) {
            RealVector at = x.getRowVector(row);
            return Math.sqrt(variance * at.dotProduct(inverse.operate(at)));
        }
    }

    @Test
    void freedomStaysBelowItsBound() {
        SplittableRandom random = new SplittableRandom(2);
        double[] rows = new double[40 * 10];
        double[] y = new double[40];
        double[] w = new double[40];
        for (int r = 0; r < 40; r++) {
            w[r] = 1;
            for (int c = 0; c < 10; c++) {
                rows[r * 10 + c] = Math.cos(Math.PI * c * r / 40);
                y[r] += 5 * rows[r * 10 + c];
            }
            y[r] += 0.01 * random.nextGaussian();
        }
        double[] penalty = new double[100];
        for (int c = 1; c < 10; c++) {
            penalty[c * 11] = c;
        }
        PenalisedRegression.Design design = new PenalisedRegression.Design(rows, 10, penalty);
        assertThat(PenalisedRegression.fit(design, y, w, 100).freedom()).isGreaterThan(9);
        assertThat(PenalisedRegression.fit(design, y, w, 6).freedom()).isBetween(5.0, 6.0);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new PenalisedRegression.Design(new double[10], 3, new double[9]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PenalisedRegression.Design(new double[9], 3, new double[8]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
