package org.dosi.app.air;

import java.util.Locale;

/// Nine made stations, three by three, 3 km apart, and what a source brings to them. The same everywhere: only
/// functions that are so are used.
final class MadeNetwork {
    static final int STATIONS = 9;
    private static final double LON = 127;
    private static final double LAT = 37.5;
    private static final double DEGREE_M = 111_195;
    private static final int ACROSS = 3;
    private static final double APART_M = 3000;

    private MadeNetwork() {}

    /// The file of stations: `id,lon,lat`.
    static String table() {
        StringBuilder stations = new StringBuilder("id,lon,lat\n");
        for (int j = 0; j < STATIONS; j++) {
            double lon = LON + eastM(j) / DEGREE_M / StrictMath.cos(StrictMath.toRadians(LAT));
            stations.append(String.format(Locale.ROOT, "s%d,%.6f,%.6f\n", j, lon, LAT + northM(j) / DEGREE_M));
        }
        return stations.toString();
    }

    /// How far a place of the city is from another.
    ///
    /// @param place metres to the east and north of the middle station
    static double distanceM(double lon, double lat, double[] place) {
        double east = (lon - LON) * DEGREE_M * StrictMath.cos(StrictMath.toRadians(LAT)) - place[0];
        double north = (lat - LAT) * DEGREE_M - place[1];
        return Math.hypot(east, north);
    }

    /// A plain plume of 20 g/s that knows nothing of the program's, in ug/m3.
    ///
    /// @param source metres to the east and north of the middle station
    static double plume(double fromDeg, double speed, int station, double[] source) {
        double dx = eastM(station) - source[0];
        double dy = northM(station) - source[1];
        double from = StrictMath.toRadians(fromDeg);
        double along = -dx * StrictMath.sin(from) - dy * StrictMath.cos(from);
        double across = dx * StrictMath.cos(from) - dy * StrictMath.sin(from);
        if (along <= 0) {
            return 0;
        }
        double wide = 0.3 * along;
        double high = 0.1 * along + 10;
        return 20e6 / (Math.PI * speed * wide * high) * StrictMath.exp(-across * across / 2 / wide / wide);
    }

    private static double eastM(int station) {
        return APART_M * (station % ACROSS - 1);
    }

    private static double northM(int station) {
        return APART_M * (station / ACROSS - 1);
    }
}
