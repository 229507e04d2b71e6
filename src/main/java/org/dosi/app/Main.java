package org.dosi.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// The program. A command that needs a data folder which a server owns is handed to that server; all others
/// run here.
public final class Main {
    private Main() {}

    /// DuckDB's calls are native: a virtual thread keeps its carrier while one runs. With no more carriers
    /// than processors, two long questions would keep every other client waiting.
    private static final int CARRIERS_BESIDE_PROCESSORS = 4;

    public static void main(String[] args) {
        int carriers = Runtime.getRuntime().availableProcessors() + CARRIERS_BESIDE_PROCESSORS;
        // Read when the first virtual thread starts.
        System.setProperty("jdk.virtualThreadScheduler.parallelism", Integer.toString(carriers));
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int code = run(args, out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /// Korean text must come out whole whatever the terminal's locale says.
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int run(String[] args, PrintStream out, PrintStream err) {
        Path folder = Path.of("").toAbsolutePath();
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        DataFolder[] data = new DataFolder[1];
        Session session =
                new Session(out, err, folder, terminal, () -> required(data[0]).open());
        CommandLine line = CommandTree.of(session);
        StoreCommand asked = storeCommand(line, args);
        if (asked != null) {
            data[0] = new DataFolder(session.resolve(asked.data));
            try {
                OptionalInt code = data[0].handOver(args, session, asked.endsInOrder());
                if (code.isPresent()) {
                    return code.getAsInt();
                }
            } catch (CommandException e) {
                err.println("dosi: " + e.getMessage());
                return CommandTree.FAILED;
            }
        }
        try {
            return line.execute(args);
        } catch (OutOfMemoryError _) {
            err.printf(
                    "dosi: expected data that fit into %d MB, found more; more memory: DOSI_HEAP=2g ./dosi …%n",
                    Runtime.getRuntime().maxMemory() >> 20);
            return CommandTree.FAILED;
        }
    }

    private static DataFolder required(@Nullable DataFolder data) {
        if (data == null) {
            throw new CommandException("this command has no data folder");
        }
        return data;
    }

    /// The command on this line, or null if it works on no data folder or the line cannot be read.
    private static @Nullable StoreCommand storeCommand(CommandLine line, String[] args) {
        try {
            ParseResult parsed = line.parseArgs(args);
            while (parsed.hasSubcommand()) {
                parsed = parsed.subcommand();
            }
            boolean help = parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
            Object command = parsed.commandSpec().userObject();
            return !help && command instanceof StoreCommand onStore && onStore.usesStore() ? onStore : null;
        } catch (CommandLine.ParameterException _) {
            // Executing the line says what is wrong with it.
            return null;
        }
    }
}
