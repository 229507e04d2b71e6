package org.dosi.kernel.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CityBaselineTest {
    private static final long FIRST = LocalDate.parse("2022-01-03").toEpochDay();
    private static final int DAYS = 120;
    private static final int DETECTORS = 8;

    private final double[][] values = made();

    /// Whole vehicles with a day's shape and noise.
    private static double[][] made() {
        Random random = new Random(4);
        double[][] values = new double[DETECTORS][DAYS * 24];
        for (double[] row : values) {
            for (int t = 0; t < row.length; t++) {
                double shape = 800 - 600 * Math.cos(2 * Math.PI * (t % 24) / 24);
                row[t] = Math.rint(shape * (1 + 0.06 * random.nextGaussian()));
            }
        }
        return values;
    }

    private CityBaseline baseline() {
        long[] localS = LongStream.range(0, DAYS * 24)
                .map(h -> FIRST * 86_400 + h * 3600)
                .toArray();
        return CityBaseline.of(new Panel(values, localS, 3600), date -> DayClass.of(date, _ -> false));
    }

    private List<DetectorFault> faults() {
        return baseline().faults();
    }

    @Test
    void soundDetectorsHaveNoFault() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void aStuckDetectorIsNotAveragedIn() {
        Arrays.fill(values[2], 500, 530, 777);
        CityBaseline found = baseline();
        assertThat(found.faults()).containsExactly(new DetectorFault(2, 500, 530, DetectorFault.Kind.STUCK, 777));
        assertThat(found.panel().value(2, 515)).isNaN();
        assertThat(found.panel().value(2, 530)).isEqualTo(values[2][530]);
        // The caller's own numbers stay.
        assertThat(values[2][515]).isEqualTo(777);
    }

    @Test
    void anEmptyStreetIsNotStuck() {
        for (int day = 0; day < DAYS; day++) {
            Arrays.fill(values[1], day * 24 + 1, day * 24 + 6, 3);
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void aSpikeIsLeftOutAndACrowdIsNot() {
        values[3][1000] = 9000;
        // Three times the usual for half a day: something happened there.
        for (int t = 1500; t < 1512; t++) {
            values[4][t] *= 3.2;
        }
        assertThat(faults()).containsExactly(new DetectorFault(3, 1000, 1001, DetectorFault.Kind.SPIKE, 9000));
    }

    @Test
    void aPointThatMovedIsFollowed() {
        for (int t = 60 * 24; t < DAYS * 24; t++) {
            values[5][t] = Math.rint(values[5][t] * 0.6);
        }
        CityBaseline found = baseline();
        assertThat(found.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(DetectorFault.Kind.MOVED);
            assertThat(fault.datastream()).isEqualTo(5);
            assertThat((double) fault.fromStep()).isCloseTo(60 * 24, within(24.0));
            assertThat(fault.size()).isCloseTo(0.6, within(0.03));
        });
        double before = found.baseline().expected(5, (FIRST + 50) * 86_400 + 12 * 3600);
        double after = found.baseline().expected(5, (FIRST + 70) * 86_400 + 12 * 3600);
        assertThat(after / before).isCloseTo(0.6, within(0.05));
    }

    @Test
    void whatAllShareIsNoFaultOfOne() {
        for (double[] row : values) {
            for (int t = 60 * 24; t < DAYS * 24; t++) {
                row[t] = Math.rint(row[t] * 0.6);
            }
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void anOutageAndNegativeNumbersAreMissing() {
        Arrays.fill(values[0], 240, 300, Double.NaN);
        values[6][700] = -1;
        CityBaseline found = baseline();
        assertThat(found.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(DetectorFault.Kind.OUTAGE);
            assertThat(fault.fromStep()).isEqualTo(240);
            assertThat(fault.toStep()).isEqualTo(300);
        });
        assertThat(found.panel().value(6, 700)).isNaN();
    }
}
