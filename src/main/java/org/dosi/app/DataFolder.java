package org.dosi.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.OrderlyEnd;
import org.dosi.app.command.Session;
import org.dosi.store.CityStores;
import org.dosi.store.ObservationStore;

/// A data folder as a command meets it: free, or owned by a server that runs the command in its stead.
final class DataFolder {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CONNECT_MILLIS = 2000;

    private final Path folder;
    private final Duration patience;

    DataFolder(Path folder) {
        this(folder, PATIENCE);
    }

    /// @param patience how long to wait for a folder that another process uses
    DataFolder(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /// Opens the store in this process.
    Session.Lease open() {
        ObservationStore store = CityStores.open(folder);
        return new Session.Lease() {
            @Override
            public ObservationStore store() {
                return store;
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for the data folder");
        }
    }

    /// Hands the command to the server that owns the folder and prints what it sends back. A folder that
    /// another command uses, or a server that is just starting, is waited for.
    ///
    /// @param endsInOrder whether Ctrl-C lets the command tell how far it came: see [StoreCommand#endsInOrder]
    /// @return the exit code, or empty if no server owns the folder
    OptionalInt handOver(String[] args, Session session, boolean endsInOrder) {
        long began = System.nanoTime();
        boolean told = false;
        while (true) {
            Optional<ServerAddress> address = ServerAddress.find(folder);
            OptionalInt code =
                    address.isPresent() ? send(address.get(), args, session, endsInOrder) : OptionalInt.empty();
            long waited = System.nanoTime() - began;
            if (code.isPresent() || waited > patience.toNanos() || !CityStores.isInUse(folder)) {
                return code;
            }
            if (!told && waited > QUIET.toNanos()) {
                session.err().println("dosi: waiting for " + folder + ", which another process uses …");
                told = true;
            }
            pause();
        }
    }

    private static OptionalInt send(ServerAddress address, String[] args, Session session, boolean endsInOrder) {
        boolean accepted = false;
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), address.commandPort()), CONNECT_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeUTF(address.token());
            out.writeUTF(session.folder().toString());
            out.writeBoolean(session.terminal());
            out.writeInt(args.length);
            for (String arg : args) {
                out.writeUTF(arg);
            }
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            if (!in.readBoolean()) {
                // Somebody else listens there now: the file was left behind by a server that was killed.
                return OptionalInt.empty();
            }
            accepted = true;
            return OptionalInt.of(endsInOrder ? receiveToTheEnd(in, session, socket) : receive(in, session));
        } catch (IOException e) {
            if (!accepted) {
                // Nobody listens: left behind by a server that was killed.
                return OptionalInt.empty();
            }
            // What was begun there must not be begun here once more.
            throw new CommandException(
                    "the server ended before the command did: what it had acknowledged is stored, nothing half ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    /// The server takes the end of what we send for the wish that the command end; its last words still come.
    private static int receiveToTheEnd(DataInputStream in, Session session, Socket socket) throws IOException {
        try (OrderlyEnd _ = new OrderlyEnd(() -> shutDownOutput(socket))) {
            return receive(in, session);
        }
    }

    private static void shutDownOutput(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException _) {
            // The command has just ended, or the server has.
        }
    }

    private static int receive(DataInputStream in, Session session) throws IOException {
        while (true) {
            switch (in.readByte()) {
                case CommandServer.OUT -> session.out().write(in.readNBytes(in.readInt()));
                case CommandServer.ERR -> session.err().write(in.readNBytes(in.readInt()));
                case CommandServer.EXIT -> {
                    return in.readInt();
                }
                default -> throw new CommandException("the server speaks another version: stop it and start it again");
            }
        }
    }
}
