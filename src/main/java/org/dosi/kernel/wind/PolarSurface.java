package org.dosi.kernel.wind;

import java.util.Arrays;
import org.dosi.kernel.stat.Check;

/// The smooth surface of a polar plot, with its standard error.
///
/// The cells' values, or their square roots where values cannot be negative, are smoothed over `u = r sin
/// θ`, `v = r cos θ` (Carslaw and Beevers 2013, Environmental Modelling & Software 40, 325-329; openair's
/// `polarPlot`) and squared again; the standard error of a squared value is `2 f · se(f)`. Cells of few
/// hours weigh less: 0.25, 0.5 and 0.75 for 1, 2 and 3 hours. By default a cell of a single hour counts at most as
/// much as the highest of the four nearest of several, so that no hot spot rests on one hour; openair lets it. See
/// [PolarSmoothing].
///
/// @param u eastward places of the grid, m/s, one a column; `v` northward, one a row; row by row below
/// @param values the surface; a probability is cut at 0 and 1, a correlation at -1 and 1
/// @param standardErrors in the same order
/// @param far places farther from any used cell than a twentieth of the plot's width, where a plot is left
///     blank
/// @param atCells the surface at the cells of the bins
/// @param freedom effective degrees of freedom of the surface; NaN if there were too few cells for one
public record PolarSurface(
        double[] u,
        double[] v,
        double[] values,
        double[] standardErrors,
        boolean[] far,
        AtCells atCells,
        double freedom) {
    public static final int SIZE = 51;

    /// The surface at the cells of the bins, one of each a cell.
    ///
    /// @param used whether the cell took part in the surface
    /// @param values NaN where the cell has no hour, or is farther than `far` allows from those of enough hours
    public record AtCells(boolean[] used, double[] values, double[] standardErrors) {

        static AtCells empty(int cells) {
            double[] values = new double[cells];
            Arrays.fill(values, Double.NaN);
            return new AtCells(new boolean[cells], values, values.clone());
        }
    }

    /// Which spline.
    public enum Smoother {
        /// The thin-plate basis of the whole disc, see [DiscBasis]: a few milliseconds.
        DISC,
        /// Wood's thin-plate regression spline over the cells that hold hours, k = 100, as openair.
        THIN_PLATE
    }

    /// On which scale the surface is smooth.
    public enum Scale {
        /// For what cannot be negative. A negative mean, noise of an instrument at its zero, counts as 0.
        SQUARE_ROOT,
        SHARE,
        LINEAR,
        CORRELATION
    }

    /// How to smooth.
    ///
    /// @param fewestHours a cell of fewer hours counts at most as the highest of the four nearest of so many does;
    ///     of a slope or correlation, for which less is not safer, it takes no part
    /// @param functions the dimension of the thin-plate regression spline
    public record Options(Smoother smoother, Scale scale, int fewestHours, int functions) {
        public static final int REFERENCE_FUNCTIONS = 100;

        public Options {
            Check.atLeast(1, "fewestHours", fewestHours);
        }

        public static Options of(Smoother smoother, Scale scale) {
            return new Options(smoother, scale, 2, REFERENCE_FUNCTIONS);
        }

        public Options withFewestHours(int hours) {
            return new Options(smoother, scale, hours, functions);
        }
    }
}
