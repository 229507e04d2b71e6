package org.dosi.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.dosi.model.TimeWindow;

/// Instants as the store keeps them, and local time in SQL.
final class Times {

    private Times() {}

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// SQL for the zone's offset from UTC in seconds at `start_s`, right for every instant of the window.
    ///
    /// Arithmetic on whole seconds is ten times faster than DuckDB's time-zone functions, and a window of a
    /// year has at most two changes of offset.
    static String offsetSql(ZoneId zone, TimeWindow window) {
        ZoneRules rules = zone.getRules();
        StringBuilder sql = new StringBuilder("CASE");
        Instant at = window.from();
        ZoneOffset offset = rules.getOffset(at);
        ZoneOffsetTransition next = rules.nextTransition(at);
        while (next != null && next.getInstant().isBefore(window.to())) {
            sql.append(" WHEN start_s < ")
                    .append(next.toEpochSecond())
                    .append(" THEN ")
                    .append(offset.getTotalSeconds());
            offset = next.getOffsetAfter();
            next = rules.nextTransition(next.getInstant());
        }
        boolean constant = sql.length() == "CASE".length();
        return constant
                ? Integer.toString(offset.getTotalSeconds())
                : sql.append(" ELSE ")
                        .append(offset.getTotalSeconds())
                        .append(" END")
                        .toString();
    }
}
