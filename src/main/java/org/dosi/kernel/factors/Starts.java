package org.dosi.kernel.factors;

import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;

/// What many starts found, and what that says about having found the least Q.
///
/// @param best the best start, polished
/// @param ends every start as it ended
/// @param robust whether the starts are compared by the robust Q
public record Starts(Factorisation best, List<Factorisation> ends, boolean robust) {
    /// An end counts as the best one if its Q is higher by no more than a thousandth.
    public static final double SAME = 0.001;

    /// How many starts came to within [#SAME] of the best.
    public int reached() {
        double least =
                Math.min(q(best), ends.stream().mapToDouble(this::q).min().orElse(Double.NaN));
        // Of samples that factors explain entirely Q is rounding alone, and its shares say nothing.
        double most = least + SAME * Math.max(least, 1);
        return (int) ends.stream().filter(end -> q(end) <= most).count();
    }

    public int converged() {
        return (int) ends.stream().filter(Factorisation::converged).count();
    }

    /// The chance that one start reaches the best, with its exact 95 % interval (Clopper and Pearson 1934).
    ///
    /// The mark was set by these same starts. If a lower minimum exists that none of them found, the chance
    /// of finding that one is likely below 3 / starts.
    public Chance chancePerStart() {
        int n = ends.size();
        int r = reached();
        double lower = r == 0 ? 0 : new BetaDistribution(r, n - r + 1.0).inverseCumulativeProbability(0.025);
        double upper = r == n ? 1 : new BetaDistribution(r + 1.0, n - r).inverseCumulativeProbability(0.975);
        return new Chance(r / (double) n, lower, upper);
    }

    /// The chance that at least one of so many starts reaches the best.
    public Chance chanceOf(int starts) {
        Chance one = chancePerStart();
        return new Chance(
                atLeastOne(one.estimate(), starts), atLeastOne(one.lower(), starts), atLeastOne(one.upper(), starts));
    }

    private static double atLeastOne(double chance, int starts) {
        return 1 - Math.pow(1 - chance, starts);
    }

    /// How like the best each end is: the least correlation of a profile with the one of the best that it
    /// is matched to.
    public double[] likeness() {
        double[] likeness = new double[ends.size()];
        for (int s = 0; s < likeness.length; s++) {
            double[][] correlation = FactorMatching.correlations(ends.get(s).profile(), best.profile(), best.species());
            int[] match = FactorMatching.best(correlation);
            double least = 1;
            for (int k = 0; k < match.length; k++) {
                least = Math.min(least, correlation[match[k]][k]);
            }
            likeness[s] = least;
        }
        return likeness;
    }

    private double q(Factorisation end) {
        return robust ? end.qRobust() : end.qTrue();
    }

    /// A probability with a 95 % interval.
    public record Chance(double estimate, double lower, double upper) {}
}
