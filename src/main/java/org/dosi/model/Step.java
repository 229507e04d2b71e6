package org.dosi.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// How far apart the observations of a datastream usually are, in ISO 8601: `PT1H`, `P1M`, `P3M`.
///
/// Months and quarters are counted in the city's calendar, so they have no fixed length.
public enum Step {
    MINUTES_5("PT5M"),
    HOUR("PT1H"),
    DAY("P1D"),
    MONTH("P1M"),
    QUARTER("P3M"),
    YEAR("P1Y");

    private final String iso;

    Step(String iso) {
        this.iso = iso;
    }

    public String iso() {
        return iso;
    }

    /// The length in seconds; for calendar steps that of the mean Gregorian month or year.
    public long meanSeconds() {
        return switch (this) {
            case MINUTES_5 -> 300;
            case HOUR -> 3600;
            case DAY -> 86_400;
            case MONTH -> 2_629_746;
            case QUARTER -> 3 * 2_629_746L;
            case YEAR -> 12 * 2_629_746L;
        };
    }

    /// The instant one step later, in the calendar of the zone.
    public Instant after(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        ZonedDateTime next = switch (this) {
            case MINUTES_5 -> local.plusMinutes(5);
            case HOUR -> local.plusHours(1);
            case DAY -> local.plusDays(1);
            case MONTH -> local.plusMonths(1);
            case QUARTER -> local.plusMonths(3);
            case YEAR -> local.plusYears(1);
        };
        return next.toInstant();
    }

    public static Step parse(String iso) {
        for (Step step : values()) {
            if (step.iso.equals(iso)) {
                return step;
            }
        }
        throw new IllegalArgumentException("expected one of PT5M, PT1H, P1D, P1M, P3M, P1Y, found '" + iso + "'");
    }
}
