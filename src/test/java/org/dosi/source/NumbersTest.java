package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "-0.5|-0.5",
                "+3|3",
                ".5|0.5",
                "5.|5",
                "1e3|1000",
                "1.5E-3|0.0015",
                "1,234|1234",
                "-1,234,567.5|-1234567.5",
                "1234567|1234567"
            })
    void numbersAreDecimal(String text, double value) {
        assertThat(Numbers.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "NaN",
                "Infinity",
                "0x10",
                "1d",
                "1f",
                "12,3",
                "1,23,456",
                "1,234,",
                ",123",
                "1-2",
                "--1",
                "e",
                "1e999",
                "1 2",
                "１２",
                "1,234e3",
                ".",
                "-"
            })
    void whatIsNoNumberIsNone(String text) {
        assertThat(Numbers.parse(text)).isNaN();
    }

    @Test
    void missingIsBlankOrAWordOrANumberOfThePublisher() {
        Numbers.Missing missing = Numbers.Missing.numbers(-9.0);

        for (String text : new String[] {"", "null", "NULL", "NaN", "-", "NA", "-9", "-9.0", "-9.00"}) {
            assertThat(missing.matches(text)).as(text).isTrue();
        }
        for (String text : new String[] {"0", "9", "-9.1", "-90", "abc", "n/a", "-x"}) {
            assertThat(missing.matches(text)).as(text).isFalse();
        }
        assertThat(Numbers.Missing.BLANK.matches("-9")).isFalse();
    }

    @Test
    void aCodeLosesTheFractionOfASpreadsheet() {
        assertThat(Numbers.code("108.0")).isEqualTo("108");
        assertThat(Numbers.code("108")).isEqualTo("108");
        assertThat(Numbers.code("108.5")).isEqualTo("108.5");
        assertThat(Numbers.code("A.0")).isEqualTo("A.0");
    }
}
