package org.dosi.kernel.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;

class CorrelationFitTest {

    /// Fields drawn with a range of 6 km and a nugget of 30 %, each with a mean and a variance of its
    /// own: 400 fields of 25 sites find the nugget to about 0.03 and the range to about 10 %.
    @Test
    void drawnFieldsGiveBackTheirCorrelation() {
        Sites sites = KrigingTest.random(7, 25);
        SpatialCorrelation truth = new SpatialCorrelation(6000, 0.3);
        double[][] fields = draw(sites, truth, 400, 11);

        CorrelationFit.Fitted fitted = CorrelationFit.of(sites, fields);

        assertThat(fitted.fields()).isEqualTo(400);
        assertThat(fitted.correlation().nuggetShare()).isEqualTo(0.3, Offset.offset(0.06));
        assertThat(fitted.correlation().rangeM()).isEqualTo(6000, Offset.offset(1200.0));
    }

    @Test
    void missingSitesAndUselessFieldsDoNotDisturb() {
        Sites sites = KrigingTest.random(7, 25);
        double[][] fields = draw(sites, new SpatialCorrelation(6000, 0.3), 300, 11);
        SplittableRandom random = new SplittableRandom(3);
        for (double[] field : fields) {
            field[random.nextInt(25)] = Double.NaN;
        }
        Arrays.fill(fields[0], Double.NaN);
        Arrays.fill(fields[1], 5);
        Arrays.fill(fields[2], 3, 25, Double.NaN);

        CorrelationFit.Fitted fitted = CorrelationFit.of(sites, fields);

        assertThat(fitted.fields()).isEqualTo(297);
        assertThat(fitted.correlation().nuggetShare()).isEqualTo(0.3, Offset.offset(0.1));
    }

    @Test
    void placesWithNothingInCommonHaveTheNuggetOne() {
        Sites sites = KrigingTest.random(7, 25);
        double[][] fields = draw(sites, new SpatialCorrelation(1000, 1), 200, 5);
        SpatialCorrelation found = CorrelationFit.of(sites, fields).correlation();
        assertThat(found.at(3000)).isLessThan(0.03);
    }

    @Test
    void withoutFieldsNoPlaceSaysAnythingOfAnother() {
        Sites sites = KrigingTest.random(7, 25);
        assertThat(CorrelationFit.of(sites, new double[0][]).correlation().nuggetShare())
                .isEqualTo(1);
        assertThat(CorrelationFit.of(KrigingTest.sites(), new double[][] {{}}).fields())
                .isZero();
        assertThat(CorrelationFit.of(KrigingTest.sites(1, 1, 1, 1, 1, 1, 1, 1), new double[][] {{1, 2, 3, 4}})
                        .correlation()
                        .nuggetShare())
                .as("all at one spot")
                .isEqualTo(1);
    }

    static double[][] draw(Sites sites, SpatialCorrelation correlation, int fields, long seed) {
        int n = sites.count();
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, i == j ? 1 : correlation.at(sites.distanceM(i, sites, j)));
            }
        }
        var cholesky = DecompositionFactory_DDRM.chol(n, true);
        cholesky.decompose(matrix);
        DMatrixRMaj lower = cholesky.getT(null);
        java.util.Random random = new java.util.Random(seed);
        double[][] drawn = new double[fields][n];
        for (double[] field : drawn) {
            double mean = 50 + 20 * random.nextGaussian();
            double deviation = 1 + 5 * random.nextDouble();
            double[] own = random.doubles(n).map(_ -> random.nextGaussian()).toArray();
            for (int i = 0; i < n; i++) {
                field[i] = mean;
                for (int j = 0; j <= i; j++) {
                    field[i] += deviation * lower.get(i, j) * own[j];
                }
            }
        }
        return drawn;
    }
}
