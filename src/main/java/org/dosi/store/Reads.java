package org.dosi.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dosi.model.Datastream;
import org.dosi.model.TimeWindow;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// The questions that the store answers with values, each one SQL statement.
final class Reads {
    /// Calendar steps vary: the longest quarter is a little longer than the mean one.
    private static final double LONGEST_STEP = 1.02;

    private final Connections connections;
    private final Selection selection;
    private final Supplier<Directory> directory;

    Reads(Connections connections, Selection selection, Supplier<Directory> directory) {
        this.connections = connections;
        this.selection = selection;
        this.directory = directory;
    }

    void scan(Slice slice, ObservationVisitor visitor) {
        selection.restricted(selection.keys(slice), (connection, streamSql) -> {
            String sql = "SELECT o.stream, o.start_s, o.end_s, o.at_us, o.value, o.flags FROM ("
                    + sliceSql(slice, streamSql) + ") o JOIN datastream d ON d.key = o.stream ORDER BY d.id, o.start_s";
            KnownRows.forEach(
                    connection,
                    sql,
                    directory,
                    (stream, chunk, row) -> visitor.visit(
                            stream,
                            chunk.vector(1).getLong(row),
                            chunk.vector(2).getLong(row),
                            chunk.vector(3).getLong(row),
                            chunk.vector(4).getDouble(row),
                            chunk.vector(5).getInt(row)));
            return true;
        });
    }

    /// The rows of a slice with their result time `at_us`: the latest, or the latest known at `asOf`.
    String sliceSql(Slice slice, String streamSql) {
        String where = "%s AND %s AND %s"
                .formatted(streamSql, Selection.windowSql(slice.window()), Selection.goodSql(slice.flagged()));
        String columns = "o.stream, o.start_s, o.end_s, o.value, o.flags, i.at_us";
        Instant asOf = slice.asOf();
        if (asOf == null) {
            return "SELECT %s FROM observation o JOIN import i ON i.id = o.import WHERE %s".formatted(columns, where);
        }
        // A flagged value that was good before must not let the good one shine through: choose first, then
        // leave out.
        return """
                SELECT * FROM (
                  SELECT %s FROM (SELECT * FROM observation UNION ALL SELECT * FROM superseded) o
                  JOIN import i ON i.id = o.import
                  WHERE i.at_us <= %d AND %s AND %s
                  QUALIFY row_number() OVER (PARTITION BY o.stream, o.start_s ORDER BY i.at_us DESC) = 1) o
                WHERE %s""".formatted(
                        columns,
                        Times.micros(asOf),
                        streamSql,
                        Selection.windowSql(slice.window()),
                        Selection.goodSql(slice.flagged()));
    }

    List<ValueAt> valuesAt(String property, @Nullable String collection, long at, boolean flagged) {
        int[] keys = selection.keys(property, collection);
        long back = (long) (selection.longestStep(keys).meanSeconds() * LONGEST_STEP);
        Columns rows = selection.restricted(
                keys,
                (connection, streamSql) -> ColumnReader.read(
                        connection, """
                SELECT o.stream, o.start_s, o.end_s, o.value, o.flags FROM observation o
                WHERE o.start_s <= %d AND o.start_s > %d AND (o.end_s > %d OR o.end_s = o.start_s) AND %s AND %s
                ORDER BY o.stream, o.start_s""".formatted(at, at - back, at, streamSql, Selection.goodSql(flagged))));
        List<ValueAt> values = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean lastOfStream = i + 1 == rows.size() || rows.datastream()[i + 1] != rows.datastream()[i];
            Datastream stream = directory.get().find(rows.datastream()[i]);
            if (stream == null || !lastOfStream) {
                continue;
            }
            if (rows.endSeconds()[i] > at
                    || at - rows.startSeconds()[i] < stream.step().meanSeconds()) {
                values.add(value(stream, rows, i));
            }
        }
        return values;
    }

    private static ValueAt value(Datastream stream, Columns rows, int i) {
        return new ValueAt(stream, rows.startSeconds()[i], rows.endSeconds()[i], rows.value()[i], rows.flags()[i]);
    }

    private List<ValueAt> values(Columns rows) {
        List<ValueAt> values = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Datastream stream = directory.get().find(rows.datastream()[i]);
            if (stream != null) {
                values.add(value(stream, rows, i));
            }
        }
        return values;
    }

    List<ValueAt> latest(String property, @Nullable String collection, boolean flagged) {
        return values(selection.restricted(
                selection.keys(property, collection),
                (connection, streamSql) ->
                        ColumnReader.read(connection, """
                SELECT o.stream, max(o.start_s), arg_max(o.end_s, o.start_s), arg_max(o.value, o.start_s), arg_max(o.flags, o.start_s)
                FROM observation o WHERE %s AND %s GROUP BY o.stream ORDER BY o.stream""".formatted(streamSql, Selection.goodSql(flagged)))));
    }

    List<ValueAt> aggregate(
            String property, @Nullable String collection, TimeWindow window, Aggregate aggregate, boolean flagged) {
        String function = switch (aggregate) {
            case MEAN -> "avg(o.value)";
            case MIN -> "min(o.value)";
            case MAX -> "max(o.value)";
            case SUM -> "sum(o.value)";
            case COUNT -> "count(*)::DOUBLE";
        };
        return values(selection.restricted(
                selection.keys(property, collection),
                (connection, streamSql) -> ColumnReader.read(connection, """
                SELECT o.stream, min(o.start_s), max(o.end_s), %s, bit_or(o.flags)
                FROM observation o WHERE %s AND %s AND %s GROUP BY o.stream ORDER BY o.stream""".formatted(
                                function, Selection.windowSql(window), streamSql, Selection.goodSql(flagged)))));
    }

    Thinned thinProperty(String property, @Nullable String collection, TimeWindow window, int buckets) {
        int[] keys = selection.keys(property, collection);
        long step = selection.longestStep(keys).meanSeconds();
        return selection.restricted(
                keys, (connection, streamSql) -> thin(connection, streamSql, step, window, buckets));
    }

    Thinned thin(String streamSql, long stepSeconds, TimeWindow window, int buckets) {
        return connections.read(connection -> thin(connection, streamSql, stepSeconds, window, buckets));
    }

    private static Thinned thin(
            DuckDBConnection connection, String streamSql, long stepSeconds, TimeWindow window, int buckets)
            throws SQLException {
        long from = Selection.ceilSeconds(window.from());
        long span = Selection.ceilSeconds(window.to()) - from;
        // A whole number of steps, so that no bucket is thinner than its neighbours.
        long wanted = Math.max(1, Math.ceilDiv(Math.ceilDiv(span, Math.max(1, buckets)), stepSeconds));
        long bucket = wanted * stepSeconds;
        List<long[]> place = new ArrayList<>();
        List<double[]> value = new ArrayList<>();
        String sql = """
                SELECT (o.start_s - %d) // %d AS bucket, min(o.value), avg(o.value), max(o.value), count(*)
                FROM observation o WHERE %s AND %s AND o.flags = 0 GROUP BY bucket ORDER BY bucket""".formatted(from, bucket, Selection.windowSql(window), streamSql);
        try (DuckDBPreparedStatement query = connection.prepare(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                place.add(new long[] {from + row.getLong(1) * bucket, row.getLong(5)});
                value.add(new double[] {row.getDouble(2), row.getDouble(3), row.getDouble(4)});
            }
        }
        return new Thinned(
                bucket,
                place.stream().mapToLong(p -> p[0]).toArray(),
                value.stream().mapToDouble(v -> v[0]).toArray(),
                value.stream().mapToDouble(v -> v[1]).toArray(),
                value.stream().mapToDouble(v -> v[2]).toArray(),
                place.stream().mapToLong(p -> p[1]).toArray());
    }

    List<ValueAt> listFlagged(int key, TimeWindow window, int limit) {
        return values(connections.read(
                connection -> ColumnReader.read(connection, """
                SELECT o.stream, o.start_s, o.end_s, o.value, o.flags FROM observation o
                WHERE o.stream = %d AND %s AND o.flags <> 0 ORDER BY o.start_s LIMIT %d""".formatted(key, Selection.windowSql(window), limit))));
    }

    Frames frames(String property, @Nullable String collection, long start, long stepSeconds, int steps) {
        int[] keys = selection.keys(property, collection);
        long end = start + stepSeconds * steps;
        long back = (long) (selection.longestStep(keys).meanSeconds() * LONGEST_STEP);
        Columns rows = selection.restricted(
                keys,
                (connection, streamSql) ->
                        ColumnReader.read(connection, """
                SELECT o.stream, o.start_s, o.end_s, o.value, o.flags FROM observation o
                WHERE o.start_s < %d AND o.start_s > %d AND (o.end_s > %d OR o.start_s >= %d) AND %s AND o.flags = 0""".formatted(end, start - back, start, start, streamSql)));
        List<Datastream> streams = new ArrayList<>();
        Map<Integer, Integer> column = new HashMap<>();
        for (int key : keys) {
            Datastream stream = directory.get().find(key);
            if (stream != null) {
                column.put(key, streams.size());
                streams.add(stream);
            }
        }
        return new Frames(streams, start, stepSeconds, steps, new FrameSum(start, stepSeconds, steps, column).of(rows));
    }

    List<ProfileGroup> profile(String property, @Nullable Integer key, TimeWindow window, Cycle by, ZoneId zone) {
        int[] keys = key == null ? selection.keys(property, null) : new int[] {key};
        String local = "(start_s + " + Times.offsetSql(zone, window) + ")";
        // 1970-01-01 was a Thursday, the fourth day of the week.
        String group = switch (by) {
            case HOUR -> "(" + local + " // 3600) % 24";
            case WEEKDAY -> "(" + local + " // 86400 + 3) % 7 + 1";
            case MONTH -> "month(make_timestamp(" + local + " * 1000000))";
        };
        return selection.restricted(keys, (connection, streamSql) -> {
            List<ProfileGroup> groups = new ArrayList<>();
            String sql = """
                    SELECT %s AS g, count(*), avg(o.value), quantile_cont(o.value, [0.25, 0.5, 0.75])
                    FROM observation o WHERE %s AND %s AND o.flags = 0 GROUP BY g ORDER BY g""".formatted(group, Selection.windowSql(window), streamSql);
            try (DuckDBPreparedStatement query = connection.prepare(sql);
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Object[] quartile = (Object[]) row.getArray(4).getArray();
                    groups.add(new ProfileGroup(
                            row.getInt(1),
                            row.getLong(2),
                            row.getDouble(3),
                            (double) quartile[0],
                            (double) quartile[1],
                            (double) quartile[2]));
                }
            }
            return groups;
        });
    }
}
