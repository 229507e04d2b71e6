package org.dosi.analysis.air;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.analysis.Extent;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.NearId;
import org.dosi.analysis.Nearby;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.ObservedProperty;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ObservationStore;

/// Which places and datastreams of the store a question about the air means.
final class StoreStations {
    static final String WIND_SPEED = "wind_speed";
    static final String WIND_DIRECTION = "wind_direction";

    /// The mean of a whole city is no station of its network.
    private static final String WHOLE_CITY = "city";

    private final ObservationStore store;
    private final Inventory inventory;
    private final StoreAirData.Choice choice;

    StoreStations(ObservationStore store, Inventory inventory, StoreAirData.Choice choice) {
        this.store = store;
        this.inventory = inventory;
        this.choice = choice;
    }

    String example(List<String> values) {
        return inventory.listDatastreams().stream()
                .filter(s -> values.isEmpty() || s.datastream().property().id().equals(values.getFirst()))
                .map(s -> s.datastream().feature())
                .filter(feature -> !feature.startsWith(WHOLE_CITY + ":"))
                .findFirst()
                .orElse("air-stations:101");
    }

    FeatureOfInterest feature(String id) {
        return inventory.findFeature(id).orElseThrow(() -> new IllegalStateException("no feature " + id));
    }

    /// By its id; or by its code or name, if only one that is observed has it.
    FeatureOfInterest station(String asked) {
        Optional<FeatureOfInterest> exact = inventory.findFeature(asked);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<FeatureOfInterest> fits = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (FeatureOfInterest feature : inventory.listFeatures()) {
            if (!inventory.listOfFeature(feature.id()).isEmpty()) {
                ids.add(feature.id());
                if (feature.code().equals(asked)
                        || feature.name().ko().equals(asked)
                        || feature.name().en().equalsIgnoreCase(asked)) {
                    fits.add(feature);
                }
            }
        }
        // Of places with one name, those that observe what is asked for.
        List<FeatureOfInterest> observing = fits.stream()
                .filter(f -> choice.values().stream().allMatch(v -> observes(f, v)))
                .toList();
        if (observing.size() == 1 || fits.size() == 1) {
            return observing.size() == 1 ? observing.getFirst() : fits.getFirst();
        }
        String several = fits.isEmpty()
                ? NearId.hint(asked, ids)
                : ", which is "
                        + String.join(
                                " or ", fits.stream().map(FeatureOfInterest::id).toList());
        throw BadSetting.of(
                "이 자료에 없거나 하나로 정해지지 않는 측정소입니다: '%s'".formatted(asked),
                "station: expected a station of this store, found '%s'%s".formatted(asked, several));
    }

    boolean observes(FeatureOfInterest feature, String property) {
        return inventory.listOfFeature(feature.id()).stream()
                .anyMatch(s -> s.datastream().property().id().equals(property) && touches(s));
    }

    boolean touches(DatastreamSummary summary) {
        return summary.count() > 0
                && summary.from().isBefore(choice.window().to())
                && !summary.to().isBefore(choice.window().from());
    }

    List<String> propertiesOf(FeatureOfInterest feature) {
        return inventory.listOfFeature(feature.id()).stream()
                .filter(this::touches)
                .map(s -> s.datastream().property().id())
                .distinct()
                .toList();
    }

    ObservedProperty property(String id) {
        return store.findProperty(id).orElseThrow(() -> {
            List<String> known =
                    store.listProperties().stream().map(ObservedProperty::id).toList();
            return BadSetting.of(
                    "이 자료에 없는 항목입니다: '%s'".formatted(id),
                    "value: expected a property of this store, found '%s'%s".formatted(id, NearId.hint(id, known)));
        });
    }

    DatastreamSummary datastream(FeatureOfInterest feature, String value) {
        ObservedProperty property = property(value);
        return inventory.listOfFeature(feature.id()).stream()
                .filter(s -> s.datastream().property().id().equals(property.id()) && touches(s))
                .max(Comparator.comparingLong(DatastreamSummary::count)
                        .thenComparing(s -> s.datastream().id(), Comparator.reverseOrder()))
                .orElseThrow(() -> BadSetting.of(
                        "%s에는 이 기간에 %s 관측값이 없습니다"
                                .formatted(feature.name().ko(), property.name().ko()),
                        "expected %s at %s in the window, found no observation of it there"
                                .formatted(value, feature.id())));
    }

    /// Those of one collection: the stations of a network are alike.
    List<DatastreamSummary> networkOf(String value) {
        Map<String, List<DatastreamSummary>> byCollection = new TreeMap<>();
        for (DatastreamSummary summary : inventory.listOfProperty(value)) {
            String feature = summary.datastream().feature();
            String collection = feature.substring(0, feature.indexOf(':'));
            boolean wanted = choice.collection() == null
                    ? !collection.equals(WHOLE_CITY)
                    : collection.equals(choice.collection());
            if (wanted && touches(summary)) {
                byCollection.computeIfAbsent(collection, _ -> new ArrayList<>()).add(summary);
            }
        }
        List<DatastreamSummary> streams = byCollection.values().stream()
                .max(Comparator.comparingLong(list ->
                        list.stream().mapToLong(DatastreamSummary::count).sum()))
                .orElseThrow(() -> BadSetting.of(
                        "이 기간에 %s 관측값이 있는 측정소가 없습니다"
                                .formatted(property(value).name().ko()),
                        "expected %s at stations in the window, found no observation of it".formatted(value)));
        return onePerFeature(streams);
    }

    private static List<DatastreamSummary> onePerFeature(List<DatastreamSummary> streams) {
        Map<String, DatastreamSummary> best = new TreeMap<>();
        for (DatastreamSummary stream : streams) {
            best.merge(stream.datastream().feature(), stream, (a, b) -> b.count() > a.count() ? b : a);
        }
        return List.copyOf(best.values());
    }

    Optional<FeatureOfInterest> weatherStation(FeatureOfInterest station, boolean required) {
        if (choice.windStation() != null) {
            FeatureOfInterest named = station(choice.windStation());
            return Optional.of(named);
        }
        List<FeatureOfInterest> windy = new ArrayList<>();
        for (DatastreamSummary summary : inventory.listOfProperty(WIND_DIRECTION)) {
            FeatureOfInterest feature = feature(summary.datastream().feature());
            if (touches(summary) && observes(feature, WIND_SPEED) && !windy.contains(feature)) {
                windy.add(feature);
            }
        }
        Optional<FeatureOfInterest> nearest = Extent.middle(station.geometry())
                .flatMap(at -> Nearby.find(windy, at.x, at.y, 1).stream().findFirst())
                .map(Nearby.Neighbour::feature)
                .or(() -> windy.stream().findFirst());
        if (nearest.isEmpty() && required) {
            throw BadSetting.of(
                    "이 기간에 바람을 관측한 기상 관측소가 없습니다", "expected a weather station with wind in the window, found none");
        }
        return nearest;
    }
}
