package org.dosi.analysis.air.state;

import org.dosi.kernel.air.IndexSurface;

/// How good the index between the stations was where it could be tried: at the stations, each told from the
/// others.
///
/// @param hours that were tried
/// @param leftOut predictions
/// @param rmse of the median
/// @param bias mean of predicted less measured
/// @param coverage the share of indices within the 5 and 95 % quantiles
/// @param hit the share of stations whose grade was the most probable one
/// @param promised the mean probability of that grade
/// @param rankedProbabilityScore of the grades
public record IndexTried(
        int hours,
        long leftOut,
        double rmse,
        double bias,
        double coverage,
        double hit,
        double promised,
        double rankedProbabilityScore,
        Rival mean,
        Rival nearest) {

    /// A simpler way: the mean index of the other stations, or that of the nearest.
    public record Rival(double rmse, double hit) {}

    static IndexTried of(IndexSurface.Validation tried) {
        return new IndexTried(
                tried.hours(),
                tried.count(),
                tried.rmse(),
                tried.bias(),
                tried.coverage(),
                tried.hit(),
                tried.promised(),
                tried.rankedProbabilityScore(),
                new Rival(tried.mean().rmse(), tried.mean().hit()),
                new Rival(tried.nearest().rmse(), tried.nearest().hit()));
    }
}
