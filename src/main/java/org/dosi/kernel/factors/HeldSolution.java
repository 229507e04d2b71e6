package org.dosi.kernel.factors;

/// A solution with what it was held to: constraints, pulls or a turn. Whoever doubts it fits again under
/// the same.
public final class HeldSolution {
    private final Factorisation solution;
    private final Rules rules;

    HeldSolution(Factorisation solution, Rules rules) {
        this.solution = solution;
        this.rules = rules;
    }

    /// A solution that was held to nothing but that no element is negative.
    public static HeldSolution free(Factorisation solution) {
        return new HeldSolution(solution, Rules.free(solution.factors(), solution.samples(), solution.species()));
    }

    public Factorisation solution() {
        return solution;
    }

    /// Whether a profile element has one value alone that it may take.
    public boolean isFixed(int factor, int species) {
        int e = factor * solution.species() + species;
        return rules.lowest()[e] == rules.highest()[e];
    }

    Rules rules() {
        return rules;
    }
}
