package org.dosi.kernel.air;

import org.dosi.kernel.stat.Check;

/// One pollutant in a network: values by station and hour, and which of them are not to be believed.
///
/// @param value by station and hour, in any one unit; NaN where missing
/// @param suspicion of the same shape: the bits of [Suspicion], 0 for good
/// @param limit the law's limit that one hour is measured by, in the same unit; NaN for none
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record SubstanceHours(Substance substance, double[][] value, int[][] suspicion, double limit) {

    public SubstanceHours {
        int hours = NetworkBaseline.hours(value);
        Check.within(value.length, value.length, "stations with suspicions", suspicion.length);
        for (int[] row : suspicion) {
            Check.within(hours, hours, "hours with suspicions", row.length);
        }
    }

    /// A pollutant of which every value is good.
    public static SubstanceHours trusted(Substance substance, double[][] value, double limit) {
        return new SubstanceHours(substance, value, new int[value.length][NetworkBaseline.hours(value)], limit);
    }

    public int stations() {
        return value.length;
    }

    /// The values without the suspect ones.
    public double[][] good() {
        double[][] good = new double[value.length][];
        for (int s = 0; s < value.length; s++) {
            good[s] = value[s].clone();
            for (int h = 0; h < good[s].length; h++) {
                if (suspicion[s][h] != 0) {
                    good[s][h] = Double.NaN;
                }
            }
        }
        return good;
    }
}
