package org.dosi.app.air;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.StoreAirData;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Settings;
import org.dosi.app.command.Cities;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.OutputFile;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.app.command.TimeOption;
import org.dosi.app.command.Version;
import org.dosi.model.TimeWindow;
import org.dosi.product.air.Offer;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.RasterCanvas;
import org.dosi.product.plot.Style;
import org.dosi.product.plot.SvgCanvas;
import org.dosi.product.text.FindingText;
import org.dosi.store.ObservationStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/// One analysis on the command line: reads the data, finds, and writes by the ending of the file.
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class AirCommand<F extends Finding> extends StoreCommand {
    /// Two pixels to each, for fine screens and for print.
    private static final double PNG_SCALE = 2;

    private final Offer<F> offer;
    private final Map<String, String> given = new HashMap<>();

    @Mixin
    AirOptions options = new AirOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    private AirCommand(Session session, Offer<F> offer) {
        super(session);
        this.offer = offer;
    }

    /// With an option for each parameter that the analysis declares.
    static <F extends Finding> CommandLine of(Session session, Offer<F> offer) {
        AirCommand<F> command = new AirCommand<>(session, offer);
        CommandLine line = new CommandLine(command);
        line.getCommandSpec()
                .usageMessage()
                .description(offer.analysis().title().en() + ". " + forms(offer));
        for (Parameter parameter : offer.analysis().parameters()) {
            line.getCommandSpec().addOption(command.option(parameter));
        }
        UnusedOptions.hide(line.getCommandSpec(), offer.analysis().id());
        return line;
    }

    /// What a file may end in beside what every analysis writes.
    private static String forms(Offer<?> offer) {
        return offer.forms().isEmpty()
                ? ""
                : "Writes "
                        + offer.forms().keySet().stream()
                                .sorted()
                                .map(ending -> "." + ending)
                                .collect(Collectors.joining(" and "))
                        + " too (--out).";
    }

    private OptionSpec option(Parameter parameter) {
        boolean flag = parameter.kind() == Parameter.Kind.FLAG;
        String choices = parameter.choices().isEmpty() ? "" : ": " + String.join(", ", parameter.choices());
        String standard = parameter.standard().isEmpty() ? "" : " (default: " + parameter.standard() + ")";
        String meaning = (parameter.meaning().en() + choices + standard).replace("%", "%%");
        return OptionSpec.builder("--" + parameter.name())
                .arity(flag ? "0" : "1")
                .type(flag ? boolean.class : String.class)
                .paramLabel(parameter.kind().name())
                .description(meaning)
                .setter(new CommandLine.Model.ISetter() {
                    @Override
                    public <T> T set(T value) {
                        if (value == null) {
                            given.remove(parameter.name());
                        } else {
                            given.put(parameter.name(), text(parameter, value.toString()));
                        }
                        return value;
                    }
                })
                .build();
    }

    /// A file is the user's, seen from where the command was given.
    private String text(Parameter parameter, String value) {
        return parameter.kind() == Parameter.Kind.FILE
                ? session.resolve(Path.of(value)).toString()
                : value;
    }

    @Override
    public boolean usesStore() {
        return options.csv == null;
    }

    @Override
    protected int run(ObservationStore store) throws IOException {
        ZoneId zone = Cities.SEOUL.zone();
        StoreAirData.Choice choice = new StoreAirData.Choice(
                options.values,
                options.station,
                options.windStation,
                options.collection,
                options.dataset,
                window(zone),
                options.asOf == null ? null : TimeOption.parse("--as-of", options.asOf, zone),
                options.flagged);
        refuse("--csv", namesOfFile());
        return write(() -> new StoreAirData(Cities.SEOUL, store, Inventory.of(store), choice, Version.number()));
    }

    @Override
    protected int runWithoutStore() throws IOException {
        if (options.station != null) {
            String column = options.stationColumn == null ? "COL" : options.stationColumn;
            throw new CommandException(
                    "--station: expected together with --data, found --csv; --where %s=%s takes the rows of one station of a file"
                            .formatted(column, options.station));
        }
        refuse("--data", namesOfStore());
        return write(() -> new FileAirData(session, options, this::window));
    }

    /// What is said of the other kind of data would be passed over in silence.
    private static void refuse(String with, List<String> given) {
        if (!given.isEmpty()) {
            throw new CommandException(
                    "%s: expected together with %s, found without".formatted(given.getFirst(), with));
        }
    }

    private List<String> namesOfFile() {
        List<String> names = new ArrayList<>();
        add(names, "--time", options.time != null);
        add(names, "--where", options.where != null);
        add(names, "--missing", !options.missing.isEmpty());
        add(names, "--wind-csv", options.windCsv != null);
        add(names, "--wind-time", options.windTime != null);
        add(names, "--wind-speed", options.windSpeed != null);
        add(names, "--wind-direction", options.windDirection != null);
        add(names, "--calm-direction", !Double.isNaN(options.calmDirection));
        add(names, "--zone", options.zone != null);
        add(names, "--date-order", options.dateOrder != null);
        add(names, "--unit", !options.unit.isEmpty());
        add(names, "--station-column", options.stationColumn != null);
        add(names, "--stations", options.stations != null);
        return names;
    }

    private List<String> namesOfStore() {
        List<String> names = new ArrayList<>();
        add(names, "--station", options.station != null);
        add(names, "--wind-station", options.windStation != null);
        add(names, "--collection", options.collection != null);
        add(names, "--dataset", options.dataset != null);
        add(names, "--as-of", options.asOf != null);
        add(names, "--flagged", options.flagged);
        return names;
    }

    private static void add(List<String> names, String name, boolean given) {
        if (given) {
            names.add(name);
        }
    }

    private TimeWindow window(ZoneId zone) {
        return TimeOption.window(options.from, options.to, zone);
    }

    private int write(Supplier<AirData> data) throws IOException {
        OutputFile file = new OutputFile(session, options.out);
        String ending = file.ending();
        if (!ending.isEmpty() && !endings().contains(ending)) {
            throw new CommandException("--out: expected a file that ends in %s, found %s"
                    .formatted(String.join(", ", endings()), options.out));
        }
        file.demandPlace();
        if (spec != null) {
            UnusedOptions.given(spec, offer.analysis().id())
                    .forEach(option -> session.err()
                            .println("dosi: %s: %s makes no use of it"
                                    .formatted(option, offer.analysis().id())));
        }
        F finding;
        try {
            finding = offer.analysis()
                    .find(data.get(), new Settings(offer.analysis().parameters(), given));
        } catch (BadSetting e) {
            throw new CommandException(hyphens(String.valueOf(e.getMessage()), spec));
        }
        write(finding, file, ending);
        finding.provenance().remarks().forEach(remark -> session.err().println("dosi: " + remark.en()));
        return 0;
    }

    /// A parameter is an option here: `station: …` becomes `--station: …`, but not `o3: …`, which is a column.
    static String hyphens(String message, @Nullable CommandSpec spec) {
        int colon = message.indexOf(": ");
        String option = "--" + message.substring(0, Math.max(0, colon));
        return colon > 0 && spec != null && spec.findOption(option) != null ? "--" + message : message;
    }

    private Set<String> endings() {
        Set<String> endings = new TreeSet<>(List.of("csv", "json", "svg", "png"));
        endings.addAll(offer.forms().keySet());
        return endings;
    }

    private void write(F finding, OutputFile file, String ending) throws IOException {
        Offer.FindingForm<F> form = offer.forms().get(ending);
        if (form != null) {
            file.write(out -> form.write(finding, style(), out));
            return;
        }
        switch (ending) {
            case "json" -> file.write(out -> FindingText.writeJson(finding, out));
            case "svg" -> {
                String svg = SvgCanvas.write(drawing(finding), options.theme.surface());
                file.write(out -> out.print(svg));
            }
            case "png" -> {
                Drawing drawing = drawing(finding);
                file.write(out -> RasterCanvas.writePng(drawing, options.theme.surface(), PNG_SCALE, out));
            }
            default -> file.write(out -> FindingText.writeCsv(finding, out));
        }
    }

    private Style style() {
        if (!(options.plotWidth >= Style.LEAST_WIDTH && options.plotWidth <= Style.MOST_WIDTH)) {
            throw new CommandException(String.format(
                    Locale.ROOT,
                    "--plot-width: expected pixels from %.0f to %.0f, found %s",
                    Style.LEAST_WIDTH,
                    Style.MOST_WIDTH,
                    options.plotWidth));
        }
        return new Style(options.theme, options.language, options.plotWidth);
    }

    private Drawing drawing(F finding) {
        return offer.plot().draw(finding, style());
    }
}
