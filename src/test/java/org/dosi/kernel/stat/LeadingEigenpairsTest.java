package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;

class LeadingEigenpairsTest {

    @Test
    void smallMatricesAgreeWithALibrary() {
        SplittableRandom random = new SplittableRandom(5);
        for (int n : new int[] {1, 2, 3, 10, 40}) {
            double[] matrix = symmetric(random, n);
            LeadingEigenpairs found = LeadingEigenpairs.of(matrix, n, n);
            double[] expected = library(matrix, n);
            for (int i = 0; i < n; i++) {
                assertThat(Math.abs(found.values()[i])).isEqualTo(Math.abs(expected[i]), within(1e-10 * n));
                assertIsEigenpair(matrix, found.values()[i], found.vectors()[i]);
            }
        }
    }

    /// The matrix of thin-plate distances of 300 points, by Lanczos, against the whole spectrum by a
    /// library.
    @Test
    void theLeadingPairsOfALargeMatrixAreThoseOfItsWholeSpectrum() {
        SplittableRandom random = new SplittableRandom(6);
        double[] x = random.doubles(300, -10, 10).toArray();
        double[] y = random.doubles(300, -10, 10).toArray();
        double[] matrix = distances(x, y);

        LeadingEigenpairs found = LeadingEigenpairs.of(matrix, 300, 60);

        double[] expected = library(matrix, 300);
        for (int i = 0; i < 60; i++) {
            assertThat(found.values()[i]).isEqualTo(expected[i], within(1e-9 * Math.abs(expected[0])));
            assertIsEigenpair(matrix, found.values()[i], found.vectors()[i]);
        }
    }

    /// Points on a full polar grid: almost every eigenvalue is there twice, and one Lanczos vector would
    /// find each once.
    @Test
    void equalEigenvaluesAreAllFound() {
        double[] x = new double[360];
        double[] y = new double[360];
        for (int i = 0; i < 360; i++) {
            x[i] = (i / 36 + 1) * Math.sin(Math.toRadians(10 * (i % 36)));
            y[i] = (i / 36 + 1) * Math.cos(Math.toRadians(10 * (i % 36)));
        }
        double[] matrix = distances(x, y);
        LeadingEigenpairs found = LeadingEigenpairs.of(matrix, 360, 50);
        double[] expected = library(matrix, 360);
        for (int i = 0; i < 50; i++) {
            assertThat(found.values()[i]).isEqualTo(expected[i], within(1e-9 * Math.abs(expected[0])));
        }
    }

    private static void assertIsEigenpair(double[] matrix, double value, double[] vector) {
        double[] product = Dense.symmetricTimes(matrix, vector);
        Dense.add(-value, vector, 0, product, 0, product.length);
        assertThat(Dense.norm(vector)).isEqualTo(1, within(1e-10));
        assertThat(Dense.norm(product)).isLessThan(1e-8 * Math.max(1, Dense.norm(matrix)));
    }

    private static double[] symmetric(SplittableRandom random, int n) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * n + j] = random.nextGaussian();
                matrix[j * n + i] = matrix[i * n + j];
            }
        }
        return matrix;
    }

    private static double[] distances(double[] x, double[] y) {
        int n = x.length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            double dx = x[i / n] - x[i % n];
            double dy = y[i / n] - y[i % n];
            matrix[i] = ThinPlateSpline.eta(dx * dx + dy * dy);
        }
        return matrix;
    }

    private static double[] library(double[] matrix, int n) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, true);
        eigen.decompose(new DMatrixRMaj(n, n, true, matrix.clone()));
        return Arrays.stream(range(n))
                .mapToObj(i -> eigen.getEigenvalue(i).getReal())
                .sorted((a, b) -> Double.compare(Math.abs(b), Math.abs(a)))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static int[] range(int n) {
        int[] range = new int[n];
        Arrays.setAll(range, i -> i);
        return range;
    }
}
