package org.dosi.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.OptionalLong;

/// How publishers write time. Everything here is local time of a zone; `24:00` is midnight at the end of
/// the day.
final class Stamps {
    /// Where Seoul's and Korea's publishers stamp their files: no summer time since 1988.
    static final ZoneId KST = ZoneId.of("Asia/Seoul");

    static final long HOUR = 3600;

    private Stamps() {}

    /// `2022-08-09 8:00`, `2022-08-09T08:00:00`, `2022/08/09 08:00`, `202208090800`, `2022080908`,
    /// `20220809`,
    /// `2022-08-09`.
    ///
    /// @return seconds since 1970 UTC, or empty if the text is no such stamp or no possible time
    static OptionalLong parse(String text, ZoneId zone) {
        int[] part = new int[6];
        int count = isDigits(text) ? splitCompact(text, part) : splitSeparated(text, part);
        if (count < 3) {
            return OptionalLong.empty();
        }
        return seconds(part[0], part[1], part[2], part[3], part[4], part[5], zone);
    }

    /// A time of the calendar of the zone.
    ///
    /// @return seconds since 1970 UTC, or empty if there is no such time; hour 24 only with minute and
    ///     second 0
    static OptionalLong seconds(int year, int month, int day, int hour, int minute, int second, ZoneId zone) {
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        if (year < 1
                || hour < 0
                || (hour > 23 && !midnight)
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59) {
            return OptionalLong.empty();
        }
        try {
            LocalDate date = LocalDate.of(year, month, day);
            var local = midnight ? date.plusDays(1).atStartOfDay() : date.atTime(hour, minute, second);
            return OptionalLong.of(local.atZone(zone).toEpochSecond());
        } catch (DateTimeException _) {
            // Month 13, 30 February: the caller reports the cell as it stands.
            return OptionalLong.empty();
        }
    }

    static long monthStart(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toEpochSecond();
    }

    /// The first day of a quarter written as `20191` (first quarter of 2019).
    static OptionalLong quarterStart(String text, ZoneId zone) {
        if (text.length() != 5 || !isDigits(text) || text.charAt(4) < '1' || text.charAt(4) > '4') {
            return OptionalLong.empty();
        }
        int quarter = text.charAt(4) - '0';
        return seconds(Integer.parseInt(text.substring(0, 4)), quarter * 3 - 2, 1, 0, 0, 0, zone);
    }

    /// The end of the quarter, or of the month, that starts at this time.
    static long monthsLater(long startSeconds, int months, ZoneId zone) {
        return java.time.Instant.ofEpochSecond(startSeconds)
                .atZone(zone)
                .plusMonths(months)
                .toEpochSecond();
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static int splitCompact(String text, int[] part) {
        if (text.length() != 8 && text.length() != 10 && text.length() != 12 && text.length() != 14) {
            return 0;
        }
        part[0] = Integer.parseInt(text.substring(0, 4));
        int count = 1;
        for (int at = 4; at < text.length(); at += 2) {
            part[count++] = Integer.parseInt(text.substring(at, at + 2));
        }
        return count;
    }

    /// Groups of digits between single separators; the year first, with four digits.
    private static int splitSeparated(String text, int[] part) {
        int count = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (digits == 4 || count == 6) {
                    return 0;
                }
                part[count] = part[count] * 10 + (c - '0');
                digits++;
            } else {
                boolean fits =
                        count < 2 ? c == '-' || c == '/' || c == '.' : count == 2 ? c == ' ' || c == 'T' : c == ':';
                if (!fits || digits == 0 || (count == 0 && digits != 4)) {
                    return 0;
                }
                count++;
                digits = 0;
            }
        }
        return digits == 0 ? 0 : count + 1;
    }
}
