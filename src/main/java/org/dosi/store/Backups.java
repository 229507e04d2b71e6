package org.dosi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/// A backup is a folder with `city.duckdb`: a compact copy of every table, made from one consistent state.
final class Backups {
    private static final String FILE = DuckStore.FILE;

    private Backups() {}

    static void write(DuckDBConnection connection, Path folder) {
        ParquetFiles.requireEmpty(folder);
        Path partial = folder.resolve(FILE + ".partial");
        try (Statement sql = connection.createStatement()) {
            sql.execute("ATTACH '" + ParquetFiles.quoted(partial) + "' AS backup");
            try {
                sql.execute("COPY FROM DATABASE city TO backup");
            } finally {
                sql.execute("DETACH backup");
            }
            // Under its final name only once it is whole.
            Files.move(partial, folder.resolve(FILE));
        } catch (SQLException | IOException e) {
            throw new StoreException(
                    "%s: the backup could not be written: %s".formatted(folder, Connections.firstLine(e)), e);
        }
    }

    /// Makes a data folder of a backup, and opens it once to see that it is whole.
    static void restore(Path backup, Path folder) {
        Path from = backup.resolve(FILE);
        if (!Files.isRegularFile(from)) {
            throw new StoreException("%s: expected a backup with the file %s, found none".formatted(backup, FILE));
        }
        ParquetFiles.requireEmpty(folder);
        try {
            Path partial = folder.resolve(FILE + ".partial");
            Files.copy(from, partial);
            Files.move(partial, folder.resolve(FILE));
        } catch (IOException e) {
            throw new StoreException("%s: the backup could not be copied: %s".formatted(folder, e.getMessage()), e);
        }
        DuckStore.open(folder).close();
    }
}
