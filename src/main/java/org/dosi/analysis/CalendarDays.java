package org.dosi.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.dosi.kernel.calendar.KoreanHolidays;
import org.dosi.model.Name;

/// The public holidays of a span of days.
public final class CalendarDays {

    /// A public holiday.
    ///
    /// @param substitute given because another one fell on a day off
    public record Day(LocalDate date, Name name, boolean substitute) {}

    /// Years never change, and the lunar calendar costs milliseconds a year.
    private static final Map<Integer, List<Day>> YEARS = new ConcurrentHashMap<>();

    private CalendarDays() {}

    private static List<Day> ofYear(int year) {
        return KoreanHolidays.of(year).stream()
                .map(day -> new Day(day.date(), Name.of(day.ko(), day.en()), day.substitute()))
                .toList();
    }

    /// By date, in the years that the calendar knows; `to` is exclusive.
    public static List<Day> between(LocalDate from, LocalDate to) {
        int first = Math.max(from.getYear(), KoreanHolidays.FIRST_YEAR);
        int last = Math.min(to.getYear(), KoreanHolidays.LAST_YEAR);
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(year -> YEARS.computeIfAbsent(year, CalendarDays::ofYear).stream())
                .filter(day -> !day.date().isBefore(from) && day.date().isBefore(to))
                .toList();
    }

    /// The public holiday on a date, if it is one in the years that the calendar knows.
    public static Optional<Day> on(LocalDate date) {
        return between(date, date.plusDays(1)).stream().findFirst();
    }
}
