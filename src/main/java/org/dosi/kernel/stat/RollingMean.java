package org.dosi.kernel.stat;

import java.util.Arrays;

/// Rolling means of an evenly spaced row, with data capture.
///
/// The mean of the numbers in a window of `width` steps is kept if they are at least `capture` of the width;
/// otherwise the step is missing. A window that reaches over an end of the row counts the steps beyond it as
/// missing. (openair 3.1.0 treats the ends differently: near the start it gives means of windows that are
/// not centred where they stand; that is not copied. Away from the ends the two agree.)
///
/// The running sum is Neumaier's (1974, ZAMM 54, 39-51): values that have left the window leave no trace,
/// so that a row of 60,000 hours ends as exact as it began.
public final class RollingMean {

    private RollingMean() {}

    /// The rolling mean at each step. Time O(steps).
    ///
    /// @param values evenly spaced; NaN is missing
    /// @param width steps in the window
    /// @param capture least share, 0 to 1, of the window that must be present; at 0 a single value suffices
    public static double[] of(double[] values, int width, double capture, Alignment alignment) {
        Check.atLeast(1, "width", width);
        Check.within(0, 1, "capture", capture);
        int needed = Math.max(1, needed(width, capture));
        int ahead = ahead(width, alignment);
        double[] means = new double[values.length];
        Arrays.fill(means, Double.NaN);
        double sum = 0;
        double lost = 0;
        int count = 0;
        for (int end = 0; end < values.length + ahead; end++) {
            if (end < values.length && Double.isFinite(values[end])) {
                double value = values[end];
                double next = sum + value;
                lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
                sum = next;
                count++;
            }
            int left = end - width;
            if (left >= 0 && left < values.length && Double.isFinite(values[left])) {
                double value = -values[left];
                double next = sum + value;
                lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
                sum = next;
                count--;
            }
            if (count == 0) {
                sum = 0;
                lost = 0;
            }
            if (end >= ahead && count >= needed) {
                means[end - ahead] = (sum + lost) / count;
            }
        }
        return means;
    }

    /// The fewest of `width` steps that make up the share `capture`: 6 of 8 at 0.75.
    public static int needed(int width, double capture) {
        // A share such as 0.7 of 10 is 7.000000000000001 in binary: it still asks for 7.
        return (int) Math.ceil(width * capture - 1e-9);
    }

    private static int ahead(int width, Alignment alignment) {
        return switch (alignment) {
            case RIGHT -> 0;
            case LEFT -> width - 1;
            case CENTRE -> width / 2;
        };
    }
}
