package org.dosi.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.ObservedProperty;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// One import in one transaction of the writer's connection.
final class DuckBatch implements Batch {
    private static final int ISSUES_HELD = 10_000;

    private final DuckStore store;
    private final DuckDBConnection connection;
    private final Directory known;
    private final ImportHead head;
    private final int importId;
    private final Instant at;

    private final BatchRows rows;
    private final Map<String, Dataset> datasets = new TreeMap<>();
    private final Map<String, FeatureOfInterest> features = new LinkedHashMap<>();
    private final Map<String, Integer> newKeys = new HashMap<>();
    private final List<Datastream> newStreams = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private long issueCount;
    private long learnt;
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
        this.rows = new BatchRows(
                connection,
                store.staging(),
                importId,
                head.gapsFilled(),
                known.byKey().size());
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
        try {
            return rows.write(columns);
        } catch (SQLException e) {
            throw failed(e);
        }
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
        try (DuckDBAppender table = connection.createAppender("issue")) {
            for (Issue issue : issues) {
                table.beginRow()
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
        if (!rows.wrote() && learnt == 0 && cameBefore()) {
            return record;
        }
        writeIssues();
        Map<Integer, Datastream> used = new TreeMap<>();
        Map<String, ObservedProperty> newProperties = new TreeMap<>();
        for (int i = 0; i < newStreams.size(); i++) {
            int key = known.byKey().size() + i;
            if (rows.hasFilled(key)) {
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
