package org.dosi.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.BitSet;
import org.dosi.model.Flag;
import org.duckdb.DuckDBConnection;

/// The observations of one import: compares them with what is known and writes what is new. Belongs to the
/// writer's open transaction.
final class BatchRows {
    /// Flags that only a publisher states: where a new edition states others, it corrects the old one. What our
    /// own rules found is no statement of the publisher's.
    private static final int PUBLISHERS_FLAGS = Flag.STATUS_CALIBRATION.mask()
            | Flag.STATUS_ABNORMAL.mask()
            | Flag.STATUS_POWER_OFF.mask()
            | Flag.STATUS_REPAIR.mask()
            | Flag.STATUS_ABNORMAL_DATA.mask();

    /// Rows are written in the order of about a month, then stream, then time: see [Schema].
    private static final long MONTH_SECONDS = 30 * 86_400L;

    private final DuckDBConnection connection;
    private final Staging staging;
    private final int importId;
    private final boolean gapsFilled;
    private final int knownStreams;
    private final BitSet filled = new BitSet();
    private boolean wrote;

    /// @param gapsFilled see [ImportHead#gapsFilled]
    /// @param knownStreams keys from here on are of datastreams that this import tells of first
    BatchRows(DuckDBConnection connection, Staging staging, int importId, boolean gapsFilled, int knownStreams) {
        this.connection = connection;
        this.staging = staging;
        this.importId = importId;
        this.gapsFilled = gapsFilled;
        this.knownStreams = knownStreams;
    }

    /// Whether any observation was stored.
    boolean wrote() {
        return wrote;
    }

    /// Whether any observation of this datastream was stored.
    boolean hasFilled(int datastream) {
        return filled.get(datastream);
    }

    /// As [Batch#write] has it.
    Batch.Fate[] write(Columns columns) throws SQLException {
        Batch.Fate[] fate = new Batch.Fate[columns.size()];
        Arrays.fill(fate, Batch.Fate.NEW);
        if (mayBeKnown(columns)) {
            compare(columns, fate);
            attest(columns, fate);
            supersede(columns, fate);
        }
        insert(columns, fate);
        return fate;
    }

    private boolean mayBeKnown(Columns columns) {
        if (wrote) {
            return true;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.datastream()[i] < knownStreams) {
                return true;
            }
        }
        return false;
    }

    private void compare(Columns columns, Batch.Fate[] fate) throws SQLException {
        int handle = staging.hold(columns);
        String sql =
                "SELECT n.row, o.end_s, o.value, o.flags, o.import FROM observation o JOIN staged(%d) n ON o.stream = n.stream AND o.start_s = n.start_s WHERE o.start_s BETWEEN %d AND %d"
                        .formatted(handle, least(columns), greatest(columns));
        try (var query = connection.prepare(sql);
                var result = query.query()) {
            while (result.nextChunk()) {
                var chunk = result.chunk();
                for (long i = 0; i < chunk.rowCount(); i++) {
                    int row = chunk.vector(0).getInt(i);
                    boolean same = chunk.vector(1).getLong(i) == columns.endSeconds()[row]
                            && chunk.vector(2).getDouble(i) == columns.value()[row]
                            && agrees(
                                    columns.statedFlags()[row], chunk.vector(3).getInt(i));
                    boolean ours = chunk.vector(4).getInt(i) == importId;
                    fate[row] = ours
                            ? (same ? Batch.Fate.REPEATED : Batch.Fate.CONTRADICTED)
                            : (same ? Batch.Fate.UNCHANGED : Batch.Fate.CORRECTED);
                }
            }
        } finally {
            staging.release(handle);
        }
    }

    private static boolean agrees(int stated, int flags) {
        return stated < 0 || (flags & (PUBLISHERS_FLAGS | stated)) == stated;
    }

    private static long least(Columns columns) {
        return Arrays.stream(columns.startSeconds(), 0, columns.size()).min().orElse(0);
    }

    private static long greatest(Columns columns) {
        return Arrays.stream(columns.startSeconds(), 0, columns.size()).max().orElse(0);
    }

    private void attest(Columns columns, Batch.Fate[] fate) throws SQLException {
        Columns unchanged = select(columns, fate, columns.flags(), Batch.Fate.UNCHANGED, Batch.Fate.UNCHANGED);
        if (unchanged.size() > 0) {
            String told =
                    "INSERT INTO attested SELECT n.stream, n.start_s, %d, o.import, n.flags FROM staged(%d) n JOIN observation o ON o.stream = n.stream AND o.start_s = n.start_s WHERE o.start_s BETWEEN %d AND %d";
            withStaged(
                    unchanged,
                    (sql, handle) -> sql.execute(told.formatted(importId, handle, least(columns), greatest(columns))));
        }
    }

    private void supersede(Columns columns, Batch.Fate[] fate) throws SQLException {
        Columns corrected = select(columns, fate, columns.flags(), Batch.Fate.CORRECTED, Batch.Fate.CORRECTED);
        if (corrected.size() > 0) {
            withStaged(corrected, (sql, handle) -> {
                sql.execute(
                        "INSERT INTO superseded SELECT o.* FROM observation o JOIN staged(%d) n ON o.stream = n.stream AND o.start_s = n.start_s"
                                .formatted(handle));
                sql.execute(
                        "DELETE FROM observation o USING staged(%d) n WHERE o.stream = n.stream AND o.start_s = n.start_s"
                                .formatted(handle));
            });
        }
    }

    private void insert(Columns columns, Batch.Fate[] fate) throws SQLException {
        int[] flags = columns.flags();
        if (gapsFilled) {
            flags = flags.clone();
            for (int i = 0; i < columns.size(); i++) {
                if (fate[i] == Batch.Fate.CORRECTED) {
                    flags[i] |= Flag.EDITIONS_DIFFER.mask();
                }
            }
        }
        Columns fresh = select(columns, fate, flags, Batch.Fate.NEW, Batch.Fate.CORRECTED);
        if (fresh.size() == 0) {
            return;
        }
        for (int i = 0; i < fresh.size(); i++) {
            filled.set(fresh.datastream()[i]);
        }
        withStaged(
                fresh,
                (sql, handle) -> sql.execute(
                        "INSERT INTO observation SELECT stream, start_s, end_s, value, flags, %d FROM staged(%d) ORDER BY start_s // %d, stream, start_s"
                                .formatted(importId, handle, MONTH_SECONDS)));
        wrote = true;
    }

    /// The rows with one of two fates, `flags` in the place of their flags.
    private static Columns select(Columns from, Batch.Fate[] fate, int[] flags, Batch.Fate one, Batch.Fate other) {
        int size = 0;
        for (Batch.Fate each : fate) {
            size += each == one || each == other ? 1 : 0;
        }
        Columns to = new Columns(
                size, new int[size], new long[size], new long[size], new double[size], new int[0], new int[size]);
        int next = 0;
        for (int i = 0; i < from.size(); i++) {
            if (fate[i] == one || fate[i] == other) {
                to.datastream()[next] = from.datastream()[i];
                to.startSeconds()[next] = from.startSeconds()[i];
                to.endSeconds()[next] = from.endSeconds()[i];
                to.value()[next] = from.value()[i];
                to.flags()[next] = flags[i];
                next++;
            }
        }
        return to;
    }

    private void withStaged(Columns columns, StagedWork work) throws SQLException {
        int handle = staging.hold(columns);
        try (Statement sql = connection.createStatement()) {
            work.run(sql, handle);
        } finally {
            staging.release(handle);
        }
    }

    @FunctionalInterface
    private interface StagedWork {
        void run(Statement sql, int handle) throws SQLException;
    }
}
