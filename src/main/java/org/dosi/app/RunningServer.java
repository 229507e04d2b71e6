package org.dosi.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.dosi.store.ObservationStore;
import org.dosi.store.StoreException;

/// Owns a data folder until the process is told to end: the page on one port, commands of the same user on
/// another.
final class RunningServer {
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
        requireFreePort();
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
            serve(lease.store(), ended);
        } finally {
            ended.countDown();
        }
        return 0;
    }

    /// Said before a minute of loading, and in one line. A folder that is served already has its own answer.
    private void requireFreePort() {
        if (listening.port <= 0 || ServerAddress.find(folder).isPresent()) {
            return;
        }
        try (ServerSocket probe = new ServerSocket(listening.port, 1, InetAddress.getByName(listening.host))) {
            if (!probe.isBound()) {
                throw new IOException("not bound");
            }
        } catch (IOException e) {
            throw new CommandException("expected to listen on %s port %d, found: %s"
                    .formatted(listening.host, listening.port, e.getMessage()));
        }
    }

    private int alreadyServed(ServerAddress address) {
        session.out().println(address.url());
        session.err().printf("dosi: %s is already served at %s%n", folder, address.url());
        return 0;
    }

    /// @param ended counted down by the caller when the store is closed: until then the process must not go
    ///     away
    private void serve(ObservationStore store, CountDownLatch ended) {
        CountDownLatch told = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().unstarted(() -> {
            told.countDown();
            awaitQuietly(ended);
        });
        int port = listening.port >= 0 ? listening.port : usualPortOrAnother();
        CityServer.Settings settings = new CityServer.Settings(listening.host, port, listening.names, Version.number());
        try (CommandServer commands = CommandServer.start(store);
                CityServer server = CityServer.start(Cities.SEOUL, store, settings)) {
            String url = "http://" + (listening.host.contains(":") ? "[" + listening.host + "]" : listening.host) + ":"
                    + server.port() + "/";
            new ServerAddress(commands.port(), commands.token(), url).write(folder);
            Runtime.getRuntime().addShutdownHook(hook);
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

    private static int usualPortOrAnother() {
        try (ServerSocket probe =
                new ServerSocket(ServeCommand.Listening.USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException _) {
            // Taken: any free one will do, since the address is printed.
            return 0;
        }
    }
}
