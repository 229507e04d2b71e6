package org.dosi.kernel.stat;

/// How smooth the seasonal part of an STL decomposition is to be, and whether outliers count.
///
/// @param seasonal steps in the loess window of each sub-series (the Januaries), odd and at least 3;
///     [#PERIODIC] makes every year's cycle the same
/// @param seasonalDegree 0 or 1: local constants or local lines within a sub-series
/// @param robust whether outliers lose weight, by 15 rounds of bisquare weights; without, two inner rounds
/// @param exactMedian whether the reach of the weights is six times the median of the remainders, as the paper
///     has it, or what the authors' program and R take for it ([StlMedian]); without robustness no matter
public record StlSpans(int seasonal, int seasonalDegree, boolean robust, boolean exactMedian) {
    public static final int PERIODIC = Integer.MAX_VALUE;

    /// What openair takes to deseasonalise: a cycle that may change slowly, and outliers that count little.
    public static final StlSpans OPENAIR = new StlSpans(11, 1, true, false);

    public StlSpans {
        Check.atLeast(3, "seasonal", seasonal);
        Check.within(0, 1, "seasonalDegree", seasonalDegree);
    }

    public static StlSpans periodic(boolean robust) {
        return new StlSpans(PERIODIC, 0, robust, true);
    }

    boolean isPeriodic() {
        return seasonal == PERIODIC;
    }
}
