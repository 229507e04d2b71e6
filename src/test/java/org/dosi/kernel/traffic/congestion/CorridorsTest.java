package org.dosi.kernel.traffic.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.kernel.traffic.Neighbours.Near;
import org.dosi.kernel.traffic.Panel;
import org.junit.jupiter.api.Test;

class CorridorsTest {
    private static final int SIZE = 8;
    private static final int STEPS = 3000;

    /// Waves that begin at the last detector and reach each one before it a step later; dense traffic.
    private static double[][] backwardWaves(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] wave = new double[STEPS + SIZE];
        for (int i = 1; i < wave.length; i++) {
            wave[i] = 0.95 * wave[i - 1] + random.nextDouble() - 0.5;
        }
        double[][] speeds = new double[SIZE][STEPS];
        for (int d = 0; d < SIZE; d++) {
            for (int i = 0; i < STEPS; i++) {
                boolean isDense = i % 288 > 72;
                speeds[d][i] = (isDense ? 30 + 6 * wave[i + d] : 100) + random.nextDouble();
            }
        }
        return speeds;
    }

    private static Panel panel(double[][] speeds, long stepS) {
        long[] local = new long[speeds[0].length];
        Arrays.setAll(local, i -> i * stepS);
        return new Panel(speeds, local, stepS);
    }

    private static Corridor line(Corridor.Direction direction) {
        double[] x = new double[SIZE];
        int[] order = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            x[i] = 800.0 * i;
            order[i] = i;
        }
        return Corridor.of(order, x, new double[SIZE], direction);
    }

    /// Detector `d` sees the wave `d` steps before the first: disturbances run from the last to the first, so traffic
    /// runs from the first to the last.
    @Test
    void wavesOfDenseTrafficTellTheDirection() {
        Panel panel = panel(backwardWaves(1), 300);
        Corridor line = line(Corridor.Direction.UNKNOWN);

        Corridor along = Corridors.directed(line, panel);
        Corridor against = Corridors.directed(line.reversed(), panel);

        assertThat(along.direction()).isEqualTo(Corridor.Direction.PROPAGATION);
        assertThat(along.detectors()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(against.detectors()).as("the other way round").containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(against.positionKm()[1]).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void withoutWavesTheDirectionStaysUnknown() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] speeds = new double[SIZE][STEPS];
        for (double[] row : speeds) {
            Arrays.setAll(row, _ -> 20 + 80 * random.nextDouble());
        }

        assertThat(Corridors.directed(line(Corridor.Direction.UNKNOWN), panel(speeds, 300))
                        .isDirected())
                .isFalse();
    }

    @Test
    void hoursAreTooCoarseForWavesAndAGivenDirectionStands() {
        assertThat(Corridors.directed(line(Corridor.Direction.UNKNOWN), panel(backwardWaves(1), 3600))
                        .isDirected())
                .isFalse();
        assertThat(Corridors.directed(line(Corridor.Direction.GIVEN).reversed(), panel(backwardWaves(1), 300))
                        .detectors()[0])
                .isEqualTo(7);
    }

    /// Two carriageways of four detectors 30 m apart, each jamming at hours of its own.
    @Test
    void carriagewaysAreStrungApart() {
        double[] x = {0, 800, 1600, 2400, 0, 800, 1600, 2400};
        double[] y = {0, 0, 0, 0, 30, 30, 30, 30};
        SplittableRandom random = new SplittableRandom(5);
        double[][] speeds = new double[8][STEPS];
        for (int i = 0; i < STEPS; i++) {
            boolean isMorning = i % 288 > 80 && i % 288 < 110;
            boolean isEvening = i % 288 > 200 && i % 288 < 230;
            for (int d = 0; d < 8; d++) {
                speeds[d][i] = ((d < 4 ? isMorning : isEvening) ? 30 : 100) + random.nextDouble();
            }
        }
        List<List<Near>> near = new ArrayList<>();
        for (int a = 0; a < 8; a++) {
            List<Near> own = new ArrayList<>();
            for (int b = 0; b < 8; b++) {
                double distance = Math.hypot(x[a] - x[b], y[a] - y[b]);
                if (a != b && distance < 1700) {
                    own.add(new Near(b, Math.exp(-distance / 1000)));
                }
            }
            near.add(own);
        }

        List<Corridor> found =
                Corridors.find(new Neighbours(Neighbours.Basis.ADJACENCY, near), x, y, panel(speeds, 300));

        assertThat(found).hasSize(2);
        assertThat(found.get(0).detectors()).containsExactly(0, 1, 2, 3);
        assertThat(found.get(1).detectors()).containsExactly(4, 5, 6, 7);
        assertThat(found.get(0).positionKm()).containsExactly(0, 0.8, 1.6, 2.4000000000000004);
    }

    @Test
    void nothingIsStrungWhereNothingIsKnown() {
        assertThat(Corridors.find(
                        Neighbours.unknown(SIZE), new double[SIZE], new double[SIZE], panel(backwardWaves(2), 300)))
                .isEmpty();
    }
}
