package org.dosi.kernel.wind;

import java.util.Arrays;
import org.dosi.kernel.stat.Quantiles;

/// The joint fit of season and hour, wind speed, and direction to the hours whose wind has a direction;
/// of all days or of a draw of days. It starts from the last fit, so that a draw needs few rounds. Not
/// for two threads.
final class DirectionFit {
    private static final int COUNT = DirectionNodes.COUNT;
    /// From the start; the last round moves the peak by less than a tenth of a degree.
    private static final int FIRST_ROUNDS = 5;
    /// A tenth of the weeks is left out at a time: about one of each season.
    private static final int FOLDS = 10;
    /// The fit without them begins with the fit with them.
    private static final int FOLD_ROUNDS = 3;

    private final int days;
    private final int[] from;
    private final double[] value;
    private final int[] seasonHour;
    private final int[] speedPart;
    private final int[] nearest;
    private final double[] windFromDeg;
    private final double[] bySeasonHour;
    private final double[] bySpeedPart;
    private final double[] byDirection = new double[COUNT];
    private final double[] sums = new double[2 * COUNT];
    private final DirectionProfile profile;

    DirectionFit(DirectionHours hours, DirectionNodes nodes, double capShare) {
        days = hours.days;
        from = new int[days + 1];
        int count = 0;
        int[] used = new int[hours.value.length];
        for (int h = 0; h < used.length; h++) {
            if (!Double.isNaN(hours.value[h]) && !Double.isNaN(hours.windFromDeg[h])) {
                used[count++] = h;
            }
            from[h / 24 + 1] = count;
        }
        used = Arrays.copyOf(used, count);
        value = Arrays.stream(used).mapToDouble(h -> hours.value[h]).toArray();
        seasonHour = Arrays.stream(used).map(h -> hours.seasonHour[h]).toArray();
        speedPart = Arrays.stream(used).map(h -> hours.speedPart[h]).toArray();
        windFromDeg = Arrays.stream(used).mapToDouble(h -> hours.windFromDeg[h]).toArray();
        nearest = Arrays.stream(windFromDeg)
                .mapToInt(deg -> Math.floorMod(Math.round(deg / DirectionNodes.STEP_DEG), COUNT))
                .toArray();
        bySeasonHour = ones(hours.seasonHours);
        bySpeedPart = ones(DirectionHours.SPEED_PARTS);
        Arrays.fill(byDirection, 1);
        profile = new DirectionProfile(nodes);
        int[] once = new int[days];
        Arrays.fill(once, 1);
        fit(once, FIRST_ROUNDS);
        cap(capShare);
        fit(once, FIRST_ROUNDS);
    }

    private static double[] ones(int length) {
        double[] array = new double[length];
        Arrays.fill(array, 1);
        return array;
    }

    /// Hours in the fit of all days.
    int hours() {
        return value.length;
    }

    private double expected(int i) {
        return bySeasonHour[seasonHour[i]] * bySpeedPart[speedPart[i]] * byDirection[nearest[i]];
    }

    /// Cuts off what is far above its expectation, so that no direction rests on a few hours.
    private void cap(double share) {
        double[] residual = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            residual[i] = expected(i) > 0 ? value[i] / expected(i) : Double.NaN;
        }
        double cap = Quantiles.of(residual, share);
        for (int i = 0; i < value.length; i++) {
            value[i] = residual[i] > cap ? cap * expected(i) : value[i];
        }
    }

    /// The profile by direction of all days.
    DirectionProfile profile() {
        return profile;
    }

    /// For the end of each day, beginning with none, the ratios and then the hours by node so far; each
    /// day's ratios come from a fit to the weeks of the other folds. A fit follows its own data, the more
    /// so as haze lasts for days and a season holds few of its courses: ratios from one fit vary too
    /// little, by a fifth in simulations, and the intervals made from them missed the truth in 10 of 100
    /// cases where 5 were promised.
    double[] sumsUpToDay() {
        double[] upTo = new double[(days + 1) * 2 * COUNT];
        int[] times = new int[days];
        for (int fold = 0; fold < Math.min(FOLDS, (days + 6) / 7); fold++) {
            for (int day = 0; day < days; day++) {
                times[day] = day / 7 % FOLDS == fold ? 0 : 1;
            }
            fit(times, FOLD_ROUNDS);
            for (int day = 0; day < days; day++) {
                if (times[day] == 0) {
                    addDay(day, 1, upTo, (day + 1) * 2 * COUNT);
                }
            }
        }
        for (int i = 2 * COUNT; i < upTo.length; i++) {
            upTo[i] += upTo[i - 2 * COUNT];
        }
        return upTo;
    }

    private void addDay(int day, int times, double[] nodeSums, int at) {
        for (int i = from[day]; i < from[day + 1]; i++) {
            double others = bySeasonHour[seasonHour[i]] * bySpeedPart[speedPart[i]];
            if (others > 0) {
                DirectionNodes.add(nodeSums, at, windFromDeg[i], times * value[i] / others);
                DirectionNodes.add(nodeSums, at + COUNT, windFromDeg[i], times);
            }
        }
    }

    private void fit(int[] timesOfDay, int rounds) {
        for (int round = 0; round < rounds; round++) {
            fitClass(timesOfDay, bySeasonHour, seasonHour, bySpeedPart, speedPart, byDirection, nearest);
            fitClass(timesOfDay, bySpeedPart, speedPart, bySeasonHour, seasonHour, byDirection, nearest);
            fitDirection(timesOfDay);
        }
    }

    private void fitClass(
            int[] timesOfDay, double[] factor, int[] classOf, double[] b, int[] bOf, double[] c, int[] cOf) {
        double[] sum = new double[factor.length];
        double[] weight = new double[factor.length];
        for (int day = 0; day < days; day++) {
            int times = timesOfDay[day];
            for (int i = from[day]; i < from[day + 1] && times > 0; i++) {
                double others = b[bOf[i]] * c[cOf[i]];
                if (others > 0) {
                    sum[classOf[i]] += times * value[i] / others;
                    weight[classOf[i]] += times;
                }
            }
        }
        for (int k = 0; k < factor.length; k++) {
            // A class that no drawn day holds keeps what it had.
            factor[k] = weight[k] > 0 ? sum[k] / weight[k] : factor[k];
        }
    }

    private void fitDirection(int[] timesOfDay) {
        Arrays.fill(sums, 0);
        for (int day = 0; day < days; day++) {
            if (timesOfDay[day] > 0) {
                addDay(day, timesOfDay[day], sums, 0);
            }
        }
        profile.set(sums);
        for (int n = 0; n < COUNT; n++) {
            byDirection[n] = profile.mean[n] > 0 ? profile.mean[n] : 1;
        }
    }
}
