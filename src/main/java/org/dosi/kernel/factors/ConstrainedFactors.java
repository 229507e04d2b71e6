package org.dosi.kernel.factors;

import java.util.List;
import java.util.stream.IntStream;

/// A solution fitted again under constraints on single elements.
///
/// Ranges and absences hold exactly. Pulls are linear terms added to Q, strengthened until Q has risen, above
/// the solution with the ranges alone, by the sum of what they are allowed (after Paatero and Hopke 2009,
/// Journal of Chemometrics 23, 91-100; EPA PMF 5.0 guide, section 7.2). A factor with a range or a pull keeps
/// its mean contribution at 1 throughout.
public final class ConstrainedFactors {
    private static final int MOST_SEARCH_STEPS = 40;

    /// How near the rise of Q must come to the allowed one.
    private static final double NEAR = 0.02;

    private ConstrainedFactors() {}

    /// Fits again from a base solution on; the order of the factors stays. The rules of the result hold
    /// the pulls as they ended: as slopes of a strength that no longer changes.
    public static HeldSolution fit(
            Samples data, FitSettings settings, Factorisation base, List<FactorConstraint> constraints) {
        Rules rules = rules(base, constraints);
        Alternation.End bounded = run(data, settings, rules, base.contribution(), base.profile());
        double allowed = 0;
        for (FactorConstraint constraint : constraints) {
            if (constraint instanceof FactorConstraint.Pull pull) {
                allowed += pull.allowedRise();
            }
        }
        Pulled pulled = allowed > 0
                ? pull(data, settings, rules, bounded, direction(base, constraints), allowed)
                : new Pulled(bounded, rules);
        return new HeldSolution(Factorisation.of(data, base.factors(), pulled.end, false), pulled.rules);
    }

    private static Rules rules(Factorisation base, List<FactorConstraint> constraints) {
        Rules free = Rules.free(base.factors(), base.samples(), base.species());
        double[] lowest = free.lowest();
        double[] highest = free.highest();
        double[] highestContribution = free.highestContribution();
        boolean[] held = new boolean[base.factors()];
        for (FactorConstraint constraint : constraints) {
            switch (constraint) {
                case FactorConstraint.Range range -> {
                    int e = range.factor() * base.species() + range.species();
                    lowest[e] = Math.max(lowest[e], range.lowest());
                    highest[e] = Math.min(highest[e], range.highest());
                    if (lowest[e] > highest[e]) {
                        throw new IllegalArgumentException("two ranges of one element that do not meet");
                    }
                    held[range.factor()] |= range.highest() > 0;
                }
                case FactorConstraint.Pull pull -> held[pull.factor()] = true;
                case FactorConstraint.Absent absent ->
                    highestContribution[absent.factor() * base.samples() + absent.sample()] = 0;
            }
        }
        int[] heldFactors = IntStream.range(0, held.length).filter(k -> held[k]).toArray();
        return new Rules(
                base.factors(),
                lowest,
                highest,
                highestContribution,
                heldFactors,
                free.slope(),
                free.pull(),
                free.pullTarget());
    }

    /// The slope of each pulled element for a strength of 1: its share of what is allowed, over its size, so that
    /// elements of different units move alike.
    private static double[] direction(Factorisation base, List<FactorConstraint> constraints) {
        double[] slope = new double[base.profile().length];
        for (FactorConstraint constraint : constraints) {
            if (constraint instanceof FactorConstraint.Pull pull) {
                double all = 0;
                for (int k = 0; k < base.factors(); k++) {
                    all += base.profile(k, pull.species());
                }
                int e = pull.factor() * base.species() + pull.species();
                slope[e] += (pull.up() ? 1 : -1) * pull.allowedRise() / Math.max(all, Double.MIN_NORMAL);
            }
        }
        return slope;
    }

    private record Pulled(Alternation.End end, Rules rules) {}

    private static Pulled pull(
            Samples data, FitSettings settings, Rules rules, Alternation.End base, double[] direction, double allowed) {
        double limit = allowed * base.objective();
        double weak = 0;
        double strong = Double.POSITIVE_INFINITY;
        double strength = base.objective();
        Pulled best = new Pulled(base, rules);
        for (int step = 0; step < MOST_SEARCH_STEPS; step++) {
            double[] slope = direction.clone();
            for (int e = 0; e < slope.length; e++) {
                slope[e] *= strength;
            }
            Rules pulling = rules.withSlope(slope);
            Alternation.End end = run(data, settings, pulling, best.end.contribution(), best.end.profile());
            double rise = end.objective() - base.objective();
            if (rise > limit) {
                strong = strength;
            } else {
                weak = strength;
                best = new Pulled(end, pulling);
                if (rise >= (1 - NEAR) * limit
                        || (strong == Double.POSITIVE_INFINITY && exhausted(rules, slope, end))) {
                    return best;
                }
            }
            strength = strong == Double.POSITIVE_INFINITY ? 4 * strength : (weak + strong) / 2;
        }
        return best;
    }

    /// Whether every pulled element has come to its bound, so that a stronger pull changes nothing.
    private static boolean exhausted(Rules rules, double[] slope, Alternation.End end) {
        return IntStream.range(0, slope.length)
                .filter(e -> slope[e] != 0)
                .allMatch(e ->
                        slope[e] < 0 ? end.profile()[e] <= rules.lowest()[e] : end.profile()[e] >= rules.highest()[e]);
    }

    private static Alternation.End run(
            Samples data, FitSettings settings, Rules rules, double[] contribution, double[] profile) {
        return new Alternation(new Weights(data), rules, settings.robust())
                .run(contribution, profile, settings.tolerance(), settings.mostIterations());
    }
}
