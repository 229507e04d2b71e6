package org.dosi.store;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.dosi.model.Datastream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/// Reads the rows of a query whose first column is the number of a datastream.
///
/// A query sees the observations of its own moment, so it may meet datastreams that came or went a moment before:
/// those of which the directory does not know are left out. Rows come in chunks of columns: there may be millions.
final class KnownRows {

    private KnownRows() {}

    /// Takes row `row` of a chunk of columns.
    @FunctionalInterface
    interface Visitor {
        void visit(Datastream stream, DuckDBDataChunkReader chunk, long row) throws SQLException;
    }

    static void forEach(DuckDBConnection connection, String sql, Supplier<Directory> directory, Visitor visitor)
            throws SQLException {
        try (DuckDBPreparedStatement query = connection.prepare(sql);
                var result = query.query()) {
            Directory known = directory.get();
            while (result.nextChunk()) {
                var chunk = result.chunk();
                for (long row = 0; row < chunk.rowCount(); row++) {
                    Datastream stream = known.find(chunk.vector(0).getInt(row));
                    if (stream != null) {
                        visitor.visit(stream, chunk, row);
                    }
                }
            }
        }
    }
}
