package org.dosi.kernel.wind;

/// One number for each cell of a map, west to east and then south to north.
///
/// @param n points of trajectories in the cell; of SQTBA in the whole degree about it
/// @param value NaN if no point in the cell has a concentration
/// @param lower end of the bootstrap interval; NaN if trajectories came through on too few days to tell
/// @param upper likewise
public record TrajectoryField(
        double[] lonDeg, double[] latDeg, int[] n, double[] value, double[] lower, double[] upper) {}
