package org.dosi.app.offer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Settings;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.OutputFile;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.product.offer.Offer;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.RasterCanvas;
import org.dosi.product.plot.Style;
import org.dosi.product.plot.SvgCanvas;
import org.dosi.product.text.FindingText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/// One analysis on the command line: finds, and writes by the ending of the file.
///
/// @param <D> what the analysis is given
/// @param <F> what it finds
public abstract class FindingCommand<D, F extends Finding> extends StoreCommand {
    /// Two pixels to each, for fine screens and for print.
    private static final double PNG_SCALE = 2;

    private final Offer<D, F> offer;
    private final FindingOptions options;
    private final Map<String, String> given = new HashMap<>();

    @Spec
    @Nullable
    CommandSpec spec;

    /// @param options those of the command's, which it has picocli fill
    protected FindingCommand(Session session, Offer<D, F> offer, FindingOptions options) {
        super(session);
        this.offer = offer;
        this.options = options;
    }

    /// The line of the command, with an option for each parameter that the analysis declares.
    protected final CommandLine line() {
        CommandLine line = new CommandLine(this);
        line.getCommandSpec()
                .usageMessage()
                .description(offer.analysis().title().en() + ". " + forms(offer));
        for (Parameter parameter : offer.analysis().parameters()) {
            line.getCommandSpec().addOption(option(parameter));
        }
        return line;
    }

    /// What is said of the common options before the work.
    protected void remark(CommandSpec asked) {}

    /// Whether an option stands in the line.
    protected final boolean isGiven(String option) {
        return spec != null && spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /// What a file may end in beside what every analysis writes.
    private static String forms(Offer<?, ?> offer) {
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

    /// Finds in the data and writes the finding where it was asked for.
    protected final int write(Supplier<D> data) throws IOException {
        OutputFile file = new OutputFile(session, options.out);
        String ending = file.ending();
        if (!ending.isEmpty() && !endings().contains(ending)) {
            throw new CommandException("--out: expected a file that ends in %s, found %s"
                    .formatted(String.join(", ", endings()), options.out));
        }
        file.demandPlace();
        if (spec != null) {
            remark(spec);
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
    public static String hyphens(String message, @Nullable CommandSpec spec) {
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
