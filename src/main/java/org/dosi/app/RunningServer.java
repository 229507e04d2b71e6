package org.dosi.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.dosi.app.command.Cities;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.Version;
import org.dosi.store.CityStores;
import org.dosi.store.ObservationStore;
import org.dosi.store.StoreException;

/// Owns a data folder until the process is told to end: the page on one port, commands of the same user on
/// another.
final class RunningServer {
    private static final int LAST_PORT = 65_535;

    private final Session session;
    private final Path folder;
    private final ServeCommand.Listening listening;

    RunningServer(Session session, Path folder, ServeCommand.Listening listening) {
        this.session = session;
        this.folder = folder;
        this.listening = listening;
    }

    /// Prepares the store, serves, and returns when the process is told to end.
    ///
    /// @return the exit code
    int run(Consumer<ObservationStore> prepare) {
        int port = chosenPort();
        if (!CityStores.exists(folder)) {
            session.err().println("dosi: a new data folder: " + folder);
        }
        Session.Lease lease;
        try {
            lease = new DataFolder(folder).open();
        } catch (StoreException e) {
            if (!e.isInUse()) {
                throw e;
            }
            return ServerAddress.find(folder).map(this::alreadyServed).orElseThrow(() -> e);
        }
        CountDownLatch ended = new CountDownLatch(1);
        try (lease) {
            prepare.accept(lease.store());
            serve(lease.store(), port, ended);
        } finally {
            ended.countDown();
        }
        return 0;
    }

    private int alreadyServed(ServerAddress address) {
        session.out().println(address.url());
        session.err().printf("dosi: %s is already served at %s%n", folder, address.url());
        return 0;
    }

    /// @param ended counted down by the caller when the store is closed: until then the process must not go
    ///     away
    private void serve(ObservationStore store, int port, CountDownLatch ended) {
        CountDownLatch told = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().unstarted(() -> {
            told.countDown();
            awaitQuietly(ended);
        });
        session.err().println("dosi: starting …");
        // Before the start, so that a signal in the middle of it is obeyed right after it, and in order.
        Runtime.getRuntime().addShutdownHook(hook);
        CityServer.Settings settings = new CityServer.Settings(listening.host, port, listening.names, Version.number());
        try (CommandServer commands = CommandServer.start(store);
                CityServer server = CityServer.start(Cities.SEOUL, store, settings)) {
            String url = "http://" + (listening.host.contains(":") ? "[" + listening.host + "]" : listening.host) + ":"
                    + server.port() + "/";
            new ServerAddress(commands.port(), commands.token(), url).write(folder);
            session.out().println(url);
            session.err().println("dosi: serving " + folder + ". Ctrl-C ends it.");
            told.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            ServerAddress.delete(folder);
        }
    }

    private static void awaitQuietly(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Tried before anything long is begun, since a taken port is the user's to know at once. A folder that
    /// is served already has its own answer.
    private int chosenPort() {
        if (listening.port > LAST_PORT || listening.port < -1) {
            throw new CommandException("--port: expected 0 to %d, found %d".formatted(LAST_PORT, listening.port));
        }
        if (listening.port == -1) {
            return isFree(ServeCommand.Listening.USUAL_PORT) ? ServeCommand.Listening.USUAL_PORT : 0;
        }
        if (!isFree(listening.port) && !CityStores.isInUse(folder)) {
            throw new CommandException(
                    "--port: expected a free port on %s, found %d in use".formatted(listening.host, listening.port));
        }
        return listening.port;
    }

    private boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(listening.host))) {
            return probe.isBound();
        } catch (UnknownHostException e) {
            throw new CommandException("--host: expected an address of this machine, found '" + listening.host + "'");
        } catch (IOException _) {
            // Taken, or not ours to take.
            return false;
        }
    }
}
