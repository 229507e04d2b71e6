package org.dosi.kernel.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikeTest {
    private static final int STEPS = 24 * 60;
    private static final SpikeScale PM10 = new SpikeScale(10, 120);
    private static final SpikeScale NOISE = new SpikeScale(Double.NaN, 15);

    /// A city's dust: a common course with a day in it, and each station's own small changes.
    private static double[][] city(long seed, int stations) {
        Random random = new Random(seed);
        double[][] rows = new double[stations][STEPS];
        double common = 0;
        for (int t = 0; t < STEPS; t++) {
            common = 0.95 * common + 0.15 * random.nextGaussian();
            for (double[] row : rows) {
                row[t] = Math.rint(
                        40 * Math.exp(common + 0.2 * Math.sin(t * Math.PI / 12) + 0.15 * random.nextGaussian()));
            }
        }
        return rows;
    }

    private static int[][] markNetwork(double[][] rows) {
        double[] nowhere = new double[rows.length];
        Arrays.fill(nowhere, Double.NaN);
        int[][] marks = new int[rows.length][STEPS];
        NetworkSpike.mark(rows, Neighbours.nearest(nowhere, nowhere, 8, 30), PM10, 24, marks, 4);
        return marks;
    }

    private static long count(int[][] marks) {
        return Arrays.stream(marks)
                .flatMapToInt(Arrays::stream)
                .filter(m -> m != 0)
                .count();
    }

    @Test
    void aLoneJumpIsFoundAndNothingElse() {
        for (long seed = 1; seed <= 10; seed++) {
            double[][] rows = city(seed, 10);
            rows[3][700] = 2172;
            int[][] marks = markNetwork(rows);

            assertThat(marks[3][700]).as("seed %d", seed).isEqualTo(4);
            assertThat(count(marks)).as("seed %d", seed).isEqualTo(1);
        }
    }

    @Test
    void aFaultOfManyHoursIsFoundFromItsFirstToItsLast() {
        double[][] rows = city(1, 10);
        Arrays.fill(rows[3], 700, 710, 900);

        int[][] marks = markNetwork(rows);

        assertThat(Arrays.copyOfRange(marks[3], 699, 711)).containsExactly(0, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0);
    }

    @Test
    void dustThatTheWholeCitySeesIsKept() {
        double[][] rows = city(2, 10);
        for (int r = 0; r < rows.length; r++) {
            // The front takes four hours to cross the city.
            for (int t = 700 + r / 3; t < 760; t++) {
                rows[r][t] = rows[r][t] * 8 + 300;
            }
        }
        assertThat(count(markNetwork(rows))).isZero();
    }

    @Test
    void jumpsBelowTheLeastAreKept() {
        double[][] rows = new double[9][STEPS];
        for (double[] row : rows) {
            Arrays.fill(row, 10);
        }
        rows[0][500] = 130;
        rows[1][600] = 129;

        int[][] marks = markNetwork(rows);

        assertThat(marks[0][500]).as("exactly 120 more").isEqualTo(4);
        assertThat(marks[1][600]).as("119 more").isZero();
    }

    @Test
    void missingValuesMakeNoSpikes() {
        double[][] rows = city(3, 10);
        Random random = new Random(3);
        for (double[] row : rows) {
            for (int t = 0; t < STEPS; t++) {
                row[t] = random.nextInt(3) == 0 ? Double.NaN : row[t];
            }
        }
        assertThat(count(markNetwork(rows))).isZero();
    }

    @Test
    void aStationWithoutNeighboursIsLeftToTheOtherTest() {
        double[][] rows = city(4, 3);
        rows[0][700] = 2172;

        assertThat(count(markNetwork(rows))).as("two neighbours are no network").isZero();
    }

    private static double[] street(long seed) {
        Random random = new Random(seed);
        double[] row = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            row[t] = Math.rint(10 * (66 + 4 * Math.sin(t * Math.PI / 12) + 0.6 * random.nextGaussian())) / 10;
        }
        return row;
    }

    private static int[] markLone(double[] row, SpikeScale scale, boolean upOnly) {
        int[] marks = new int[row.length];
        LoneSpike.mark(row, scale, upOnly, marks, 4);
        return marks;
    }

    @Test
    void anElectricSpikeOfOneHourIsFoundAndARallyIsNot() {
        double[] row = street(1);
        row[200] = 99;
        double[] rally = {75, 84, 90, 91, 89, 86, 74};
        System.arraycopy(rally, 0, row, 500, rally.length);

        int[] marks = markLone(row, NOISE, false);

        assertThat(marks[200]).isEqualTo(4);
        assertThat(Arrays.stream(marks).sum()).as("nothing but the spike").isEqualTo(4);
    }

    @Test
    void twoLoudHoursAreAnEvent() {
        double[] row = street(2);
        row[200] = 95;
        row[201] = 93;

        assertThat(Arrays.stream(markLone(row, NOISE, false)).sum()).isZero();
    }

    @Test
    void theLeastJumpOfALoneSpikeIsCountedFromTheHoursBeside() {
        double[] row = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            row[t] = t % 2;
        }
        row[301] = 16;
        row[501] = 15.9;
        row[701] = -15;

        assertThat(markLone(row, NOISE, false)[301])
                .as("15 above the loudest hour beside")
                .isEqualTo(4);
        assertThat(markLone(row, NOISE, false)[501]).isZero();
        assertThat(markLone(row, NOISE, false)[701]).as("15 below").isEqualTo(4);
        assertThat(markLone(row, NOISE, true)[701]).as("falls may be natural").isZero();
    }

    @Test
    void aSpikeBesideAGapIsNotJudged() {
        double[] row = street(3);
        row[200] = 99;
        row[201] = Double.NaN;

        assertThat(Arrays.stream(markLone(row, NOISE, false)).sum()).isZero();
    }

    private static double[][] roads(long seed, int roads) {
        Random random = new Random(seed);
        double[][] rows = new double[roads][24 * 7 * 8];
        for (double[] row : rows) {
            for (int t = 0; t < row.length; t++) {
                double week = t / 24 % 7 < 5 ? 1 : 0.7;
                row[t] = Math.rint(1000
                        * week
                        * (1.2 - Math.cos((t % 24 - 4) * Math.PI / 12))
                        * Math.exp(0.05 * random.nextGaussian()));
            }
        }
        return rows;
    }

    private static int[][] markRoads(double[][] rows) {
        int[] slot = new int[rows[0].length];
        for (int t = 0; t < slot.length; t++) {
            slot[t] = t % 168;
        }
        int[][] marks = new int[rows.length][slot.length];
        ProfileSpike.mark(rows, slot, 168, new SpikeScale(20, 500), marks, 4);
        return marks;
    }

    @Test
    void oneHourFarAboveItsWeekIsFound() {
        double[][] rows = roads(1, 6);
        rows[2][803] = 9000;
        int[][] marks = markRoads(rows);

        assertThat(marks[2][803]).isEqualTo(4);
        assertThat(count(marks)).isEqualTo(1);
    }

    @Test
    void aRushHourAHolidayAndAFloodAreNotSpikes() {
        double[][] rows = roads(2, 6);
        for (double[] row : rows) {
            for (int t = 480; t < 504; t++) {
                row[t] *= 0.5;
            }
        }
        Arrays.fill(rows[0], 700, 740, 0);
        Arrays.fill(rows[1], 800, 803, 10);
        for (int t = 700; t < 740; t++) {
            rows[3][t] *= 2.2;
        }
        assertThat(count(markRoads(rows))).isZero();
    }
}
