package org.dosi.kernel.quality;

import java.util.Arrays;

/// The gross range test: a value that the instrument cannot show or nature has never shown.
///
/// Source: WMO-No. 8, volume V, chapter 1 (plausible value check); QARTOD test "gross range".
public final class RangeTest {

    /// Two days of hours: fewer say nothing of how quiet a series gets.
    public static final int FEWEST = 48;

    private static final double QUIETEST = 0.02;

    private RangeTest() {}

    /// Adds the mask to the flags of values below `low` or above `high`; the limits themselves are
    /// possible. O(values).
    ///
    /// @param from index of the first value to judge
    /// @param low NaN for no limit
    /// @param high NaN for no limit
    /// @return how many were marked
    public static int mark(double[] value, int from, double low, double high, int[] flags, int mask) {
        int marked = 0;
        for (int i = from; i < value.length; i++) {
            // A comparison with NaN is false: neither a missing value nor a missing limit marks anything.
            if (value[i] < low || value[i] > high) {
                flags[i] |= mask;
                marked++;
            }
        }
        return marked;
    }

    /// Adds the mask to the flags of exact zeros. O(values).
    public static int markZeros(double[] value, int from, int[] flags, int mask) {
        int marked = 0;
        for (int i = from; i < value.length; i++) {
            if (value[i] == 0) {
                flags[i] |= mask;
                marked++;
            }
        }
        return marked;
    }

    /// Adds the mask to exact zeros of a series that is never quiet: one whose second percentile of all
    /// other values is above `quiet`. A road that counts forty vehicles in its emptiest hours does not
    /// count none by chance; a lane that counts three may. A series with fewer than [#FEWEST] other values
    /// cannot tell, and keeps its zeros. O(values log values), and O(values) for a series without zeros.
    ///
    /// @param quiet level below which a zero is nothing unusual, in the unit of the values
    public static int markZerosOfNeverQuiet(double[] value, int from, double quiet, int[] flags, int mask) {
        if (Arrays.stream(value, from, value.length).noneMatch(v -> v == 0)) {
            return 0;
        }
        double[] other = Arrays.stream(value).filter(v -> v > 0).sorted().toArray();
        boolean neverQuiet = other.length >= FEWEST && other[(int) (other.length * QUIETEST)] > quiet;
        return neverQuiet ? markZeros(value, from, flags, mask) : 0;
    }
}
