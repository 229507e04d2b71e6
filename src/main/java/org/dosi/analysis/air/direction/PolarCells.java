package org.dosi.analysis.air.direction;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dosi.kernel.wind.PolarGrid;

/// Where the cells lie that a polar plot rests on.
///
/// @param u eastward, m/s above the least speed
/// @param v northward
/// @param slowestMPerS the least speed, at the middle of the plot
/// @param spanMPerS the largest above it
public record PolarCells(double[] u, double[] v, double slowestMPerS, double spanMPerS) {

    static PolarCells of(PolarGrid grid, IntPredicate used) {
        int[] cells = IntStream.range(0, grid.cells()).filter(used).toArray();
        return new PolarCells(
                Arrays.stream(cells).mapToDouble(grid::u).toArray(),
                Arrays.stream(cells).mapToDouble(grid::v).toArray(),
                grid.leastSpeedMPerS(),
                grid.spanMPerS());
    }

    /// How far out a plot reaches that colours so much around each cell.
    public double outermost(double reach) {
        double most = IntStream.range(0, u.length)
                .mapToDouble(i -> Math.hypot(u[i], v[i]))
                .max()
                .orElse(1);
        return Math.max(1e-9, Math.min(most + reach, spanMPerS));
    }
}
