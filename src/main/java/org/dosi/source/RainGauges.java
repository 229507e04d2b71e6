package org.dosi.source;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/// How far back a value of rain or melted snow reaches: an hour, or three in winter.
///
/// From November to March the gauge is read at 03, 06, …, 24 and the value is the sum of three hours. The
/// help of the KMA API says so in words ("summer 1 hour, winter 3 hours"), and Seoul's files bear it out:
/// in 2017 and 2022 no value stands at any other hour from November to March, and of the 52 such values of
/// 2022 that can be compared with the running sum of the day, 52 are its growth in three hours and 8 that
/// in one.
///
/// A station that tells a value at 04 or 05 is read every hour, so its value at 06 is of one hour too.
/// Without that rule two of its values could begin at the same time, and the store would take one for a
/// correction of the other.
///
/// Made for one file, whose rows are in the order of time.
final class RainGauges {
    private static final int WINTER_HOURS = 3;
    private static final int LAST_WINTER_MONTH = 3;
    private static final int FIRST_WINTER_MONTH = 11;

    private final Map<String, Span> last = new HashMap<>();

    /// The time of a value that stands at this stamp of this station.
    Span endingAt(String station, long stamp) {
        Span before = last.get(station);
        if (before != null && before.end() == stamp) {
            return before;
        }
        boolean hourly = before != null && before.end() < stamp && before.end() > stamp - WINTER_HOURS * Stamps.HOUR;
        Span span = Span.hoursBefore(stamp, isWinterReading(stamp) && !hourly ? WINTER_HOURS : 1);
        last.put(station, span);
        return span;
    }

    private static boolean isWinterReading(long stamp) {
        ZonedDateTime time = local(stamp);
        // One second back, so that midnight belongs to the month that it ends.
        int month = local(stamp - 1).getMonthValue();
        boolean winter = month >= FIRST_WINTER_MONTH || month <= LAST_WINTER_MONTH;
        return winter && time.getHour() % WINTER_HOURS == 0 && time.getMinute() == 0;
    }

    private static ZonedDateTime local(long stamp) {
        return Instant.ofEpochSecond(stamp).atZone(Stamps.KST);
    }
}
