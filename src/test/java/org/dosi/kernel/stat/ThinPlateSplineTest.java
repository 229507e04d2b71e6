package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ThinPlateSplineTest {

    @Test
    void aPlaneIsReproducedEverywhere() {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = random.doubles(50, -5, 5).toArray();
        double[] y = random.doubles(50, -5, 5).toArray();
        double[] z = new double[50];
        Arrays.setAll(z, i -> 3 + 2 * x[i] - y[i]);
        ThinPlateSpline spline = ThinPlateSpline.fit(x, y, z, ones(50), 20);
        double[] at =
                spline.predict(new double[] {0, 20}, new double[] {0, -20}).values();
        assertThat(at[0]).isEqualTo(3, within(1e-6));
        assertThat(at[1]).isEqualTo(63, within(1e-5));
        assertThat(spline.freedom()).isLessThan(20);
    }

    @Test
    void noiseIsSmoothedAway() {
        SplittableRandom random = new SplittableRandom(8);
        int n = 400;
        double[] x = random.doubles(n, -3, 3).toArray();
        double[] y = random.doubles(n, -3, 3).toArray();
        double[] z = new double[n];
        Arrays.setAll(z, i -> Math.sin(x[i]) * Math.cos(y[i]) + 0.3 * random.nextGaussian());
        ThinPlateSpline.Prediction at =
                ThinPlateSpline.fit(x, y, z, ones(n), 60).predict(x, y);
        double sum = 0;
        int covered = 0;
        for (int i = 0; i < n; i++) {
            double off = at.values()[i] - Math.sin(x[i]) * Math.cos(y[i]);
            sum += off * off;
            covered += Math.abs(off) < 1.96 * at.standardErrors()[i] ? 1 : 0;
        }
        assertThat(Math.sqrt(sum / n)).isLessThan(0.15);
        assertThat(covered / (double) n).isBetween(0.85, 1.0);
    }

    /// Points given twice are one place of the basis, and each counts.
    @Test
    void repeatedPointsAreOnePlace() {
        double[] x = {0, 0, 1, 1, 2, -0.0, 3};
        double[] y = {0, 0, 1, 1, 0, 0, 3};
        assertThat(ThinPlateSpline.distinct(x, y)).isEqualTo(4);
        double[] z = {1, 3, 5, 5, 2, 2, 7};
        double value = ThinPlateSpline.fit(x, y, z, ones(7), 10)
                .predict(new double[] {0}, new double[] {0})
                .values()[0];
        assertThat(value).isBetween(1.0, 3.0);
    }

    @Test
    void threePlacesAreTooFew() {
        assertThatThrownBy(() -> ThinPlateSpline.fit(new double[3], new double[3], new double[3], ones(3), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ThinPlateSpline.distinct(new double[0], new double[0])).isZero();
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
