package org.dosi.app.air;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.direction.PolarAnalysis;
import org.dosi.analysis.air.direction.SectorProbabilityAnalysis;
import org.dosi.analysis.air.factors.FactorAnalysis;
import org.dosi.analysis.air.factors.FactorDirections;
import org.dosi.analysis.air.factors.FactorFinding;
import org.dosi.analysis.air.factors.FactorInput;
import org.dosi.analysis.air.factors.FactorPlaces;
import org.dosi.analysis.air.factors.FactorSettings;
import org.dosi.analysis.air.places.SourcesFound;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.OutputFile;
import org.dosi.app.command.Session;
import org.dosi.app.command.TimeOption;
import org.dosi.app.command.Version;
import org.dosi.model.TimeTable;
import org.dosi.product.air.plot.FactorsPlot;
import org.dosi.product.air.plot.FingerprintPlot;
import org.dosi.product.air.plot.PolarPlot;
import org.dosi.product.air.plot.SectorProbabilityPlot;
import org.dosi.product.air.plot.SourcesPlot;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.RasterCanvas;
import org.dosi.product.plot.Style;
import org.dosi.product.plot.SvgCanvas;
import org.dosi.product.text.FindingText;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Positive matrix factorisation of two tables, written as files into a folder.
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "The kinds of source behind samples of many species: positive matrix factorisation.")
final class FactorsCommand implements Callable<Integer> {
    private static final double PNG_SCALE = 2;
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2})(?:-|\\.\\.)(\\d{1,2})");

    private static final Pattern MAP = Pattern.compile("sources-F\\d+\\.(csv|json|svg|png)");

    private static final List<String> FILES = List.of(
            "profiles.csv",
            "contributions.csv",
            "contributions_wide.csv",
            "shares.csv",
            "species.csv",
            "residuals.csv",
            "starts.csv",
            "bootstrap.csv",
            "displacement.csv",
            "bootstrap_displacement.csv",
            "scan.csv",
            "cpf.csv",
            "polar.csv",
            "summary.json",
            "profiles.svg",
            "profiles.png",
            "contributions.svg",
            "contributions.png",
            "fingerprints.svg",
            "fingerprints.png",
            "cpf.svg",
            "cpf.png",
            "polar.svg",
            "polar.png");

    private final Session session;

    @Mixin
    FactorsOptions options = new FactorsOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--lang", defaultValue = "en", description = "of the plots: ko or en (default: ${DEFAULT-VALUE})")
    Style.Language language = Style.Language.EN;

    @Option(
            names = "--theme",
            defaultValue = "light",
            description = "of the plots: light or dark (default: ${DEFAULT-VALUE})")
    Style.Theme theme = Style.Theme.LIGHT;

    /// Which plots are written.
    enum Plots {
        SVG,
        PNG,
        NONE
    }

    @Option(
            names = "--plots",
            defaultValue = "svg",
            description = "profiles and contributions as svg, png or none (default: ${DEFAULT-VALUE})")
    Plots plots = Plots.SVG;

    FactorsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = folder();
        ZoneId zone = TimeOption.zone(options.zone);
        FactorInput input = FactorFiles.read(
                session.resolve(options.csv),
                session.resolve(options.uncertainty),
                zone,
                options.dateOrder,
                options.stationColumn);
        TimeTable wind = wind(zone);
        List<ResultTable.Column> beside = wind == null || options.windCsv == null
                ? List.of()
                : FactorFiles.wind(options.windCsv, wind, input.timeS());
        Map<String, Network.Station> stations = stations(wind);
        try {
            FactorSettings settings = settings(input);
            FactorFinding finding = find(input, settings);
            List<FactorFinding.Candidate> scan = scan(input, settings);
            writeWhole(folder, partial -> {
                Writer writer = new Writer(partial, finding);
                writer.writeAll(beside, scan);
                if (input.stations().isEmpty()) {
                    writer.directions(wind);
                }
                if (wind != null && !stations.isEmpty()) {
                    writer.places(new FactorPlaces(finding, stations, wind));
                }
            });
            tell(finding, folder);
        } catch (BadSetting e) {
            throw new CommandException(AirCommand.hyphens(String.valueOf(e.getMessage()), spec));
        }
        return 0;
    }

    private FactorFinding find(FactorInput input, FactorSettings settings) {
        try (FactorsProgressLine progress = new FactorsProgressLine(session)) {
            return FactorAnalysis.find(input, settings, Version.number(), progress);
        }
    }

    private Path folder() {
        Path folder = session.resolve(options.out);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandException("--out: expected a folder, found the file " + folder);
        }
        return folder;
    }

    /// The files of one run belong together: they are written beside the folder and moved into it when all are
    /// whole; of an earlier run's files none stays that this one does not write.
    private static void writeWhole(Path folder, OutputFile.FileWriter writer) throws IOException {
        Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
        try {
            deleteFolder(partial);
            Files.createDirectories(partial);
            writer.write(partial);
            Files.createDirectories(folder);
            for (Path file : filesOf(folder)) {
                String name = String.valueOf(file.getFileName());
                if (FILES.contains(name) || MAP.matcher(name).matches()) {
                    Files.delete(file);
                }
            }
            for (Path file : filesOf(partial)) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            deleteFolder(partial);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : filesOf(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private FactorSettings settings(FactorInput input) {
        within("factors", options.factors, 1, 50);
        within("starts", options.starts, 1, 100_000);
        within("resamples", options.resamples, 0, 100_000);
        within("block", options.block, 0, input.timeS().length);
        if (!(options.fpeak >= -1 && options.fpeak <= 1)) {
            throw new BadSetting("fpeak", "a number from -1 to 1", Double.toString(options.fpeak));
        }
        if (!(options.extraUncertainty >= 0 && options.extraUncertainty <= 100)) {
            throw new BadSetting(
                    "extra-uncertainty", "per cent from 0 to 100", Double.toString(options.extraUncertainty));
        }
        Set<FactorSettings.Estimate> estimates = EnumSet.noneOf(FactorSettings.Estimate.class);
        estimates.addAll(options.errors);
        return new FactorSettings(
                options.factors,
                options.starts,
                options.robust,
                options.seed,
                options.fpeak,
                new FactorSettings.Weighing(options.weak, options.bad, options.extraUncertainty),
                options.constraints == null
                        ? List.of()
                        : FactorFiles.constraints(session.resolve(options.constraints), input),
                new FactorSettings.Errors(estimates, options.resamples, options.block, options.displace));
    }

    private static void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadSetting(
                    option, "a whole number from %d to %d".formatted(least, most), Integer.toString(value));
        }
    }

    /// The stations of the samples; none where no maps are asked for.
    private Map<String, Network.Station> stations(@Nullable TimeTable wind) {
        if (options.stations == null) {
            return Map.of();
        }
        if (options.stationColumn == null || wind == null) {
            throw new CommandException(
                    "--stations: expected the samples' stations and their wind too: --station-column COL"
                            + " --wind-csv FILE, found no " + (wind == null ? "wind" : "column"));
        }
        return StationTable.read(session.resolve(options.stations));
    }

    /// Wind speeds and directions; null where no wind was given.
    private @Nullable TimeTable wind(@Nullable ZoneId zone) {
        if (options.windCsv == null) {
            return null;
        }
        if (options.windSpeed == null || options.windDirection == null) {
            throw new CommandException(
                    "--wind-csv: expected its columns too: --wind-speed COL --wind-direction COL, found none");
        }
        within("sample-hours", options.sampleHours, 1, 24 * 31);
        return PlainTable.read(
                new SourceFile(session.resolve(options.windCsv)),
                new PlainTable.Request(
                        options.windTime,
                        zone,
                        List.of(options.windSpeed, options.windDirection),
                        options.dateOrder,
                        null));
    }

    private List<FactorFinding.Candidate> scan(FactorInput input, FactorSettings settings) {
        if (options.scan == null) {
            return List.of();
        }
        Matcher span = SPAN.matcher(options.scan);
        if (!span.matches()) {
            throw new BadSetting("scan", "numbers of factors such as 3-8", options.scan);
        }
        int from = Integer.parseInt(span.group(1));
        int to = Integer.parseInt(span.group(2));
        if (from < 1 || to < from) {
            throw new BadSetting("scan", "numbers of factors such as 3-8", options.scan);
        }
        return FactorAnalysis.scan(input, settings, from, to);
    }

    private void tell(FactorFinding finding, Path folder) {
        session.out()
                .printf(
                        java.util.Locale.ROOT,
                        "%d factors: Q %.1f (robust %.1f, expected %.0f); %d of %d starts reach it; in %s%n",
                        finding.solution().factors(),
                        finding.solution().qTrue(),
                        finding.solution().qRobust(),
                        finding.fit().qExpected(),
                        finding.starts().reached(),
                        finding.starts().ends().size(),
                        folder);
        finding.signalSuggestions().forEach((category, species) -> {
            if (!species.isEmpty()) {
                session.out()
                        .printf(
                                "signal to noise suggests %s: %s (nothing was changed; see species.csv and --%s)%n",
                                category, String.join(", ", species), category);
            }
        });
    }

    /// A table of the finding, as it is written.
    private record Table(Provenance provenance, ResultTable table) implements Finding {}

    /// Writes the folder's files.
    private final class Writer {
        private final Path folder;
        private final FactorFinding finding;

        Writer(Path folder, FactorFinding finding) {
            this.folder = folder;
            this.finding = finding;
        }

        void writeAll(List<ResultTable.Column> wind, List<FactorFinding.Candidate> scan) throws IOException {
            table("profiles.csv", finding.profiles());
            table("contributions.csv", finding.contributions());
            table("contributions_wide.csv", finding.contributionsWide(wind));
            table("shares.csv", finding.shares());
            table("species.csv", finding.speciesTable());
            table("residuals.csv", finding.residualTable());
            table("starts.csv", finding.startTable());
            table("bootstrap.csv", finding.bootstrapTable());
            table("displacement.csv", finding.displacementTable());
            table("bootstrap_displacement.csv", finding.bothTable());
            table("scan.csv", scan.isEmpty() ? null : FactorFinding.scanTable(scan));
            Map<String, Object> summary = new LinkedHashMap<>(finding.summary());
            summary.put("provenance", finding.provenance());
            file("summary.json").write(out -> FindingText.writeJson(summary, out));
            Style style = new Style(theme, language);
            plot("profiles", FactorsPlot.profiles(finding, style));
            plot("fingerprints", FingerprintPlot.draw(finding, style));
            plot("contributions", FactorsPlot.contributions(finding, style));
        }

        /// Where each factor comes from, with wind.
        void directions(@Nullable TimeTable wind) throws IOException {
            FactorDirections by = wind == null ? null : new FactorDirections(finding, wind, options.sampleHours);
            GroupedFinding<SectorProbabilityAnalysis.Found> sectors =
                    by == null ? null : by.by(new SectorProbabilityAnalysis());
            GroupedFinding<PolarAnalysis.Found> polar = by == null ? null : by.by(new PolarAnalysis());
            table("cpf.csv", sectors == null ? null : sectors.table());
            table("polar.csv", polar == null ? null : polar.table());
            Style style = new Style(theme, language);
            if (sectors != null && polar != null) {
                plot("cpf", SectorProbabilityPlot.draw(sectors, style));
                plot("polar", PolarPlot.draw(polar, style));
            }
        }

        /// From which places each factor comes.
        void places(FactorPlaces places) throws IOException {
            for (int k = 0; k < finding.factors(); k++) {
                SourcesFound found = places.of(k);
                String name = "sources-" + FactorFinding.name(k);
                file(name + ".csv").write(out -> FindingText.writeCsv(found, out));
                file(name + ".json").write(out -> FindingText.writeJson(found, out));
                plot(name, SourcesPlot.draw(found, new Style(theme, language)));
            }
        }

        private void table(String name, @Nullable ResultTable table) throws IOException {
            if (table != null) {
                file(name).write(out -> FindingText.writeCsv(new Table(finding.provenance(), table), out));
            }
        }

        private void plot(String name, Drawing drawing) throws IOException {
            switch (plots) {
                case SVG -> {
                    String svg = SvgCanvas.write(drawing, theme.surface());
                    file(name + ".svg").write(out -> out.print(svg));
                }
                case PNG ->
                    file(name + ".png").write(out -> RasterCanvas.writePng(drawing, theme.surface(), PNG_SCALE, out));
                case NONE -> {
                    // Not asked for.
                }
            }
        }

        private OutputFile file(String name) {
            return new OutputFile(session, folder.resolve(name));
        }
    }
}
