package org.dosi.kernel.factors;

import org.dosi.kernel.stat.Check;

/// How a factorisation is sought.
///
/// @param robust whether residuals beyond four uncertainties weigh less, as in PMF2 and EPA PMF
/// @param tolerance converged when the objective falls by less than this share of it in ten iterations
public record FitSettings(int factors, boolean robust, double tolerance, int mostIterations) {
    /// A ten-millionth of a percent: Q to ten digits, far below the differences between local minima.
    public static final double TOLERANCE = 1e-9;

    public static final int MOST_ITERATIONS = 5000;

    public FitSettings {
        Check.atLeast(1, "factors", factors);
        Check.positive("tolerance", tolerance);
        Check.atLeast(1, "mostIterations", mostIterations);
    }

    public static FitSettings of(int factors, boolean robust) {
        return new FitSettings(factors, robust, TOLERANCE, MOST_ITERATIONS);
    }

    void checkAgainst(Samples data) {
        double[] mean = data.meanConcentration();
        for (int j = 0; j < mean.length; j++) {
            if (Double.isNaN(mean[j])) {
                throw new IllegalArgumentException("species %d: expected a value, found none".formatted(j));
            }
        }
        if (factors > Math.min(data.samples(), data.species())) {
            throw new IllegalArgumentException("factors: expected at most %d, as there are samples or species, found %d"
                    .formatted(Math.min(data.samples(), data.species()), factors));
        }
    }
}
