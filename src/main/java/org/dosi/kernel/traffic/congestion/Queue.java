package org.dosi.kernel.traffic.congestion;

/// One queue behind one head, from its first step to its last.
///
/// @param head the most downstream congested detector
/// @param start its first step
/// @param end the step behind its last
/// @param mostDetectors in it at one time
/// @param mostKm at one time; NaN where places are unknown
/// @param detectorMinutes sum over time of the detectors in it
/// @param kmMinutes sum over time of its length: RITIS' base impact
/// @param slowMinutes as `kmMinutes`, each step weighted by how far its speed is below the reference, as a share
/// @param lossMinutes what a vehicle that passes the whole queue loses, mean over its time; NaN where places are
/// unknown
public record Queue(
        int head,
        int start,
        int end,
        int mostDetectors,
        double mostKm,
        double detectorMinutes,
        double kmMinutes,
        double slowMinutes,
        double lossMinutes) {

    public int steps() {
        return end - start;
    }
}
