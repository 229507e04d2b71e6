package org.dosi.kernel.air;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dosi.kernel.geo.Sites;

/// The air-quality index between the stations of a city, and how good it is where it can be tried.
///
/// Each pollutant is kriged by itself ([ConcentrationSurface]), as it enters the index: gases by the hour,
/// particles by their 24-h predicted mean. Then [IndexField] combines them.
///
/// The trial leaves out one station at a time, in hours spread over the pool: what the others say of the
/// index there is compared with the index that it had itself.
public final class IndexSurface {
    /// So many hours, spread over the pool, are tried: more change no figure in its second digit.
    private static final int TRIED = 120;

    private final Sites stations;
    private final List<ConcentrationSurface.Model> models;
    private final IndexField field;
    private final double[][] correlation;

    private IndexSurface(
            Sites stations, List<ConcentrationSurface.Model> models, IndexField field, double[][] correlation) {
        this.stations = stations;
        this.models = models;
        this.field = field;
        this.correlation = correlation;
    }

    /// Stations predicted without themselves.
    ///
    /// @param hours that were tried
    /// @param count predictions
    /// @param rmse of the median
    /// @param bias mean of predicted less measured
    /// @param coverage the share of indices within the 5 and 95 % quantiles
    /// @param hit the share of stations whose grade was the most probable one
    /// @param promised the mean probability of that grade: if the probabilities are honest, as large as `hit`
    /// @param rankedProbabilityScore of the grades (Epstein 1969): the sum over the three bounds of the
    ///     squared difference between probability and truth
    public record Validation(
            int hours,
            long count,
            double rmse,
            double bias,
            double coverage,
            double hit,
            double promised,
            double rankedProbabilityScore,
            Rival mean,
            Rival nearest) {}

    /// A simpler way: the mean index of the other stations, or that of the nearest.
    public record Rival(double rmse, double hit) {}

    /// Fits each pollutant's correlation and that of their errors. Time that of [ConcentrationSurface#fit] for each
    /// pollutant.
    ///
    /// @param concentration as it enters the index: by place in [IndexItem#ALL], then hour, then station;
    ///     missing is NaN
    public static IndexSurface fit(Sites stations, double[][][] concentration, IndexRules rules, int draws, long seed) {
        List<ConcentrationSurface.Model> models = IntStream.range(0, concentration.length)
                .parallel()
                .mapToObj(i -> ConcentrationSurface.fit(stations, concentration[i]))
                .toList();
        List<double[]> errors = new ArrayList<>();
        for (int i = 0; i < concentration.length; i++) {
            errors.add(errors(stations, models.get(i), concentration[i]));
        }
        double[][] correlation = IndexField.correlation(errors.toArray(double[][]::new));
        return new IndexSurface(stations, models, new IndexField(rules, correlation, draws, seed), correlation);
    }

    /// What each station had beyond what the others say, in standard errors, hour after hour.
    private static double[] errors(Sites stations, ConcentrationSurface.Model model, double[][] fields) {
        int[] hours = tried(fields.length);
        double[] errors = new double[hours.length * stations.count()];
        IntStream.range(0, hours.length).parallel().forEach(k -> {
            double[] measured = fields[hours[k]];
            ConcentrationSurface.Roots roots = ConcentrationSurface.rootsWithoutThemselves(model, stations, measured);
            for (int s = 0; s < measured.length; s++) {
                errors[k * measured.length + s] =
                        (Math.sqrt(Math.max(0, measured[s])) - roots.mean()[s]) / Math.sqrt(roots.variance()[s]);
            }
        });
        return errors;
    }

    private static int[] tried(int hours) {
        int stride = Math.max(1, (hours + TRIED - 1) / TRIED);
        return IntStream.iterate(stride / 2, h -> h < hours, h -> h + stride).toArray();
    }

    /// The models of the pollutants, by place in [IndexItem#ALL].
    public List<ConcentrationSurface.Model> models() {
        return models;
    }

    /// The correlation of the pollutants' errors.
    public double[][] correlation() {
        return correlation;
    }

    /// The index at places in one hour.
    ///
    /// @param concentration by place in [IndexItem#ALL], then station
    public IndexField.Places predict(double[][] concentration, Sites places) {
        List<ConcentrationSurface.Roots> roots = new ArrayList<>();
        for (int i = 0; i < concentration.length; i++) {
            roots.add(ConcentrationSurface.roots(models.get(i), stations, concentration[i], places));
        }
        return combine(roots);
    }

    /// What the others say of each station in one hour. A pollutant that a station does not measure itself
    /// stays unknown there, and with it, if it is required, its index.
    public IndexField.Places withoutThemselves(double[][] concentration) {
        List<ConcentrationSurface.Roots> roots = new ArrayList<>();
        for (int i = 0; i < concentration.length; i++) {
            roots.add(ConcentrationSurface.rootsWithoutThemselves(models.get(i), stations, concentration[i]));
        }
        return combine(roots);
    }

    private IndexField.Places combine(List<ConcentrationSurface.Roots> roots) {
        double[][] mean = new double[roots.size()][];
        double[][] deviation = new double[roots.size()][];
        for (int i = 0; i < mean.length; i++) {
            double inflation = models.get(i).inflation();
            mean[i] = roots.get(i).mean();
            deviation[i] = Arrays.stream(roots.get(i).variance())
                    .map(variance -> inflation * Math.sqrt(variance))
                    .toArray();
        }
        return field.at(mean, deviation);
    }

    /// Tries hours of the pool.
    ///
    /// @param concentration as for [#fit]
    /// @param index by hour, then station; NaN for none
    /// @param grade by hour, then station; -1 for none
    public Validation validate(double[][][] concentration, double[][] index, int[][] grade) {
        int[] hours = tried(index.length);
        IndexTrial trial = new IndexTrial(stations);
        for (int h : hours) {
            double[][] at = new double[concentration.length][];
            for (int i = 0; i < at.length; i++) {
                at[i] = concentration[i][h];
            }
            trial.hour(withoutThemselves(at), index[h], grade[h]);
        }
        return trial.validation(hours.length);
    }
}
