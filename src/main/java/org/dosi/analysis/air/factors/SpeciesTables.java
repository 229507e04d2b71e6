package org.dosi.analysis.air.factors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.ResultTable.Counts;
import org.dosi.analysis.finding.ResultTable.Numbers;
import org.dosi.analysis.finding.ResultTable.Texts;
import org.dosi.analysis.finding.ResultTable.Times;
import org.dosi.kernel.factors.Factorisation;
import org.dosi.kernel.factors.Samples;

/// How well each species was measured, and how well it is explained.
final class SpeciesTables {
    /// Below this signal to noise the EPA PMF 5.0 guide cautiously calls a species bad …
    private static final double BAD_BELOW = 0.5;

    /// … and below this one weak.
    private static final double WEAK_BELOW = 1;

    /// Tables are rounded: with uncertainties of half of every concentration the ratio is 1 but for the digits.
    private static final double ROUNDING = 1e-6;

    private SpeciesTables() {}

    /// `species,category,n,q,r2,residuals_beyond_3,share_beyond_3,signal_to_noise,signal_suggests`:
    /// scaled residuals beyond ±3 in number and as a share of the values, the signal to noise of the
    /// values as they were given, and what it would suggest; the last column is empty where it suggests
    /// nothing.
    static ResultTable fit(FactorFinding finding) {
        FactorFinding.Data data = finding.data();
        int m = data.samples().species();
        int[] count = new int[m];
        double[] squared = new double[m];
        double[] beyond = new double[m];
        List<String> category = new ArrayList<>();
        List<String> suggests = new ArrayList<>();
        for (int j = 0; j < m; j++) {
            category.add(data.weak()[j] ? "weak" : "strong");
            suggests.add(suggestion(data.signalToNoise()[j]));
            Fitted fitted = Fitted.of(data.samples(), finding.solution(), j);
            count[j] = fitted.count;
            squared[j] = fitted.correlation * fitted.correlation;
            beyond[j] = finding.fit().outliers()[j] / (double) fitted.count;
        }
        return ResultTable.of(
                new Texts("species", data.species()),
                new Texts("category", category),
                Counts.of("n", count),
                new Numbers("q", finding.fit().qOfSpecies()),
                new Numbers("r2", squared),
                Counts.of("residuals_beyond_3", finding.fit().outliers()),
                new Numbers("share_beyond_3", beyond),
                new Numbers("signal_to_noise", data.signalToNoise()),
                new Texts("signal_suggests", suggests));
    }

    static String suggestion(double signalToNoise) {
        double rounded = signalToNoise + ROUNDING;
        return rounded < BAD_BELOW ? "bad" : rounded < WEAK_BELOW ? "weak" : "";
    }

    /// The species that signal to noise suggests to be `bad` or `weak` and that are not held to be so yet.
    static Map<String, List<String>> suggestions(FactorFinding.Data data) {
        List<String> bad = new ArrayList<>();
        List<String> weak = new ArrayList<>();
        for (int j = 0; j < data.species().size(); j++) {
            switch (suggestion(data.signalToNoise()[j])) {
                case "bad" -> bad.add(data.species().get(j));
                case "weak" -> {
                    if (!data.weak()[j]) {
                        weak.add(data.species().get(j));
                    }
                }
                default -> {
                    // Its signal is clear enough.
                }
            }
        }
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("bad", bad);
        all.put("weak", weak);
        return all;
    }

    /// `time,species,scaled_residual`, of several stations `time,station,species,scaled_residual`: (measured - fitted)
    /// / uncertainty as it was fitted, of every
    /// sample used, empty where the value is missing.
    static ResultTable residuals(FactorFinding finding) {
        FactorFinding.Data data = finding.data();
        int m = data.species().size();
        double[] scaled = finding.solution().scaledResiduals(data.samples());
        long[] times = new long[scaled.length];
        Arrays.setAll(times, e -> data.timeS()[data.rows()[e / m]]);
        List<String> species = new ArrayList<>(scaled.length);
        for (int e = 0; e < scaled.length; e++) {
            species.add(data.species().get(e % m));
        }
        List<ResultTable.Column> columns = new ArrayList<>();
        columns.add(new Times("time", times, data.zone()));
        if (!data.stations().isEmpty()) {
            List<String> stations = new ArrayList<>(scaled.length);
            for (int e = 0; e < scaled.length; e++) {
                stations.add(data.stations().get(data.rows()[e / m]));
            }
            columns.add(new Texts("station", stations));
        }
        columns.add(new Texts("species", species));
        columns.add(new Numbers("scaled_residual", scaled));
        return new ResultTable(columns);
    }

    private record Fitted(int count, double correlation) {
        static Fitted of(Samples samples, Factorisation solution, int j) {
            int n = 0;
            double sx = 0;
            double sy = 0;
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int i = 0; i < samples.samples(); i++) {
                double x = samples.concentration()[i * samples.species() + j];
                double y = solution.fitted(i, j);
                if (Double.isFinite(x)) {
                    n++;
                    sx += x;
                    sy += y;
                    xx += x * x;
                    yy += y * y;
                    xy += x * y;
                }
            }
            double spread = (xx - sx * sx / n) * (yy - sy * sy / n);
            return new Fitted(n, spread > 0 ? (xy - sx * sy / n) / Math.sqrt(spread) : Double.NaN);
        }
    }
}
