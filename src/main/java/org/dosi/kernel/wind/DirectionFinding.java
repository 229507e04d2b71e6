package org.dosi.kernel.wind;

/// Where a pollutant's high concentrations come from, and how sure that is. All NaN if the series has too
/// few hours to say anything.
///
/// @param directionDeg the direction with the highest ratio, degrees clockwise from north
/// @param lowerDeg the interval runs clockwise from here
/// @param upperDeg to here; its width may reach 360
/// @param ratio how many times more than with winds from elsewhere, at like season, hour and wind speed;
///     corrected for having been picked as the highest
/// @param p that chance alone shows such a direction somewhere on the compass
/// @param n hours used
public record DirectionFinding(
        double directionDeg,
        double lowerDeg,
        double upperDeg,
        double ratio,
        double ratioLower,
        double ratioUpper,
        double p,
        int n) {

    /// How wide the interval of the direction is, from 0 to 360.
    public double widthDeg() {
        double width = upperDeg - lowerDeg;
        return width < 0 ? width + 360 : width;
    }

    /// Nothing can be said.
    static DirectionFinding none(int n) {
        double nan = Double.NaN;
        return new DirectionFinding(nan, nan, nan, nan, nan, nan, nan, n);
    }
}
