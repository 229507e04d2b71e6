package org.dosi.analysis.traffic.congestion;

import org.dosi.analysis.traffic.Detectors.Detector;
import org.dosi.kernel.traffic.congestion.DayPeriod;
import org.dosi.kernel.traffic.congestion.RoadStandard;
import org.dosi.kernel.traffic.congestion.TravelTimes;

/// One detector in one period.
///
/// @param freeFlowKmPerH NaN where unknown
/// @param unreliable empty where too few values tell
/// @param levelOfService empty where no type of arterial was named
public record SpeedRow(
        Detector detector,
        DayPeriod period,
        double freeFlowKmPerH,
        TravelTimes times,
        String unreliable,
        Levels levels,
        String levelOfService) {

    /// What standards say of the speeds.
    ///
    /// @param congestedShare of the steps; NaN where no standard is known
    /// @param legalDays days with three or more hours below the legal threshold; -1 where there is none
    public record Levels(RoadStandard standard, RoadStandard.Level level, double congestedShare, int legalDays) {}
}
