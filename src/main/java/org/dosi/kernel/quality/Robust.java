package org.dosi.kernel.quality;

import java.util.Arrays;

/// Medians, by selection and without garbage: the arrays handed in are scratch and are left in another
/// order.
final class Robust {
    /// Makes the median absolute deviation of a normal distribution equal its standard deviation (Hampel
    /// 1974).
    static final double MAD_TO_SIGMA = 1.4826;

    /// Below this, insertion sort is faster than partitioning (measured; any value from 10 to 40 does).
    private static final int FEW = 24;

    private Robust() {}

    /// The median of the first `count` finite numbers; of an even count the mean of the middle two; NaN of
    /// none.
    static double median(double[] scratch, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        int middle = count / 2;
        select(scratch, count, middle);
        double upper = scratch[middle];
        if ((count & 1) == 1) {
            return upper;
        }
        double lower = scratch[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, scratch[i]);
        }
        return (lower + upper) / 2;
    }

    /// The median absolute deviation from `centre`, scaled to a standard deviation.
    static double spread(double[] scratch, int count, double centre) {
        for (int i = 0; i < count; i++) {
            scratch[i] = Math.abs(scratch[i] - centre);
        }
        return MAD_TO_SIGMA * median(scratch, count);
    }

    /// The spread of the finite values of a row about zero.
    static double spreadOf(double[] row, double[] scratch) {
        int count = 0;
        for (double value : row) {
            if (!Double.isNaN(value)) {
                scratch[count++] = Math.abs(value);
            }
        }
        return MAD_TO_SIGMA * median(scratch, count);
    }

    /// Puts the element of rank `rank` where a sort would put it, smaller ones before it (Hoare's
    /// quickselect).
    private static void select(double[] a, int count, int rank) {
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
