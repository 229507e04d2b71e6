package org.dosi.product.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    /// Half a unit of the twelfth digit, relative to the smallest number of twelve digits.
    private static final double TWELVE_DIGITS = 5e-12;

    @Test
    void theDustOfComputingIsNotWritten() {
        assertThat(written(49.99999999999999)).isEqualTo("50");
        assertThat(written(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(written(2.0 / 3)).isEqualTo("0.666666666667");
        assertThat(written(-1e-7 / 3)).isEqualTo("-0.0000000333333333333");
    }

    @Test
    void wholeNumbersAndShortOnesStayAsTheyAre() {
        assertThat(written(123456789012345.0)).isEqualTo("123456789012345");
        assertThat(written(126.978)).isEqualTo("126.978");
        assertThat(CsvText.rounded(Double.NaN)).isNaN();
        assertThat(CsvText.rounded(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void whatIsReadBackIsTheNumberToTwelveDigits() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double value = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(40) - 20);
            double read = Double.parseDouble(written(value));
            assertThat(read).isCloseTo(value, within(Math.abs(value) * TWELVE_DIGITS));
            assertThat(written(read)).as("writing it again changes nothing").isEqualTo(written(value));
        }
    }

    private static String written(double value) {
        return CsvText.number(CsvText.rounded(value));
    }
}
