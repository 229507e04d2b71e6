package org.dosi.kernel.wind;

import org.dosi.kernel.stat.Check;

/// The points of back trajectories, in any order.
///
/// @param trajectory the trajectory of each point, from 0
/// @param blockOfTrajectory for each trajectory the block of time in which it arrived, from 0: what the
///     bootstrap draws as one, because trajectories of one day are nearly one
/// @param hour hours from the arrival, 0 or negative, as HYSPLIT's `hour.inc`
/// @param value the concentration at the trajectory's arrival; NaN is missing
public record TrajectoryPoints(
        int[] trajectory, int[] blockOfTrajectory, double[] hour, double[] latDeg, double[] lonDeg, double[] value) {

    public TrajectoryPoints {
        Check.sameLength("latDeg", latDeg, "lonDeg", lonDeg);
        Check.sameLength("value", value, "lonDeg", lonDeg);
        Check.sameLength("hour", hour, "lonDeg", lonDeg);
        if (trajectory.length != lonDeg.length) {
            throw new IllegalArgumentException("trajectory and lonDeg: expected the same length, found %d and %d"
                    .formatted(trajectory.length, lonDeg.length));
        }
        for (int t : trajectory) {
            Check.within(0, blockOfTrajectory.length - 1, "trajectory", t);
        }
    }

    int block(int point) {
        return blockOfTrajectory[trajectory[point]];
    }

    /// A point without a place is in no cell.
    boolean hasPlace(int point) {
        return Double.isFinite(latDeg[point]) && Double.isFinite(lonDeg[point]);
    }

    int blocks() {
        int most = -1;
        for (int block : blockOfTrajectory) {
            most = Math.max(most, block);
        }
        return most + 1;
    }
}
