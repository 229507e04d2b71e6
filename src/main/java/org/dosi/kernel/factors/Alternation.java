package org.dosi.kernel.factors;

import java.util.Arrays;

/// Alternating least squares with steps ahead, from one start to its minimum. An object belongs to one thread.
///
/// Each half step is solved exactly ([HalfStep]), so Q never rises. In between, the profiles are carried on
/// in the direction of their last change, as far as that has lately paid (line search of Bro 1998, Multi-way
/// Analysis in the Food Industry, section 4.5); where it does not lower Q it is taken back.
final class Alternation {
    /// Convergence is judged over so many iterations.
    private static final int WINDOW = 10;

    /// Rounding of Q, relative to the sum of the weighted squares of the data.
    private static final double ROUNDING = 1e-14;

    private static final double LEAST_AHEAD = 0.25;
    private static final double MOST_AHEAD = 64;

    private final Weights weights;
    private final Rules rules;
    private final int factors;
    private final HalfStep contributionStep;
    private final HalfStep profileStep;
    private final boolean robust;

    private double[] g;
    private double[] f;
    private double[] before;
    private double ahead = 1;
    private double value;

    /// @param weights are changed by a robust fit
    Alternation(Weights weights, Rules rules, boolean robust) {
        this.weights = weights;
        this.rules = rules;
        this.robust = robust;
        factors = rules.factors();
        contributionStep = new HalfStep(factors, weights.species, weights.samples);
        profileStep = new HalfStep(factors, weights.samples, weights.species);
        g = new double[0];
        f = new double[0];
        before = new double[0];
    }

    /// Goes from a start to a minimum.
    ///
    /// @param contribution `factors` × samples, left as it is
    /// @param profile `factors` × species, left as it is
    /// @param tolerance converged when the objective falls by less than this share of it in ten iterations
    End run(double[] contribution, double[] profile, double tolerance, int mostIterations) {
        g = contribution.clone();
        f = rules.clampProfiles(profile);
        before = f.clone();
        double[] history = new double[WINDOW];
        Arrays.fill(history, Double.POSITIVE_INFINITY);
        value = Double.POSITIVE_INFINITY;
        ahead = 1;
        int iteration = 0;
        boolean converged = false;
        while (iteration < mostIterations && !converged) {
            double objective = iterate();
            double earlier = history[iteration % WINDOW];
            double rounding = ROUNDING * weights.constant();
            converged = earlier - objective <= tolerance * Math.abs(objective) + rounding;
            history[iteration % WINDOW] = objective;
            iteration++;
        }
        solveContributions(f, g);
        double q = robust ? weights.downweightOutliers(g, f, factors) : weights.qOf(g, f, factors);
        return new End(g, f, q, iteration, converged);
    }

    private double iterate() {
        double objective = Double.NaN;
        if (robust) {
            objective = weights.downweightOutliers(g, f, factors) + rules.penalty(g, f);
            value = weights.qOf(g, f, factors) + rules.penalty(g, f);
        }
        if (!stepAhead()) {
            solveContributions(f, g);
        }
        System.arraycopy(f, 0, before, 0, f.length);
        solveProfiles();
        return robust ? objective : value;
    }

    /// Tries the profiles carried on in the direction of their last change; whether that was an improvement.
    private boolean stepAhead() {
        if (value == Double.POSITIVE_INFINITY) {
            return false;
        }
        double[] further = new double[f.length];
        for (int e = 0; e < f.length; e++) {
            further[e] = f[e] + ahead * (f[e] - before[e]);
        }
        further = rules.clampProfiles(further);
        double[] gFurther = g.clone();
        double reached = solveContributions(further, gFurther);
        if (reached < value) {
            f = further;
            g = gFurther;
            ahead = Math.min(MOST_AHEAD, ahead * 1.5);
            return true;
        }
        ahead = Math.max(LEAST_AHEAD, ahead / 2);
        return false;
    }

    private double solveContributions(double[] profile, double[] contribution) {
        contributionStep.form(weights.bySpecies, weights.weightedBySpecies, profile);
        double q = rules.solveContributions(contributionStep, contribution);
        return weights.constant() + q + rules.slopeTerm(profile);
    }

    private void solveProfiles() {
        profileStep.form(weights.bySample, weights.weightedBySample, g);
        value = weights.constant() + rules.solveProfiles(profileStep, f) + rules.pullTerm(g);
    }

    /// Where a run ended: contributions `factors` × samples, profiles `factors` × species, not normalised.
    ///
    /// @param objective Q, or what stands for it in a robust fit ([Weights#downweightOutliers]); no penalties
    record End(double[] contribution, double[] profile, double objective, int iterations, boolean converged) {}
}
