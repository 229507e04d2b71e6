package org.dosi.kernel.traffic.forecast;

/// Fitted on the past, and ready to forecast from any later origin.
@FunctionalInterface
public interface Forecaster {

    /// @param seen what is known at the origin
    /// @param ahead how many steps, of which the first is the origin's own
    /// @return by datastream, then step ahead; NaN where nothing can be said
    double[][] forecast(Seen seen, int ahead);
}
