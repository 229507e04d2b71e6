package org.dosi.kernel.air;

import org.dosi.kernel.stat.Check;

/// A limit of air quality.
///
/// @param kind the means it is set for
/// @param threshold a mean above it (not one equal to it) exceeds, in the unit of the data
/// @param percentile which percentile (0 to 100) of a year's means must keep the limit: 99.9 of the hours and
///     99 of the days in the Korean law; 100 if every single mean must. Without meaning for a year's mean
public record AirLimit(LimitKind kind, double threshold, double percentile) {

    public AirLimit {
        Check.within(0, 100, "percentile", percentile);
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("threshold: expected a number, found " + threshold);
        }
    }
}
