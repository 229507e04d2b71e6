package org.dosi.analysis.air;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.analysis.City;
import org.dosi.analysis.Extent;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.NearId;
import org.dosi.analysis.Nearby;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Provenance;
import org.dosi.model.FeatureOfInterest;
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
/// a place has several datastreams of one property in the window, the one with most observations speaks
/// for it.
public final class StoreAirData implements AirData {
    private static final String WIND_SPEED = "wind_speed";
    private static final String WIND_DIRECTION = "wind_direction";

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

    /// The mean of a whole city is no station of its network.
    private static final String WHOLE_CITY = "city";

    private final City city;
    private final ObservationStore store;
    private final Inventory inventory;
    private final Choice choice;
    private final String version;

    /// Which of the store's data.
    ///
    /// @param values ids of properties
    /// @param station id, code or name of a feature; null if the analysis is about the network
    /// @param windStation the same for the weather station; null for the nearest
    /// @param collection of the network's stations; null for the one with most observations in the window
    /// @param window by the start of the hour
    /// @param asOf the state as it was known then; null for now
    /// @param flagged with flagged values too
    public record Choice(
            List<String> values,
            @Nullable String station,
            @Nullable String windStation,
            @Nullable String collection,
            TimeWindow window,
            @Nullable Instant asOf,
            boolean flagged) {

        Choice in(TimeWindow other) {
            return new Choice(values, station, windStation, collection, other, asOf, flagged);
        }
    }

    public StoreAirData(City city, ObservationStore store, Inventory inventory, Choice choice, String version) {
        this.city = city;
        this.store = store;
        this.inventory = inventory;
        this.choice = choice;
        this.version = version;
    }

    @Override
    public List<String> values() {
        return choice.values;
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
    public AirData wider(Duration before, Duration after) {
        return new StoreAirData(city, store, inventory, choice.in(choice.window.wider(before, after)), version);
    }

    @Override
    public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("value", String.join(",", choice.values));
        put(all, "station", choice.station);
        put(all, "wind-station", choice.windStation);
        put(all, "collection", choice.collection);
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
                version);
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
            throw new BadSetting("station", "a station, such as " + example(values), "");
        }
        FeatureOfInterest station = station(choice.station);
        List<DatastreamSummary> streams = new ArrayList<>();
        for (String value : values.isEmpty() ? propertiesOf(station) : values) {
            streams.add(datastream(station, value));
        }
        Columns columns = new Columns();
        streams.forEach(stream -> columns.read(stream));
        List<DatastreamSummary> beside = new ArrayList<>();
        Optional<FeatureOfInterest> weather = need == Need.NONE && others.isEmpty()
                ? Optional.empty()
                : weatherStation(station, need == Need.REQUIRED || !others.isEmpty());
        boolean windy = need != Need.NONE && weather.isPresent();
        weather.ifPresent(place -> {
            for (String other : others) {
                beside.add(datastream(place, other));
            }
            if (windy) {
                beside.add(datastream(place, WIND_SPEED));
                beside.add(datastream(place, WIND_DIRECTION));
            }
        });
        beside.forEach(columns::join);
        TimeTable all = columns.table(city.zone());
        Series.Wind wind = windy
                ? Series.Wind.of(
                        all.values(WIND_SPEED), all.values(WIND_DIRECTION), CALM_MARK, WIND_SPEED, WIND_DIRECTION)
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
        ObservedProperty property = property(value);
        List<DatastreamSummary> streams = networkOf(value);
        Columns columns = new Columns();
        streams.forEach(columns::read);
        List<String> inputs = new ArrayList<>();
        streams.forEach(stream -> inputs.add(stream.datastream().id()));
        FeatureOfInterest first = feature(streams.getFirst().datastream().feature());
        Optional<FeatureOfInterest> weather =
                need == Need.NONE ? Optional.empty() : weatherStation(first, need == Need.REQUIRED);
        weather.ifPresent(place -> {
            for (String id : List.of(WIND_SPEED, WIND_DIRECTION)) {
                DatastreamSummary stream = datastream(place, id);
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
                        WIND_SPEED,
                        WIND_DIRECTION);
        List<Network.Station> stations = new ArrayList<>();
        double[][] values = new double[streams.size()][];
        for (int i = 0; i < values.length; i++) {
            FeatureOfInterest feature = feature(streams.get(i).datastream().feature());
            Coordinate middle = Extent.middle(feature.geometry()).orElse(new Coordinate(Double.NaN, Double.NaN));
            stations.add(new Network.Station(feature.id(), feature.name(), middle.x, middle.y));
            values[i] = all.columns().get(i).values();
        }
        return new Network(
                city.zone(),
                all.stepSeconds(),
                all.startS(),
                stations,
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
        List<DatastreamSummary> streams = networkOf(network.variable().id());
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
        return weatherStation(station(choice.station), false)
                .map(place -> WEATHER.stream().filter(id -> observes(place, id)).toList())
                .orElse(List.of());
    }

    @Override
    public Optional<Network> weather(String property) {
        boolean observed = inventory.listOfProperty(property).stream().anyMatch(this::touches);
        return observed ? Optional.of(network(property, Need.NONE)) : Optional.empty();
    }

    // Which datastreams.

    private String example(List<String> values) {
        return inventory.listDatastreams().stream()
                .filter(s -> values.isEmpty() || s.datastream().property().id().equals(values.getFirst()))
                .map(s -> s.datastream().feature())
                .filter(feature -> !feature.startsWith(WHOLE_CITY + ":"))
                .findFirst()
                .orElse("air-stations:101");
    }

    private FeatureOfInterest feature(String id) {
        return inventory.findFeature(id).orElseThrow(() -> new IllegalStateException("no feature " + id));
    }

    /// By its id; or by its code or name, if only one that is observed has it.
    private FeatureOfInterest station(String asked) {
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
                .filter(f -> choice.values.stream().allMatch(v -> observes(f, v)))
                .toList();
        if (observing.size() == 1 || fits.size() == 1) {
            return observing.size() == 1 ? observing.getFirst() : fits.getFirst();
        }
        String several = fits.isEmpty()
                ? NearId.hint(asked, ids)
                : ", which is "
                        + String.join(
                                " or ", fits.stream().map(FeatureOfInterest::id).toList());
        throw new BadSetting("station: expected a station of this store, found '%s'%s".formatted(asked, several));
    }

    private boolean observes(FeatureOfInterest feature, String property) {
        return inventory.listOfFeature(feature.id()).stream()
                .anyMatch(s -> s.datastream().property().id().equals(property) && touches(s));
    }

    private boolean touches(DatastreamSummary summary) {
        return summary.count() > 0
                && summary.from().isBefore(choice.window.to())
                && !summary.to().isBefore(choice.window.from());
    }

    private List<String> propertiesOf(FeatureOfInterest feature) {
        return inventory.listOfFeature(feature.id()).stream()
                .filter(this::touches)
                .map(s -> s.datastream().property().id())
                .distinct()
                .toList();
    }

    private ObservedProperty property(String id) {
        return store.findProperty(id).orElseThrow(() -> {
            List<String> known =
                    store.listProperties().stream().map(ObservedProperty::id).toList();
            return new BadSetting(
                    "value: expected a property of this store, found '%s'%s".formatted(id, NearId.hint(id, known)));
        });
    }

    private DatastreamSummary datastream(FeatureOfInterest feature, String value) {
        ObservedProperty property = property(value);
        return inventory.listOfFeature(feature.id()).stream()
                .filter(s -> s.datastream().property().id().equals(property.id()) && touches(s))
                .max(Comparator.comparingLong(DatastreamSummary::count)
                        .thenComparing(s -> s.datastream().id(), Comparator.reverseOrder()))
                .orElseThrow(() -> new BadSetting("expected %s at %s in the window, found no observation of it there"
                        .formatted(value, feature.id())));
    }

    /// Those of one collection: the stations of a network are alike.
    private List<DatastreamSummary> networkOf(String value) {
        Map<String, List<DatastreamSummary>> byCollection = new TreeMap<>();
        for (DatastreamSummary summary : inventory.listOfProperty(value)) {
            String feature = summary.datastream().feature();
            String collection = feature.substring(0, feature.indexOf(':'));
            boolean wanted =
                    choice.collection == null ? !collection.equals(WHOLE_CITY) : collection.equals(choice.collection);
            if (wanted && touches(summary)) {
                byCollection.computeIfAbsent(collection, _ -> new ArrayList<>()).add(summary);
            }
        }
        List<DatastreamSummary> streams = byCollection.values().stream()
                .max(Comparator.comparingLong(list ->
                        list.stream().mapToLong(DatastreamSummary::count).sum()))
                .orElseThrow(() -> new BadSetting(
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

    private Optional<FeatureOfInterest> weatherStation(FeatureOfInterest station, boolean required) {
        if (choice.windStation != null) {
            FeatureOfInterest named = station(choice.windStation);
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
            throw new BadSetting("expected a weather station with wind in the window, found none");
        }
        return nearest;
    }

    // Reading.

    /// Values of datastreams, put into rows of common times.
    private final class Columns {
        private final List<DatastreamSummary> streams = new ArrayList<>();
        private final List<Points> points = new ArrayList<>();
        private final List<Boolean> bringRows = new ArrayList<>();
        private long @Nullable [] axis;

        void read(DatastreamSummary stream) {
            add(stream, true);
        }

        /// Beside what is there already: brings no rows of its own.
        void join(DatastreamSummary stream) {
            add(stream, false);
        }

        private void add(DatastreamSummary stream, boolean brings) {
            Points read = new Points();
            long step = stream.datastream().step().meanSeconds();
            // An instant just after the window's end belongs to its last row.
            TimeWindow window = choice.window.to().equals(TimeWindow.ALL.to())
                    ? choice.window
                    : new TimeWindow(choice.window.from(), choice.window.to().plusSeconds(step));
            Slice slice = new Slice(null, null, null, stream.datastream().id(), window, choice.asOf, true);
            store.scan(slice, (_, start, end, _, value, flags) -> {
                long row = start == end ? start - step : start;
                if (row >= choice.window.from().getEpochSecond()
                        && row < choice.window.to().getEpochSecond()) {
                    read.add(row, value, flags == 0 || choice.flagged);
                }
            });
            streams.add(stream);
            points.add(read);
            bringRows.add(brings);
        }

        private long[] rows() {
            if (axis == null) {
                long[] all = new long[0];
                for (int i = 0; i < points.size(); i++) {
                    if (bringRows.get(i)) {
                        long[] own = points.get(i).times();
                        long[] joined = Arrays.copyOf(all, all.length + own.length);
                        System.arraycopy(own, 0, joined, all.length, own.length);
                        all = joined;
                    }
                }
                axis = Arrays.stream(all).sorted().distinct().toArray();
                if (axis.length == 0) {
                    throw new BadSetting("expected observations of %s in the window, found none"
                            .formatted(streams.getFirst().datastream().id()));
                }
            }
            return axis;
        }

        /// Every step between the first and the last row gets one.
        void fillSteps() {
            long[] rows = rows();
            long step = TimeTable.usualStep(rows);
            long last = rows[rows.length - 1];
            long[] full = new long[(int) ((last - rows[0]) / step) + 1];
            for (int i = 0; i < full.length; i++) {
                full[i] = rows[0] + i * step;
            }
            axis = full;
        }

        TimeTable table(ZoneId zone) {
            long[] rows = rows();
            List<TimeTable.Column> columns = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                var stream = streams.get(i).datastream();
                columns.add(new TimeTable.Column(
                        stream.property().id(),
                        stream.property().name(),
                        stream.unit(),
                        points.get(i).along(rows, true)));
            }
            return new TimeTable(zone, TimeTable.usualStep(rows), rows, columns);
        }

        double[][] flagged(int count) {
            double[][] flagged = new double[count][];
            for (int i = 0; i < count; i++) {
                flagged[i] = points.get(i).along(rows(), false);
            }
            return flagged;
        }
    }

    /// Times, values and whether they are good, in ascending order of time.
    private static final class Points {
        private long[] time = new long[1024];
        private double[] value = new double[1024];
        private boolean[] good = new boolean[1024];
        private int size;

        void add(long at, double number, boolean isGood) {
            if (size == time.length) {
                time = Arrays.copyOf(time, 2 * size);
                value = Arrays.copyOf(value, 2 * size);
                good = Arrays.copyOf(good, 2 * size);
            }
            time[size] = at;
            value[size] = number;
            good[size++] = isGood;
        }

        long[] times() {
            return Arrays.copyOf(time, size);
        }

        /// The good values, or the flagged ones, at these times; NaN elsewhere.
        double[] along(long[] rows, boolean wantGood) {
            double[] values = new double[rows.length];
            Arrays.fill(values, Double.NaN);
            for (int i = 0; i < size; i++) {
                int at = Arrays.binarySearch(rows, time[i]);
                if (at >= 0 && good[i] == wantGood) {
                    values[at] = value[i];
                }
            }
            return values;
        }
    }
}
