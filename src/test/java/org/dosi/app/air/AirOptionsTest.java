package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dosi.app.command.Session;
import org.dosi.product.air.AirOffers;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// `docs/air.md` names the options that there are: all of them in its table, and no others anywhere.
class AirOptionsTest {
    private static final Path GUIDE = Path.of("docs/air.md");
    private static final Set<String> HELP = Set.of("--help", "--version");

    @Test
    void theTableOfOptionsIsTheDeclaredOne() throws IOException {
        List<String> guide = Files.readAllLines(GUIDE);
        int heading = guide.indexOf("## Options of each analysis");

        List<String> found = guide.subList(heading, guide.size()).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        // To be copied into the guide where options have changed.
        Path declared = Files.write(Path.of("target/air-options.md"), rows());
        assertThat(found).as("the declared ones are in %s", declared).containsExactlyElementsOf(rows());
    }

    @Test
    void noOptionIsNamedThatIsNotThere() throws IOException {
        Set<String> known = new TreeSet<>(HELP);
        commands()
                .values()
                .forEach(command -> command.getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .forEach(known::add));

        Set<String> named = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*")
                .matcher(Files.readString(GUIDE))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).containsAll(named);
    }

    /// A row an analysis: the options that not all of them have, with what holds where they are not given.
    private static List<String> rows() {
        Map<String, CommandLine> commands = commands();
        CommandLine average = Objects.requireNonNull(commands.get("average"));
        Set<String> common = new LinkedHashSet<>(names(average));
        AirOffers.list().stream()
                .map(offer ->
                        Objects.requireNonNull(commands.get(offer.analysis().id())))
                .forEach(command -> common.retainAll(names(command)));
        List<String> rows = new ArrayList<>();
        rows.add(row("`…` (all but `factors`)", average, common, true));
        commands.forEach((id, command) -> rows.add(row("`" + id + "`", command, common, false)));
        return rows;
    }

    private static String row(String name, CommandLine command, Set<String> common, boolean wanted) {
        String options = command.getCommandSpec().options().stream()
                .filter(option -> !HELP.contains(option.longestName()))
                .filter(option -> name.equals("`factors`") || common.contains(option.longestName()) == wanted)
                .map(option -> "`" + option.longestName() + "`" + standard(option))
                .collect(Collectors.joining(", "));
        String unused = wanted
                ? ""
                : command.getCommandSpec().options().stream()
                        .filter(OptionSpec::hidden)
                        .map(option -> "`" + option.longestName() + "`")
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "| " + name + " | " + (options.isEmpty() ? "–" : options)
                + (unused.isEmpty() ? "" : "; no use of " + unused) + " |";
    }

    private static String standard(OptionSpec option) {
        String text = String.join(" ", option.description());
        int at = text.lastIndexOf("(default: ");
        if (at < 0 || !text.endsWith(")")) {
            return "";
        }
        String standard =
                text.substring(at + "(default: ".length(), text.length() - 1).replace("%%", "%");
        String value = standard.equals("${DEFAULT-VALUE}") ? option.defaultValue() : standard;
        return value.contains(" ") ? "" : " " + value;
    }

    private static List<String> names(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
    }

    private static Map<String, CommandLine> commands() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        Session session = new Session(nowhere, nowhere, Path.of(""), false, () -> {
            throw new IllegalStateException("nothing is run");
        });
        return AirGroup.of(session).getSubcommands();
    }
}
