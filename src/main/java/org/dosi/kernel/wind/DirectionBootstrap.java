package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dosi.kernel.stat.Directions;
import org.dosi.kernel.stat.Quantiles;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/// The intervals of a direction and its effect by a circular block bootstrap of days.
final class DirectionBootstrap {
    private static final int COUNT = DirectionNodes.COUNT;
    /// The uncertainty of a good wind vane (WMO-No. 8, volume I, annex 1.A): no direction is known better.
    private static final double VANE_DEG = 5;

    private final int days;
    private final double level;
    private final double widening;
    /// Turns of the drawn direction from that of all days.
    private final double[] turnDeg;
    /// Excess of the drawn highest logarithm of a ratio over that of all days.
    private final double[] excess;
    /// By draw and node, logarithms of ratios.
    private final double[] logRatio;

    DirectionBootstrap(double[] sumsUpToDay, boolean[] allowed, DirectionNodes nodes, DirectionRules rules) {
        days = sumsUpToDay.length / (2 * COUNT) - 1;
        level = rules.level();
        widening = widening();
        turnDeg = new double[rules.resamples()];
        excess = new double[rules.resamples()];
        logRatio = new double[rules.resamples() * COUNT];
        Arrays.fill(turnDeg, Double.NaN);
        Arrays.fill(excess, Double.NaN);
        Arrays.fill(logRatio, Double.NaN);
        DirectionProfile profile = new DirectionProfile(nodes);
        profile.set(Arrays.copyOfRange(sumsUpToDay, days * 2 * COUNT, sumsUpToDay.length));
        int centre = profile.highest(allowed);
        if (centre < 0) {
            return;
        }
        double directionDeg = profile.directionDeg(centre);
        double ofAll = profile.logRatio(centre);
        SplittableRandom random = new SplittableRandom(rules.seed());
        for (int draw = 0; draw < rules.resamples(); draw++) {
            profile.set(drawn(sumsUpToDay, random));
            int highest = profile.highest(allowed);
            if (highest >= 0) {
                turnDeg[draw] = Directions.turnDeg(directionDeg, profile.directionDeg(highest));
                excess[draw] = profile.logRatio(highest) - ofAll;
                for (int n = 0; n < COUNT; n++) {
                    logRatio[draw * COUNT + n] = allowed[n] ? profile.logRatio(n) : Double.NaN;
                }
            }
        }
    }

    private int block() {
        return Math.max(1, (int) Math.round(Math.cbrt(days)));
    }

    /// Percentiles of a bootstrap of few blocks are too narrow, as a normal interval with an estimated
    /// deviation would be: by Student's t over the normal quantile, and by the divisor n instead of n - 1
    /// (Davison and Hinkley 1997, section 5.6).
    private double widening() {
        double blocks = Math.max(2.0, (double) days / block());
        double share = (1 + level) / 2;
        double student = new TDistribution(blocks - 1).inverseCumulativeProbability(share);
        double normal = new NormalDistribution().inverseCumulativeProbability(share);
        return student / normal * Math.sqrt(blocks / (blocks - 1));
    }

    /// The sums of as many days as there are, drawn in blocks that wrap from the last day to the first.
    private double[] drawn(double[] upTo, SplittableRandom random) {
        int block = block();
        double[] sums = new double[2 * COUNT];
        for (int left = days; left > 0; left -= block) {
            int from = random.nextInt(days);
            int to = from + Math.min(block, left);
            addSpan(sums, upTo, from, Math.min(to, days));
            if (to > days) {
                addSpan(sums, upTo, 0, to - days);
            }
        }
        return sums;
    }

    private static void addSpan(double[] sums, double[] upTo, int from, int to) {
        for (int n = 0; n < sums.length; n++) {
            sums[n] += upTo[to * sums.length + n] - upTo[from * sums.length + n];
        }
    }

    /// The interval of a direction found in all days.
    Directions.Arc arc(double directionDeg) {
        double[] directions =
                Arrays.stream(turnDeg).map(turn -> directionDeg + turn).toArray();
        return Directions.percentileArc(directionDeg, directions, level).widened(widening, VANE_DEG);
    }

    /// By how much the highest logarithm is usually too high for having been picked as the highest.
    double usualExcess() {
        return Quantiles.of(excess, 0.5);
    }

    /// Half the width of a band about the logarithms of all directions at once, at one node. Because the
    /// band holds for all, it holds for the one that was picked (max-t band; Davison and Hinkley 1997,
    /// section 4.2.4).
    double halfBand(int node) {
        double[] furthest = new double[turnDeg.length];
        double deviationThere = Double.NaN;
        for (int n = 0; n < COUNT; n++) {
            int at = n;
            double[] drawn = new double[furthest.length];
            Arrays.setAll(drawn, draw -> logRatio[draw * COUNT + at]);
            double[] known = Arrays.stream(drawn).filter(Double::isFinite).toArray();
            double mean = Arrays.stream(known).average().orElse(Double.NaN);
            double deviation = Math.sqrt(Arrays.stream(known)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(Double.NaN));
            for (int draw = 0; draw < furthest.length && deviation > 0; draw++) {
                double off = Math.abs(drawn[draw] - mean) / deviation;
                furthest[draw] = off > furthest[draw] ? off : furthest[draw];
            }
            deviationThere = n == node ? deviation : deviationThere;
        }
        return widening * deviationThere * Quantiles.of(furthest, level);
    }
}
