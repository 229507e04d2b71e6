package org.dosi.analysis.air.direction;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dosi.kernel.wind.PolarGrid;

/// Where the cells lie that a polar plot rests on; one of a wide sector in several places along its arc.
///
/// @param u eastward, m/s above the least speed
/// @param v northward
/// @param slowestMPerS the least speed, at the middle of the plot
/// @param spanMPerS the largest above it
public record PolarCells(double[] u, double[] v, double slowestMPerS, double spanMPerS) {

    static PolarCells of(PolarGrid grid, IntPredicate used) {
        int[] cells = IntStream.range(0, grid.cells()).filter(used).toArray();
        double[] arc = grid.arcDeg();
        return new PolarCells(
                Arrays.stream(cells)
                        .mapToObj(c -> Arrays.stream(arc).map(beside -> grid.u(c, beside)))
                        .flatMapToDouble(places -> places)
                        .toArray(),
                Arrays.stream(cells)
                        .mapToObj(c -> Arrays.stream(arc).map(beside -> grid.v(c, beside)))
                        .flatMapToDouble(places -> places)
                        .toArray(),
                grid.leastSpeedMPerS(),
                grid.spanMPerS());
    }

    /// How far out a plot reaches that colours so much around each cell; 1 m/s for wind of one speed only.
    public double outermost(double reach) {
        double most = IntStream.range(0, u.length)
                .mapToDouble(i -> Math.hypot(u[i], v[i]))
                .max()
                .orElse(1);
        double outermost = Math.min(most + reach, spanMPerS);
        return outermost > 0 ? outermost : 1;
    }
}
