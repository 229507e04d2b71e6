package org.dosi.kernel.traffic;

import java.time.DayOfWeek;

/// The baseline of one datastream.
///
/// @param middle by base class (WEEKDAY, SATURDAY, DAY_OFF), then slot; NaN where nothing was seen
/// @param spread the same
/// @param days how many days were seen, the same
/// @param weekday factor by day of the week (Monday first), then slot
/// @param beforeHoliday factor by slot
/// @param afterHoliday factor by slot
/// @param level by day of the record
record Profile(
        double[][] middle,
        double[][] spread,
        int[][] days,
        double[][] weekday,
        double[] beforeHoliday,
        double[] afterHoliday,
        double[] level) {

    static int base(DayClass base) {
        return switch (base) {
            case WEEKDAY, BEFORE_HOLIDAY, AFTER_HOLIDAY -> 0;
            case SATURDAY -> 1;
            case DAY_OFF -> 2;
        };
    }

    double expected(Days.Kind kind, int slot, int day) {
        return level[day] * factor(kind, slot) * middle[base(kind.base())][slot];
    }

    double spread(Days.Kind kind, int slot, int day) {
        return level[day] * factor(kind, slot) * spread[base(kind.base())][slot];
    }

    double level(int day) {
        return level[day];
    }

    int days(Days.Kind kind, int slot) {
        return days[base(kind.base())][slot];
    }

    private double factor(Days.Kind kind, int slot) {
        double factor = kind.base() == DayClass.WEEKDAY ? weekday[index(kind.weekday())][slot] : 1;
        return switch (kind.beside()) {
            case BEFORE_HOLIDAY -> factor * beforeHoliday[slot];
            case AFTER_HOLIDAY -> factor * afterHoliday[slot];
            case WEEKDAY, SATURDAY, DAY_OFF -> factor;
        };
    }

    static int index(DayOfWeek weekday) {
        return weekday.getValue() - 1;
    }
}
