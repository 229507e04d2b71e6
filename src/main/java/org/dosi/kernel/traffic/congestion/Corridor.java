package org.dosi.kernel.traffic.congestion;

import java.util.Arrays;

/// Detectors one behind the other along a carriageway.
///
/// @param detectors their indices; in the direction of travel unless that is unknown
/// @param positionKm of each from the first, along the line of detectors; NaN where places are unknown
/// @param certainty how many standard errors the evidence for the direction lies from none; NaN where not inferred
public record Corridor(int[] detectors, double[] positionKm, Direction direction, double certainty) {

    /// How it is known which way traffic goes.
    public enum Direction {
        /// Whoever gave the order gave it in the direction of travel.
        GIVEN,
        /// From the data: disturbances of slow traffic run against the direction of travel.
        PROPAGATION,
        UNKNOWN
    }

    public boolean isDirected() {
        return direction != Direction.UNKNOWN;
    }

    public int size() {
        return detectors.length;
    }

    /// The stretch of road that a detector speaks for: half the way to the ones beside it. NaN where unknown.
    public double reachKm(int at) {
        if (detectors.length < 2) {
            return Double.NaN;
        }
        double before = at == 0 ? Double.NaN : positionKm[at] - positionKm[at - 1];
        double after = at == detectors.length - 1 ? Double.NaN : positionKm[at + 1] - positionKm[at];
        // At an end the road goes on; as far as on the side that is known.
        return at == 0 ? after / 2 : at == detectors.length - 1 ? before / 2 : (before + after) / 2;
    }

    /// The other way round.
    Corridor reversed() {
        int n = detectors.length;
        int[] other = new int[n];
        double[] km = new double[n];
        for (int i = 0; i < n; i++) {
            other[i] = detectors[n - 1 - i];
            km[i] = positionKm[n - 1] - positionKm[n - 1 - i];
        }
        return new Corridor(other, km, direction, certainty);
    }

    Corridor directed(Direction how, double sure) {
        return new Corridor(detectors, positionKm, how, sure);
    }

    /// @param xM metres in a plane; NaN where unknown
    /// @param yM metres in a plane; NaN where unknown
    public static Corridor of(int[] detectors, double[] xM, double[] yM, Direction direction) {
        double[] km = new double[detectors.length];
        for (int i = 1; i < km.length; i++) {
            int a = detectors[i - 1];
            int b = detectors[i];
            km[i] = km[i - 1] + Math.hypot(xM[b] - xM[a], yM[b] - yM[a]) / 1000;
        }
        if (Arrays.stream(km).anyMatch(Double::isNaN)) {
            Arrays.fill(km, Double.NaN);
        }
        return new Corridor(detectors, km, direction, Double.NaN);
    }
}
