package org.dosi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// A slice as Parquet files that any other engine can read as they are.
///
/// A folder holds `observations/property=P/month=YYYY-MM/*.parquet` (month of the phenomenon time's start,
/// UTC) with the columns `datastream, feature, dataset, unit, phenomenon_time_start, phenomenon_time_end,
/// result_time` (timestamps in UTC), `value, quality, flags`; beside it `datastreams.parquet`,
/// `features.parquet` (geometry as WKB, WGS84),
/// `properties.parquet`, `categories.parquet`, `datasets.parquet` and `imports.parquet`. One file holds the
/// same columns of the observations, with `property`.
final class ParquetFiles {
    private final Reads reads;
    private final Selection selection;

    ParquetFiles(Reads reads, Selection selection) {
        this.reads = reads;
        this.selection = selection;
    }

    long writeFolder(Slice slice, Path folder) {
        requireEmpty(folder);
        return selection.restricted(selection.keys(slice), (connection, streamSql) -> {
            long rows = copyCounted(
                    connection,
                    observations(
                            slice,
                            streamSql,
                            "strftime(make_timestamp(o.start_s * 1000000), '%Y-%m') AS month",
                            "d.property, month, "),
                    folder.resolve("observations"),
                    "PARTITION_BY (property, month), ");
            String streams = "SELECT DISTINCT stream FROM (" + reads.sliceSql(slice, streamSql) + ")";
            copy(
                    connection,
                    folder,
                    "datastreams",
                    "SELECT * EXCLUDE key FROM datastream WHERE key IN (" + streams + ") ORDER BY id");
            copy(connection, folder, "properties", "SELECT * FROM property ORDER BY id");
            copy(connection, folder, "categories", "SELECT * FROM category ORDER BY property, value");
            copy(connection, folder, "datasets", "SELECT * FROM dataset ORDER BY id");
            copy(connection, folder, "imports", "SELECT * FROM import ORDER BY id");
            copy(connection, folder, "features", """
                    SELECT id, arg_max(ko, import) AS ko, arg_max(en, import) AS en, arg_max(geometry, import) AS geometry,
                      arg_max(attributes, import) AS attributes FROM feature_version
                    WHERE id IN (SELECT feature FROM datastream WHERE key IN (%s)) GROUP BY id ORDER BY id""".formatted(streams));
            return rows;
        });
    }

    long writeFile(Slice slice, Path file) {
        return selection.restricted(
                selection.keys(slice),
                (connection, streamSql) -> copyCounted(connection, observations(slice, streamSql, null, ""), file, ""));
    }

    private String observations(Slice slice, String streamSql, @Nullable String month, String order) {
        return """
                SELECT d.id AS datastream, d.feature, d.dataset, d.property, d.unit, to_timestamp(o.start_s) AS phenomenon_time_start,
                  to_timestamp(o.end_s) AS phenomenon_time_end, to_timestamp(o.at_us / 1000000) AS result_time, o.value,
                  %s AS quality, o.flags%s
                FROM (%s) o JOIN datastream d ON d.key = o.stream ORDER BY %s d.id, o.start_s""".formatted(
                QualitySql.of("o.flags"), month == null ? "" : ", " + month, reads.sliceSql(slice, streamSql), order);
    }

    private static long copyCounted(DuckDBConnection connection, String query, Path to, String options)
            throws SQLException {
        try (Statement sql = connection.createStatement()) {
            return sql.executeLargeUpdate(
                    "COPY (%s) TO '%s' (FORMAT parquet, %sCOMPRESSION zstd)".formatted(query, quoted(to), options));
        }
    }

    private static void copy(DuckDBConnection connection, Path folder, String name, String query) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, quoted(folder.resolve(name + ".parquet"))));
        }
    }

    static String quoted(Path path) {
        return path.toAbsolutePath().toString().replace("'", "''");
    }

    static void requireEmpty(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> content = Files.list(folder)) {
                    if (content.findAny().isPresent()) {
                        throw new StoreException(
                                folder + ": expected an empty folder or none, found one with files in it");
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException("%s: expected a folder that can be written, found %s".formatted(folder, e), e);
        }
    }
}
