package org.dosi.ingest;

import org.dosi.model.Datastream;

/// A stretch of one datastream: the fresh observations of a batch, after some older ones as context.
///
/// @param longitude of the feature, WGS84; NaN if unknown
/// @param latitude of the feature, WGS84; NaN if unknown
/// @param startSeconds start of the phenomenon times, seconds since 1970 UTC, ascending and distinct
/// @param value NaN for none
/// @param flags bits of [org.dosi.model.Flag]: what the publisher stated comes in, what the rules find is
///     added
/// @param freshFrom values before this index are context: they are never flagged here
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
record Series(
        Datastream datastream,
        double longitude,
        double latitude,
        long[] startSeconds,
        double[] value,
        int[] flags,
        int freshFrom) {

    Series {
        if (startSeconds.length != value.length || value.length != flags.length) {
            throw new IllegalArgumentException("%s: expected columns of one length, found %d, %d and %d"
                    .formatted(datastream.id(), startSeconds.length, value.length, flags.length));
        }
        if (freshFrom < 0 || freshFrom > value.length) {
            throw new IllegalArgumentException(
                    "%s: expected freshFrom in 0 to %d, found %d".formatted(datastream.id(), value.length, freshFrom));
        }
    }

    int size() {
        return value.length;
    }
}
