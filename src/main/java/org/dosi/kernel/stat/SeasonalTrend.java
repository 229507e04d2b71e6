package org.dosi.kernel.stat;

/// A row taken apart: `value = seasonal + trend + remainder` at each step.
///
/// @param weights robustness weight of each step, 0 to 1: near 0 is an outlier
public record SeasonalTrend(double[] seasonal, double[] trend, double[] remainder, double[] weights) {

    /// The row without its seasonal cycle: trend and remainder.
    public double[] deseasonalised() {
        double[] rest = trend.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] += remainder[i];
        }
        return rest;
    }
}
