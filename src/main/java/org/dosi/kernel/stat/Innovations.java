package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A series as what each value adds to what the one before foretells, for noise that is a stationary autoregression of
/// order one: independent and of equal variance. Missing values are left out.
final class Innovations {
    private final int[] at;
    /// By value: how much of the one before is kept, and what makes its variance equal.
    private final double[] kept;

    private final double[] scale;

    /// @param values NaN if missing
    /// @param memory lag-one autocorrelation, of absolute value below 1
    Innovations(double[] values, double memory) {
        at = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        kept = new double[at.length];
        scale = new double[at.length];
        for (int j = 0; j < at.length; j++) {
            kept[j] = j == 0 ? 0 : Math.pow(memory, at[j] - at[j - 1]);
            scale[j] = Math.sqrt((1 - memory * memory) / (1 - kept[j] * kept[j]));
        }
    }

    int count() {
        return at.length;
    }

    /// @param series as long as the values
    double[] of(double[] series) {
        double[] made = new double[at.length];
        Arrays.setAll(made, j -> scale[j] * (series[at[j]] - (j == 0 ? 0 : kept[j] * series[at[j - 1]])));
        return made;
    }

    /// What these units add to minus twice the logarithm of the likelihood.
    double deviance() {
        return -2 * Arrays.stream(scale).map(Math::log).sum();
    }
}
