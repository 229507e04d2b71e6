package org.dosi.kernel.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Quantiles;

/// Recognises faulty detectors.
///
/// - **Stuck**: a run of one value of length n is a fault where p^(n-1) times the number of steps is below a
///   thousandth, with p the share of steps that repeat the one before, every run counted once: in a year one such run
///   in a thousand datastreams comes by chance.
/// - **Spike**: a value above three times the largest expected one of the datastream and twelve spreads from its own
///   expected one, at most three steps long, between values that are within six.
/// - **Moved**: the level of three weeks after a day against three weeks before it, relative to the median of all
///   datastreams, differs by a fifth at least and by six times its own scatter.
/// - **Outage**: no value for a day or more.
final class DetectorFaults {
    private static final double CHANCE_OF_RUN = 1e-3;
    private static final int SHORTEST_RUN = 4;
    private static final double SPIKE_OF_LARGEST = 3;
    private static final double SPIKE_SPREADS = 12;
    private static final int SPIKE_STEPS = 3;
    private static final int MOVED_DAYS = 21;
    private static final int MOVED_LEAST_DAYS = 10;
    private static final double MOVED_LEAST = Math.log(1.2);
    private static final double MOVED_SCATTERS = 6;
    private static final int LEAST_DATASTREAMS = 5;

    /// The mean absolute deviation of a normal distribution is 1/1.2533 of its standard deviation.
    private static final double TO_SIGMA = Math.sqrt(Math.PI / 2);

    private final Panel panel;
    private final double[][] expected;
    private final double[][] spread;

    /// The logarithm of the baseline's level, by datastream, then day.
    private final double[][] levels;

    DetectorFaults(Panel panel, Baseline baseline) {
        this.panel = panel;
        this.expected = baseline.expected(panel);
        this.spread = baseline.spread(panel);
        int days = panel.steps() == 0 ? 0 : (int) (panel.day(panel.steps() - 1) - panel.day(0)) + 1;
        this.levels = new double[panel.datastreams()][days];
        for (int i = 0; i < levels.length; i++) {
            for (int day = 0; day < days; day++) {
                levels[i][day] = Math.log(baseline.level(i, (panel.day(0) + day) * 86_400));
            }
        }
    }

    /// By datastream, then step.
    List<DetectorFault> find() {
        double[][] ratio = dayRatios();
        double[] common = common(ratio);
        return IntStream.range(0, panel.datastreams())
                .parallel()
                .mapToObj(i -> {
                    List<DetectorFault> own = new ArrayList<>();
                    findStuck(i, own);
                    findSpikes(i, own);
                    findMoved(i, ratio[i], common, own);
                    findOutages(i, own);
                    own.sort(Comparator.comparingInt(DetectorFault::fromStep).thenComparing(DetectorFault::kind));
                    return own;
                })
                .flatMap(List::stream)
                .toList();
    }

    private void findStuck(int i, List<DetectorFault> own) {
        double[] values = panel.values(i);
        int pairs = 0;
        int repeats = 0;
        boolean inRun = false;
        for (int t = 1; t < values.length; t++) {
            if (Double.isNaN(values[t]) || Double.isNaN(values[t - 1])) {
                inRun = false;
                continue;
            }
            boolean same = values[t] == values[t - 1];
            pairs += same && inRun ? 0 : 1;
            repeats += same && !inRun ? 1 : 0;
            inRun = same;
        }
        double p = (repeats + 1.0) / (pairs + 2.0);
        int from = 0;
        for (int t = 1; t <= values.length; t++) {
            if (t < values.length && values[t] == values[from]) {
                continue;
            }
            int length = t - from;
            if (length >= SHORTEST_RUN
                    && (length - 1) * Math.log(p) + Math.log(values.length) < Math.log(CHANCE_OF_RUN)
                    && changesMeanwhile(i, from, t)) {
                own.add(new DetectorFault(i, from, t, DetectorFault.Kind.STUCK, values[from]));
            }
            from = t;
        }
    }

    /// A run during which nothing was expected to change says nothing: free flow at the limit, an empty street.
    private boolean changesMeanwhile(int i, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double usual = 0;
        for (int t = from; t < to; t++) {
            if (!Double.isNaN(expected[i][t])) {
                least = Math.min(least, expected[i][t]);
                most = Math.max(most, expected[i][t]);
                usual = Math.max(usual, spread[i][t]);
            }
        }
        return most - least > usual;
    }

    private void findSpikes(int i, List<DetectorFault> own) {
        double[] values = panel.values(i);
        double largest = 0;
        for (double each : expected[i]) {
            largest = Math.max(largest, each);
        }
        for (int t = 0; t < values.length; t++) {
            int from = t;
            while (t < values.length
                    && values[t] > SPIKE_OF_LARGEST * largest
                    && values[t] - expected[i][t] > SPIKE_SPREADS * spread[i][t]) {
                t++;
            }
            if (t > from && t - from <= SPIKE_STEPS && isOrdinary(i, from - 1) && isOrdinary(i, t)) {
                own.add(new DetectorFault(i, from, t, DetectorFault.Kind.SPIKE, values[from]));
            }
        }
    }

    private boolean isOrdinary(int i, int t) {
        return t < 0
                || t >= panel.steps()
                || !(Math.abs(panel.value(i, t) - expected[i][t]) > SPIKE_SPREADS / 2 * spread[i][t]);
    }

    /// The logarithm of each day's median ratio to the profile, whose level the baseline has followed and which is put
    /// back: by datastream, then day; NaN where
    /// less than half of a day is there.
    private double[][] dayRatios() {
        int[] dayOf = new int[panel.steps()];
        for (int t = 0; t < dayOf.length; t++) {
            dayOf[t] = (int) (panel.day(t) - panel.day(0));
        }
        int days = dayOf.length == 0 ? 0 : dayOf[dayOf.length - 1] + 1;
        return IntStream.range(0, panel.datastreams())
                .parallel()
                .mapToObj(i -> {
                    double[] row = new double[days];
                    double[] scratch = new double[panel.slotsPerDay() + 2];
                    int t = 0;
                    for (int day = 0; day < days; day++) {
                        int size = 0;
                        for (; t < dayOf.length && dayOf[t] == day; t++) {
                            double ratio = panel.value(i, t) / expected[i][t];
                            if (ratio > 0 && ratio < Double.POSITIVE_INFINITY && size < scratch.length) {
                                scratch[size++] = ratio;
                            }
                        }
                        row[day] = 2 * size < panel.slotsPerDay()
                                ? Double.NaN
                                : Math.log(Quantiles.median(scratch, size)) + levels[i][day];
                    }
                    return row;
                })
                .toArray(double[][]::new);
    }

    private static double[] common(double[][] ratio) {
        int days = ratio.length == 0 ? 0 : ratio[0].length;
        double[] common = new double[days];
        if (ratio.length >= LEAST_DATASTREAMS) {
            for (int day = 0; day < days; day++) {
                int at = day;
                double median = Quantiles.of(
                        Arrays.stream(ratio).mapToDouble(row -> row[at]).toArray(), 0.5);
                common[day] = Double.isNaN(median) ? 0 : median;
            }
        }
        return common;
    }

    private void findMoved(int i, double[] ratio, double[] common, List<DetectorFault> own) {
        int days = ratio.length;
        int[] firstStep = firstSteps(days);
        double[] level = new double[days];
        for (int day = 0; day < days; day++) {
            level[day] = ratio[day] - common[day];
        }
        for (int day = MOVED_LEAST_DAYS; day + MOVED_LEAST_DAYS <= days; ) {
            Step best = null;
            int at = day;
            // Of the days around a change the one that splits them best.
            for (int d = day; d < Math.min(day + MOVED_DAYS, days - MOVED_LEAST_DAYS + 1); d++) {
                Step step = step(level, d);
                if (step.isMove() && (best == null || step.scatter < best.scatter)) {
                    best = step;
                    at = d;
                }
            }
            if (best != null) {
                own.add(new DetectorFault(
                        i, firstStep[at], panel.steps(), DetectorFault.Kind.MOVED, Math.exp(best.change)));
                day = at + MOVED_DAYS;
            } else {
                day += MOVED_DAYS;
            }
        }
    }

    private int[] firstSteps(int days) {
        int[] first = new int[days];
        for (int t = panel.steps() - 1; t >= 0; t--) {
            first[(int) (panel.day(t) - panel.day(0))] = t;
        }
        return first;
    }

    /// @param scatter of single days around their side's median, logarithm
    private record Step(double change, double scatter, boolean enough) {
        boolean isMove() {
            return enough && Math.abs(change) >= MOVED_LEAST && Math.abs(change) >= MOVED_SCATTERS * scatter;
        }
    }

    private static Step step(double[] level, int day) {
        double[] before = Arrays.copyOfRange(level, Math.max(0, day - MOVED_DAYS), day);
        double[] after = Arrays.copyOfRange(level, day, Math.min(level.length, day + MOVED_DAYS));
        double a = Quantiles.of(before, 0.5);
        double b = Quantiles.of(after, 0.5);
        long seen = Math.min(count(before), count(after));
        double scatter = TO_SIGMA * (meanAway(before, a) + meanAway(after, b)) / 2;
        return new Step(b - a, scatter, seen >= MOVED_LEAST_DAYS);
    }

    private static long count(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    private static double meanAway(double[] values, double middle) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(value -> Math.abs(value - middle))
                .average()
                .orElse(Double.NaN);
    }

    private void findOutages(int i, List<DetectorFault> own) {
        double[] values = panel.values(i);
        for (int t = 0; t < values.length; t++) {
            int from = t;
            while (t < values.length && Double.isNaN(values[t])) {
                t++;
            }
            if (t - from >= panel.slotsPerDay()) {
                own.add(new DetectorFault(i, from, t, DetectorFault.Kind.OUTAGE, Double.NaN));
            }
        }
    }
}
