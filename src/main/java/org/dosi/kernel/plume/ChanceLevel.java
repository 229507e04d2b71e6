package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;

/// How strongly chance alone speaks for each cell: the same network under winds of other days ([MovedWinds]).
///
/// Over the turns each cell's gradient has a standard deviation, and the largest ratio of gradient to it over
/// all cells has a distribution. The threshold is the value of rank `ceil((1 - falseAlarms) (turns + 1))` in it, so
/// that one turn more, exchangeable with those, exceeds it anywhere on the map with at most that probability
/// (the rank of a prediction interval: Vovk, Gammerman and Shafer 2005, Algorithmic Learning in a Random World,
/// proposition 2.3); with too few turns for that it is the largest. The quantile between ranks, which is lower,
/// let through 1 % more.
///
/// @param threshold of the ratio
/// @param deviation standard deviation of each cell's gradient by chance
/// @param largest the largest ratio of each turn, ascending
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record ChanceLevel(double threshold, double[] deviation, double[] largest) {

    static ChanceLevel of(MovedWinds winds, int turns, double falseAlarms, long seed) {
        Check.within(0, 1, "falseAlarms", falseAlarms);
        int[] shifts = shifts(winds.hours(), turns, seed);
        double[][] gradients = new double[shifts.length][];
        IntStream.range(0, shifts.length).parallel().forEach(i -> gradients[i] = winds.gradient(shifts[i]));
        double[] deviation = new double[gradients[0].length];
        double[] largest = new double[shifts.length];
        for (int cell = 0; cell < deviation.length; cell++) {
            double sum = 0;
            for (double[] gradient : gradients) {
                sum += gradient[cell] * gradient[cell];
            }
            deviation[cell] = Math.sqrt(sum / shifts.length);
            for (int i = 0; i < shifts.length; i++) {
                // Its own turn left out, as the turn that nature chose is not among those counted either.
                double others = (sum - gradients[i][cell] * gradients[i][cell]) / (shifts.length - 1);
                if (others > 0) {
                    largest[i] = Math.max(largest[i], gradients[i][cell] / Math.sqrt(others));
                }
            }
        }
        Arrays.sort(largest);
        int rank = (int) Math.ceil((1 - falseAlarms) * (largest.length + 1));
        return new ChanceLevel(largest[Math.clamp(rank - 1, 0, largest.length - 1)], deviation, largest);
    }

    /// The penalty of 1 g/s in each cell that holds the false alarms down to what was asked.
    double[] penalty() {
        return Arrays.stream(deviation).map(one -> threshold * one).toArray();
    }

    /// Different shifts of the winds by days, chosen by chance, at least [MovedWinds#LEAST_SHIFT_DAYS] from no shift
    /// at all. With the same seed fewer shifts are the first of more.
    static int[] shifts(NetworkHours hours, int turns, long seed) {
        int possible = hours.days() - 2 * MovedWinds.LEAST_SHIFT_DAYS + 1;
        Check.atLeast(20, "shifts by days that are possible", possible);
        int[] all = IntStream.range(0, possible)
                .map(i -> MovedWinds.LEAST_SHIFT_DAYS + i)
                .toArray();
        SplittableRandom random = new SplittableRandom(seed);
        int count = Math.min(turns, possible);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(possible - i);
            int swap = all[i];
            all[i] = all[other];
            all[other] = swap;
        }
        return Arrays.copyOf(all, count);
    }
}
