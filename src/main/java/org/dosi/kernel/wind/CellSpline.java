package org.dosi.kernel.wind;

import java.util.Arrays;
import org.dosi.kernel.stat.PenalisedFit;
import org.dosi.kernel.stat.RidgeRegression;
import org.dosi.kernel.stat.ThinPlateSpline;

/// A spline through cells of a polar grid, on the scale on which it is smooth.
sealed interface CellSpline {
    /// Of the disc's functions no more are spent than the spline on the data could: cross-validation may
    /// otherwise follow single cells.
    double MOST_FREEDOM = 90;

    /// The fitted values at cells.
    double[] valuesAt(int[] cells);

    /// The fitted values and their standard errors on the square around the disc, row by row from the
    /// south, then at cells.
    Fitted on(double[] axis, int[] cells);

    /// @param freedom effective degrees of freedom; NaN if there is no fit
    record Fitted(double[] values, double[] errors, double freedom) {

        /// No fit: all NaN.
        static Fitted nothing(int places) {
            double[] nothing = new double[places];
            Arrays.fill(nothing, Double.NaN);
            return new Fitted(nothing, nothing, Double.NaN);
        }
    }

    /// Fits cells, `y` and `weight` in their order.
    static CellSpline fit(PolarGrid grid, int[] cells, double[] y, double[] weight, PolarSurface.Options options) {
        return switch (options.smoother()) {
            case DISC -> disc(grid, cells, y, weight);
            case THIN_PLATE ->
                new ThinPlate(
                        grid, ThinPlateSpline.fit(us(grid, cells), vs(grid, cells), y, weight, options.functions()));
        };
    }

    private static Disc disc(PolarGrid grid, int[] cells, double[] y, double[] weight) {
        DiscTable table = DiscTable.of(grid.directions(), grid.speeds());
        PenalisedFit fit = RidgeRegression.fit(table.equations(cells, y, weight), DiscBasis.POLYNOMIALS, MOST_FREEDOM);
        return new Disc(table, fit);
    }

    static double[] us(PolarGrid grid, int[] cells) {
        return Arrays.stream(cells).mapToDouble(grid::u).toArray();
    }

    static double[] vs(PolarGrid grid, int[] cells) {
        return Arrays.stream(cells).mapToDouble(grid::v).toArray();
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// In the functions of the whole disc.
    record Disc(DiscTable table, PenalisedFit fit) implements CellSpline {

        @Override
        public double[] valuesAt(int[] cells) {
            return table.values(fit, cells);
        }

        @Override
        public Fitted on(double[] axis, int[] cells) {
            double[] covariance = fit.covariance();
            double[] onSquare = DiscTable.square().variances(covariance);
            Arrays.setAll(onSquare, i -> Math.sqrt(onSquare[i]));
            return new Fitted(
                    joined(DiscTable.square().values(fit), table.values(fit, cells)),
                    joined(onSquare, table.standardErrors(fit, covariance, cells)),
                    fit.freedom());
        }
    }

    /// In functions made for the cells that were fitted.
    record ThinPlate(PolarGrid grid, ThinPlateSpline spline) implements CellSpline {

        @Override
        public double[] valuesAt(int[] cells) {
            return spline.predict(us(grid, cells), vs(grid, cells)).values();
        }

        @Override
        public Fitted on(double[] axis, int[] cells) {
            int size = axis.length;
            double[] u = new double[size * size];
            double[] v = new double[size * size];
            for (int i = 0; i < u.length; i++) {
                u[i] = axis[i % size];
                v[i] = axis[i / size];
            }
            ThinPlateSpline.Prediction at = spline.predict(joined(u, us(grid, cells)), joined(v, vs(grid, cells)));
            return new Fitted(at.values(), at.standardErrors(), spline.freedom());
        }
    }
}
