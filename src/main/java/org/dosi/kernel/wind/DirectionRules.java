package org.dosi.kernel.wind;

import org.dosi.kernel.stat.Check;

/// How [PrincipalDirection] is to look.
///
/// @param leastSpeedMPerS slower winds have no direction worth the name: their hours say nothing
/// @param capShare the share of the hours above which the ratio of a concentration to its expectation is
///     cut off, so that no direction rests on a few hours
/// @param spreadDeg standard deviation of the Gaussian by which directions are smoothed
/// @param permutations draws of the test; the least p value is one of this number plus one
/// @param resamples draws of the bootstrap
/// @param level of the intervals
public record DirectionRules(
        double leastSpeedMPerS,
        double capShare,
        double spreadDeg,
        int permutations,
        int resamples,
        double level,
        long seed) {

    public DirectionRules {
        Check.within(0, 100, "leastSpeedMPerS", leastSpeedMPerS);
        Check.within(0.5, 1, "capShare", capShare);
        Check.within(1, 90, "spreadDeg", spreadDeg);
        Check.atLeast(19, "permutations", permutations);
        Check.atLeast(19, "resamples", resamples);
        Check.within(0.5, 0.999, "level", level);
    }

    /// 9,999 permutations, because 150 tests at once need p values below 0.05/150.
    public static DirectionRules of(long seed) {
        return new DirectionRules(1, 0.99, 15, 9_999, 999, 0.95, seed);
    }

    public DirectionRules withSeed(long other) {
        return new DirectionRules(leastSpeedMPerS, capShare, spreadDeg, permutations, resamples, level, other);
    }
}
