package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    /// R: quantile(c(3, 1, 10, 4), c(0, .1, .5, .9, 1)) gives 1, 1.6, 3.5, 8.2, 10.
    @Test
    void quantilesAreOfTypeSeven() {
        double[] values = {3, 1, Double.NaN, 10, 4};
        assertThat(Quantiles.of(values, 0)).isEqualTo(1);
        assertThat(Quantiles.of(values, 0.1)).isEqualTo(1.6, within());
        assertThat(Quantiles.of(values, 0.5)).isEqualTo(3.5);
        assertThat(Quantiles.of(values, 0.9)).isEqualTo(8.2, within());
        assertThat(Quantiles.of(values, 1)).isEqualTo(10);
        assertThat(Quantiles.of(new double[0], 0.5)).isNaN();
    }

    @Test
    void selectionAgreesWithSorting() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 1; n < 300; n += 7) {
            double[] values = random.doubles(n).map(v -> Math.floor(v * 50)).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (double share : new double[] {0, 0.05, 0.25, 0.5, 0.77, 0.99, 1}) {
                assertThat(Quantiles.select(values.clone(), n, share)).isEqualTo(Quantiles.ofSorted(sorted, share));
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }
}
