package org.dosi.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.dosi.kernel.calendar.Holiday;
import org.dosi.kernel.calendar.KoreanHolidays;

/// The public holidays of a span of days.
public final class CalendarDays {

    private CalendarDays() {}

    /// By date, in the years that the calendar knows; `to` is exclusive.
    public static List<Holiday> between(LocalDate from, LocalDate to) {
        int first = Math.max(from.getYear(), KoreanHolidays.FIRST_YEAR);
        int last = Math.min(to.getYear(), KoreanHolidays.LAST_YEAR);
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(year -> KoreanHolidays.of(year).stream())
                .filter(day -> !day.date().isBefore(from) && day.date().isBefore(to))
                .toList();
    }
}
