package org.dosi.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.ObservedProperty;
import org.jspecify.annotations.Nullable;

/// What the store holds beside observations, in memory: a snapshot that never changes. The next commit
/// makes the next one.
///
/// @param byKey datastreams by their number; null where an import was taken out
/// @param lastImport the greatest number that an import has ever had: none is given twice
record Directory(
        Map<String, Dataset> datasets,
        Map<String, ObservedProperty> properties,
        Map<String, FeatureOfInterest> features,
        Map<String, Integer> keys,
        List<@Nullable Datastream> byKey,
        List<ImportRecord> imports,
        long lastImport) {

    Datastream stream(int key) {
        Datastream stream = byKey.get(key);
        if (stream == null) {
            throw new StoreException("the store is damaged: an observation without datastream " + key);
        }
        return stream;
    }

    /// Null for one of which this snapshot does not know: see [KnownRows].
    @Nullable
    Datastream find(int key) {
        return key < byKey.size() ? byKey.get(key) : null;
    }

    long lastResultMicros() {
        return imports.isEmpty()
                ? Long.MIN_VALUE
                : Times.micros(imports.getLast().at());
    }

    /// The next snapshot, with what one import brought.
    Directory plus(
            Collection<Dataset> newDatasets,
            Collection<FeatureOfInterest> newFeatures,
            Map<Integer, Datastream> newStreams,
            ImportRecord record) {
        Map<String, Dataset> nextDatasets = new TreeMap<>(datasets);
        newDatasets.forEach(dataset -> nextDatasets.put(dataset.id(), dataset));
        Map<String, FeatureOfInterest> nextFeatures = new HashMap<>(features);
        newFeatures.forEach(f -> nextFeatures.merge(f.id(), f, Directory::laidOver));
        Map<String, ObservedProperty> nextProperties = new TreeMap<>(properties);
        Map<String, Integer> nextKeys = new HashMap<>(keys);
        List<@Nullable Datastream> nextByKey = new ArrayList<>(byKey);
        newStreams.forEach((key, stream) -> {
            for (ObservedProperty p = stream.property(); p != null; p = p.parent()) {
                nextProperties.putIfAbsent(p.id(), p);
            }
            nextKeys.put(stream.id(), key);
            while (nextByKey.size() <= key) {
                nextByKey.add(null);
            }
            nextByKey.set(key, stream);
        });
        List<ImportRecord> nextImports = new ArrayList<>(imports);
        nextImports.add(record);
        return new Directory(nextDatasets, nextProperties, nextFeatures, nextKeys, nextByKey, nextImports, record.id());
    }

    /// What is known of a feature when one import spoke of it after another: the later one wins where it
    /// knows something.
    static FeatureOfInterest laidOver(FeatureOfInterest earlier, FeatureOfInterest later) {
        boolean onlyCode = later.name().ko().equals(later.code());
        Map<String, String> attributes = new TreeMap<>(earlier.attributes());
        attributes.putAll(later.attributes());
        return new FeatureOfInterest(
                later.id(),
                onlyCode ? earlier.name() : later.name(),
                later.geometry() == null ? earlier.geometry() : later.geometry(),
                attributes);
    }
}
