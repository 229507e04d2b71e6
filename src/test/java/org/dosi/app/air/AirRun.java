package org.dosi.app.air;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.UsageLine;
import org.dosi.source.SourceException;
import picocli.CommandLine;

/// Runs `./dosi air …` within the test, from the project's root.
final class AirRun {
    static final String LONDON = "demo/air/london-1998-2005/mydata.csv.gz";

    final int code;
    final String out;
    final String err;

    private AirRun(int code, String out, String err) {
        this.code = code;
        this.out = out;
        this.err = err;
    }

    /// On files alone.
    static AirRun of(String... args) {
        return of(
                () -> {
                    throw new IllegalStateException("no data folder in this test");
                },
                args);
    }

    /// On the hours of London's Marylebone Road, with their wind.
    static AirRun london(String analysis, String... more) {
        return of(londonArguments(analysis, more));
    }

    static String[] londonArguments(String analysis, String... more) {
        List<String> args = new ArrayList<>(List.of(analysis, "--csv", LONDON, "--time", "date_gmt"));
        args.addAll(List.of("--wind-speed", "ws", "--wind-direction", "wd"));
        args.addAll(Arrays.asList(more));
        return args.toArray(String[]::new);
    }

    /// @param args as they stand behind `./dosi air`
    static AirRun of(Supplier<Session.Lease> store, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session session = new Session(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath(),
                false,
                store);
        CommandLine line = AirGroup.of(session);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setErr(new java.io.PrintWriter(session.err(), true, StandardCharsets.UTF_8));
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
        return new AirRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// The lines of the output.
    List<String> lines() {
        return out.lines().toList();
    }

    /// Cells of a CSV without quoted commas; a quote around a cell is dropped.
    static List<List<String>> cells(List<String> lines) {
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
