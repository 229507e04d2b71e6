package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// How strongly chance alone speaks for each cell: the same network under winds of other days.
///
/// The winds of all days are moved round the period by some days at a time, each hour of the day staying
/// where it is. That keeps the network's noise and the winds with all their persistence, and takes away
/// what ties the one to the other. Over the turns each cell's gradient has a standard deviation, and the
/// largest ratio of gradient to it over all cells has a distribution: its quantile at `1 - falseAlarms`
/// is the ratio that a map without any source exceeds, anywhere, with that probability.
///
/// @param threshold of the ratio
/// @param deviation standard deviation of each cell's gradient by chance
/// @param largest the largest ratio of each turn, ascending
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record ChanceLevel(double threshold, double[] deviation, double[] largest) {
    /// Turns by fewer days would leave part of a spell of weather where it was.
    public static final int LEAST_SHIFT_DAYS = 4;

    static ChanceLevel of(NetworkSystem system, NetworkHours hours, int turns, double falseAlarms, long seed) {
        Check.within(0, 1, "falseAlarms", falseAlarms);
        int[] shifts = shifts(hours, turns, seed);
        double[] residual = system.values();
        int cells = system.footprints().grid().cells();
        double[][] gradients = new double[shifts.length][];
        IntStream.range(0, shifts.length).parallel().forEach(i -> {
            int[] from = turned(hours, shifts[i]);
            gradients[i] = system.footprints().adjoint(byState(system, hours, residual, from));
        });
        double[] deviation = new double[cells];
        double[] largest = new double[shifts.length];
        for (int cell = 0; cell < cells; cell++) {
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
        return new ChanceLevel(Quantiles.ofSorted(largest, 1 - falseAlarms), deviation, largest);
    }

    /// The penalty of 1 g/s in each cell that holds the false alarms down to what was asked.
    double[] penalty() {
        return Arrays.stream(deviation).map(one -> threshold * one).toArray();
    }

    private static double[] byState(NetworkSystem system, NetworkHours hours, double[] residual, int[] from) {
        int stations = hours.stations();
        double[] sums = new double[system.footprints().size()];
        double[] weight = system.weight();
        for (int t = 0; t < from.length; t++) {
            int offset = from[t] < 0 ? -1 : system.footprints().offset(hours.windState()[from[t]]);
            if (offset >= 0) {
                double inverseSpeed = 1 / hours.windSpeedMPerS()[from[t]];
                for (int j = 0; j < stations; j++) {
                    int i = t * stations + j;
                    sums[offset + j] += weight[i] * residual[i] * inverseSpeed;
                }
            }
        }
        return sums;
    }

    /// Different shifts, chosen by chance, at least [#LEAST_SHIFT_DAYS] from no shift at all.
    static int[] shifts(NetworkHours hours, int turns, long seed) {
        int days = hours.days();
        int possible = days - 2 * LEAST_SHIFT_DAYS + 1;
        Check.atLeast(20, "shifts by days that are possible", possible);
        int[] all = IntStream.range(0, possible).map(i -> LEAST_SHIFT_DAYS + i).toArray();
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

    /// For each hour the hour whose wind it gets when all winds are moved by `shift` days, or -1: the same
    /// hour of the day, the end of the period going on at its start.
    static int[] turned(NetworkHours hours, int shift) {
        int first = hours.firstHourOfDay();
        int[] from = new int[hours.hours()];
        for (int t = 0; t < from.length; t++) {
            int at = Math.floorMod(first + t + 24 * shift, 24 * hours.days()) - first;
            from[t] = at >= 0 && at < from.length ? at : -1;
        }
        return from;
    }
}
