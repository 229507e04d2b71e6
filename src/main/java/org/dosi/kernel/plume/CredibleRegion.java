package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The cells that hold a place with a given probability, as few as possible.
///
/// The density of the place is a sum of normal ones about the replicates' places, as wide as Silverman's rule
/// for two dimensions says (1986, Density Estimation, equation 4.14, `sd n^(-1/6)`), and never narrower than
/// half a cell: the grid itself is no finer.
final class CredibleRegion {

    private CredibleRegion() {}

    /// Cells, the likeliest first; of no replicate the cell of the fit alone.
    ///
    /// @param x places of the replicates; NaN where a replicate has none
    static int[] of(CellGrid grid, double fitXM, double fitYM, double[] x, double[] y, double share) {
        int[] present = IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
                .toArray();
        if (present.length == 0) {
            int cell = grid.cellAt(fitXM, fitYM);
            return cell < 0 ? new int[0] : new int[] {cell};
        }
        double spread = Math.sqrt((variance(x, present) + variance(y, present)) / 2);
        double width = Math.max(grid.cellM() / 2, spread * Math.pow(present.length, -1.0 / 6));
        double[] density = new double[grid.cells()];
        double sum = 0;
        for (int cell = 0; cell < density.length; cell++) {
            for (int i : present) {
                double dx = (grid.xM(cell) - x[i]) / width;
                double dy = (grid.yM(cell) - y[i]) / width;
                density[cell] += Math.exp(-(dx * dx + dy * dy) / 2);
            }
            sum += density[cell];
        }
        Integer[] order = IntStream.range(0, density.length)
                .filter(cell -> density[cell] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -density[cell]))
                .toArray(Integer[]::new);
        double held = 0;
        int count = 0;
        while (count < order.length && held < share * sum) {
            held += density[order[count++]];
        }
        return Arrays.stream(order).limit(count).mapToInt(Integer::intValue).toArray();
    }

    private static double variance(double[] values, int[] present) {
        double mean = 0;
        for (int i : present) {
            mean += values[i] / present.length;
        }
        double sum = 0;
        for (int i : present) {
            sum += (values[i] - mean) * (values[i] - mean) / present.length;
        }
        return sum;
    }
}
