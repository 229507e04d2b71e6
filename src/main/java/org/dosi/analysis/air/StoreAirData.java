package org.dosi.analysis.air;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dosi.analysis.City;
import org.dosi.analysis.Extent;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Provenance;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.TimeTable;
import org.dosi.model.TimeWindow;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ObservationStore;
import org.dosi.store.Slice;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/// Air data from a store: hourly values of stations, each with the wind of the nearest weather station.
///
/// A value of an interval belongs to the row of its start; one of an instant to the row of the hour that
/// ends there, since that is how weather services stamp what they averaged over the minutes before. Where
/// the store holds several networks, or a place has several datastreams of one property in the window,
/// [StoreNetworks] has the rule, and the provenance says what was taken.
public final class StoreAirData implements AirData {
    /// What disperses, washes out, warms or makes pollutants; the wind apart.
    private static final List<String> WEATHER = List.of(
            "temperature",
            "relative_humidity",
            "sea_level_pressure",
            "precipitation",
            "solar_radiation",
            "cloud_cover");

    /// In the store a wind direction of 0 is the publisher's mark for calm.
    private static final double CALM_MARK = 0;

    private final City city;
    private final ObservationStore store;
    private final Inventory inventory;
    private final Choice choice;
    private final String version;
    private final StoreNetworks networks;
    private final StoreStations stations;

    /// Which of the store's data.
    ///
    /// @param values ids of properties
    /// @param station id, code or name of a feature; null if the analysis is about the network
    /// @param windStation the same for the weather station; null for the nearest
    /// @param collection of the network's stations; null for the one that [StoreNetworks] takes
    /// @param dataset the same for its data set
    /// @param window by the start of the hour
    /// @param asOf the state as it was known then; null for now
    /// @param flagged with flagged values too
    public record Choice(
            List<String> values,
            @Nullable String station,
            @Nullable String windStation,
            @Nullable String collection,
            @Nullable String dataset,
            TimeWindow window,
            @Nullable Instant asOf,
            boolean flagged) {

        Choice in(TimeWindow other) {
            return new Choice(values, station, windStation, collection, dataset, other, asOf, flagged);
        }
    }

    public StoreAirData(City city, ObservationStore store, Inventory inventory, Choice choice, String version) {
        this(city, store, inventory, choice, version, new StoreNetworks(inventory, choice, city.zone()));
    }

    /// @param networks chosen by the window that was asked for, which `choice` may have wider
    private StoreAirData(
            City city,
            ObservationStore store,
            Inventory inventory,
            Choice choice,
            String version,
            StoreNetworks networks) {
        this.city = city;
        this.store = store;
        this.inventory = inventory;
        this.choice = choice;
        this.version = version;
        this.networks = networks;
        this.stations = new StoreStations(store, inventory, choice, networks);
    }

    @Override
    public List<String> values() {
        return choice.values;
    }

    @Override
    public Optional<Path> cache() {
        return Optional.of(store.folder().resolve("cache").resolve("air"));
    }

    @Override
    public boolean isNetwork() {
        return choice.station == null;
    }

    @Override
    public TimeWindow window() {
        return choice.window;
    }

    @Override
    public Optional<Name> city() {
        return Optional.of(city.name());
    }

    @Override
    public List<Dataset> datasets(List<String> inputs) {
        return inputs.stream()
                .flatMap(input -> store.findDatastream(input).stream())
                .map(stream -> stream.datastream().dataset())
                .distinct()
                .flatMap(dataset -> store.findDataset(dataset).stream())
                .toList();
    }

    @Override
    public Outline outline() {
        return Outline.of(inventory.listFeatures(FeatureCollection.GU.id()));
    }

    @Override
    public AirData in(TimeWindow window) {
        return new StoreAirData(city, store, inventory, choice.in(window), version);
    }

    @Override
    public AirData wider(Duration before, Duration after) {
        return new StoreAirData(
                city, store, inventory, choice.in(choice.window.wider(before, after)), version, networks);
    }

    @Override
    public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("value", String.join(",", choice.values));
        put(all, "station", choice.station);
        put(all, "wind-station", choice.windStation);
        put(all, "collection", choice.collection);
        put(all, "dataset", choice.dataset);
        put(all, "as-of", choice.asOf == null ? null : choice.asOf.toString());
        put(all, "flagged", choice.flagged ? "true" : null);
        all.putAll(parameters);
        TimeWindow window = choice.window;
        return new Provenance(
                analysis,
                inputs,
                window.from().equals(TimeWindow.ALL.from()) ? null : local(window.from()),
                window.to().equals(TimeWindow.ALL.to()) ? null : local(window.to()),
                all,
                version,
                networks.remark(station()).stream().toList());
    }

    private Optional<String> station() {
        return Optional.ofNullable(choice.station).map(stations::station).map(FeatureOfInterest::id);
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private String local(Instant time) {
        return time.atZone(city.zone()).toOffsetDateTime().toString();
    }

    @Override
    public Series series(List<String> values, Need need, List<String> others) {
        if (choice.station == null) {
            throw BadSetting.of(
                    "측정소를 하나 골라야 합니다(예: %s)".formatted(stations.example(values)),
                    "station: expected a station, such as %s, found ''".formatted(stations.example(values)));
        }
        FeatureOfInterest station = stations.station(choice.station);
        List<DatastreamSummary> streams = new ArrayList<>();
        List<String> observed = values.isEmpty() ? stations.propertiesOf(station) : values;
        if (observed.isEmpty()) {
            throw stations.nothingAt(station);
        }
        for (String value : observed) {
            streams.add(stations.datastream(station, value));
        }
        StoreRows columns = new StoreRows(store, choice);
        streams.forEach(stream -> columns.read(stream));
        List<DatastreamSummary> beside = new ArrayList<>();
        Optional<FeatureOfInterest> weather = need == Need.NONE && others.isEmpty()
                ? Optional.empty()
                : stations.weatherStation(station, need == Need.REQUIRED || !others.isEmpty(), streams);
        boolean windy = need != Need.NONE && weather.isPresent();
        weather.ifPresent(place -> {
            for (String other : others) {
                beside.add(stations.beside(place, other, streams));
            }
            if (windy) {
                beside.add(stations.beside(place, StoreStations.WIND_SPEED, streams));
                beside.add(stations.beside(place, StoreStations.WIND_DIRECTION, streams));
            }
        });
        beside.forEach(columns::join);
        TimeTable all = columns.table(city.zone());
        Series.Wind wind = windy
                ? Series.Wind.of(
                        all.values(StoreStations.WIND_SPEED),
                        all.values(StoreStations.WIND_DIRECTION),
                        CALM_MARK,
                        StoreStations.WIND_SPEED,
                        StoreStations.WIND_DIRECTION)
                : null;
        List<TimeTable.Column> shown = all.columns().subList(0, streams.size() + others.size());
        List<String> inputs = new ArrayList<>();
        streams.forEach(stream -> inputs.add(stream.datastream().id()));
        beside.forEach(stream -> inputs.add(stream.datastream().id()));
        return new Series(
                new TimeTable(all.zone(), all.stepSeconds(), all.startS(), shown), station.name(), wind, inputs);
    }

    @Override
    public Network network(String value, Need need) {
        ObservedProperty property = stations.property(value);
        List<DatastreamSummary> streams = stations.networkOf(value);
        StoreRows columns = new StoreRows(store, choice);
        streams.forEach(columns::read);
        List<String> inputs = new ArrayList<>();
        streams.forEach(stream -> inputs.add(stream.datastream().id()));
        FeatureOfInterest first =
                stations.feature(streams.getFirst().datastream().feature());
        Optional<FeatureOfInterest> weather =
                need == Need.NONE ? Optional.empty() : stations.weatherStation(first, need == Need.REQUIRED, streams);
        weather.ifPresent(place -> {
            for (String id : List.of(StoreStations.WIND_SPEED, StoreStations.WIND_DIRECTION)) {
                DatastreamSummary stream = stations.beside(place, id, streams);
                columns.join(stream);
                inputs.add(stream.datastream().id());
            }
        });
        columns.fillSteps();
        TimeTable all = columns.table(city.zone());
        Series.Wind wind = weather.isEmpty()
                ? null
                : Series.Wind.of(
                        all.columns().get(streams.size()).values(),
                        all.columns().get(streams.size() + 1).values(),
                        CALM_MARK,
                        StoreStations.WIND_SPEED,
                        StoreStations.WIND_DIRECTION);
        List<Network.Station> places = new ArrayList<>();
        double[][] values = new double[streams.size()][];
        for (int i = 0; i < values.length; i++) {
            FeatureOfInterest feature =
                    stations.feature(streams.get(i).datastream().feature());
            Coordinate middle = Extent.middle(feature.geometry()).orElse(new Coordinate(Double.NaN, Double.NaN));
            places.add(new Network.Station(feature.id(), feature.name(), middle.x, middle.y));
            values[i] = all.columns().get(i).values();
        }
        return new Network(
                city.zone(),
                all.stepSeconds(),
                all.startS(),
                places,
                new Network.Variable(
                        property.id(),
                        property.name(),
                        streams.getFirst().datastream().unit()),
                values,
                columns.flagged(streams.size()),
                wind,
                inputs);
    }

    @Override
    public Optional<int[][]> flags(Network network) {
        int[][] flags = new int[network.stations().size()][network.hours()];
        if (choice.flagged) {
            return Optional.of(flags);
        }
        List<DatastreamSummary> streams = stations.networkOf(network.variable().id());
        for (int s = 0; s < flags.length; s++) {
            DatastreamSummary stream = streams.get(s);
            int[] row = flags[s];
            long step = stream.datastream().step().meanSeconds();
            Slice slice = new Slice(
                    null,
                    null,
                    null,
                    stream.datastream().id(),
                    new TimeWindow(
                            Instant.ofEpochSecond(network.startS()[0]),
                            Instant.ofEpochSecond(network.startS()[network.hours() - 1] + 2 * step)),
                    choice.asOf,
                    true);
            store.scan(slice, (_, start, end, _, _, found) -> {
                int at = Arrays.binarySearch(network.startS(), start == end ? start - step : start);
                if (at >= 0) {
                    row[at] = found;
                }
            });
        }
        return Optional.of(flags);
    }

    @Override
    public List<String> knownWeather() {
        if (choice.station == null) {
            return List.of();
        }
        FeatureOfInterest station = stations.station(choice.station);
        List<DatastreamSummary> streams = (choice.values.isEmpty() ? stations.propertiesOf(station) : choice.values)
                .stream().map(value -> stations.datastream(station, value)).toList();
        return stations.weatherStation(station, false, streams)
                .map(place -> WEATHER.stream()
                        .filter(id -> stations.observes(place, id, streams))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<Network> weather(String property) {
        boolean observed = inventory.listOfProperty(property).stream().anyMatch(networks::touches);
        try {
            return observed ? Optional.of(network(property, Need.NONE)) : Optional.empty();
        } catch (BadSetting _) {
            // The stations said nothing of it in these hours: a clear sky has no cloud base.
            return Optional.empty();
        }
    }
}
