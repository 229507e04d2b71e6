package org.dosi.store;

/// Observations in columns: row `i` is entry `i` of each array. Handed over: whoever made it does not
/// change it later.
///
/// @param size how many entries of the arrays are rows
/// @param datastream number given by [Batch#datastream]
/// @param startSeconds seconds since 1970 UTC
/// @param statedFlags flag bits that the publisher stated, or -1 where it said nothing
/// @param flags all flag bits, stated ones and those that the rules found
public record Columns(
        int size,
        int[] datastream,
        long[] startSeconds,
        long[] endSeconds,
        double[] value,
        int[] statedFlags,
        int[] flags) {}
