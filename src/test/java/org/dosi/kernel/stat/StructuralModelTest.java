package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class StructuralModelTest {
    private static double[] year(int n, double noise) {
        SplittableRandom random = new SplittableRandom(6);
        double[] values = new double[n];
        for (int t = 0; t < n; t++) {
            values[t] = 100 + 0.2 * t + 20 * Math.cos(Math.PI * t / 6) + noise * (random.nextDouble() - 0.5);
        }
        return values;
    }

    @Test
    void aGapInARegularRowTakesItsLevelAndItsSeason() {
        double[] whole = year(84, 1);
        double[] gaps = whole.clone();
        gaps[40] = Double.NaN;
        gaps[41] = Double.NaN;
        gaps[60] = Double.NaN;
        double[] filled = StructuralModel.fill(gaps, 12);
        for (int t = 0; t < whole.length; t++) {
            assertThat(filled[t]).isEqualTo(whole[t], within(Double.isNaN(gaps[t]) ? 1.5 : 0));
        }
    }

    @Test
    void aRowWithoutGapsAndARowOfOneNumberStayAsTheyAre() {
        double[] whole = year(30, 3);
        assertThat(StructuralModel.fill(whole, 12)).containsExactly(whole);
        double[] flat = new double[30];
        Arrays.fill(flat, 4);
        flat[7] = Double.NaN;
        assertThat(StructuralModel.fill(flat, 12)).containsOnly(4);
    }

    /// The slow twin: the whole row as one normal vector, its covariance summed up shock by shock, and the gaps
    /// by conditioning it on the numbers there are.
    @Test
    void theFilterAgreesWithConditioningTheWholeRow() {
        double[] y = Arrays.copyOf(year(14, 6), 14);
        y[3] = Double.NaN;
        y[9] = Double.NaN;
        double[] root = {0.8, 0.3, 0.6, 1.1};
        int period = 4;
        double[] known = Arrays.stream(y).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(known).average().orElseThrow();
        double unit = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum() / (known.length - 1) / 100;

        RealMatrix signal = signalCovariance(y.length, period, root, unit);
        int[] at =
                IntStream.range(0, y.length).filter(t -> Double.isFinite(y[t])).toArray();
        RealMatrix whole = signal.getSubMatrix(at, at)
                .add(MatrixUtils.createRealIdentityMatrix(at.length).scalarMultiply(root[3] * root[3] * unit));
        RealMatrix off = MatrixUtils.createColumnRealMatrix(
                Arrays.stream(at).mapToDouble(t -> y[t] - y[0]).toArray());
        RealMatrix weights = MatrixUtils.inverse(whole).multiply(off);
        int[] all = IntStream.range(0, y.length).toArray();
        RealMatrix expected = signal.getSubMatrix(all, at).multiply(weights);
        double[] found = StructuralModel.smoothed(y, period, root);
        for (int t = 0; t < y.length; t++) {
            assertThat(found[t]).isEqualTo(y[0] + expected.getEntry(t, 0), within(1e-4));
        }
        double logDeterminant = Math.log(new LUDecomposition(whole).getDeterminant());
        double square = off.transpose().multiply(weights).getEntry(0, 0);
        assertThat(StructuralModel.cost(y, period, root))
                .isEqualTo((logDeterminant + square) / (2 * at.length), within(1e-6));
    }

    /// Level and season of all steps: the start's covariance, all of one number, and each shock, carried on.
    private static RealMatrix signalCovariance(int n, int period, double[] root, double unit) {
        int size = period + 1;
        double[][] step = new double[size][size];
        step[0][0] = 1;
        step[0][1] = 1;
        step[1][1] = 1;
        for (int k = 2; k < size; k++) {
            step[2][k] = -1;
        }
        for (int k = 3; k < size; k++) {
            step[k][k - 1] = 1;
        }
        RealMatrix t = MatrixUtils.createRealMatrix(step);
        RealMatrix sum = MatrixUtils.createRealMatrix(n, n);
        double[] start = new double[size];
        Arrays.fill(start, Math.sqrt(1e6 * unit));
        sum = sum.add(carried(t, start, 0, n, 1));
        for (int shock = 0; shock < n; shock++) {
            for (int k = 0; k < 3; k++) {
                double[] one = new double[size];
                one[k] = root[k] * Math.sqrt(unit);
                sum = sum.add(carried(t, one, shock, n, 0));
            }
        }
        return sum;
    }

    private static RealMatrix carried(RealMatrix step, double[] state, int from, int n, int stepsBefore) {
        double[] signal = new double[n];
        double[] at = state;
        for (int i = 0; i < stepsBefore; i++) {
            at = step.operate(at);
        }
        for (int t = from; t < n; t++) {
            signal[t] = at[0] + at[2];
            at = step.operate(at);
        }
        RealMatrix column = MatrixUtils.createColumnRealMatrix(signal);
        return column.multiply(column.transpose());
    }

    /// The quarterly gas consumption of the United Kingdom in millions of therms, the example of R's help page for
    /// `StructTS`: a level without shocks of its own. (Our figures, kept against change.)
    @Test
    void theVariancesOfGreatestLikelihoodAreFound() {
        double[] gas = {
            160.1, 129.7, 84.8, 120.1, 160.1, 124.9, 84.8, 116.9, 169.7, 140.9, 89.7, 123.3, 187.3, 144.1, 92.9, 120.1,
            176.1, 147.3, 89.7, 123.3, 185.7, 155.3, 99.3, 131.3, 200.1, 161.7, 102.5, 136.1, 204.9, 176.1, 112.1,
            140.9, 227.3, 195.3, 115.3, 142.5, 244.9, 214.5, 118.5, 153.7, 244.9, 216.1, 188.9, 142.5, 301, 196.9,
            136.1, 267.3, 317, 230.5, 152.1, 336.2, 371.4, 240.1, 158.5, 355.4, 449.9, 286.6, 179.3, 403.4, 491.5,
            321.8, 177.7, 409.8, 593.9, 329.8, 176.1, 483.5, 584.3, 395.4, 187.3, 485.1, 669.2, 421, 216.1, 509.1,
            827.7, 467.5, 209.7, 542.7, 840.5, 414.6, 217.7, 670.8, 848.5, 437, 209.7, 701.2, 925.3, 443.4, 214.5,
            683.6, 917.3, 515.5, 224.1, 694.8, 989.4, 477.1, 233.7, 730, 1087, 534.7, 281.8, 787.6, 1163.9, 613.1,
            347.4, 782.8
        };
        double[] logs = Arrays.stream(gas).map(Math::log10).toArray();
        double[] variances = StructuralModel.variances(logs, 4);
        assertThat(variances[0]).as("level").isEqualTo(0, within(1e-7));
        assertThat(variances[1]).as("slope").isEqualTo(1.73e-5, within(0.01e-5));
        assertThat(variances[2]).as("season").isEqualTo(7.14e-4, within(0.01e-4));
        assertThat(variances[3]).as("noise").isEqualTo(3.68e-4, within(0.01e-4));
    }

    @Test
    void tooFewNumbersAreRefused() {
        double[] few = year(24, 1);
        few[3] = Double.NaN;
        assertThatIllegalArgumentException().isThrownBy(() -> StructuralModel.fill(few, 12));
    }
}
