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
/// each datastream by its level, its scatter, its own history and by those whose departures come before its own.
///
/// What is to be learned is divided by the datastream's level and by how far the decaying anomaly usually misses so
/// many steps ahead: otherwise the far steps of the large roads are all that a squared loss sees. No forecast is below
/// 0 or above what the datastream ever measured. What is not there (a detector that is silent, a week that is not yet
/// seen) is missing to the trees, which have a side for it.
///
/// Source of the trees: Friedman 2001, Annals of Statistics 29, 1189–1232; the choice of columns is our own.
public final class BoostedForecast implements ForecastMethod {
    private static final int LEADERS = 6;
    private static final int MOST_STEPS_OF_CORRELATION = 2500;

    /// More rows of a week or of ten months taught no more.
    private static final int MOST_ROWS = 800_000;

    private static final BoostingParameters BOOSTING =
            new BoostingParameters(200, 0.08, 0.6, 200, new Loss.Squared(), new TreeShape(31, 32, 200, 1, 1), 1);

    @Override
    public String name() {
        return "boosted_trees";
    }

    @Override
    public Forecaster fit(Panel past, Function<LocalDate, DayClass> classOf, int ahead) {
        Departures departures = Departures.of(past, classOf);
        double[][] before = departures.past();
        ForecastColumns.Fitted fitted = new ForecastColumns.Fitted(
                departures, classOf, leaders(before), scatters(before), departures.shares(ahead));
        double[] miss = misses(before, fitted, ahead);
        return new Trees(fitted, miss, largest(past), train(past, fitted, miss));
    }

    /// How far the decaying anomaly misses, by step ahead, as a root mean square of shares of the level.
    private static double[] misses(double[][] past, ForecastColumns.Fitted fitted, int ahead) {
        return IntStream.range(0, ahead)
                .parallel()
                .mapToDouble(h -> {
                    double sum = 0;
                    long count = 0;
                    for (double[] row : past) {
                        for (int t = h + 1; t < row.length; t++) {
                            double miss = row[t] - fitted.share(h) * row[t - h - 1];
                            if (!Double.isNaN(miss)) {
                                sum += miss * miss;
                                count++;
                            }
                        }
                    }
                    return sum > 0 ? Math.sqrt(sum / count) : 1;
                })
                .toArray();
    }

    private static double[] largest(Panel past) {
        return IntStream.range(0, past.datastreams())
                .mapToDouble(i -> Arrays.stream(past.values(i))
                        .filter(value -> !Double.isNaN(value))
                        .max()
                        .orElse(Double.POSITIVE_INFINITY))
                .toArray();
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
        for (int t = ForecastColumns.LEAD; t < follower.length; t += stride) {
            double x = leader[t - ForecastColumns.LEAD];
            double y = follower[t];
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                xy += x * y;
                xx += x * x;
                yy += y * y;
            }
        }
        return xx == 0 || yy == 0 ? -1 : xy / Math.sqrt(xx * yy);
    }

    private static TreeEnsemble train(Panel past, ForecastColumns.Fitted fitted, double[] miss) {
        Rows rows = Rows.draw(past, fitted.departures(), miss.length);
        double[][] columns = new double[ForecastColumns.COUNT][rows.count];
        double[] target = new double[rows.count];
        List<Departures.Look> looks = fitted.departures().looks();
        for (int k = 0; k < looks.size(); k++) {
            Departures.Look look = looks.get(k);
            ForecastColumns of = ForecastColumns.of(past, look, fitted);
            IntStream.range(rows.from[k], rows.from[k + 1]).parallel().forEach(row -> {
                int i = rows.datastream[row];
                int origin = rows.origin[row];
                int h = rows.ahead[row];
                double[] cells = new double[ForecastColumns.COUNT];
                of.fill(cells, i, origin, h);
                for (int c = 0; c < cells.length; c++) {
                    columns[c][row] = cells[c];
                }
                double usual =
                        look.expected()[i][origin + h] / fitted.departures().level(i);
                target[row] = (usual + look.departure()[i][origin + h] - of.floor(i, origin, h)) / miss[h];
            });
        }
        return BoostedTrees.fit(BinnedFeatures.of(columns), target, BOOSTING);
    }

    /// What the trees learn from: datastreams, origins and steps ahead, drawn, one look after the other.
    private static final class Rows {
        private final int[] datastream;
        private final int[] origin;
        private final int[] ahead;

        /// By look: its first row; at the end their number.
        private final int[] from;

        private int count;

        private Rows(int most, int looks) {
            datastream = new int[most];
            origin = new int[most];
            ahead = new int[most];
            from = new int[looks + 1];
        }

        /// As many as are wanted, spread evenly over all that there are.
        static Rows draw(Panel past, Departures departures, int ahead) {
            List<Departures.Look> looks = departures.looks();
            int datastreams = past.datastreams();
            double all = (double) datastreams * Math.max(0, past.steps() - ForecastColumns.RECENT) * ahead;
            double chance = Math.min(1, MOST_ROWS / Math.max(1, all));
            SplittableRandom random = new SplittableRandom(BOOSTING.seed());
            Rows rows = new Rows((int) Math.min(all, MOST_ROWS * 1.05) + 1, looks.size());
            for (int k = 0; k < looks.size(); k++) {
                Departures.Look look = looks.get(k);
                int first = Math.max(ForecastColumns.RECENT, look.fromStep());
                for (int target = first; target < look.toStep(); target++) {
                    for (int i = 0; i < datastreams; i++) {
                        for (int h = 0; h < ahead && target - h >= ForecastColumns.RECENT; h++) {
                            if (random.nextDouble() < chance
                                    && rows.count < rows.origin.length
                                    && !Double.isNaN(look.departure()[i][target])) {
                                rows.datastream[rows.count] = i;
                                rows.origin[rows.count] = target - h;
                                rows.ahead[rows.count++] = h;
                            }
                        }
                    }
                }
                rows.from[k + 1] = rows.count;
            }
            return rows;
        }
    }

    /// @param miss by step ahead: what the trees' answers are shares of
    /// @param largest by datastream: the largest value of the past
    private record Trees(ForecastColumns.Fitted fitted, double[] miss, double[] largest, TreeEnsemble trees)
            implements Forecaster {

        @Override
        public double[][] forecast(Seen seen, int ahead) {
            double[][] columns = new double[ForecastColumns.COUNT][seen.datastreams() * ahead];
            ForecastColumns of = ForecastColumns.of(seen, fitted);
            IntStream.range(0, seen.datastreams()).parallel().forEach(i -> {
                double[] cells = new double[ForecastColumns.COUNT];
                for (int h = 0; h < ahead; h++) {
                    of.fill(cells, i, seen.origin(), h);
                    for (int c = 0; c < cells.length; c++) {
                        columns[c][i * ahead + h] = cells[c];
                    }
                }
            });
            double[] left = trees.predict(columns);
            double[][] forecast = new double[seen.datastreams()][ahead];
            for (int i = 0; i < forecast.length; i++) {
                for (int h = 0; h < ahead; h++) {
                    double share =
                            of.floor(i, seen.origin(), h) + left[i * ahead + h] * miss[Math.min(h, miss.length - 1)];
                    forecast[i][h] = Math.clamp(share * fitted.departures().level(i), 0, largest[i]);
                }
            }
            return forecast;
        }
    }
}
