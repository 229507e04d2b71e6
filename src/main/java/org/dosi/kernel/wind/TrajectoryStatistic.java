package org.dosi.kernel.wind;

/// What [TrajectoryStatistics] says of each cell.
public enum TrajectoryStatistic {
    /// Points in the cell, in percent of the cell with most.
    FREQUENCY,
    /// Potential source contribution function: the share of the points that belong to high concentrations.
    PSCF,
    /// Concentration-weighted trajectory: the mean concentration over the points.
    CWT,
    /// Simplified quantitative transport bias analysis: the mean concentration weighted by a Gaussian
    /// about each point that widens with the time back.
    SQTBA
}
