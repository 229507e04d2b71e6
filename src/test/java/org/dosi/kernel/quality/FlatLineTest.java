package org.dosi.kernel.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlatLineTest {
    private static final int YEAR = 8766;

    /// A row that repeats its value with chance `rate` at each step.
    private static double[] repeating(long seed, double rate, int steps) {
        Random random = new Random(seed);
        double[] row = new double[steps];
        row[0] = 1;
        for (int t = 1; t < steps; t++) {
            row[t] = random.nextDouble() < rate ? row[t - 1] : 1 + random.nextInt(1_000_000);
        }
        return row;
    }

    private static int[] mark(double[][] rows, int row, int least, boolean zerosRest) {
        int[] marks = new int[rows[row].length];
        FlatLine.mark(rows[row], FlatLine.repetition(rows), least, zerosRest, marks, 2);
        return marks;
    }

    private static long count(int[] marks) {
        return Arrays.stream(marks).filter(m -> m != 0).count();
    }

    @Test
    void aStuckDayIsFoundInARowThatHardlyEverRepeats() {
        double[] row = repeating(1, 0.02, YEAR);
        Arrays.fill(row, 5000, 5024, 42);

        int[] marks = mark(new double[][] {row}, 0, 8, false);

        assertThat(count(marks)).isEqualTo(24);
        assertThat(marks[4999] + marks[5024])
                .as("the hours before and after move")
                .isZero();
        assertThat(marks[5000] + marks[5023]).isEqualTo(4);
    }

    @Test
    void aRowWithCoarseResolutionMayStandStillAllNight() {
        int marked = 0;
        for (long seed = 1; seed <= 20; seed++) {
            marked += (int) count(mark(new double[][] {repeating(seed, 0.75, YEAR)}, 0, 8, false));
        }
        assertThat(marked)
                .as("a hundredth of a false alarm is allowed in a year, so none in twenty")
                .isZero();
    }

    @Test
    void runsShorterThanTheLeastAreNeverMarked() {
        double[] row = repeating(3, 0.02, YEAR);
        Arrays.fill(row, 100, 107, 42);
        Arrays.fill(row, 300, 308, 43);

        int[] marks = mark(new double[][] {row}, 0, 8, false);

        assertThat(marks[103]).as("seven").isZero();
        assertThat(marks[303]).as("eight").isEqualTo(2);
    }

    @Test
    void zerosMayRestWhereTheyAreNatural() {
        double[] row = repeating(4, 0.02, YEAR);
        Arrays.fill(row, 100, 400, 0);

        assertThat(count(mark(new double[][] {row}, 0, 8, true))).isZero();
        assertThat(count(mark(new double[][] {row}, 0, 8, false))).isEqualTo(300);
    }

    @Test
    void aMissingHourEndsARun() {
        double[] row = repeating(5, 0.02, YEAR);
        for (int t = 100; t < 400; t++) {
            row[t] = t % 5 == 0 ? Double.NaN : 42;
        }
        assertThat(count(mark(new double[][] {row}, 0, 8, false))).isZero();
    }

    @Test
    void whatTheWholeNetworkDoesIsNoFault() {
        double[][] rows = new double[12][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = repeating(100 + r, 0.2, YEAR);
            Arrays.fill(rows[r], 2000, 2020, 3);
        }
        double[] alone = repeating(200, 0.2, YEAR);
        Arrays.fill(alone, 4000, 4020, 3);
        rows[11] = alone;

        assertThat(count(mark(rows, 0, 8, false)))
                .as("eleven of twelve stand still together")
                .isZero();
        assertThat(count(mark(rows, 11, 8, false))).as("one alone").isEqualTo(20);
    }

    @Test
    void nothingIsMarkedInAnEmptyOrMissingRow() {
        assertThat(mark(new double[][] {new double[0]}, 0, 8, false)).isEmpty();
        double[] none = new double[50];
        Arrays.fill(none, Double.NaN);
        assertThat(count(mark(new double[][] {none}, 0, 8, false))).isZero();
    }
}
