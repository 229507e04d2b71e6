package org.dosi.kernel.stat;

/// A straight trend, how sure it is, and how often chance alone would make one like it.
///
/// Slopes are per unit of the times that came in. All are NaN where [#n] is below [TheilSen#FEWEST].
///
/// @param slope median of the slopes of all pairs
/// @param intercept value of the line at time 0
/// @param lower lower end of the slope's interval
/// @param upper upper end of the slope's interval
/// @param lowerIntercept lower end of the intercept's interval; it belongs to the line of the upper slope
/// @param upperIntercept upper end of the intercept's interval
/// @param p two-sided, from the bootstrap: twice the share of the resamples whose slope has the other sign.
///     0 means: in none, that is below one in the number of repeats
/// @param n finite pairs that were used
public record RobustTrend(
        double slope,
        double intercept,
        double lower,
        double upper,
        double lowerIntercept,
        double upperIntercept,
        double p,
        int n) {

    static RobustTrend none(int n) {
        double none = Double.NaN;
        return new RobustTrend(none, none, none, none, none, none, none, n);
    }

    public double at(double time) {
        return intercept + slope * time;
    }
}
