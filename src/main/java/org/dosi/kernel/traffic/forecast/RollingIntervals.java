package org.dosi.kernel.traffic.forecast;

import java.util.Arrays;
import org.dosi.kernel.stat.Quantiles;

/// Intervals that hold a stated share of values, from how far earlier forecasts missed: split conformal prediction with
/// scores scaled by the usual spread, over a window that moves on with the origin, so that a city that becomes less
/// predictable widens them.
///
/// Source: Vovk, Gammerman and Shafer 2005, Algorithmic Learning in a Random World; the scaling as in Lei et al. 2018,
/// Journal of the American Statistical Association 113, 1094–1111.
public final class RollingIntervals {
    private final double share;
    private final int window;
    private double[] scores = new double[1024];
    private int[] targets = new int[1024];
    private int size;
    private int from;
    private int judgedAt = -1;
    private double quantile = Double.NaN;

    /// @param share of the values that are to be held
    /// @param window steps that a score counts for
    public RollingIntervals(double share, int window) {
        this.share = share;
        this.window = window;
    }

    /// In ascending order of target steps.
    ///
    /// @param score how far a forecast missed, in spreads; NaN is passed over
    public void add(int targetStep, double score) {
        if (Double.isNaN(score)) {
            return;
        }
        if (size == scores.length) {
            scores = Arrays.copyOf(scores, 2 * size);
            targets = Arrays.copyOf(targets, 2 * size);
        }
        scores[size] = Math.abs(score);
        targets[size++] = targetStep;
    }

    /// How many spreads an interval reaches to either side, from the scores whose targets are known at the origin; NaN
    /// where there are none. Judged anew after so many steps.
    public double halfWidth(int origin, int anewAfter) {
        if (judgedAt >= 0 && origin >= judgedAt && origin - judgedAt < anewAfter) {
            return quantile;
        }
        judgedAt = origin;
        while (from < size && targets[from] < origin - window) {
            from++;
        }
        int to = from;
        while (to < size && targets[to] < origin) {
            to++;
        }
        int n = to - from;
        double[] known = Arrays.copyOfRange(scores, from, to);
        // One more than there are: the next one is as likely to be the largest as any.
        quantile = n == 0 ? Double.NaN : Quantiles.select(known, n, Math.min(1, share * (n + 1) / n));
        return quantile;
    }
}
