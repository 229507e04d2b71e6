package org.dosi.app;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dosi.app.command.Session;
import org.dosi.store.ObservationStore;

/// Takes commands for a data folder that this process owns, runs them on its store, and streams back what
/// they print.
///
/// Listens on the loopback address alone. A request is: token, the user's folder, whether a person watches,
/// the arguments; the answer: a byte of acceptance, then any number of frames (`OUT` or `ERR`, length,
/// bytes) and one `EXIT` with the code. If the user goes away or sends the end of the stream, the command's
/// thread is interrupted: an import then ends between two parts, leaves whole files only, and says how
/// many.
final class CommandServer implements AutoCloseable {
    static final byte OUT = 1;
    static final byte ERR = 2;
    static final byte EXIT = 3;

    private static final int TOKEN_BYTES = 24;
    private static final int LONGEST_COMMAND = 100_000;
    private static final int BACKLOG = 50;

    private final ServerSocket listener;
    private final String token;
    private final ObservationStore store;

    private CommandServer(ServerSocket listener, String token, ObservationStore store) {
        this.listener = listener;
        this.token = token;
        this.store = store;
    }

    static CommandServer start(ObservationStore store) {
        try {
            byte[] secret = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(secret);
            ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            CommandServer server = new CommandServer(listener, HexFormat.of().formatHex(secret), store);
            Thread.ofPlatform().name("commands").daemon(true).start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    String token() {
        return token;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofPlatform().name("command").daemon(true).start(() -> serve(socket));
            } catch (IOException _) {
                // The listener was closed, or one caller could not be accepted: the next one can.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            boolean ours = MessageDigest.isEqual(
                    in.readUTF().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
            if (!ours) {
                out.writeBoolean(false);
                return;
            }
            Path folder = Path.of(in.readUTF());
            boolean terminal = in.readBoolean();
            int count = in.readInt();
            if (count < 0 || count > LONGEST_COMMAND) {
                return;
            }
            String[] args = new String[count];
            for (int i = 0; i < count; i++) {
                args[i] = in.readUTF();
            }
            out.writeBoolean(true);
            run(args, folder, terminal, out, socket);
        } catch (IOException _) {
            // The user went away: there is nobody to tell.
        }
    }

    private void run(String[] args, Path folder, boolean terminal, DataOutputStream out, Socket socket)
            throws IOException {
        Thread runner = Thread.currentThread();
        AtomicBoolean ended = new AtomicBoolean();
        Thread.ofVirtual().start(() -> interruptWhenGone(socket, runner, ended));
        Session session = new Session(
                new PrintStream(new Frames(out, OUT), true, StandardCharsets.UTF_8),
                new PrintStream(new Frames(out, ERR), true, StandardCharsets.UTF_8),
                folder,
                terminal,
                () -> lent(store));
        int code = CommandTree.of(session).execute(args);
        ended.set(true);
        session.out().flush();
        session.err().flush();
        synchronized (out) {
            out.writeByte(EXIT);
            out.writeInt(code);
            out.flush();
        }
    }

    /// The user sends nothing more: the end of the stream means that they are gone, or wish the command to end.
    private static void interruptWhenGone(Socket socket, Thread runner, AtomicBoolean ended) {
        try {
            if (socket.getInputStream().read() < 0 && !ended.get()) {
                runner.interrupt();
            }
        } catch (IOException _) {
            // The command ended and closed the connection.
        }
    }

    private static Session.Lease lent(ObservationStore store) {
        return new Session.Lease() {
            @Override
            public ObservationStore store() {
                return store;
            }

            @Override
            public void close() {
                // The server keeps it.
            }
        };
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Bytes in frames of one kind.
    private static final class Frames extends OutputStream {
        private final DataOutputStream out;
        private final byte kind;

        Frames(DataOutputStream out, byte kind) {
            this.out = out;
            this.kind = kind;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            synchronized (out) {
                out.writeByte(kind);
                out.writeInt(length);
                out.write(bytes, offset, length);
            }
        }
    }
}
