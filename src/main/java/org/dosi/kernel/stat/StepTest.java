package org.dosi.kernel.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A test for steps at unknown times in an equally spaced series, in noise that remembers its yesterday.
///
/// The series is a constant, the regressors that the caller names (a season, a slope), steps, and an
/// autoregression of order one. The step that explains most is tested against the largest that such noise
/// alone shows: series without a step are made and searched alike. If it stands, it joins the regressors,
/// and the next is looked for. Intervals of date and size are from series made with the steps that were
/// found.
///
/// Sources: largest ratio over unknown times: Andrews (1993), Econometrica 61(4), 821-856; one step after
/// the other and placed again: Bai (1997), Econometric Theory 13(3), 315-352; why the memory of the noise
/// must be taken into account: Serinaldi and Kilsby (2016), Stochastic Environmental Research and Risk
/// Assessment 30, 763-777. Noise with a longer memory than order one gives more false alarms: hand in
/// weekly means, not days.
public final class StepTest {

    private StepTest() {}

    /// How steps are looked for.
    ///
    /// @param margin least number of values on both sides of a step
    /// @param most no more steps than this
    /// @param alpha a step whose p is above this is none
    /// @param resamples series that are made for a p value and for intervals
    public record Parameters(int margin, int most, double alpha, int resamples, long seed) {
        public Parameters {
            Check.atLeast(1, "margin", margin);
            Check.atLeast(0, "most", most);
            Check.within(0, 1, "alpha", alpha);
            Check.atLeast(19, "resamples", resamples);
        }

        /// Eight values on both sides, five steps, five per cent, 999 series.
        public static Parameters usual(long seed) {
            return new Parameters(8, 5, 0.05, 999, seed);
        }
    }

    /// A step: the series is higher by `size` from index `at` on.
    ///
    /// @param earliest the 95 % interval of `at`
    /// @param latest its other end
    /// @param lower the 95 % interval of `size`
    /// @param upper its other end
    /// @param p chance of a step that explains as much, without any step and after those found before it
    public record Step(int at, int earliest, int latest, double size, double lower, double upper, double p) {}

    /// What was found.
    ///
    /// @param steps in the order of time
    /// @param p of the first candidate, whether it stood or not; NaN if the series is too short for any
    /// @param autocorrelation lag-one autocorrelation of the noise
    public record Result(List<Step> steps, double p, double autocorrelation) {}

    private record Candidate(int at, double p) {}

    /// Looks for steps. O(steps × resamples × values × regressors).
    ///
    /// @param values equally spaced; NaN if missing
    /// @param regressors what is not a step: each as long as the values; a constant is added
    public static Result of(double[] values, double[][] regressors, Parameters parameters) {
        SplittableRandom random = new SplittableRandom(parameters.seed());
        List<Candidate> found = new ArrayList<>();
        double firstP = Double.NaN;
        double correlation = Double.NaN;
        while (found.size() <= parameters.most()) {
            StepModel model = new StepModel(values, with(regressors, found, -1, values.length), parameters.margin());
            double[] residuals = model.residuals(model.taken(values));
            StepModel.Best best = model.best(residuals);
            if (best.place() < 0) {
                break;
            }
            StepModel.Noise noise = model.noise(residuals, true, random);
            double p = chance(model, residuals, noise, parameters.resamples(), random);
            firstP = Double.isNaN(firstP) ? p : firstP;
            correlation = noise.correlation();
            if (p > parameters.alpha() || found.size() == parameters.most()) {
                break;
            }
            found.add(new Candidate(model.index(best.place()), p));
        }
        return new Result(settle(values, regressors, found, parameters, random), firstP, correlation);
    }

    private static double chance(
            StepModel model, double[] residuals, StepModel.Noise noise, int resamples, SplittableRandom random) {
        double observed = model.statistic(residuals);
        int atLeast = 0;
        for (int r = 0; r < resamples; r++) {
            if (model.statistic(model.residuals(model.make(noise, random))) >= observed) {
                atLeast++;
            }
        }
        return (1.0 + atLeast) / (1.0 + resamples);
    }

    /// Each step is placed again beside the others, and its intervals are made.
    private static List<Step> settle(
            double[] values,
            double[][] regressors,
            List<Candidate> found,
            Parameters parameters,
            SplittableRandom random) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            StepModel model = new StepModel(values, with(regressors, found, i, values.length), parameters.margin());
            double[] residuals = model.residuals(model.taken(values));
            StepModel.Best best = model.best(residuals);
            if (best.place() < 0) {
                continue; // no room beside the others any more
            }
            found.set(i, new Candidate(model.index(best.place()), found.get(i).p()));
            steps.add(withIntervals(model, residuals, best, found.get(i).p(), parameters.resamples(), random));
        }
        steps.sort((a, b) -> Integer.compare(a.at(), b.at()));
        return List.copyOf(steps);
    }

    private static Step withIntervals(
            StepModel model,
            double[] residuals,
            StepModel.Best best,
            double p,
            int resamples,
            SplittableRandom random) {
        StepModel.Noise noise = model.noise(residuals, true, random);
        double[] places = new double[resamples];
        double[] sizes = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            double[] made = model.make(noise, random);
            for (int i = best.place(); i < made.length; i++) {
                made[i] += best.size();
            }
            StepModel.Best again = model.best(model.residuals(made));
            places[r] = again.place();
            sizes[r] = again.size();
        }
        Arrays.sort(places);
        Arrays.sort(sizes);
        return new Step(
                model.index(best.place()),
                model.index((int) Math.floor(Quantiles.ofSorted(places, 0.025))),
                model.index((int) Math.ceil(Quantiles.ofSorted(places, 0.975))),
                best.size(),
                2 * best.size() - Quantiles.ofSorted(sizes, 0.975),
                2 * best.size() - Quantiles.ofSorted(sizes, 0.025),
                p);
    }

    /// The regressors and the steps, but for one of them.
    private static double[][] with(double[][] regressors, List<Candidate> steps, int without, int length) {
        List<double[]> all = new ArrayList<>(Arrays.asList(regressors));
        for (int i = 0; i < steps.size(); i++) {
            if (i != without) {
                all.add(StepModel.step(length, steps.get(i).at()));
            }
        }
        return all.toArray(double[][]::new);
    }
}
