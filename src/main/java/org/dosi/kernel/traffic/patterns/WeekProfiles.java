package org.dosi.kernel.traffic.patterns;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.traffic.Baseline;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;

/// What a city does in an ordinary week: of each datastream a profile by class of day and time of day, and the days
/// from which it can be made anew.
///
/// Values are moderated first: none further than three spreads from what the shared baseline expects, so that a flood
/// makes no pattern. Then they are divided by the baseline's level, so that a road's growth is none of its shape.
/// Steps shorter than a quarter of an hour are pooled to it.
public final class WeekProfiles {
    /// The classes that a profile has; the days beside holidays are left out.
    public static final List<DayClass> CLASSES = List.of(DayClass.WEEKDAY, DayClass.SATURDAY, DayClass.DAY_OFF);

    /// Of a week.
    static final double[] DAYS_OF_CLASS = {5, 1, 1};

    private static final long DAY_S = 86_400;
    private static final long LEAST_SLOT_S = 900;
    private static final double MOST_SPREADS = 3;
    private static final double FREE_FLOW = 0.95;

    /// A datastream with fewer of its cells has no profile.
    private static final double LEAST_SEEN = 0.75;

    private final int slots;
    private final int[] chosen;
    private final long[] days;
    private final DayClass[] classes;
    private final double[] freeFlow;
    private final float[][][] values;

    private WeekProfiles(
            int slots, int[] chosen, long[] days, DayClass[] classes, double[] freeFlow, float[][][] values) {
        this.slots = slots;
        this.chosen = chosen;
        this.days = days;
        this.classes = classes;
        this.freeFlow = freeFlow;
        this.values = values;
    }

    /// O(values), on all processors.
    ///
    /// @param slowness whether values are speeds: then what is meant is how much slower than the datastream's free
    ///     flow, the 95th percentile of its expected values
    public static WeekProfiles of(CityBaseline city, Function<LocalDate, DayClass> classOf, boolean slowness) {
        Panel panel = city.panel();
        int pooled = 1;
        while (panel.stepSeconds() * pooled < LEAST_SLOT_S || panel.slotsPerDay() % pooled != 0) {
            pooled++;
        }
        int slots = panel.slotsPerDay() / pooled;
        long first = panel.day(0);
        int count = (int) (panel.day(panel.steps() - 1) - first + 1);
        long[] days = new long[count];
        DayClass[] classes = new DayClass[count];
        for (int d = 0; d < count; d++) {
            days[d] = first + d;
            classes[d] = classOf.apply(LocalDate.ofEpochDay(days[d]));
        }
        double[] freeFlow = new double[panel.datastreams()];
        float[][][] values = new float[panel.datastreams()][][];
        int pool = pooled;
        double[][] expected = city.baseline().expected(panel);
        double[][] spread = city.baseline().spread(panel);
        IntStream.range(0, values.length).parallel().forEach(i -> {
            freeFlow[i] = slowness ? freeFlow(expected[i]) : Double.NaN;
            values[i] = moderated(panel, city.baseline(), i, expected[i], spread[i], freeFlow[i], slots, pool, count);
        });
        WeekProfiles all =
                new WeekProfiles(slots, IntStream.range(0, values.length).toArray(), days, classes, freeFlow, values);
        return all.chosen(all.profiles(all.everyDay()));
    }

    private static double freeFlow(double[] expected) {
        double[] seen = Arrays.stream(expected).filter(Double::isFinite).toArray();
        return seen.length == 0 ? Double.NaN : Quantiles.of(seen, FREE_FLOW);
    }

    private static float[][] moderated(
            Panel panel,
            Baseline baseline,
            int datastream,
            double[] expected,
            double[] spread,
            double freeFlow,
            int slots,
            int pool,
            int days) {
        double[][] sum = new double[days][slots];
        int[][] seen = new int[days][slots];
        for (int step = 0; step < panel.steps(); step++) {
            double value = panel.value(datastream, step);
            double usual = expected[step];
            if (!Double.isNaN(value) && !Double.isNaN(usual)) {
                double reach = MOST_SPREADS * (spread[step] > 0 ? spread[step] : 0);
                double moderate = Math.max(0, Math.clamp(value, usual - reach, usual + reach));
                int day = (int) (panel.day(step) - panel.day(0));
                int slot = panel.slot(step) / pool;
                sum[day][slot] += Double.isNaN(freeFlow) ? moderate : Math.max(0, freeFlow - moderate);
                seen[day][slot]++;
            }
        }
        float[][] result = new float[days][slots];
        for (int day = 0; day < days; day++) {
            double level = baseline.level(datastream, (panel.day(0) + day) * DAY_S);
            boolean counted = Double.isNaN(freeFlow) && level > 0;
            for (int slot = 0; slot < slots; slot++) {
                result[day][slot] = seen[day][slot] == 0
                        ? Float.NaN
                        : (float) (sum[day][slot] / seen[day][slot] / (counted ? level : 1));
            }
        }
        return result;
    }

    private WeekProfiles chosen(double[][] profiles) {
        int[] kept = IntStream.range(0, profiles.length)
                .filter(i -> {
                    double seen =
                            Arrays.stream(profiles[i]).filter(Double::isFinite).count();
                    return seen >= LEAST_SEEN * profiles[i].length && mean(profiles[i]) > 0;
                })
                .toArray();
        return new WeekProfiles(slots, kept, days, classes, freeFlow, values);
    }

    /// The datastreams that have a profile, by their place in the panel, ascending.
    public int[] datastreams() {
        return chosen.clone();
    }

    /// Slots in a day.
    public int slots() {
        return slots;
    }

    public long slotSeconds() {
        return DAY_S / slots;
    }

    public int days() {
        return days.length;
    }

    /// Days since 1970-01-01 by the local clock.
    public long epochDay(int day) {
        return days[day];
    }

    public DayClass dayClass(int day) {
        return classes[day];
    }

    /// How many days of the record are of a class.
    public int daysOf(DayClass dayClass) {
        return (int) Arrays.stream(classes).filter(c -> c == dayClass).count();
    }

    /// What free flow is taken to be; NaN where values are no speeds.
    public double freeFlow(int datastream) {
        return freeFlow[datastream];
    }

    /// A moderated value divided by its level; NaN where missing.
    double value(int datastream, int day, int slot) {
        return values[datastream][day][slot];
    }

    /// Each day once.
    int[] everyDay() {
        int[] times = new int[days.length];
        Arrays.fill(times, 1);
        return times;
    }

    /// Days drawn with replacement, within each class, as many as it has: how often each was drawn.
    int[] drawnDays(SplittableRandom random) {
        int[] times = new int[days.length];
        for (DayClass dayClass : CLASSES) {
            int[] own = IntStream.range(0, days.length)
                    .filter(d -> classes[d] == dayClass)
                    .toArray();
            for (int draw = 0; draw < own.length; draw++) {
                times[own[random.nextInt(own.length)]]++;
            }
        }
        return times;
    }

    /// The mean week of the chosen datastreams, by datastream, then class and slot (class 0's slots first); NaN where
    /// no day was seen.
    ///
    /// @param times how often each day counts
    double[][] profiles(int[] times) {
        return Arrays.stream(chosen)
                .parallel()
                .mapToObj(i -> profile(values[i], times))
                .toArray(double[][]::new);
    }

    private double[] profile(float[][] own, int[] times) {
        double[] sum = new double[CLASSES.size() * slots];
        int[] seen = new int[sum.length];
        for (int day = 0; day < own.length; day++) {
            int from = CLASSES.indexOf(classes[day]) * slots;
            if (from >= 0 && times[day] > 0) {
                for (int slot = 0; slot < slots; slot++) {
                    if (!Float.isNaN(own[day][slot])) {
                        sum[from + slot] += times[day] * own[day][slot];
                        seen[from + slot] += times[day];
                    }
                }
            }
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] = seen[c] == 0 ? Double.NaN : sum[c] / seen[c];
        }
        return sum;
    }

    /// The mean over a week of a profile; classes that were never seen do not count.
    double mean(double[] profile) {
        double sum = 0;
        double weight = 0;
        for (int c = 0; c < profile.length; c++) {
            if (!Double.isNaN(profile[c])) {
                sum += DAYS_OF_CLASS[c / slots] * profile[c];
                weight += DAYS_OF_CLASS[c / slots];
            }
        }
        return weight == 0 ? 0 : sum / weight;
    }

    /// The columns of a profile whose class the record has at all.
    int[] columns() {
        return IntStream.range(0, CLASSES.size() * slots)
                .filter(c -> daysOf(CLASSES.get(c / slots)) > 0)
                .toArray();
    }

    /// The shapes of the chosen datastreams' weeks: divided by their own mean (or free flow), weighted by the square
    /// root of the days in a week; what was never seen is the mean of the others.
    public double[][] shapes() {
        double[][] profiles = profiles(everyDay());
        int[] columns = columns();
        double[][] shapes = new double[profiles.length][columns.length];
        for (int c = 0; c < columns.length; c++) {
            double sum = 0;
            int seen = 0;
            for (int n = 0; n < shapes.length; n++) {
                double own = Double.isNaN(freeFlow[chosen[n]]) ? mean(profiles[n]) : freeFlow[chosen[n]];
                shapes[n][c] = profiles[n][columns[c]] / own;
                sum += Double.isNaN(shapes[n][c]) ? 0 : shapes[n][c];
                seen += Double.isNaN(shapes[n][c]) ? 0 : 1;
            }
            double weight = Math.sqrt(DAYS_OF_CLASS[columns[c] / slots]);
            for (double[] shape : shapes) {
                shape[c] = weight * (Double.isNaN(shape[c]) ? sum / Math.max(1, seen) : shape[c]);
            }
        }
        return shapes;
    }

    /// What the whole city did on each day, by day, then slot: the sum over the datastreams that were seen, divided by
    /// the sum of the same datastreams' means. NaN where fewer than half were seen.
    public double[][] cityDays() {
        double[][] profiles = profiles(everyDay());
        double[] own = new double[profiles.length];
        Arrays.setAll(own, n -> mean(profiles[n]));
        double[][] city = new double[days.length][slots];
        for (int day = 0; day < days.length; day++) {
            for (int slot = 0; slot < slots; slot++) {
                double sum = 0;
                double usual = 0;
                int seen = 0;
                for (int n = 0; n < chosen.length; n++) {
                    double value = values[chosen[n]][day][slot];
                    if (!Double.isNaN(value)) {
                        sum += value;
                        usual += own[n];
                        seen++;
                    }
                }
                city[day][slot] = 2 * seen < chosen.length || usual == 0 ? Double.NaN : sum / usual;
            }
        }
        return city;
    }
}
