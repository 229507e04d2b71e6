package org.dosi.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ObservationStore;

/// What the store holds at one version: features and datastreams, by the keys by which people ask for them.
///
/// A city has tens of thousands of both, so they are held in memory; observations are not.
public final class Inventory {
    private final List<FeatureCollection> collections;
    private final Map<String, List<FeatureOfInterest>> featuresByCollection = new LinkedHashMap<>();
    private final Map<String, FeatureOfInterest> features = new LinkedHashMap<>();
    private final List<DatastreamSummary> datastreams;
    private final Map<String, List<DatastreamSummary>> byFeature = new LinkedHashMap<>();
    private final Map<String, List<DatastreamSummary>> byDataset = new TreeMap<>();
    private final Map<String, List<DatastreamSummary>> byProperty = new TreeMap<>();
    private final Map<String, Name> titles = new TreeMap<>();

    private Inventory(List<FeatureCollection> collections, List<DatastreamSummary> datastreams) {
        this.collections = inUsualOrder(collections);
        this.datastreams = datastreams;
    }

    public static Inventory of(ObservationStore store) {
        Inventory inventory = new Inventory(store.listCollections(), store.listDatastreams());
        for (FeatureCollection collection : inventory.collections) {
            List<FeatureOfInterest> features = store.listFeatures(collection.id());
            inventory.featuresByCollection.put(collection.id(), features);
            features.forEach(feature -> inventory.features.put(feature.id(), feature));
        }
        for (DatastreamSummary summary : inventory.datastreams) {
            var stream = summary.datastream();
            add(inventory.byFeature, stream.feature(), summary);
            add(inventory.byDataset, stream.dataset(), summary);
            add(inventory.byProperty, stream.property().id(), summary);
        }
        store.listDatasets().forEach(dataset -> inventory.titles.put(dataset.id(), dataset.title()));
        return inventory;
    }

    public List<FeatureCollection> listCollections() {
        return collections;
    }

    public Optional<FeatureCollection> findCollection(String id) {
        return collections.stream()
                .filter(collection -> collection.id().equals(id))
                .findFirst();
    }

    public List<FeatureOfInterest> listFeatures(String collection) {
        return featuresByCollection.getOrDefault(collection, List.of());
    }

    public Iterable<FeatureOfInterest> listFeatures() {
        return features.values();
    }

    public Optional<FeatureOfInterest> findFeature(String id) {
        return Optional.ofNullable(features.get(id));
    }

    public List<DatastreamSummary> listDatastreams() {
        return datastreams;
    }

    public List<DatastreamSummary> listOfFeature(String feature) {
        return byFeature.getOrDefault(feature, List.of());
    }

    public List<DatastreamSummary> listOfDataset(String dataset) {
        return byDataset.getOrDefault(dataset, List.of());
    }

    /// What people call a data set; its id where the store does not know it.
    public Name titleOf(String dataset) {
        return titles.getOrDefault(dataset, Name.of(dataset));
    }

    public List<DatastreamSummary> listOfProperty(String property) {
        return byProperty.getOrDefault(property, List.of());
    }

    /// The span of time that the observations of these datastreams cover; empty if there are none.
    public static Optional<Coverage> coverage(List<DatastreamSummary> summaries) {
        return summaries.stream()
                .filter(summary -> summary.count() > 0)
                .map(summary -> new Coverage(summary.from(), summary.to()))
                .reduce(Coverage::join);
    }

    /// The known collections first, in the order in which people meet them; then those of plain files, by id.
    private static List<FeatureCollection> inUsualOrder(List<FeatureCollection> found) {
        List<String> known = FeatureCollection.listKnown().stream()
                .map(FeatureCollection::id)
                .toList();
        List<FeatureCollection> sorted = new ArrayList<>(found);
        sorted.sort(java.util.Comparator.<FeatureCollection>comparingInt(collection -> {
                    int place = known.indexOf(collection.id());
                    return place < 0 ? known.size() : place;
                })
                .thenComparing(FeatureCollection::id));
        return List.copyOf(sorted);
    }

    private static void add(Map<String, List<DatastreamSummary>> lists, String key, DatastreamSummary summary) {
        lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(summary);
    }
}
