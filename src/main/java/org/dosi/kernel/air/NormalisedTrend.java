package org.dosi.kernel.air;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.BinnedFeatures;
import org.dosi.kernel.stat.BoostedTrees;
import org.dosi.kernel.stat.BoostingParameters;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.TreeEnsemble;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;

/// The weather-normalised trend: what the concentration would have been in the usual weather of the season.
///
/// Boosted trees learn the concentration from the hour, weekday, season, trend and weather. Then each hour
/// is predicted with all the weather that its season has had (see [WeatherDraw]), and the predictions are
/// averaged. Sources: Grange et al. (2018), Atmospheric Chemistry and Physics 18, 6223-6239; Grange and
/// Carslaw (2019), Science of the Total Environment 653, 578-588; weather of the same season and hour: Vu
/// et al. (2019), Atmospheric Chemistry and Physics 19, 11303-11314.
///
/// Three things are done otherwise than there. The mean over the weather is exact, not drawn
/// ([WeatherAverage]). Skill is measured on blocks of days that the model has not seen, since neighbouring
/// hours are nearly copies of each other. And a second series is given, for tests: the observation less the
/// effect of its own weather, which is learnt without the observation's own block and so keeps its step,
/// its noise and the noise's memory.
///
/// Trees carry no trend beyond the data, and their trend is a staircase of `trendStepDays`. In less than
/// [#SEASON_DAYS] a season cannot be told from a trend: then the day of the year is no feature.
public final class NormalisedTrend {
    /// Two years: before the second summer nothing says what is season and what is trend.
    public static final int SEASON_DAYS = 730;
    /// A block needs this many to part into folds.
    private static final int FEWEST_BLOCKS = 4;
    /// Half the width of a 95 % interval, in standard deviations of a normal.
    private static final double TWO_SIDED_95 = 1.959963984540054;

    private NormalisedTrend() {}

    /// A series with its 95 % band.
    ///
    /// @param lower `middle` less 1.96 standard deviations of the refits
    /// @param upper the other end; both NaN without refits
    public record Band(double[] middle, double[] lower, double[] upper) {}

    /// What came out.
    ///
    /// @param normalised for each grouping of the hours, the mean concentration in usual weather by group;
    ///     also where observations are missing
    /// @param adjusted by hour: the observation less the effect of its own weather, from models that had
    ///     not seen it; NaN where the observation or all of its weather is missing
    /// @param importance share of the gain by feature: those of time as in `season`, then the weather's
    ///     columns
    /// @param season whether the day of the year is a feature, between weekday and trend
    public record Result(
            List<Band> normalised, double[] adjusted, double[] importance, boolean season, NormalisingSkill skill) {}

    /// Normalises a series. Without at least four blocks of days that have data everything is NaN.
    ///
    /// Time O((folds + refits) × trees × hours × features), on all cores: with twenty refits eight years of wind
    /// take 39 seconds of one core, a year 4.
    ///
    /// @param hour hours since 1970-01-01T00 by the local clock, in order
    /// @param value the concentration, or any other number that depends on the weather; NaN if missing
    /// @param weather one array for each column: numbers that have no jump, so a direction goes in as its
    ///     sine and cosine. NaN if missing; an hour without any weather is not used
    /// @param groupings how hours are put together for the normalised series (days, weeks): for each, the
    ///     first hour of each group and, at the end, the number of hours
    public static Result of(
            long[] hour,
            double[] value,
            double[][] weather,
            List<int[]> groupings,
            NormalisedTrendParameters parameters) {
        Check.atLeast(hour.length, "value.length", value.length);
        Check.atLeast(value.length, "hour.length", hour.length);
        Check.atLeast(1, "weather columns", weather.length);
        for (double[] column : weather) {
            Check.sameLength("value", value, "weather[i]", column);
        }
        return new Run(hour, value, weather, groupings, parameters).result();
    }

    /// One normalisation.
    private static final class Run {
        private final NormalisedTrendParameters parameters;
        private final CivilHours time;
        private final double[] value;
        private final List<int[]> groupings;
        private final boolean season;
        private final int timeFeatures;
        private final double[][] columns;
        private final BinnedFeatures features;
        private final int[] all;
        private final int[] withWeather;
        private final int[] used;
        private final DayBlocks blocks;

        Run(
                long[] hour,
                double[] value,
                double[][] weather,
                List<int[]> groupings,
                NormalisedTrendParameters parameters) {
            this.parameters = parameters;
            this.value = value;
            this.groupings = groupings;
            time = new CivilHours(hour);
            int hours = hour.length;
            season = hours > 0 && time.day(hours - 1) - time.day(0) + 1 >= SEASON_DAYS;
            double[][] timeColumns = timeColumns();
            timeFeatures = timeColumns.length;
            columns = Arrays.copyOf(timeColumns, timeFeatures + weather.length);
            System.arraycopy(weather, 0, columns, timeFeatures, weather.length);
            features = BinnedFeatures.of(columns);
            all = IntStream.range(0, hours).toArray();
            withWeather = IntStream.range(0, hours)
                    .filter(i -> Arrays.stream(weather).anyMatch(column -> Double.isFinite(column[i])))
                    .toArray();
            used = Arrays.stream(withWeather)
                    .filter(i -> Double.isFinite(value[i]))
                    .toArray();
            blocks = DayBlocks.of(time, used, parameters.blockDays());
        }

        private double[][] timeColumns() {
            int hours = time.hours();
            double[] hourOfDay = new double[hours];
            double[] weekday = new double[hours];
            double[] week = new double[hours];
            double[] trend = new double[hours];
            for (int i = 0; i < hours; i++) {
                hourOfDay[i] = time.hourOfDay(i);
                weekday[i] = time.weekday(i);
                week[i] = Math.floorDiv(time.dayOfYear(i), 7);
                trend[i] = Math.floorDiv(time.day(i) - time.day(0), (long) parameters.trendStepDays());
            }
            return season
                    ? new double[][] {hourOfDay, weekday, week, trend}
                    : new double[][] {hourOfDay, weekday, trend};
        }

        Result result() {
            if (blocks.count() < Math.max(FEWEST_BLOCKS, parameters.folds())) {
                return nothing();
            }
            WeatherAverage average = averageOver(withWeather);
            CrossValidation validation = new CrossValidation(average);
            BoostingParameters chosen = parameters.boosting().withRounds(Math.max(1, validation.rounds));
            TreeEnsemble trees =
                    BoostedTrees.fit(features, value, used, new int[0], chosen).trees();
            double[][] middle = grouped(average.of(trees, columns, time, all));
            double[][][] refits = refits(chosen);
            List<Band> bands = new ArrayList<>();
            for (int g = 0; g < middle.length; g++) {
                bands.add(band(middle[g], refits, g));
            }
            return new Result(
                    List.copyOf(bands),
                    validation.adjusted,
                    trees.importance(columns.length),
                    season,
                    validation.skill());
        }

        private Result nothing() {
            double[] missing = new double[value.length];
            Arrays.fill(missing, Double.NaN);
            List<Band> bands = Arrays.stream(grouped(missing))
                    .map(none -> new Band(none, none, none))
                    .toList();
            return new Result(bands, missing, new double[columns.length], season, NormalisingSkill.none());
        }

        private double[][] grouped(double[] hourly) {
            return groupings.stream().map(starts -> means(hourly, starts)).toArray(double[][]::new);
        }

        private WeatherAverage averageOver(int[] rows) {
            return new WeatherAverage(columns, timeFeatures, time, rows, parameters.draw());
        }

        /// Refits to resampled blocks, each averaged over resampled blocks of weather: by refit and
        /// grouping.
        private double[][][] refits(BoostingParameters chosen) {
            return IntStream.range(0, parameters.refits())
                    .parallel()
                    .mapToObj(refit -> {
                        SplittableRandom random = new SplittableRandom(parameters.seed() * 1_000_003 + refit);
                        int[] rows = blocks.resample(random);
                        WeatherAverage average = averageOver(blocks.resample(random));
                        TreeEnsemble trees = BoostedTrees.fit(
                                        features, value, rows, new int[0], chosen.withSeed(random.nextLong()))
                                .trees();
                        return grouped(average.of(trees, columns, time, all));
                    })
                    .toArray(double[][][]::new);
        }

        /// Models that have not seen a part of the blocks, and what they say of it.
        private final class CrossValidation {
            private final int[] fold = blocks.folds(parameters.folds(), new SplittableRandom(parameters.seed()));
            private final double[] adjusted = new double[value.length];
            private final double[] predicted = new double[value.length];
            private final int rounds;
            private final double timeOnlyLoss;

            CrossValidation(WeatherAverage average) {
                BoostedTrees.Fit[] fits = fits(features);
                double[] loss = meanLoss(fits);
                rounds = least(loss);
                timeOnlyLoss = timeOnlyLoss();
                Arrays.fill(adjusted, Double.NaN);
                for (int k = 0; k < fits.length; k++) {
                    TreeEnsemble trees = fits[k].all().first(rounds);
                    int[] held = inFold(k, true);
                    double[] own = trees.predict(rowsOf(columns, held));
                    double[] usual = average.of(trees, columns, time, held);
                    for (int i = 0; i < held.length; i++) {
                        predicted[held[i]] = own[i];
                        adjusted[held[i]] = value[held[i]] - (own[i] - usual[i]);
                    }
                }
            }

            private BoostedTrees.Fit[] fits(BinnedFeatures of) {
                return IntStream.range(0, parameters.folds())
                        .parallel()
                        .mapToObj(k ->
                                BoostedTrees.fit(of, value, inFold(k, false), inFold(k, true), parameters.boosting()))
                        .toArray(BoostedTrees.Fit[]::new);
            }

            private double timeOnlyLoss() {
                BinnedFeatures timeAlone = BinnedFeatures.of(Arrays.copyOf(columns, timeFeatures));
                double[] loss = meanLoss(fits(timeAlone));
                return loss[least(loss)];
            }

            private int[] inFold(int k, boolean inside) {
                return Arrays.stream(used)
                        .filter(row -> (fold[blocks.blockOf(row)] == k) == inside)
                        .toArray();
            }

            /// By number of trees: the mean loss over all rows, each predicted by the model that had not
            /// seen it. As far as every fold got before it stopped.
            private double[] meanLoss(BoostedTrees.Fit[] fits) {
                int rounds = Arrays.stream(fits)
                        .mapToInt(fit -> fit.heldLoss().length)
                        .min()
                        .orElseThrow();
                double[] loss = new double[rounds];
                for (int k = 0; k < fits.length; k++) {
                    double share = (double) inFold(k, true).length / used.length;
                    for (int r = 0; r < loss.length; r++) {
                        loss[r] += share * fits[k].heldLoss()[r];
                    }
                }
                return loss;
            }

            NormalisingSkill skill() {
                return NormalisingSkill.of(value, predicted, used, 2 * timeOnlyLoss, rounds);
            }
        }
    }

    private static int least(double[] loss) {
        int least = 0;
        for (int i = 1; i < loss.length; i++) {
            if (loss[i] < loss[least]) {
                least = i;
            }
        }
        return least;
    }

    private static double[][] rowsOf(double[][] columns, int[] rows) {
        return Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
    }

    private static double[] means(double[] hourly, int[] groupStart) {
        double[] means = new double[groupStart.length - 1];
        for (int g = 0; g < means.length; g++) {
            means[g] = Arrays.stream(hourly, groupStart[g], groupStart[g + 1])
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN);
        }
        return means;
    }

    private static Band band(double[] middle, double[][][] refits, int grouping) {
        double[] lower = new double[middle.length];
        double[] upper = new double[middle.length];
        for (int i = 0; i < middle.length; i++) {
            int group = i;
            double halfWidth = TWO_SIDED_95
                    * deviation(Arrays.stream(refits)
                            .mapToDouble(refit -> refit[grouping][group])
                            .filter(Double::isFinite)
                            .toArray());
            lower[i] = middle[i] - halfWidth;
            upper[i] = middle[i] + halfWidth;
        }
        return new Band(middle, lower, upper);
    }

    /// Of the refits whose weather reaches the group: a resampled year may lack a season. NaN of fewer than
    /// two.
    private static double deviation(double[] refits) {
        return refits.length < 2 ? Double.NaN : new StandardDeviation().evaluate(refits);
    }
}
