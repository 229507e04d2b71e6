package org.dosi.app;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Serve a data folder: the page, OGC API – Features, the catalogue. Other commands on the folder are run by the server.")
final class ServeCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = StoreCommand.DEFAULT_DATA,
            description = "the data folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of(StoreCommand.DEFAULT_DATA);

    @Mixin
    Listening listening = new Listening();

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return new RunningServer(session, session.resolve(data), listening).run(_ -> {});
    }

    /// Where a server listens.
    static final class Listening {
        static final int USUAL_PORT = 8080;

        @Option(
                names = "--host",
                defaultValue = "127.0.0.1",
                description = "address to listen on (default: ${DEFAULT-VALUE}, this machine alone)")
        String host = "127.0.0.1";

        @Option(
                names = "--port",
                defaultValue = "-1",
                description = "port to listen on; 0 for any that is free (default: " + USUAL_PORT
                        + ", or a free one if that is taken)")
        int port = -1;

        @Option(
                names = "--name",
                paramLabel = "HOST",
                description = "a further name under which people reach the server, as behind a proxy")
        Set<String> names = Set.of();
    }
}
