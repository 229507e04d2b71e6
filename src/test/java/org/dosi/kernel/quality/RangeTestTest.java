package org.dosi.kernel.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangeTestTest {

    @Test
    void theLimitsThemselvesArePossible() {
        int[] flags = new int[6];
        int marked = RangeTest.mark(new double[] {-0.1, 0, 50, 50.1, Double.NaN, 99}, 0, 0, 50, flags, 4);

        assertThat(flags).containsExactly(4, 0, 0, 4, 0, 4);
        assertThat(marked).isEqualTo(3);
    }

    @Test
    void contextIsNotMarkedAndOtherFlagsStay() {
        int[] flags = {1, 1, 1};
        RangeTest.mark(new double[] {99, 99, 5}, 1, 0, 50, flags, 4);

        assertThat(flags).containsExactly(1, 5, 1);
    }

    @Test
    void aMissingLimitIsNone() {
        int[] flags = new int[2];
        RangeTest.mark(new double[] {-1e300, 1e300}, 0, 0, Double.NaN, flags, 4);

        assertThat(flags).containsExactly(4, 0);
    }

    @Test
    void zerosAreExact() {
        int[] flags = new int[4];
        RangeTest.markZeros(new double[] {0, -0.0, 0.001, Double.NaN}, 0, flags, 8);

        assertThat(flags).containsExactly(8, 8, 0, 0);
    }

    /// By hand: of a hundred values the second percentile is 30, so a zero is suspect above a quiet level
    /// of 29 and not above one of 30.
    @Test
    void aZeroOfASeriesThatIsNeverQuietIsSuspect() {
        double[] value = new double[101];
        java.util.Arrays.fill(value, 30);
        value[50] = 0;

        assertThat(RangeTest.markZerosOfNeverQuiet(value, 0, 29, new int[101], 1))
                .isOne();
        assertThat(RangeTest.markZerosOfNeverQuiet(value, 0, 30, new int[101], 1))
                .as("on the edge")
                .isZero();
        assertThat(RangeTest.markZerosOfNeverQuiet(value, 51, 29, new int[101], 1))
                .as("context is not judged")
                .isZero();
        assertThat(RangeTest.markZerosOfNeverQuiet(new double[] {900, 0, 900}, 0, 29, new int[3], 1))
                .as("too few to tell")
                .isZero();
    }
}
