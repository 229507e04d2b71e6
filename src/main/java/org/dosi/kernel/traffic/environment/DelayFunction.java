package org.dosi.kernel.traffic.environment;

import org.dosi.kernel.stat.Check;

/// The speed that a flow leaves to its vehicles, where nobody measures it.
///
/// `V = V₀ / (1 + 0.15 (q/C)⁴)`. A flow does not tell a free road from a jammed one: both have few vehicles in an
/// hour. The function stands on the free side, and a road that carries its capacity is at `V₀ / 1.15`; that is why
/// whoever uses it must state a range down to the speed of a jam.
///
/// Source: Bureau of Public Roads (1964), Traffic Assignment Manual, U.S. Department of Commerce.
public final class DelayFunction {
    private static final double DELAY = 0.15;
    private static final double POWER = 4;

    private DelayFunction() {}

    /// @param flow vehicles in an hour; NaN gives NaN
    /// @param capacity vehicles in an hour; positive
    public static double speedKmPerH(double freeKmPerH, double flow, double capacity) {
        Check.positive("capacity", capacity);
        return freeKmPerH / (1 + DELAY * Math.pow(flow / capacity, POWER));
    }
}
