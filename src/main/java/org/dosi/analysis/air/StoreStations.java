package org.dosi.analysis.air;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dosi.analysis.Extent;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.Nearby;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
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

    /// By its id; or by its code or name. Where several places have that, the one that observes most of what is
    /// asked in the window, of which [StoreNetworks] has the rule for networks.
    ///
    /// @throws BadSetting if no place is called so, if those that are have no observations in the window, or if
    ///     several observe as much
    FeatureOfInterest station(String asked) {
        return station(asked, choice.values());
    }

    private FeatureOfInterest station(String asked, List<String> values) {
        Optional<FeatureOfInterest> exact = inventory.findFeature(asked);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<FeatureOfInterest> fits = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (FeatureOfInterest feature : inventory.listFeatures()) {
            if (!inventory.listOfFeature(feature.id()).isEmpty()) {
                known.addAll(List.of(
                        feature.id(), feature.name().ko(), feature.name().en()));
                if (feature.code().equals(asked)
                        || feature.name().ko().equals(asked)
                        || feature.name().en().equalsIgnoreCase(asked)) {
                    fits.add(feature);
                }
            }
        }
        if (fits.isEmpty()) {
            throw notOne(asked, NearId.hint(asked, known));
        }
        if (fits.size() == 1) {
            return fits.getFirst();
        }
        // A misspelt property is observed nowhere: that is the mistake, not the name.
        values.forEach(this::property);
        List<FeatureOfInterest> fullest = fullest(fits, values.isEmpty() ? Pollutants.IDS : values);
        if (fullest.isEmpty() && values.isEmpty()) {
            List<String> any = fits.stream()
                    .flatMap(f -> propertiesOf(f).stream())
                    .distinct()
                    .toList();
            fullest = fullest(fits, any);
        }
        if (fullest.isEmpty()) {
            throw nothingAt(asked, fits, values);
        }
        if (fullest.size() > 1) {
            throw notOne(
                    asked,
                    ", which is " + fullest.stream().map(FeatureOfInterest::id).collect(Collectors.joining(" or ")));
        }
        return fullest.getFirst();
    }

    /// Those that observe most of the properties in the window; none where nobody observes any.
    private List<FeatureOfInterest> fullest(List<FeatureOfInterest> places, List<String> properties) {
        Map<FeatureOfInterest, Long> counts = new LinkedHashMap<>();
        places.forEach(place -> counts.put(
                place,
                properties.stream().filter(id -> !chosen(place, id).isEmpty()).count()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return places.stream()
                .filter(place -> most > 0 && Objects.equals(counts.get(place), most))
                .toList();
    }

    /// What observes it there in the window, of the data set that was asked for.
    private List<DatastreamSummary> chosen(FeatureOfInterest place, String property) {
        return streams(place, property).stream()
                .filter(s ->
                        choice.dataset() == null || s.datastream().dataset().equals(choice.dataset()))
                .toList();
    }

    private static BadSetting notOne(String asked, String hint) {
        return BadSetting.of(
                "이 자료에 없거나 하나로 정해지지 않는 측정소입니다: '%s'".formatted(asked),
                "station: expected a station of this store, found '%s'%s".formatted(asked, hint));
    }

    private BadSetting nothingAt(String asked, List<FeatureOfInterest> places, List<String> values) {
        List<Name> spans = places.stream()
                .flatMap(place -> span(place, values).stream()
                        .map(s -> Name.of(place.id() + " " + s.ko(), place.id() + " " + s.en())))
                .toList();
        String what = values.isEmpty() ? "" : " of " + String.join(", ", values);
        return BadSetting.of(
                "'%s'에는 이 기간에 관측값이 없습니다%s".formatted(asked, bracketed(spans, Name::ko)),
                "station: expected observations%s at '%s' in the window, found none%s"
                        .formatted(what, asked, bracketed(spans, Name::en)));
    }

    /// From when to when a place has observations, in the window or not; empty if it never has.
    ///
    /// @param values of which properties; empty for any
    private Optional<Name> span(FeatureOfInterest place, List<String> values) {
        return networks.span(inventory.listOfFeature(place.id()).stream()
                .filter(s -> values.isEmpty()
                        || values.contains(s.datastream().property().id()))
                .toList());
    }

    private static String bracketed(List<Name> words, Function<Name, String> language) {
        return words.isEmpty() ? "" : words.stream().map(language).collect(Collectors.joining(", ", " (", ")"));
    }

    /// Of a place that has no observations in the window.
    BadSetting nothingAt(FeatureOfInterest place) {
        List<Name> span = span(place, List.of()).stream().toList();
        return BadSetting.of(
                "%s에는 이 기간에 관측값이 없습니다%s".formatted(place.name().ko(), bracketed(span, Name::ko)),
                "expected observations at %s in the window, found none%s"
                        .formatted(place.id(), bracketed(span, Name::en)));
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

    private BadSetting unobserved(FeatureOfInterest place, ObservedProperty property) {
        List<Name> span = span(place, List.of(property.id())).stream().toList();
        return BadSetting.of(
                "%s에는 이 기간에 %s 관측값이 없습니다%s"
                        .formatted(place.name().ko(), property.name().ko(), bracketed(span, Name::ko)),
                "expected %s at %s in the window, found no observation of it there%s"
                        .formatted(property.id(), place.id(), bracketed(span, Name::en)));
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
            FeatureOfInterest named = station(choice.windStation(), List.of(WIND_DIRECTION, WIND_SPEED));
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
