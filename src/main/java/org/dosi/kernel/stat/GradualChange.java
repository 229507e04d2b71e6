package org.dosi.kernel.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whether changes of level came at once or gradually. [StepTest] asks whether there is more than a constant, a slope
/// and noise; a bend is more, too, and the steps that describe it best are none.
///
/// A series is described by what the caller names, by waves that are slower than a limit (cosines, the first half
/// waves of its length, as many as serve it best), by noise of an autoregression of order one, and by its changes. One
/// change after the other is described in three ways: by nothing but the waves; by a ramp that is slower than the
/// limit; by a step or a ramp within it. The descriptions are compared by the Bayesian information criterion (Schwarz
/// 1978, Annals of Statistics 6(2), 461-464), whose differences are evidence on the scale of Kass and Raftery (1995,
/// Journal of the American Statistical Association 90, 773-795): above 6 strong, above 10 very strong.
/// The change with the least evidence is left to the waves, until all that remain are shown to be abrupt: what two
/// steps make of a hump is no evidence for either.
public final class GradualChange {
    /// Strong evidence is asked for, and a length is possible unless there is as much against it.
    private static final double ASKED = 6;
    /// Each length that is tried is longer than the one before by this factor.
    private static final double LADDER = Math.sqrt(2);
    /// Places of a ramp that are tried within its own length.
    private static final int PLACES_IN_A_RAMP = 8;

    private static final double MEMORY_STEP = 0.05;
    private static final double MOST_MEMORY = 0.9;
    /// A change of which less than this part of a value's weight is its own cannot be told from the rest.
    private static final double LEAST = 0.5;

    private static final int PARAMETERS_OF_A_STEP = 2;
    private static final int PARAMETERS_OF_A_RAMP = 3;

    private final double[] values;
    private final double[][] regressors;
    private final int limit;

    /// @param values equally spaced; NaN if missing
    /// @param regressors what is no change of level: each as long as the values; a constant is added
    /// @param limit what takes longer than so many values is gradual
    public GradualChange(double[] values, double[][] regressors, int limit) {
        Check.atLeast(2, "limit", limit);
        this.values = values;
        this.regressors = regressors;
        this.limit = limit;
    }

    /// Where a change is: it is there from index `at` on, which is between two others.
    public record Change(int at, int earliest, int latest) {}

    /// How quick a change was.
    ///
    /// @param evidence for a step or a ramp within the limit, against all that is slower
    /// @param abrupt whether this is evidence enough
    /// @param shortest the shortest time that it may have taken, in values; 0 for a step
    /// @param longest the longest; infinite if waves alone may do
    public record Pace(double evidence, boolean abrupt, double shortest, double longest) {}

    /// The pace of each change. O(changes² × memories × (regressors + waves) × ramps × values).
    public List<Pace> of(List<Change> changes) {
        List<Integer> left =
                IntStream.range(0, changes.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Pace[] paces = new Pace[changes.size()];
        while (!left.isEmpty()) {
            int least = left.getFirst();
            for (int k : left) {
                List<Change> others =
                        left.stream().filter(i -> i != k).map(changes::get).toList();
                paces[k] = pace(changes.get(k), others);
                least = paces[k].evidence < paces[least].evidence ? k : least;
            }
            if (paces[least].abrupt) {
                break;
            }
            left.remove(Integer.valueOf(least));
        }
        return List.of(paces);
    }

    private Pace pace(Change change, List<Change> others) {
        List<Form> forms = forms(change);
        double[] best = new double[forms.size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (double memory = 0; memory <= MOST_MEMORY; memory += MEMORY_STEP) {
            double[] with = new Description(new Innovations(values, memory), others).criteria(forms);
            Arrays.setAll(best, f -> Math.min(best[f], with[f]));
        }
        double quick = Double.POSITIVE_INFINITY;
        double slow = Double.POSITIVE_INFINITY;
        for (int f = 0; f < best.length; f++) {
            if (forms.get(f).length <= limit) {
                quick = Math.min(quick, best[f]);
            } else {
                slow = Math.min(slow, best[f]);
            }
        }
        double shortest = Double.POSITIVE_INFINITY;
        double longest = 0;
        for (int f = 0; f < best.length; f++) {
            if (best[f] <= Math.min(quick, slow) + ASKED) {
                shortest = Math.min(shortest, forms.get(f).length);
                longest = Math.max(longest, forms.get(f).length);
            }
        }
        return new Pace(slow - quick, slow - quick >= ASKED, shortest, longest);
    }

    /// A change of some length about some place; of infinite length if nothing but waves describes it.
    private record Form(double centre, double length) {
        double[] over(int count) {
            double[] form = new double[count];
            Arrays.setAll(
                    form,
                    i -> length == 0
                            ? i < centre ? 0 : 1
                            : Double.isInfinite(length) ? 0 : Math.clamp((i - centre) / length + 0.5, 0, 1));
            return form;
        }

        int parameters() {
            return length == 0 ? PARAMETERS_OF_A_STEP : Double.isInfinite(length) ? 0 : PARAMETERS_OF_A_RAMP;
        }
    }

    private List<Form> forms(Change change) {
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(change.at - 0.5, Double.POSITIVE_INFINITY));
        int from = Math.max(change.at - limit, change.earliest);
        int to = Math.min(change.at + limit, change.latest);
        for (int at = from; at <= to; at++) {
            forms.add(new Form(at - 0.5, 0));
        }
        for (double length = 2; length <= values.length; length *= LADDER) {
            double stride = Math.max(1, Math.floor(length / PLACES_IN_A_RAMP));
            double reach = length / 2;
            for (double centre = from - reach; centre <= to + reach; centre += stride) {
                forms.add(new Form(centre, Math.rint(length)));
            }
        }
        return forms;
    }

    /// All but one change, at one memory of the noise.
    private final class Description {
        private final Innovations innovations;
        private final OrthonormalBasis basis = new OrthonormalBasis();

        Description(Innovations innovations, List<Change> others) {
            this.innovations = innovations;
            double[] constant = new double[values.length];
            Arrays.fill(constant, 1);
            add(constant);
            for (double[] regressor : regressors) {
                add(regressor);
            }
            for (Change other : others) {
                add(StepModel.step(values.length, other.at));
            }
        }

        private boolean add(double[] series) {
            return basis.add(innovations.of(series));
        }

        /// The criterion of each form, beside as many waves as serve it best.
        double[] criteria(List<Form> forms) {
            int count = innovations.count();
            double[] rest = basis.without(innovations.of(values));
            List<double[]> columns = new ArrayList<>();
            forms.forEach(form -> columns.add(basis.without(innovations.of(form.over(values.length)))));
            double[] best = new double[forms.size()];
            Arrays.fill(best, Double.POSITIVE_INFINITY);
            for (int waves = 0; waves <= values.length / limit; waves++) {
                if (waves > 0 && add(halfWaves(waves))) {
                    double[] wave = basis.direction(basis.size() - 1);
                    OrthonormalBasis.remove(wave, rest);
                    columns.forEach(column -> OrthonormalBasis.remove(wave, column));
                }
                double squares = OrthonormalBasis.squares(rest);
                for (int f = 0; f < best.length; f++) {
                    double left = squares - explained(columns.get(f), rest);
                    int parameters = waves + forms.get(f).parameters();
                    best[f] = Math.min(
                            best[f],
                            count * Math.log(left / count) + innovations.deviance() + parameters * Math.log(count));
                }
            }
            return best;
        }
    }

    private double[] halfWaves(int count) {
        double[] wave = new double[values.length];
        Arrays.setAll(wave, i -> StrictMath.cos(Math.PI * count * (i + 0.5) / values.length));
        return wave;
    }

    private static double explained(double[] column, double[] rest) {
        double squares = OrthonormalBasis.squares(column);
        double part = OrthonormalBasis.product(column, rest);
        return squares > LEAST ? part * part / squares : 0;
    }
}
