package org.dosi.kernel.plume;

import org.dosi.kernel.stat.Check;

/// How sources are looked for.
///
/// @param falseAlarms probability that a network without any source shows one
/// @param turns how many times the winds are moved to other days to learn what chance does
/// @param replicates how many times the days are resampled for the posterior
/// @param directionBiasDeg standard deviation of a lasting error of the wind's direction; a quarter of the
///        replicates each turns all winds by 1.41 times so much to either side
/// @param scaleError standard deviation of the logarithm of a lasting error of all strengths: of the wind's
///        speed over the city and of how high plumes grow; it widens the intervals and moves nothing
/// @param planeBackground whether the regional background of an hour is a plane over the city or a level
/// @param sourceRadiusM cells nearer to each other than this are one source
/// @param seed of all that is drawn by chance
public record SourceSettings(
        double falseAlarms,
        int turns,
        int replicates,
        double directionBiasDeg,
        double scaleError,
        boolean planeBackground,
        double sourceRadiusM,
        long seed) {

    /// A plane needs three of the stations; fewer than this cannot spare them.
    static final int STATIONS_FOR_PLANE = 9;

    public SourceSettings {
        Check.within(0.001, 0.9, "falseAlarms", falseAlarms);
        Check.within(20, 10_000, "turns", turns);
        Check.within(0, 10_000, "replicates", replicates);
        Check.within(0, 45, "directionBiasDeg", directionBiasDeg);
        Check.within(0, 1, "scaleError", scaleError);
        Check.positive("sourceRadiusM", sourceRadiusM);
    }

    /// One false alarm in ten maps, 150 turns, 60 replicates, a bias of 5°, sources of 2.5 km; and strengths to
    /// 55 %, which is what the lasting errors of [PlumeError] make together: the plume's width 30 %, the
    /// wind's speed 20 %, the clock of the emission 25 %, air under way, the stations and the rest of
    /// the source's height 20 % each.
    public static SourceSettings ofNetwork(int stations, long seed) {
        return new SourceSettings(0.1, 150, 60, 5, 0.55, stations >= STATIONS_FOR_PLANE, 2500, seed);
    }

    /// The same with another number of replicates.
    SourceSettings replicates(int number) {
        return new SourceSettings(
                falseAlarms, turns, number, directionBiasDeg, scaleError, planeBackground, sourceRadiusM, seed);
    }
}
