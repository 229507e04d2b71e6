package org.dosi.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureOfInterest;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ImportRecord;
import org.dosi.store.ObservationStore;
import org.locationtech.jts.geom.Envelope;

/// Every data set of the store: what it holds, where and when, how complete it is, and from which files it
/// comes.
public record Catalogue(List<Entry> entries) {

    /// One data set.
    ///
    /// @param box around its features; empty where it has no observations, as features alone do not say who
    ///     brought
    ///     them
    /// @param properties ids, sorted
    /// @param completeness good observations over expected ones; NaN where nothing is expected
    /// @param imports its lineage, oldest first
    public record Entry(
            Dataset dataset,
            Optional<Coverage> coverage,
            Optional<Envelope> box,
            List<String> properties,
            Counts counts,
            double completeness,
            List<ImportRecord> imports) {}

    /// How much it holds.
    ///
    /// @param features that it observes, or, for a data set of features, that it brought
    public record Counts(long features, long datastreams, long observations, long flagged) {}

    public Optional<Entry> find(String dataset) {
        return entries.stream()
                .filter(entry -> entry.dataset().id().equals(dataset))
                .findFirst();
    }

    public static Catalogue of(ObservationStore store, Inventory inventory, City city) {
        Map<String, List<ImportRecord>> imports = new HashMap<>();
        store.listImports()
                .forEach(record -> imports.computeIfAbsent(record.dataset(), _ -> new ArrayList<>())
                        .add(record));
        List<Entry> entries = new ArrayList<>();
        for (Dataset dataset : store.listDatasets()) {
            double completeness = QualityReport.completenessOf(inventory.listOfDataset(dataset.id()), city.zone());
            entries.add(entry(dataset, inventory, completeness, imports.getOrDefault(dataset.id(), List.of())));
        }
        return new Catalogue(List.copyOf(entries));
    }

    private static Entry entry(Dataset dataset, Inventory inventory, double completeness, List<ImportRecord> imports) {
        List<DatastreamSummary> streams = inventory.listOfDataset(dataset.id());
        List<String> featureIds = streams.stream()
                .map(stream -> stream.datastream().feature())
                .distinct()
                .toList();
        List<FeatureOfInterest> features = featureIds.stream()
                .map(id -> inventory.findFeature(id).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        List<String> properties = streams.stream()
                .map(stream -> stream.datastream().property().id())
                .distinct()
                .sorted()
                .toList();
        Counts counts = new Counts(
                streams.isEmpty() ? featuresBrought(imports) : featureIds.size(),
                streams.size(),
                streams.stream().mapToLong(DatastreamSummary::count).sum(),
                streams.stream().mapToLong(DatastreamSummary::flagged).sum());
        return new Entry(
                dataset,
                Inventory.coverage(streams),
                Extent.of(features),
                properties,
                counts,
                completeness,
                List.copyOf(imports));
    }

    /// A source of features counts features: those of the latest edition of each file.
    private static long featuresBrought(List<ImportRecord> imports) {
        Map<String, Long> latest = new HashMap<>();
        imports.forEach(record -> latest.put(
                record.file(), record.counts().read() - record.counts().rejected()));
        return latest.values().stream().mapToLong(Long::longValue).sum();
    }
}
