package org.dosi.kernel.plume;

/// Where the sun stands.
///
/// Spencer's series for declination and equation of time (Spencer 1971, Search 2(5), 172), good to about a
/// quarter of a degree, which is far finer than the classes of insolation it serves.
public final class SolarPosition {
    private static final double SECONDS_PER_DAY = 86400;
    private static final double DAYS_PER_YEAR = 365.2425;

    private SolarPosition() {}

    /// Height of the sun's centre above the horizon, degrees, without refraction; negative by night.
    ///
    /// @param epochSecond the instant, seconds since 1970-01-01T00:00Z
    /// @param latitudeDeg north is positive
    /// @param longitudeDeg east is positive
    public static double elevationDeg(long epochSecond, double latitudeDeg, double longitudeDeg) {
        double days = epochSecond / SECONDS_PER_DAY;
        double yearAngle = 2 * Math.PI * (days % DAYS_PER_YEAR) / DAYS_PER_YEAR;
        double declination = 0.006918
                - 0.399912 * Math.cos(yearAngle)
                + 0.070257 * Math.sin(yearAngle)
                - 0.006758 * Math.cos(2 * yearAngle)
                + 0.000907 * Math.sin(2 * yearAngle)
                - 0.002697 * Math.cos(3 * yearAngle)
                + 0.001480 * Math.sin(3 * yearAngle);
        double equationOfTimeRad = 0.000075
                + 0.001868 * Math.cos(yearAngle)
                - 0.032077 * Math.sin(yearAngle)
                - 0.014615 * Math.cos(2 * yearAngle)
                - 0.040849 * Math.sin(2 * yearAngle);
        double hourAngle =
                2 * Math.PI * (days - Math.floor(days) - 0.5) + Math.toRadians(longitudeDeg) + equationOfTimeRad;
        double latitude = Math.toRadians(latitudeDeg);
        double sine = Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
        return Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, sine))));
    }
}
