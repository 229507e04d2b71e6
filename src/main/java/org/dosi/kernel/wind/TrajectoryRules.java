package org.dosi.kernel.wind;

import org.dosi.kernel.stat.Check;

/// How [TrajectoryStatistics] looks.
///
/// @param stepDeg size of a cell in longitude and latitude; centres are whole multiples of it
/// @param percentile from 0 to 100, PSCF only: concentrations above it are high
/// @param spreadKmPerHour SQTBA only: growth of the Gaussian's standard deviation with the time back
/// @param resamples draws of the bootstrap
/// @param level of the interval
public record TrajectoryRules(
        TrajectoryStatistic statistic,
        double stepDeg,
        CellWeights weights,
        double percentile,
        double spreadKmPerHour,
        int resamples,
        double level,
        long seed) {

    public TrajectoryRules {
        Check.within(0.01, 45, "stepDeg", stepDeg);
        Check.within(0, 100, "percentile", percentile);
        Check.within(0.01, 100, "spreadKmPerHour", spreadKmPerHour);
        Check.atLeast(19, "resamples", resamples);
        Check.within(0.5, 0.999, "level", level);
    }

    /// As openair 3.1 has it by default: the 90th percentile, 1.5 km an hour, and each statistic's own
    /// weights.
    public static TrajectoryRules of(TrajectoryStatistic statistic, double stepDeg, long seed) {
        CellWeights weights = switch (statistic) {
            case FREQUENCY, SQTBA -> CellWeights.NONE;
            case PSCF -> CellWeights.MEAN;
            case CWT -> CellWeights.COUNT;
        };
        return new TrajectoryRules(statistic, stepDeg, weights, 90, 1.5, 499, 0.95, seed);
    }
}
