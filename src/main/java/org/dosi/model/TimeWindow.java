package org.dosi.model;

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
}
