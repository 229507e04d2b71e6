package org.dosi.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /// @param box around its features; empty where none of them has a place
    /// @param collections ids of those that hold its features, sorted
    /// @param properties ids, sorted
    /// @param completeness good observations over expected ones; NaN where nothing is expected
    /// @param imports its lineage, oldest first
    public record Entry(
            Dataset dataset,
            Optional<Coverage> coverage,
            Optional<Envelope> box,
            List<String> collections,
            List<String> properties,
            Counts counts,
            double completeness,
            List<ImportRecord> imports) {}

    /// How much it holds.
    ///
    /// @param features that it observes, or, for a data set of features alone, that it told of
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
            List<DatastreamSummary> streams = inventory.listOfDataset(dataset.id());
            List<FeatureOfInterest> features =
                    streams.isEmpty() ? store.listFeaturesOfDataset(dataset.id()) : observed(streams, inventory);
            double completeness = new Completeness(streams, city.zone()).whole();
            entries.add(new Entry(
                    dataset,
                    Inventory.coverage(streams),
                    Extent.of(features),
                    features.stream()
                            .map(FeatureOfInterest::collection)
                            .distinct()
                            .sorted()
                            .toList(),
                    properties(streams),
                    counts(features, streams),
                    completeness,
                    List.copyOf(imports.getOrDefault(dataset.id(), List.of()))));
        }
        return new Catalogue(List.copyOf(entries));
    }

    private static List<FeatureOfInterest> observed(List<DatastreamSummary> streams, Inventory inventory) {
        return streams.stream()
                .map(stream -> stream.datastream().feature())
                .distinct()
                .flatMap(id -> inventory.findFeature(id).stream())
                .toList();
    }

    private static List<String> properties(List<DatastreamSummary> streams) {
        return streams.stream()
                .map(stream -> stream.datastream().property().id())
                .distinct()
                .sorted()
                .toList();
    }

    private static Counts counts(List<FeatureOfInterest> features, List<DatastreamSummary> streams) {
        return new Counts(
                features.size(),
                streams.size(),
                streams.stream().mapToLong(DatastreamSummary::count).sum(),
                streams.stream().mapToLong(DatastreamSummary::flagged).sum());
    }
}
