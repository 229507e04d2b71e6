package org.dosi.kernel.air;

/// What is usual in each group of hours, and how sure that is.
///
/// @param n finite values of each group
/// @param centre their mean or median; NaN of an empty group
/// @param lower lower end of the interval; NaN below two values
/// @param upper upper end of the interval
public record GroupIntervals(VariationPart part, int[] n, double[] centre, double[] lower, double[] upper) {

    /// The same in multiples of the mean of the groups' centres, so that pollutants of unlike size can be laid
    /// on one another.
    public GroupIntervals normalised() {
        double sum = 0;
        int count = 0;
        for (double value : centre) {
            if (Double.isFinite(value)) {
                sum += value;
                count++;
            }
        }
        double unit = sum / count;
        return new GroupIntervals(part, n, divided(centre, unit), divided(lower, unit), divided(upper, unit));
    }

    private static double[] divided(double[] values, double unit) {
        double[] shares = new double[values.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = values[i] / unit;
        }
        return shares;
    }
}
