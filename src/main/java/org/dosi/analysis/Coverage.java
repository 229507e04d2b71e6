package org.dosi.analysis;

import java.time.Instant;

/// From the start of the first observation to the end of the last.
public record Coverage(Instant from, Instant to) {

    public Coverage join(Coverage other) {
        return new Coverage(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /// Whether it has an instant in common with a span; both ends count, as an instant observation is at
    /// its own end.
    public boolean meets(Instant start, Instant end) {
        return !from.isAfter(end) && !to.isBefore(start);
    }
}
