package org.dosi.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.model.ObservedProperty;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// One import in one transaction of the writer's connection.
final class DuckBatch implements Batch {
    /// Flags that only a publisher states: where a new edition states others, it corrects the old one. What
    /// our own rules
    /// found is no statement of the publisher's.
    private static final int PUBLISHERS_FLAGS = Flag.STATUS_CALIBRATION.mask()
            | Flag.STATUS_ABNORMAL.mask()
            | Flag.STATUS_POWER_OFF.mask()
            | Flag.STATUS_REPAIR.mask()
            | Flag.STATUS_ABNORMAL_DATA.mask();

    private static final int ISSUES_HELD = 10_000;

    /// Rows are written in the order of about a month, then stream, then time: see [Schema].
    private static final long MONTH_SECONDS = 30 * 86_400L;

    private final DuckStore store;
    private final DuckDBConnection connection;
    private final Directory known;
    private final ImportHead head;
    private final int importId;
    private final Instant at;

    private final Map<String, Dataset> datasets = new TreeMap<>();
    private final Map<String, FeatureOfInterest> features = new LinkedHashMap<>();
    private final Map<String, Integer> newKeys = new HashMap<>();
    private final List<Datastream> newStreams = new ArrayList<>();
    private final BitSet filled = new BitSet();
    private final List<Issue> issues = new ArrayList<>();
    private long issueCount;
    private long learnt;
    private boolean wrote;
    private boolean open = true;

    DuckBatch(DuckStore store, ImportHead head, Instant now) {
        this.store = store;
        this.connection = store.writer();
        this.known = store.directory();
        this.head = head;
        datasets.put(head.dataset().id(), head.dataset());
        this.importId = Math.toIntExact(known.lastImport() + 1);
        long micros = Math.max(Times.micros(now), known.lastResultMicros() + 1);
        this.at = Times.ofMicros(micros);
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void dataset(Dataset dataset) {
        datasets.put(dataset.id(), dataset);
    }

    @Override
    public boolean feature(FeatureOfInterest told) {
        FeatureOfInterest before = features.get(told.id());
        FeatureOfInterest merged = before == null ? told : Directory.laidOver(before, told);
        features.put(told.id(), merged);
        FeatureOfInterest stored = known.features().get(told.id());
        boolean news = before == null && (stored == null || !same(Directory.laidOver(stored, merged), stored));
        if (news) {
            learnt++;
        }
        return news;
    }

    /// Record equality would compare geometries by identity of class and topology; coordinates decide here.
    private static boolean same(FeatureOfInterest a, FeatureOfInterest b) {
        boolean geometry = a.geometry() == null
                ? b.geometry() == null
                : b.geometry() != null && a.geometry().equalsExact(b.geometry());
        return geometry && a.name().equals(b.name()) && a.attributes().equals(b.attributes());
    }

    @Override
    public Optional<FeatureOfInterest> findFeature(String id) {
        FeatureOfInterest told = features.get(id);
        FeatureOfInterest stored = known.features().get(id);
        if (told == null || stored == null) {
            return Optional.ofNullable(told == null ? stored : told);
        }
        return Optional.of(Directory.laidOver(stored, told));
    }

    @Override
    public int datastream(Datastream datastream) {
        Integer key = known.keys().get(datastream.id());
        if (key != null && !known.stream(key).unit().equals(datastream.unit())) {
            throw new StoreException("%s: expected the unit %s of the datastream %s, found %s"
                    .formatted(head.file(), known.stream(key).unit(), datastream.id(), datastream.unit()));
        }
        if (key == null) {
            key = newKeys.get(datastream.id());
        }
        if (key == null) {
            key = known.byKey().size() + newStreams.size();
            newKeys.put(datastream.id(), key);
            newStreams.add(datastream);
        }
        return key;
    }

    @Override
    public Columns context(int[] datastreams, long fromSeconds, long toSeconds) {
        int asked = datastreams.length;
        Columns list = new Columns(
                asked, datastreams, new long[asked], new long[asked], new double[asked], new int[0], new int[asked]);
        int handle = store.staging().hold(list);
        try {
            return ColumnReader.read(
                    connection,
                    "SELECT stream, start_s, end_s, value, flags FROM observation WHERE stream IN (SELECT stream FROM staged(%d)) AND start_s >= %d AND start_s < %d ORDER BY stream, start_s"
                            .formatted(handle, fromSeconds, toSeconds));
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            store.staging().release(handle);
        }
    }

    @Override
    public Fate[] write(Columns columns) {
        Fate[] fate = new Fate[columns.size()];
        Arrays.fill(fate, Fate.NEW);
        int[] earlierImport = new int[columns.size()];
        try {
            if (mayBeKnown(columns)) {
                compare(columns, fate, earlierImport);
                attest(columns, fate, earlierImport);
                supersede(columns, fate);
            }
            insert(columns, fate);
        } catch (SQLException e) {
            throw failed(e);
        }
        return fate;
    }

    private boolean mayBeKnown(Columns columns) {
        if (wrote) {
            return true;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.datastream()[i] < known.byKey().size()) {
                return true;
            }
        }
        return false;
    }

    private void compare(Columns columns, Fate[] fate, int[] earlierImport) throws SQLException {
        int handle = store.staging().hold(columns);
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
                    earlierImport[row] = chunk.vector(4).getInt(i);
                    boolean ours = earlierImport[row] == importId;
                    fate[row] = ours
                            ? (same ? Fate.REPEATED : Fate.CONTRADICTED)
                            : (same ? Fate.UNCHANGED : Fate.CORRECTED);
                }
            }
        } finally {
            store.staging().release(handle);
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

    private void attest(Columns columns, Fate[] fate, int[] earlierImport) throws SQLException {
        Columns unchanged = select(columns, fate, earlierImport, Fate.UNCHANGED, Fate.UNCHANGED);
        if (unchanged.size() > 0) {
            withStaged(
                    unchanged,
                    (sql, handle) ->
                            sql.execute("INSERT INTO attested SELECT stream, start_s, %d, flags FROM staged(%d)"
                                    .formatted(importId, handle)));
        }
    }

    private void supersede(Columns columns, Fate[] fate) throws SQLException {
        Columns corrected = select(columns, fate, columns.flags(), Fate.CORRECTED, Fate.CORRECTED);
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

    private void insert(Columns columns, Fate[] fate) throws SQLException {
        int[] flags = columns.flags();
        if (head.gapsFilled()) {
            flags = flags.clone();
            for (int i = 0; i < columns.size(); i++) {
                if (fate[i] == Fate.CORRECTED) {
                    flags[i] |= Flag.ESTIMATED.mask();
                }
            }
        }
        Columns fresh = select(columns, fate, flags, Fate.NEW, Fate.CORRECTED);
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
    private static Columns select(Columns from, Fate[] fate, int[] flags, Fate one, Fate other) {
        int size = 0;
        for (Fate each : fate) {
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
        int handle = store.staging().hold(columns);
        try (Statement sql = connection.createStatement()) {
            work.run(sql, handle);
        } finally {
            store.staging().release(handle);
        }
    }

    @FunctionalInterface
    private interface StagedWork {
        void run(Statement sql, int handle) throws SQLException;
    }

    @Override
    public void issue(Issue issue) {
        issues.add(issue);
        issueCount++;
        if (issues.size() >= ISSUES_HELD) {
            writeIssues();
        }
    }

    @Override
    public long issueCount() {
        return issueCount;
    }

    private void writeIssues() {
        long number = issueCount - issues.size();
        try (DuckDBAppender rows = connection.createAppender("issue")) {
            for (Issue issue : issues) {
                rows.beginRow()
                        .append(importId)
                        .append((int) ++number)
                        .append(issue.place().file())
                        .append(issue.place().sheet())
                        .append(issue.place().line())
                        .append(issue.place().column())
                        .append(issue.element().name())
                        .append(issue.expected())
                        .append(issue.found())
                        .append(issue.observations())
                        .endRow();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        issues.clear();
    }

    @Override
    public ImportRecord commit(ImportCounts counts) {
        ImportRecord record = new ImportRecord(
                importId,
                head.source(),
                head.adapterVersion(),
                head.dataset().id(),
                head.file(),
                head.sha256(),
                head.bytes(),
                at,
                counts,
                issueCount);
        if (!wrote && learnt == 0 && cameBefore()) {
            return record;
        }
        writeIssues();
        Map<Integer, Datastream> used = new TreeMap<>();
        Map<String, ObservedProperty> newProperties = new TreeMap<>();
        for (int i = 0; i < newStreams.size(); i++) {
            int key = known.byKey().size() + i;
            if (filled.get(key)) {
                Datastream stream = newStreams.get(i);
                used.put(key, stream);
                for (ObservedProperty p = stream.property(); p != null; p = p.parent()) {
                    if (!known.properties().containsKey(p.id())) {
                        newProperties.put(p.id(), p);
                    }
                }
            }
        }
        try {
            DirectoryTables.appendDatasets(connection, datasets.values());
            DirectoryTables.append(connection, newProperties.values());
            DirectoryTables.append(connection, used);
            DirectoryTables.appendFeatures(connection, features.values(), importId);
            DirectoryTables.append(connection, record);
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
        store.changed(known.plus(datasets.values(), features.values(), used, record));
        return record;
    }

    private boolean cameBefore() {
        return known.imports().stream()
                .anyMatch(r -> r.sha256().equals(head.sha256()) && r.source().equals(head.source()));
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            store.finished();
        }
    }

    private StoreException failed(SQLException e) {
        return new StoreException("%s: could not be stored: %s".formatted(head.file(), Connections.firstLine(e)), e);
    }
}
