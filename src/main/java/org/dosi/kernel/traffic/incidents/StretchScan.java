package org.dosi.kernel.traffic.incidents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dosi.kernel.stat.Quantiles;

/// Looks through a series for times of any of several lengths whose mean is out of the ordinary.
///
/// The mean of a window is compared with the robust scale of the means of all windows of that length on days of the
/// same class, so that what lasts is judged against what lasts: residuals that stay together for a day are no
/// twenty-four surprises. Of windows that overlap the one with most evidence stands.
///
/// Source: a temporal scan statistic (Kulldorff 1997, Communications in Statistics 26, 1481–1496) with an
/// empirical scale.
final class StretchScan {
    /// Hours; those below the step of the clock are left out.
    private static final double[] LENGTHS_H = {0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96};

    private static final int CLASSES = 3;

    /// A scale needs so many windows that do not overlap by more than half.
    private static final int LEAST_WINDOWS = 8;

    private static final double LEAST_PRESENT = 0.5;
    private static final double TO_SIGMA = 1.4826;
    private static final double HOURS_OF_MONTH = 30 * 24;

    private final int[] lengths;
    private final double[] logTests;
    private final byte[] classOfStep;

    /// @param classOfStep class of each step's day, 0 to 2
    /// @param series how many series are looked through: one of them is the more easily out of the ordinary
    StretchScan(long stepS, byte[] classOfStep, int series) {
        this.classOfStep = classOfStep;
        this.lengths = Arrays.stream(LENGTHS_H)
                .map(hours -> hours * 3600 / stepS)
                .filter(steps -> steps >= 1 && steps <= classOfStep.length / 2.0)
                .mapToInt(steps -> (int) Math.round(steps))
                .distinct()
                .toArray();
        this.logTests = new double[lengths.length];
        for (int k = 0; k < lengths.length; k++) {
            double month = HOURS_OF_MONTH * 3600 / stepS;
            logTests[k] = Math.log(Math.max(1, series * month / lengths[k]));
        }
    }

    /// The most striking first.
    ///
    /// @param values by step; NaN where missing
    /// @param least evidence
    List<Stretch> scan(int series, double[] values, double least) {
        double[] sum = new double[values.length + 1];
        int[] count = new int[values.length + 1];
        for (int t = 0; t < values.length; t++) {
            boolean present = !Double.isNaN(values[t]);
            sum[t + 1] = sum[t] + (present ? values[t] : 0);
            count[t + 1] = count[t] + (present ? 1 : 0);
        }
        List<Stretch> found = new ArrayList<>();
        for (int k = 0; k < lengths.length; k++) {
            int length = lengths[k];
            double[] scale = scales(sum, count, length);
            if (Double.isNaN(scale[0])) {
                continue;
            }
            double striking = Math.sqrt(2 * (logTests[k] + least));
            for (int from = 0; from + length <= values.length; from++) {
                int present = count[from + length] - count[from];
                if (present < LEAST_PRESENT * length || present == 0) {
                    continue;
                }
                double mean = (sum[from + length] - sum[from]) / present;
                double sigmas =
                        mean * Math.sqrt((double) present / length) / scale[classOfStep[from + length / 2]];
                if (Math.abs(sigmas) > striking) {
                    found.add(new Stretch(
                            series, from, from + length, mean, sigmas * sigmas / 2 - logTests[k]));
                }
            }
        }
        return apart(found);
    }

    /// By class; NaN where there are too few windows.
    private double[] scales(double[] sum, int[] count, int length) {
        int stride = Math.max(1, length / 2);
        int most = (sum.length - 1) / stride + 1;
        double[][] means = new double[CLASSES][most];
        double[] all = new double[most];
        int[] size = new int[CLASSES];
        int total = 0;
        for (int from = 0; from + length < sum.length; from += stride) {
            int present = count[from + length] - count[from];
            if (present < LEAST_PRESENT * length || present == 0) {
                continue;
            }
            double mean = Math.abs(sum[from + length] - sum[from]) / present;
            int dayClass = classOfStep[from + length / 2];
            means[dayClass][size[dayClass]++] = mean;
            all[total++] = mean;
        }
        double[] scale = new double[CLASSES];
        if (total < LEAST_WINDOWS) {
            Arrays.fill(scale, Double.NaN);
            return scale;
        }
        // Never below half of what independent values of spread 1 would have.
        double floor = 0.5 / Math.sqrt(length);
        double pooled = Math.max(floor, TO_SIGMA * Quantiles.median(all, total));
        for (int c = 0; c < CLASSES; c++) {
            double own = size[c] == 0 ? 0 : TO_SIGMA * Quantiles.median(means[c], size[c]);
            double drawn = Math.sqrt((size[c] * own * own + LEAST_WINDOWS * pooled * pooled) / (size[c] + LEAST_WINDOWS));
            scale[c] = Math.max(floor, drawn);
        }
        return scale;
    }

    private static List<Stretch> apart(List<Stretch> found) {
        found.sort(Comparator.comparingDouble(Stretch::evidence).reversed().thenComparingInt(Stretch::fromStep));
        List<Stretch> kept = new ArrayList<>();
        for (Stretch stretch : found) {
            if (kept.stream().noneMatch(other -> other.overlaps(stretch, 0))) {
                kept.add(stretch);
            }
        }
        return kept;
    }
}
