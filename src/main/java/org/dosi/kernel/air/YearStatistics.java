package org.dosi.kernel.air;

import java.util.List;

/// A year of one pollutant in numbers. A statistic is NaN if the year has too few data for it.
///
/// @param capturePercent hours that have a value, of all hours of the calendar year
/// @param meanOfKnown of the hours that have a value, however few; NaN for none
/// @param spread of the hours
/// @param peaks of longer means
/// @param checks of the limits, in the order asked for
/// @param aot sum above the threshold in daylight from April to September, of the hours there are
public record YearStatistics(
        int year,
        double capturePercent,
        double meanOfKnown,
        Spread spread,
        Peaks peaks,
        List<LimitCheck> checks,
        double aot) {

    /// @param percentiles in the order asked for
    public record Spread(double mean, double minimum, double maximum, double median, double[] percentiles) {}

    /// @param day highest mean of a calendar day
    /// @param eightHours highest rolling mean of 8 hours
    /// @param twentyFourHours highest rolling mean of 24 hours
    public record Peaks(double day, double eightHours, double twentyFourHours) {}
}
