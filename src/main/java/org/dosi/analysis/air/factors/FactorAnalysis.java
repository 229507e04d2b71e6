package org.dosi.analysis.air.factors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dosi.analysis.air.factors.FactorSettings.Estimate;
import org.dosi.analysis.air.factors.FactorSettings.FactorRule;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Provenance;
import org.dosi.kernel.factors.BootstrapDisplacement;
import org.dosi.kernel.factors.ConstrainedFactors;
import org.dosi.kernel.factors.FactorBootstrap;
import org.dosi.kernel.factors.FactorConstraint;
import org.dosi.kernel.factors.FactorDiagnostics;
import org.dosi.kernel.factors.FactorDisplacement;
import org.dosi.kernel.factors.FactorRotation;
import org.dosi.kernel.factors.Factorisation;
import org.dosi.kernel.factors.FitSettings;
import org.dosi.kernel.factors.HeldSolution;
import org.dosi.kernel.factors.PositiveMatrixFactorisation;
import org.dosi.kernel.factors.Samples;
import org.dosi.kernel.factors.Starts;
import org.dosi.model.Name;
import org.dosi.model.NearId;
import org.jspecify.annotations.Nullable;

/// The kinds of source behind samples of many species.
public final class FactorAnalysis {
    private static final String ID = "factors";

    /// As in EPA PMF.
    private static final double WEAK = 3;

    private static final int RESAMPLES = 100;
    private static final int DISPLACED_RESAMPLES = 20;

    private final FactorInput input;
    private final FactorSettings settings;
    private final String version;
    private final int[] rows;
    private final int[] columns;
    private final Samples samples;
    private final double[] signalToNoise;
    private final boolean[] weak;
    private final FactorProgress progress;

    private FactorAnalysis(FactorInput input, FactorSettings settings, String version, FactorProgress progress) {
        this.input = input;
        this.settings = settings;
        this.version = version;
        this.progress = progress;
        columns = columns(input, settings);
        rows = IntStream.range(0, input.timeS().length)
                .filter(i -> Arrays.stream(columns).anyMatch(j -> Double.isFinite(input.concentration()[i][j])))
                .toArray();
        Set<String> weakNames = known("weak", settings.weighing().weak(), input.species());
        weak = new boolean[columns.length];
        for (int j = 0; j < weak.length; j++) {
            weak[j] = weakNames.contains(input.species().get(columns[j]));
        }
        requireEnough();
        requireErrorsOfTheTurn();
        Samples given = samples();
        signalToNoise = given.signalToNoise();
        samples = given.withExtraUncertainty(settings.weighing().extraPercent() / 100)
                .withUncertaintyTimes(WEAK, weak);
    }

    /// Finds the factors, and how far they are to be trusted.
    ///
    /// @throws BadSetting if these samples do not have so many factors, or a species is not there
    public static FactorFinding find(
            FactorInput input, FactorSettings settings, String version, FactorProgress progress) {
        return new FactorAnalysis(input, settings, version, progress).find();
    }

    /// One line a number of factors: what is looked at when it is chosen.
    public static List<FactorFinding.Candidate> scan(FactorInput input, FactorSettings settings, int from, int to) {
        List<FactorFinding.Candidate> candidates = new ArrayList<>();
        for (int k = from; k <= to; k++) {
            FactorSettings each = new FactorSettings(
                    k,
                    settings.starts(),
                    settings.robust(),
                    settings.seed(),
                    0,
                    settings.weighing(),
                    List.of(),
                    FactorSettings.Errors.NONE);
            FactorFinding found = new FactorAnalysis(input, each, "", FactorProgress.NONE).find();
            candidates.add(new FactorFinding.Candidate(k, found.solution(), found.fit(), found.starts()));
        }
        return candidates;
    }

    private FactorFinding find() {
        FitSettings fit = FitSettings.of(settings.factors(), settings.robust());
        progress.begin(FactorProgress.Stage.STARTS, 0);
        Starts starts = PositiveMatrixFactorisation.fromStarts(samples, fit, settings.starts(), settings.seed());
        HeldSolution held = FactorRotation.fpeak(samples, fit, starts.best(), settings.fpeak());
        List<String> species =
                Arrays.stream(columns).mapToObj(input.species()::get).toList();
        List<Name> remarks = List.of();
        if (!settings.constraints().isEmpty()) {
            Factorisation base = held.solution();
            List<FactorConstraint> constraints = constraints();
            held = ConstrainedFactors.fit(samples, fit, base, constraints);
            remarks = ConstraintRemarks.of(base, held.solution(), constraints, species);
        }
        Factorisation solution = held.solution();
        return new FactorFinding(
                new Provenance(ID, input.inputs(), null, null, settings.used(), version).with(remarks),
                new FactorFinding.Data(
                        input.zone(),
                        input.timeS(),
                        input.stations(),
                        rows,
                        species,
                        weak,
                        settings.weighing().bad(),
                        samples,
                        signalToNoise),
                starts,
                solution,
                FactorDiagnostics.of(samples, solution, weak),
                errors(fit, held));
    }

    private static int[] columns(FactorInput input, FactorSettings settings) {
        Set<String> bad = known("bad", settings.weighing().bad(), input.species());
        return IntStream.range(0, input.species().size())
                .filter(j -> !bad.contains(input.species().get(j)))
                .toArray();
    }

    private static Set<String> known(String parameter, List<String> asked, List<String> species) {
        for (String name : asked) {
            if (!species.contains(name)) {
                throw new BadSetting("%s: expected a species of the file, found '%s'%s"
                        .formatted(parameter, name, NearId.hint(name, species)));
            }
        }
        return Set.copyOf(asked);
    }

    private void requireEnough() {
        int most = Math.min(rows.length, columns.length);
        if (settings.factors() > most) {
            throw new BadSetting("factors: expected at most %d for %d samples of %d species, found %d"
                    .formatted(most, rows.length, columns.length, settings.factors()));
        }
        for (int j : columns) {
            if (Arrays.stream(rows).noneMatch(i -> Double.isFinite(input.concentration()[i][j]))) {
                String name = input.species().get(j);
                throw new BadSetting("expected a value of every species, found none of '%s': leave it out with --bad"
                        .formatted(name));
            }
        }
    }

    private Samples samples() {
        int m = columns.length;
        double[] x = new double[rows.length * m];
        double[] u = new double[rows.length * m];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < m; c++) {
                x[r * m + c] = input.concentration()[rows[r]][columns[c]];
                u[r * m + c] = input.uncertainty()[rows[r]][columns[c]];
            }
        }
        return new Samples(rows.length, m, x, u);
    }

    private List<FactorConstraint> constraints() {
        List<FactorConstraint> constraints = new ArrayList<>();
        for (FactorRule rule : settings.constraints()) {
            int k = rule.factor() - 1;
            if (k < 0 || k >= settings.factors()) {
                throw new BadSetting("constraints: expected a factor from 1 to %d, found %d"
                        .formatted(settings.factors(), rule.factor()));
            }
            constraints.add(
                    switch (rule.kind()) {
                        case ZERO -> new FactorConstraint.Range(k, speciesOf(rule), 0, 0);
                        case FIX -> new FactorConstraint.Range(k, speciesOf(rule), rule.low(), rule.low());
                        case RANGE -> new FactorConstraint.Range(k, speciesOf(rule), rule.low(), rule.high());
                        case PULL_UP -> new FactorConstraint.Pull(k, speciesOf(rule), true, rule.low() / 100);
                        case PULL_DOWN -> new FactorConstraint.Pull(k, speciesOf(rule), false, rule.low() / 100);
                        case ABSENT -> new FactorConstraint.Absent(k, sampleOf(rule));
                    });
        }
        return constraints;
    }

    private int speciesOf(FactorRule rule) {
        for (int c = 0; c < columns.length; c++) {
            if (input.species().get(columns[c]).equals(rule.of())) {
                return c;
            }
        }
        throw new BadSetting("constraints: expected a species that is not left out, found '%s'%s"
                .formatted(rule.of(), NearId.hint(rule.of(), input.species())));
    }

    private int sampleOf(FactorRule rule) {
        for (int r = 0; r < rows.length; r++) {
            if (Long.toString(input.timeS()[rows[r]]).equals(rule.of())) {
                return r;
            }
        }
        throw new BadSetting("constraints: expected the time of a sample, found none at the time given");
    }

    /// EPA PMF 5.0 makes all three estimates of a constrained solution, of one turned by Fpeak the
    /// bootstrap alone: displaced, it would stand against the turn and not against the data.
    private void requireErrorsOfTheTurn() {
        Set<Estimate> asked = settings.errors().estimates();
        if (settings.fpeak() != 0 && (asked.contains(Estimate.DISPLACEMENT) || asked.contains(Estimate.BOTH))) {
            throw new BadSetting("errors: expected bootstrap alone with --fpeak, found displacement or both");
        }
    }

    private FactorFinding.Errors errors(FitSettings fit, HeldSolution base) {
        FactorSettings.Errors asked = settings.errors();
        Set<String> displaced = known("displace", asked.displaced(), input.species());
        int blockSize = asked.blockSize() > 0
                ? Math.min(asked.blockSize(), samples.samples())
                : FactorBootstrap.blockSize(base.solution());
        FactorBootstrap.@Nullable Mapped bootstrap = null;
        FactorDisplacement.@Nullable Intervals moved = null;
        BootstrapDisplacement.@Nullable Intervals both = null;
        if (asked.estimates().contains(Estimate.BOOTSTRAP)) {
            int resamples = asked.resamples() > 0 ? asked.resamples() : RESAMPLES;
            progress.begin(FactorProgress.Stage.BOOTSTRAP, resamples);
            bootstrap =
                    FactorBootstrap.resample(samples, fit, base, resamples, blockSize, settings.seed(), progress::step);
        }
        if (asked.estimates().contains(Estimate.DISPLACEMENT)) {
            boolean[] active = active(displaced);
            progress.begin(FactorProgress.Stage.DISPLACEMENT, FactorDisplacement.ends(base, active));
            moved = FactorDisplacement.displace(
                    samples, fit, base, FactorDisplacement.levels(), active, progress::step);
        }
        if (asked.estimates().contains(Estimate.BOTH)) {
            int resamples = asked.resamples() > 0 ? asked.resamples() : DISPLACED_RESAMPLES;
            progress.begin(FactorProgress.Stage.BOTH, resamples);
            both = BootstrapDisplacement.run(
                    samples,
                    fit,
                    base,
                    new BootstrapDisplacement.Resampling(resamples, blockSize, settings.seed()),
                    BootstrapDisplacement.levels(),
                    displaced.isEmpty() ? markers(base.solution()) : active(displaced),
                    progress::step);
        }
        return new FactorFinding.Errors(blockSize, fixed(base), bootstrap, moved, both);
    }

    private static boolean[] fixed(HeldSolution base) {
        int m = base.solution().species();
        boolean[] fixed = new boolean[base.solution().profile().length];
        for (int e = 0; e < fixed.length; e++) {
            fixed[e] = base.isFixed(e / m, e % m);
        }
        return fixed;
    }

    private boolean[] active(Set<String> displaced) {
        boolean[] active = new boolean[columns.length];
        for (int c = 0; c < active.length; c++) {
            active[c] = displaced.isEmpty()
                    ? !weak[c]
                    : displaced.contains(input.species().get(columns[c]));
        }
        return active;
    }

    /// The species of which each factor has its largest share.
    private boolean[] markers(Factorisation base) {
        boolean[] active = new boolean[columns.length];
        for (int k = 0; k < base.factors(); k++) {
            int most = -1;
            for (int c = 0; c < columns.length; c++) {
                boolean more = most < 0 || base.shareOfSpecies(k, c) > base.shareOfSpecies(k, most);
                most = !weak[c] && more ? c : most;
            }
            if (most >= 0) {
                active[most] = true;
            }
        }
        return active;
    }
}
