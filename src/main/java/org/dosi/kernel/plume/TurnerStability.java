package org.dosi.kernel.plume;

/// The stability of an hour from what every weather station reports: wind, cloud and the height of the sun.
///
/// Turner (1964), Journal of Applied Meteorology 3(1), 83-91, as laid down in EPA-454/R-99-005 (2000),
/// Meteorological Monitoring Guidance, section 6.4.1, tables 6-4 to 6-6; his class 7 is counted as F.
/// Missing cloud counts as half: nothing is subtracted by day, and the night is the cloudier of the two. A
/// missing ceiling under more than half cloud counts as one of middle height.
public final class TurnerStability {
    /// Turner's night begins an hour before sunset; at 30 to 50 degrees of latitude the sun then stands here.
    private static final double NIGHT_BELOW_DEG = 10;

    private static final double LOW_CEILING_M = 2134;
    private static final double MIDDLE_CEILING_M = 4877;

    /// The upper ends of Turner's rows, halfway between whole knots, m/s.
    private static final double[] SPEED_ENDS_M_PER_S = {0.77, 1.80, 2.83, 3.34, 3.86, 4.89, 5.40, 5.92};

    /// Classes by row of speed and, in columns, net radiation index 4 to -2 (table 6-4).
    private static final int[][] CLASSES = {
        {1, 1, 2, 3, 4, 6, 7},
        {1, 2, 2, 3, 4, 6, 7},
        {1, 2, 3, 4, 4, 5, 6},
        {2, 2, 3, 4, 4, 5, 6},
        {2, 2, 3, 4, 4, 4, 5},
        {2, 3, 3, 4, 4, 4, 5},
        {3, 3, 4, 4, 4, 4, 5},
        {3, 3, 4, 4, 4, 4, 4},
        {3, 4, 4, 4, 4, 4, 4}
    };

    private TurnerStability() {}

    /// The class of an hour.
    ///
    /// @param solarElevationDeg height of the sun above the horizon
    /// @param cloudTenths total cloud, 0 to 10, or NaN
    /// @param ceilingM height of the lowest cloud base, m, or NaN
    public static Stability of(double windSpeedMPerS, double solarElevationDeg, double cloudTenths, double ceilingM) {
        int row = 0;
        while (row < SPEED_ENDS_M_PER_S.length && !(windSpeedMPerS < SPEED_ENDS_M_PER_S[row])) {
            row++;
        }
        int turner = CLASSES[row][4 - netRadiationIndex(solarElevationDeg, cloudTenths, ceilingM)];
        return switch (turner) {
            case 1 -> Stability.A;
            case 2 -> Stability.B;
            case 3 -> Stability.C;
            case 4 -> Stability.D;
            case 5 -> Stability.E;
            default -> Stability.F;
        };
    }

    private static int netRadiationIndex(double solarElevationDeg, double cloudTenths, double ceilingM) {
        boolean overcast = cloudTenths >= 9.5;
        if (overcast && ceilingM < LOW_CEILING_M) {
            return 0;
        }
        if (solarElevationDeg < NIGHT_BELOW_DEG) {
            return cloudTenths <= 4 ? -2 : -1;
        }
        int insolation = solarElevationDeg > 60 ? 4 : solarElevationDeg > 35 ? 3 : solarElevationDeg > 15 ? 2 : 1;
        if (cloudTenths > 5) {
            if (ceilingM < LOW_CEILING_M) {
                insolation -= 2;
            } else if (overcast || !(ceilingM >= MIDDLE_CEILING_M)) {
                insolation -= 1;
            }
        }
        return Math.max(1, insolation);
    }
}
