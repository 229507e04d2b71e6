package org.dosi.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The days of Korea's general elections, which are public holidays.
///
/// Public Official Election Act (공직선거법) art. 34: the first Wednesday from the 70th (president), 50th
/// (National Assembly) or 30th day (local) before the term ends; if that Wednesday, the day before or the
/// day after is a public holiday, the Wednesday after it. Elections after a vacancy (art. 35) cannot be
/// computed and stand in the resource of decreed holidays. Coming terms are taken to end regularly.
final class KoreanElections {
    private static final int FIRST_LOCAL = 2010;
    private static final int FIRST_ASSEMBLY = 2012;
    private static final int TERM_YEARS = 4;
    private static final int PRESIDENT_YEARS = 5;

    /// Ends of presidential terms that were served to their end, before those that began in June 2025.
    private static final List<LocalDate> PRESIDENT_TERM_ENDS =
            List.of(LocalDate.of(2013, 2, 24), LocalDate.of(2022, 5, 9));

    private static final LocalDate PRESENT_PRESIDENT_ENDS = LocalDate.of(2030, 6, 3);

    private KoreanElections() {}

    /// @param holidays of the year, without elections
    static List<Holiday> of(int year, Set<LocalDate> holidays) {
        List<Holiday> elections = new ArrayList<>();
        for (LocalDate end : presidentTermEnds(year)) {
            LocalDate day = day(end, 70, holidays);
            if (day.getYear() == year) {
                elections.add(new Holiday(day, "대통령 선거", "Presidential election", false));
            }
        }
        if (year >= FIRST_ASSEMBLY && (year - FIRST_ASSEMBLY) % TERM_YEARS == 0) {
            LocalDate day = day(LocalDate.of(year, 5, 29), 50, holidays);
            elections.add(new Holiday(day, "국회의원 선거", "National Assembly election", false));
        }
        if (year >= FIRST_LOCAL && (year - FIRST_LOCAL) % TERM_YEARS == 0) {
            LocalDate day = day(LocalDate.of(year, 6, 30), 30, holidays);
            elections.add(new Holiday(day, "전국동시지방선거", "Local elections", false));
        }
        return elections;
    }

    private static List<LocalDate> presidentTermEnds(int year) {
        List<LocalDate> ends = new ArrayList<>(PRESIDENT_TERM_ENDS);
        for (LocalDate end = PRESENT_PRESIDENT_ENDS; end.getYear() <= year + 1; end = end.plusYears(PRESIDENT_YEARS)) {
            ends.add(end);
        }
        return ends;
    }

    private static LocalDate day(LocalDate termEnd, int daysBefore, Set<LocalDate> holidays) {
        LocalDate day = termEnd.minusDays(daysBefore).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
        boolean besideHoliday =
                holidays.contains(day) || holidays.contains(day.minusDays(1)) || holidays.contains(day.plusDays(1));
        return besideHoliday ? day.plusWeeks(1) : day;
    }
}
