package org.dosi.kernel.air;

import java.time.LocalDate;

/// What the clock and the calendar say at each hour of a series.
final class CivilHours {
    private final long[] hour;
    private final int[] dayOfYear;

    /// @param hour hours since 1970-01-01T00 by the local clock
    CivilHours(long[] hour) {
        this.hour = hour;
        dayOfYear = new int[hour.length];
        for (int i = 0; i < hour.length; i++) {
            boolean sameDay = i > 0 && day(i) == day(i - 1);
            dayOfYear[i] =
                    sameDay ? dayOfYear[i - 1] : LocalDate.ofEpochDay(day(i)).getDayOfYear() - 1;
        }
    }

    int hours() {
        return hour.length;
    }

    /// Days since 1970-01-01.
    long day(int i) {
        return Math.floorDiv(hour[i], 24L);
    }

    int hourOfDay(int i) {
        return (int) Math.floorMod(hour[i], 24L);
    }

    /// From 0, the first of January, to 365.
    int dayOfYear(int i) {
        return dayOfYear[i];
    }

    /// From 0, Monday, to 6.
    int weekday(int i) {
        return (int) Math.floorMod(day(i) + 3, 7L);
    }
}
