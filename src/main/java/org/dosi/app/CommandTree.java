package org.dosi.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import org.dosi.app.air.AirGroup;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.OutputFile;
import org.dosi.app.command.Session;
import org.dosi.app.command.UsageLine;
import org.dosi.app.command.Version;
import org.dosi.app.traffic.TrafficGroup;
import org.dosi.source.SourceException;
import org.dosi.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// All commands, and how their failures are told: one line on standard error and an exit code that is not 0.
@Command(
        name = "dosi",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Dosi 도시: a city's data science laboratory.",
        footer = {"", "Start with: ./dosi demo", "A group's or a command's own help: ./dosi COMMAND --help"})
final class CommandTree implements Runnable {
    static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Session session;

    private CommandTree(Session session) {
        this.session = session;
    }

    static CommandLine of(Session session) {
        CommandLine line = new CommandLine(new CommandTree(session));
        line.addSubcommand("demo", new DemoCommand(session))
                .addSubcommand("serve", new ServeCommand(session))
                .addSubcommand("sources", new SourcesCommand(session))
                .addSubcommand("import", new ImportCommand(session))
                .addSubcommand("query", new QueryCommand(session))
                .addSubcommand("export", new ExportCommand(session))
                .addSubcommand("catalogue", new CatalogueCommand(session))
                .addSubcommand("quality", new QualityCommand(session))
                .addSubcommand("issues", new IssuesCommand(session))
                .addSubcommand("air", AirGroup.of(session))
                .addSubcommand("traffic", TrafficGroup.of(session))
                .addSubcommand("remove", new RemoveCommand(session))
                .addSubcommand("backup", new BackupCommand(session))
                .addSubcommand("restore", new RestoreCommand(session));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, _, _) -> told(session, failure));
        line.setParameterExceptionHandler((failure, _) -> {
            session.err().println("dosi: " + UsageLine.of(failure));
            return MISUSED;
        });
        return line;
    }

    private static int told(Session session, Exception failure) throws Exception {
        boolean expected = failure instanceof CommandException
                || failure instanceof StoreException
                || failure instanceof SourceException
                || failure instanceof java.io.IOException;
        if (!expected) {
            throw failure;
        }
        session.err()
                .println("dosi: "
                        + (failure instanceof FileSystemException file
                                ? "%s: expected a file or folder that can be used, found %s"
                                        .formatted(file.getFile(), OutputFile.reason(file))
                                : failure.getMessage()));
        return FAILED;
    }

    @Override
    public void run() {
        of(session).usage(session.out());
    }
}
