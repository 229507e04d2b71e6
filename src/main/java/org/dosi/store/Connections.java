package org.dosi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The connections to one database: one for the writer, as many as are needed for readers, who see a
/// snapshot each.
///
/// Safe for any number of threads.
final class Connections implements AutoCloseable {
    /// DuckDB's own share of the memory; what it needs beyond that goes to `tmp/`. The whole server is to
    /// stay under 1 GB.
    private static final String MEMORY = "320MB";

    private static final int IDLE_KEPT = 8;

    /// Questions answered at once; each may take a part of the memory, and the processors are not more.
    private static final int READERS = 3;

    private final DuckDBConnection root;
    private final Deque<DuckDBConnection> idle = new ArrayDeque<>();
    private final Semaphore readers = new Semaphore(READERS, true);
    private boolean closed;

    private Connections(DuckDBConnection root) {
        this.root = root;
    }

    static Connections open(Path database, Path temporary) {
        try {
            emptyFolder(temporary);
            Properties settings = new Properties();
            settings.setProperty("memory_limit", MEMORY);
            settings.setProperty("temp_directory", temporary.toString());
            // Nothing is fetched from anywhere: what is not built in does not exist.
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("autoload_known_extensions", "false");
            return new Connections((DuckDBConnection)
                    DriverManager.getConnection("jdbc:duckdb:" + database.toAbsolutePath(), settings));
        } catch (SQLException | IOException e) {
            throw new StoreException(
                    "%s: expected a store of Dosi that can be opened, found: %s".formatted(database, firstLine(e)), e);
        }
    }

    private static void emptyFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    DuckDBConnection root() {
        return root;
    }

    /// Lends a connection to one reader, in turn. In autocommit: each statement sees the latest committed
    /// state.
    /// A reader does not read within its query: it could wait for itself.
    <T> T read(Query<T> query) {
        DuckDBConnection connection = null;
        boolean healthy = false;
        readers.acquireUninterruptibly();
        try {
            connection = take();
            T answer = query.run(connection);
            healthy = true;
            return answer;
        } catch (SQLException e) {
            throw new StoreException("the store could not be read: " + firstLine(e), e);
        } finally {
            readers.release();
            giveBack(connection, healthy);
        }
    }

    private synchronized DuckDBConnection take() throws SQLException {
        if (closed) {
            throw new StoreException("the store is closed");
        }
        DuckDBConnection connection = idle.pollFirst();
        return connection == null ? root.duplicate() : connection;
    }

    private synchronized void giveBack(@Nullable DuckDBConnection connection, boolean healthy) {
        if (connection == null) {
            return;
        }
        if (healthy && !closed && idle.size() < IDLE_KEPT) {
            idle.addFirst(connection);
        } else {
            closeQuietly(connection);
        }
    }

    private static void closeQuietly(DuckDBConnection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // It was only read from: nothing can be lost with it.
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(Connections::closeQuietly);
        idle.clear();
        try {
            root.close();
        } catch (SQLException e) {
            throw new StoreException("the store could not be closed: " + firstLine(e), e);
        }
    }

    /// What a reader does with its connection.
    @FunctionalInterface
    interface Query<T> {
        T run(DuckDBConnection connection) throws SQLException;
    }
}
