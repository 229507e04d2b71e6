package org.dosi.kernel.air;

import java.util.Optional;

/// The air-quality index of one station, hour by hour.
///
/// @param index the index with what was added, NaN where a required pollutant is missing
/// @param added the part of the index that was added
/// @param subIndex by place in [IndexItem#ALL], then hour; NaN where missing
/// @param looked the concentration that was looked up: the hour's or the predicted mean, before it is cut
/// @param gradeAt the place in [IndexGrade#ALL], or -1
/// @param responsibleAt the place in [IndexItem#ALL] of the highest sub-index (of equal ones the first),
///     or -1
public record IndexSeries(
        double[] index, double[] added, double[][] subIndex, double[][] looked, int[] gradeAt, int[] responsibleAt) {

    public int hours() {
        return index.length;
    }

    public Optional<IndexGrade> grade(int hour) {
        return gradeAt[hour] < 0 ? Optional.empty() : Optional.of(IndexGrade.ALL.get(gradeAt[hour]));
    }

    public Optional<IndexItem> responsible(int hour) {
        return responsibleAt[hour] < 0 ? Optional.empty() : Optional.of(IndexItem.ALL.get(responsibleAt[hour]));
    }
}
