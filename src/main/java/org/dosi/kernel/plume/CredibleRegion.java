package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The cells that hold a place with a given probability, as few as possible.
///
/// The density of the place is a sum of normal ones about the cells of the replicates, each replicate with a
/// weight of 1 shared by what its cells contribute to the evidence. They are as wide as Silverman's rule for two
/// dimensions says (1986, Density Estimation, equation 4.14, `sd n^(-1/6)`), and never narrower than half a cell:
/// the grid itself is no finer.
final class CredibleRegion {
    private final CellGrid grid;
    private final double[] mass;
    private double replicates;

    CredibleRegion(CellGrid grid) {
        this.grid = grid;
        mass = new double[grid.cells()];
    }

    /// Adds the cells of a replicate.
    ///
    /// @param cells without order
    /// @param share of each cell, 1 together
    void add(int[] cells, double[] share) {
        for (int i = 0; i < cells.length; i++) {
            mass[cells[i]] += share[i];
        }
        replicates++;
    }

    /// Cells that hold the place, the likeliest first; of no replicate the cell of the fit alone.
    int[] holding(double share, double fitXM, double fitYM) {
        if (replicates == 0) {
            int cell = grid.cellAt(fitXM, fitYM);
            return cell < 0 ? new int[0] : new int[] {cell};
        }
        double[] density = density(Math.max(grid.cellM() / 2, spread() * Math.pow(replicates, -1.0 / 6)));
        double sum = Arrays.stream(density).sum();
        int[] order = IntStream.range(0, density.length)
                .filter(cell -> density[cell] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -density[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        double held = 0;
        int count = 0;
        while (count < order.length && held < share * sum) {
            held += density[order[count++]];
        }
        return Arrays.copyOf(order, count);
    }

    private double[] density(double width) {
        double[] density = new double[mass.length];
        for (int from = 0; from < mass.length; from++) {
            for (int cell = 0; mass[from] > 0 && cell < mass.length; cell++) {
                double dx = (grid.xM(cell) - grid.xM(from)) / width;
                double dy = (grid.yM(cell) - grid.yM(from)) / width;
                density[cell] += mass[from] * Math.exp(-(dx * dx + dy * dy) / 2);
            }
        }
        return density;
    }

    /// Standard deviation of one coordinate.
    private double spread() {
        double x = 0;
        double y = 0;
        for (int cell = 0; cell < mass.length; cell++) {
            x += mass[cell] * grid.xM(cell) / replicates;
            y += mass[cell] * grid.yM(cell) / replicates;
        }
        double sum = 0;
        for (int cell = 0; cell < mass.length; cell++) {
            double dx = grid.xM(cell) - x;
            double dy = grid.yM(cell) - y;
            sum += mass[cell] * (dx * dx + dy * dy) / replicates;
        }
        return Math.sqrt(sum / 2);
    }
}
