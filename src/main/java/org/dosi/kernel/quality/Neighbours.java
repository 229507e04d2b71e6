package org.dosi.kernel.quality;

import java.util.Arrays;

/// Which rows of a network stand near each other, and what they say together.
public final class Neighbours {
    /// Mean radius of the earth, km: IUGG.
    private static final double EARTH_KM = 6371.0;

    private Neighbours() {}

    /// The nearest rows of each row, at most `most` within `reachKm`, nearest first; equal distances by
    /// index.
    ///
    /// A row without a position takes rows spread over the whole network, and so does any row of a network
    /// in which fewer than half of the rows have a position. O(rows² log rows).
    public static int[][] nearest(double[] longitudeDeg, double[] latitudeDeg, int most, double reachKm) {
        int rows = longitudeDeg.length;
        int placed = 0;
        for (int i = 0; i < rows; i++) {
            placed += Double.isNaN(longitudeDeg[i] + latitudeDeg[i]) ? 0 : 1;
        }
        int[][] nearest = new int[rows][];
        for (int i = 0; i < rows; i++) {
            boolean known = 2 * placed >= rows && !Double.isNaN(longitudeDeg[i] + latitudeDeg[i]);
            nearest[i] = known ? nearestOf(i, longitudeDeg, latitudeDeg, most, reachKm) : spread(i, rows, most);
        }
        return nearest;
    }

    private static int[] nearestOf(int row, double[] longitudeDeg, double[] latitudeDeg, int most, double reachKm) {
        int[] found = new int[most];
        double[] distance = new double[most];
        int count = 0;
        for (int other = 0; other < longitudeDeg.length; other++) {
            if (other == row) {
                continue;
            }
            double km = km(longitudeDeg[row], latitudeDeg[row], longitudeDeg[other], latitudeDeg[other]);
            if (!(km <= reachKm) || (count == most && km >= distance[most - 1])) {
                continue;
            }
            int at = count < most ? count++ : most - 1;
            while (at > 0 && distance[at - 1] > km) {
                distance[at] = distance[at - 1];
                found[at] = found[at - 1];
                at--;
            }
            distance[at] = km;
            found[at] = other;
        }
        return Arrays.copyOf(found, count);
    }

    private static int[] spread(int row, int rows, int most) {
        int count = Math.min(most, rows - 1);
        int[] found = new int[count];
        for (int i = 0; i < count; i++) {
            found[i] = (int) ((row + 1 + (long) i * (rows - 1) / count) % rows);
        }
        return found;
    }

    /// Great-circle distance on the sphere (haversine).
    static double km(double lon1, double lat1, double lon2, double lat2) {
        double a = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double b = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double h = a * a + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * b * b;
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
