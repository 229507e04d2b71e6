package org.dosi.kernel.stat;

/// A smooth curve through a row, and its band. A row of too few points has none: the arrays are empty.
///
/// @param times where the curve is given: evenly spaced, from the first time to the last
/// @param values of the curve
/// @param lower lower end of the band
/// @param upper upper end of the band
/// @param degreesOfFreedom of the curve: 2 is a straight line, more is bent
/// @param n finite pairs it was fitted to
public record SmoothTrend(
        double[] times, double[] values, double[] lower, double[] upper, double degreesOfFreedom, int n) {

    static SmoothTrend none(int n) {
        double[] empty = {};
        return new SmoothTrend(empty, empty, empty, empty, Double.NaN, n);
    }
}
