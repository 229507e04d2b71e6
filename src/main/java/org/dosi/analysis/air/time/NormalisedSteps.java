package org.dosi.analysis.air.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dosi.analysis.air.Periods;
import org.dosi.kernel.air.Averages;
import org.dosi.kernel.air.NormalisedTrend;
import org.dosi.kernel.stat.GradualChange;
import org.dosi.kernel.stat.LevelChange;
import org.dosi.kernel.stat.StepEffect;
import org.dosi.kernel.stat.StepTest;
import org.jspecify.annotations.Nullable;

/// What is asked of the weekly means of the adjusted observations.
final class NormalisedSteps {
    /// A week counts if it has half of its hours.
    private static final double WEEK_CAPTURE = 0.5;
    /// Weeks beside a measure's date that are compared: a year on both sides holds every season once.
    private static final int MEASURE_WEEKS = 52;

    private static final int YEAR_WEEKS = 52;
    /// Fewer weeks that both years have do not stand for a year.
    private static final int PAIRED_WEEKS = 39;
    /// Fewer weeks do not speak against a step.
    private static final int LEAST_PAIRS = 13;

    private static final double YEAR_SECONDS = 365.25 * 86_400;

    private NormalisedSteps() {}

    static NormalisedTrendFound.Steps of(
            NormalisedTrend.Result result,
            Periods weeks,
            Optional<LocalDate> date,
            ZoneId zone,
            StepTest.Parameters parameters) {
        double[] adjusted = Averages.byGroup(
                result.adjusted(),
                weeks.groupStart(),
                weeks.expected(),
                Averages.Statistic.MEAN,
                Double.NaN,
                WEEK_CAPTURE);
        double[][] regressors = regressors(weeks.startS(), result.season());
        NormalisedTrendFound.@Nullable Measure measure = date.map(
                        day -> measure(day, zone, weeks, adjusted, regressors, parameters))
                .orElse(null);
        if (!result.skill().suffices()) {
            return new NormalisedTrendFound.Steps(List.of(), Double.NaN, Double.NaN, result.season(), 0, null, measure);
        }
        StepTest.Result test = StepTest.of(adjusted, regressors, parameters);
        List<GradualChange.Pace> paces = new GradualChange(adjusted, regressors, NormalisedTrendFound.ABRUPT_WEEKS)
                .of(test.steps().stream()
                        .map(step -> new GradualChange.Change(step.at(), step.earliest(), step.latest()))
                        .toList());
        List<NormalisedTrendFound.Step> steps = new ArrayList<>();
        for (int i = 0; i < paces.size(); i++) {
            StepTest.Step step = test.steps().get(i);
            GradualChange.Pace pace = paces.get(i);
            if (!pace.abrupt() && contradicts(adjusted, step)) {
                continue;
            }
            steps.add(new NormalisedTrendFound.Step(
                    weeks.startS()[step.at()],
                    weeks.startS()[step.earliest()],
                    weeks.startS()[step.latest()],
                    new NormalisedTrendFound.Change(step.size(), step.lower(), step.upper(), step.p()),
                    new NormalisedTrendFound.Pace(pace.abrupt(), pace.evidence(), pace.shortest(), pace.longest())));
        }
        return new NormalisedTrendFound.Steps(
                List.copyOf(steps),
                test.p(),
                test.autocorrelation(),
                result.season(),
                paces.size() - steps.size(),
                levels(adjusted, weeks.startS()),
                measure);
    }

    /// Whether the weeks after a step are less than half as far from the same weeks of the year before as it says. A
    /// fall that ends is a step upwards from a slope, and yet nothing rises.
    private static boolean contradicts(double[] adjusted, StepTest.Step step) {
        double sum = 0;
        int pairs = 0;
        for (int i = Math.max(step.at(), YEAR_WEEKS); i < Math.min(adjusted.length, step.at() + YEAR_WEEKS); i++) {
            double change = adjusted[i] - adjusted[i - YEAR_WEEKS];
            if (Double.isFinite(change)) {
                sum += change;
                pairs++;
            }
        }
        return pairs >= LEAST_PAIRS && sum / pairs / step.size() < 0.5;
    }

    private static NormalisedTrendFound.@Nullable Levels levels(double[] adjusted, long[] startS) {
        if (adjusted.length < 2 * YEAR_WEEKS) {
            return null;
        }
        LevelChange change = LevelChange.of(adjusted, YEAR_WEEKS, PAIRED_WEEKS);
        return new NormalisedTrendFound.Levels(
                startS[change.firstAt()],
                startS[change.lastAt()],
                change.first(),
                change.last(),
                change.lower(),
                change.upper());
    }

    /// A slope, and a year's and half a year's wave, where there is enough to tell them from a step.
    private static double[][] regressors(long[] startS, boolean season) {
        if (!season) {
            return new double[0][];
        }
        double[][] regressors = new double[5][startS.length];
        for (int w = 0; w < startS.length; w++) {
            double year = (startS[w] - startS[0]) / YEAR_SECONDS;
            regressors[0][w] = year;
            for (int k = 1; k <= 2; k++) {
                regressors[2 * k - 1][w] = StrictMath.sin(2 * Math.PI * k * year);
                regressors[2 * k][w] = StrictMath.cos(2 * Math.PI * k * year);
            }
        }
        return regressors;
    }

    private static NormalisedTrendFound.Measure measure(
            LocalDate date,
            ZoneId zone,
            Periods weeks,
            double[] adjusted,
            double[][] regressors,
            StepTest.Parameters parameters) {
        long dateS = date.atStartOfDay(zone).toEpochSecond();
        long[] startS = weeks.startS();
        int at = 0;
        while (at < startS.length && startS[at] < dateS) {
            at++;
        }
        double[] whole = adjusted.clone();
        if (at > 0 && (at == startS.length || startS[at] > dateS)) {
            whole[at - 1] = Double.NaN; // half before the measure, half after it
        }
        StepEffect effect = StepEffect.of(
                whole, regressors, at, MEASURE_WEEKS, parameters.margin(), parameters.resamples(), parameters.seed());
        double before = Averages.byGroup(
                whole,
                new int[] {Math.max(0, at - effect.window()), at},
                new int[] {1},
                Averages.Statistic.MEAN,
                Double.NaN,
                0)[0];
        return new NormalisedTrendFound.Measure(
                date,
                dateS,
                new NormalisedTrendFound.Change(effect.size(), effect.lower(), effect.upper(), effect.p()),
                100 * effect.size() / before,
                effect.placebos(),
                effect.placeboP(),
                effect.window());
    }
}
