package org.dosi.kernel.geo;

import org.dosi.kernel.stat.Check;

/// How alike the values of two different places are: `(1 - nuggetShare) exp(-distance / rangeM)`.
///
/// @param rangeM the distance at which the correlated part has fallen to 1/e
/// @param nuggetShare the share of the variance, from 0 to 1, that is a place's own: what its street adds
///     and its instrument errs. Two places share nothing of it, however near they are.
public record SpatialCorrelation(double rangeM, double nuggetShare) {

    public SpatialCorrelation {
        Check.positive("rangeM", rangeM);
        Check.within(0, 1, "nuggetShare", nuggetShare);
    }

    /// The correlation of two different places, also of two at the same spot.
    public double at(double distanceM) {
        return (1 - nuggetShare) * Math.exp(-distanceM / rangeM);
    }
}
