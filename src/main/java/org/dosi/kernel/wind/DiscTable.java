package org.dosi.kernel.wind;

import java.util.Arrays;
import org.dosi.kernel.stat.NormalEquations;
import org.dosi.kernel.stat.PenalisedFit;
import org.jspecify.annotations.Nullable;

/// The [DiscBasis] tabulated where polar plots need it: at all cells of a polar grid and on the square
/// around the disc. It depends on the numbers of directions and speeds alone; the square and the tables of the
/// usual grid and of 16 directions are computed at first use (about a tenth of a second) and kept, since they
/// never change.
final class DiscTable {
    private final int coefficients;
    /// One row a coefficient, one column a cell.
    private final double[] cells;
    private final int cellCount;
    /// Null where the grid's directions are not the basis'.
    private final @Nullable DiscRings rings;

    private DiscTable(DiscBasis basis, int directions, int speeds) {
        this.coefficients = basis.coefficients();
        PolarGrid unit = new PolarGrid(directions, speeds, 0, 1);
        this.cellCount = unit.cells();
        double[] u = new double[cellCount];
        double[] v = new double[cellCount];
        for (int c = 0; c < cellCount; c++) {
            u[c] = unit.u(c);
            v[c] = unit.v(c);
        }
        this.cells = basis.columns(u, v);
        this.rings = DiscRings.suit(directions) ? new DiscRings(basis, directions, speeds) : null;
    }

    private static final class Square {
        static final DiscSquare SQUARE = new DiscSquare(DiscBasis.standard());
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

    static DiscSquare square() {
        return Square.SQUARE;
    }

    /// What least squares needs of values `y` of cells.
    NormalEquations equations(int[] of, double[] y, double[] weight) {
        if (rings != null) {
            return rings.equations(of, y, weight);
        }
        double[] rows = new double[of.length * coefficients];
        for (int r = 0; r < of.length; r++) {
            for (int i = 0; i < coefficients; i++) {
                rows[r * coefficients + i] = cells[i * cellCount + of[r]];
            }
        }
        return NormalEquations.of(rows, coefficients, y, weight);
    }

    /// The fitted values at cells.
    double[] values(PenalisedFit fit, int[] asked) {
        return fit.values(atCells(asked), asked.length);
    }

    /// The standard errors at cells.
    ///
    /// @param covariance that of the fit
    double[] standardErrors(PenalisedFit fit, double[] covariance, int[] asked) {
        if (rings == null) {
            return fit.standardErrors(atCells(asked), asked.length);
        }
        double[] variances = rings.variances(covariance);
        return Arrays.stream(asked)
                .mapToDouble(cell -> Math.sqrt(variances[cell]))
                .toArray();
    }

    /// The functions at the given cells: one row a coefficient, one column a cell.
    private double[] atCells(int[] asked) {
        double[] columns = new double[coefficients * asked.length];
        for (int i = 0; i < coefficients; i++) {
            for (int c = 0; c < asked.length; c++) {
                columns[i * asked.length + c] = cells[i * cellCount + asked[c]];
            }
        }
        return columns;
    }
}
