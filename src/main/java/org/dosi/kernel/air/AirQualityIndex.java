package org.dosi.kernel.air;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dosi.kernel.stat.Check;

/// The Korean comprehensive air-quality index (CAI, 통합대기환경지수) of a station.
///
/// A concentration C between the limits of its bracket becomes the sub-index
///
///     I = (I_hi - I_lo) / (C_hi - C_lo) (C - C_lo) + I_lo
///
/// rounded to a whole number, halves up. Particles enter by their [PredictedMean]. The index is the highest sub-index;
/// if two pollutants are bad or worse 50 is added to it, if three or more are 75. Without PM10, PM2.5, NO2
/// or O3 there is no index.
///
/// Source: AirKorea, description of the index and CAI calculator. Compared with values that AirKorea
/// published (2015 to 2025): the formula, the rounding and the addition for two pollutants agree.
public final class AirQualityIndex {
    /// 0.078 has no exact binary form: cutting it must not make 0.077 of it.
    static final double BINARY = 1e-7;

    /// Part of a sub-index by which a half may fall short in binary: 0.58 · 25 is 14.499999999999998.
    private static final double HALF = 1e-9;

    private AirQualityIndex() {}

    /// The index at every hour. Time O(hours).
    ///
    /// @param concentrations for each pollutant the hours of one span without a gap, missing as NaN, in
    ///     the unit of its scale; a pollutant that is not measured at all may be absent. Below zero is
    ///     missing.
    public static IndexSeries of(Map<IndexItem, double[]> concentrations, int hours, IndexRules rules) {
        List<IndexItem> items = IndexItem.ALL;
        double[][] looked = new double[items.size()][];
        double[][] subIndex = new double[items.size()][hours];
        for (int i = 0; i < items.size(); i++) {
            IndexItem item = items.get(i);
            looked[i] = looked(item, concentrations, hours, rules);
            IndexScale scale = rules.scales().get(item);
            if (scale == null) {
                throw new IllegalArgumentException("scales: expected one of " + item);
            }
            for (int h = 0; h < hours; h++) {
                subIndex[i][h] = subIndex(looked[i][h], scale);
            }
        }
        double[] index = new double[hours];
        double[] added = new double[hours];
        int[] grade = new int[hours];
        int[] responsible = new int[hours];
        IndexCombination combination = new IndexCombination(rules);
        double[] at = new double[items.size()];
        for (int h = 0; h < hours; h++) {
            for (int i = 0; i < at.length; i++) {
                at[i] = subIndex[i][h];
            }
            responsible[h] = combination.responsible(at);
            added[h] = responsible[h] < 0 ? 0 : combination.added(at);
            index[h] = responsible[h] < 0 ? Double.NaN : combination.index(at[responsible[h]], added[h]);
            grade[h] = responsible[h] < 0 ? -1 : combination.grade(index[h], responsible[h]);
        }
        return new IndexSeries(index, added, subIndex, looked, grade, responsible);
    }

    /// The sub-index of one concentration: above the last bracket the last index, NaN for none or below
    /// zero.
    public static double subIndex(double concentration, IndexScale scale) {
        if (!(concentration >= 0)) {
            return Double.NaN;
        }
        double power = Math.pow(10, scale.decimals());
        double cut = Math.floor(concentration * power + BINARY) / power;
        List<IndexScale.Bracket> brackets = scale.brackets();
        for (IndexScale.Bracket bracket : brackets) {
            if (cut <= bracket.high() + BINARY / power) {
                double slope = (bracket.indexHigh() - bracket.indexLow()) / (bracket.high() - bracket.low());
                double index = slope * (cut - bracket.low()) + bracket.indexLow();
                return Math.round(Math.max(bracket.indexLow(), index * (1 + HALF)));
            }
        }
        return brackets.getLast().indexHigh();
    }

    private static double[] looked(
            IndexItem item, Map<IndexItem, double[]> concentrations, int hours, IndexRules rules) {
        double[] given = concentrations.get(item);
        double[] measured = new double[hours];
        Arrays.fill(measured, Double.NaN);
        if (given != null) {
            Check.sameLength(item.name(), given, "hours", measured);
            for (int h = 0; h < hours; h++) {
                measured[h] = given[h] >= 0 && Double.isFinite(given[h]) ? given[h] : Double.NaN;
            }
        }
        PredictionRule prediction = rules.predictions().get(item);
        return prediction == null ? measured : PredictedMean.of(measured, prediction);
    }
}
