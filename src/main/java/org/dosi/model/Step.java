package org.dosi.model;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/// How far apart the observations of a datastream usually are, in ISO 8601: `PT1H`, `P1M`, `P3M`.
///
/// Months and quarters are counted in the city's calendar, so they have no fixed length.
public enum Step {
    MINUTES_5("PT5M", Duration.ofMinutes(5)),
    HOUR("PT1H", Duration.ofHours(1)),
    DAY("P1D", Period.ofDays(1)),
    MONTH("P1M", Period.ofMonths(1)),
    QUARTER("P3M", Period.ofMonths(3)),
    YEAR("P1Y", Period.ofYears(1));

    private final String iso;
    private final TemporalAmount amount;

    Step(String iso, TemporalAmount amount) {
        this.iso = iso;
        this.amount = amount;
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
        return time.atZone(zone).plus(amount).toInstant();
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
