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
}
