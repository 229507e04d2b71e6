package org.dosi.kernel.wind;

import org.dosi.kernel.stat.Check;

/// The hours of one pollutant at one place, with their wind.
///
/// @param localHour hours since 1970-01-01 00:00 on the local clock without summer time, strictly
///     ascending; gaps are allowed
/// @param windFromDeg where the wind comes from, degrees clockwise from north; NaN is unknown or calm
/// @param windSpeedMPerS NaN is unknown
/// @param concentration in any unit whose zero is none of the substance; NaN is missing
public record DirectionSeries(long[] localHour, double[] windFromDeg, double[] windSpeedMPerS, double[] concentration) {

    public DirectionSeries {
        Check.sameLength("windFromDeg", windFromDeg, "concentration", concentration);
        Check.sameLength("windSpeedMPerS", windSpeedMPerS, "concentration", concentration);
        if (localHour.length != concentration.length) {
            throw new IllegalArgumentException("localHour and concentration: expected the same length, found %d and %d"
                    .formatted(localHour.length, concentration.length));
        }
        for (int i = 1; i < localHour.length; i++) {
            if (localHour[i] <= localHour[i - 1]) {
                throw new IllegalArgumentException("localHour: expected ascending hours, found %d after %d"
                        .formatted(localHour[i], localHour[i - 1]));
            }
        }
    }
}
