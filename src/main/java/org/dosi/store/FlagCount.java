package org.dosi.store;

/// How many observations of a datastream carry exactly these flag bits.
public record FlagCount(String datastream, int flags, long count) {}
