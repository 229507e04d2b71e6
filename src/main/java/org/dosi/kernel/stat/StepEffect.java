package org.dosi.kernel.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The step of a series at a known time, as when a measure comes into force: how high, and is it more than
/// chance?
///
/// The season and other regressors are fitted to the whole series together with the step and taken off; the
/// effect is the mean of a window after the date less the mean of a window before it. Two answers are given
/// to "more than chance?": the interval and p from series made of autoregressive noise that are treated
/// alike, and how many other dates of the same series show as large a step where nothing is known to have
/// happened (placebo dates: Abadie et al. 2010, Journal of the American Statistical Association 105,
/// 493-505, in time instead of space). A step that many placebo dates reach is no evidence, however small p
/// is: then the noise remembers longer than the model.
///
/// @param size how much higher the series is after the date; NaN if a window holds too little
/// @param lower the 95 % interval
/// @param upper its other end
/// @param p chance of as large a step in noise alone
/// @param placebos number of other dates
/// @param placeboP (1 + those with as large a step) / (1 + placebos), NaN of none: neighbours share most of
///     their windows, so this is coarse
/// @param window values on each side
public record StepEffect(double size, double lower, double upper, double p, int placebos, double placeboP, int window) {

    /// The effect at an index of an equally spaced series. O(resamples × values × regressors).
    ///
    /// @param values NaN if missing
    /// @param regressors what is not the effect; a constant is added
    /// @param at the first index after the date
    /// @param mostWindow values on each side at most; fewer near an end of the series, and never more
    ///     than a quarter of it
    /// @param margin least number of values in a window
    public static StepEffect of(
            double[] values, double[][] regressors, int at, int mostWindow, int margin, int resamples, long seed) {
        Check.within(0, values.length, "at", at);
        Check.atLeast(19, "resamples", resamples);
        int window = Math.min(Math.min(mostWindow, values.length / 4), Math.min(at, values.length - at));
        Windows windows = new Windows(values.length, window, margin);
        List<double[]> all = new ArrayList<>(Arrays.asList(regressors));
        StepModel before = new StepModel(values, regressors, margin);
        double global = before.sizeAt(before.residuals(before.taken(values)), at);
        all.add(StepModel.step(values.length, at));
        StepModel model = new StepModel(values, all.toArray(double[][]::new), margin);
        double[] noise = onGrid(model, model.residuals(model.taken(values)), values.length);
        double size = windows.difference(noise, at) + global;
        if (!Double.isFinite(size)) {
            return new StepEffect(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, window);
        }
        double[] chances = chances(model, before, values.length, windows, at, resamples, seed, noise);
        double[] placebos = IntStream.rangeClosed(window, values.length - window)
                .filter(other -> 2 * Math.abs(other - at) >= window)
                .mapToDouble(other -> windows.difference(noise, other))
                .filter(Double::isFinite)
                .toArray();
        return new StepEffect(
                size,
                size - Quantiles.of(chances, 0.975),
                size - Quantiles.of(chances, 0.025),
                share(chances, size),
                placebos.length,
                placebos.length == 0 ? Double.NaN : share(placebos, size),
                window);
    }

    /// The effects that are found in noise alone.
    private static double[] chances(
            StepModel model,
            StepModel before,
            int length,
            Windows windows,
            int at,
            int resamples,
            long seed,
            double[] residuals) {
        SplittableRandom random = new SplittableRandom(seed);
        StepModel.Noise noise = model.noise(model.taken(residuals), false, random);
        double[] effects = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            double[] made = model.make(noise, random);
            double global = before.sizeAt(before.residuals(made), at);
            effects[r] = windows.difference(onGrid(model, model.residuals(made), length), at) + global;
        }
        return effects;
    }

    private static double share(double[] others, double size) {
        long atLeast =
                Arrays.stream(others).filter(o -> Math.abs(o) >= Math.abs(size)).count();
        return (1.0 + atLeast) / (1.0 + others.length);
    }

    private static double[] onGrid(StepModel model, double[] present, int length) {
        double[] grid = new double[length];
        Arrays.fill(grid, Double.NaN);
        for (int i = 0; i < present.length; i++) {
            grid[model.index(i)] = present[i];
        }
        return grid;
    }

    /// The two windows beside a date.
    private record Windows(int length, int window, int margin) {

        double difference(double[] series, int at) {
            return mean(series, at, at + window) - mean(series, at - window, at);
        }

        private double mean(double[] series, int from, int to) {
            double sum = 0;
            int count = 0;
            for (int i = Math.max(0, from); i < Math.min(length, to); i++) {
                if (Double.isFinite(series[i])) {
                    sum += series[i];
                    count++;
                }
            }
            return count < margin ? Double.NaN : sum / count;
        }
    }
}
