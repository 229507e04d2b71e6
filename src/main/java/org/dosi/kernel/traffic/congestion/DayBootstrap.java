package org.dosi.kernel.traffic.congestion;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dosi.kernel.stat.Check;

/// Resamples of whole days: steps of one day resemble each other, so that days are what is drawn.
///
/// @param repeats resamples; 0 for no intervals
public record DayBootstrap(int repeats, long seed) {
    /// With fewer, resamples repeat each other, and their spread says little.
    public static final int LEAST_DAYS = 5;

    public DayBootstrap {
        Check.atLeast(0, "repeats", repeats);
    }

    /// How many times each day comes, by resample; none where there are too few days.
    int[][] draws(int days) {
        if (days < LEAST_DAYS) {
            return new int[0][];
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[][] times = new int[repeats][days];
        for (int[] one : times) {
            for (int i = 0; i < days; i++) {
                one[random.nextInt(days)]++;
            }
        }
        return times;
    }

    /// The mean over days with its interval.
    ///
    /// @param ofDay by day; days with NaN are left out
    public Interval mean(double[] ofDay) {
        double[] seen = Arrays.stream(ofDay).filter(Double::isFinite).toArray();
        int[][] draws = draws(seen.length);
        double[] drawn = new double[draws.length];
        for (int r = 0; r < draws.length; r++) {
            double sum = 0;
            for (int i = 0; i < seen.length; i++) {
                sum += draws[r][i] * seen[i];
            }
            drawn[r] = sum / seen.length;
        }
        return Interval.of(Arrays.stream(seen).average().orElse(Double.NaN), drawn);
    }
}
