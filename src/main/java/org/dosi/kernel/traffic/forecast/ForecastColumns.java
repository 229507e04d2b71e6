package org.dosi.kernel.traffic.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;

/// What the trees are told of a datastream at an origin and a step ahead, in shares of its level: its last values, what
/// is expected now and then, its departures of today, yesterday and last week, and those of its leaders and of the
/// whole network. What is not there is NaN.
///
/// Values stand as differences to the last one: trees cut single columns, and "falling from where it is" is one cut
/// then.
final class ForecastColumns {
    /// Steps that are averaged as "recent".
    static final int RECENT = 12;

    /// How many steps a leader must come before.
    static final int LEAD = 3;

    private static final int[] LAGS = {2, 3, 4, 6, 9, 12};
    private static final int SHORT = 3;
    private static final int SINGLE_LEADERS = 4;
    private static final int WEEK_DAYS = 7;
    private static final long DAY_S = 86_400;
    private static final int FIXED = 28;

    static final int COUNT = FIXED + LAGS.length + 2 * SINGLE_LEADERS;

    private final Fitted fitted;
    private final IntToLongFunction localS;
    private final Cell expected;
    private final double[][] departure;
    private final int offset;
    private final double[] network;
    private final int slots;

    /// What a fit keeps of the past.
    ///
    /// @param leaders by datastream: those whose departures come before its own, the best first
    /// @param scatter by datastream: root mean square of its departures
    /// @param share what is left of a departure, by step ahead
    record Fitted(
            Departures departures,
            Function<LocalDate, DayClass> classOf,
            int[][] leaders,
            double[] scatter,
            double[] share) {

        double share(int ahead) {
            return share[Math.min(ahead, share.length - 1)];
        }
    }

    /// A number of a datastream at a step.
    @FunctionalInterface
    private interface Cell {
        double at(int datastream, int step);
    }

    /// @param offset the step of the departures' first column
    private ForecastColumns(
            Fitted fitted, IntToLongFunction localS, Cell expected, double[][] departure, int offset, int slots) {
        this.fitted = fitted;
        this.localS = localS;
        this.expected = expected;
        this.departure = departure;
        this.offset = offset;
        this.slots = slots;
        int steps = departure.length == 0 ? 0 : departure[0].length;
        this.network = new double[steps];
        IntStream.range(0, steps)
                .parallel()
                .forEach(t -> network[t] = Arrays.stream(departure)
                        .mapToDouble(row -> row[t])
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN));
    }

    /// Of the past that was fitted, as it looks beside one baseline.
    static ForecastColumns of(Panel past, Departures.Look look, Fitted fitted) {
        return new ForecastColumns(
                fitted, past::localS, (i, step) -> look.expected()[i][step], look.departure(), 0, past.slotsPerDay());
    }

    /// Of the last days before an origin, and the same days a week before.
    static ForecastColumns of(Seen seen, Fitted fitted) {
        int slots = seen.slotsPerDay();
        int from = Math.max(0, seen.origin() - WEEK_DAYS * slots - 1);
        double[][] departure = IntStream.range(0, seen.datastreams())
                .parallel()
                .mapToObj(i -> {
                    double[] row = new double[seen.origin() - from];
                    Arrays.fill(row, Double.NaN);
                    int recent = Math.max(from, seen.origin() - 2 * slots);
                    for (int t = recent; t < seen.origin(); t++) {
                        row[t - from] = fitted.departures.at(seen, i, t);
                    }
                    for (int t = from; t < Math.min(recent, from + 2 * slots); t++) {
                        row[t - from] = fitted.departures.at(seen, i, t);
                    }
                    return row;
                })
                .toArray(double[][]::new);
        return new ForecastColumns(
                fitted,
                seen::localS,
                (i, step) -> fitted.departures.baseline().expected(i, seen.localS(step)),
                departure,
                from,
                slots);
    }

    /// What the decaying anomaly leads to, in shares of the level.
    double floor(int i, int origin, int ahead) {
        return usual(i, origin + ahead) + fitted.share(ahead) * lastDeparture(i, origin);
    }

    /// The last known one; 0 where nothing was seen lately.
    private double lastDeparture(int i, int origin) {
        for (int back = 1; back <= SHORT; back++) {
            double value = departed(i, origin - back);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return 0;
    }

    private double usual(int i, int step) {
        return expected.at(i, step) / fitted.departures.level(i);
    }

    private double departed(int i, int step) {
        return known(departure[i], step);
    }

    private double value(int i, int step) {
        return step < offset ? Double.NaN : usual(i, step) + departed(i, step);
    }

    private double known(double[] row, int step) {
        int index = step - offset;
        return index < 0 || index >= row.length ? Double.NaN : row[index];
    }

    /// @param cells [COUNT] to be filled
    void fill(double[] cells, int i, int origin, int ahead) {
        int target = origin + ahead;
        int now = origin - 1;
        long targetS = localS.applyAsLong(target);
        double level = fitted.departures.level(i);
        double then = usual(i, target);
        double before = usual(i, now);
        double departed = lastDeparture(i, origin);
        double last = before + departed;
        int c = 0;
        cells[c++] = ahead;
        cells[c++] = Math.floorMod(targetS, DAY_S) / (double) DAY_S;
        cells[c++] = rank(fitted.classOf.apply(LocalDate.ofEpochDay(Math.floorDiv(targetS, DAY_S))));
        cells[c++] = then;
        cells[c++] = then - before;
        cells[c++] = then - last;
        cells[c++] = fitted.departures.baseline().spread(i, targetS) / level;
        cells[c++] = last;
        cells[c++] = departed;
        cells[c++] = fitted.share(ahead) * departed;
        for (int lag : LAGS) {
            cells[c++] = value(i, origin - lag) - last;
        }
        cells[c++] = mean(i, origin - RECENT, origin, this::value) - last;
        cells[c++] = mean(i, origin - SHORT, origin, this::value) - last;
        cells[c++] = least(i, origin - RECENT, origin) - last;
        cells[c++] = mean(i, origin - SHORT, origin, this::departed);
        cells[c++] = mean(i, origin - RECENT, origin, this::departed);
        cells[c++] = mean(i, origin - 2 * RECENT, origin - RECENT, this::departed);
        cells[c++] = departed(i, sameTimeBefore(target, origin));
        cells[c++] = departed(i, target - WEEK_DAYS * slots);
        cells[c++] = known(network, now);
        cells[c++] = known(network, now) - known(network, now - LEAD);
        int[] leaders = fitted.leaders[i];
        for (int k = 0; k < SINGLE_LEADERS; k++) {
            cells[c++] = k < leaders.length ? value(leaders[k], now) - last : Double.NaN;
            cells[c++] = k < leaders.length ? departed(leaders[k], now) : Double.NaN;
        }
        cells[c++] = over(leaders, now, this::value) - last;
        cells[c++] = over(leaders, now, this::departed);
        cells[c++] = over(leaders, now, this::value) - over(leaders, now - LEAD, this::value);
        cells[c++] = Arrays.stream(leaders)
                        .mapToDouble(j -> value(j, now))
                        .filter(value -> !Double.isNaN(value))
                        .min()
                        .orElse(Double.NaN)
                - last;
        cells[c++] = level;
        cells[c++] = fitted.scatter[i];
        cells[c++] = before - usual(i, origin - RECENT);
        cells[c] = then - usual(i, target - 1);
    }

    /// The busier the lower, as far as that can be said of classes: trees cut between neighbours.
    private static int rank(DayClass dayClass) {
        return switch (dayClass) {
            case WEEKDAY -> 0;
            case BEFORE_HOLIDAY -> 1;
            case AFTER_HOLIDAY -> 2;
            case SATURDAY -> 3;
            case DAY_OFF -> 4;
        };
    }

    /// The same time of the last day that is known at the origin.
    private int sameTimeBefore(int step, int origin) {
        int at = step;
        while (at >= origin) {
            at -= slots;
        }
        return at;
    }

    private static double over(int[] datastreams, int step, Cell of) {
        double sum = 0;
        int count = 0;
        for (int datastream : datastreams) {
            double value = of.at(datastream, step);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double mean(int i, int from, int to, Cell of) {
        double sum = 0;
        int count = 0;
        for (int t = from; t < to; t++) {
            double value = of.at(i, t);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private double least(int i, int from, int to) {
        double least = Double.NaN;
        for (int t = from; t < to; t++) {
            double value = value(i, t);
            least = Double.isNaN(least) || value < least ? value : least;
        }
        return least;
    }
}
