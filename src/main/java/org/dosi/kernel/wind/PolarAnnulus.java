package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.PenalisedFit;
import org.dosi.kernel.stat.PenalisedRegression;

/// Concentration by wind direction and a division of time - the hour of the day, the weekday, the month of
/// the year, or the months of a record one after another - with a smooth surface.
///
/// Source: openair's `polarAnnulus`. Here the surface is a tensor product of cubic B-splines with
/// second-difference penalties (Eilers and Marx 1996, Statistical Science 11(2), 89-121; 2003, Chemometrics
/// 66(2), 159-174), periodic in direction and in a division that returns, on the square root of the means,
/// weighted by the cell's hours up to four. The smoothing parameter minimises generalised cross-validation;
/// so does the balance between the two penalties, out of five.
///
/// A cell is `slot · directions + d`, direction `(d + 1) · 360 / directions` degrees.
///
/// @param hours of each cell
/// @param means of each cell, NaN without hours
/// @param smooth the surface at every cell; NaN if too few cells hold hours
public record PolarAnnulus(int directions, int slots, int[] hours, double[] means, double[] smooth) {
    private static final int FEWEST_CELLS = 12;
    private static final int DIRECTION_SPLINES = 16;
    private static final int MOST_SLOT_SPLINES = 12;
    private static final double[] BALANCES = {1.0 / 16, 1.0 / 4, 1, 4, 16};

    /// Averages the hours that have direction and value and a slot from 0, and smooths. Time O(hours) and
    /// for the surface O(cells · 192² + 192³).
    ///
    /// @param slot the division of time of each hour, from 0 to before `slots`; negative for none
    /// @param returns whether the last slot is followed by the first
    public static PolarAnnulus of(
            int[] slot, int slots, boolean returns, double[] windFromDeg, double[] value, int directions) {
        Check.sameLength("windFromDeg", windFromDeg, "value", value);
        Check.atLeast(value.length, "slot", slot.length);
        int[] hours = new int[slots * directions];
        double[] means = new double[slots * directions];
        for (int h = 0; h < value.length; h++) {
            if (slot[h] >= 0 && slot[h] < slots && Double.isFinite(windFromDeg[h] + value[h])) {
                int cell = slot[h] * directions + PolarGrid.sector(windFromDeg[h], directions);
                hours[cell]++;
                means[cell] += value[h];
            }
        }
        for (int c = 0; c < means.length; c++) {
            means[c] /= hours[c];
        }
        return new PolarAnnulus(directions, slots, hours, means, smooth(directions, slots, returns, hours, means));
    }

    private static double[] smooth(int directions, int slots, boolean returns, int[] hours, double[] means) {
        double[] smooth = new double[means.length];
        int[] used = IntStream.range(0, means.length).filter(c -> hours[c] > 0).toArray();
        if (used.length < FEWEST_CELLS) {
            Arrays.fill(smooth, Double.NaN);
            return smooth;
        }
        double[][] around = splines(directions, Math.min(DIRECTION_SPLINES, directions), true);
        double[][] along = splines(slots, Math.min(MOST_SLOT_SPLINES, Math.max(slots, 1)), returns);
        double[] y = new double[used.length];
        double[] weight = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            y[i] = Math.sqrt(Math.max(means[used[i]], 0));
            weight[i] = Math.min(1, hours[used[i]] / 4.0);
        }
        double[] rows = products(used, directions, around, along);
        PenalisedFit best = fit(rows, y, weight, new int[] {around[0].length, along[0].length}, returns);
        int[] all = IntStream.range(0, means.length).toArray();
        double[] design = products(all, directions, around, along);
        int k = around[0].length * along[0].length;
        for (int c = 0; c < smooth.length; c++) {
            double root = best.value(Arrays.copyOfRange(design, c * k, (c + 1) * k));
            smooth[c] = root * root;
        }
        return smooth;
    }

    /// The fit with the balance of least cross-validation score.
    ///
    /// @param splines how many in direction and in time
    private static PenalisedFit fit(double[] rows, double[] y, double[] weight, int[] splines, boolean returns) {
        return Arrays.stream(BALANCES)
                .mapToObj(balance -> PenalisedRegression.fit(
                        new PenalisedRegression.Design(
                                rows, splines[0] * splines[1], penalty(splines[0], splines[1], returns, balance)),
                        y,
                        weight,
                        0.8 * y.length))
                // σ² over the share of freedom left is the score.
                .min(Comparator.comparingDouble(fit -> fit.variance() / (1 - fit.freedom() / y.length)))
                .orElseThrow();
    }

    /// Cubic B-splines at the middles of equal classes: one row a class.
    private static double[][] splines(int classes, int segments, boolean periodic) {
        int count = periodic ? segments : segments + 3;
        double[][] splines = new double[classes][count];
        for (int i = 0; i < classes; i++) {
            double at = (i + 0.5) * segments / classes;
            int segment = Math.min((int) at, segments - 1);
            double f = at - segment;
            double r = 1 - f;
            double[] four = {
                r * r * r / 6, (3 * f * f * f - 6 * f * f + 4) / 6, (3 * r * r * r - 6 * r * r + 4) / 6, f * f * f / 6
            };
            for (int j = 0; j < four.length; j++) {
                splines[i][(segment + j) % count] += four[j];
            }
        }
        return splines;
    }

    private static double[] products(int[] cells, int directions, double[][] around, double[][] along) {
        int a = around[0].length;
        int b = along[0].length;
        double[] rows = new double[cells.length * a * b];
        for (int r = 0; r < cells.length; r++) {
            double[] wave = around[cells[r] % directions];
            double[] time = along[cells[r] / directions];
            for (int i = 0; i < b; i++) {
                for (int j = 0; j < a; j++) {
                    rows[(r * b + i) * a + j] = time[i] * wave[j];
                }
            }
        }
        return rows;
    }

    /// Second differences along both axes, the one in time times the balance.
    private static double[] penalty(int around, int along, boolean returns, double balance) {
        double[] wave = differences(around, true);
        double[] time = differences(along, returns);
        int k = around * along;
        double[] penalty = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                boolean sameTime = i / around == j / around;
                boolean sameWave = i % around == j % around;
                penalty[i * k + j] = (sameTime ? wave[i % around * around + j % around] : 0)
                        + (sameWave ? balance * time[i / around * along + j / around] : 0);
            }
        }
        return penalty;
    }

    private static double[] differences(int n, boolean periodic) {
        double[] squares = new double[n * n];
        double[] second = {1, -2, 1};
        for (int row = 0; row < (periodic ? n : n - 2); row++) {
            for (int i = 0; i < second.length; i++) {
                for (int j = 0; j < second.length; j++) {
                    squares[(row + i) % n * n + (row + j) % n] += second[i] * second[j];
                }
            }
        }
        return squares;
    }
}
