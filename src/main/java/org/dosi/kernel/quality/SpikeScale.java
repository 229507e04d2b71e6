package org.dosi.kernel.quality;

/// How jumps of a property are measured: on which scale, and how large one must be to matter.
///
/// @param logOffset concentrations are compared as `ln(value + logOffset)`, which makes a tenfold rise as
///     large at night as at noon; NaN for a linear scale
/// @param leastJump smaller jumps, in the property's unit, are never spikes
public record SpikeScale(double logOffset, double leastJump) {

    public SpikeScale {
        if (!(leastJump > 0) || logOffset <= 0) {
            throw new IllegalArgumentException(
                    "a spike scale needs a positive jump and offset, found " + leastJump + ", " + logOffset);
        }
    }

    boolean isLog() {
        return !Double.isNaN(logOffset);
    }

    double[] scaled(double[] row) {
        if (!isLog()) {
            return row;
        }
        double[] scaled = new double[row.length];
        for (int t = 0; t < row.length; t++) {
            // Below the offset's reach (range tests remove it) a logarithm would be infinite.
            scaled[t] = row[t] > -logOffset / 2 ? Math.log(row[t] + logOffset) : Double.NaN;
        }
        return scaled;
    }

    double unscaled(double scaled) {
        return isLog() ? Math.exp(scaled) - logOffset : scaled;
    }
}
