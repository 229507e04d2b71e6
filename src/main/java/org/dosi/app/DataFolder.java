package org.dosi.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.dosi.store.CityStores;
import org.dosi.store.ObservationStore;
import org.dosi.store.StoreException;

/// A data folder as a command meets it: free, or owned by a server that runs the command in its stead.
final class DataFolder {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CONNECT_MILLIS = 2000;

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    /// Opens the store in this process. A folder that is in use for a moment, by another command or a
    /// server that is just
    /// starting, is waited for.
    Session.Lease open() {
        ObservationStore store = openPatiently();
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

    private ObservationStore openPatiently() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return CityStores.open(folder);
            } catch (StoreException e) {
                if (!e.isInUse() || System.nanoTime() > giveUp) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for the data folder");
        }
    }

    /// Hands the command to the server that owns the folder and prints what it sends back.
    ///
    /// @return the exit code, or empty if no server owns the folder
    OptionalInt handOver(String[] args, Session session) {
        return ServerAddress.find(folder)
                .map(address -> send(address, args, session))
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt send(ServerAddress address, String[] args, Session session) {
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
            return OptionalInt.of(receive(in, session));
        } catch (EOFException e) {
            throw new CommandException("the server ended before the command did: what it had acknowledged is stored");
        } catch (IOException _) {
            // Nobody listens: left behind by a server that was killed.
            return OptionalInt.empty();
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
