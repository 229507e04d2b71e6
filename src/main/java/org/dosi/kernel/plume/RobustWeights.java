package org.dosi.kernel.plume;

import org.dosi.kernel.stat.Quantiles;

/// Weights of the values of a network: noisy hours and noisy stations count less, outliers count little.
///
/// The standard deviation of a value is taken as the product of its hour's and its station's. The hour's is
/// from the mean of the smaller four fifths of the absolute residuals over the stations (a median would be
/// 0 where the instruments' resolution is coarse), shrunk towards the typical hour as if that had been
/// seen by [#TYPICAL_STATIONS] more stations; the station's factor is from its hours in the same way. A
/// residual beyond [#HUBER] standard deviations is weighted down in proportion (Huber 1964).
final class RobustWeights {
    private static final double HUBER = 2.5;
    /// Hour by hour a plume model is wrong by about its own size at a fixed place (Hanna 1982, Atmospheric
    /// Environment 16, 1435); without this a strong source's errors are explained by ghosts around it.
    private static final double PLUME_ERROR = 0.7;

    /// Where a plume is, a residual is an outlier beyond [#HUBER] times so many plumes only: concentrations in a plume
    /// are
    /// skewed, most hours far below the mean and a few far above, and without those few strengths come out too weak
    /// (of injected 20 g/s of SO₂ with all errors of the test half instead of three quarters).
    private static final double PLUME_OUTLIER = 3;

    private static final double TYPICAL_STATIONS = 5;
    private static final double KEPT = 0.8;
    /// Mean of the smaller four fifths of the absolute values of a standard normal variable.
    private static final double KEPT_MEAN = 0.55865;

    /// An hour is never more precise than this share of the typical hour: coarse resolution gives zeros.
    private static final double LEAST_SHARE = 0.25;

    private RobustWeights() {}

    /// Standard deviation of each value from residuals that no source explains, hour by hour; NaN where the
    /// residual is missing or nothing varies.
    static double[] deviations(double[] residual, int stations) {
        int hours = residual.length / stations;
        double[] hourly = hourDeviations(residual, stations, hours);
        double[] factor = new double[stations];
        double[] scratch = new double[hours];
        for (int j = 0; j < stations; j++) {
            int count = 0;
            for (int t = 0; t < hours; t++) {
                double share = Math.abs(residual[t * stations + j]) / hourly[t];
                if (Double.isFinite(share)) {
                    scratch[count++] = share;
                }
            }
            factor[j] = Math.max(LEAST_SHARE, spread(scratch, count));
        }
        double[] deviation = new double[residual.length];
        for (int i = 0; i < deviation.length; i++) {
            double product = hourly[i / stations] * factor[i % stations];
            deviation[i] = product > 0 && Double.isFinite(residual[i]) ? product : Double.NaN;
        }
        return deviation;
    }

    /// Weights of values whose residuals and modelled plumes are known; 0 where the deviation is NaN.
    ///
    /// @param plume what the sources found so far give, µg/m³: the plume's own error is
    ///        [#PLUME_ERROR] of it, and adds to the deviation as a variance
    static double[] of(double[] deviation, double[] residual, double[] plume) {
        double[] weight = new double[deviation.length];
        for (int i = 0; i < weight.length; i++) {
            double error = PLUME_ERROR * plume[i];
            double variance = deviation[i] * deviation[i] + error * error;
            double far = PLUME_OUTLIER * plume[i];
            double share = Math.abs(residual[i]) / Math.sqrt(deviation[i] * deviation[i] + far * far);
            if (variance > 0 && Double.isFinite(share)) {
                weight[i] = Math.min(1, HUBER / Math.max(share, HUBER)) / variance;
            }
        }
        return weight;
    }

    private static double[] hourDeviations(double[] residual, int stations, int hours) {
        double[] raw = new double[hours];
        int[] seen = new int[hours];
        double[] scratch = new double[stations];
        for (int t = 0; t < hours; t++) {
            int count = 0;
            for (int j = 0; j < stations; j++) {
                double value = residual[t * stations + j];
                if (Double.isFinite(value)) {
                    scratch[count++] = Math.abs(value);
                }
            }
            seen[t] = count;
            raw[t] = spread(scratch, count);
        }
        double typical = Quantiles.of(raw, 0.5);
        for (int t = 0; t < hours; t++) {
            if (seen[t] > 0) {
                double variance = (seen[t] * raw[t] * raw[t] + TYPICAL_STATIONS * typical * typical)
                        / (seen[t] + TYPICAL_STATIONS);
                raw[t] = Math.max(LEAST_SHARE * typical, Math.sqrt(variance));
            }
        }
        return raw;
    }

    /// Standard deviation from absolute values, the first of the array, which are left in another order.
    private static double spread(double[] absolute, int count) {
        double limit = Quantiles.select(absolute, count, KEPT);
        double sum = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (absolute[i] <= limit) {
                sum += absolute[i];
                kept++;
            }
        }
        return kept == 0 ? Double.NaN : sum / kept / KEPT_MEAN;
    }
}
