package org.dosi.kernel.plume;

import org.dosi.kernel.stat.Check;

/// Square cells on a local plane, row by row from the south-west corner: cell `row * columns + column`.
///
/// @param westM x of the western edge, m, east is positive
/// @param southM y of the southern edge, m, north is positive
public record CellGrid(double westM, double southM, double cellM, int columns, int rows) {

    public CellGrid {
        Check.positive("cellM", cellM);
        Check.atLeast(1, "columns", columns);
        Check.atLeast(1, "rows", rows);
    }

    /// The smallest grid of whole cells that holds all points and a margin around them.
    public static CellGrid around(double[] xM, double[] yM, double marginM, double cellM) {
        Check.sameLength("xM", xM, "yM", yM);
        Check.atLeast(1, "points", xM.length);
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < xM.length; i++) {
            west = Math.min(west, xM[i]);
            east = Math.max(east, xM[i]);
            south = Math.min(south, yM[i]);
            north = Math.max(north, yM[i]);
        }
        int columns = Math.max(1, (int) Math.ceil((east - west + 2 * marginM) / cellM));
        int rows = Math.max(1, (int) Math.ceil((north - south + 2 * marginM) / cellM));
        return new CellGrid(
                (west + east - columns * cellM) / 2, (south + north - rows * cellM) / 2, cellM, columns, rows);
    }

    public int cells() {
        return columns * rows;
    }

    /// x of a cell's centre, m.
    public double xM(int cell) {
        return westM + (cell % columns + 0.5) * cellM;
    }

    /// y of a cell's centre, m.
    public double yM(int cell) {
        int row = cell / columns;
        return southM + (row + 0.5) * cellM;
    }

    /// The cell that holds a point, or -1 outside of the grid.
    public int cellAt(double xM, double yM) {
        int column = (int) Math.floor((xM - westM) / cellM);
        int row = (int) Math.floor((yM - southM) / cellM);
        return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : -1;
    }
}
