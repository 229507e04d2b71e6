package org.dosi.kernel.air;

/// The "24-hour predicted moving average" by which particles enter the Korean air-quality index: what the
/// mean of a day would be if the next hours stayed as the last ones were.
///
/// With C12 the mean of the last 12 hours and C4 that of the last 4, both with the current hour,
///
///     C24E = (12 C12 + 12 C4) / 24
///
/// where an hour of C4 that is at least M and from 0.9 to 1.7 times C12 counts with 0.75 of its value
/// only. An hour that has risen above 1.7 times C12 counts in full, so that the index follows a sudden
/// rise.
///
/// Source: AirKorea, CAI calculator, airkorea.or.kr/web/caiCalculator?pMENU_NO=147. The page names C12
/// once; it is taken at the current hour for all four hours. It does not say how many hours may be
/// missing.
final class PredictedMean {

    private PredictedMean() {}

    /// The predicted mean at every hour, NaN where one of the two means has too few hours. Time O(hours).
    ///
    /// @param concentration hour after hour without a gap; missing is NaN
    static double[] of(double[] concentration, PredictionRule rule) {
        double[] predicted = new double[concentration.length];
        for (int h = 0; h < concentration.length; h++) {
            predicted[h] = at(concentration, h, rule);
        }
        return predicted;
    }

    private static double at(double[] concentration, int hour, PredictionRule rule) {
        double longMean = mean(concentration, hour, rule.longHours(), rule.capture());
        if (Double.isNaN(longMean)) {
            return Double.NaN;
        }
        double sum = 0;
        int count = 0;
        for (int h = Math.max(0, hour - rule.shortHours() + 1); h <= hour; h++) {
            if (Double.isFinite(concentration[h])) {
                sum += reduced(concentration[h], longMean, rule);
                count++;
            }
        }
        if (count == 0 || count < rule.capture() * rule.shortHours()) {
            return Double.NaN;
        }
        return (longMean + sum / count) / 2;
    }

    private static double reduced(double concentration, double longMean, PredictionRule rule) {
        double ratio = concentration / longMean;
        boolean steady = concentration >= rule.threshold() && ratio >= rule.ratioLow() && ratio <= rule.ratioHigh();
        return steady ? rule.factor() * concentration : concentration;
    }

    private static double mean(double[] concentration, int hour, int hours, double capture) {
        double sum = 0;
        int count = 0;
        for (int h = Math.max(0, hour - hours + 1); h <= hour; h++) {
            if (Double.isFinite(concentration[h])) {
                sum += concentration[h];
                count++;
            }
        }
        return count == 0 || count < capture * hours ? Double.NaN : sum / count;
    }
}
