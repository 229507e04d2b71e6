package org.dosi.app.air;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Provenance;
import org.dosi.app.command.Session;
import org.dosi.app.command.TimeOption;
import org.dosi.app.command.Version;
import org.dosi.app.offer.PlainFiles;
import org.dosi.model.Name;
import org.dosi.model.NearId;
import org.dosi.model.TimeTable;
import org.dosi.model.TimeWindow;
import org.dosi.source.Heading;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceException;
import org.dosi.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// Air data from a plain file: no quality rules, stamps as written unless a zone is named.
final class FileAirData implements AirData {
    private final Session session;
    private final AirOptions options;
    private final Path path;
    private final @Nullable ZoneId zone;
    private final TimeWindow window;
    private final FileInput file;

    /// What whoever asked should know of the file; also of what was read with more hours around the window.
    private final Set<Name> remarks;

    /// @param window reads the window's ends in a zone
    FileAirData(Session session, AirOptions options, Function<ZoneId, TimeWindow> window) {
        this(session, options, window, new LinkedHashSet<>());
    }

    private FileAirData(Session session, AirOptions options, Function<ZoneId, TimeWindow> window, Set<Name> remarks) {
        if (options.csv == null) {
            throw new IllegalArgumentException("expected a file");
        }
        this.remarks = remarks;
        this.session = session;
        this.options = options;
        this.path = session.resolve(options.csv);
        this.zone = TimeOption.zone(options.zone);
        this.window = window.apply(zone == null ? ZoneOffset.UTC : zone);
        this.file = new FileInput(session, options, new FileUnits(options.unit), zone, remarks);
    }

    @Override
    public List<String> values() {
        return options.values;
    }

    /// Where no value was asked for, the refusal names what the file has.
    @Override
    public String value() {
        if (options.values.isEmpty()) {
            List<String> columns = columns();
            throw new BadSetting("value: expected one value, such as %s, found none; the columns of %s are %s"
                    .formatted(
                            columns.stream()
                                    .filter(column -> Pollutants.find(column).isPresent())
                                    .findFirst()
                                    .orElse("pm10"),
                            path.getFileName(),
                            String.join(", ", columns)));
        }
        return AirData.super.value();
    }

    /// Those that hold numbers and are no wind; all of a file that is no series of times, such as trajectories.
    private List<String> columns() {
        SourceFile source = new SourceFile(path);
        try {
            return PlainTable.read(source, file.request(null)).columns().stream()
                    .map(TimeTable.Column::id)
                    .filter(column -> !file.namedWind().contains(column))
                    .toList();
        } catch (SourceException noSeries) {
            return PlainTable.readTexts(source, "a table with a heading line").headings();
        }
    }

    @Override
    public void requireGroupColumn(String by, List<String> groupings) {
        List<String> headings = PlainTable.headings(new SourceFile(path));
        if (headings.stream()
                .noneMatch(heading ->
                        heading.equals(by) || Heading.of(heading).name().equals(by))) {
            throw new BadSetting("by: expected one of %s, or a column (%s), found '%s'%s"
                    .formatted(
                            String.join(", ", groupings), String.join(", ", headings), by, NearId.hint(by, headings)));
        }
    }

    @Override
    public boolean isNetwork() {
        return options.stationColumn != null || options.stations != null;
    }

    @Override
    public TimeWindow window() {
        return window;
    }

    @Override
    public AirData wider(Duration before, Duration after) {
        return new FileAirData(session, options, _ -> window.wider(before, after), remarks);
    }

    @Override
    public Groups groups(String column, List<String> numbers) {
        PlainTable.Request request = file.request(numbers);
        Map<String, TimeTable> tables = new LinkedHashMap<>();
        Map<String, TimeTable> all = PlainTable.readGroups(new SourceFile(path), request, column);
        all.forEach((word, table) -> {
            TimeTable cut = table.in(window);
            if (cut.size() > 0) {
                tables.put(word, cut);
            }
        });
        if (tables.isEmpty()) {
            throw file.noRows(all.values(), path);
        }
        return new Groups(tables, place(), List.of(PlainFiles.input(path)));
    }

    private Name place() {
        return Name.of(path.getFileName().toString().replaceAll("(\\.csv)?(\\.gz)?$", ""));
    }

    @Override
    public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "value", String.join(",", options.values));
        put(all, "time", options.time);
        put(all, "where", options.where);
        put(all, "wind-time", options.windTime);
        put(all, "wind-speed", options.windSpeed);
        put(all, "wind-direction", options.windDirection);
        put(all, "calm-direction", Double.isNaN(options.calmDirection) ? null : "" + options.calmDirection);
        put(all, "zone", options.zone);
        put(all, "date-order", options.dateOrder == null ? null : Parameter.word(options.dateOrder));
        put(all, "missing", options.missing.stream().map(ColumnDoubts::plain).collect(Collectors.joining(",")));
        put(all, "unit", String.join(",", options.unit));
        all.putAll(parameters);
        return new Provenance(analysis, inputs, options.from, options.to, all, Version.number(), List.copyOf(remarks));
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            map.put(key, value);
        }
    }

    @Override
    public Series series(List<String> values, Need need, List<String> others) {
        if (need == Need.REQUIRED) {
            file.requireWind();
        }
        Set<String> wanted = new LinkedHashSet<>(values);
        wanted.addAll(others);
        List<String> wind = need == Need.NONE ? List.of() : file.windColumns();
        TimeTable table;
        if (values.isEmpty()) {
            table = read(null);
            file.windColumns().forEach(table::column);
        } else {
            wanted.addAll(wind);
            table = read(List.copyOf(wanted));
        }
        file.requireUnitsOf(table);
        List<TimeTable.Column> columns = new ArrayList<>();
        for (TimeTable.Column column : table.columns()) {
            boolean asked = values.isEmpty() ? !file.windColumns().contains(column.id()) : values.contains(column.id());
            if (asked || others.contains(column.id())) {
                String unit = file.units().of(column, asked);
                columns.add(new TimeTable.Column(column.id(), column.name(), unit, column.values()));
                file.remark(column.id(), unit, column.values());
            }
        }
        return new Series(
                new TimeTable(table.zone(), table.stepSeconds(), table.startS(), columns),
                place(),
                need == Need.NONE ? null : wind(table),
                file.inputs(path));
    }

    private Series.@Nullable Wind wind(TimeTable table) {
        List<String> ids = file.windColumns();
        return ids.isEmpty()
                ? file.windAlong(table.startS())
                : file.wind(file.units().metresPerSecond(table.column(ids.get(0))), table.values(ids.get(1)));
    }

    /// @param columns null for all that hold numbers
    private TimeTable read(@Nullable List<String> columns) {
        TimeTable table = PlainTable.read(new SourceFile(path), file.request(columns));
        TimeTable cut = table.in(window);
        if (cut.size() == 0) {
            throw file.noRows(List.of(table), path);
        }
        PlainFiles.requireTogether(cut.startS(), cut.stepSeconds(), 1, cut.zone());
        return cut;
    }

    @Override
    public boolean hasOtherStations() {
        return options.stationColumn != null || options.stations != null;
    }

    @Override
    public Network network(String value, Need need) {
        return new FileNetwork(file, window).read(value, need, path);
    }
}
