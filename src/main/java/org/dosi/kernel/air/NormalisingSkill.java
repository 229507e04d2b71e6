package org.dosi.kernel.air;

/// How well the model behind a normalised trend predicts days that it has not seen.
///
/// @param hours hours that were predicted
/// @param r2 share of the variance that is predicted, 1 at best, 0 or less if the mean does as well
/// @param r2TimeOnly the same of a model that knows the time but no weather
/// @param rmse root mean square error, in the unit of the value
/// @param rounds number of trees that predicts best
public record NormalisingSkill(int hours, double r2, double r2TimeOnly, double rmse, int rounds) {
    /// Below this share the model's errors, not the weather, make most of the series. A convention of ours:
    /// the models of Grange et al. (2018) lie between 0.5 and 0.9.
    public static final double LEAST_R2 = 0.3;
    /// The weather is to explain at least this share more than time alone does, else nothing was taken off.
    public static final double LEAST_GAIN = 0.05;

    static NormalisingSkill none() {
        return new NormalisingSkill(0, Double.NaN, Double.NaN, Double.NaN, 0);
    }

    static NormalisingSkill of(double[] value, double[] predicted, int[] rows, double timeOnlyMse, int rounds) {
        double mean = 0;
        for (int row : rows) {
            mean += value[row] / rows.length;
        }
        double variance = 0;
        double squares = 0;
        for (int row : rows) {
            variance += (value[row] - mean) * (value[row] - mean) / rows.length;
            squares += (value[row] - predicted[row]) * (value[row] - predicted[row]) / rows.length;
        }
        return new NormalisingSkill(
                rows.length, 1 - squares / variance, 1 - timeOnlyMse / variance, Math.sqrt(squares), rounds);
    }

    /// Whether the normalised series says something; if not, the answer is "cannot tell".
    public boolean suffices() {
        return r2 >= LEAST_R2 && r2 - r2TimeOnly >= LEAST_GAIN;
    }
}
