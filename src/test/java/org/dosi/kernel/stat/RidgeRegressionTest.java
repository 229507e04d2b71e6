package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
    private static final int ROWS = 90;
    private static final int COLUMNS = 11;
    private static final int FREE = 2;

    /// Two ways to the same minimum, which both know to ten digits.
    private static final double SAME_MINIMUM = 1e-8;

    /// The general way, with a unit matrix as penalty, is the slow twin.
    @Test
    void findsWhatTheGeneralRegressionFinds() {
        for (long seed = 1; seed <= 8; seed++) {
            Data data = Data.of(seed);
            PenalisedFit general = PenalisedRegression.fit(
                    new PenalisedRegression.Design(data.rows, COLUMNS, unit()), data.y, data.w, COLUMNS);

            PenalisedFit fit = RidgeRegression.fit(data.equations(), FREE, COLUMNS);

            assertThat(fit.freedom()).as("seed %d", seed).isEqualTo(general.freedom(), within(SAME_MINIMUM));
            assertThat(Math.log(fit.lambda())).isEqualTo(Math.log(general.lambda()), within(SAME_MINIMUM));
            assertThat(fit.variance()).isEqualTo(general.variance(), within(SAME_MINIMUM));
            assertThat(fit.coefficients()).containsExactly(general.coefficients(), within(SAME_MINIMUM));
            assertThat(fit.covariance()).containsExactly(general.covariance(), within(SAME_MINIMUM));
        }
    }

    /// The covariance tells what the standard errors tell.
    @Test
    void covarianceAndStandardErrorsAreOne() {
        Data data = Data.of(3);
        PenalisedFit fit = RidgeRegression.fit(data.equations(), FREE, COLUMNS);
        double[] covariance = fit.covariance();
        double[] row = Arrays.copyOf(data.rows, COLUMNS);
        double variance = 0;
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                variance += row[i] * covariance[i * COLUMNS + j] * row[j];
            }
        }

        assertThat(Math.sqrt(variance)).isEqualTo(fit.standardErrors(row, 1)[0], within(1e-12));
    }

    @Test
    void whereMoreFreedomWouldBeSpentTheBoundIsSpent() {
        Data data = Data.of(4);
        double wanted = RidgeRegression.fit(data.equations(), FREE, COLUMNS).freedom();

        assertThat(RidgeRegression.fit(data.equations(), FREE, wanted - 1).freedom())
                .isEqualTo(wanted - 1, within(1e-9));
        assertThat(RidgeRegression.fit(data.equations(), FREE, wanted + 1e-6).freedom())
                .isEqualTo(wanted, within(1e-6));
    }

    @Test
    void aFreeCoefficientThatNoObservationReachesIsZeroAndSpendsNothing() {
        Data data = Data.of(5);
        Data less = Data.of(5);
        for (int r = 0; r < ROWS; r++) {
            less.rows[r * COLUMNS + COLUMNS - 1] = 0;
        }
        double[] without = new double[ROWS * (COLUMNS - 1)];
        for (int r = 0; r < ROWS; r++) {
            System.arraycopy(data.rows, r * COLUMNS, without, r * (COLUMNS - 1), COLUMNS - 1);
        }

        PenalisedFit fit = RidgeRegression.fit(less.equations(), FREE, COLUMNS);
        PenalisedFit expected =
                RidgeRegression.fit(NormalEquations.of(without, COLUMNS - 1, data.y, data.w), FREE - 1, COLUMNS);

        assertThat(fit.freedom()).isEqualTo(expected.freedom(), within(SAME_MINIMUM));
        assertThat(fit.coefficients()[COLUMNS - 1]).isZero();
        assertThat(Arrays.copyOf(fit.coefficients(), COLUMNS - 1))
                .containsExactly(expected.coefficients(), within(SAME_MINIMUM));
    }

    @Test
    void aMatrixThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> new NormalEquations(new double[5], new double[2], 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 numbers are no square matrix beside 2");
    }

    private static double[] unit() {
        double[] penalty = new double[COLUMNS * COLUMNS];
        for (int c = 0; c < COLUMNS - FREE; c++) {
            penalty[c * COLUMNS + c] = 1;
        }
        return penalty;
    }

    /// Waves that matter less the faster they are, beside a line.
    private record Data(double[] rows, double[] y, double[] w) {

        static Data of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Data data = new Data(new double[ROWS * COLUMNS], new double[ROWS], new double[ROWS]);
            for (int r = 0; r < ROWS; r++) {
                double x = random.nextDouble();
                for (int c = 0; c < COLUMNS - FREE; c++) {
                    data.rows[r * COLUMNS + c] = Math.cos(Math.PI * (c + 1) * x) / ((c + 1) * (c + 1));
                }
                data.rows[r * COLUMNS + COLUMNS - 2] = 1;
                data.rows[r * COLUMNS + COLUMNS - 1] = x;
                data.y[r] = Math.sin(5 * x) + 0.3 * random.nextGaussian();
                data.w[r] = r == 0 ? 0 : random.nextDouble(0.2, 1);
            }
            return data;
        }

        NormalEquations equations() {
            return NormalEquations.of(rows, COLUMNS, y, w);
        }
    }
}
