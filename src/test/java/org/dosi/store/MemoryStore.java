package org.dosi.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.model.ObservedProperty;
import org.dosi.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/// A store of lists, slow and obvious, for the tests of the rooms that read one.
public final class MemoryStore implements ObservationStore {
    private final Map<String, Dataset> datasets = new TreeMap<>();
    private final Map<String, FeatureOfInterest> features = new TreeMap<>();
    private final Map<String, Datastream> datastreams = new TreeMap<>();
    private final Map<String, TreeMap<Long, Row>> rows = new HashMap<>();
    private final List<ImportRecord> imports = new ArrayList<>();
    private final List<Issues.Entry> issues = new ArrayList<>();
    private final AtomicLong version = new AtomicLong(1);

    private record Row(long start, long end, double value, int flags) {}

    public MemoryStore add(Dataset dataset) {
        datasets.put(dataset.id(), dataset);
        version.incrementAndGet();
        return this;
    }

    public MemoryStore add(FeatureOfInterest feature) {
        features.put(feature.id(), feature);
        version.incrementAndGet();
        return this;
    }

    public MemoryStore add(ImportRecord record) {
        imports.add(record);
        version.incrementAndGet();
        return this;
    }

    public MemoryStore add(long importId, String dataset, Issue issue) {
        issues.add(new Issues.Entry(importId, dataset, issue));
        version.incrementAndGet();
        return this;
    }

    public MemoryStore add(Datastream datastream, Instant start, Instant end, double value, Flag... flags) {
        datastreams.put(datastream.id(), datastream);
        rows.computeIfAbsent(datastream.id(), _ -> new TreeMap<>())
                .put(
                        start.getEpochSecond(),
                        new Row(start.getEpochSecond(), end.getEpochSecond(), value, Flag.bits(Arrays.asList(flags))));
        version.incrementAndGet();
        return this;
    }

    @Override
    public List<Dataset> listDatasets() {
        return List.copyOf(datasets.values());
    }

    @Override
    public Optional<Dataset> findDataset(String id) {
        return Optional.ofNullable(datasets.get(id));
    }

    @Override
    public List<ObservedProperty> listProperties() {
        return datastreams.values().stream()
                .map(Datastream::property)
                .distinct()
                .sorted(Comparator.comparing(ObservedProperty::id))
                .toList();
    }

    @Override
    public Optional<ObservedProperty> findProperty(String id) {
        return listProperties().stream()
                .filter(property -> property.id().equals(id))
                .findFirst();
    }

    @Override
    public List<FeatureCollection> listCollections() {
        return FeatureCollection.listKnown().stream()
                .filter(collection -> !listFeatures(collection.id()).isEmpty())
                .sorted(Comparator.comparing(FeatureCollection::id))
                .toList();
    }

    @Override
    public List<FeatureOfInterest> listFeatures(String collection) {
        return features.values().stream()
                .filter(feature -> feature.collection().equals(collection))
                .toList();
    }

    @Override
    public Optional<FeatureOfInterest> findFeature(String id) {
        return Optional.ofNullable(features.get(id));
    }

    @Override
    public List<DatastreamSummary> listDatastreams() {
        return datastreams.values().stream().map(this::summary).toList();
    }

    @Override
    public List<DatastreamSummary> listDatastreams(String feature) {
        return listDatastreams().stream()
                .filter(summary -> summary.datastream().feature().equals(feature))
                .toList();
    }

    @Override
    public Optional<DatastreamSummary> findDatastream(String id) {
        return Optional.ofNullable(datastreams.get(id)).map(this::summary);
    }

    private DatastreamSummary summary(Datastream datastream) {
        NavigableMap<Long, Row> own = rows(datastream.id());
        return new DatastreamSummary(
                datastream,
                Instant.ofEpochSecond(own.firstKey()),
                Instant.ofEpochSecond(own.lastEntry().getValue().end),
                own.size(),
                own.values().stream().filter(row -> row.flags != 0).count());
    }

    private NavigableMap<Long, Row> rows(String datastream) {
        return Objects.requireNonNull(rows.get(datastream));
    }

    @Override
    public List<ImportRecord> listImports() {
        return List.copyOf(imports);
    }

    @Override
    public long version() {
        return version.get();
    }

    @Override
    public void scan(Slice slice, ObservationVisitor visitor) {
        for (Datastream stream : datastreams.values()) {
            if (fits(slice.dataset(), stream.dataset())
                    && fits(slice.property(), stream.property().id())
                    && fits(slice.feature(), stream.feature())
                    && fits(slice.datastream(), stream.id())) {
                for (Row row : in(stream, slice.window(), slice.flagged())) {
                    visitor.visit(stream, row.start, row.end, 0, row.value, row.flags);
                }
            }
        }
    }

    private static boolean fits(@Nullable String wanted, String found) {
        return wanted == null || wanted.equals(found);
    }

    private List<Row> in(Datastream stream, TimeWindow window, boolean flagged) {
        return rows(stream.id())
                .subMap(window.from().getEpochSecond(), window.to().getEpochSecond())
                .values()
                .stream()
                .filter(row -> flagged || row.flags == 0)
                .toList();
    }

    private List<Datastream> streams(String property, @Nullable String collection) {
        return datastreams.values().stream()
                .filter(stream -> stream.property().id().equals(property))
                .filter(stream -> collection == null || stream.feature().startsWith(collection + ":"))
                .toList();
    }

    @Override
    public List<ValueAt> valuesAt(String property, @Nullable String collection, Instant at, boolean flagged) {
        long time = at.getEpochSecond();
        return last(
                property,
                collection,
                flagged,
                (stream, row) -> row.start <= time
                        && (row.end > time
                                || (row.end == row.start
                                        && time - row.start <= stream.step().meanSeconds())));
    }

    @Override
    public List<ValueAt> latest(String property, @Nullable String collection, boolean flagged) {
        return last(property, collection, flagged, (_, _) -> true);
    }

    private interface Wanted {
        boolean test(Datastream stream, Row row);
    }

    private List<ValueAt> last(String property, @Nullable String collection, boolean flagged, Wanted wanted) {
        List<ValueAt> values = new ArrayList<>();
        for (Datastream stream : streams(property, collection)) {
            rows(stream.id()).descendingMap().values().stream()
                    .filter(row -> flagged || row.flags == 0)
                    .filter(row -> wanted.test(stream, row))
                    .findFirst()
                    .ifPresent(row -> values.add(new ValueAt(stream, row.start, row.end, row.value, row.flags)));
        }
        return values;
    }

    @Override
    public List<ValueAt> aggregate(
            String property, @Nullable String collection, TimeWindow window, Aggregate aggregate, boolean flagged) {
        List<ValueAt> values = new ArrayList<>();
        for (Datastream stream : streams(property, collection)) {
            List<Row> own = in(stream, window, flagged);
            if (!own.isEmpty()) {
                var all = own.stream().mapToDouble(Row::value).summaryStatistics();
                double value = switch (aggregate) {
                    case MEAN -> all.getAverage();
                    case MIN -> all.getMin();
                    case MAX -> all.getMax();
                    case SUM -> all.getSum();
                    case COUNT -> all.getCount();
                };
                values.add(new ValueAt(stream, own.getFirst().start, own.getLast().end, value, 0));
            }
        }
        return values;
    }

    @Override
    public Thinned thin(String datastream, TimeWindow window, int buckets) {
        return thin(in(Objects.requireNonNull(datastreams.get(datastream)), window, false), window, buckets);
    }

    @Override
    public Thinned thinProperty(String property, @Nullable String collection, TimeWindow window, int buckets) {
        List<Row> all = new ArrayList<>();
        streams(property, collection).forEach(stream -> all.addAll(in(stream, window, false)));
        return thin(all, window, buckets);
    }

    private static Thinned thin(List<Row> rows, TimeWindow window, int buckets) {
        long from = window.from().getEpochSecond();
        long length = Math.max(1, Math.ceilDiv(window.to().getEpochSecond() - from, buckets));
        TreeMap<Long, java.util.DoubleSummaryStatistics> found = new TreeMap<>();
        rows.forEach(row -> found.computeIfAbsent(
                        from + (row.start - from) / length * length, _ -> new java.util.DoubleSummaryStatistics())
                .accept(row.value));
        return new Thinned(
                length,
                found.keySet().stream().mapToLong(Long::longValue).toArray(),
                found.values().stream().mapToDouble(s -> s.getMin()).toArray(),
                found.values().stream().mapToDouble(s -> s.getAverage()).toArray(),
                found.values().stream().mapToDouble(s -> s.getMax()).toArray(),
                found.values().stream().mapToLong(s -> s.getCount()).toArray());
    }

    @Override
    public List<ValueAt> listFlagged(String datastream, TimeWindow window, int limit) {
        Datastream stream = Objects.requireNonNull(datastreams.get(datastream));
        return in(stream, window, true).stream()
                .filter(row -> row.flags != 0)
                .limit(limit)
                .map(row -> new ValueAt(stream, row.start, row.end, row.value, row.flags))
                .toList();
    }

    @Override
    public Frames frames(String property, @Nullable String collection, Instant start, long stepSeconds, int steps) {
        List<Datastream> streams = streams(property, collection);
        float[] value = new float[steps * streams.size()];
        Arrays.fill(value, Float.NaN);
        for (int step = 0; step < steps; step++) {
            long from = start.getEpochSecond() + step * stepSeconds;
            for (int i = 0; i < streams.size(); i++) {
                Predicate<Row> holds = row -> row.start < from + stepSeconds && row.end > from && row.flags == 0;
                int cell = step * streams.size() + i;
                rows(streams.get(i).id()).values().stream()
                        .filter(holds)
                        .findFirst()
                        .ifPresent(row -> value[cell] = (float) row.value);
            }
        }
        return new Frames(streams, start.getEpochSecond(), stepSeconds, steps, value);
    }

    @Override
    public List<ProfileGroup> profile(
            String property, @Nullable String datastream, TimeWindow window, Cycle by, ZoneId zone) {
        TreeMap<Integer, List<Double>> groups = new TreeMap<>();
        for (Datastream stream : streams(property, null)) {
            if (fits(datastream, stream.id())) {
                for (Row row : in(stream, window, false)) {
                    ZonedDateTime time = Instant.ofEpochSecond(row.start).atZone(zone);
                    int group = switch (by) {
                        case HOUR -> time.getHour();
                        case WEEKDAY -> time.getDayOfWeek().getValue();
                        case MONTH -> time.getMonthValue();
                    };
                    groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(row.value);
                }
            }
        }
        List<ProfileGroup> profile = new ArrayList<>();
        groups.forEach((group, values) -> {
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            profile.add(new ProfileGroup(group, values.size(), mean, mean, mean, mean));
        });
        return profile;
    }

    @Override
    public List<MonthCount> countByMonth(String dataset, ZoneId zone) {
        List<MonthCount> counts = new ArrayList<>();
        for (Datastream stream : datastreams.values()) {
            if (stream.dataset().equals(dataset)) {
                TreeMap<YearMonth, long[]> months = new TreeMap<>();
                for (Row row : rows(stream.id()).values()) {
                    long[] count = months.computeIfAbsent(
                            YearMonth.from(Instant.ofEpochSecond(row.start).atZone(zone)), _ -> new long[2]);
                    count[0]++;
                    count[1] += row.flags == 0 ? 1 : 0;
                }
                months.forEach((month, count) -> counts.add(new MonthCount(stream.id(), month, count[0], count[1])));
            }
        }
        return counts;
    }

    @Override
    public List<FlagCount> countFlags(String dataset) {
        List<FlagCount> counts = new ArrayList<>();
        for (Datastream stream : datastreams.values()) {
            if (stream.dataset().equals(dataset)) {
                TreeMap<Integer, Long> flags = new TreeMap<>();
                rows(stream.id()).values().stream()
                        .filter(row -> row.flags != 0)
                        .forEach(row -> flags.merge(row.flags, 1L, Long::sum));
                flags.forEach((bits, count) -> counts.add(new FlagCount(stream.id(), bits, count)));
            }
        }
        return counts;
    }

    @Override
    public Issues listIssues(@Nullable String dataset, int limit, int offset) {
        List<Issues.Entry> own =
                issues.stream().filter(entry -> fits(dataset, entry.dataset())).toList();
        long lost =
                own.stream().mapToLong(entry -> entry.issue().observations()).sum();
        return new Issues(
                own.size(), lost, own.stream().skip(offset).limit(limit).toList());
    }

    @Override
    public Batch begin(ImportHead head) {
        throw new UnsupportedOperationException("filled by hand");
    }

    @Override
    public ImportRecord remove(long importId) {
        throw new UnsupportedOperationException("filled by hand");
    }

    @Override
    public long writeParquet(Slice slice, Path folder) {
        throw new UnsupportedOperationException("filled by hand");
    }

    @Override
    public long exportParquet(Slice slice, Path folder) {
        throw new UnsupportedOperationException("filled by hand");
    }

    @Override
    public void backup(Path folder) {
        throw new UnsupportedOperationException("filled by hand");
    }

    @Override
    public void close() {}
}
