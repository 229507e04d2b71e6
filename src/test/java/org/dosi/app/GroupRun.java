package org.dosi.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.UsageLine;
import org.dosi.source.SourceException;
import picocli.CommandLine;

/// What a command of a group, such as `./dosi air …`, did within the test, from the project's root.
public record GroupRun(int code, String out, String err) {

    /// On files alone.
    public static final Supplier<Session.Lease> NO_STORE = () -> {
        throw new IllegalStateException("no data folder in this test");
    };

    /// @param args as they stand behind the group's name
    public static GroupRun of(Function<Session, CommandLine> group, Supplier<Session.Lease> store, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session session = new Session(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath(),
                false,
                store);
        CommandLine line = group.apply(session);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            if (!(failure instanceof CommandException
                    || failure instanceof SourceException
                    || failure instanceof IOException)) {
                throw failure;
            }
            session.err().println(failure.getMessage());
            return 1;
        });
        line.setParameterExceptionHandler((failure, _) -> {
            session.err().println(UsageLine.of(failure));
            return 2;
        });
        int code = line.execute(args);
        return new GroupRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// The lines of the output.
    public List<String> lines() {
        return out.lines().toList();
    }

    /// Cells of a CSV without quoted commas; a quote around a cell is dropped.
    public static List<List<String>> cells(List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines) {
            List<String> row = new ArrayList<>();
            for (String cell : line.split(",", -1)) {
                row.add(cell.replace("\"", ""));
            }
            rows.add(row);
        }
        return rows;
    }
}
