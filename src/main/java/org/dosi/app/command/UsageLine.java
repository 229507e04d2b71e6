package org.dosi.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dosi.model.NearId;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in one line: what was expected, what was found and where.
public final class UsageLine {

    private UsageLine() {}

    public static String of(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String help = " (" + path(command) + " --help)";
        return switch (failure) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, command, help);
            case CommandLine.MissingParameterException missing -> missing(missing, command) + help;
            case CommandLine.OverwrittenOptionException twice ->
                "%s: expected once, found twice".formatted(name(twice.getOverwritten()));
            default -> value(failure, help);
        };
    }

    private static String unmatched(UnmatchedArgumentException failure, CommandLine command, String help) {
        String found = failure.getUnmatched().getFirst();
        Set<String> commands = command.getSubcommands().keySet();
        if (found.startsWith("-") && found.length() > 1) {
            String option = found.replaceFirst("=.*", "");
            List<String> known = command.getCommandSpec().options().stream()
                    .filter(each -> !each.hidden())
                    .map(OptionSpec::longestName)
                    .toList();
            String near = NearId.hint(option, known);
            return "%s: expected one of its options, found %s%s"
                    .formatted(path(command), option, near.isEmpty() ? help : near);
        }
        String near = NearId.hint(found, commands);
        return commands.isEmpty()
                ? "%s: expected no word beside its options, found '%s'%s".formatted(path(command), found, help)
                : "%s: expected a command, found '%s'%s".formatted(path(command), found, near.isEmpty() ? help : near);
    }

    private static String missing(CommandLine.MissingParameterException failure, CommandLine command) {
        List<ArgSpec> missing = failure.getMissing();
        if (missing.isEmpty()) {
            return path(command) + ": expected more than was given";
        }
        boolean withoutValue = missing.getFirst() instanceof OptionSpec option
                && failure.getMessage() != null
                && failure.getMessage().startsWith("Expected parameter")
                && option.arity().min() > 0;
        return withoutValue
                ? "%s: expected a value (%s), found none"
                        .formatted(name(missing.getFirst()), missing.getFirst().paramLabel())
                : "%s: expected %s, found none"
                        .formatted(
                                path(command),
                                missing.stream().map(UsageLine::name).collect(Collectors.joining(" and ")));
    }

    private static String value(ParameterException failure, String help) {
        ArgSpec argument = failure.getArgSpec();
        String found = failure.getValue();
        if (argument == null || found == null) {
            return first(failure) + help;
        }
        Class<?> type = argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
        if (type.isEnum()) {
            List<String> words = Arrays.stream(type.getEnumConstants())
                    .map(each ->
                            ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList();
            return "%s: expected %s, found '%s'%s"
                    .formatted(name(argument), among(words), found, NearId.hint(found, words));
        }
        String expected = switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            default -> "another " + argument.paramLabel();
        };
        return "%s: expected %s, found '%s'".formatted(name(argument), expected, found);
    }

    private static String first(ParameterException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static String among(List<String> words) {
        return words.size() == 2 ? words.getFirst() + " or " + words.getLast() : "one of " + String.join(", ", words);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String path(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        return spec.parent() == null ? "./dosi" : path(spec.parent().commandLine()) + " " + spec.name();
    }
}
