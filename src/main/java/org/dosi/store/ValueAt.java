package org.dosi.store;

import org.dosi.model.Datastream;

/// A value of a datastream, with its time in seconds since 1970 UTC and its flag bits.
public record ValueAt(Datastream datastream, long startSeconds, long endSeconds, double value, int flags) {}
