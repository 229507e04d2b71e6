package org.dosi.kernel.wind;

import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;

/// Non-parametric wind regression: the concentration to expect in each wind, averaged with weights that
/// fall off with the distance in speed and direction.
///
/// Source: Henry, Chang and Spiegelman (2002), Atmospheric Environment 36(13), 2237-2244; with speed,
/// Henry, Norris, Vedantham and Turner (2009), Environ. Sci. Technol. 43(11), 4090-4097, equation 1.
/// Kernels are Gaussian and the one in direction is truly circular: an hour's distance is the shorter way
/// around. The standard error is that of the weighted mean, `√(Σ wᵢ² (cᵢ - ĉ)²) / Σ wᵢ` (2002, equation 5),
/// which takes hours as independent; since they are not, it is a lower bound.
///
/// A place is `s · directions + d`: speed `s · span / (speeds - 1)`, counted from the least speed of
/// the hours, and direction `(d + 1) · 360 / directions` degrees: [PolarGrid] says both.
///
/// @param hours how many hours lie in the place's own cell, see [PolarGrid]
/// @param values the expected concentration; NaN only without any hour, or so far from all that weights
///     vanish
/// @param standardErrors of the values
public record WindRegression(PolarGrid grid, int[] hours, double[] values, double[] standardErrors) {

    /// The kernels' widths, and the places to estimate.
    public record Options(double speedSigmaMPerS, double directionSigmaDeg, int speeds, int directions) {
        /// As openair: 1.5 m/s, 5°, 40 speeds and 36 directions.
        public static final Options USUAL = new Options(1.5, 5, 40, 36);

        public Options {
            Check.positive("speedSigmaMPerS", speedSigmaMPerS);
            Check.positive("directionSigmaDeg", directionSigmaDeg);
        }
    }

    /// Sums of weights, of squared weights, and of both times the concentration or its square.
    private static final int SUMS = 5;

    /// Estimates at all places. Hours without speed, direction or value take no part.
    ///
    /// Kernels of speed and direction multiply, so hours of one direction are summed first: time O(hours ·
    /// speeds + distinct directions · places).
    public static WindRegression of(double[] windSpeedMPerS, double[] windFromDeg, double[] value, Options options) {
        PolarGrid grid = PolarGrid.over(windSpeedMPerS, windFromDeg, value, options.directions(), options.speeds());
        int[] cell = PolarBins.cells(grid, windSpeedMPerS, windFromDeg, value);
        int[] hours = new int[grid.cells()];
        for (int c : cell) {
            if (c >= 0) {
                hours[c]++;
            }
        }
        WindClasses classes = WindClasses.of(grid, windSpeedMPerS, windFromDeg, cell);
        double[] byDirection = sumByDirection(grid, classes, cell, value, options);
        double[] values = new double[grid.cells()];
        double[] errors = new double[grid.cells()];
        IntStream.range(0, grid.directions())
                .parallel()
                .forEach(d -> estimate(grid, classes, byDirection, options, d, values, errors));
        return new WindRegression(grid, hours, values, errors);
    }

    /// For each distinct direction, sum and speed: the sums over its hours with the kernel in speed alone.
    private static double[] sumByDirection(
            PolarGrid grid, WindClasses classes, int[] cell, double[] value, Options options) {
        int speeds = grid.speeds();
        double[] kernel = new double[classes.speeds().length * speeds];
        for (int i = 0; i < classes.speeds().length; i++) {
            for (int s = 0; s < speeds; s++) {
                double off =
                        (classes.speeds()[i] - grid.radiusMPerS(s * grid.directions())) / options.speedSigmaMPerS();
                kernel[i * speeds + s] = Math.exp(-off * off / 2);
            }
        }
        double[] sums = new double[classes.directions().length * SUMS * speeds];
        for (int h = 0; h < cell.length; h++) {
            if (cell[h] >= 0) {
                int to = classes.directionOf()[h] * SUMS * speeds;
                int from = classes.speedOf()[h] * speeds;
                double c = value[h];
                for (int s = 0; s < speeds; s++) {
                    double weight = kernel[from + s];
                    double square = weight * weight;
                    sums[to + s] += weight;
                    sums[to + speeds + s] += weight * c;
                    sums[to + 2 * speeds + s] += square;
                    sums[to + 3 * speeds + s] += square * c;
                    sums[to + 4 * speeds + s] += square * c * c;
                }
            }
        }
        return sums;
    }

    private static void estimate(
            PolarGrid grid,
            WindClasses classes,
            double[] byDirection,
            Options options,
            int direction,
            double[] values,
            double[] errors) {
        int speeds = grid.speeds();
        double[] sum = new double[SUMS * speeds];
        for (int i = 0; i < classes.directions().length; i++) {
            double off = apart(classes.directions()[i], grid.windFromDeg(direction)) / options.directionSigmaDeg();
            double weight = Math.exp(-off * off / 2);
            double square = weight * weight;
            int at = i * SUMS * speeds;
            for (int j = 0; j < 2 * speeds; j++) {
                sum[j] += weight * byDirection[at + j];
            }
            for (int j = 2 * speeds; j < SUMS * speeds; j++) {
                sum[j] += square * byDirection[at + j];
            }
        }
        for (int s = 0; s < speeds; s++) {
            double weight = sum[s];
            double value = sum[speeds + s] / weight;
            double spread = sum[4 * speeds + s] - 2 * value * sum[3 * speeds + s] + value * value * sum[2 * speeds + s];
            values[s * grid.directions() + direction] = value;
            errors[s * grid.directions() + direction] = Math.sqrt(Math.max(spread, 0)) / weight;
        }
    }

    /// The angle between two directions by the shorter way, 0 to 180 degrees.
    static double apart(double aDeg, double bDeg) {
        double apart = Math.abs(aDeg - bDeg) % 360;
        return Math.min(apart, 360 - apart);
    }
}
