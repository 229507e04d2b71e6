package org.dosi.kernel.traffic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The days of a panel, and what kind of day any day is.
final class Days {
    private static final long DAY_S = 86_400;

    /// What makes days alike.
    ///
    /// @param base of the profile: WEEKDAY, SATURDAY or DAY_OFF
    /// @param beside BEFORE_HOLIDAY or AFTER_HOLIDAY where the day is one, otherwise the base
    /// @param publicHoliday a day off that is no plain Sunday
    record Kind(DayClass base, DayClass beside, DayOfWeek weekday, boolean publicHoliday) {
        boolean isPlain() {
            return beside == base && !publicHoliday;
        }
    }

    /// A day of the panel.
    ///
    /// @param epochDay days since 1970-01-01
    /// @param steps the panel's steps of the day, each with its slot
    record Day(long epochDay, Kind kind, int[] steps, int[] slots) {}

    private final Function<LocalDate, DayClass> classOf;
    private final long stepS;
    private final List<Day> list;
    private final Map<Long, Kind> kinds = new ConcurrentHashMap<>();

    private Days(Function<LocalDate, DayClass> classOf, long stepS, List<Day> list) {
        this.classOf = classOf;
        this.stepS = stepS;
        this.list = list;
    }

    static Days of(Panel panel, Function<LocalDate, DayClass> classOf) {
        List<Day> list = new ArrayList<>();
        Days days = new Days(classOf, panel.stepSeconds(), list);
        int from = 0;
        while (from < panel.steps()) {
            int to = from;
            while (to < panel.steps() && panel.day(to) == panel.day(from)) {
                to++;
            }
            int[] steps = new int[to - from];
            int[] slots = new int[to - from];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = from + i;
                slots[i] = panel.slot(from + i);
            }
            list.add(new Day(panel.day(from), days.kindOfDay(panel.day(from)), steps, slots));
            from = to;
        }
        return days;
    }

    List<Day> list() {
        return list;
    }

    long stepSeconds() {
        return stepS;
    }

    int slotsPerDay() {
        return (int) (DAY_S / stepS);
    }

    Kind kindOf(long localS) {
        return kindOfDay(Math.floorDiv(localS, DAY_S));
    }

    int slotOf(long localS) {
        return (int) (Math.floorMod(localS, DAY_S) / stepS);
    }

    /// The index of the day in the list whose level is meant: the first or last one outside of the panel.
    int levelDay(long localS) {
        long day = Math.floorDiv(localS, DAY_S);
        if (list.isEmpty() || day <= list.getFirst().epochDay) {
            return 0;
        }
        // A panel has no gaps in its steps, and so none in its days.
        return (int) Math.min(day - list.getFirst().epochDay, list.size() - 1L);
    }

    private Kind kindOfDay(long epochDay) {
        return kinds.computeIfAbsent(epochDay, day -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            DayClass dayClass = classOf.apply(date);
            boolean saturday = date.getDayOfWeek() == DayOfWeek.SATURDAY;
            return switch (dayClass) {
                case WEEKDAY, SATURDAY -> new Kind(dayClass, dayClass, date.getDayOfWeek(), false);
                case DAY_OFF ->
                    new Kind(dayClass, dayClass, date.getDayOfWeek(), date.getDayOfWeek() != DayOfWeek.SUNDAY);
                case BEFORE_HOLIDAY, AFTER_HOLIDAY ->
                    new Kind(saturday ? DayClass.SATURDAY : DayClass.WEEKDAY, dayClass, date.getDayOfWeek(), false);
            };
        });
    }
}
