package org.dosi.model;

import java.time.Duration;
import java.time.Instant;

/// A span of time, `from` inclusive, `to` exclusive.
public record TimeWindow(Instant from, Instant to) {

    /// All of time that a file of observations can mean.
    public static final TimeWindow ALL =
            new TimeWindow(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

    public TimeWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("expected an end after %s, found %s".formatted(from, to));
        }
    }

    /// With more before and after; an end of [#ALL] stays as it is.
    public TimeWindow wider(Duration before, Duration after) {
        return new TimeWindow(
                from.equals(ALL.from) ? from : from.minus(before), to.equals(ALL.to) ? to : to.plus(after));
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
