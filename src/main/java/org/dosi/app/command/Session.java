package org.dosi.app.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.dosi.store.ObservationStore;

/// What a command may use of the world: made for one run of one command.
///
/// @param out results, and nothing else
/// @param err progress and complaints
/// @param folder that relative paths start from: where the user stands, also when a server runs the command
/// @param terminal whether a person watches `err`
/// @param openStore opens the store, or lends the server's
public record Session(PrintStream out, PrintStream err, Path folder, boolean terminal, Supplier<Lease> openStore) {

    public Path resolve(Path path) {
        return folder.resolve(path).normalize();
    }

    /// A store to use and to give back.
    public interface Lease extends AutoCloseable {
        ObservationStore store();

        @Override
        void close();
    }
}
