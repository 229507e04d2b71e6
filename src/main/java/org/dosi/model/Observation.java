package org.dosi.model;

import java.time.Instant;
import java.util.Set;

/// One act of observing, with its result.
///
/// @param datastream id of the datastream
/// @param phenomenonStart when it begins to hold
/// @param phenomenonEnd when it ends to hold, exclusive; equal to the start for an instant
/// @param resultTime when it became known; a correction has a later one
/// @param value in the datastream's unit, finite
/// @param flags what is wrong with it; empty for a good one
public record Observation(
        String datastream,
        Instant phenomenonStart,
        Instant phenomenonEnd,
        Instant resultTime,
        double value,
        Set<Flag> flags) {

    public Observation {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s: expected a finite value, found %s".formatted(datastream, value));
        }
        if (phenomenonEnd.isBefore(phenomenonStart)) {
            throw new IllegalArgumentException("%s: expected an end not before %s, found %s"
                    .formatted(datastream, phenomenonStart, phenomenonEnd));
        }
        flags = Set.copyOf(flags);
    }

    public Quality quality() {
        return Flag.quality(Flag.bits(flags));
    }
}
