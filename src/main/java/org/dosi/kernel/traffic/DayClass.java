package org.dosi.kernel.traffic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/// Days on which a city moves alike.
public enum DayClass {
    WEEKDAY,
    SATURDAY,
    /// A Sunday or a public holiday, whatever day of the week it falls on.
    DAY_OFF,
    /// A working day or Saturday before a public holiday.
    BEFORE_HOLIDAY,
    /// A working day or Saturday after a public holiday.
    AFTER_HOLIDAY;

    /// A day between two public holidays counts as the day before one.
    ///
    /// @param holiday whether a day is a public holiday, Sundays apart
    public static DayClass of(LocalDate date, Predicate<LocalDate> holiday) {
        if (date.getDayOfWeek() == DayOfWeek.SUNDAY || holiday.test(date)) {
            return DAY_OFF;
        }
        if (isHolidayBeside(date.plusDays(1), holiday)) {
            return BEFORE_HOLIDAY;
        }
        if (isHolidayBeside(date.minusDays(1), holiday)) {
            return AFTER_HOLIDAY;
        }
        return date.getDayOfWeek() == DayOfWeek.SATURDAY ? SATURDAY : WEEKDAY;
    }

    /// A holiday on a Sunday changes nothing for the days beside it, which have a Sunday there anyway.
    private static boolean isHolidayBeside(LocalDate neighbour, Predicate<LocalDate> holiday) {
        return neighbour.getDayOfWeek() != DayOfWeek.SUNDAY && holiday.test(neighbour);
    }
}
