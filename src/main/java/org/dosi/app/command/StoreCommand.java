package org.dosi.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dosi.store.CityStores;
import org.dosi.store.ObservationStore;
import picocli.CommandLine.Option;

/// A command that works on a data folder.
public abstract class StoreCommand implements Callable<Integer> {
    public static final String DEFAULT_DATA = "data";

    protected final Session session;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT_DATA,
            description = "the data folder (default: ${DEFAULT-VALUE})")
    public Path data = Path.of(DEFAULT_DATA);

    protected StoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public final Integer call() throws IOException {
        if (!usesStore()) {
            return runWithoutStore();
        }
        if (!makesFolder() && !CityStores.exists(session.resolve(data))) {
            throw new CommandException(
                    "--data: expected a data folder, found none at %s (./dosi import and ./dosi demo make one)"
                            .formatted(session.resolve(data)));
        }
        if (!endsInOrder()) {
            return runOnStore();
        }
        try (OrderlyEnd _ = new OrderlyEnd(Thread.currentThread()::interrupt)) {
            return runOnStore();
        }
    }

    private int runOnStore() throws IOException {
        try (Session.Lease lease = session.openStore().get()) {
            return run(lease.store());
        }
    }

    /// Whether it is about a data folder at all, now that its options are read.
    public boolean usesStore() {
        return true;
    }

    /// What it does where it is about none.
    ///
    /// @return the exit code
    protected int runWithoutStore() throws IOException {
        throw new IllegalStateException("this command works on a data folder");
    }

    /// Whether the command is the first one that a new folder may meet.
    protected boolean makesFolder() {
        return false;
    }

    /// Whether Ctrl-C interrupts its thread and lets it say how far it came, instead of ending it at once.
    public boolean endsInOrder() {
        return false;
    }

    /// @return the exit code
    protected abstract int run(ObservationStore store) throws IOException;
}
