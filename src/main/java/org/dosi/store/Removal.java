package org.dosi.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.dosi.model.Flag;
import org.duckdb.DuckDBConnection;

/// Takes one import out of the store, as if it had never been.
///
/// What another import told again (`attested`) becomes that import's own; where the import had corrected
/// something, the corrected value comes back; datastreams, properties, features and data sets that nobody
/// else told of go with it.
final class Removal {

    private Removal() {}

    static Directory remove(DuckDBConnection connection, Directory known, ImportRecord gone) {
        try {
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                for (String step : steps(gone.id(), known.lastImport())) {
                    sql.execute(step);
                }
            }
            connection.commit();
            return DirectoryTables.read(connection);
        } catch (SQLException e) {
            throw new StoreException(
                    "import %d could not be removed: %s".formatted(gone.id(), Connections.firstLine(e)), e);
        } finally {
            endTransaction(connection);
        }
    }

    private static List<String> steps(long id, long lastImport) {
        return List.of(
                // A number is never given again.
                "DELETE FROM meta WHERE name = 'last_import' AND value::BIGINT < " + lastImport,
                "INSERT INTO meta SELECT 'last_import', '%1$d' WHERE NOT EXISTS (FROM meta WHERE name = 'last_import')"
                        .formatted(lastImport),
                // The earliest import that told the same takes each value over ...
                "CREATE TEMP TABLE heir AS SELECT stream, start_s, min(import) AS import, arg_min(flags, import) AS flags FROM attested WHERE of_import = "
                        + id + " GROUP BY stream, start_s",
                inherit("observation", id),
                inherit("superseded", id),
                "UPDATE import i SET n_stored = n_stored + c.n, n_unchanged = n_unchanged - c.n FROM (SELECT import, count(*) AS n FROM heir GROUP BY import) c WHERE i.id = c.import",
                // ... and the other ones that told the same now agree with the heir.
                "DELETE FROM attested a USING heir h WHERE a.of_import = " + id
                        + " AND a.stream = h.stream AND a.start_s = h.start_s AND a.import = h.import",
                "UPDATE attested a SET of_import = h.import FROM heir h WHERE a.of_import = " + id
                        + " AND a.stream = h.stream AND a.start_s = h.start_s",
                "DROP TABLE heir",
                // What it alone told goes; what it had corrected comes back.
                "CREATE TEMP TABLE hole AS SELECT stream, start_s FROM observation WHERE import = " + id,
                "DELETE FROM observation WHERE import = " + id,
                "DELETE FROM superseded WHERE import = " + id,
                "CREATE TEMP TABLE heritage AS SELECT s.* FROM superseded s JOIN hole h ON s.stream = h.stream AND s.start_s = h.start_s"
                        + " QUALIFY row_number() OVER (PARTITION BY s.stream, s.start_s ORDER BY s.import DESC) = 1",
                "INSERT INTO observation SELECT * FROM heritage ORDER BY stream, start_s",
                "DELETE FROM superseded s USING heritage h WHERE s.stream = h.stream AND s.start_s = h.start_s AND s.import = h.import",
                "DROP TABLE hole",
                "DROP TABLE heritage",
                // An edition that is gone is none to differ from.
                agree("observation"),
                agree("superseded"),
                "DELETE FROM attested WHERE import = " + id,
                "DELETE FROM issue WHERE import = " + id,
                "DELETE FROM feature_version WHERE import = " + id,
                "DELETE FROM import WHERE id = " + id,
                "DELETE FROM datastream WHERE key NOT IN (SELECT stream FROM observation UNION SELECT stream FROM superseded)",
                // A property stays while it, or a part of it, is observed.
                "DELETE FROM property WHERE id NOT IN (WITH RECURSIVE used(id) AS (SELECT property FROM datastream UNION"
                        + " SELECT p.parent FROM property p JOIN used u ON p.id = u.id WHERE p.parent IS NOT NULL) SELECT id FROM used)",
                "DELETE FROM category WHERE property NOT IN (SELECT id FROM property)",
                "DELETE FROM dataset WHERE id NOT IN (SELECT dataset FROM import UNION SELECT dataset FROM datastream)");
    }

    /// With the flags that the heir itself would have given; the editions that it differs from stay, but for one.
    private static String inherit(String table, long id) {
        return "UPDATE %s o SET import = h.import, flags = h.flags | (o.flags & %d) FROM heir h WHERE o.import = %d AND o.stream = h.stream AND o.start_s = h.start_s"
                .formatted(table, Flag.EDITIONS_DIFFER.mask(), id);
    }

    private static String agree(String table) {
        int mask = Flag.EDITIONS_DIFFER.mask();
        return "UPDATE %s o SET flags = o.flags - %d WHERE o.flags & %d <> 0 AND NOT EXISTS (SELECT 1 FROM superseded s WHERE s.stream = o.stream AND s.start_s = o.start_s AND s.import < o.import)"
                .formatted(table, mask, mask);
    }

    private static void endTransaction(DuckDBConnection connection) {
        try {
            // After a commit this does nothing; after a failure it takes everything back.
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new StoreException("the store's transaction could not be ended: " + Connections.firstLine(e), e);
        }
    }
}
