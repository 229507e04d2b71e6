package org.dosi.kernel.stat;

import java.util.Arrays;

/// Seasonal-trend decomposition by loess (STL).
///
/// Source: R. B. Cleveland, W. S. Cleveland, J. E. McRae and I. Terpenning (1990), STL: a seasonal-trend
/// decomposition procedure based on loess, Journal of Official Statistics 6(1), 3-73. The free choices are
/// those of R's `stl`: trend window the next odd number above `1.5 period / (1 - 1.5 / seasonal window)`,
/// low-pass window the next odd number above the period, both of degree 1, each loess fitted at every tenth
/// part of its window and interpolated between, one inner round and fifteen outer ones if robust, else two
/// and none. Reference: `stl_monthly_nox.csv`.
public final class Stl {
    private static final int OUTER_ROUNDS = 15;

    private final int period;
    private final boolean exactMedian;
    private final int n;
    private final double[] y;
    private final double[] weights;
    private final double[] seasonal;
    private final double[] trend;
    private final Loess seasonalLoess;
    private final Loess lowPassLoess;
    private final Loess trendLoess;
    private final double[] cycle;
    private final double[] work;
    private final double[] ones;

    private Stl(double[] y, int period, StlSpans spans) {
        this.y = y;
        this.period = period;
        exactMedian = spans.exactMedian();
        n = y.length;
        int longest = n + 2 * period;
        int seasonalWindow = spans.isPeriodic() ? 10 * n + 1 : spans.seasonal() | 1;
        int trendWindow = nextOdd(Math.ceil(1.5 * period / (1 - 1.5 / seasonalWindow)));
        int lowPassWindow = nextOdd(period);
        seasonalLoess = new Loess(seasonalWindow, spans.seasonalDegree(), tenth(seasonalWindow), longest);
        trendLoess = new Loess(trendWindow, 1, tenth(trendWindow), longest);
        lowPassLoess = new Loess(lowPassWindow, 1, tenth(lowPassWindow), longest);
        weights = new double[n];
        seasonal = new double[n];
        trend = new double[n];
        cycle = new double[longest];
        work = new double[longest];
        ones = new double[longest];
        Arrays.fill(weights, 1);
        Arrays.fill(ones, 1);
    }

    /// Takes a row apart.
    ///
    /// The row must have no gaps; fill them before, with [StructuralModel]. Time O(rounds · n · window).
    ///
    /// @param values evenly spaced finite numbers, more than two periods of them
    /// @param period steps in a season: 12 for months of a year, 24 for hours of a day
    public static SeasonalTrend decompose(double[] values, int period, StlSpans spans) {
        Check.atLeast(2, "period", period);
        Check.atLeast(2L * period + 1, "values", values.length);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("values: expected a row without gaps, found " + value);
            }
        }
        Stl stl = new Stl(values, period, spans);
        stl.run(spans.robust());
        if (spans.isPeriodic()) {
            stl.averageCycle();
        }
        double[] remainder = new double[values.length];
        for (int i = 0; i < remainder.length; i++) {
            remainder[i] = values[i] - stl.seasonal[i] - stl.trend[i];
        }
        return new SeasonalTrend(stl.seasonal, stl.trend, remainder, stl.weights);
    }

    private void run(boolean robust) {
        int innerRounds = robust ? 1 : 2;
        int outerRounds = robust ? OUTER_ROUNDS : 0;
        for (int round = 0; ; round++) {
            for (int inner = 0; inner < innerRounds; inner++) {
                improve();
            }
            if (round == outerRounds) {
                return;
            }
            weigh();
        }
    }

    /// Steps 1 to 6 of the paper's inner loop.
    private void improve() {
        for (int i = 0; i < n; i++) {
            work[i] = y[i] - trend[i];
        }
        smoothSubseries();
        double[] lowPass = movingAverage(movingAverage(movingAverage(cycle, period), period), 3);
        double[] smoothed = new double[n];
        lowPassLoess.smooth(lowPass, n, ones, smoothed, 0);
        for (int i = 0; i < n; i++) {
            seasonal[i] = cycle[period + i] - smoothed[i];
            work[i] = y[i] - seasonal[i];
        }
        trendLoess.smooth(work, n, weights, trend, 0);
    }

    /// Smooths the Januaries, the Februaries and so on, each prolonged by one at both ends.
    private void smoothSubseries() {
        for (int phase = 0; phase < period; phase++) {
            int count = (n - phase - 1) / period + 1;
            double[] part = new double[count];
            double[] partWeights = new double[count];
            for (int i = 0; i < count; i++) {
                part[i] = work[i * period + phase];
                partWeights[i] = weights[i * period + phase];
            }
            double[] smooth = new double[count + 2];
            seasonalLoess.smooth(part, count, partWeights, smooth, 1);
            int window = seasonalLoess.window();
            double before = seasonalLoess.at(part, count, -1, 0, Math.min(window, count) - 1, partWeights);
            double after = seasonalLoess.at(part, count, count, Math.max(0, count - window), count - 1, partWeights);
            smooth[0] = Double.isNaN(before) ? smooth[1] : before;
            smooth[count + 1] = Double.isNaN(after) ? smooth[count] : after;
            for (int i = 0; i < count + 2; i++) {
                cycle[i * period + phase] = smooth[i];
            }
        }
    }

    /// Bisquare weights of the remainder at six times its median (section 2.5 of the paper).
    private void weigh() {
        double[] size = new double[n];
        for (int i = 0; i < n; i++) {
            size[i] = Math.abs(y[i] - trend[i] - seasonal[i]);
        }
        double reach = 6 * (exactMedian ? Quantiles.median(size.clone(), n) : StlMedian.of(size.clone()));
        for (int i = 0; i < n; i++) {
            if (size[i] <= 0.001 * reach) {
                weights[i] = 1;
            } else if (size[i] <= 0.999 * reach) {
                double share = size[i] / reach;
                double rest = 1 - share * share;
                weights[i] = rest * rest;
            } else {
                weights[i] = 0;
            }
        }
    }

    private void averageCycle() {
        for (int phase = 0; phase < period; phase++) {
            double sum = 0;
            int count = 0;
            for (int i = phase; i < n; i += period) {
                sum += seasonal[i];
                count++;
            }
            for (int i = phase; i < n; i += period) {
                seasonal[i] = sum / count;
            }
        }
    }

    private static double[] movingAverage(double[] x, int width) {
        double[] means = new double[x.length - width + 1];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            if (i >= width) {
                sum -= x[i - width];
            }
            if (i >= width - 1) {
                means[i - width + 1] = sum / width;
            }
        }
        return means;
    }

    private static int nextOdd(double x) {
        int whole = (int) Math.rint(x);
        return whole % 2 == 0 ? whole + 1 : whole;
    }

    private static int tenth(int window) {
        return (window + 9) / 10;
    }
}
