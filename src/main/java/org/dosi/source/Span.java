package org.dosi.source;

/// When an observation holds, in seconds since 1970 UTC.
///
/// @param end exclusive; equal to the start for an instant
record Span(long start, long end) {

    static Span instant(long stamp) {
        return new Span(stamp, stamp);
    }

    static Span hourFrom(long stamp) {
        return new Span(stamp, stamp + Stamps.HOUR);
    }

    static Span hoursBefore(long stamp, int hours) {
        return new Span(stamp - hours * Stamps.HOUR, stamp);
    }
}
