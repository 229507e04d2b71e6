package org.dosi.analysis.traffic.incidents;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.dosi.analysis.traffic.CityCalendar;
import org.dosi.kernel.traffic.incidents.IncidentFinder.Explanation;

/// Which days a public holiday explains: itself, and the days off that touch it, since people leave on the Saturday
/// before; of the working days beside it, what all of the city shares.
final class HolidayStretches {
    private final CityCalendar calendar;

    HolidayStretches(CityCalendar calendar) {
        this.calendar = calendar;
    }

    Explanation of(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        if (isOff(date)) {
            return touchesHoliday(date) ? Explanation.HOLIDAY : Explanation.NONE;
        }
        boolean beside = calendar.holiday(date.plusDays(1)).isPresent()
                || calendar.holiday(date.minusDays(1)).isPresent();
        return beside ? Explanation.BESIDE_HOLIDAY : Explanation.NONE;
    }

    private boolean isOff(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY
                || date.getDayOfWeek() == DayOfWeek.SUNDAY
                || calendar.holiday(date).isPresent();
    }

    private boolean touchesHoliday(LocalDate date) {
        for (int way : new int[] {1, -1}) {
            for (LocalDate day = date; isOff(day); day = day.plusDays(way)) {
                if (calendar.holiday(day).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
