package org.dosi.kernel.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.dosi.kernel.calendar.Holiday;
import org.dosi.kernel.calendar.KoreanHolidays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayClassTest {
    private static final Set<LocalDate> HOLIDAYS = Set.copyOf(
            KoreanHolidays.of(2022).stream().map(Holiday::date).distinct().toList());

    @ParameterizedTest
    @CsvSource({
        // Chuseok 2022: Friday 9 to Sunday 11 September and its substitute on Monday 12.
        "2022-09-07, WEEKDAY",
        "2022-09-08, BEFORE_HOLIDAY",
        "2022-09-10, DAY_OFF",
        "2022-09-12, DAY_OFF",
        "2022-09-13, AFTER_HOLIDAY",
        "2022-09-14, WEEKDAY",
        // The local elections of Wednesday 1 June.
        "2022-05-31, BEFORE_HOLIDAY",
        "2022-06-01, DAY_OFF",
        "2022-06-02, AFTER_HOLIDAY",
        // Memorial Day on Monday 6 June: the Saturday before it is one as others.
        "2022-06-04, SATURDAY",
        // Buddha's Birthday on Sunday 8 May, and Christmas on a Sunday, changed no day beside them.
        "2022-05-07, SATURDAY",
        "2022-05-09, WEEKDAY",
        "2022-12-26, WEEKDAY",
        "2022-08-12, WEEKDAY",
    })
    void daysOf2022(LocalDate date, DayClass expected) {
        assertThat(DayClass.of(date, HOLIDAYS::contains)).isEqualTo(expected);
    }
}
