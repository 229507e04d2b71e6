package org.dosi.kernel.factors;

import java.util.Arrays;

/// What a solution must keep to, besides that nothing is negative.
///
/// @param lowest least value of each profile element, `factors` × species
/// @param highest greatest value of each profile element
/// @param highestContribution greatest value of each contribution, `factors` × samples
/// @param held factors whose mean contribution is held at 1 at every step, so that bounds and slopes on
///     their profiles are in concentration; the others have their scale set at the end
/// @param slope -2·slope·profile is added to Q
/// @param pull weight·(contribution - target)² is added to Q; 0 for none
record Rules(
        int factors,
        double[] lowest,
        double[] highest,
        double[] highestContribution,
        int[] held,
        double[] slope,
        double pull,
        double[] pullTarget) {

    /// Nothing but that no element is negative.
    static Rules free(int factors, int samples, int species) {
        double[] highest = new double[factors * species];
        double[] highestContribution = new double[factors * samples];
        Arrays.fill(highest, Double.POSITIVE_INFINITY);
        Arrays.fill(highestContribution, Double.POSITIVE_INFINITY);
        return new Rules(
                factors,
                new double[factors * species],
                highest,
                highestContribution,
                new int[0],
                new double[factors * species],
                0,
                new double[factors * samples]);
    }

    Rules withPull(double weight, double[] target) {
        return new Rules(factors, lowest, highest, highestContribution, held, slope, weight, target);
    }

    Rules withSlope(double[] newSlope) {
        return new Rules(factors, lowest, highest, highestContribution, held, newSlope, pull, pullTarget);
    }

    /// The same for a resample, in which each sample comes as often as its row does.
    Rules ofRows(int[] rows) {
        return new Rules(
                factors,
                lowest,
                highest,
                ofRows(highestContribution, rows),
                held,
                slope,
                pull,
                ofRows(pullTarget, rows));
    }

    private double[] ofRows(double[] bySample, int[] rows) {
        int n = bySample.length / factors;
        double[] drawn = new double[factors * rows.length];
        for (int k = 0; k < factors; k++) {
            for (int r = 0; r < rows.length; r++) {
                drawn[k * rows.length + r] = bySample[k * n + rows[r]];
            }
        }
        return drawn;
    }

    /// With one profile element held at a value, in concentration at a mean contribution of 1.
    Rules withElement(int factor, int species, double concentration) {
        int e = factor * (lowest.length / factors) + species;
        double[] low = lowest.clone();
        double[] high = highest.clone();
        low[e] = concentration;
        high[e] = concentration;
        int[] also = Arrays.stream(held).anyMatch(k -> k == factor) ? held : Arrays.copyOf(held, held.length + 1);
        if (also.length > held.length) {
            also[held.length] = factor;
        }
        return new Rules(factors, low, high, highestContribution, also, slope, pull, pullTarget);
    }

    double[] clampProfiles(double[] profile) {
        double[] clamped = new double[profile.length];
        for (int e = 0; e < profile.length; e++) {
            clamped[e] = Math.min(Math.max(profile[e], lowest[e]), highest[e]);
        }
        return clamped;
    }

    double solveContributions(HalfStep step, double[] contribution) {
        if (pull > 0) {
            step.addPull(pull, pullTarget);
        }
        double[] none = new double[contribution.length];
        double q = held.length == 0
                ? step.solve(contribution, none, highestContribution)
                : step.solveWithMeanOne(contribution, none, highestContribution, held);
        return q + pull * sumOfSquares(pullTarget);
    }

    double solveProfiles(HalfStep step, double[] profile) {
        step.addSlope(slope);
        return step.solve(profile, lowest, highest);
    }

    double slopeTerm(double[] profile) {
        double sum = 0;
        for (int e = 0; e < profile.length; e++) {
            sum -= 2 * slope[e] * profile[e];
        }
        return sum;
    }

    double pullTerm(double[] contribution) {
        if (pull == 0) {
            return 0;
        }
        double sum = 0;
        for (int e = 0; e < contribution.length; e++) {
            double away = contribution[e] - pullTarget[e];
            sum += pull * away * away;
        }
        return sum;
    }

    double penalty(double[] contribution, double[] profile) {
        return slopeTerm(profile) + pullTerm(contribution);
    }

    private static double sumOfSquares(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v * v;
        }
        return sum;
    }
}
