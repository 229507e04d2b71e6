package org.dosi.kernel.wind;

import java.util.SplittableRandom;
import org.dosi.kernel.stat.Quantiles;

/// A bootstrap of blocks, drawn once and then asked cell by cell: each cell's value is `scale` times a
/// sum over blocks divided by another.
final class BlockDraws {
    /// What came on fewer blocks has no interval: a bootstrap of one day always draws that day.
    private static final int FEWEST_BLOCKS = 5;

    private final int[][] times;
    private final double level;

    BlockDraws(int blocks, TrajectoryRules rules) {
        level = rules.level();
        times = new int[rules.resamples()][blocks];
        SplittableRandom random = new SplittableRandom(rules.seed());
        for (int[] draw : times) {
            for (int i = 0; i < blocks; i++) {
                draw[random.nextInt(blocks)]++;
            }
        }
    }

    /// @param block the blocks that have a part in the cell, the first `count` of the arrays
    /// @param divisor what the sum is divided by; a divisor of 0 leaves the draw out
    double[] interval(int[] block, double[] sum, double[] divisor, int count, double scale) {
        double[] drawn = new double[times.length];
        for (int d = 0; d < times.length; d++) {
            double bottom = drawn(times[d], block, divisor, count);
            drawn[d] = bottom > 0 ? scale * drawn(times[d], block, sum, count) / bottom : Double.NaN;
        }
        return ends(drawn, count);
    }

    /// The same of `scale` times the sum.
    double[] intervalOfSum(int[] block, double[] sum, int count, double scale) {
        double[] drawn = new double[times.length];
        for (int d = 0; d < times.length; d++) {
            drawn[d] = scale * drawn(times[d], block, sum, count);
        }
        return ends(drawn, count);
    }

    private static double drawn(int[] draw, int[] block, double[] parts, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += draw[block[i]] * parts[i];
        }
        return sum;
    }

    private double[] ends(double[] drawn, int count) {
        return count < FEWEST_BLOCKS
                ? new double[] {Double.NaN, Double.NaN}
                : new double[] {Quantiles.of(drawn, (1 - level) / 2), Quantiles.of(drawn, (1 + level) / 2)};
    }
}
