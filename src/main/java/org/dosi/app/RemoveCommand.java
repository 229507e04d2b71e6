package org.dosi.app;

import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.store.ImportRecord;
import org.dosi.store.ObservationStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Take an import out of the store, as if it had never been.")
final class RemoveCommand extends StoreCommand {
    @Parameters(paramLabel = "IMPORT", description = "its number, as ./dosi catalogue DATASET shows it")
    long id;

    RemoveCommand(Session session) {
        super(session);
    }

    @Override
    protected int run(ObservationStore store) {
        ImportRecord gone = store.remove(id);
        session.err().printf("removed import %d: %s (%s)%n", gone.id(), gone.file(), gone.source());
        return 0;
    }
}
