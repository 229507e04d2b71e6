package org.dosi.app;

import java.nio.file.Path;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.store.ObservationStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copy the whole store, while it is in use or not.")
final class BackupCommand extends StoreCommand {
    @Parameters(paramLabel = "DIR", description = "a folder that does not exist or is empty")
    Path folder = Path.of("");

    BackupCommand(Session session) {
        super(session);
    }

    @Override
    protected int run(ObservationStore store) {
        store.backup(session.resolve(folder));
        session.err().println("backed up to " + folder);
        return 0;
    }
}
