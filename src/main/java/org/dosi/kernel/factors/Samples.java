package org.dosi.kernel.factors;

import java.util.Arrays;
import org.dosi.kernel.stat.Check;

/// What was measured: the concentration of each species in each sample, with its standard uncertainty.
///
/// Both arrays lie sample by sample, `samples` × `species`, in the same unit within a species. A value with
/// a non-finite concentration or uncertainty is missing and counts in nothing; a sample without any value
/// is to be left out.
///
/// @param concentration may be negative, as instruments near their limit of detection report it
/// @param uncertainty above 0 wherever it is finite
public record Samples(int samples, int species, double[] concentration, double[] uncertainty) {

    public Samples {
        Check.atLeast(1, "samples", samples);
        Check.atLeast(1, "species", species);
        Check.sameLength("concentration", concentration, "uncertainty", uncertainty);
        if (concentration.length != samples * species) {
            throw new IllegalArgumentException("concentration: expected %d x %d values, found %d"
                    .formatted(samples, species, concentration.length));
        }
        for (double u : uncertainty) {
            if (Double.isFinite(u)) {
                Check.positive("uncertainty", u);
            }
        }
        for (int i = 0; i < samples; i++) {
            if (!anyPresent(concentration, uncertainty, i * species, species)) {
                throw new IllegalArgumentException("sample %d: expected a value, found none".formatted(i));
            }
        }
    }

    private static boolean anyPresent(double[] concentration, double[] uncertainty, int from, int length) {
        for (int e = from; e < from + length; e++) {
            if (Double.isFinite(concentration[e]) && Double.isFinite(uncertainty[e])) {
                return true;
            }
        }
        return false;
    }

    boolean present(int e) {
        return Double.isFinite(concentration[e]) && Double.isFinite(uncertainty[e]);
    }

    /// How many values are not missing.
    public int count() {
        int count = 0;
        for (int e = 0; e < concentration.length; e++) {
            if (present(e)) {
                count++;
            }
        }
        return count;
    }

    /// The same samples with the uncertainty of some species multiplied, as EPA PMF does by 3 for a species
    /// it calls weak.
    public Samples withUncertaintyTimes(double times, boolean[] ofSpecies) {
        Check.positive("times", times);
        double[] wider = uncertainty.clone();
        for (int e = 0; e < wider.length; e++) {
            if (ofSpecies[e % species]) {
                wider[e] *= times;
            }
        }
        return new Samples(samples, species, concentration, wider);
    }

    /// The same samples with a part of each concentration added to its uncertainty, as independent errors
    /// add: √(u² + (share·x)²). EPA PMF 5.0 asks for such an extra modelling uncertainty, which stands
    /// for what the model leaves out, such as profiles that vary (Norris and others 2014); the guide's
    /// equation 5-2 adds a part of the concentration to the detection limit in this way.
    ///
    /// @param share 0 to 1
    public Samples withExtraUncertainty(double share) {
        Check.within(0, 1, "share", share);
        double[] wider = uncertainty.clone();
        for (int e = 0; e < wider.length; e++) {
            if (present(e)) {
                wider[e] = Math.hypot(uncertainty[e], share * concentration[e]);
            }
        }
        return new Samples(samples, species, concentration, wider);
    }

    /// Signal to noise of each species: the mean over its values of (x - u)/u, 0 where the concentration
    /// does not exceed its uncertainty (EPA PMF 5.0 guide, equations 5-3 and 5-4). 0: always below the
    /// uncertainty; 1: twice the uncertainty in the mean; NaN of a species without a value.
    public double[] signalToNoise() {
        double[] sum = new double[species];
        int[] count = new int[species];
        for (int e = 0; e < concentration.length; e++) {
            if (present(e)) {
                sum[e % species] += Math.max(0, (concentration[e] - uncertainty[e]) / uncertainty[e]);
                count[e % species]++;
            }
        }
        double[] ratio = new double[species];
        Arrays.setAll(ratio, j -> sum[j] / count[j]);
        return ratio;
    }

    /// The samples of these rows, in this order; a row may come more than once.
    Samples rows(int[] rows) {
        double[] x = new double[rows.length * species];
        double[] u = new double[rows.length * species];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(concentration, rows[r] * species, x, r * species, species);
            System.arraycopy(uncertainty, rows[r] * species, u, r * species, species);
        }
        return new Samples(rows.length, species, x, u);
    }

    /// The mean concentration of each species, NaN of a species without a value.
    double[] meanConcentration() {
        double[] sum = new double[species];
        int[] count = new int[species];
        for (int e = 0; e < concentration.length; e++) {
            if (present(e)) {
                sum[e % species] += concentration[e];
                count[e % species]++;
            }
        }
        double[] mean = new double[species];
        Arrays.setAll(mean, j -> sum[j] / count[j]);
        return mean;
    }
}
