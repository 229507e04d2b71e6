package org.dosi.kernel.air;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;

/// A pollutant's level by two groupings at once, such as the hour of the day by the month: where in time and wind
/// it is high.
///
/// Defined as openair's `trendLevel` (Carslaw and Ropkins 2012).
public final class TrendLevel {

    private TrendLevel() {}

    /// How the values of a cell become one number. It may reorder the first `count` numbers of `scratch`, at
    /// least one, all finite.
    @FunctionalInterface
    public interface Summary {
        double of(double[] scratch, int count);
    }

    /// A table of cells, row after row: cell (row, column) is at `row * columns + column`.
    ///
    /// @param n finite values in each cell
    /// @param value their summary; NaN where there are fewer than asked for
    public record Cells(int columns, int rows, int[] n, double[] value) {}

    /// Sums up the values of each cell. Time O(values) and what the summary takes.
    ///
    /// @param column of each value, from 0; a negative one leaves the value out
    /// @param row of each value, from 0; a negative one leaves the value out
    /// @param fewest values for a cell to have a number
    public static Cells of(
            int[] column, int columns, int[] row, int rows, double[] values, int fewest, Summary summary) {
        if (column.length != values.length || row.length != values.length) {
            throw new IllegalArgumentException("column, row and values: expected the same length, found %d, %d and %d"
                    .formatted(column.length, row.length, values.length));
        }
        Check.atLeast(1, "fewest", fewest);
        int[] n = new int[columns * rows];
        int[] cell = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            boolean counts = Double.isFinite(values[i]) && column[i] >= 0 && row[i] >= 0;
            cell[i] = counts ? row[i] * columns + column[i] : -1;
            if (counts) {
                n[cell[i]]++;
            }
        }
        double[][] members = new double[n.length][];
        Arrays.setAll(members, c -> new double[n[c]]);
        int[] filled = new int[n.length];
        for (int i = 0; i < values.length; i++) {
            if (cell[i] >= 0) {
                members[cell[i]][filled[cell[i]]++] = values[i];
            }
        }
        double[] value = new double[n.length];
        IntStream.range(0, n.length)
                .parallel()
                .forEach(c -> value[c] = n[c] < fewest ? Double.NaN : summary.of(members[c], n[c]));
        return new Cells(columns, rows, n, value);
    }
}
