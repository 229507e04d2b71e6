package org.dosi.product.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/// Times as clients write them: with an offset, or a bare date or local time, which means the city's zone.
public final class Times {
    public static final String EXPECTED = "an ISO 8601 time such as 2022-08-09T08:00:00+09:00 or 2022-08-09";

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd[['T'][' ']HH:mm[:ss[.SSS]][XXX]]")
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Times() {}

    /// Empty if the text is no such time, or before the year 1 or after 9999.
    public static Optional<Instant> parse(String text, ZoneId zone) {
        // A plus that was not percent-encoded arrives as a blank: 2022-08-09T08:00:00 09:00.
        String repaired = text.replaceFirst("(T\\d\\d:\\d\\d\\S*) (\\d\\d:\\d\\d)$", "$1+$2");
        try {
            TemporalAccessor parsed =
                    FORMAT.parseBest(repaired, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            Instant time = switch (parsed) {
                case OffsetDateTime with -> with.toInstant();
                case LocalDateTime local -> local.atZone(zone).toInstant();
                case LocalDate date -> date.atStartOfDay(zone).toInstant();
                default -> throw new DateTimeException("none of the three");
            };
            return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException _) {
            // The caller reports the text as it stands.
            return Optional.empty();
        }
    }

    public static boolean isDate(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}");
    }
}
