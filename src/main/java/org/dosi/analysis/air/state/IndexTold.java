package org.dosi.analysis.air.state;

import org.dosi.kernel.air.IndexField;

/// What may be said of the index at places, as it is shown: NaN and -1 where there is none.
///
/// @param index the median
/// @param lower the 5 % quantile
/// @param upper the 95 % quantile
/// @param standardError of the index
/// @param probability by grade, then place
/// @param grade the most probable: 0 good, 1 moderate, 2 bad, 3 very bad
/// @param responsible the place in [IndexAnalysis#ITEMS] of the pollutant that most often decides
public record IndexTold(
        double[] index,
        double[] lower,
        double[] upper,
        double[] standardError,
        double[][] probability,
        int[] grade,
        int[] responsible) {

    static IndexTold of(IndexField.Places places) {
        return new IndexTold(
                places.index(),
                places.lower(),
                places.upper(),
                places.standardError(),
                places.probability(),
                places.grade(),
                places.responsible());
    }
}
