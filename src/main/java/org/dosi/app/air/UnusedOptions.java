package org.dosi.app.air;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The common options that an analysis makes no use of: they are not in its help, and who gives one is told. They are
/// no mistake, so that one line of a script can ask for several analyses. The columns of wind stand in the line that
/// all analyses have in common: nothing is said of them.
final class UnusedOptions {
    private static final Set<String> WIND = Set.of(
            "--wind-station", "--wind-csv", "--wind-time", "--wind-speed", "--wind-direction", "--calm-direction");
    private static final Set<String> FILE_OF_STATIONS = Set.of("--station-column", "--stations");
    private static final Set<String> STATION = Set.of("--station");
    private static final Set<String> STORE =
            Set.of("--data", "--station", "--wind-station", "--collection", "--dataset", "--as-of", "--flagged");

    private static final Set<String> IN_EVERY_LINE = Set.of("--wind-speed", "--wind-direction");

    private UnusedOptions() {}

    /// @param analysis its id
    static Set<String> of(String analysis) {
        return switch (analysis) {
            case "rolling", "statistics", "calendar" -> union(List.of(WIND, FILE_OF_STATIONS));
            case "index" -> WIND;
            case "alerts", "surface", "surface-hours", "index-surface" -> union(List.of(WIND, STATION));
            case "background" -> WIND;
            case "sources" -> STATION;
            case "directions", "episodes", "report" -> Set.of();
            case "trajectories" -> union(List.of(STORE, WIND, FILE_OF_STATIONS));
            // Whatever looks at one place, and at its wind at least by `--by wind-sector`.
            default -> FILE_OF_STATIONS;
        };
    }

    private static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /// Takes them out of the help.
    static void hide(CommandSpec spec, String analysis) {
        for (String name : new TreeSet<>(of(analysis))) {
            OptionSpec option = spec.findOption(name);
            spec.remove(option);
            spec.addOption(OptionSpec.builder(option).hidden(true).build());
        }
    }

    /// Those of them that were given.
    static List<String> given(CommandSpec spec, String analysis) {
        return of(analysis).stream()
                .filter(name -> !IN_EVERY_LINE.contains(name))
                .filter(name -> spec.commandLine().getParseResult().hasMatchedOption(name))
                .sorted()
                .toList();
    }
}
