package org.dosi.kernel.quality;

/// The gross range test: a value that the instrument cannot show or nature has never shown.
///
/// Source: WMO-No. 8, volume V, chapter 1 (plausible value check); QARTOD test "gross range".
public final class RangeTest {

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
}
