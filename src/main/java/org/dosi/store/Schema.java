package org.dosi.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// What lies in a data folder.
///
/// - `city.duckdb` (and, while it is open or after a crash, `city.duckdb.wal`): one DuckDB database with
///   the tables below;
/// - `dosi.lock`: empty; the process that owns the folder holds an operating-system lock on it;
/// - `server.json`: only while a server owns the folder: where it listens and the token that commands must
///   show;
/// - `tmp/`: space for sorting, emptied on opening.
///
/// Times are whole seconds since 1970 UTC (`_s`) or microseconds (`_us`). Rows refer to rows by number
/// (`key`, `import`).
///
/// | table | a row is | notes |
/// | --- | --- | --- |
/// | `meta` | a fact of the store | `format` = [#FORMAT]; `last_import`, once one was removed: numbers are not reused |
/// | `dataset`, `property`, `category`, `datastream` | as in the model | written with the first import that needs them
/// |
/// | `feature_version` | what one import told of one feature | a feature is its versions laid over each other in the
/// order of imports |
/// | `import` | a file that was brought in | `at_us` is the result time of all its observations, and grows from import
/// to import |
/// | `observation` | the latest known value of a datastream at a time | at most one for each (`stream`, `start_s`) |
/// | `superseded` | a value that a later import corrected | same columns; with `observation` it holds every value ever
/// told |
/// | `attested` | an import that told again what `of_import` had told, with the flags that it would have given | so
/// that removing one of two that agree loses nothing, and leaves what the other alone would have left |
/// | `issue` | a defect that an import found | |
///
/// `observation` is written in the order of month, stream, start within each import. DuckDB keeps the least
/// and greatest value of each column for every 122,880 rows and skips what cannot match: so an instant over
/// all streams reads one month, and a year of one stream reads a part of each month. There is no index: on
/// this order they cost more than they saved. `flags` holds the bits of [org.dosi.model.Flag].
final class Schema {
    /// Raised with every change that an older program could not read. A store with a higher number is
    /// refused.
    static final int FORMAT = 2;

    private static final String OBSERVATION_COLUMNS =
            "stream INTEGER NOT NULL, start_s BIGINT NOT NULL, end_s BIGINT NOT NULL, value DOUBLE NOT NULL, flags INTEGER NOT NULL, import INTEGER NOT NULL";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE meta(name VARCHAR NOT NULL, value VARCHAR NOT NULL)",
            "CREATE TABLE dataset(id VARCHAR NOT NULL, title_ko VARCHAR NOT NULL, title_en VARCHAR NOT NULL, description_ko VARCHAR NOT NULL, description_en VARCHAR NOT NULL, publisher_ko VARCHAR NOT NULL, publisher_en VARCHAR NOT NULL, origin VARCHAR NOT NULL, licence VARCHAR NOT NULL, licence_url VARCHAR)",
            "CREATE TABLE property(id VARCHAR NOT NULL, ko VARCHAR NOT NULL, en VARCHAR NOT NULL, parent VARCHAR)",
            "CREATE TABLE category(property VARCHAR NOT NULL, value INTEGER NOT NULL, code VARCHAR NOT NULL, ko VARCHAR NOT NULL, en VARCHAR NOT NULL)",
            "CREATE TABLE datastream(key INTEGER NOT NULL, id VARCHAR NOT NULL, thing VARCHAR NOT NULL, thing_ko VARCHAR NOT NULL, thing_en VARCHAR NOT NULL, sensor VARCHAR NOT NULL, sensor_ko VARCHAR NOT NULL, sensor_en VARCHAR NOT NULL, property VARCHAR NOT NULL, unit VARCHAR NOT NULL, feature VARCHAR NOT NULL, collection VARCHAR NOT NULL, dataset VARCHAR NOT NULL, step VARCHAR NOT NULL)",
            "CREATE TABLE feature_version(id VARCHAR NOT NULL, import INTEGER NOT NULL, ko VARCHAR NOT NULL, en VARCHAR NOT NULL, geometry BLOB, attributes MAP(VARCHAR, VARCHAR) NOT NULL)",
            "CREATE TABLE import(id INTEGER NOT NULL, source VARCHAR NOT NULL, adapter_version INTEGER NOT NULL, dataset VARCHAR NOT NULL, file VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, bytes BIGINT NOT NULL, at_us BIGINT NOT NULL, n_read BIGINT NOT NULL, n_stored BIGINT NOT NULL, n_unchanged BIGINT NOT NULL, n_rejected BIGINT NOT NULL, n_missing BIGINT NOT NULL, n_issues BIGINT NOT NULL)",
            "CREATE TABLE observation(" + OBSERVATION_COLUMNS + ")",
            "CREATE TABLE superseded(" + OBSERVATION_COLUMNS + ")",
            "CREATE TABLE attested(stream INTEGER NOT NULL, start_s BIGINT NOT NULL, import INTEGER NOT NULL, of_import INTEGER NOT NULL, flags INTEGER NOT NULL)",
            "CREATE TABLE issue(import INTEGER NOT NULL, number INTEGER NOT NULL, file VARCHAR NOT NULL, sheet VARCHAR, line BIGINT NOT NULL, field VARCHAR, element VARCHAR NOT NULL, expected VARCHAR NOT NULL, found VARCHAR NOT NULL, observations BIGINT NOT NULL)");

    private Schema() {}

    /// Makes the tables in an empty database, or checks that this program can read those that are there.
    static void prepare(Connection connection, String where) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!has(statement, "meta")) {
                if (has(statement, "observation")) {
                    throw new StoreException(where + ": expected a store of Dosi, found a database without its format");
                }
                connection.setAutoCommit(false);
                for (String table : TABLES) {
                    statement.execute(table);
                }
                statement.execute("INSERT INTO meta VALUES ('format', '" + FORMAT + "')");
                connection.commit();
                connection.setAutoCommit(true);
                return;
            }
            try (ResultSet row = statement.executeQuery("SELECT value FROM meta WHERE name = 'format'")) {
                String found = row.next() ? row.getString(1) : "none";
                if (found.equals("1")) {
                    bringToSecondFormat(connection, statement);
                } else if (!found.equals(Integer.toString(FORMAT))) {
                    throw new StoreException(
                            "%s: expected store format %d, found %s: use the version of Dosi that wrote it, or a newer one"
                                    .formatted(where, FORMAT, found));
                }
            }
        }
    }

    /// The first format kept no flags in `attested`: those of the agreeing value stand in for them.
    private static void bringToSecondFormat(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        statement.execute("ALTER TABLE attested ADD COLUMN flags INTEGER DEFAULT 0");
        for (String table : List.of("observation", "superseded")) {
            statement.execute("UPDATE attested a SET flags = o.flags FROM " + table
                    + " o WHERE o.import = a.of_import AND o.stream = a.stream AND o.start_s = a.start_s");
        }
        statement.execute("UPDATE meta SET value = '2' WHERE name = 'format'");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static boolean has(Statement statement, String table) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("SELECT 1 FROM duckdb_tables() WHERE table_name = '" + table + "'")) {
            return rows.next();
        }
    }
}
