package org.dosi.kernel.factors;

import org.dosi.kernel.stat.Check;

/// What is known of a factor from elsewhere, and is to hold in the solution. Factors and species count from 0.
public sealed interface FactorConstraint {

    int factor();

    /// A profile element within a range, in concentration at a mean contribution of 1; a range of one value fixes
    /// it, 0 to 0 takes the species out of the factor.
    record Range(int factor, int species, double lowest, double highest) implements FactorConstraint {
        public Range {
            Check.within(0, Double.MAX_VALUE, "lowest", lowest);
            Check.within(lowest, Double.POSITIVE_INFINITY, "highest", highest);
        }
    }

    /// A profile element as high, or as low, as it goes while Q rises by at most this share of it; several such
    /// pulls share the sum of their allowances (EPA PMF's "pull up maximally" and "pull down maximally").
    record Pull(int factor, int species, boolean up, double allowedRise) implements FactorConstraint {
        public Pull {
            Check.within(0, 1, "allowedRise", allowedRise);
        }
    }

    /// A sample to which the factor contributes nothing.
    record Absent(int factor, int sample) implements FactorConstraint {}
}
