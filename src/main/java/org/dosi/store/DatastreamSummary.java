package org.dosi.store;

import java.time.Instant;
import org.dosi.model.Datastream;

/// A datastream and how much it holds.
///
/// @param from start of its first observation
/// @param lastStart start of its last; an instant's is its end
/// @param to end of its last
/// @param count of observations, flagged ones included
public record DatastreamSummary(
        Datastream datastream, Instant from, Instant lastStart, Instant to, long count, long flagged) {}
