package org.dosi.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.store.CityStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restore", mixinStandardHelpOptions = true, description = "Make a data folder of a backup.")
final class RestoreCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "BACKUP", description = "the folder that ./dosi backup wrote")
    Path backup = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = StoreCommand.DEFAULT_DATA,
            description = "a folder that does not exist or is empty (default: ${DEFAULT-VALUE})")
    Path data = Path.of(StoreCommand.DEFAULT_DATA);

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CityStores.restore(session.resolve(backup), session.resolve(data));
        session.err().println("restored into " + data);
        return 0;
    }
}
