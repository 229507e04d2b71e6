package org.dosi.kernel.air;

import org.dosi.kernel.stat.Check;

/// The coefficients of [PredictedMean].
///
/// @param longHours the hours of the long mean (12)
/// @param shortHours the hours of the short mean (4), weighted as the rest of the day
/// @param threshold from this concentration on, a recent hour may be reduced (PM10 70, PM2.5 30 µg/m³)
/// @param ratioLow from this ratio of the hour to the long mean … (0.9)
/// @param ratioHigh … up to this one (1.7), both included, the hour is reduced
/// @param factor to this share of it (0.75)
/// @param capture the share of hours, from 0 to 1, that each of the two means needs (0.75)
public record PredictionRule(
        int longHours,
        int shortHours,
        double threshold,
        double ratioLow,
        double ratioHigh,
        double factor,
        double capture) {

    public PredictionRule {
        Check.atLeast(1, "shortHours", shortHours);
        Check.atLeast(shortHours, "longHours", longHours);
        Check.positive("threshold", threshold);
        Check.within(ratioLow, Double.MAX_VALUE, "ratioHigh", ratioHigh);
        Check.within(0, 1, "factor", factor);
        Check.within(0, 1, "capture", capture);
    }
}
