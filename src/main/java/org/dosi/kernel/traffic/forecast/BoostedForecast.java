package org.dosi.kernel.traffic.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.BinnedFeatures;
import org.dosi.kernel.stat.BoostedTrees;
import org.dosi.kernel.stat.BoostingParameters;
import org.dosi.kernel.stat.Loss;
import org.dosi.kernel.stat.TreeEnsemble;
import org.dosi.kernel.stat.TreeShape;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;

/// Boosted trees on what the decaying anomaly leaves: one model for all datastreams and all steps ahead, which knows
/// each
/// datastream by its level, its scatter, its own history and by those whose departures come before its own.
///
/// What is not there (a detector that is silent, a week that is not yet seen) is missing to the trees, which have a
/// side for it.
public final class BoostedForecast implements ForecastMethod {
    private static final int[] LAGS = {1, 2, 3, 4, 6, 9, 12};
    private static final int RECENT = 12;
    private static final int LEADERS = 6;
    private static final int AVERAGED_LEADERS = 6;
    private static final int SINGLE_LEADERS = 3;

    /// How many steps a leader must come before.
    private static final int LEAD = 3;

    /// A class of day of which fewer were seen is compared with other days, and departs otherwise.
    private static final int LEAST_DAYS = 2;

    private static final int MOST_ROWS = 500_000;
    private static final int MOST_STEPS_OF_CORRELATION = 2500;
    private static final int ROUNDS = 60;

    /// Small trees: a short record has few days to learn from, however many rows.
    private static final TreeShape SHAPE = new TreeShape(8, 32, 500, 1, 1);

    private static final double SHRINKAGE = 0.09;
    private static final double ROW_SHARE = 0.6;
    private static final long SEED = 1;
    private static final int WEEK_DAYS = 7;
    private static final double DAY_S = 86_400;

    /// Columns before those of lags and leaders.
    private static final int FIXED = 19;

    @Override
    public String name() {
        return "boosted_trees";
    }

    @Override
    public Forecaster fit(Panel past, Function<LocalDate, DayClass> classOf, int ahead) {
        Departures departures = Departures.of(past, classOf);
        double[] share = departures.shares(ahead);
        double[][] before = departures.past();
        Model model = new Model(departures, classOf, leaders(before), scatters(before), share);
        TreeEnsemble trees = train(past, model, ahead);
        return (seen, steps) -> forecast(seen, steps, model, trees);
    }

    /// What the columns are made of.
    ///
    /// @param leaders by datastream: those whose departures come before its own, the best first
    /// @param scatter by datastream: root mean square of its departures
    /// @param share what is left of a departure, by step ahead
    private record Model(
            Departures departures,
            Function<LocalDate, DayClass> classOf,
            int[][] leaders,
            double[] scatter,
            double[] share) {

        static int columns() {
            return FIXED + LAGS.length + SINGLE_LEADERS;
        }
    }

    private static double[] scatters(double[][] past) {
        return Arrays.stream(past)
                .mapToDouble(row -> Math.sqrt(Arrays.stream(row)
                        .filter(value -> !Double.isNaN(value))
                        .map(value -> value * value)
                        .average()
                        .orElse(0)))
                .toArray();
    }

    /// By the correlation of what they were with what the datastream is three steps later.
    private static int[][] leaders(double[][] past) {
        int steps = past.length == 0 ? 0 : past[0].length;
        int stride = Math.max(1, steps / MOST_STEPS_OF_CORRELATION);
        return IntStream.range(0, past.length)
                .parallel()
                .mapToObj(i -> {
                    double[] correlation = new double[past.length];
                    for (int j = 0; j < correlation.length; j++) {
                        correlation[j] = j == i ? -1 : correlation(past[j], past[i], stride);
                    }
                    return IntStream.range(0, past.length)
                            .filter(j -> j != i)
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer j) -> -correlation[j]))
                            .limit(LEADERS)
                            .mapToInt(Integer::intValue)
                            .toArray();
                })
                .toArray(int[][]::new);
    }

    private static double correlation(double[] leader, double[] follower, int stride) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int t = LEAD; t < follower.length; t += stride) {
            double x = leader[t - LEAD];
            double y = follower[t];
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                xy += x * y;
                xx += x * x;
                yy += y * y;
            }
        }
        return xx == 0 || yy == 0 ? -1 : xy / Math.sqrt(xx * yy);
    }

    private static TreeEnsemble train(Panel past, Model model, int ahead) {
        Rows rows = Rows.draw(past, model, ahead);
        double[][] columns = new double[Model.columns()][rows.count];
        double[] target = new double[rows.count];
        for (int k = 0; k < model.departures.looks().size(); k++) {
            Departures.Look look = model.departures.looks().get(k);
            History history = History.of(past, look, model);
            int wanted = k;
            IntStream.range(0, rows.count)
                    .parallel()
                    .filter(row -> rows.look[row] == wanted)
                    .forEach(row -> {
                        int i = rows.datastream[row];
                        int h = rows.ahead[row];
                        double[] cells = new double[Model.columns()];
                        history.fill(cells, i, rows.origin[row], h);
                        for (int c = 0; c < cells.length; c++) {
                            columns[c][row] = cells[c];
                        }
                        target[row] = look.departure()[i][rows.origin[row] + h]
                                - model.share[h] * history.last(i, rows.origin[row]);
                    });
        }
        return BoostedTrees.fit(
                BinnedFeatures.of(columns),
                target,
                new BoostingParameters(ROUNDS, SHRINKAGE, ROW_SHARE, ROUNDS, new Loss.Squared(), SHAPE, SEED));
    }

    /// What the trees learn from: datastreams, origins and steps ahead, drawn.
    private static final class Rows {
        private final int[] datastream;
        private final int[] origin;
        private final int[] ahead;
        private final int[] look;
        private int count;

        private Rows(int most) {
            datastream = new int[most];
            origin = new int[most];
            ahead = new int[most];
            look = new int[most];
        }

        /// As many as are wanted, spread evenly over all that there are.
        static Rows draw(Panel past, Model model, int ahead) {
            List<Departures.Look> looks = model.departures.looks();
            int datastreams = past.datastreams();
            double all = (double) datastreams * Math.max(0, past.steps() - RECENT) * ahead;
            double chance = Math.min(1, MOST_ROWS / Math.max(1, all));
            SplittableRandom random = new SplittableRandom(SEED);
            Rows rows = new Rows((int) Math.min(all, MOST_ROWS * 1.05) + 1);
            for (int k = 0; k < looks.size(); k++) {
                Departures.Look look = looks.get(k);
                for (int target = Math.max(RECENT, look.fromStep()); target < look.toStep(); target++) {
                    if (model.departures.baseline().days(0, past.localS(target)) < LEAST_DAYS) {
                        continue;
                    }
                    for (int i = 0; i < datastreams; i++) {
                        for (int h = 0; h < ahead && target - h >= RECENT; h++) {
                            if (random.nextDouble() < chance
                                    && rows.count < rows.look.length
                                    && !Double.isNaN(look.departure()[i][target])) {
                                rows.datastream[rows.count] = i;
                                rows.origin[rows.count] = target - h;
                                rows.ahead[rows.count] = h;
                                rows.look[rows.count++] = k;
                            }
                        }
                    }
                }
            }
            return rows;
        }
    }

    private static double[][] forecast(Seen seen, int ahead, Model model, TreeEnsemble trees) {
        int count = seen.datastreams() * ahead;
        double[][] columns = new double[Model.columns()][count];
        History history = History.of(seen, model);
        double[] last = new double[seen.datastreams()];
        IntStream.range(0, seen.datastreams()).parallel().forEach(i -> {
            double[] cells = new double[Model.columns()];
            last[i] = history.last(i, seen.origin());
            for (int h = 0; h < ahead; h++) {
                history.fill(cells, i, seen.origin(), h);
                for (int c = 0; c < cells.length; c++) {
                    columns[c][i * ahead + h] = cells[c];
                }
            }
        });
        double[] left = trees.predict(columns);
        double[][] forecast = PlainForecasts.expected(model.departures.baseline(), seen, ahead);
        for (int i = 0; i < forecast.length; i++) {
            for (int h = 0; h < ahead; h++) {
                double departure = model.share[Math.min(h, model.share.length - 1)] * last[i] + left[i * ahead + h];
                forecast[i][h] = Math.max(0, forecast[i][h] + departure * model.departures.level(i));
            }
        }
        return forecast;
    }

    /// Departures of known steps, and the columns that are made of them.
    private static final class History {
        private final Clock clock;
        private final Expected expected;
        private final double[][] departure;

        /// The step of the departures' first column.
        private final int offset;

        private final Model model;
        private final double[] network;
        private final int slots;

        /// What is expected of a datastream at any step.
        @FunctionalInterface
        private interface Expected {
            double at(int datastream, int step);
        }

        /// The local time of any step.
        @FunctionalInterface
        private interface Clock {
            long localS(int step);
        }

        static History of(Panel past, Departures.Look look, Model model) {
            return new History(
                    past::localS,
                    (i, step) -> look.expected()[i][step],
                    look.departure(),
                    0,
                    model,
                    past.slotsPerDay());
        }

        private History(Clock clock, Expected expected, double[][] departure, int offset, Model model, int slots) {
            this.clock = clock;
            this.expected = expected;
            this.departure = departure;
            this.offset = offset;
            this.model = model;
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

        /// The last days before an origin, and the same days a week before.
        static History of(Seen seen, Model model) {
            int slots = seen.slotsPerDay();
            int from = Math.max(0, seen.origin() - WEEK_DAYS * slots - 1);
            double[][] departure = IntStream.range(0, seen.datastreams())
                    .parallel()
                    .mapToObj(i -> {
                        double[] row = new double[seen.origin() - from];
                        Arrays.fill(row, Double.NaN);
                        int recent = Math.max(from, seen.origin() - 2 * slots);
                        for (int t = recent; t < seen.origin(); t++) {
                            row[t - from] = model.departures.at(seen, i, t);
                        }
                        for (int t = from; t < Math.min(recent, from + 2 * slots); t++) {
                            row[t - from] = model.departures.at(seen, i, t);
                        }
                        return row;
                    })
                    .toArray(double[][]::new);
            return new History(
                    seen::localS,
                    (i, step) -> model.departures.baseline().expected(i, seen.localS(step)),
                    departure,
                    from,
                    model,
                    slots);
        }

        private double at(double[] row, int step) {
            int index = step - offset;
            return index < 0 || index >= row.length ? Double.NaN : row[index];
        }

        double last(int i, int origin) {
            for (int back = 1; back <= 3; back++) {
                double value = at(departure[i], origin - back);
                if (!Double.isNaN(value)) {
                    return value;
                }
            }
            return 0;
        }

        void fill(double[] cells, int i, int origin, int h) {
            int target = origin + h;
            long targetS = clock.localS(target);
            double level = model.departures.level(i);
            double usual = expected.at(i, target) / level;
            double before = expected.at(i, origin - 1) / level;
            int c = 0;
            cells[c++] = h;
            cells[c++] = Math.floorMod(targetS, (long) DAY_S) / DAY_S;
            cells[c++] = rank(model.classOf.apply(LocalDate.ofEpochDay(Math.floorDiv(targetS, (long) DAY_S))));
            cells[c++] = usual;
            cells[c++] = usual - before;
            cells[c++] = model.departures.baseline().spread(i, targetS) / level;
            cells[c++] = before + at(departure[i], origin - 1);
            cells[c++] = mean(departure[i], origin - RECENT, origin);
            cells[c++] = at(departure[i], known(target - slots, origin));
            cells[c++] = at(departure[i], target - WEEK_DAYS * slots);
            cells[c++] = at(network, origin - 1);
            cells[c++] = at(network, origin - 1) - at(network, origin - 1 - LEAD);
            cells[c++] = leading(i, origin - 1);
            cells[c++] = leading(i, origin - 1) - leading(i, origin - 1 - LEAD);
            cells[c++] = model.scatter[i];
            cells[c++] = level;
            cells[c++] = last(i, origin) * model.share[Math.min(h, model.share.length - 1)];
            cells[c++] = least(departure[i], origin - RECENT, origin);
            cells[c++] = mean(departure[i], origin - 2 * RECENT, origin - RECENT);
            for (int lag : LAGS) {
                cells[c++] = at(departure[i], origin - lag);
            }
            for (int k = 0; k < SINGLE_LEADERS; k++) {
                cells[c++] = k < model.leaders[i].length ? at(departure[model.leaders[i][k]], origin - 1) : Double.NaN;
            }
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

        /// The same time of an earlier day that is known at the origin.
        private int known(int step, int origin) {
            int at = step;
            while (at >= origin) {
                at -= slots;
            }
            return at;
        }

        private double leading(int i, int step) {
            double sum = 0;
            int count = 0;
            for (int k = 0; k < Math.min(AVERAGED_LEADERS, model.leaders[i].length); k++) {
                double value = at(departure[model.leaders[i][k]], step);
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
            return count == 0 ? Double.NaN : sum / count;
        }

        private double mean(double[] row, int from, int to) {
            double sum = 0;
            int count = 0;
            for (int t = from; t < to; t++) {
                double value = at(row, t);
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
            return count == 0 ? Double.NaN : sum / count;
        }

        private double least(double[] row, int from, int to) {
            double least = Double.NaN;
            for (int t = from; t < to; t++) {
                double value = at(row, t);
                least = Double.isNaN(least) || value < least ? value : least;
            }
            return least;
        }
    }
}
