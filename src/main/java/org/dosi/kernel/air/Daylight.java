package org.dosi.kernel.air;

/// Whether the sun is up.
///
/// Source: NOAA's solar calculator, after Meeus (1991), Astronomical algorithms; the sun is up from the moment
/// its upper edge appears, 90.833° from the zenith (refraction included). Good for 1901 to 2099.
final class Daylight {
    private static final double EDGE_DEG = 90.833;
    private static final double J2000 = 2_451_545.0;
    private static final double UNIX_EPOCH = 2_440_587.5;

    private Daylight() {}

    /// Whether the sun is up at a moment.
    ///
    /// @param utcHour hours from 1970-01-01 00:00 UTC
    /// @param latitudeDeg north is positive
    /// @param longitudeDeg east is positive
    static boolean isDay(double utcHour, double latitudeDeg, double longitudeDeg) {
        double century = (utcHour / 24 + UNIX_EPOCH - J2000) / 36525;
        double meanLongitude = Math.toRadians(280.46646 + century * (36000.76983 + century * 0.0003032));
        double anomaly = Math.toRadians(357.52911 + century * (35999.05029 - 0.0001537 * century));
        double eccentricity = 0.016708634 - century * (0.000042037 + 0.0000001267 * century);
        double centre = Math.sin(anomaly) * (1.914602 - century * (0.004817 + 0.000014 * century))
                + Math.sin(2 * anomaly) * (0.019993 - 0.000101 * century)
                + Math.sin(3 * anomaly) * 0.000289;
        double node = Math.toRadians(125.04 - 1934.136 * century);
        double longitude = meanLongitude + Math.toRadians(centre - 0.00569 - 0.00478 * Math.sin(node));
        double seconds = 21.448 - century * (46.815 + century * (0.00059 - century * 0.001813));
        double tilt = Math.toRadians(23 + (26 + seconds / 60) / 60 + 0.00256 * Math.cos(node));
        double sinDeclination = Math.sin(tilt) * Math.sin(longitude);
        double cosDeclination = Math.sqrt(1 - sinDeclination * sinDeclination);

        double solarMinutes =
                utcHour * 60 + equationOfTime(tilt, meanLongitude, eccentricity, anomaly) + 4 * longitudeDeg;
        double hourAngle = Math.toRadians(solarMinutes / 4 - 180);
        double latitude = Math.toRadians(latitudeDeg);
        double height = Math.sin(latitude) * sinDeclination + Math.cos(latitude) * cosDeclination * Math.cos(hourAngle);
        return height > Math.cos(Math.toRadians(EDGE_DEG));
    }

    /// Minutes by which the sun is ahead of the clock.
    private static double equationOfTime(double tilt, double longitude, double eccentricity, double anomaly) {
        double y = Math.pow(Math.tan(tilt / 2), 2);
        double sinAnomaly = Math.sin(anomaly);
        return 4
                * Math.toDegrees(y * Math.sin(2 * longitude)
                        - 2 * eccentricity * sinAnomaly
                        + 4 * eccentricity * y * sinAnomaly * Math.cos(2 * longitude)
                        - 0.5 * y * y * Math.sin(4 * longitude)
                        - 1.25 * eccentricity * eccentricity * Math.sin(2 * anomaly));
    }
}
