package org.dosi.kernel.geo;

/// Directed road links as polylines in metres (in Seoul EPSG:5181), each with at least two vertices.
///
/// @param x easting of the vertices of each link, in the direction of travel
/// @param y northing of the same vertices
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record Links(double[][] x, double[][] y) {

    public Links {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "expected as many y as x, found %d and %d".formatted(y.length, x.length));
        }
        for (int i = 0; i < x.length; i++) {
            if (x[i].length < 2 || x[i].length != y[i].length) {
                throw new IllegalArgumentException("link %d: expected two vertices or more, found %d x and %d y"
                        .formatted(i, x[i].length, y[i].length));
            }
        }
    }

    public int count() {
        return x.length;
    }

    double lengthM(int link) {
        double length = 0;
        for (int v = 1; v < x[link].length; v++) {
            length += Math.hypot(x[link][v] - x[link][v - 1], y[link][v] - y[link][v - 1]);
        }
        return length;
    }

    double startX(int link) {
        return x[link][0];
    }

    double startY(int link) {
        return y[link][0];
    }

    double endX(int link) {
        return x[link][x[link].length - 1];
    }

    double endY(int link) {
        return y[link][y[link].length - 1];
    }

    /// Direction of travel over the first metres, radians from east, turning left.
    double startBearing(int link) {
        int v = 1;
        while (v + 1 < x[link].length && Math.hypot(x[link][v] - x[link][0], y[link][v] - y[link][0]) < CHORD_M) {
            v++;
        }
        return Math.atan2(y[link][v] - y[link][0], x[link][v] - x[link][0]);
    }

    /// Direction of travel over the last metres.
    double endBearing(int link) {
        int last = x[link].length - 1;
        int v = last - 1;
        while (v > 0 && Math.hypot(x[link][last] - x[link][v], y[link][last] - y[link][v]) < CHORD_M) {
            v--;
        }
        return Math.atan2(y[link][last] - y[link][v], x[link][last] - x[link][v]);
    }

    /// Bearings are taken over so much of a link: vertices are rounded to a metre, so shorter pieces point
    /// anywhere.
    private static final double CHORD_M = 25;
}
