package org.dosi.app.traffic;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.traffic.CityCalendar;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.MapNeighbours;
import org.dosi.analysis.traffic.Roads;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.app.command.Session;
import org.dosi.app.command.TimeOption;
import org.dosi.app.command.Version;
import org.dosi.app.offer.PlaceTable;
import org.dosi.app.offer.PlainFiles;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.model.Dataset;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.dosi.model.TimeWindow;
import org.dosi.model.UnitSpelling;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// Traffic data from a plain file: no quality rules, stamps as written unless a zone is named.
final class FileTrafficData implements TrafficData {
    private static final Pattern STEP = Pattern.compile("(\\d{1,4}) ?(s|sec|min|m|h|hour)", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Name> PROPERTIES = Map.of(
            "traffic_volume", Name.of("교통량", "Traffic volume"),
            "traffic_speed", Name.of("통행속도", "Traffic speed"));

    private final Session session;
    private final TrafficOptions options;
    private final Path path;
    private final @Nullable ZoneId zone;
    private final TimeWindow window;

    FileTrafficData(Session session, TrafficOptions options) {
        this(
                session,
                options,
                TimeOption.window(options.from, options.to, calendarZone(TimeOption.zone(options.zone))));
    }

    private FileTrafficData(Session session, TrafficOptions options, TimeWindow window) {
        if (options.csv == null) {
            throw new IllegalArgumentException("expected a file");
        }
        this.session = session;
        this.options = options;
        this.path = session.resolve(options.csv);
        this.zone = TimeOption.zone(options.zone);
        this.window = window;
        if ((options.start == null) != (options.step == null)) {
            throw new BadSetting("expected --start and --step together (the file has no column of times then), found"
                    + " one of them");
        }
        if ((options.detectorColumn == null) != (options.value == null)) {
            throw new BadSetting("expected --detector-column and --value together, found one of them");
        }
        if (options.start != null && options.detectorColumn != null) {
            throw new BadSetting("expected a row for each time with --start, found --detector-column beside it");
        }
    }

    private static ZoneId calendarZone(@Nullable ZoneId zone) {
        return zone == null ? ZoneOffset.UTC : zone;
    }

    @Override
    public Optional<String> property() {
        return Optional.ofNullable(options.property);
    }

    @Override
    public TimeWindow window() {
        return window;
    }

    @Override
    public TrafficData in(TimeWindow other) {
        return new FileTrafficData(session, options, other);
    }

    @Override
    public TrafficData of(String property) {
        throw new BadSetting(
                "property: expected a data folder, which may hold %s beside, found one file with one property"
                        .formatted(property));
    }

    @Override
    public CityCalendar calendar() {
        return options.calendar == null ? CityCalendar.of(zone) : options.calendar;
    }

    @Override
    public Neighbours neighbours(Detectors detectors) {
        List<String> ids = detectors.list().stream().map(Detectors.Detector::id).toList();
        if (options.adjacency == null) {
            return MapNeighbours.of(detectors.list());
        }
        List<String> inFile = options.detectorColumn == null ? columnsOfFile() : ids;
        return AdjacencyTable.read(session.resolve(options.adjacency), inFile, ids);
    }

    /// The detectors in the order of the file.
    private List<String> columnsOfFile() {
        List<String> headings = new ArrayList<>(PlainTable.headings(new SourceFile(path)));
        if (options.start == null) {
            headings.remove(options.time == null ? headings.getFirst() : options.time);
        }
        return headings;
    }

    @Override
    public Roads roads() {
        return Roads.NONE;
    }

    @Override
    public Optional<Name> city() {
        return Optional.empty();
    }

    @Override
    public List<Dataset> datasets(List<String> inputs) {
        return List.of();
    }

    @Override
    public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "property", options.property);
        put(all, "time", options.time);
        put(all, "start", options.start);
        put(all, "step", options.step);
        put(all, "detector-column", options.detectorColumn);
        put(all, "value", options.value);
        put(all, "unit", options.unit);
        put(all, "zone", options.zone);
        put(all, "calendar", calendar().name().toLowerCase(java.util.Locale.ROOT));
        put(all, "missing", options.missing.isEmpty() ? null : options.missing.toString());
        all.putAll(parameters);
        return new Provenance(analysis, inputs, options.from, options.to, all, Version.number());
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    @Override
    public Detectors detectors() {
        Map<String, TimeTable> tables = new TreeMap<>();
        String unit = "";
        ZoneId read = zone;
        Map<String, double[]> values = new TreeMap<>();
        Map<String, TimeTable> whole = new LinkedHashMap<>();
        if (options.detectorColumn != null && options.value != null) {
            whole.putAll(PlainTable.readGroups(
                    new SourceFile(path), request(List.of(options.value)), options.detectorColumn));
        } else {
            TimeTable all = options.start == null
                    ? PlainTable.read(new SourceFile(path), request(null))
                    : PlainTable.readUntimed(
                            new SourceFile(path),
                            request(null),
                            TimeOption.parse("--start", options.start, calendarZone(zone)),
                            step(options.step == null ? "" : options.step));
            for (TimeTable.Column column : all.columns()) {
                whole.put(column.id(), new TimeTable(all.zone(), all.stepSeconds(), all.startS(), List.of(column)));
            }
        }
        whole.forEach((id, table) -> {
            TimeTable cut = table.in(window);
            if (cut.size() > 0) {
                tables.put(id, cut);
            }
        });
        if (tables.isEmpty()) {
            throw PlainFiles.noRows(whole.values(), path, options.from, options.to, zone);
        }
        long[] axis = axis(tables);
        for (Map.Entry<String, TimeTable> entry : tables.entrySet()) {
            TimeTable.Column column = entry.getValue().columns().getFirst();
            unit = unit.isEmpty() ? column.unit() : unit;
            values.put(entry.getKey(), along(axis, entry.getValue()));
            read = entry.getValue().zone();
        }
        long step = axis.length < 2 ? 3600 : axis[1] - axis[0];
        return Detectors.of(
                read,
                step,
                axis,
                list(List.copyOf(values.keySet())),
                variable(unit),
                values.values().toArray(double[][]::new),
                inputs());
    }

    private List<String> inputs() {
        List<String> inputs = new ArrayList<>(List.of(PlainFiles.input(path)));
        if (options.locations != null) {
            inputs.add(PlainFiles.input(session.resolve(options.locations)));
        }
        if (options.adjacency != null) {
            inputs.add(PlainFiles.input(session.resolve(options.adjacency)));
        }
        return inputs;
    }

    private Detectors.Variable variable(String ofHeading) {
        String id = options.property == null ? "value" : options.property;
        String unit = options.unit == null
                ? ofHeading
                : UnitSpelling.find(options.unit)
                        .orElseThrow(() -> new BadSetting(
                                "unit", "a unit such as " + String.join(", ", UnitSpelling.usual()), options.unit));
        return new Detectors.Variable(id, PROPERTIES.getOrDefault(id, Name.of(id)), unit);
    }

    private List<Detectors.Detector> list(List<String> ids) {
        Map<String, PlaceTable.Placed> known = options.locations == null
                ? new HashMap<>()
                : PlaceTable.read(session.resolve(options.locations), "locations", "a table of detectors");
        if (options.locations != null && ids.stream().noneMatch(known::containsKey)) {
            throw new BadSetting("locations: expected places of the file's detectors (%s, …), found others (%s, …)"
                    .formatted(
                            ids.getFirst(), known.keySet().stream().findFirst().orElse("none")));
        }
        List<Detectors.Detector> list = new ArrayList<>();
        for (String id : ids) {
            PlaceTable.Placed at = known.get(id);
            list.add(
                    at == null
                            ? new Detectors.Detector(id, Name.of(id), Double.NaN, Double.NaN, Map.of())
                            : new Detectors.Detector(id, at.name(), at.lon(), at.lat(), at.attributes()));
        }
        return list;
    }

    /// @param columns null for all that hold numbers
    private PlainTable.Request request(@Nullable List<String> columns) {
        return new PlainTable.Request(
                options.time, zone, columns, options.dateOrder, null, Set.copyOf(options.missing));
    }

    /// Every step from the first time of any detector to the last.
    private long[] axis(Map<String, TimeTable> tables) {
        TreeSet<Long> seen = new TreeSet<>();
        long[] last = new long[0];
        for (TimeTable table : tables.values()) {
            if (table.startS() != last) {
                last = table.startS();
                Arrays.stream(last).forEach(seen::add);
            }
        }
        long[] all = seen.stream().mapToLong(Long::longValue).toArray();
        long step = TimeTable.usualStep(all);
        if (86_400 % step != 0) {
            throw new BadSetting("csv: expected times whose step divides a day, found steps of %,d s".formatted(step));
        }
        PlainFiles.requireTogether(
                all, step, tables.size(), tables.values().iterator().next().zone());
        long[] axis = new long[(int) ((all[all.length - 1] - all[0]) / step) + 1];
        Arrays.setAll(axis, i -> all[0] + i * step);
        return axis;
    }

    /// Its numbers where their times stand in the axis; a time between two steps belongs to the one that it is in.
    private static double[] along(long[] axis, TimeTable table) {
        double[] onto = new double[axis.length];
        Arrays.fill(onto, Double.NaN);
        long step = axis.length < 2 ? 3600 : axis[1] - axis[0];
        double[] values = table.columns().getFirst().values();
        for (int i = 0; i < values.length; i++) {
            int at = (int) ((table.startS()[i] - axis[0]) / step);
            if (Double.isFinite(values[i])) {
                onto[at] = values[i];
            }
        }
        return onto;
    }

    private static Duration step(String text) {
        Matcher matcher = STEP.matcher(text.strip());
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            long seconds = switch (Character.toLowerCase(matcher.group(2).charAt(0))) {
                case 's' -> count;
                case 'h' -> count * 3600;
                default -> count * 60;
            };
            if (seconds > 0 && 86_400 % seconds == 0) {
                return Duration.ofSeconds(seconds);
            }
        }
        throw new BadSetting("step", "a step that divides a day, such as 5min, 15min or 1h", text);
    }
}
