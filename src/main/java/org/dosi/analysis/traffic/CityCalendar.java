package org.dosi.analysis.traffic;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.dosi.analysis.CalendarDays;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// The public holidays of a country.
public enum CityCalendar {
    /// Lunar New Year, Chuseok, substitute and election days included.
    KOREA {
        @Override
        public Optional<Name> holiday(LocalDate date) {
            return CalendarDays.on(date).map(CalendarDays.Day::name);
        }
    },
    /// No day is known to be one.
    NONE {
        @Override
        public Optional<Name> holiday(LocalDate date) {
            return Optional.empty();
        }
    };

    /// The name of the public holiday on a date, if it is one.
    public abstract Optional<Name> holiday(LocalDate date);

    /// That of the country whose clock a zone is; none that is known for others.
    public static CityCalendar of(@Nullable ZoneId zone) {
        return zone != null && zone.getId().equals("Asia/Seoul") ? KOREA : NONE;
    }

    public DayClass dayClass(LocalDate date) {
        return DayClass.of(date, day -> holiday(day).isPresent());
    }
}
