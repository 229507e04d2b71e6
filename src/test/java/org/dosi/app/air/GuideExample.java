package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// An example of `docs/air.md`.
///
/// @param command what follows `./dosi air`
/// @param table how its output begins; empty if the page does not say
record GuideExample(String command, String table) {
    private static final Pattern EXAMPLE =
            Pattern.compile("```sh\\n\\./dosi air (.+?)\\n```\\n(?:```csv\\n(.*?)```)?", Pattern.DOTALL);

    private static final Pattern WRITTEN =
            Pattern.compile("(target/[a-z0-9-]+/)?[a-z0-9-]+\\.(csv|json|svg|png|html|geojson)");

    /// The page shows fewer digits than the program writes.
    private static final double RELATIVE = 1e-5;

    static List<GuideExample> all() {
        try {
            return EXAMPLE.matcher(Files.readString(Path.of("docs/air.md")))
                    .results()
                    .map(GuideExample::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GuideExample of(MatchResult found) {
        String table = found.group(2);
        return new GuideExample(found.group(1), table == null ? "" : table);
    }

    /// The command's words. What an example writes goes to a test's folder, and what a later one reads of it comes
    /// from there.
    String[] arguments(Path folder) {
        String[] args = command.replace("\\\n", " ").strip().split("\\s+");
        for (int i = 1; i < args.length; i++) {
            boolean isFolder = args[i - 1].equals("--out") && !args[i].equals("-");
            if (isFolder || args[i].equals("data") || WRITTEN.matcher(args[i]).matches()) {
                args[i] = folder.resolve(args[i]).toString();
            }
        }
        return args;
    }

    /// That a run said nothing but remarks, and began as the page shows.
    void requireShownBy(AirRun run) {
        assertThat(run.err.lines()).as("remarks alone").allMatch(line -> line.startsWith("dosi: "));
        assertThat(run.code).isZero();
        List<List<String>> wanted =
                AirRun.cells(table.lines().filter(line -> !line.equals("…")).toList());
        List<List<String>> found = AirRun.cells(run.lines());
        for (int row = 0; row < wanted.size(); row++) {
            assertThat(found.get(row)).hasSameSizeAs(wanted.get(row));
            for (int cell = 0; cell < wanted.get(row).size(); cell++) {
                assertThat(same(found.get(row).get(cell), wanted.get(row).get(cell)))
                        .as("line %d, cell %d: %s for %s", row + 1, cell + 1, found.get(row), wanted.get(row))
                        .isTrue();
            }
        }
    }

    private static boolean same(String found, String wanted) {
        try {
            double a = Double.parseDouble(found);
            double b = Double.parseDouble(wanted);
            return Math.abs(a - b) <= Math.abs(b) * RELATIVE;
        } catch (NumberFormatException _) {
            return found.equals(wanted);
        }
    }
}
