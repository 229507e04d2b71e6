package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SuspectHoursTest {
    private static final int HOURS = 1000;

    @Test
    void spikesZerosStandstillsAndNegativesAreMarkedAndNothingElse() {
        double[][] value = network();
        value[0][500] = 400;
        value[1][200] = 0;
        value[2][300] = -50;
        Arrays.fill(value[3], 600, 640, 33.3);

        int[][] marks = SuspectHours.of(value, new double[] {1, 2, 3, 4, 5}, nowhere());

        assertThat(marks[0][500]).isEqualTo(Suspicion.SPIKE.mask());
        assertThat(marks[1][200]).isEqualTo(Suspicion.ZERO.mask());
        assertThat(marks[2][300]).isEqualTo(Suspicion.RANGE.mask());
        assertThat(Arrays.stream(marks[3], 600, 640)).containsOnly(Suspicion.FLAT.mask());
        assertThat(Arrays.stream(marks).flatMapToInt(Arrays::stream).filter(m -> m != 0))
                .hasSize(43);
    }

    @Test
    void oneStationAloneIsHeldAgainstItsOwnHours() {
        double[][] value = {network()[0]};
        value[0][500] = 400;

        int[][] marks = SuspectHours.of(value, new double[] {127}, new double[] {37});

        assertThat(marks[0][500]).isEqualTo(Suspicion.SPIKE.mask());
    }

    @Test
    void recordsWithoutValuesHaveNoMarks() {
        assertThat(SuspectHours.of(new double[0][], new double[0], new double[0]))
                .isEmpty();
        double[][] missing = new double[2][10];
        Arrays.stream(missing).forEach(row -> Arrays.fill(row, Double.NaN));
        assertThat(SuspectHours.of(missing, new double[2], new double[2])).isEqualTo(new int[2][10]);
        assertThat(SuspectHours.of(new double[2][10], new double[2], new double[2]))
                .isEqualTo(new int[2][10]);
    }

    /// The tolerance is 10 µg/m³ or a quarter, whichever is more.
    @Test
    void morePm25ThanPm10IsAContradiction() {
        int[][] marks = new int[1][3];

        SuspectHours.markParticleOrder(new double[][] {{30, 30.1, Double.NaN}}, new double[][] {{20, 20, 20}}, marks);

        assertThat(marks[0]).containsExactly(0, Suspicion.CONTRADICTION.mask(), 0);
    }

    private static double[][] network() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] value = new double[5][HOURS];
        for (int h = 0; h < HOURS; h++) {
            double level = 30 + 10 * Math.sin(h / 30.0);
            for (int s = 0; s < 5; s++) {
                value[s][h] = level + s + random.nextDouble();
            }
        }
        return value;
    }

    private static double[] nowhere() {
        double[] nowhere = new double[5];
        Arrays.fill(nowhere, Double.NaN);
        return nowhere;
    }
}
