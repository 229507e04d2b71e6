package org.dosi.kernel.traffic.patterns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.FalseDiscovery;
import org.dosi.kernel.stat.StepTest;
import org.dosi.kernel.traffic.DayClass;

/// How strong each pattern was week by week, and whether that changed.
///
/// A week's strengths are the non-negative factors on the patterns that fit its values best (least squares over the
/// cells that are there, divided by each datastream's mean), with public holidays and the days beside them left out.
/// They are drawn towards 1 by a thousandth of the week's own information, so that a pattern that the week does
/// not show stays where it was. Steps are looked for with [StepTest], whose noise remembers the week before; p values
/// are adjusted over the patterns (Benjamini and Hochberg 1995).
///
/// @param monday first day of each week, days since 1970-01-01
/// @param strength by pattern, then week: 1 is the pattern's usual; NaN where too little was seen
/// @param tests by pattern
public record PatternChanges(long[] monday, double[][] strength, List<Test> tests) {
    /// Fewer weeks cannot tell a change from chance.
    public static final int FEWEST_WEEKS = 20;

    private static final double TOWARDS_ONE = 1e-3;
    private static final double LEAST_CELLS = 0.25;
    private static final int RESAMPLES = 499;
    private static final double ALPHA = 0.05;

    public PatternChanges {
        tests = List.copyOf(tests);
    }

    /// @param p chance of as large a first step in noise without one, adjusted over the patterns; NaN if the record
    ///     is too short to test
    /// @param steps none if the data show none
    public record Test(double p, List<StepTest.Step> steps) {
        public Test {
            steps = List.copyOf(steps);
        }
    }

    /// @param level by datastream of the panel, then day: what [WeekProfiles] divided its values by, and
    ///     here is part of what is looked for
    public static PatternChanges of(WeekProfiles week, Patterns patterns, double[][] level, long seed) {
        long firstMonday = monday(week.epochDay(0));
        int weeks = (int) ((monday(week.epochDay(week.days() - 1)) - firstMonday) / 7 + 1);
        int parts = patterns.patterns().size();
        double[][] strength = new double[parts][weeks];
        long[] mondays = new long[weeks];
        IntStream.range(0, weeks).parallel().forEach(w -> {
            mondays[w] = firstMonday + 7L * w;
            double[] fitted = strength(week, patterns, level, mondays[w]);
            for (int k = 0; k < parts; k++) {
                strength[k][w] = fitted[k];
            }
        });
        return new PatternChanges(mondays, strength, tests(strength, seed));
    }

    private static long monday(long epochDay) {
        // 1970-01-01 was a Thursday.
        return epochDay - Math.floorMod(epochDay + 3, 7L);
    }

    private static double[] strength(WeekProfiles week, Patterns patterns, double[][] level, long monday) {
        int parts = patterns.patterns().size();
        double[][] gram = new double[parts][parts];
        double[] projected = new double[parts];
        long seen = 0;
        double[] regressor = new double[parts];
        for (int day = 0; day < week.days(); day++) {
            int place = WeekProfiles.CLASSES.indexOf(week.dayClass(day));
            if (monday(week.epochDay(day)) != monday || place < 0 || isHolidayOnWorkday(week, day)) {
                continue;
            }
            for (int n = 0; n < patterns.datastreams().length; n++) {
                int i = patterns.datastreams()[n];
                double scale = Arrays.stream(patterns.loadings()[n]).sum();
                for (int slot = 0; slot < week.slots() && scale > 0; slot++) {
                    double value = week.value(i, day, slot) * level[i][day] / scale;
                    if (!Double.isNaN(value)) {
                        seen++;
                        for (int k = 0; k < parts; k++) {
                            regressor[k] = patterns.loadings()[n][k]
                                    * patterns.patterns().get(k).weight()[place][slot]
                                    / scale;
                        }
                        add(gram, projected, regressor, value);
                    }
                }
            }
        }
        double[] fitted = new double[parts];
        if (seen < LEAST_CELLS * 7 * patterns.datastreams().length * week.slots()) {
            Arrays.fill(fitted, Double.NaN);
            return fitted;
        }
        return solved(gram, projected);
    }

    /// A day off that is no Sunday.
    private static boolean isHolidayOnWorkday(WeekProfiles week, int day) {
        return week.dayClass(day) == DayClass.DAY_OFF && Math.floorMod(week.epochDay(day) + 3, 7L) != 6;
    }

    private static void add(double[][] gram, double[] projected, double[] regressor, double value) {
        for (int a = 0; a < regressor.length; a++) {
            projected[a] += regressor[a] * value;
            for (int b = 0; b < regressor.length; b++) {
                gram[a][b] += regressor[a] * regressor[b];
            }
        }
    }

    private static double[] solved(double[][] gram, double[] projected) {
        double trace = 0;
        for (int k = 0; k < gram.length; k++) {
            trace += gram[k][k];
        }
        double pull = TOWARDS_ONE * trace / gram.length;
        double[] fitted = new double[gram.length];
        Arrays.fill(fitted, 1);
        for (int k = 0; k < gram.length; k++) {
            gram[k][k] += pull;
            projected[k] += pull;
        }
        for (int round = 0; round < 200; round++) {
            NonNegativeFactorisation.sweep(fitted, gram, projected);
        }
        return fitted;
    }

    private static List<Test> tests(double[][] strength, long seed) {
        double[] p = new double[strength.length];
        List<StepTest.Result> results = new ArrayList<>();
        for (int k = 0; k < strength.length; k++) {
            long seen = Arrays.stream(strength[k]).filter(Double::isFinite).count();
            if (seen < FEWEST_WEEKS) {
                results.add(new StepTest.Result(List.of(), Double.NaN, Double.NaN));
            } else {
                results.add(StepTest.of(
                        strength[k], new double[0][], new StepTest.Parameters(6, 2, ALPHA, RESAMPLES, seed + k)));
            }
            p[k] = results.get(k).p();
        }
        double[] adjusted = FalseDiscovery.benjaminiHochberg(p);
        List<Test> tests = new ArrayList<>();
        for (int k = 0; k < p.length; k++) {
            tests.add(
                    new Test(adjusted[k], adjusted[k] <= ALPHA ? results.get(k).steps() : List.of()));
        }
        return tests;
    }
}
