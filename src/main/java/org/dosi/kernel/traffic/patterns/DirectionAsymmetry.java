package org.dosi.kernel.traffic.patterns;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.traffic.DayClass;

/// How much more a road runs into the centre in the morning and out of it in the evening.
///
/// The index is half the difference of two balances, (in − out)/(in + out), of the morning (06 to 10) and of the
/// evening (16 to 20) of weekdays: 1 for a road that runs one way in the morning and the other in the evening, 0 for
/// one that knows no such difference, negative for commuters out of the centre. Its 95 % interval is from weekdays
/// drawn anew (percentiles of 500 draws; Efron and Tibshirani 1993, chapter 13).
///
/// @param morning share of both directions' traffic that runs in, in the morning; NaN if cannot be told
/// @param evening the same in the evening
/// @param index from -1 to 1
/// @param lower the 95 % interval
/// @param upper its other end
/// @param days weekdays on which both directions were seen morning and evening
public record DirectionAsymmetry(double morning, double evening, double index, double lower, double upper, int days) {
    private static final int DRAWS = 500;
    private static final int FEWEST_DAYS = 3;
    private static final int[] MORNING = {6, 10};
    private static final int[] EVENING = {16, 20};

    /// @param in of the direction into the centre, its place in the panel
    /// @param out of the other direction
    public static DirectionAsymmetry of(WeekProfiles week, int in, int out, long seed) {
        double[][] days = IntStream.range(0, week.days())
                .filter(day -> week.dayClass(day) == DayClass.WEEKDAY)
                .mapToObj(day -> new double[] {
                    mean(week, in, day, MORNING),
                    mean(week, out, day, MORNING),
                    mean(week, in, day, EVENING),
                    mean(week, out, day, EVENING)
                })
                .filter(day -> Arrays.stream(day).allMatch(Double::isFinite))
                .toArray(double[][]::new);
        if (days.length < FEWEST_DAYS) {
            return new DirectionAsymmetry(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, days.length);
        }
        double[] whole = sum(days, IntStream.range(0, days.length).toArray());
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] chosen = new int[days.length];
            Arrays.setAll(chosen, _ -> random.nextInt(days.length));
            drawn[draw] = index(sum(days, chosen));
        }
        return new DirectionAsymmetry(
                whole[0] / (whole[0] + whole[1]),
                whole[2] / (whole[2] + whole[3]),
                index(whole),
                Quantiles.of(drawn, 0.025),
                Quantiles.of(drawn, 0.975),
                days.length);
    }

    private static double mean(WeekProfiles week, int datastream, int day, int[] hours) {
        double sum = 0;
        int from = hours[0] * week.slots() / 24;
        int to = hours[1] * week.slots() / 24;
        for (int slot = from; slot < to; slot++) {
            sum += week.value(datastream, day, slot);
        }
        return sum / (to - from);
    }

    private static double[] sum(double[][] days, int[] chosen) {
        double[] sum = new double[4];
        for (int day : chosen) {
            for (int part = 0; part < 4; part++) {
                sum[part] += days[day][part];
            }
        }
        return sum;
    }

    private static double index(double[] sum) {
        return ((sum[0] - sum[1]) / (sum[0] + sum[1]) - (sum[2] - sum[3]) / (sum[2] + sum[3])) / 2;
    }
}
