package org.dosi.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.TimeWindow;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The store on DuckDB. What lies on disk is written in [Schema].
///
/// Safe for any number of threads: readers see the last committed state, writers take turns.
final class DuckStore implements ObservationStore {
    static final String FILE = "city.duckdb";

    private final Path folder;
    private final FolderLock lock;
    private final Connections connections;
    private final Staging staging = new Staging();
    private final Selection selection;
    private final Reads reads;
    private final Counts counts;
    private final ImportReads importReads;
    /// One writer at a time; not a lock of its thread, since a batch may be closed by another one.
    private final Semaphore writing = new Semaphore(1, true);

    private final AtomicLong version = new AtomicLong();
    private volatile Directory directory;
    private volatile Summaries summaries = Summaries.NONE;
    private final Object counting = new Object();

    private DuckStore(Path folder, FolderLock lock, Connections connections, Directory directory) {
        this.folder = folder;
        this.lock = lock;
        this.connections = connections;
        this.directory = directory;
        this.selection = new Selection(connections, staging, this::directory);
        this.reads = new Reads(connections, selection, this::directory);
        this.counts = new Counts(connections, selection, this::directory);
        this.importReads = new ImportReads(connections);
    }

    static DuckStore open(Path folder) {
        FolderLock lock = FolderLock.take(folder);
        Connections connections = null;
        try {
            connections = Connections.open(folder.resolve(FILE), folder.resolve("tmp"));
            Schema.prepare(connections.root(), folder.toString());
            DuckStore store = new DuckStore(folder, lock, connections, DirectoryTables.read(connections.root()));
            store.staging.register(connections.root());
            return store;
        } catch (SQLException e) {
            closeAll(connections, lock);
            throw new StoreException("%s: %s".formatted(folder, Connections.firstLine(e)), e);
        } catch (StoreException e) {
            closeAll(connections, lock);
            throw e;
        }
    }

    private static void closeAll(@Nullable Connections connections, FolderLock lock) {
        if (connections != null) {
            connections.close();
        }
        lock.close();
    }

    // For the batch.

    DuckDBConnection writer() {
        return connections.root();
    }

    Directory directory() {
        return directory;
    }

    Staging staging() {
        return staging;
    }

    void changed(Directory next) {
        directory = next;
        summaries = Summaries.NONE;
        version.incrementAndGet();
    }

    void finished() {
        writing.release();
    }

    // What there is.

    @Override
    public List<Dataset> listDatasets() {
        return List.copyOf(directory.datasets().values());
    }

    @Override
    public Optional<Dataset> findDataset(String id) {
        return Optional.ofNullable(directory.datasets().get(id));
    }

    @Override
    public List<ObservedProperty> listProperties() {
        return List.copyOf(directory.properties().values());
    }

    @Override
    public Optional<ObservedProperty> findProperty(String id) {
        return Optional.ofNullable(directory.properties().get(id));
    }

    @Override
    public List<FeatureCollection> listCollections() {
        Map<String, FeatureCollection> known =
                FeatureCollection.listKnown().stream().collect(Collectors.toMap(FeatureCollection::id, c -> c));
        return directory.features().values().stream()
                .map(FeatureOfInterest::collection)
                .distinct()
                .sorted()
                .map(id -> known.getOrDefault(id, new FeatureCollection(id, Name.of(id))))
                .toList();
    }

    @Override
    public List<FeatureOfInterest> listFeatures(String collection) {
        return directory.features().values().stream()
                .filter(feature -> feature.collection().equals(collection))
                .sorted(Comparator.comparing(FeatureOfInterest::id))
                .toList();
    }

    @Override
    public Optional<FeatureOfInterest> findFeature(String id) {
        return Optional.ofNullable(directory.features().get(id));
    }

    @Override
    public List<FeatureOfInterest> listFeaturesOfDataset(String dataset) {
        return importReads.featureIds(dataset).stream()
                .map(directory.features()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public List<DatastreamSummary> listDatastreams() {
        return summaries().sorted();
    }

    @Override
    public List<DatastreamSummary> listDatastreams(String feature) {
        return summaries().byFeature().getOrDefault(feature, List.of());
    }

    @Override
    public Optional<DatastreamSummary> findDatastream(String id) {
        return Optional.ofNullable(summaries().byId().get(id));
    }

    /// Counting all observations takes a second for fifty million, so it is done once after each change,
    /// when asked for: by one thread, while the others wait for it.
    private Summaries summaries() {
        long wanted = version.get();
        Summaries current = summaries;
        return current.version() >= wanted ? current : count(wanted);
    }

    private Summaries count(long wanted) {
        synchronized (counting) {
            Summaries current = summaries;
            if (current.version() < wanted) {
                current = counts.summaries(version.get());
                summaries = current;
            }
            return current;
        }
    }

    @Override
    public List<ImportRecord> listImports() {
        return directory.imports();
    }

    @Override
    public long version() {
        return version.get();
    }

    @Override
    public Path folder() {
        return folder;
    }

    // Observations.

    @Override
    public void scan(Slice slice, ObservationVisitor visitor) {
        reads.scan(slice, visitor);
    }

    @Override
    public List<ValueAt> valuesAt(String property, @Nullable String collection, Instant at, boolean flagged) {
        return reads.valuesAt(property, collection, at.getEpochSecond(), flagged);
    }

    @Override
    public List<ValueAt> latest(String property, @Nullable String collection, boolean flagged) {
        return reads.latest(property, collection, flagged);
    }

    @Override
    public List<ValueAt> aggregate(
            String property, @Nullable String collection, TimeWindow window, Aggregate aggregate, boolean flagged) {
        return reads.aggregate(property, collection, window, aggregate, flagged);
    }

    @Override
    public Thinned thin(String datastream, TimeWindow window, int buckets) {
        Directory known = directory;
        Integer key = known.keys().get(datastream);
        if (key == null) {
            throw new StoreException("expected a datastream of this store, found " + datastream);
        }
        return reads.thin("o.stream = " + key, known.stream(key).step().meanSeconds(), window, buckets);
    }

    @Override
    public Thinned thinProperty(String property, @Nullable String collection, TimeWindow window, int buckets) {
        return reads.thinProperty(property, collection, window, buckets);
    }

    @Override
    public List<ValueAt> listFlagged(String datastream, TimeWindow window, int limit) {
        Integer key = directory.keys().get(datastream);
        return key == null ? List.of() : reads.listFlagged(key, window, limit);
    }

    @Override
    public Frames frames(String property, @Nullable String collection, Instant start, long stepSeconds, int steps) {
        return reads.frames(property, collection, start.getEpochSecond(), stepSeconds, steps);
    }

    @Override
    public List<ProfileGroup> profile(
            String property, @Nullable String datastream, TimeWindow window, Cycle by, ZoneId zone) {
        Integer key = datastream == null
                ? null
                : Objects.requireNonNull(directory.keys().get(datastream), datastream);
        return reads.profile(property, key, window, by, zone);
    }

    @Override
    public Map<String, int[]> countGoodByMonth(String dataset, YearMonth first, int months, ZoneId zone) {
        return counts.countGoodByMonth(dataset, first, months, zone);
    }

    @Override
    public List<FlagCount> countFlags(String dataset) {
        return counts.countFlags(dataset);
    }

    @Override
    public Issues listIssues(@Nullable String dataset, int limit, int offset) {
        return importReads.listIssues(dataset, limit, offset);
    }

    // Changing.

    @Override
    public Batch begin(ImportHead head) {
        waitForTurn();
        try {
            return new DuckBatch(this, head, Instant.now());
        } catch (RuntimeException e) {
            finished();
            throw e;
        }
    }

    @Override
    public ImportRecord remove(long importId) {
        waitForTurn();
        try {
            ImportRecord gone = directory.imports().stream()
                    .filter(record -> record.id() == importId)
                    .findFirst()
                    .orElseThrow(() ->
                            new StoreException("expected the number of an import in the store, found " + importId));
            changed(Removal.remove(connections.root(), directory, gone));
            return gone;
        } finally {
            finished();
        }
    }

    @Override
    public long exportParquet(Slice slice, Path folder) {
        return new ParquetFiles(reads, selection).writeFolder(slice, folder);
    }

    @Override
    public long writeParquet(Slice slice, Path file) {
        return new ParquetFiles(reads, selection).writeFile(slice, file);
    }

    @Override
    public void backup(Path folder) {
        waitForTurn();
        try {
            Backups.write(connections.root(), folder);
        } finally {
            finished();
        }
    }

    private void waitForTurn() {
        try {
            writing.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while another import was being stored", e);
        }
    }

    /// Even by a thread that was interrupted: an open store would keep its folder.
    @Override
    public void close() {
        writing.acquireUninterruptibly();
        try {
            connections.close();
        } finally {
            lock.close();
        }
    }
}
