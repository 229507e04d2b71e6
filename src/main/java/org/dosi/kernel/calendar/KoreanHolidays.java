package org.dosi.kernel.calendar;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Korea's public holidays, computed from the law as it stood in each year.
///
/// Sources: 관공서의 공휴일에 관한 규정 (Regulations on Holidays of Public Agencies) and, since 2022, 공휴일에 관한 법률 (Act
/// on Public Holidays):
///
/// - Hangul Day is a holiday again from 2013; Labour Day (1 May) and Constitution Day (17 July) from 2026;
/// - substitutes: Seollal and Chuseok on a Sunday or another holiday, and Children's Day also on a
///   Saturday, from 5 November 2013; the national days (1 March, 15 August, 3 and 9 October) from 4 August
///   2021; Buddha's Birthday and Christmas from 4 May 2023; Labour Day and Constitution Day with their
///   return. The substitute is the first day after that is neither a holiday nor at a weekend. New Year's
///   Day and Memorial Day have none.
///
/// The lunisolar days come from ICU's Dangi calendar (astronomical, for Korea's meridian). Sundays are
/// public holidays in law and are not listed. Decreed days are known up to the edition of this program:
/// `korean-decreed-holidays.csv`.
public final class KoreanHolidays {
    public static final int FIRST_YEAR = 2010;
    public static final int LAST_YEAR = 2050;

    private static final ZoneId KST = ZoneId.of("Asia/Seoul");
    private static final ULocale DANGI = new ULocale("ko_KR@calendar=dangi");
    private static final LocalDate NEVER = LocalDate.MAX;
    private static final LocalDate FIRST_SUBSTITUTES = LocalDate.of(2013, 11, 5);
    private static final LocalDate NATIONAL_DAYS = LocalDate.of(2021, 8, 4);
    private static final LocalDate BUDDHA_AND_CHRISTMAS = LocalDate.of(2023, 5, 4);
    private static final LocalDate LABOUR_AND_CONSTITUTION = LocalDate.of(2026, 1, 1);

    private static final Pattern DECREED = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d),([^,]+),([^,]+),(.+)");

    private KoreanHolidays() {}

    /// A holiday by law, with its right to a substitute.
    ///
    /// @param substituteSince from when it is replaced if it falls on a Sunday or another holiday
    /// @param saturdayCounts whether a Saturday is enough
    private record Day(LocalDate date, String ko, String en, LocalDate substituteSince, boolean saturdayCounts) {
        boolean isReplaced() {
            return !date.isBefore(substituteSince);
        }
    }

    /// The holidays of a year from [#FIRST_YEAR] to [#LAST_YEAR], by date; a day may have two.
    public static List<Holiday> of(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "public holidays are known from %d to %d, found %d".formatted(FIRST_YEAR, LAST_YEAR, year));
        }
        List<Day> days = new ArrayList<>(fixed(year));
        days.addAll(lunar(year));
        days.sort(Comparator.comparing(Day::date));
        List<Holiday> holidays = new ArrayList<>();
        Set<LocalDate> taken = new TreeSet<>();
        for (Day day : days) {
            holidays.add(new Holiday(day.date, day.ko, day.en, false));
            taken.add(day.date);
        }
        List<Holiday> once = decreed(year);
        once.addAll(KoreanElections.of(year, taken));
        // A substitute goes to the next day that is no holiday, and decreed days are holidays.
        once.forEach(holiday -> taken.add(holiday.date()));
        holidays.addAll(substitutes(days, taken));
        holidays.addAll(once);
        holidays.sort(Comparator.comparing(Holiday::date).thenComparing(Holiday::ko));
        return List.copyOf(holidays);
    }

    private static List<Day> fixed(int year) {
        List<Day> days = new ArrayList<>();
        days.add(day(year, 1, 1, "새해 첫날", "New Year's Day", NEVER));
        days.add(day(year, 3, 1, "삼일절", "Independence Movement Day", NATIONAL_DAYS));
        days.add(day(year, 5, 5, "어린이날", "Children's Day", FIRST_SUBSTITUTES));
        days.add(day(year, 6, 6, "현충일", "Memorial Day", NEVER));
        days.add(day(year, 8, 15, "광복절", "Liberation Day", NATIONAL_DAYS));
        days.add(day(year, 10, 3, "개천절", "National Foundation Day", NATIONAL_DAYS));
        days.add(day(year, 12, 25, "기독탄신일", "Christmas Day", BUDDHA_AND_CHRISTMAS));
        if (year >= 2013) {
            days.add(day(year, 10, 9, "한글날", "Hangul Day", NATIONAL_DAYS));
        }
        if (year >= LABOUR_AND_CONSTITUTION.getYear()) {
            days.add(day(year, 5, 1, "노동절", "Labour Day", LABOUR_AND_CONSTITUTION));
            days.add(day(year, 7, 17, "제헌절", "Constitution Day", LABOUR_AND_CONSTITUTION));
        }
        return days;
    }

    private static Day day(int year, int month, int dayOfMonth, String ko, String en, LocalDate substituteSince) {
        return new Day(LocalDate.of(year, month, dayOfMonth), ko, en, substituteSince, true);
    }

    private static List<Day> lunar(int year) {
        LocalDate seollal = findLunar(year, 1, 1);
        LocalDate buddha = findLunar(year, 4, 8);
        LocalDate chuseok = findLunar(year, 8, 15);
        List<Day> days = new ArrayList<>(threeDays(seollal, "설날", "Seollal"));
        days.add(new Day(buddha, "부처님오신날", "Buddha's Birthday", BUDDHA_AND_CHRISTMAS, true));
        days.addAll(threeDays(chuseok, "추석", "Chuseok"));
        return days;
    }

    private static List<Day> threeDays(LocalDate middle, String ko, String en) {
        return List.of(
                new Day(middle.minusDays(1), ko + " 전날", "Day before " + en, FIRST_SUBSTITUTES, false),
                new Day(middle, ko, en, FIRST_SUBSTITUTES, false),
                new Day(middle.plusDays(1), ko + " 다음 날", "Day after " + en, FIRST_SUBSTITUTES, false));
    }

    /// The day of the Gregorian year that has this lunisolar date, leap months apart; for months 1 to 8
    /// there is exactly one.
    private static LocalDate findLunar(int year, int month, int dayOfMonth) {
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("Asia/Seoul"), DANGI);
        for (LocalDate date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
            calendar.setTimeInMillis(date.atTime(12, 0).atZone(KST).toInstant().toEpochMilli());
            if (calendar.get(Calendar.MONTH) == month - 1
                    && calendar.get(Calendar.DAY_OF_MONTH) == dayOfMonth
                    && calendar.get(Calendar.IS_LEAP_MONTH) == 0) {
                return date;
            }
        }
        throw new IllegalStateException(
                "no day of %d is %d/%d of the Dangi calendar".formatted(year, month, dayOfMonth));
    }

    /// One substitute for each holiday that is lost: on a Sunday all that have the right, on a Saturday
    /// those for which it counts, on a weekday all but one of those that share the day.
    private static List<Holiday> substitutes(List<Day> days, Set<LocalDate> taken) {
        List<Holiday> substitutes = new ArrayList<>();
        for (int from = 0; from < days.size(); ) {
            int to = from;
            while (to < days.size() && days.get(to).date.equals(days.get(from).date)) {
                to++;
            }
            List<Day> entitled =
                    days.subList(from, to).stream().filter(Day::isReplaced).toList();
            int lost = lost(days.get(from).date, to - from, entitled);
            for (Day day : entitled.subList(0, lost)) {
                LocalDate free = firstFree(day.date, taken);
                taken.add(free);
                substitutes.add(new Holiday(free, "대체공휴일(%s)".formatted(day.ko), "Substitute for " + day.en, true));
            }
            from = to;
        }
        return substitutes;
    }

    private static int lost(LocalDate date, int sharing, List<Day> entitled) {
        int shared = Math.min(sharing - 1, entitled.size());
        return switch (date.getDayOfWeek()) {
            case SUNDAY -> entitled.size();
            case SATURDAY ->
                Math.max(shared, (int)
                        entitled.stream().filter(Day::saturdayCounts).count());
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> shared;
        };
    }

    private static LocalDate firstFree(LocalDate date, Set<LocalDate> taken) {
        LocalDate free = date.plusDays(1);
        while (taken.contains(free)
                || free.getDayOfWeek() == DayOfWeek.SATURDAY
                || free.getDayOfWeek() == DayOfWeek.SUNDAY) {
            free = free.plusDays(1);
        }
        return free;
    }

    private static List<Holiday> decreed(int year) {
        List<Holiday> decreed = new ArrayList<>();
        try (InputStream in = KoreanHolidays.class.getResourceAsStream("korean-decreed-holidays.csv")) {
            if (in == null) {
                throw new IllegalStateException("the resource korean-decreed-holidays.csv is missing");
            }
            Matcher row = DECREED.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (row.find()) {
                LocalDate date = LocalDate.parse(row.group(1));
                if (date.getYear() == year) {
                    decreed.add(new Holiday(date, row.group(2), row.group(3), false));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return decreed;
    }
}
