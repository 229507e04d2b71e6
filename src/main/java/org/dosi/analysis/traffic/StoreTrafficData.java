package org.dosi.analysis.traffic;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dosi.analysis.City;
import org.dosi.analysis.Extent;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.LinkMatches;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Provenance;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.model.NearId;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Step;
import org.dosi.model.TimeWindow;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ObservationStore;
import org.dosi.store.Slice;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/// Traffic data from a store: every datastream of one property, on the clock that most of them keep.
///
/// Of several datastreams of one place the one with most observations is taken, and the provenance says so.
public final class StoreTrafficData implements TrafficData {
    /// What is asked about where nobody says.
    private static final String USUAL = "traffic_volume";

    /// A place is counted hour by hour or oftener; what comes by the month is no traffic of a moment.
    private static final Set<Step> CLOCKS = Set.of(Step.MINUTES_5, Step.HOUR);

    /// What a grid of numbers may take: two gigabytes.
    private static final long MOST_VALUES = 250_000_000;

    private final City city;
    private final ObservationStore store;
    private final Inventory inventory;
    private final Choice choice;
    private final String version;
    private @Nullable Roads roads;

    /// Which of the store's data.
    ///
    /// @param property its id; null for volumes, or for the only one that detectors observe
    /// @param dataset null for any
    /// @param window by the start of the step
    /// @param asOf the state as it was known then; null for now
    /// @param flagged with flagged values too
    public record Choice(
            @Nullable String property,
            @Nullable String dataset,
            TimeWindow window,
            @Nullable Instant asOf,
            boolean flagged) {

        Choice in(TimeWindow other) {
            return new Choice(property, dataset, other, asOf, flagged);
        }

        Choice of(String other) {
            return new Choice(other, dataset, window, asOf, flagged);
        }
    }

    public StoreTrafficData(City city, ObservationStore store, Inventory inventory, Choice choice, String version) {
        this.city = city;
        this.store = store;
        this.inventory = inventory;
        this.choice = choice;
        this.version = version;
    }

    @Override
    public Optional<String> property() {
        return Optional.ofNullable(choice.property);
    }

    @Override
    public TimeWindow window() {
        return choice.window;
    }

    @Override
    public TrafficData in(TimeWindow window) {
        return new StoreTrafficData(city, store, inventory, choice.in(window), version);
    }

    @Override
    public TrafficData of(String property) {
        return new StoreTrafficData(city, store, inventory, choice.of(property), version);
    }

    @Override
    public CityCalendar calendar() {
        return CityCalendar.of(city.zone());
    }

    @Override
    public Neighbours neighbours(Detectors detectors) {
        return MapNeighbours.of(detectors.list());
    }

    @Override
    public Roads roads() {
        if (roads == null) {
            List<FeatureOfInterest> links = inventory.listFeatures(FeatureCollection.LINKS.id());
            roads = links.isEmpty() ? Roads.NONE : new Roads(links, LinkMatches.of(city, inventory), city.metricCrs());
        }
        return roads;
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
    public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("property", observed().id());
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
                remark().stream().toList());
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private String local(Instant time) {
        return time.atZone(city.zone()).toOffsetDateTime().toString();
    }

    private ObservedProperty observed() {
        Map<String, ObservedProperty> known = new TreeMap<>();
        for (DatastreamSummary summary : inventory.listDatastreams()) {
            if (isCounted(summary)) {
                known.put(
                        summary.datastream().property().id(),
                        summary.datastream().property());
            }
        }
        String asked = choice.property != null
                ? choice.property
                : known.size() == 1 ? known.keySet().iterator().next() : USUAL;
        ObservedProperty property = known.get(asked);
        if (property == null) {
            throw BadSetting.of(
                    "property: '%s' 값을 시간마다 관측하는 곳이 없습니다(%s)".formatted(asked, String.join(", ", known.keySet())),
                    "property: expected one that is observed hour by hour or oftener (%s), found '%s'%s"
                            .formatted(String.join(", ", known.keySet()), asked, NearId.hint(asked, known.keySet())));
        }
        return property;
    }

    private boolean isCounted(DatastreamSummary summary) {
        return summary.count() > 0
                && CLOCKS.contains(summary.datastream().step())
                && summary.datastream().feature().startsWith(FeatureCollection.TRAFFIC_POINTS.id() + ":");
    }

    private List<DatastreamSummary> all() {
        return inventory.listOfProperty(observed().id()).stream()
                .filter(this::isCounted)
                .filter(summary -> choice.dataset == null
                        || choice.dataset.equals(summary.datastream().dataset()))
                .filter(summary -> summary.from().isBefore(choice.window.to())
                        && summary.to().isAfter(choice.window.from()))
                .toList();
    }

    /// One for each place, in ascending order of their ids, all with the step that most have.
    private List<DatastreamSummary> chosen() {
        List<DatastreamSummary> all = all();
        if (choice.dataset != null && all.isEmpty()) {
            Set<String> datasets = inventory.listOfProperty(observed().id()).stream()
                    .map(summary -> summary.datastream().dataset())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!datasets.contains(choice.dataset)) {
                throw new BadSetting("dataset: expected a data set with observations of %s (%s), found '%s'%s"
                        .formatted(
                                observed().id(),
                                String.join(", ", datasets),
                                choice.dataset,
                                NearId.hint(choice.dataset, datasets)));
            }
        }
        if (all.isEmpty()) {
            throw nothing();
        }
        Map<Step, Long> steps = all.stream()
                .collect(Collectors.groupingBy(summary -> summary.datastream().step(), Collectors.counting()));
        Step step = steps.entrySet().stream()
                .max(Map.Entry.<Step, Long>comparingByValue().thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
        Map<String, DatastreamSummary> best = new TreeMap<>();
        for (DatastreamSummary summary : all) {
            if (summary.datastream().step() == step) {
                best.merge(summary.datastream().feature(), summary, (a, b) -> b.count() > a.count() ? b : a);
            }
        }
        return List.copyOf(best.values());
    }

    private BadSetting nothing() {
        List<DatastreamSummary> whenever = inventory.listOfProperty(observed().id()).stream()
                .filter(this::isCounted)
                .toList();
        Instant from = whenever.stream()
                .map(DatastreamSummary::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant to = whenever.stream()
                .map(DatastreamSummary::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return BadSetting.of(
                "이 기간에는 관측값이 없습니다(%s~%s에는 있습니다)".formatted(local(from), local(to)),
                "expected observations of %s in the window, found none (there are some from %s to %s)"
                        .formatted(observed().id(), local(from), local(to)));
    }

    private Optional<Name> remark() {
        int left = all().size() - chosen().size();
        return left == 0
                ? Optional.empty()
                : Optional.of(Name.of(
                        "같은 지점에 자료가 여럿이거나 시간 간격이 다른 %d개 자료열은 쓰지 않았습니다".formatted(left),
                        "%d datastreams are not used: another of the same place is fuller, or their step is another"
                                .formatted(left)));
    }

    @Override
    public Detectors detectors() {
        List<DatastreamSummary> streams = chosen();
        long step = streams.getFirst().datastream().step().meanSeconds();
        long from = first(streams, step);
        long to = streams.stream()
                .mapToLong(s -> s.lastStart().getEpochSecond() + 1)
                .max()
                .orElseThrow();
        to = Math.min(to, choice.window.to().getEpochSecond());
        int steps = (int) Math.max(0, (to - from + step - 1) / step);
        if ((long) steps * streams.size() > MOST_VALUES) {
            throw new BadSetting("from: expected a window of at most %,d values, found %,d steps of %d detectors"
                    .formatted(MOST_VALUES, steps, streams.size()));
        }
        double[][] values = read(streams, from, step, steps);
        int begin = 0;
        int end = steps;
        while (begin < end && isEmpty(values, begin)) {
            begin++;
        }
        while (end > begin && isEmpty(values, end - 1)) {
            end--;
        }
        if (begin == end) {
            throw nothing();
        }
        if (begin > 0 || end < steps) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Arrays.copyOfRange(values[i], begin, end);
            }
        }
        long[] startS = new long[end - begin];
        for (int i = 0; i < startS.length; i++) {
            startS[i] = from + (begin + i) * step;
        }
        ObservedProperty property = observed();
        return Detectors.of(
                city.zone(),
                step,
                startS,
                streams.stream().map(this::detector).toList(),
                new Detectors.Variable(
                        property.id(),
                        property.name(),
                        streams.getFirst().datastream().unit()),
                values,
                streams.stream().map(stream -> stream.datastream().id()).toList());
    }

    private long first(List<DatastreamSummary> streams, long step) {
        long first =
                streams.stream().mapToLong(s -> s.from().getEpochSecond()).min().orElseThrow();
        long asked = choice.window.from().getEpochSecond();
        // The clock of the data goes on counting from its own beginning.
        return asked <= first ? first : first + (asked - first + step - 1) / step * step;
    }

    private static boolean isEmpty(double[][] values, int step) {
        for (double[] row : values) {
            if (!Double.isNaN(row[step])) {
                return false;
            }
        }
        return true;
    }

    /// All in one pass over the store.
    private double[][] read(List<DatastreamSummary> streams, long from, long step, int steps) {
        double[][] values = new double[streams.size()][steps];
        Map<String, double[]> byId = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(values[i], Double.NaN);
            byId.put(streams.get(i).datastream().id(), values[i]);
        }
        TimeWindow window = new TimeWindow(Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + steps * step));
        Slice slice = new Slice(choice.dataset, observed().id(), null, null, window, choice.asOf, choice.flagged);
        store.scan(slice, (datastream, start, _, _, value, _) -> {
            double[] row = byId.get(datastream.id());
            if (row != null && (start - from) % step == 0) {
                row[(int) ((start - from) / step)] = value;
            }
        });
        return values;
    }

    private Detectors.Detector detector(DatastreamSummary summary) {
        String id = summary.datastream().feature();
        FeatureOfInterest feature =
                inventory.findFeature(id).orElseThrow(() -> new IllegalStateException("no feature " + id));
        Coordinate place = Extent.middle(feature.geometry()).orElse(new Coordinate(Double.NaN, Double.NaN));
        return new Detectors.Detector(id, feature.name(), place.x, place.y, feature.attributes());
    }
}
