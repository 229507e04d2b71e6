package org.dosi.analysis.air;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dosi.analysis.Extent;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.Nearby;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.NearId;
import org.dosi.model.ObservedProperty;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ObservationStore;

/// Which places and datastreams of the store a question about the air means.
final class StoreStations {
    static final String WIND_SPEED = "wind_speed";
    static final String WIND_DIRECTION = "wind_direction";

    private final ObservationStore store;
    private final Inventory inventory;
    private final StoreAirData.Choice choice;
    private final StoreNetworks networks;

    StoreStations(ObservationStore store, Inventory inventory, StoreAirData.Choice choice, StoreNetworks networks) {
        this.store = store;
        this.inventory = inventory;
        this.choice = choice;
        this.networks = networks;
    }

    String example(List<String> values) {
        return inventory.listDatastreams().stream()
                .filter(s -> values.isEmpty() || s.datastream().property().id().equals(values.getFirst()))
                .map(s -> s.datastream().feature())
                .filter(feature -> !feature.startsWith(StoreNetworks.WHOLE_CITY + ":"))
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
                .anyMatch(s -> s.datastream().property().id().equals(property) && networks.touches(s));
    }

    /// Whether it does so in the time of others.
    boolean observes(FeatureOfInterest feature, String property, List<DatastreamSummary> others) {
        return streams(feature, property).stream().anyMatch(s -> StoreNetworks.areTogether(s, others));
    }

    List<String> propertiesOf(FeatureOfInterest feature) {
        return inventory.listOfFeature(feature.id()).stream()
                .filter(networks::touches)
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
        return networks.ofFeature(feature.id(), property.id()).orElseThrow(() -> unobserved(feature, property));
    }

    /// Of a weather station: the observations that lie in the time of others.
    DatastreamSummary beside(FeatureOfInterest place, String value, List<DatastreamSummary> others) {
        ObservedProperty property = property(value);
        return StoreNetworks.together(streams(place, property.id()), others)
                .orElseThrow(() -> unobserved(place, property));
    }

    private static BadSetting unobserved(FeatureOfInterest place, ObservedProperty property) {
        return BadSetting.of(
                "%s에는 이 기간에 %s 관측값이 없습니다"
                        .formatted(place.name().ko(), property.name().ko()),
                "expected %s at %s in the window, found no observation of it there"
                        .formatted(property.id(), place.id()));
    }

    private List<DatastreamSummary> streams(FeatureOfInterest place, String property) {
        return inventory.listOfFeature(place.id()).stream()
                .filter(s -> s.datastream().property().id().equals(property) && networks.touches(s))
                .toList();
    }

    /// Those of one network: its stations are alike.
    List<DatastreamSummary> networkOf(String value) {
        return networks.ofNetwork(property(value));
    }

    /// The one that was named, or the nearest with wind in the time of the station's observations.
    ///
    /// @param others the station's observations
    Optional<FeatureOfInterest> weatherStation(
            FeatureOfInterest station, boolean required, List<DatastreamSummary> others) {
        if (choice.windStation() != null) {
            FeatureOfInterest named = station(choice.windStation());
            return Optional.of(named);
        }
        List<FeatureOfInterest> windy = new ArrayList<>();
        for (DatastreamSummary summary : inventory.listOfProperty(WIND_DIRECTION)) {
            FeatureOfInterest feature = feature(summary.datastream().feature());
            if (networks.touches(summary)
                    && StoreNetworks.areTogether(summary, others)
                    && observes(feature, WIND_SPEED)
                    && !windy.contains(feature)) {
                windy.add(feature);
            }
        }
        Optional<FeatureOfInterest> nearest = Extent.middle(station.geometry())
                .flatMap(at -> Nearby.find(windy, at.x, at.y, 1).stream().findFirst())
                .map(Nearby.Neighbour::feature)
                .or(() -> windy.stream().findFirst());
        if (nearest.isEmpty() && required) {
            throw BadSetting.of(
                    "관측값이 있는 기간에 바람을 관측한 기상 관측소가 없습니다",
                    "expected a weather station with wind in the time of the observations, found none");
        }
        return nearest;
    }
}
