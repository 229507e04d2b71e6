package org.dosi.kernel.stat;

/// How trees are added up to a boosted model.
///
/// @param rounds at most this many trees
/// @param shrinkage the share of each tree that is added (learning rate)
/// @param rowShare the share of the training rows that each tree sees, drawn anew for each (stochastic
///     boosting)
/// @param patience with rows held out: stop after this many rounds without a smaller loss on them
/// @param seed the draws of rows and features follow from it
public record BoostingParameters(
        int rounds, double shrinkage, double rowShare, int patience, Loss loss, TreeShape tree, long seed) {
    public BoostingParameters {
        Check.atLeast(0, "rounds", rounds);
        Check.positive("shrinkage", shrinkage);
        Check.positive("rowShare", rowShare);
        Check.within(0, 1, "rowShare", rowShare);
        Check.atLeast(1, "patience", patience);
    }

    /// Squared loss, 300 trees of the usual shape, a tenth of each added, seven rows of ten.
    public static BoostingParameters usual(long seed) {
        return new BoostingParameters(300, 0.1, 0.7, 30, new Loss.Squared(), TreeShape.usual(), seed);
    }

    /// The same with another number of trees.
    public BoostingParameters withRounds(int other) {
        return new BoostingParameters(other, shrinkage, rowShare, patience, loss, tree, seed);
    }

    /// The same with another seed.
    public BoostingParameters withSeed(long other) {
        return new BoostingParameters(rounds, shrinkage, rowShare, patience, loss, tree, other);
    }
}
