package org.dosi.kernel.stat;

import java.util.Arrays;

/// Quantiles and medians, by selection and without garbage.
///
/// Quantiles are of type 7: linear between the order statistics, with the smallest at 0 and the largest at 1
/// (Hyndman and Fan 1996, The American Statistician 50(4), 361-365), as R, NumPy and openair have them.
public final class Quantiles {
    /// Below this, insertion sort is faster than partitioning (measured; any value from 10 to 40 does).
    private static final int FEW = 24;

    private Quantiles() {}

    /// The quantile of the finite numbers of an array that is left as it is; NaN if there are none.
    ///
    /// @param share from 0 to 1
    public static double of(double[] values, double share) {
        double[] scratch = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                scratch[count++] = value;
            }
        }
        return select(scratch, count, share);
    }

    /// The quantile of ascending finite numbers; NaN of none.
    public static double ofSorted(double[] sorted, double share) {
        Check.within(0, 1, "share", share);
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = (sorted.length - 1) * share;
        int below = (int) at;
        double part = at - below;
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }

    /// The quantile of the first `count` numbers, which must be finite and are left in another order; NaN of
    /// none. Time O(count).
    public static double select(double[] scratch, int count, double share) {
        Check.within(0, 1, "share", share);
        if (count == 0) {
            return Double.NaN;
        }
        double at = (count - 1) * share;
        int below = (int) at;
        double part = at - below;
        partition(scratch, count, below);
        double lower = scratch[below];
        if (part == 0) {
            return lower;
        }
        double upper = Double.POSITIVE_INFINITY;
        for (int i = below + 1; i < count; i++) {
            upper = Math.min(upper, scratch[i]);
        }
        return lower + part * (upper - lower);
    }

    /// The median of the first `count` numbers, as [#select].
    public static double median(double[] scratch, int count) {
        return select(scratch, count, 0.5);
    }

    /// Puts the element of rank `rank` where a sort would put it, smaller ones before it, larger ones behind it
    /// (Hoare's quickselect).
    private static void partition(double[] a, int count, int rank) {
        int low = 0;
        int high = count - 1;
        while (high - low >= FEW) {
            double pivot = medianOfThree(a[low], a[(low + high) >>> 1], a[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = a[i];
                    a[i++] = a[j];
                    a[j--] = swap;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return;
            }
        }
        Arrays.sort(a, low, high + 1);
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
