package org.dosi.kernel.traffic.patterns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.traffic.DayClass;

/// The few patterns of which the weeks of all datastreams are made, and how surely they are known.
///
/// A profile, divided by the datastream's own mean (or free flow), is a sum of non-negative parts
/// ([NonNegativeFactorisation]); a weekday's cells weigh five times those of a Saturday, as in a week. Days drawn
/// anew within their classes, and other random beginnings, give other parts: their distance is the instability
/// of that number of parts (Wu et al. 2016, PNAS 113(16), 4290–4295, equation 5, after Amari et al. 1996). Taken is
/// the largest number whose instability is at most [#STABLE] and whose last part still explains a per cent more of
/// the sum of squares about the mean week; standard errors are from the same draws.
///
/// @param datastreams that have a profile, by their place in the panel
/// @param slots in a day
/// @param patterns what carries most first
/// @param loadings by datastream, then pattern: the mean over a week that the pattern carries there, in the values'
///     unit; over the patterns they sum up to the modelled mean
/// @param trials of each number of parts
/// @param explained share of the sum of squares about the datastreams' own mean week
public record Patterns(
        int[] datastreams,
        int slots,
        List<Pattern> patterns,
        double[][] loadings,
        List<Trial> trials,
        double explained) {
    /// Non-negative parts share much whatever they are, so that even a wrong set is near: above three hundredths single
    /// parts change places between draws, and their shares are no longer known.
    static final double STABLE = 0.03;

    /// The search ends after as many numbers of parts in a row that do not pass.
    private static final int PATIENCE = 2;

    private static final double LEAST_MORE = 0.01;
    private static final int STARTS = 4;
    private static final int DRAWS = 12;
    private static final int MORE_DRAWS = 40;

    public Patterns {
        patterns = List.copyOf(patterns);
        trials = List.copyOf(trials);
    }

    /// How the parts are looked for.
    ///
    /// @param parts their number; 0 for the one that stability chooses
    /// @param most the largest number that is tried
    public record Settings(int parts, int most, long seed) {
        public Settings {
            Check.within(0, 20, "parts", parts);
            Check.within(1, 20, "most", most);
        }
    }

    /// A number of parts that was tried.
    ///
    /// @param instability 0 if draws agree, 1 if they have nothing in common
    /// @param explained share of the sum of squares about the datastreams' own means
    public record Trial(int parts, double instability, double explained) {}

    /// One pattern.
    ///
    /// @param weight by class (weekday, Saturday, day off), then slot: how many times its weekly mean runs then;
    ///     NaN
    ///     for a class that the record lacks
    /// @param standardError of the weight
    /// @param share of all values of all datastreams
    /// @param shareError its standard error
    /// @param peakClass of the day on which it is highest
    /// @param peakHour time of that peak, between slots, hours after midnight
    /// @param peakError its standard error, hours; NaN if the draws put the peak on another class or far away
    public record Pattern(
            double[][] weight,
            double[][] standardError,
            double share,
            double shareError,
            DayClass peakClass,
            double peakHour,
            double peakError) {}

    /// @param week with at least as many profiles as parts
    public static Patterns of(WeekProfiles week, Settings settings) {
        return new Search(week, settings).run();
    }

    /// The distance of two sets of parts, 0 if they are the same but for their order, 1 if every part is at a right
    /// angle to all of the other set: Wu et al. 2016, equation 5, with cosines.
    static double distance(double[][] a, double[][] b) {
        double rest = 0;
        double[] bestOfB = new double[b.length];
        for (double[] one : a) {
            double best = 0;
            for (int l = 0; l < b.length; l++) {
                double cosine = cosine(one, b[l]);
                best = Math.max(best, cosine);
                bestOfB[l] = Math.max(bestOfB[l], cosine);
            }
            rest += 1 - best;
        }
        for (double best : bestOfB) {
            rest += 1 - best;
        }
        return rest / (a.length + b.length);
    }

    private static double cosine(double[] a, double[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int j = 0; j < a.length; j++) {
            ab += a[j] * b[j];
            aa += a[j] * a[j];
            bb += b[j] * b[j];
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }

    private static final class Search {
        private final WeekProfiles week;
        private final Settings settings;
        private final int[] columns;
        private final double[] scale;
        private final double[][] scaled;
        private final List<double[][]> drawn;
        private final double own;

        Search(WeekProfiles week, Settings settings) {
            this.week = week;
            this.settings = settings;
            columns = week.columns();
            double[][] profiles = week.profiles(week.everyDay());
            scale = new double[profiles.length];
            for (int i = 0; i < profiles.length; i++) {
                double freeFlow = week.freeFlow(week.datastreams()[i]);
                scale[i] = Double.isNaN(freeFlow) ? week.mean(profiles[i]) : freeFlow;
            }
            scaled = scaled(profiles);
            drawn = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(settings.seed());
            for (int draw = 0; draw < MORE_DRAWS; draw++) {
                drawn.add(scaled(week.profiles(week.drawnDays(random))));
            }
            own = aboutMeans(scaled);
        }

        /// Divided by the datastream's scale, and weighted by the days of a week.
        private double[][] scaled(double[][] profiles) {
            double[][] result = new double[profiles.length][columns.length];
            for (int i = 0; i < result.length; i++) {
                for (int c = 0; c < columns.length; c++) {
                    result[i][c] = profiles[i][columns[c]] / scale[i] * columnScale(c);
                }
            }
            return result;
        }

        private double columnScale(int c) {
            return Math.sqrt(WeekProfiles.DAYS_OF_CLASS[columns[c] / week.slots()]);
        }

        /// What is left when each datastream is as high at all times.
        private double aboutMeans(double[][] x) {
            double squares = 0;
            for (double[] row : x) {
                double top = 0;
                double bottom = 0;
                for (int c = 0; c < row.length; c++) {
                    if (!Double.isNaN(row[c])) {
                        top += row[c] * columnScale(c);
                        bottom += columnScale(c) * columnScale(c);
                    }
                }
                for (int c = 0; c < row.length; c++) {
                    double rest = row[c] - top / bottom * columnScale(c);
                    squares += Double.isNaN(rest) ? 0 : rest * rest;
                }
            }
            return squares;
        }

        Patterns run() {
            int most = Math.min(settings.most(), Math.min(scaled.length, columns.length) - 1);
            List<Trial> trials = new ArrayList<>();
            int parts = settings.parts() > 0 ? Math.min(settings.parts(), Math.max(1, most)) : 1;
            double before = 0;
            int failed = 0;
            for (int k = 1; k <= most && failed < PATIENCE; k++) {
                List<double[][]> others = others(k, DRAWS);
                NonNegativeFactorisation whole = NonNegativeFactorisation.best(scaled, k, settings.seed(), STARTS);
                double explained = own > 0 ? 1 - whole.loss() / own : Double.NaN;
                double instability = instability(others);
                trials.add(new Trial(k, instability, explained));
                boolean passed = instability <= STABLE && explained - before >= LEAST_MORE;
                failed = passed ? 0 : failed + 1;
                if (settings.parts() == 0 && passed) {
                    parts = k;
                }
                before = explained;
            }
            return settle(parts, trials);
        }

        private List<double[][]> others(int parts, int draws) {
            return IntStream.range(0, draws)
                    .parallel()
                    .mapToObj(d -> NonNegativeFactorisation.of(drawn.get(d), parts, settings.seed() + 1000 + d)
                            .parts())
                    .toList();
        }

        private static double instability(List<double[][]> others) {
            double sum = 0;
            int pairs = 0;
            for (int a = 0; a < others.size(); a++) {
                for (int b = 0; b < a; b++) {
                    sum += distance(others.get(a), others.get(b));
                    pairs++;
                }
            }
            return sum / pairs;
        }

        private Patterns settle(int parts, List<Trial> trials) {
            NonNegativeFactorisation whole = NonNegativeFactorisation.best(scaled, parts, settings.seed(), 2 * STARTS);
            List<Told> draws = IntStream.range(0, MORE_DRAWS)
                    .parallel()
                    .mapToObj(d -> told(NonNegativeFactorisation.of(drawn.get(d), parts, settings.seed() + 2000 + d)))
                    .toList();
            Told best = told(whole);
            Integer[] order = new Integer[parts];
            Arrays.setAll(order, k -> k);
            Arrays.sort(order, Comparator.comparingDouble(k -> -best.share[k]));
            List<Pattern> patterns = new ArrayList<>();
            for (int k : order) {
                patterns.add(pattern(best, k, draws));
            }
            double[][] loadings = new double[scaled.length][parts];
            for (int i = 0; i < loadings.length; i++) {
                for (int k = 0; k < parts; k++) {
                    loadings[i][k] = best.loadings[i][order[k]];
                }
            }
            return new Patterns(
                    week.datastreams(),
                    week.slots(),
                    patterns,
                    loadings,
                    trials,
                    own > 0 ? 1 - whole.loss() / own : Double.NaN);
        }

        /// Parts and loadings in the values' unit.
        private record Told(double[][] weight, double[][] loadings, double[] share) {}

        private Told told(NonNegativeFactorisation found) {
            int parts = found.parts().length;
            double[][] weight = new double[parts][columns.length];
            double[][] loadings = new double[scaled.length][parts];
            double[] share = new double[parts];
            double all = 0;
            for (int k = 0; k < parts; k++) {
                double top = 0;
                double bottom = 0;
                for (int c = 0; c < columns.length; c++) {
                    top += found.parts()[k][c] * columnScale(c);
                    bottom += columnScale(c) * columnScale(c);
                }
                double mean = top / bottom;
                for (int c = 0; c < columns.length; c++) {
                    weight[k][c] = mean > 0 ? found.parts()[k][c] / columnScale(c) / mean : 0;
                }
                for (int i = 0; i < loadings.length; i++) {
                    loadings[i][k] = found.loadings()[i][k] * mean * scale[i];
                    share[k] += loadings[i][k];
                    all += loadings[i][k];
                }
            }
            for (int k = 0; k < parts; k++) {
                share[k] = all > 0 ? share[k] / all : 0;
            }
            return new Told(weight, loadings, share);
        }

        private Pattern pattern(Told best, int k, List<Told> draws) {
            double[] weight = best.weight[k];
            Peak peak = peak(weight);
            double[] squares = new double[columns.length];
            double shareSquares = 0;
            double peakSquares = 0;
            for (Told draw : draws) {
                int like = nearest(weight, draw.weight);
                for (int c = 0; c < squares.length; c++) {
                    squares[c] += square(draw.weight[like][c] - weight[c]);
                }
                shareSquares += square(draw.share[like] - best.share[k]);
                Peak other = peak(draw.weight[like]);
                peakSquares += other.dayClass == peak.dayClass ? square(other.hour - peak.hour) : Double.NaN;
            }
            double[] error = Arrays.stream(squares)
                    .map(square -> Math.sqrt(square / draws.size()))
                    .toArray();
            return new Pattern(
                    byClass(weight),
                    byClass(error),
                    best.share[k],
                    Math.sqrt(shareSquares / draws.size()),
                    peak.dayClass,
                    peak.hour,
                    Math.sqrt(peakSquares / draws.size()));
        }

        private static double square(double x) {
            return x * x;
        }

        private static int nearest(double[] weight, double[][] others) {
            int best = 0;
            for (int l = 1; l < others.length; l++) {
                best = cosine(weight, others[l]) > cosine(weight, others[best]) ? l : best;
            }
            return best;
        }

        private double[][] byClass(double[] values) {
            double[][] result = new double[WeekProfiles.CLASSES.size()][week.slots()];
            for (double[] row : result) {
                Arrays.fill(row, Double.NaN);
            }
            for (int c = 0; c < columns.length; c++) {
                result[columns[c] / week.slots()][columns[c] % week.slots()] = values[c];
            }
            return result;
        }

        private record Peak(DayClass dayClass, double hour) {}

        /// The highest slot, and the top of the parabola through it and its neighbours; a slot's value stands for
        /// its middle.
        private Peak peak(double[] weight) {
            int top = 0;
            for (int c = 1; c < weight.length; c++) {
                top = weight[c] > weight[top] ? c : top;
            }
            int slots = week.slots();
            int first = top / slots * slots;
            double before = weight[first + Math.floorMod(top - first - 1, slots)];
            double after = weight[first + Math.floorMod(top - first + 1, slots)];
            double bend = before - 2 * weight[top] + after;
            double shift = bend < 0 ? (before - after) / (2 * bend) : 0;
            double hour = (top - first + 0.5 + shift) * 24 / slots;
            return new Peak(WeekProfiles.CLASSES.get(columns[top] / slots), Math.clamp(hour, 0, 24));
        }
    }
}
