package org.dosi.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Load the real data of Seoul that come with Dosi, once, and serve them.")
final class DemoCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = StoreCommand.DEFAULT_DATA,
            description = "the data folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of(StoreCommand.DEFAULT_DATA);

    @Option(names = "--load-only", description = "load the data and end")
    boolean loadOnly;

    @Mixin
    ServeCommand.Listening listening = new ServeCommand.Listening();

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DemoData demo = DemoData.bundled();
        Path folder = session.resolve(data);
        if (loadOnly) {
            try (Session.Lease lease = new DataFolder(folder).open()) {
                demo.load(lease.store(), session);
            }
            return 0;
        }
        return new RunningServer(session, folder, listening).run(store -> demo.load(store, session));
    }
}
