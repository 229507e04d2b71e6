package org.dosi.kernel.stat;

/// How much higher a series is in its last whole season than in an earlier one, whatever lies between: what a test for
/// steps does not say where the change was slow.
///
/// Values a whole number of seasons apart are paired, so that the season cancels. The interval is that of the mean of
/// the pairs' differences, taken as an autoregression of order one: as many values count as n (1 - r) / (1 + r)
/// independent ones (Bartlett 1935, Journal of the Royal Statistical Society 98, 536-543), and r is corrected for
/// what the mean took from it (Kendall 1954, Biometrika 41, 403-404).
///
/// @param firstAt index from which the first season is taken
/// @param lastAt index from which the last is
/// @param first mean of the paired values of the first season
/// @param last mean of those of the last
/// @param lower the 95 % interval of last - first
/// @param upper its other end
public record LevelChange(int firstAt, int lastAt, double first, double last, double lower, double upper) {
    private static final double NORMAL_95 = 1.959964;
    private static final double MOST_MEMORY = 0.95;

    /// @param values NaN if missing
    /// @param season values in a season; the series has two at least
    /// @param least least number of pairs; with fewer all but the places is NaN
    public static LevelChange of(double[] values, int season, int least) {
        Check.atLeast(2L * season, "values", values.length);
        int lastAt = values.length - season;
        int firstAt = lastAt % season;
        double[] differences = new double[season];
        double first = 0;
        double last = 0;
        int pairs = 0;
        for (int i = 0; i < season; i++) {
            differences[i] = values[lastAt + i] - values[firstAt + i];
            if (Double.isFinite(differences[i])) {
                first += values[firstAt + i];
                last += values[lastAt + i];
                pairs++;
            }
        }
        if (pairs < least) {
            return new LevelChange(firstAt, lastAt, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        first /= pairs;
        last /= pairs;
        double change = last - first;
        double half = NORMAL_95 * standardError(differences, change, pairs);
        return new LevelChange(firstAt, lastAt, first, last, change - half, change + half);
    }

    /// Last less first.
    public double change() {
        return last - first;
    }

    private static double standardError(double[] differences, double mean, int pairs) {
        double squares = 0;
        double products = 0;
        int neighbours = 0;
        for (int i = 0; i < differences.length; i++) {
            double left = differences[i] - mean;
            if (Double.isFinite(left)) {
                squares += left * left;
                if (i > 0 && Double.isFinite(differences[i - 1])) {
                    products += left * (differences[i - 1] - mean);
                    neighbours++;
                }
            }
        }
        double seen = squares > 0 && neighbours > 0 ? products / neighbours / (squares / pairs) : 0;
        double memory = Math.clamp(seen + (1 + 4 * seen) / pairs, 0, MOST_MEMORY);
        double independent = Math.max(1, pairs * (1 - memory) / (1 + memory));
        return Math.sqrt(squares / Math.max(1, pairs - 1) / independent);
    }
}
