package org.dosi.source;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/// How far back from its stamp a value of the Korea Meteorological Administration reaches.
enum Reach {
    /// A state at the stamp: temperature, pressure, wind.
    INSTANT,
    /// Summed over the hour that ends at the stamp: sunshine, solar radiation.
    HOUR,
    /// Summed over the three hours that end at the stamp: new snow, change of pressure.
    HOURS_3,
    /// Summed over the day up to the stamp; at 00:00 over the whole day before.
    DAY,
    /// Rain and melted snow: from April to October the hour before the stamp. From November to March it is read every
    /// three hours (03, 06, …, 24) and is the sum of those three.
    ///
    /// The help of the KMA API says so in words ("summer 1 hour, winter 3 hours"), and Seoul's files bear it
    /// out: in 2017 and 2022 no value stands at any other hour from November to March, and of the 52 such values
    /// of 2022 that can be compared with the running sum of the day, 52 are its growth in three hours and 8 that
    /// in one.
    RAIN;

    private static final int LAST_WINTER_MONTH = 3;
    private static final int FIRST_WINTER_MONTH = 11;

    Span endingAt(long stamp) {
        return switch (this) {
            case INSTANT -> Span.instant(stamp);
            case HOUR -> Span.hoursBefore(stamp, 1);
            case HOURS_3 -> Span.hoursBefore(stamp, 3);
            case DAY -> new Span(dayStart(stamp), stamp);
            case RAIN -> Span.hoursBefore(stamp, isWinterReading(stamp) ? 3 : 1);
        };
    }

    private static long dayStart(long stamp) {
        // One second back, so that midnight belongs to the day that it ends.
        return local(stamp - 1).toLocalDate().atStartOfDay(Stamps.KST).toEpochSecond();
    }

    private static boolean isWinterReading(long stamp) {
        LocalTime time = local(stamp).toLocalTime();
        int month = local(stamp - 1).getMonthValue();
        boolean winter = month >= FIRST_WINTER_MONTH || month <= LAST_WINTER_MONTH;
        return winter && time.getHour() % 3 == 0 && time.getMinute() == 0;
    }

    private static ZonedDateTime local(long stamp) {
        return Instant.ofEpochSecond(stamp).atZone(Stamps.KST);
    }
}
