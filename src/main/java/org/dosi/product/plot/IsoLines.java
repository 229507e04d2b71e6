package org.dosi.product.plot;

import java.util.ArrayList;
import java.util.List;

/// Lines of equal value through a grid, by marching squares: short pieces that meet at their ends.
public final class IsoLines {

    private IsoLines() {}

    /// A piece, in columns from the left and rows from the first: a grid's value stands at whole numbers.
    public record Piece(double x1, double y1, double x2, double y2) {}

    /// The pieces on which the grid, linear between its values, has this level. Squares with a NaN are
    /// left out.
    ///
    /// @param values by row, then column
    public static List<Piece> of(double[] values, int columns, double level) {
        List<Piece> pieces = new ArrayList<>();
        int rows = columns == 0 ? 0 : values.length / columns;
        double[] crossings = new double[8];
        for (int r = 0; r + 1 < rows; r++) {
            for (int c = 0; c + 1 < columns; c++) {
                double a = values[r * columns + c] - level;
                double b = values[r * columns + c + 1] - level;
                double d = values[(r + 1) * columns + c] - level;
                double e = values[(r + 1) * columns + c + 1] - level;
                int found = 0;
                found = cross(a, b, c, r, 1, 0, crossings, found);
                found = cross(b, e, c + 1, r, 0, 1, crossings, found);
                found = cross(d, e, c, r + 1, 1, 0, crossings, found);
                found = cross(a, d, c, r, 0, 1, crossings, found);
                // A saddle has four crossings; which two belong together makes no difference that could be seen.
                for (int k = 0; k + 1 < found; k += 2) {
                    pieces.add(new Piece(
                            crossings[2 * k], crossings[2 * k + 1], crossings[2 * k + 2], crossings[2 * k + 3]));
                }
            }
        }
        return pieces;
    }

    /// Where the level is crossed on the way from one corner to the next.
    private static int cross(
            double from, double to, double x, double y, double stepX, double stepY, double[] crossings, int found) {
        if (Double.isNaN(from + to) || from < 0 == to < 0) {
            return found;
        }
        double part = from / (from - to);
        crossings[2 * found] = x + part * stepX;
        crossings[2 * found + 1] = y + part * stepY;
        return found + 1;
    }
}
