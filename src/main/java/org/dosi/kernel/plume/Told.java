package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What the network can tell about each cell: from which strength a source there is found, and placed.
///
/// A source of strength `q` in a cell with curvature `g` raises the cell's gradient by `q g`. It is found with
/// 90 % if that exceeds the threshold by 1.28 deviations of chance. It is placed if every cell on a circle
/// around it explains the hours worse by more than chance allows: `q² D / 2 > 1.64 q k sqrt(D)`, where
/// `D = g - h²/g'` is what is left of the cell's column when that of the other is taken out, and
/// `k = deviation / sqrt(g)` what the noise's persistence adds to chance.
///
/// @param foundGPerS strength from which a source is found with 90 %; infinite where no plume reaches a
///        station
/// @param placedGPerS strength from which it is placed within the circle with 95 %, at least as large
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record Told(double[] foundGPerS, double[] placedGPerS) {
    private static final double NINETY_PERCENT = 1.2816;
    private static final double NINETY_FIVE_PERCENT = 1.6449;
    private static final int AROUND = 8;
    /// Only every second cell of a row and every second row is computed; the others take the nearest.
    private static final int STEP = 2;

    static Told of(NetworkSystem system, ChanceLevel chance, double radiusM) {
        CellGrid grid = system.footprints().grid();
        int columns = (grid.columns() + STEP - 1) / STEP;
        int rows = (grid.rows() + STEP - 1) / STEP;
        int[] computed = IntStream.range(0, columns * rows)
                .map(i -> i / columns * STEP * grid.columns() + i % columns * STEP)
                .toArray();
        double[] curvature = new double[grid.cells()];
        double[][] both = new double[grid.cells()][];
        Arrays.stream(computed).parallel().forEach(cell -> {
            float[] column = system.footprints().column(cell);
            double[] byState = system.byState(system.response(new float[][] {column}, new double[] {1}));
            curvature[cell] = dot(byState, column);
            both[cell] = Arrays.stream(around(grid, cell, radiusM))
                    .mapToDouble(other ->
                            other < 0 ? 0 : dot(byState, system.footprints().column(other)))
                    .toArray();
        });
        double[] found = new double[grid.cells()];
        double[] placed = new double[grid.cells()];
        for (int cell = 0; cell < grid.cells(); cell++) {
            int from = nearestComputed(grid, cell);
            double deviation = chance.deviation()[from];
            double free = curvature[from];
            int[] circle = around(grid, from, radiusM);
            for (int i = 0; i < circle.length; i++) {
                double own = circle[i] < 0 ? 0 : curvature[circle[i]];
                double shared = both[from][i];
                if (own > 0 && shared > 0) {
                    free = Math.min(free, Math.max(0, curvature[from] - shared * shared / own));
                }
            }
            found[cell] = curvature[from] > 0
                    ? (chance.threshold() + NINETY_PERCENT) * deviation / curvature[from]
                    : Double.POSITIVE_INFINITY;
            placed[cell] = curvature[from] > 0
                    ? Math.max(
                            found[cell],
                            2 * NINETY_FIVE_PERCENT * deviation / Math.sqrt(curvature[from]) / Math.sqrt(free))
                    : Double.POSITIVE_INFINITY;
        }
        return new Told(found, placed);
    }

    /// The computed cells nearest to a circle around a cell; -1 outside of the grid.
    private static int[] around(CellGrid grid, int cell, double radiusM) {
        return IntStream.range(0, AROUND)
                .map(i -> {
                    double angle = 2 * Math.PI * i / AROUND;
                    int on = grid.cellAt(
                            grid.xM(cell) + radiusM * Math.sin(angle), grid.yM(cell) + radiusM * Math.cos(angle));
                    return on < 0 ? -1 : nearestComputed(grid, on);
                })
                .toArray();
    }

    private static int nearestComputed(CellGrid grid, int cell) {
        return cell / grid.columns() / STEP * STEP * grid.columns() + cell % grid.columns() / STEP * STEP;
    }

    private static double dot(double[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
