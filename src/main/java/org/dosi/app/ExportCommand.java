package org.dosi.app;

import java.nio.file.Path;
import org.dosi.app.command.Cities;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.store.ObservationStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Write a slice as Parquet, partitioned by property and month; flagged values only with --flagged.")
final class ExportCommand extends StoreCommand {
    @Parameters(paramLabel = "DIR", description = "a folder that does not exist or is empty")
    Path folder = Path.of("");

    @Mixin
    SliceOptions options = new SliceOptions();

    ExportCommand(Session session) {
        super(session);
    }

    @Override
    protected int run(ObservationStore store) {
        long rows = store.exportParquet(options.slice(store, Cities.SEOUL.zone()), session.resolve(folder));
        session.err().printf("%,d observations written to %s%n", rows, folder);
        return 0;
    }
}
