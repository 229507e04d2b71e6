package org.dosi.kernel.geo;

/// A plane that touches the earth at a point: metres to the east and north of it.
///
/// Equirectangular on the mean sphere; over a city of 50 km lengths are right to 0.3 % (half of that is the
/// sphere).
///
/// @param lonDeg of the point where it touches
/// @param latDeg of the point where it touches
public record LocalPlane(double lonDeg, double latDeg) {
    private static final double EARTH_M = 6_371_008.8;

    public double xM(double lon) {
        return EARTH_M * Math.toRadians(lon - lonDeg) * Math.cos(Math.toRadians(latDeg));
    }

    public double yM(double lat) {
        return EARTH_M * Math.toRadians(lat - latDeg);
    }

    public double lon(double xM) {
        return lonDeg + Math.toDegrees(xM / (EARTH_M * Math.cos(Math.toRadians(latDeg))));
    }

    public double lat(double yM) {
        return latDeg + Math.toDegrees(yM / EARTH_M);
    }
}
