package org.dosi.kernel.factors;

import org.dosi.kernel.stat.Check;

/// Fpeak: a solution turned so that its profiles, or its contributions, have more and clearer zeros.
///
/// In the sense of Paatero, Hopke, Song and Ramadan (2002, Chemometrics and Intelligent Laboratory Systems
/// 60, 253-264), a positive strength adds the contributions of the factors to each other, whereupon their
/// profiles must be subtracted from each other and grow sharper; a negative one subtracts contributions and
/// mixes profiles. Q rises; a turn is acceptable while it rises little (EPA PMF's users keep below 5 %).
///
/// Here the contributions are pulled, by weight 1/0.1² on the squared distance, to targets mixed from the
/// base solution: (1 - s)·g_k + s·(mean of the other factors' g), never below 0. At strength 0 the target
/// is the base itself and nothing turns. The numbers of PMF2's own scale of strengths are not reproduced.
public final class FactorRotation {
    /// The distance from its target that costs a contribution 1 in Q, as a part of the mean contribution.
    private static final double PULL_DISTANCE = 0.1;

    private FactorRotation() {}

    /// Turns a base solution.
    ///
    /// @param strength from -1 to 1
    public static HeldSolution fpeak(Samples data, FitSettings settings, Factorisation base, double strength) {
        Check.within(-1, 1, "strength", strength);
        if (strength == 0 || base.factors() == 1) {
            return HeldSolution.free(base);
        }
        Rules rules = Rules.free(base.factors(), base.samples(), base.species())
                .withPull(1 / (PULL_DISTANCE * PULL_DISTANCE), target(base, strength));
        Alternation.End end = new Alternation(new Weights(data), rules, settings.robust())
                .run(base.contribution(), base.profile(), settings.tolerance(), settings.mostIterations());
        return new HeldSolution(Factorisation.of(data, base.factors(), end, false), rules);
    }

    private static double[] target(Factorisation base, double strength) {
        int n = base.samples();
        double[] target = new double[base.contribution().length];
        for (int i = 0; i < n; i++) {
            double all = 0;
            for (int k = 0; k < base.factors(); k++) {
                all += base.contribution(k, i);
            }
            for (int k = 0; k < base.factors(); k++) {
                double own = base.contribution(k, i);
                double others = (all - own) / (base.factors() - 1);
                target[k * n + i] = Math.max(0, (1 - strength) * own + strength * others);
            }
        }
        return target;
    }
}
