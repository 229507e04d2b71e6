package org.dosi.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Step;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ObservationStore;

/// A property and where, when and how often it is observed.
///
/// A property that only its parts observe has their coverage, and no datastreams.
///
/// @param unit of most of its datastreams
/// @param step of most of its datastreams
public record PropertyOverview(
        ObservedProperty property,
        String unit,
        Step step,
        Coverage coverage,
        List<String> collections,
        List<String> datasets,
        int datastreams) {

    /// Those that are observed, they or their parts, by id.
    public static List<PropertyOverview> listAll(ObservationStore store, Inventory inventory) {
        List<PropertyOverview> overviews = new ArrayList<>();
        for (ObservedProperty property : store.listProperties()) {
            List<DatastreamSummary> own = inventory.listOfProperty(property.id());
            List<DatastreamSummary> streams = own.isEmpty() ? partsOf(property, store, inventory) : own;
            Inventory.coverage(streams)
                    .ifPresent(coverage -> overviews.add(of(property, streams, coverage, own.size())));
        }
        overviews.sort(Comparator.comparing(overview -> overview.property().id()));
        return List.copyOf(overviews);
    }

    private static List<DatastreamSummary> partsOf(
            ObservedProperty whole, ObservationStore store, Inventory inventory) {
        return store.listProperties().stream()
                .filter(property -> whole.id().equals(property.parentId()))
                .flatMap(part -> inventory.listOfProperty(part.id()).stream())
                .toList();
    }

    private static PropertyOverview of(
            ObservedProperty property, List<DatastreamSummary> streams, Coverage coverage, int datastreams) {
        TreeSet<String> collections = new TreeSet<>();
        TreeSet<String> datasets = new TreeSet<>();
        for (DatastreamSummary stream : streams) {
            String feature = stream.datastream().feature();
            collections.add(feature.substring(0, feature.indexOf(':')));
            datasets.add(stream.datastream().dataset());
        }
        return new PropertyOverview(
                property,
                mostCommon(streams, stream -> stream.datastream().unit()),
                mostCommon(streams, stream -> stream.datastream().step()),
                coverage,
                List.copyOf(collections),
                List.copyOf(datasets),
                datastreams);
    }

    /// Of equally common ones the smaller, so that the answer is always the same.
    private static <T extends Comparable<T>> T mostCommon(
            List<DatastreamSummary> streams, Function<DatastreamSummary, T> part) {
        Map<T, Long> counts = streams.stream().collect(Collectors.groupingBy(part, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.<T>reverseOrder())))
                .orElseThrow()
                .getKey();
    }
}
