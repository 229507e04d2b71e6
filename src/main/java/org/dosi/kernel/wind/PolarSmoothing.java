package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.ThinPlateSpline;

/// Smooths the cells of a polar plot to a [PolarSurface].
///
/// No hot spot is to rest on one hour: what cannot be negative counts, in a cell of fewer hours than the options
/// ask for, at most as much as the highest of the [#NEIGHBOURS] nearest cells that hold so many. A level so needs a
/// cell of several hours that has it; extreme hours of such cells have the same effect however high they are, also
/// where two or three lie side by side, which are mostly hours of one event.
///
/// Tried against the thin-plate spline of all cells as they are, root mean square in % of its maximum at places
/// whose nearest cell holds four hours, median and greatest: Seoul 2017 (150 means; 150 probabilities of the highest
/// tenth; with the four nearest whatever their hours, so that two side by side bore each other out) 0.7 and 2.4, 0.8
/// and 9.7; London's 49 surfaces 0.4 and 1.8, as now. Dropped: cells of few hours left out (Seoul 1.5
/// and 31, 2.0 and 7.8; London 1.0 and 4.4), since nothing then holds the spline down beyond the others; only those
/// below a first fit without them (1.4 and 2.9, 1.3 and 9.8; 0.8 and 2.7), which picks the low ones of a fair mixture;
/// those cut off that lie two standard deviations above their prediction by all others (1.0 and 2.5, 0.9 and 9.7; 0.8
/// and 2.3).
public final class PolarSmoothing {
    /// Fewer cells than this cannot carry a surface.
    private static final int FEWEST_CELLS = 8;

    /// How many cells of several hours say how much a cell of few hours may count.
    private static final int NEIGHBOURS = 4;

    /// Of a squared distance: rounding makes equal ones differ.
    private static final double SAME_DISTANCE = 1e-9;

    /// Of the plot's width, as openair's.
    private static final double TOO_FAR = 0.05;

    private PolarSmoothing() {}

    /// Smooths the cells. Warm and with 700 of 1080 cells used: less than ten milliseconds by
    /// [PolarSurface.Smoother#DISC].
    ///
    /// Too few cells, or wind of one speed only, give a surface of NaN.
    public static PolarSurface smooth(PolarBins bins, PolarSurface.Options options) {
        PolarGrid grid = bins.grid();
        int[] firm = cells(bins, options.fewestHours(), Integer.MAX_VALUE);
        if (!canCarry(grid, firm, options.smoother())) {
            double[] axis = axis(grid.spanMPerS());
            CellSpline.Fitted nothing = CellSpline.Fitted.nothing(axis.length * axis.length);
            return result(grid, firm, new int[0], new int[0], nothing, options.scale());
        }
        // Less of a slope or a correlation is not safer than more: there such cells take no part.
        int[] used = isRoot(options.scale()) ? cells(bins, 1, Integer.MAX_VALUE) : firm;
        CellSpline spline = fit(bins, used, firm, options);
        int[] shown = near(grid, cells(bins, 1, Integer.MAX_VALUE), used);
        return result(grid, firm, used, shown, spline.on(axis(grid.spanMPerS()), shown), options.scale());
    }

    /// The cells that have a value and so many hours.
    private static int[] cells(PolarBins bins, int fewest, int most) {
        return IntStream.range(0, bins.hours().length)
                .filter(c -> bins.hours()[c] >= fewest && bins.hours()[c] <= most && Double.isFinite(bins.values()[c]))
                .toArray();
    }

    private static boolean canCarry(PolarGrid grid, int[] cells, PolarSurface.Smoother smoother) {
        int places = switch (smoother) {
            case DISC -> cells.length;
            case THIN_PLATE -> ThinPlateSpline.distinct(CellSpline.us(grid, cells), CellSpline.vs(grid, cells));
        };
        return places >= FEWEST_CELLS && grid.spanMPerS() > 0;
    }

    private static CellSpline fit(PolarBins bins, int[] cells, int[] firm, PolarSurface.Options options) {
        double[] y = new double[cells.length];
        double[] weight = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            int hours = bins.hours()[cells[i]];
            double value = bins.values()[cells[i]];
            y[i] = forward(
                    hours < options.fewestHours() ? Math.min(value, highestBeside(bins, firm, cells[i])) : value,
                    options.scale());
            weight[i] = Math.min(1, hours / 4.0);
        }
        return CellSpline.fit(bins.grid(), cells, y, weight, options);
    }

    /// The highest value of the nearest of the firm cells, of those equally far all, to a cell that is none of them.
    private static double highestBeside(PolarBins bins, int[] firm, int cell) {
        PolarGrid grid = bins.grid();
        double[] square = new double[firm.length];
        double[] nearest = new double[NEIGHBOURS];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int j = 0; j < firm.length; j++) {
            double du = grid.u(firm[j]) - grid.u(cell);
            double dv = grid.v(firm[j]) - grid.v(cell);
            square[j] = du * du + dv * dv;
            double farther = square[j];
            for (int k = 0; k < NEIGHBOURS && farther < Double.POSITIVE_INFINITY; k++) {
                double here = nearest[k];
                nearest[k] = Math.min(here, farther);
                farther = Math.max(here, farther);
            }
        }
        double reach = nearest[NEIGHBOURS - 1] * (1 + SAME_DISTANCE);
        return IntStream.range(0, firm.length)
                .filter(j -> square[j] <= reach)
                .mapToDouble(j -> bins.values()[firm[j]])
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double[] axis(double span) {
        int size = PolarSurface.SIZE;
        return IntStream.range(0, size)
                .mapToDouble(i -> -span + i * (2 * span / (size - 1)))
                .toArray();
    }

    private static PolarSurface result(
            PolarGrid grid, int[] firm, int[] used, int[] shown, CellSpline.Fitted fitted, PolarSurface.Scale scale) {
        double[] axis = axis(grid.spanMPerS());
        int places = axis.length * axis.length;
        double[] values = new double[places + shown.length];
        double[] errors = new double[places + shown.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = backward(fitted.values()[i], scale);
            errors[i] = isRoot(scale) ? 2 * Math.abs(fitted.values()[i]) * fitted.errors()[i] : fitted.errors()[i];
        }
        PolarSurface.AtCells cells = PolarSurface.AtCells.empty(grid.cells());
        for (int cell : used) {
            cells.used()[cell] = true;
        }
        for (int i = 0; i < shown.length; i++) {
            cells.values()[shown[i]] = values[places + i];
            cells.standardErrors()[shown[i]] = errors[places + i];
        }
        return new PolarSurface(
                axis,
                axis,
                Arrays.copyOf(values, places),
                Arrays.copyOf(errors, places),
                // A cell of few hours is no ground to draw a surface on: an island would rest on one hour.
                far(axis, grid, firm),
                cells,
                fitted.freedom());
    }

    private static boolean isRoot(PolarSurface.Scale scale) {
        return switch (scale) {
            case SQUARE_ROOT, SHARE -> true;
            case LINEAR, CORRELATION -> false;
        };
    }

    private static double forward(double value, PolarSurface.Scale scale) {
        return isRoot(scale) ? Math.sqrt(Math.max(value, 0)) : value;
    }

    private static double backward(double fitted, PolarSurface.Scale scale) {
        return switch (scale) {
            case SQUARE_ROOT -> fitted * fitted;
            case SHARE -> Math.min(fitted * fitted, 1);
            case LINEAR -> fitted;
            case CORRELATION -> Math.clamp(fitted, -1.0, 1.0);
        };
    }

    private static double reach(PolarGrid grid) {
        return TOO_FAR * 2 * grid.spanMPerS();
    }

    /// Those of the cells that a used one is near.
    private static int[] near(PolarGrid grid, int[] cells, int[] used) {
        double reach = reach(grid);
        double[] u = CellSpline.us(grid, used);
        double[] v = CellSpline.vs(grid, used);
        return Arrays.stream(cells)
                .filter(cell -> Arrays.binarySearch(used, cell) >= 0
                        || IntStream.range(0, u.length)
                                .anyMatch(i -> isWithin(reach, u[i] - grid.u(cell), v[i] - grid.v(cell))))
                .toArray();
    }

    private static boolean isWithin(double reach, double du, double dv) {
        return du * du + dv * dv <= reach * reach;
    }

    /// Marks what none of the cells is near, by unmarking around each.
    private static boolean[] far(double[] axis, PolarGrid grid, int[] cells) {
        int size = axis.length;
        double step = 2 * grid.spanMPerS() / (size - 1);
        double reach = reach(grid);
        boolean[] far = new boolean[size * size];
        Arrays.fill(far, true);
        double[] arc = grid.arcDeg();
        for (int cell : cells) {
            for (double beside : arc) {
                double u = grid.u(cell, beside);
                double v = grid.v(cell, beside);
                int lastRow = last(v + reach, axis[0], step, size);
                int lastColumn = last(u + reach, axis[0], step, size);
                for (int i = first(v - reach, axis[0], step); i <= lastRow; i++) {
                    for (int j = first(u - reach, axis[0], step); j <= lastColumn; j++) {
                        far[i * size + j] &= !isWithin(reach, axis[j] - u, axis[i] - v);
                    }
                }
            }
        }
        return far;
    }

    private static int first(double place, double start, double step) {
        return Math.max(0, (int) Math.floor((place - start) / step));
    }

    private static int last(double place, double start, double step, int size) {
        return Math.min(size - 1, (int) Math.ceil((place - start) / step));
    }
}
