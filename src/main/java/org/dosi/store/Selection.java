package org.dosi.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.dosi.model.Datastream;
import org.dosi.model.Step;
import org.dosi.model.TimeWindow;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Which datastreams a question is about: as numbers, and as SQL over a table `o` of observations.
///
/// Ids never become SQL text: streams are chosen by number from the [Directory], and words are bound as parameters.
final class Selection {
    private final Connections connections;
    private final Staging staging;
    private final Supplier<Directory> directory;

    Selection(Connections connections, Staging staging, Supplier<Directory> directory) {
        this.connections = connections;
        this.staging = staging;
        this.directory = directory;
    }

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

    int[] keys(String property, @Nullable String collection) {
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

    /// Runs work with SQL that restricts `o.stream` to these keys. A run of consecutive keys becomes a range, which
    /// lets DuckDB skip rows by their zone maps; otherwise the keys are staged and joined.
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

    static String windowSql(TimeWindow window) {
        return "o.start_s >= %d AND o.start_s < %d".formatted(ceilSeconds(window.from()), ceilSeconds(window.to()));
    }

    static long ceilSeconds(Instant time) {
        return time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
    }

    static String goodSql(boolean flagged) {
        return flagged ? "TRUE" : "o.flags = 0";
    }

    Step longestStep(int[] keys) {
        Step longest = Step.MINUTES_5;
        for (int key : keys) {
            Datastream stream = directory.get().find(key);
            longest = stream != null && stream.step().compareTo(longest) > 0 ? stream.step() : longest;
        }
        return longest;
    }
}
