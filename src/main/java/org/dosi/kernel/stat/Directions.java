package org.dosi.kernel.stat;

import java.util.Arrays;

/// Statistics of directions, degrees clockwise from north, where 0 and 360 are one.
///
/// Source: Mardia and Jupp (2000), Directional Statistics, Wiley, sections 2.2 and 2.3. Non-finite
/// directions are missing. Time O(n), for the interval O(n · log n).
public final class Directions {

    private Directions() {}

    /// The direction of the sum of unit vectors, from 0 to below 360.
    ///
    /// @param meanDeg NaN if there are no directions or they cancel out
    /// @param resultantLength 1 if all directions are one, 0 if they cancel out; NaN of none
    public record Mean(double meanDeg, double resultantLength) {}

    /// An arc that runs clockwise from `lowerDeg` to `upperDeg`; both from 0 to below 360, so that an arc
    /// over north has its lower end above its upper one. The full circle alone runs from 0 to 360.
    ///
    /// @param widthDeg from 0 to 360
    public record Arc(double lowerDeg, double upperDeg, double widthDeg) {
        /// Whether a direction lies in the arc, its ends included.
        public boolean holds(double deg) {
            return turned(deg - lowerDeg) <= widthDeg;
        }

        /// The arc about the same middle, its half width multiplied and then joined with an independent
        /// error. A full circle runs from 0 to 360.
        public Arc widened(double factor, double errorDeg) {
            double half = Math.hypot(factor * widthDeg / 2, errorDeg);
            double middle = lowerDeg + widthDeg / 2;
            return half >= 180 ? new Arc(0, 360, 360) : new Arc(turned(middle - half), turned(middle + half), 2 * half);
        }
    }

    /// Below this length the sum of unit vectors is rounding and has no direction.
    private static final double NO_LENGTH = 1e-12;

    public static Mean mean(double[] deg) {
        double east = 0;
        double north = 0;
        int count = 0;
        for (double d : deg) {
            if (Double.isFinite(d)) {
                east += Math.sin(Math.toRadians(d));
                north += Math.cos(Math.toRadians(d));
                count++;
            }
        }
        if (count == 0) {
            return new Mean(Double.NaN, Double.NaN);
        }
        double length = Math.hypot(east, north) / count;
        return length < NO_LENGTH
                ? new Mean(Double.NaN, 0)
                : new Mean(turned(Math.toDegrees(Math.atan2(east, north))), Math.min(1, length));
    }

    /// The turn from one direction to another, clockwise positive, above -180 to 180.
    public static double turnDeg(double fromDeg, double toDeg) {
        double turn = turned(toDeg - fromDeg);
        return turn > 180 ? turn - 360 : turn;
    }

    /// The same direction from 0 to below 360.
    public static double turned(double deg) {
        double turned = deg % 360;
        double positive = turned < 0 ? turned + 360 : turned;
        // A tiny negative number plus 360 rounds to 360.
        return positive >= 360 ? 0 : positive + 0.0;
    }

    /// The percentile interval of replicates of a direction about its estimate: the quantiles (type 7) of
    /// the turns from the estimate. Ends are NaN if there are no replicates.
    ///
    /// @param level the share of the replicates in the arc, such as 0.95
    public static Arc percentileArc(double estimateDeg, double[] replicatesDeg, double level) {
        Check.within(0, 1, "level", level);
        double[] turns = Arrays.stream(replicatesDeg)
                .filter(Double::isFinite)
                .map(deg -> turnDeg(estimateDeg, deg))
                .sorted()
                .toArray();
        double lower = Quantiles.ofSorted(turns, (1 - level) / 2);
        double upper = Quantiles.ofSorted(turns, (1 + level) / 2);
        return new Arc(turned(estimateDeg + lower), turned(estimateDeg + upper), upper - lower);
    }
}
