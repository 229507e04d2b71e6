package org.dosi.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How users write time: ISO 8601 with or without an offset, or a date that ends with the year, of whose numbers
/// [DateOrder] says which is the month.
final class UserStamps {
    static final String EXPECTED = "a time such as 2022-08-09T08:00, 2022-08-09T08:00+09:00 or 8/9/2022 8:00";

    /// Groups: first and third are day and month, the fourth the year, then hour, minute, second.
    static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");

    private static final Pattern OFFSET = Pattern.compile(".*\\d(Z|[+-]\\d{2}:?\\d{2})");
    private static final int DATE_LENGTH = 10;

    private UserStamps() {}

    static boolean hasOffset(String stamp) {
        return stamp.length() > DATE_LENGTH && OFFSET.matcher(stamp).matches();
    }

    /// @param zone of stamps without an offset
    /// @return seconds since 1970 UTC; empty if the text is no time
    static OptionalLong parse(String stamp, ZoneId zone, DateOrder order) {
        // The most usual form first: a million rows ask for it.
        OptionalLong plain = Stamps.parse(stamp, zone);
        if (plain.isPresent()) {
            return plain;
        }
        Matcher parts = YEAR_LAST.matcher(stamp);
        try {
            if (parts.matches()) {
                int first = Integer.parseInt(parts.group(1));
                int second = Integer.parseInt(parts.group(3));
                return Stamps.seconds(
                        Integer.parseInt(parts.group(4)),
                        order == DateOrder.DMY ? second : first,
                        order == DateOrder.DMY ? first : second,
                        number(parts.group(5)),
                        number(parts.group(6)),
                        number(parts.group(7)),
                        zone);
            }
            String iso = stamp.replace(' ', 'T');
            if (hasOffset(stamp)) {
                Instant at = OffsetDateTime.parse(withColon(iso)).toInstant();
                return OptionalLong.of(at.getEpochSecond());
            }
            // `2022-08-09T08:00:00.000`, as some programs write it.
            return OptionalLong.of(LocalDateTime.parse(iso).atZone(zone).toEpochSecond());
        } catch (DateTimeException _) {
            return OptionalLong.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String withColon(String iso) {
        return iso.matches(".*[+-]\\d{4}$")
                ? iso.substring(0, iso.length() - 2) + ":" + iso.substring(iso.length() - 2)
                : iso;
    }
}
