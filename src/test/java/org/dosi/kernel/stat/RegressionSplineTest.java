package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class RegressionSplineTest {
    private static double[] steps(int n) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> 10_000 + 30.4 * i);
        return x;
    }

    @Test
    void aStraightLineStaysStraightAndSure() {
        double[] x = steps(50);
        double[] y = Arrays.stream(x).map(v -> 3 - 0.01 * v).toArray();
        SmoothTrend line = RegressionSpline.fit(x, y, 10, 100, 0.95);
        for (int i = 0; i < 100; i++) {
            assertThat(line.values()[i]).isEqualTo(3 - 0.01 * line.times()[i], within(1e-6));
            assertThat(line.upper()[i] - line.lower()[i]).isLessThan(1e-5);
        }
    }

    /// A basis as large as the points, and hardly smoothed, must pass through them: cross validation of a
    /// noiseless wave.
    @Test
    void aSmoothWaveIsFollowed() {
        double[] x = steps(80);
        double[] y = Arrays.stream(x)
                .map(v -> 50 + 10 * Math.sin((v - 10_000) / 300))
                .toArray();
        SmoothTrend wave = RegressionSpline.fit(x, y, 30, 200, 0.95);
        for (int i = 0; i < 200; i++) {
            assertThat(wave.values()[i]).isEqualTo(50 + 10 * Math.sin((wave.times()[i] - 10_000) / 300), within(0.05));
        }
    }

    /// The slow twin: the same penalised problem as dense normal equations, with the cubic splines' own
    /// integral of the squared second derivative, has the same curve at the same degrees of freedom. A natural
    /// cubic smoothing spline is what a thin-plate spline of full rank is in one dimension (Green and Silverman
    /// 1994, section 2.3).
    @Test
    void atFullRankItIsTheNaturalCubicSmoothingSpline() {
        int n = 20;
        double[] x = steps(n);
        SplittableRandom random = new SplittableRandom(12);
        double[] y = Arrays.stream(x)
                .map(v -> Math.sin(v / 100) + 0.3 * random.nextDouble())
                .toArray();
        SmoothTrend found = RegressionSpline.fit(x, y, n, n, 0.95);
        double low = -12;
        double high = 12;
        double[] twin = {};
        for (int i = 0; i < 100; i++) {
            double log = (low + high) / 2;
            double[][] smoother = reinsch(n, Math.pow(10, log));
            double trace = 0;
            twin = new double[n];
            for (int r = 0; r < n; r++) {
                trace += smoother[r][r];
                for (int c = 0; c < n; c++) {
                    twin[r] += smoother[r][c] * y[c];
                }
            }
            if (trace > found.degreesOfFreedom()) {
                low = log;
            } else {
                high = log;
            }
        }
        assertThat(found.values()).containsExactly(twin, within(1e-6));
    }

    /// Green and Silverman, equations 2.3 and 2.4: S = (I + a Q R^-1 Q')^-1 with unit steps.
    private static double[][] reinsch(int n, double alpha) {
        double[][] q = new double[n][n - 2];
        double[][] r = new double[n - 2][n - 2];
        for (int j = 0; j < n - 2; j++) {
            q[j][j] = 1;
            q[j + 1][j] = -2;
            q[j + 2][j] = 1;
            r[j][j] = 2.0 / 3;
            if (j > 0) {
                r[j][j - 1] = 1.0 / 6;
                r[j - 1][j] = 1.0 / 6;
            }
        }
        RealMatrix qm = MatrixUtils.createRealMatrix(q);
        RealMatrix k = qm.multiply(MatrixUtils.inverse(MatrixUtils.createRealMatrix(r)))
                .multiply(qm.transpose());
        return MatrixUtils.inverse(MatrixUtils.createRealIdentityMatrix(n).add(k.scalarMultiply(alpha)))
                .getData();
    }

    @Test
    void blocksWidenTheBandOfRelatedErrors() {
        SplittableRandom random = new SplittableRandom(31);
        double[] x = steps(120);
        double[] y = new double[120];
        double error = 0;
        for (int i = 0; i < y.length; i++) {
            error = 0.8 * error + random.nextGaussian();
            y[i] = error;
        }
        double alone = width(RegressionSpline.fit(x, y, 10, 50, BootstrapPlan.independent()));
        double blocks = width(RegressionSpline.fit(x, y, 10, 50, new BootstrapPlan(599, 10, 0.95, 2)));
        assertThat(blocks).isGreaterThan(alone);
    }

    private static double width(SmoothTrend trend) {
        double sum = 0;
        for (int i = 0; i < trend.values().length; i++) {
            sum += trend.upper()[i] - trend.lower()[i];
        }
        return sum / trend.values().length;
    }

    @Test
    void constantNumbersGiveALevelCurveAndFewPointsNone() {
        double[] level = new double[9];
        Arrays.fill(level, 6);
        assertThat(RegressionSpline.fit(steps(9), level, 10, 5, 0.95).values())
                .containsExactly(new double[] {6, 6, 6, 6, 6}, within(1e-9));
        assertThat(RegressionSpline.fit(steps(5), new double[5], 10, 5, 0.95).values())
                .isEmpty();
        double[] none = new double[9];
        Arrays.fill(none, Double.NaN);
        assertThat(RegressionSpline.fit(steps(9), none, 10, 5, 0.95).n()).isZero();
    }
}
