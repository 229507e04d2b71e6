package org.dosi.kernel.traffic.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dosi.kernel.traffic.Baseline;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;

/// How the past departed from its baseline, as a share of each datastream's mean, so that large and small roads can be
/// looked at together.
///
/// In a short record a day is a large part of its own baseline and departs too little from it: there each day is
/// looked at, with the days before it, beside a baseline that was fitted without it. A long record has one look.
///
/// @param baseline fitted on all of the past
/// @param levels by datastream: the mean of what is expected of it
/// @param looks in the order of time; together they cover the past
record Departures(Baseline baseline, double[] levels, List<Look> looks) {
    private static final int FEW_DAYS = 28;

    /// A value this far back still says something of now.
    private static final int LAST_STEPS = 3;

    /// The past beside one baseline.
    ///
    /// @param fromStep the first step that is looked at with this baseline
    /// @param toStep the first step after them
    /// @param expected by datastream, then step of the whole past
    /// @param departure the same; NaN where missing
    record Look(int fromStep, int toStep, double[][] expected, double[][] departure) {}

    static Departures of(Panel panel, Function<LocalDate, DayClass> classOf) {
        CityBaseline city = CityBaseline.of(panel, classOf);
        Panel clean = city.panel();
        double[][] expected = city.baseline().expected(clean);
        double[] levels = Arrays.stream(expected)
                .mapToDouble(row -> Math.max(
                        1e-9,
                        Arrays.stream(row)
                                .filter(value -> !Double.isNaN(value))
                                .average()
                                .orElse(1)))
                .toArray();
        int days = clean.steps() == 0 ? 0 : (int) (clean.day(clean.steps() - 1) - clean.day(0)) + 1;
        List<Look> looks = days < FEW_DAYS
                ? withoutEachDay(clean, classOf, levels)
                : List.of(look(clean, 0, clean.steps(), expected, levels));
        return new Departures(city.baseline(), levels, looks);
    }

    private static List<Look> withoutEachDay(Panel panel, Function<LocalDate, DayClass> classOf, double[] levels) {
        List<Look> looks = new ArrayList<>();
        for (int from = 0; from < panel.steps(); ) {
            int to = from;
            while (to < panel.steps() && panel.day(to) == panel.day(from)) {
                to++;
            }
            double[][] others = new double[panel.datastreams()][];
            for (int i = 0; i < others.length; i++) {
                others[i] = panel.values(i).clone();
                Arrays.fill(others[i], from, to, Double.NaN);
            }
            Baseline baseline = Baseline.fit(panel.with(others), classOf);
            looks.add(look(panel, from, to, baseline.expected(panel), levels));
            from = to;
        }
        return looks;
    }

    private static Look look(Panel panel, int from, int to, double[][] expected, double[] levels) {
        double[][] departure = IntStream.range(0, levels.length)
                .parallel()
                .mapToObj(i -> {
                    double[] row = new double[panel.steps()];
                    for (int t = 0; t < row.length; t++) {
                        row[t] = (panel.value(i, t) - expected[i][t]) / levels[i];
                    }
                    return row;
                })
                .toArray(double[][]::new);
        return new Look(from, to, expected, departure);
    }

    /// Each step beside the baseline of its own look: by datastream, then step.
    double[][] past() {
        if (looks.size() == 1) {
            return looks.getFirst().departure;
        }
        double[][] past = new double[levels.length][looks.isEmpty() ? 0 : looks.getLast().toStep];
        for (Look look : looks) {
            for (int i = 0; i < past.length; i++) {
                System.arraycopy(look.departure[i], look.fromStep, past[i], look.fromStep, look.toStep - look.fromStep);
            }
        }
        return past;
    }

    double level(int i) {
        return levels[i];
    }

    /// A known departure; NaN where missing.
    double at(Seen seen, int i, int step) {
        return (seen.value(i, step) - baseline.expected(i, seen.localS(step))) / levels[i];
    }

    /// The last known one; 0 where nothing was seen lately.
    double last(Seen seen, int i) {
        for (int back = 1; back <= LAST_STEPS; back++) {
            double departure = at(seen, i, seen.origin() - back);
            if (!Double.isNaN(departure)) {
                return departure;
            }
        }
        return 0;
    }

    /// What is left of a departure after so many steps: least squares over all datastreams, from 0 to 1.
    double[] shares(int ahead) {
        double[][] past = past();
        double[] shares = new double[ahead];
        for (int h = 0; h < ahead; h++) {
            int lag = h + 1;
            double[] sums = IntStream.range(0, past.length)
                    .parallel()
                    .mapToObj(i -> products(past[i], lag))
                    .reduce(new double[2], (a, b) -> new double[] {a[0] + b[0], a[1] + b[1]});
            shares[h] = sums[1] == 0 ? 0 : Math.max(0, Math.min(1, sums[0] / sums[1]));
        }
        return shares;
    }

    private static double[] products(double[] row, int lag) {
        double cross = 0;
        double square = 0;
        for (int t = lag; t < row.length; t++) {
            if (!Double.isNaN(row[t]) && !Double.isNaN(row[t - lag])) {
                cross += row[t] * row[t - lag];
                square += row[t - lag] * row[t - lag];
            }
        }
        return new double[] {cross, square};
    }
}
