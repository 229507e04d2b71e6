package org.dosi.kernel.wind;

/// The [DiscBasis] tabulated where polar plots need it: at all cells of a polar grid and on the square
/// around the disc. It depends on the numbers of directions and speeds alone; the square and the tables of the
/// usual grid and of 16 directions are computed at first use (about a tenth of a second) and kept, since they
/// never change.
final class DiscTable {
    private final int coefficients;
    private final double[] penalty;
    /// One row a coefficient, one column a cell.
    private final double[] cells;
    private final int cellCount;
    /// One row a coefficient, one column a place of the square.
    private final double[] square;

    private DiscTable(DiscBasis basis, int directions, int speeds) {
        this.coefficients = basis.coefficients();
        this.penalty = basis.penalty();
        PolarGrid unit = new PolarGrid(directions, speeds, 0, 1);
        this.cellCount = unit.cells();
        double[] u = new double[cellCount];
        double[] v = new double[cellCount];
        for (int c = 0; c < cellCount; c++) {
            u[c] = unit.u(c);
            v[c] = unit.v(c);
        }
        this.cells = basis.columns(u, v);
        this.square = Square.COLUMNS;
    }

    private static double[] square(DiscBasis basis) {
        int size = PolarSurface.SIZE;
        double[] x = new double[size * size];
        double[] y = new double[size * size];
        for (int i = 0; i < x.length; i++) {
            int column = i % size;
            int row = i / size;
            x[i] = -1 + column * (2.0 / (size - 1));
            y[i] = -1 + row * (2.0 / (size - 1));
        }
        return basis.columns(x, y);
    }

    private static final class Square {
        static final double[] COLUMNS = square(DiscBasis.standard());
    }

    private static final class Usual {
        static final DiscTable TABLE = new DiscTable(DiscBasis.standard(), PolarBins.DIRECTIONS, PolarBins.SPEEDS);
    }

    /// Of weather services that report points of a compass.
    private static final class Compass {
        static final int POINTS = 16;
        static final DiscTable TABLE = new DiscTable(DiscBasis.standard(), POINTS, PolarBins.SPEEDS);
    }

    static DiscTable of(int directions, int speeds) {
        if (speeds == PolarBins.SPEEDS && directions == PolarBins.DIRECTIONS) {
            return Usual.TABLE;
        }
        return speeds == PolarBins.SPEEDS && directions == Compass.POINTS
                ? Compass.TABLE
                : new DiscTable(DiscBasis.standard(), directions, speeds);
    }

    int coefficients() {
        return coefficients;
    }

    double[] penalty() {
        return penalty;
    }

    /// Writes the functions at a cell into a row of a design.
    void copyCell(int cell, double[] rows, int at) {
        for (int i = 0; i < coefficients; i++) {
            rows[at + i] = cells[i * cellCount + cell];
        }
    }

    /// The functions on the square, row by row from the south: one row a coefficient, one column a place.
    /// Not to be changed.
    double[] square() {
        return square;
    }

    /// The functions at the given cells: one row a coefficient, one column a cell.
    double[] atCells(int[] asked) {
        double[] columns = new double[coefficients * asked.length];
        for (int i = 0; i < coefficients; i++) {
            for (int c = 0; c < asked.length; c++) {
                columns[i * asked.length + c] = cells[i * cellCount + asked[c]];
            }
        }
        return columns;
    }
}
