package org.dosi.bench;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import org.dosi.kernel.air.PeriodTrend;
import org.dosi.kernel.stat.BootstrapPlan;
import org.dosi.kernel.stat.RobustTrend;
import org.dosi.kernel.stat.StlSpans;

/// How often the 95 % interval of a Theil–Sen line holds the true slope: of made months with a season, a slope and
/// noise of the first order with a given autocorrelation.
///
/// Arguments: TRIALS SEED. One line for each number of months and each autocorrelation.
public final class TrendTrials {
    private static final int[] MONTHS = {60, 120};
    private static final double[] MEMORIES = {0, 0.3, 0.5, 0.8};
    private static final double SLOPE_PER_DAY = -0.001;

    private TrendTrials() {}

    public static void main(String[] args) {
        int trials = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        for (int months : MONTHS) {
            for (double memory : MEMORIES) {
                int[] held = new int[4];
                for (int t = 0; t < trials; t++) {
                    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + t * 7919L + months);
                    count(months, memory, random, held);
                }
                System.out.printf(
                        Locale.ROOT,
                        "%d months, autocorrelation %.1f: held in %.1f %%, in blocks %.1f %%; without --deseason and"
                                + " without a season %.1f %%, in blocks %.1f %%%n",
                        months,
                        memory,
                        100.0 * held[0] / trials,
                        100.0 * held[1] / trials,
                        100.0 * held[2] / trials,
                        100.0 * held[3] / trials);
            }
        }
    }

    private static void count(int months, double memory, SplittableRandom random, int[] held) {
        double[] days = new double[months];
        double[] plain = new double[months];
        double[] seasonal = new double[months];
        double noise = random.nextGaussian() / Math.sqrt(1 - memory * memory);
        for (int m = 0; m < months; m++) {
            days[m] = LocalDate.of(2000, 1, 1).plusMonths(m).toEpochDay();
            plain[m] = 50 + SLOPE_PER_DAY * (days[m] - days[0]) + noise;
            seasonal[m] = plain[m] + 3 * Math.cos(2 * Math.PI * m / 12);
            noise = memory * noise + random.nextGaussian();
        }
        PeriodTrend.Prepared without = PeriodTrend.prepare(days, seasonal, true, StlSpans.OPENAIR);
        PeriodTrend.Prepared kept = PeriodTrend.prepare(days, plain, false, StlSpans.OPENAIR);
        RobustTrend[] lines = {
            PeriodTrend.theilSen(without, BootstrapPlan.independent()),
            PeriodTrend.theilSen(without, BootstrapPlan.blocks(months)),
            PeriodTrend.theilSen(kept, BootstrapPlan.independent()),
            PeriodTrend.theilSen(kept, BootstrapPlan.blocks(months))
        };
        for (int k = 0; k < lines.length; k++) {
            held[k] += lines[k].lower() <= SLOPE_PER_DAY && SLOPE_PER_DAY <= lines[k].upper() ? 1 : 0;
        }
    }
}
