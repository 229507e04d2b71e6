package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PredictedMeanTest {
    private static final org.assertj.core.data.Offset<Double> EXACT = org.assertj.core.data.Offset.offset(1e-12);

    /// By hand: twelve hours of 40 give C12 = C4 = 40, below the threshold of 70.
    @Test
    void cleanAirIsItsOwnPrediction() {
        assertThat(PredictedMean.of(constant(40), Cai.PM10)[11]).isEqualTo(40, EXACT);
    }

    /// By hand: C12 = 80, every recent hour has the ratio 1 and is at least 70, so C4 = 60 and C24E = 70.
    @Test
    void steadyHighHoursAreReduced() {
        assertThat(PredictedMean.of(constant(80), Cai.PM10)[11]).isEqualTo(70, EXACT);
        assertThat(PredictedMean.of(constant(70), Cai.PM10)[11])
                .as("the threshold itself")
                .isEqualTo(61.25, EXACT);
        assertThat(PredictedMean.of(constant(69.9), Cai.PM10)[11]).isEqualTo(69.9, EXACT);
    }

    /// By hand: eleven hours of 40 and one of 200; C12 = 53.333, 200 / C12 = 3.75 > 1.7, so 200 counts in
    /// full: C4 = (40 · 3 + 200) / 4 = 80, C24E = 66.667.
    @Test
    void aSuddenRiseCountsInFull() {
        double[] hours = constant(40);
        hours[11] = 200;
        assertThat(PredictedMean.of(hours, Cai.PM10)[11]).isEqualTo((640.0 / 12 + 80) / 2, EXACT);
    }

    /// By hand: eight hours of 100 and four of 80; C12 = 93.333, 80 / C12 = 0.857 < 0.9: no reduction.
    @Test
    void aFallCountsInFull() {
        double[] hours = constant(100);
        Arrays.fill(hours, 8, 12, 80);
        assertThat(PredictedMean.of(hours, Cai.PM10)[11]).isEqualTo((1120.0 / 12 + 80) / 2, EXACT);
    }

    /// Nine hours of twelve and three of four are 75 %.
    @Test
    void threeQuartersOfTheHoursAreEnough() {
        double[] hours = constant(20);
        hours[1] = Double.NaN;
        hours[2] = Double.NaN;
        hours[11] = Double.NaN;
        assertThat(PredictedMean.of(hours, Cai.PM25)[11]).isEqualTo(20, EXACT);
        hours[10] = Double.NaN;
        assertThat(PredictedMean.of(hours, Cai.PM25)[11]).as("two of four").isNaN();
    }

    @Test
    void withoutMeasurementsThereIsNoPrediction() {
        assertThat(PredictedMean.of(constant(Double.NaN), Cai.PM25)).containsOnly(Double.NaN);
        assertThat(PredictedMean.of(new double[0], Cai.PM25)).isEmpty();
    }

    private static double[] constant(double value) {
        double[] hours = new double[12];
        Arrays.fill(hours, value);
        return hours;
    }
}
