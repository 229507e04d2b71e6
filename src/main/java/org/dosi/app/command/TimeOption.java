package org.dosi.app.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.dosi.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/// Time as users write it: with an offset (`2022-08-09T08:00:00+09:00`, `…Z`), or local time or a bare
/// date, which mean the city's zone.
public final class TimeOption {

    private TimeOption() {}

    /// From `--from` to before `--to`; all of time where they are not given.
    public static TimeWindow window(@Nullable String from, @Nullable String to, ZoneId zone) {
        Instant begin = from == null ? TimeWindow.ALL.from() : parse("--from", from, zone);
        Instant end = to == null ? TimeWindow.ALL.to() : parse("--to", to, zone);
        if (!begin.isBefore(end)) {
            throw new CommandException("--to: expected a time after --from %s, found %s".formatted(from, to));
        }
        return new TimeWindow(begin, end);
    }

    /// What `--zone` names; null for none.
    public static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException _) {
            throw new CommandException(
                    "--zone: expected a zone such as Asia/Seoul or +09:00, found '%s'".formatted(id));
        }
    }

    public static Instant parse(String option, String text, ZoneId zone) {
        try {
            if (text.length() <= "2022-08-09".length()) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            String iso = text.replace(' ', 'T');
            boolean hasOffset =
                    iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
            return hasOffset
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException _) {
            throw new CommandException(
                    "%s: expected a date such as 2022-08-09 or a time such as 2022-08-09T08:00+09:00, found '%s'"
                            .formatted(option, text));
        }
    }
}
