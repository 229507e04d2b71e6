package org.dosi.kernel.wind;

import org.dosi.kernel.stat.Directions;

/// The mean ratio as a function of direction, at the nodes. Changed by its owner alone.
final class DirectionProfile {
    private static final int COUNT = DirectionNodes.COUNT;
    /// Hours that a node needs before it counts half of what a node with endless hours does, in parts of
    /// the mean number by node. With every hour alike the peak would lean towards the frequent winds
    /// beside it.
    private static final double HALF_COUNT = 0.3;

    /// Winds from elsewhere come from 50° away or more.
    private static final int ELSEWHERE = 5;

    private final DirectionNodes nodes;
    private final double[] even = new double[2 * COUNT];
    private final double[] smooth = new double[2 * COUNT];
    private final double[] sums = new double[2 * COUNT];
    /// NaN where no wind came from.
    final double[] mean = new double[COUNT];

    DirectionProfile(DirectionNodes nodes) {
        this.nodes = nodes;
    }

    /// @param newSums ratios summed by node, and behind them hours by node
    void set(double[] newSums) {
        System.arraycopy(newSums, 0, sums, 0, sums.length);
        double total = 0;
        for (int n = 0; n < COUNT; n++) {
            total += sums[COUNT + n];
        }
        double usual = HALF_COUNT * total / COUNT;
        for (int n = 0; n < COUNT; n++) {
            double weight = sums[COUNT + n] > 0 ? 1 / (sums[COUNT + n] + usual) : 0;
            even[n] = sums[n] * weight;
            even[COUNT + n] = sums[COUNT + n] * weight;
        }
        nodes.smooth(even, 0, smooth, 0);
        nodes.smooth(even, COUNT, smooth, COUNT);
        for (int n = 0; n < COUNT; n++) {
            mean[n] = smooth[COUNT + n] > 0 ? smooth[n] / smooth[COUNT + n] : Double.NaN;
        }
    }

    /// The highest of the allowed nodes; -1 if there is none.
    int highest(boolean[] allowed) {
        int best = -1;
        for (int n = 0; n < COUNT; n++) {
            if (allowed[n] && !Double.isNaN(mean[n]) && (best < 0 || mean[n] > mean[best])) {
                best = n;
            }
        }
        return best;
    }

    /// The direction of a highest node, moved to where the curve through it and its neighbours is highest.
    double directionDeg(int highest) {
        return Directions.turned((highest + shift(highest)) * DirectionNodes.STEP_DEG);
    }

    /// Where the parabola through the highest node and its neighbours has its top, in nodes.
    private double shift(int best) {
        double before = mean[(best + COUNT - 1) % COUNT];
        double after = mean[(best + 1) % COUNT];
        double bend = before - 2 * mean[best] + after;
        return bend < 0 ? Math.clamp(0.5 * (before - after) / bend, -0.5, 0.5) : 0;
    }

    /// Logarithm of the mean ratio at a node over that of the winds from elsewhere; NaN if either has no
    /// hours.
    double logRatio(int node) {
        double sum = 0;
        double hours = 0;
        for (int away = ELSEWHERE; away <= COUNT - ELSEWHERE; away++) {
            int other = node + away < COUNT ? node + away : node + away - COUNT;
            sum += sums[other];
            hours += sums[COUNT + other];
        }
        return hours > 0 && sum > 0 && mean[node] > 0 ? Math.log(mean[node] * hours / sum) : Double.NaN;
    }
}
