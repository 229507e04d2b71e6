package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dosi.app.DemoAir;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The examples of `docs/air.md` do what the page says: a command's output begins with the table that follows it.
class AirGuideTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("```sh\\n\\./dosi air (.+?)\\n```\\n(?:```csv\\n(.*?)```)?", Pattern.DOTALL);

    private static final Pattern WRITTEN =
            Pattern.compile("(target/[a-z0-9-]+/)?[a-z0-9-]+\\.(csv|json|svg|png|html|geojson)");

    /// The page shows fewer digits than the program writes.
    private static final double RELATIVE = 1e-5;

    @TempDir
    static Path folder;

    private static DemoAir city;

    @BeforeAll
    static void load() {
        city = DemoAir.load(folder.resolve("data"));
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/air.md")));
        while (example.find()) {
            String command = example.group(1);
            String table = example.group(2);
            tests.add(DynamicTest.dynamicTest(command, () -> check(command, table == null ? "" : table)));
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(String command, String table) {
        String[] args = command.replace("\\\n", " ").strip().split("\\s+");
        for (int i = 1; i < args.length; i++) {
            // What an example writes goes to the test's folder, and what a later one reads of it comes from there.
            boolean isFolder = args[i - 1].equals("--out") && !args[i].equals("-");
            if (isFolder || args[i].equals("data") || WRITTEN.matcher(args[i]).matches()) {
                args[i] = folder.resolve(args[i]).toString();
            }
        }
        AirRun run = AirRun.of(city::lease, args);

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
