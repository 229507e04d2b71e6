package org.dosi.kernel.wind;

import java.util.Arrays;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// A statistic of concentration by wind direction and speed: the polar plot before it is smoothed.
///
/// Source: Carslaw, Beevers, Ropkins and Bell (2006), Atmospheric Environment 40(28), 5424-5434; the cells
/// are those of openair's `polarPlot`, see [PolarGrid].
///
/// @param hours how many hours each cell holds
/// @param values the statistic of each cell, NaN where it has none
public record PolarBins(PolarGrid grid, int[] hours, double[] values) {
    public static final int DIRECTIONS = 36;
    public static final int SPEEDS = 30;

    /// Bins the hours that have wind speed, direction and value, into 36 directions and 30 speeds. Time
    /// O(hours).
    ///
    /// Direction NaN means that it is missing or that the hour is calm: it takes no part.
    ///
    /// @param value any unit; the statistic is in the same, but for frequency (hours) and probability
    ///     (share)
    public static PolarBins of(double[] windSpeedMPerS, double[] windFromDeg, double[] value, CellStatistic statistic) {
        PolarGrid grid = PolarGrid.over(windSpeedMPerS, windFromDeg, value, DIRECTIONS, SPEEDS);
        return of(grid, windSpeedMPerS, windFromDeg, value, statistic);
    }

    /// As above, over a given grid; an hour beyond it takes no part.
    public static PolarBins of(
            PolarGrid grid, double[] windSpeedMPerS, double[] windFromDeg, double[] value, CellStatistic statistic) {
        int[] cell = cells(grid, windSpeedMPerS, windFromDeg, value);
        int[] hours = new int[grid.cells()];
        for (int c : cell) {
            if (c >= 0) {
                hours[c]++;
            }
        }
        double[] values = switch (statistic) {
            case CellStatistic.Plain plain -> plain(plain, cell, value, hours);
            case CellStatistic.Percentile(double share) -> quantiles(share, cell, value, hours);
            case CellStatistic.Probability probability -> shares(between(probability, cell, value), cell, value, hours);
            case CellStatistic.Between between -> shares(between, cell, value, hours);
        };
        return new PolarBins(grid, hours, values);
    }

    /// The cell of each hour, -1 for an hour that takes no part.
    static int[] cells(PolarGrid grid, double[] windSpeedMPerS, double[] windFromDeg, double[] value) {
        Check.sameLength("windSpeedMPerS", windSpeedMPerS, "windFromDeg", windFromDeg);
        Check.sameLength("windSpeedMPerS", windSpeedMPerS, "value", value);
        int[] cell = new int[value.length];
        for (int h = 0; h < cell.length; h++) {
            cell[h] = Double.isFinite(windSpeedMPerS[h] + windFromDeg[h] + value[h])
                    ? grid.cell(windSpeedMPerS[h], windFromDeg[h])
                    : -1;
        }
        return cell;
    }

    private static double[] plain(CellStatistic.Plain statistic, int[] cell, double[] value, int[] hours) {
        return switch (statistic) {
            case MEAN -> means(cell, value, hours);
            case MEDIAN -> quantiles(0.5, cell, value, hours);
            case MAX -> quantiles(1, cell, value, hours);
            case DEVIATION -> deviations(cell, value, hours);
            case WEIGHTED_MEAN -> {
                double[] means = means(cell, value, hours);
                double all = Arrays.stream(hours).sum();
                for (int c = 0; c < means.length; c++) {
                    means[c] *= hours[c] / all;
                }
                yield means;
            }
            case FREQUENCY ->
                Arrays.stream(hours).mapToDouble(n -> n == 0 ? Double.NaN : n).toArray();
        };
    }

    private static double[] means(int[] cell, double[] value, int[] hours) {
        double[] sum = new double[hours.length];
        for (int h = 0; h < cell.length; h++) {
            if (cell[h] >= 0) {
                sum[cell[h]] += value[h];
            }
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] /= hours[c];
        }
        return sum;
    }

    private static double[] deviations(int[] cell, double[] value, int[] hours) {
        double[] means = means(cell, value, hours);
        double[] sum = new double[hours.length];
        for (int h = 0; h < cell.length; h++) {
            if (cell[h] >= 0) {
                double off = value[h] - means[cell[h]];
                sum[cell[h]] += off * off;
            }
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] = hours[c] > 1 ? Math.sqrt(sum[c] / (hours[c] - 1)) : Double.NaN;
        }
        return sum;
    }

    private static double[] quantiles(double share, int[] cell, double[] value, int[] hours) {
        int[] end = hours.clone();
        Arrays.parallelPrefix(end, Integer::sum);
        double[] byCell = new double[end.length == 0 ? 0 : end[end.length - 1]];
        int[] next = new int[end.length];
        for (int c = 1; c < end.length; c++) {
            next[c] = end[c - 1];
        }
        for (int h = 0; h < cell.length; h++) {
            if (cell[h] >= 0) {
                byCell[next[cell[h]]++] = value[h];
            }
        }
        double[] quantiles = new double[end.length];
        for (int c = 0; c < end.length; c++) {
            double[] own = Arrays.copyOfRange(byCell, end[c] - hours[c], end[c]);
            quantiles[c] = Quantiles.select(own, own.length, share);
        }
        return quantiles;
    }

    /// The thresholds of a probability, from the hours that have wind and value.
    public static CellStatistic.Between between(
            CellStatistic.Probability statistic, double[] windSpeedMPerS, double[] windFromDeg, double[] value) {
        PolarGrid grid = PolarGrid.over(windSpeedMPerS, windFromDeg, value, DIRECTIONS, SPEEDS);
        return between(statistic, cells(grid, windSpeedMPerS, windFromDeg, value), value);
    }

    private static CellStatistic.Between between(CellStatistic.Probability statistic, int[] cell, double[] value) {
        double[] used = new double[value.length];
        int count = 0;
        for (int h = 0; h < cell.length; h++) {
            if (cell[h] >= 0) {
                used[count++] = value[h];
            }
        }
        double lower = Quantiles.select(used, count, statistic.lowerShare());
        double upper = statistic.upperShare() == 1
                ? Double.POSITIVE_INFINITY
                : Quantiles.select(used, count, statistic.upperShare());
        return new CellStatistic.Between(lower, upper);
    }

    private static double[] shares(CellStatistic.Between statistic, int[] cell, double[] value, int[] hours) {
        double[] share = new double[hours.length];
        for (int h = 0; h < cell.length; h++) {
            if (cell[h] >= 0 && value[h] > statistic.lower() && value[h] <= statistic.upper()) {
                share[cell[h]]++;
            }
        }
        for (int c = 0; c < share.length; c++) {
            share[c] /= hours[c];
        }
        return share;
    }
}
