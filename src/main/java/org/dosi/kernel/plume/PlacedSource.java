package org.dosi.kernel.plume;

/// A source: neighbouring cells with a strength, taken together.
///
/// @param xM centre, weighted by what each cell's strength contributes to the evidence
/// @param strengthGPerS of its cells together
/// @param lowerGPerS 5 % of the replicates are weaker; replicates without the source count as 0
/// @param upperGPerS 5 % of the replicates are stronger
/// @param probability share of the replicates that have it
/// @param region cells that hold the place with 90 %, the likeliest first
/// @param evidence gradient over what chance does, at the best of its cells, before any source is known
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record PlacedSource(
        double xM,
        double yM,
        double strengthGPerS,
        double lowerGPerS,
        double upperGPerS,
        double probability,
        int[] region,
        double evidence) {}
