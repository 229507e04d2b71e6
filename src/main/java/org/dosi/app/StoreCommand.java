package org.dosi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dosi.store.ObservationStore;
import picocli.CommandLine.Option;

/// A command that works on a data folder.
abstract class StoreCommand implements Callable<Integer> {
    final Session session;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = Main.DEFAULT_DATA,
            description = "the data folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of(Main.DEFAULT_DATA);

    StoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public final Integer call() throws IOException {
        try (Session.Lease lease = session.openStore().get()) {
            return run(lease.store());
        }
    }

    /// @return the exit code
    abstract int run(ObservationStore store) throws IOException;
}
