package org.dosi.app.air;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.factors.FactorAnalysis;
import org.dosi.analysis.air.factors.FactorDirections;
import org.dosi.analysis.air.factors.FactorFinding;
import org.dosi.analysis.air.factors.FactorInput;
import org.dosi.analysis.air.factors.FactorPlaces;
import org.dosi.analysis.air.factors.FactorSettings;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.TimeOption;
import org.dosi.app.command.Version;
import org.dosi.app.offer.FindingCommand;
import org.dosi.model.TimeTable;
import org.dosi.product.plot.Style;
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
    /// Below this even a solution that every third start reaches may be unseen (docs/air.md).
    private static final int FEW_STARTS = 10;

    private static final Pattern SPAN = Pattern.compile("(\\d{1,2})(?:-|\\.\\.)(\\d{1,2})");

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

    @Option(
            names = "--plots",
            defaultValue = "svg",
            description = "profiles and contributions as svg, png or none (default: ${DEFAULT-VALUE})")
    FactorsWriter.Plots plots = FactorsWriter.Plots.SVG;

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
            FactorsFolder.replace(folder, partial -> {
                FactorsWriter writer = new FactorsWriter(session, partial, finding, plots, new Style(theme, language));
                writer.solution(beside, scan);
                if (wind != null && input.stations().isEmpty()) {
                    writer.directions(new FactorDirections(finding, wind, options.sampleHours));
                }
                if (wind != null && !stations.isEmpty()) {
                    writer.places(new FactorPlaces(finding, stations, wind));
                }
            });
            tell(finding, folder);
        } catch (BadSetting e) {
            throw new CommandException(FindingCommand.hyphens(String.valueOf(e.getMessage()), spec));
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
        return FileNetwork.stations(session.resolve(options.stations));
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
        int starts = finding.starts().ends().size();
        if (starts < FEW_STARTS) {
            session.out()
                    .printf("so few starts (%d) prove little: a better solution may be unseen (--starts 20)%n", starts);
        }
        finding.provenance().remarks().forEach(remark -> session.err().println("dosi: " + remark.en()));
        finding.signalSuggestions().forEach((category, species) -> {
            if (!species.isEmpty()) {
                session.out()
                        .printf(
                                "signal to noise suggests %s: %s (nothing was changed; see species.csv and --%s)%n",
                                category, String.join(", ", species), category);
            }
        });
    }
}
