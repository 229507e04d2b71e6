package org.dosi.analysis.air.factors;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.ResultTable.Counts;
import org.dosi.analysis.finding.ResultTable.Flags;
import org.dosi.analysis.finding.ResultTable.Numbers;
import org.dosi.analysis.finding.ResultTable.Texts;
import org.dosi.analysis.finding.ResultTable.Times;
import org.dosi.kernel.factors.BootstrapDisplacement;
import org.dosi.kernel.factors.FactorBootstrap;
import org.dosi.kernel.factors.FactorDiagnostics;
import org.dosi.kernel.factors.FactorDisplacement;
import org.dosi.kernel.factors.Factorisation;
import org.dosi.kernel.factors.Samples;
import org.dosi.kernel.factors.Starts;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// Factors with what tells how far they are to be trusted. Factors are named F1, F2, … in the order of what they
/// explain.
///
/// @param solution the best of the starts, or what Fpeak and constraints made of it
public record FactorFinding(
        Provenance provenance, Data data, Starts starts, Factorisation solution, FactorDiagnostics fit, Errors errors) {

    /// What was factorised.
    ///
    /// @param timeS of all samples, used or not
    /// @param stations of all samples; empty where all are of one place
    /// @param rows the samples used, as indices of `timeS`; those without any value are left out
    /// @param species those used
    /// @param weak of the species used
    /// @param bad species left out
    /// @param samples as they were fitted, with the extra uncertainty and weak species with three times
    ///     theirs
    /// @param signalToNoise of each species used, by the uncertainties as they were given
    public record Data(
            @Nullable ZoneId zone,
            long[] timeS,
            List<String> stations,
            int[] rows,
            List<String> species,
            boolean[] weak,
            List<String> bad,
            Samples samples,
            double[] signalToNoise) {}

    /// The error estimates that were made.
    ///
    /// @param fixed profile elements that constraints leave one value alone: they have no error
    public record Errors(
            int blockSize,
            boolean[] fixed,
            FactorBootstrap.@Nullable Mapped bootstrap,
            FactorDisplacement.@Nullable Intervals displacement,
            BootstrapDisplacement.@Nullable Intervals both) {}

    /// One number of factors that was tried.
    public record Candidate(int factors, Factorisation solution, FactorDiagnostics fit, Starts starts) {}

    public static String name(int factor) {
        return "F" + (factor + 1);
    }

    /// How many factors there are.
    public int factors() {
        return solution.factors();
    }

    /// The share, 0 to 1, of what all factors explain of a species; NaN where they explain none of it.
    public double share(int factor, int ofSpecies) {
        return solution.shareOfSpecies(factor, ofSpecies);
    }

    public boolean hasBootstrap() {
        return errors.bootstrap() != null;
    }

    /// A quantile over the bootstrap's resamples of a profile element, as a share of what all factors of the
    /// solution explain of the species; NaN without a bootstrap.
    public double shareQuantile(int factor, int ofSpecies, double quantile) {
        FactorBootstrap.Mapped mapped = errors.bootstrap();
        if (mapped == null) {
            return Double.NaN;
        }
        double all = 0;
        for (int k = 0; k < solution.factors(); k++) {
            all += solution.profile(k, ofSpecies);
        }
        return mapped.quantile(factor, ofSpecies, quantile) / all;
    }

    /// How good the fit is, in three numbers and how often it was reached.
    ///
    /// @param starts that were made
    /// @param reached starts that came to the best
    public record Quality(double qTrue, double qRobust, double qExpected, int starts, int reached) {}

    public Quality quality() {
        return new Quality(
                solution.qTrue(),
                solution.qRobust(),
                fit.qExpected(),
                starts.ends().size(),
                starts.reached());
    }

    /// `factor,species,value`: mean concentration that the factor brings.
    public ResultTable profiles() {
        return byElement(new Numbers("value", solution.profile()));
    }

    /// `factor,species,share`: of what all factors explain of the species.
    public ResultTable shares() {
        double[] shares = new double[solution.profile().length];
        Arrays.setAll(shares, e -> solution.shareOfSpecies(e / solution.species(), e % solution.species()));
        return byElement(new Numbers("share", shares));
    }

    private ResultTable byElement(ResultTable.Column... columns) {
        List<String> factor = new ArrayList<>();
        List<String> species = new ArrayList<>();
        for (int k = 0; k < solution.factors(); k++) {
            for (String each : data.species()) {
                factor.add(name(k));
                species.add(each);
            }
        }
        List<ResultTable.Column> all =
                new ArrayList<>(List.of(new Texts("factor", factor), new Texts("species", species)));
        all.addAll(Arrays.asList(columns));
        return new ResultTable(all);
    }

    /// A factor's contributions along all samples, NaN for those left out.
    public double[] contributions(int factor) {
        double[] all = new double[data.timeS().length];
        Arrays.fill(all, Double.NaN);
        for (int r = 0; r < data.rows().length; r++) {
            all[data.rows()[r]] = solution.contribution(factor, r);
        }
        return all;
    }

    /// `time,factor,value`: contributions of mean 1; samples of several stations `time,station,factor,value`.
    public ResultTable contributions() {
        int n = data.timeS().length;
        int factors = solution.factors();
        long[] times = new long[n * factors];
        List<String> names = new ArrayList<>();
        double[] values = new double[n * factors];
        for (int k = 0; k < factors; k++) {
            double[] own = contributions(k);
            for (int i = 0; i < n; i++) {
                times[i * factors + k] = data.timeS()[i];
                values[i * factors + k] = own[i];
            }
        }
        List<String> stations = new ArrayList<>();
        for (int e = 0; e < values.length; e++) {
            names.add(name(e % factors));
            if (!data.stations.isEmpty()) {
                stations.add(data.stations.get(e / factors));
            }
        }
        List<ResultTable.Column> columns = new ArrayList<>();
        columns.add(new Times("time", times, data.zone()));
        if (!stations.isEmpty()) {
            columns.add(new Texts("station", stations));
        }
        columns.add(new Texts("factor", names));
        columns.add(new Numbers("value", values));
        return new ResultTable(columns);
    }

    /// `time,F1,F2,…` and more columns beside them; samples of several stations `time,station,F1,F2,…`.
    public ResultTable contributionsWide(List<ResultTable.Column> more) {
        List<ResultTable.Column> columns = new ArrayList<>();
        columns.add(new Times("time", data.timeS(), data.zone()));
        if (!data.stations.isEmpty()) {
            columns.add(new Texts("station", data.stations));
        }
        for (int k = 0; k < solution.factors(); k++) {
            columns.add(new Numbers(name(k), contributions(k)));
        }
        columns.addAll(more);
        return new ResultTable(columns);
    }

    /// How each start ended.
    public ResultTable startTable() {
        List<Factorisation> ends = starts.ends();
        int n = ends.size();
        int[] number = new int[n];
        int[] iterations = new int[n];
        boolean[] converged = new boolean[n];
        Arrays.setAll(number, s -> s + 1);
        Arrays.setAll(iterations, s -> ends.get(s).iterations());
        for (int s = 0; s < n; s++) {
            converged[s] = ends.get(s).converged();
        }
        return ResultTable.of(
                Counts.of("start", number),
                new Numbers(
                        "q_true",
                        ends.stream().mapToDouble(Factorisation::qTrue).toArray()),
                new Numbers(
                        "q_robust",
                        ends.stream().mapToDouble(Factorisation::qRobust).toArray()),
                Counts.of("iterations", iterations),
                new Flags("converged", converged),
                new Numbers("least_profile_correlation", starts.likeness()));
    }

    /// How well each species is explained.
    public ResultTable speciesTable() {
        return SpeciesTables.fit(this);
    }

    /// `time,species,scaled_residual`.
    public ResultTable residualTable() {
        return SpeciesTables.residuals(this);
    }

    /// The species that signal to noise suggests to be `bad`, and `weak`, and that are not taken so.
    public Map<String, List<String>> signalSuggestions() {
        return SpeciesTables.suggestions(data);
    }

    /// `factor,species,value,p5,p25,median,p75,p95`; none without a bootstrap.
    public @Nullable ResultTable bootstrapTable() {
        FactorBootstrap.Mapped mapped = errors.bootstrap();
        if (mapped == null) {
            return null;
        }
        String[] names = {"p5", "p25", "median", "p75", "p95"};
        double[] shares = {0.05, 0.25, 0.5, 0.75, 0.95};
        ResultTable.Column[] columns = new ResultTable.Column[names.length + 1];
        columns[0] = new Numbers("value", solution.profile());
        for (int q = 0; q < names.length; q++) {
            double share = shares[q];
            double[] quantiles = new double[solution.profile().length];
            Arrays.setAll(quantiles, e -> mapped.quantile(e / solution.species(), e % solution.species(), share));
            columns[q + 1] = new Numbers(names[q], quantiles);
        }
        return byElement(columns);
    }

    /// `factor,species,value` and the ends of each level; none without displacement.
    public @Nullable ResultTable displacementTable() {
        FactorDisplacement.Intervals moved = errors.displacement();
        return moved == null ? null : intervals(moved.levels(), moved.lower(), moved.upper());
    }

    /// As [#displacementTable], over resamples.
    public @Nullable ResultTable bothTable() {
        BootstrapDisplacement.Intervals both = errors.both();
        return both == null ? null : intervals(both.levels(), both.lower(), both.upper());
    }

    private ResultTable intervals(double[] levels, double[][] lower, double[][] upper) {
        List<ResultTable.Column> columns = new ArrayList<>();
        columns.add(new Numbers("value", solution.profile()));
        for (int l = 0; l < levels.length; l++) {
            String level = levels[l] == Math.rint(levels[l]) ? "" + (long) levels[l] : "" + levels[l];
            columns.add(new Numbers("lower_dq" + level, lower[l]));
            columns.add(new Numbers("upper_dq" + level, upper[l]));
        }
        return byElement(columns.toArray(ResultTable.Column[]::new));
    }

    /// One line for each number of factors tried.
    public static ResultTable scanTable(List<Candidate> candidates) {
        return ResultTable.of(
                Counts.of(
                        "factors",
                        candidates.stream().mapToInt(Candidate::factors).toArray()),
                numbers("q_true", candidates, c -> c.solution.qTrue()),
                numbers("q_robust", candidates, c -> c.solution.qRobust()),
                numbers("q_expected", candidates, c -> c.fit.qExpected()),
                numbers("q_ratio", candidates, c -> c.fit.ratio()),
                numbers("im", candidates, c -> c.fit.im()),
                numbers("is", candidates, c -> c.fit.is()),
                numbers(
                        "share_of_starts_reaching",
                        candidates,
                        c -> c.starts.chancePerStart().estimate()));
    }

    private static Numbers numbers(
            String name, List<Candidate> candidates, java.util.function.ToDoubleFunction<Candidate> value) {
        return new Numbers(name, candidates.stream().mapToDouble(value).toArray());
    }

    /// The whole in numbers.
    public Map<String, Object> summary() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("q_true", solution.qTrue());
        all.put("q_robust", solution.qRobust());
        all.put("starts", starts.ends().size());
        all.put("converged", solution.converged());
        all.put("iterations", solution.iterations());
        all.put("factors", solution.factors());
        all.put("samples", solution.samples());
        all.put("species", solution.species());
        all.put("values", data.samples().count());
        all.put("samples_without_values", data.timeS().length - data.rows().length);
        all.put("weak", weakSpecies());
        all.put("bad", data.bad());
        all.put("signal_to_noise_suggests", signalSuggestions());
        all.put("q_expected", fit.qExpected());
        all.put("q_true_over_expected", fit.ratio());
        all.put("im", fit.im());
        all.put("is", fit.is());
        all.put("best_start_q_true", starts.best().qTrue());
        all.put("reached", reached());
        all.put("remarks", provenance.remarks().stream().map(Name::en).toList());
        FactorSummary.addErrors(all, this);
        return all;
    }

    private List<String> weakSpecies() {
        List<String> weak = new ArrayList<>();
        for (int j = 0; j < data.weak().length; j++) {
            if (data.weak()[j]) {
                weak.add(data.species().get(j));
            }
        }
        return weak;
    }

    private Map<String, Object> reached() {
        Map<String, Object> reached = new LinkedHashMap<>();
        reached.put("starts_converged", starts.converged());
        reached.put("starts_reaching_best", starts.reached());
        reached.put("within_share_of_q", Starts.SAME);
        reached.put("chance_per_start", chance(starts.chancePerStart()));
        reached.put(
                "chance_of_as_many_starts", chance(starts.chanceOf(starts.ends().size())));
        return reached;
    }

    private static Map<String, Object> chance(Starts.Chance chance) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("estimate", chance.estimate());
        map.put("lower", chance.lower());
        map.put("upper", chance.upper());
        return map;
    }
}
