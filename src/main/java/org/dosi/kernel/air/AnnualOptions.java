package org.dosi.kernel.air;

import java.util.List;
import org.dosi.kernel.stat.Alignment;
import org.dosi.kernel.stat.Check;

/// What annual statistics are to be made of.
///
/// @param capture least share, 0 to 1, of the values that a day, a window or a year must have
/// @param alignment where a rolling mean stands: it decides to which day a window around midnight belongs
/// @param percentiles 0 to 100
/// @param limits to be checked
/// @param aot where and above what ozone accumulates
public record AnnualOptions(double capture, Alignment alignment, double[] percentiles, List<AirLimit> limits, Aot aot) {

    public AnnualOptions {
        Check.within(0, 1, "capture", capture);
        for (double percentile : percentiles) {
            Check.within(0, 100, "percentile", percentile);
        }
        limits = List.copyOf(limits);
    }

    /// The sum of what daylight hours from April to September have above a threshold (AOT40).
    ///
    /// @param threshold in the unit of the data: 80 µg/m³ stand for 40 ppb
    /// @param factor from the unit of the data to that of the sum: 0.5 from µg/m³ to ppb h
    /// @param latitudeDeg of the place, north is positive
    /// @param longitudeDeg of the place, east is positive
    /// @param utcOffsetH hours by which the series' clock is ahead of UTC
    public record Aot(double threshold, double factor, double latitudeDeg, double longitudeDeg, double utcOffsetH) {
        /// openair's place unless it is told another: London, in UTC.
        public static final Aot OPENAIR = new Aot(80, 0.5, 51.522393, -0.154700, 0);
    }
}
