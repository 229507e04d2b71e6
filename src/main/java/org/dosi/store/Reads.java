package org.dosi.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dosi.model.Datastream;
import org.dosi.model.Issue;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;
import org.dosi.model.Step;
import org.dosi.model.TimeWindow;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// The questions that the store answers from its observations, each one SQL statement.
///
/// Ids never become SQL text: streams are chosen by number from the [Directory], and words are bound as
/// parameters.
final class Reads {
    /// Calendar steps vary: the longest quarter is a little longer than the mean one.
    private static final double LONGEST_STEP = 1.02;

    private final Connections connections;
    private final Staging staging;
    private final Supplier<Directory> directory;

    Reads(Connections connections, Staging staging, Supplier<Directory> directory) {
        this.connections = connections;
        this.staging = staging;
        this.directory = directory;
    }

    // Choosing datastreams.

    /// Keys of the datastreams that a slice speaks of, ascending; null for all of them.
    int @Nullable [] keys(Slice slice) {
        if (slice.dataset() == null
                && slice.property() == null
                && slice.feature() == null
                && slice.datastream() == null) {
            return null;
        }
        return select(stream -> (slice.dataset() == null || stream.dataset().equals(slice.dataset()))
                && (slice.property() == null || stream.property().id().equals(slice.property()))
                && (slice.feature() == null || stream.feature().equals(slice.feature()))
                && (slice.datastream() == null || stream.id().equals(slice.datastream())));
    }

    private int[] keys(String property, @Nullable String collection) {
        String prefix = collection == null ? "" : collection + ":";
        return select(stream ->
                stream.property().id().equals(property) && stream.feature().startsWith(prefix));
    }

    private int[] select(java.util.function.Predicate<Datastream> wanted) {
        List<@Nullable Datastream> all = directory.get().byKey();
        int[] keys = new int[all.size()];
        int size = 0;
        for (int key = 0; key < keys.length; key++) {
            Datastream stream = all.get(key);
            if (stream != null && wanted.test(stream)) {
                keys[size++] = key;
            }
        }
        return Arrays.copyOf(keys, size);
    }

    /// Runs work with SQL that restricts `o.stream` to these keys. A run of consecutive keys becomes a
    /// range, which lets
    /// DuckDB skip rows by their zone maps; otherwise the keys are staged and joined.
    <T> T restricted(int @Nullable [] keys, Restricted<T> work) {
        if (keys == null) {
            return connections.read(connection -> work.run(connection, "TRUE"));
        }
        if (keys.length == 0) {
            return connections.read(connection -> work.run(connection, "FALSE"));
        }
        String range = "o.stream BETWEEN %d AND %d".formatted(keys[0], keys[keys.length - 1]);
        if (keys[keys.length - 1] - keys[0] == keys.length - 1) {
            return connections.read(connection -> work.run(connection, range));
        }
        int n = keys.length;
        int handle =
                staging.hold(new Columns(n, keys, new long[n], new long[n], new double[n], new int[0], new int[n]));
        try {
            String sql = range + " AND o.stream IN (SELECT stream FROM staged(" + handle + "))";
            return connections.read(connection -> work.run(connection, sql));
        } finally {
            staging.release(handle);
        }
    }

    /// A question about some of the datastreams.
    @FunctionalInterface
    interface Restricted<T> {
        T run(DuckDBConnection connection, String streamSql) throws SQLException;
    }

    private static String windowSql(TimeWindow window) {
        return "o.start_s >= %d AND o.start_s < %d".formatted(ceilSeconds(window.from()), ceilSeconds(window.to()));
    }

    private static long ceilSeconds(Instant time) {
        return time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
    }

    private static String goodSql(boolean flagged) {
        return flagged ? "TRUE" : "o.flags = 0";
    }

    private Step longestStep(int[] keys) {
        Step longest = Step.MINUTES_5;
        for (int key : keys) {
            Step step = directory.get().stream(key).step();
            longest = step.compareTo(longest) > 0 ? step : longest;
        }
        return longest;
    }

    // Questions.

    Summaries summaries(long version) {
        List<DatastreamSummary> all = connections.read(connection -> {
            List<DatastreamSummary> list = new ArrayList<>();
            try (DuckDBPreparedStatement query = connection.prepare(
                            "SELECT stream, min(start_s), max(start_s), max(end_s), count(*), count(*) FILTER (flags <> 0) FROM observation GROUP BY stream");
                    var result = query.query()) {
                while (result.nextChunk()) {
                    var chunk = result.chunk();
                    for (long i = 0; i < chunk.rowCount(); i++) {
                        list.add(new DatastreamSummary(
                                directory.get().stream(chunk.vector(0).getInt(i)),
                                Instant.ofEpochSecond(chunk.vector(1).getLong(i)),
                                Instant.ofEpochSecond(chunk.vector(2).getLong(i)),
                                Instant.ofEpochSecond(chunk.vector(3).getLong(i)),
                                chunk.vector(4).getLong(i),
                                chunk.vector(5).getLong(i)));
                    }
                }
            }
            return list;
        });
        all.sort(Comparator.comparing(summary -> summary.datastream().id()));
        return new Summaries(
                version,
                List.copyOf(all),
                all.stream().collect(Collectors.toMap(s -> s.datastream().id(), s -> s)),
                all.stream().collect(Collectors.groupingBy(s -> s.datastream().feature())));
    }

    void scan(Slice slice, ObservationVisitor visitor) {
        restricted(keys(slice), (connection, streamSql) -> {
            String sql = "SELECT o.stream, o.start_s, o.end_s, o.at_us, o.value, o.flags FROM ("
                    + sliceSql(slice, streamSql) + ") o JOIN datastream d ON d.key = o.stream ORDER BY d.id, o.start_s";
            try (DuckDBPreparedStatement query = connection.prepare(sql);
                    var result = query.query()) {
                Directory known = directory.get();
                while (result.nextChunk()) {
                    var chunk = result.chunk();
                    for (long i = 0; i < chunk.rowCount(); i++) {
                        visitor.visit(
                                known.stream(chunk.vector(0).getInt(i)),
                                chunk.vector(1).getLong(i),
                                chunk.vector(2).getLong(i),
                                chunk.vector(3).getLong(i),
                                chunk.vector(4).getDouble(i),
                                chunk.vector(5).getInt(i));
                    }
                }
            }
            return true;
        });
    }

    /// The rows of a slice with their result time `at_us`: the latest, or the latest known at `asOf`.
    String sliceSql(Slice slice, String streamSql) {
        String where = "%s AND %s AND %s".formatted(streamSql, windowSql(slice.window()), goodSql(slice.flagged()));
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
                        columns, Times.micros(asOf), streamSql, windowSql(slice.window()), goodSql(slice.flagged()));
    }

    List<ValueAt> valuesAt(String property, @Nullable String collection, long at, boolean flagged) {
        int[] keys = keys(property, collection);
        long back = (long) (longestStep(keys).meanSeconds() * LONGEST_STEP);
        Columns rows = restricted(
                keys,
                (connection, streamSql) ->
                        ColumnReader.read(connection, """
                SELECT o.stream, o.start_s, o.end_s, o.value, o.flags FROM observation o
                WHERE o.start_s <= %d AND o.start_s > %d AND (o.end_s > %d OR o.end_s = o.start_s) AND %s AND %s
                ORDER BY o.stream, o.start_s""".formatted(at, at - back, at, streamSql, goodSql(flagged))));
        List<ValueAt> values = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean lastOfStream = i + 1 == rows.size() || rows.datastream()[i + 1] != rows.datastream()[i];
            Datastream stream = directory.get().stream(rows.datastream()[i]);
            boolean fresh = rows.endSeconds()[i] > at
                    || at - rows.startSeconds()[i] < stream.step().meanSeconds();
            if (lastOfStream && fresh) {
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
            values.add(value(directory.get().stream(rows.datastream()[i]), rows, i));
        }
        return values;
    }

    List<ValueAt> latest(String property, @Nullable String collection, boolean flagged) {
        return values(restricted(
                keys(property, collection),
                (connection, streamSql) -> ColumnReader.read(connection, """
                SELECT o.stream, max(o.start_s), arg_max(o.end_s, o.start_s), arg_max(o.value, o.start_s), arg_max(o.flags, o.start_s)
                FROM observation o WHERE %s AND %s GROUP BY o.stream ORDER BY o.stream""".formatted(streamSql, goodSql(flagged)))));
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
        return values(restricted(
                keys(property, collection),
                (connection, streamSql) -> ColumnReader.read(
                        connection, """
                SELECT o.stream, min(o.start_s), max(o.end_s), %s, bit_or(o.flags)
                FROM observation o WHERE %s AND %s AND %s GROUP BY o.stream ORDER BY o.stream""".formatted(function, windowSql(window), streamSql, goodSql(flagged)))));
    }

    Thinned thinProperty(String property, @Nullable String collection, TimeWindow window, int buckets) {
        int[] keys = keys(property, collection);
        long step = longestStep(keys).meanSeconds();
        return restricted(keys, (connection, streamSql) -> thin(connection, streamSql, step, window, buckets));
    }

    Thinned thin(String streamSql, long stepSeconds, TimeWindow window, int buckets) {
        return connections.read(connection -> thin(connection, streamSql, stepSeconds, window, buckets));
    }

    private static Thinned thin(
            DuckDBConnection connection, String streamSql, long stepSeconds, TimeWindow window, int buckets)
            throws SQLException {
        long from = ceilSeconds(window.from());
        long span = ceilSeconds(window.to()) - from;
        // A whole number of steps, so that no bucket is thinner than its neighbours.
        long wanted = Math.max(1, Math.ceilDiv(Math.ceilDiv(span, Math.max(1, buckets)), stepSeconds));
        long bucket = wanted * stepSeconds;
        List<long[]> place = new ArrayList<>();
        List<double[]> value = new ArrayList<>();
        String sql = """
                SELECT (o.start_s - %d) // %d AS bucket, min(o.value), avg(o.value), max(o.value), count(*)
                FROM observation o WHERE %s AND %s AND o.flags = 0 GROUP BY bucket ORDER BY bucket""".formatted(from, bucket, windowSql(window), streamSql);
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
                WHERE o.stream = %d AND %s AND o.flags <> 0 ORDER BY o.start_s LIMIT %d""".formatted(key, windowSql(window), limit))));
    }

    Frames frames(String property, @Nullable String collection, long start, long stepSeconds, int steps) {
        int[] keys = keys(property, collection);
        long end = start + stepSeconds * steps;
        long back = (long) (longestStep(keys).meanSeconds() * LONGEST_STEP);
        Columns rows = restricted(
                keys,
                (connection, streamSql) ->
                        ColumnReader.read(connection, """
                SELECT o.stream, o.start_s, o.end_s, o.value, o.flags FROM observation o
                WHERE o.start_s < %d AND o.start_s > %d AND (o.end_s > %d OR o.start_s >= %d) AND %s AND o.flags = 0""".formatted(end, start - back, start, start, streamSql)));
        List<Datastream> streams = new ArrayList<>();
        Map<Integer, Integer> column = new HashMap<>();
        for (int key : keys) {
            column.put(key, streams.size());
            streams.add(directory.get().stream(key));
        }
        return new Frames(streams, start, stepSeconds, steps, new FrameSum(start, stepSeconds, steps, column).of(rows));
    }

    List<ProfileGroup> profile(String property, @Nullable Integer key, TimeWindow window, Cycle by, ZoneId zone) {
        int[] keys = key == null ? keys(property, null) : new int[] {key};
        String local = "(start_s + " + Times.offsetSql(zone, window) + ")";
        // 1970-01-01 was a Thursday, the fourth day of the week.
        String group = switch (by) {
            case HOUR -> "(" + local + " // 3600) % 24";
            case WEEKDAY -> "(" + local + " // 86400 + 3) % 7 + 1";
            case MONTH -> "month(make_timestamp(" + local + " * 1000000))";
        };
        return restricted(keys, (connection, streamSql) -> {
            List<ProfileGroup> groups = new ArrayList<>();
            String sql = """
                    SELECT %s AS g, count(*), avg(o.value), quantile_cont(o.value, [0.25, 0.5, 0.75])
                    FROM observation o WHERE %s AND %s AND o.flags = 0 GROUP BY g ORDER BY g""".formatted(group, windowSql(window), streamSql);
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

    /// Rows come in chunks of columns: a data set may have a million pairs of datastream and month.
    Map<String, int[]> countGoodByMonth(String dataset, YearMonth first, int months, ZoneId zone) {
        long from = first.atDay(1).atStartOfDay(zone).toEpochSecond();
        long to = first.plusMonths(months).atDay(1).atStartOfDay(zone).toEpochSecond();
        String local = "make_timestamp((o.start_s + " + Times.offsetSql(zone, TimeWindow.ALL) + ") * 1000000)";
        long origin = first.getYear() * 12L + first.getMonthValue();
        String sql = """
                SELECT o.stream, (year(%1$s) * 12 + month(%1$s) - %2$d)::INTEGER AS m, count(*)::INTEGER
                FROM observation o WHERE o.flags = 0 AND o.start_s >= %3$d AND o.start_s < %4$d AND %5$s
                GROUP BY o.stream, m""";
        return restricted(keys(Slice.ALL.ofDataset(dataset)), (connection, streamSql) -> {
            Directory known = directory.get();
            int[][] byKey = new int[known.byKey().size()][];
            Map<String, int[]> counts = new HashMap<>();
            try (DuckDBPreparedStatement query = connection.prepare(sql.formatted(local, origin, from, to, streamSql));
                    var result = query.query()) {
                while (result.nextChunk()) {
                    var chunk = result.chunk();
                    for (long i = 0; i < chunk.rowCount(); i++) {
                        int key = chunk.vector(0).getInt(i);
                        if (byKey[key] == null) {
                            byKey[key] = new int[months];
                            counts.put(known.stream(key).id(), byKey[key]);
                        }
                        byKey[key][chunk.vector(1).getInt(i)] = chunk.vector(2).getInt(i);
                    }
                }
            }
            return counts;
        });
    }

    List<FlagCount> countFlags(String dataset) {
        return restricted(keys(Slice.ALL.ofDataset(dataset)), (connection, streamSql) -> {
            List<FlagCount> counts = new ArrayList<>();
            String sql = "SELECT o.stream, o.flags, count(*) FROM observation o WHERE o.flags <> 0 AND " + streamSql
                    + " GROUP BY o.stream, o.flags ORDER BY o.stream, o.flags";
            Directory known = directory.get();
            try (DuckDBPreparedStatement query = connection.prepare(sql);
                    var result = query.query()) {
                while (result.nextChunk()) {
                    var chunk = result.chunk();
                    for (long i = 0; i < chunk.rowCount(); i++) {
                        counts.add(new FlagCount(
                                known.stream(chunk.vector(0).getInt(i)).id(),
                                chunk.vector(1).getInt(i),
                                chunk.vector(2).getLong(i)));
                    }
                }
            }
            return counts;
        });
    }

    /// Ids of the features of which the imports of a data set told, sorted.
    List<String> featureIds(String dataset) {
        return connections.read(connection -> {
            List<String> ids = new ArrayList<>();
            try (DuckDBPreparedStatement query = connection.prepare(
                    "SELECT DISTINCT v.id FROM feature_version v JOIN import i ON i.id = v.import WHERE i.dataset = ? ORDER BY v.id")) {
                query.setString(1, dataset);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getString(1));
                    }
                }
            }
            return ids;
        });
    }

    Issues listIssues(@Nullable String dataset, int limit, int offset) {
        String from = "FROM issue s JOIN import i ON i.id = s.import WHERE ? IS NULL OR i.dataset = ?";
        return connections.read(connection -> {
            long total;
            long observations;
            try (DuckDBPreparedStatement count =
                    connection.prepare("SELECT count(*), coalesce(sum(s.observations), 0) " + from)) {
                count.setString(1, dataset);
                count.setString(2, dataset);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    total = row.getLong(1);
                    observations = row.getLong(2);
                }
            }
            List<Issues.Entry> page = new ArrayList<>();
            try (DuckDBPreparedStatement query = connection.prepare(
                    "SELECT s.import, i.dataset, s.file, s.sheet, s.line, s.field, s.element, s.expected, s.found, s.observations "
                            + from + " ORDER BY s.import DESC, s.number LIMIT " + limit + " OFFSET " + offset)) {
                query.setString(1, dataset);
                query.setString(2, dataset);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Place place = new Place(row.getString(3), row.getString(4), row.getLong(5), row.getString(6));
                        page.add(new Issues.Entry(
                                row.getLong(1),
                                row.getString(2),
                                new Issue(
                                        place,
                                        QualityElement.valueOf(row.getString(7)),
                                        row.getString(8),
                                        row.getString(9),
                                        row.getLong(10))));
                    }
                }
            }
            return new Issues(total, observations, page);
        });
    }

    static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
