package org.dosi.store;

/// A series thinned for drawing. All arrays have one entry for each bucket that holds an observation.
///
/// @param bucketSeconds length of a bucket
/// @param start of the bucket, seconds since 1970 UTC
public record Thinned(long bucketSeconds, long[] start, double[] min, double[] mean, double[] max, long[] count) {}
