package org.dosi.kernel.traffic.congestion;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// When: the whole day, and the four periods in which LOTTR is taken (23 CFR 490.511): by the day of the week alone, so
/// that a public holiday on a Monday counts as a Monday.
public enum DayPeriod {
    ALL(0, 24),
    WEEKDAY_06_10(6, 10),
    WEEKDAY_10_16(10, 16),
    WEEKDAY_16_20(16, 20),
    WEEKEND_06_20(6, 20);

    private static final int HOUR_S = 3600;

    private final int fromHour;
    private final int toHour;

    DayPeriod(int fromHour, int toHour) {
        this.fromHour = fromHour;
        this.toHour = toHour;
    }

    public int fromHour() {
        return fromHour;
    }

    /// Exclusive.
    public int toHour() {
        return toHour;
    }

    /// @param epochDay days since 1970-01-01
    /// @param secondOfDay of the beginning of the step
    public boolean has(long epochDay, long secondOfDay) {
        if (secondOfDay < (long) fromHour * HOUR_S || secondOfDay >= (long) toHour * HOUR_S) {
            return false;
        }
        return this == ALL || isWeekend(epochDay) == (this == WEEKEND_06_20);
    }

    static boolean isWeekend(long epochDay) {
        DayOfWeek day = LocalDate.ofEpochDay(epochDay).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
