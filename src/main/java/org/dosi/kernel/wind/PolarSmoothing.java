package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.PenalisedFit;
import org.dosi.kernel.stat.PenalisedRegression;
import org.dosi.kernel.stat.ThinPlateSpline;

/// Smooths the cells of a polar plot to a [PolarSurface].
public final class PolarSmoothing {
    /// Fewer cells than this cannot carry a surface.
    private static final int FEWEST_CELLS = 8;

    /// Of the disc's functions no more are spent than the spline on the data could: cross-validation may
    /// otherwise follow single cells.
    private static final double MOST_FREEDOM = 90;

    /// Of the plot's width, as openair's.
    private static final double TOO_FAR = 0.05;

    private PolarSmoothing() {}

    /// Smooths the cells. Warm and with 700 of 1080 cells used: some ten milliseconds by
    /// [PolarSurface.Smoother#DISC].
    ///
    /// Too few cells, or wind of one speed only, give a surface of NaN.
    public static PolarSurface smooth(PolarBins bins, PolarSurface.Options options) {
        PolarGrid grid = bins.grid();
        int[] used = IntStream.range(0, grid.cells())
                .filter(c -> bins.hours()[c] >= options.fewestHours() && Double.isFinite(bins.values()[c]))
                .toArray();
        double[] axis = axis(grid.spanMPerS());
        int[] asked = IntStream.range(0, grid.cells())
                .filter(c -> bins.hours()[c] > 0)
                .toArray();
        Places places = Places.of(axis, grid, asked);
        if (used.length < FEWEST_CELLS || !(grid.spanMPerS() > 0)) {
            return result(places, empty(places.u.length), options.scale(), new boolean[axis.length * axis.length]);
        }
        double[] y = new double[used.length];
        double[] weight = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            y[i] = forward(bins.values()[used[i]], options.scale());
            weight[i] = Math.min(1, bins.hours()[used[i]] / 4.0);
        }
        Fitted fitted = switch (options.smoother()) {
            case DISC -> byDisc(grid, used, y, weight, places, asked);
            case THIN_PLATE -> byThinPlate(grid, used, y, weight, places, options.functions());
        };
        return result(places, fitted, options.scale(), far(axis, grid, used));
    }

    private static double[] axis(double span) {
        int size = PolarSurface.SIZE;
        return IntStream.range(0, size)
                .mapToDouble(i -> -span + i * (2 * span / (size - 1)))
                .toArray();
    }

    /// The grid's places, row by row from the south, then the cells asked for.
    private record Places(double[] axis, int[] cells, int allCells, double[] u, double[] v) {

        int gridSize() {
            return axis.length * axis.length;
        }

        static Places of(double[] axis, PolarGrid grid, int[] cells) {
            int size = axis.length;
            double[] u = new double[size * size + cells.length];
            double[] v = new double[u.length];
            for (int i = 0; i < size * size; i++) {
                u[i] = axis[i % size];
                v[i] = axis[i / size];
            }
            for (int i = 0; i < cells.length; i++) {
                u[size * size + i] = grid.u(cells[i]);
                v[size * size + i] = grid.v(cells[i]);
            }
            return new Places(axis, cells, grid.cells(), u, v);
        }
    }

    private record Fitted(double[] values, double[] errors, double freedom) {}

    private static Fitted empty(int places) {
        double[] nothing = new double[places];
        Arrays.fill(nothing, Double.NaN);
        return new Fitted(nothing, nothing, Double.NaN);
    }

    private static Fitted byThinPlate(
            PolarGrid grid, int[] used, double[] y, double[] weight, Places places, int functions) {
        double[] u = Arrays.stream(used).mapToDouble(grid::u).toArray();
        double[] v = Arrays.stream(used).mapToDouble(grid::v).toArray();
        if (ThinPlateSpline.distinct(u, v) < FEWEST_CELLS) {
            return empty(places.u.length);
        }
        ThinPlateSpline spline = ThinPlateSpline.fit(u, v, y, weight, functions);
        ThinPlateSpline.Prediction at = spline.predict(places.u, places.v);
        return new Fitted(at.values(), at.standardErrors(), spline.freedom());
    }

    private static Fitted byDisc(PolarGrid grid, int[] used, double[] y, double[] weight, Places places, int[] asked) {
        DiscTable table = DiscTable.of(grid.directions(), grid.speeds());
        int k = table.coefficients();
        double[] rows = new double[used.length * k];
        for (int r = 0; r < used.length; r++) {
            table.copyCell(used[r], rows, r * k);
        }
        PenalisedFit fit = PenalisedRegression.fit(
                new PenalisedRegression.Design(rows, k, table.penalty()), y, weight, MOST_FREEDOM);
        double[] columns = table.atCells(asked);
        return new Fitted(
                joined(fit.values(table.square(), places.gridSize()), fit.values(columns, asked.length)),
                joined(
                        fit.standardErrors(table.square(), places.gridSize()),
                        fit.standardErrors(columns, asked.length)),
                fit.freedom());
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static PolarSurface result(Places places, Fitted fitted, PolarSurface.Scale scale, boolean[] far) {
        int grid = places.gridSize();
        double[] values = new double[places.u.length];
        double[] errors = new double[places.u.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = backward(fitted.values[i], scale);
            errors[i] = isRoot(scale) ? 2 * Math.abs(fitted.values[i]) * fitted.errors[i] : fitted.errors[i];
        }
        double[] atCells = new double[places.allCells];
        double[] errorsAtCells = new double[places.allCells];
        Arrays.fill(atCells, Double.NaN);
        Arrays.fill(errorsAtCells, Double.NaN);
        for (int i = 0; i < places.cells.length; i++) {
            atCells[places.cells[i]] = values[grid + i];
            errorsAtCells[places.cells[i]] = errors[grid + i];
        }
        return new PolarSurface(
                places.axis,
                places.axis,
                Arrays.copyOf(values, grid),
                Arrays.copyOf(errors, grid),
                far,
                atCells,
                errorsAtCells,
                fitted.freedom);
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

    /// Marks what no used cell is near, by unmarking around each.
    private static boolean[] far(double[] axis, PolarGrid grid, int[] used) {
        int size = axis.length;
        double step = 2 * grid.spanMPerS() / (size - 1);
        double reach = TOO_FAR * 2 * grid.spanMPerS();
        boolean[] far = new boolean[size * size];
        Arrays.fill(far, true);
        double[] arc = grid.arcDeg();
        for (int cell : used) {
            for (double beside : arc) {
                double u = grid.u(cell, beside);
                double v = grid.v(cell, beside);
                int lastRow = last(v + reach, axis[0], step, size);
                int lastColumn = last(u + reach, axis[0], step, size);
                for (int i = first(v - reach, axis[0], step); i <= lastRow; i++) {
                    for (int j = first(u - reach, axis[0], step); j <= lastColumn; j++) {
                        double du = axis[j] - u;
                        double dv = axis[i] - v;
                        far[i * size + j] &= du * du + dv * dv > reach * reach;
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
