package org.dosi.app.air;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dosi.analysis.air.AirData.Need;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.app.offer.PlaceTable;
import org.dosi.app.offer.PlainFiles;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.dosi.model.TimeWindow;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// A network from a plain file: either a row for each hour and station (`--station-column`), or a row an hour and
/// a column for each station, whose heading is its id in the table of `--stations`.
final class FileNetwork {
    private final FileInput file;
    private final TimeWindow window;

    FileNetwork(FileInput file, TimeWindow window) {
        this.file = file;
        this.window = window;
    }

    Network read(String value, Need need, Path csv) {
        AirOptions options = file.options();
        if (options.stationColumn == null && options.stations == null) {
            throw new BadSetting(
                    "station-column: expected the file's column of stations, or a table of --stations whose"
                            + " ids are its columns, found none (all stations are needed)");
        }
        if (need == Need.REQUIRED) {
            file.requireWind();
        }
        boolean windy = need != Need.NONE && file.hasWind();
        List<String> wind = windy ? file.windColumns() : List.of();
        Map<String, TimeTable> byStation = new TreeMap<>();
        Map<String, TimeTable> all = options.stationColumn == null
                ? byColumn(csv, wind)
                : PlainTable.readGroups(new SourceFile(csv), file.request(with(value, wind)), options.stationColumn);
        all.forEach((station, table) -> {
            TimeTable cut = table.in(window);
            if (cut.size() > 0) {
                byStation.put(station, cut);
            }
        });
        if (byStation.isEmpty()) {
            throw file.noRows(all.values(), csv);
        }
        long[] axis = axis(byStation);
        long step = axis.length < 2 ? 3600 : axis[1] - axis[0];
        double[][] values = new double[byStation.size()][];
        // Nobody has judged a plain file: all rows are one.
        double[][] flagged = new double[byStation.size()][];
        Arrays.fill(flagged, FileInput.missing(axis.length));
        int at = 0;
        double[] speed = FileInput.missing(axis.length);
        double[] direction = FileInput.missing(axis.length);
        for (TimeTable table : byStation.values()) {
            List<TimeTable.Column> columns = table.columns();
            values[at++] = FileInput.along(axis, table, columns.getFirst().values(), FileInput.missing(axis.length));
            if (!wind.isEmpty()) {
                FileInput.along(axis, table, file.units().metresPerSecond(columns.get(1)), speed);
                FileInput.along(axis, table, columns.get(2).values(), direction);
            }
        }
        TimeTable.Column first = byStation.values().iterator().next().columns().getFirst();
        String unit = file.units().of(new TimeTable.Column(value, first.name(), first.unit(), first.values()), true);
        file.remark(
                value,
                unit,
                Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray());
        file.units()
                .requireColumns(Stream.of(options.values, List.of(value), file.namedWind())
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
        Series.@Nullable Wind found =
                wind.isEmpty() ? windy ? file.windAlong(axis) : null : file.wind(speed, direction);
        return new Network(
                byStation.values().iterator().next().zone(),
                step,
                axis,
                stations(List.copyOf(byStation.keySet())),
                new Network.Variable(value, Name.of(value), unit),
                values,
                flagged,
                found,
                file.inputs(csv));
    }

    private static List<String> with(String value, List<String> wind) {
        List<String> columns = new ArrayList<>(List.of(value));
        columns.addAll(wind);
        return columns;
    }

    /// A table for each column whose heading is the id of a station: its values and the wind beside it.
    private Map<String, TimeTable> byColumn(Path csv, List<String> wind) {
        Map<String, Network.Station> known = knownStations();
        List<String> headings = PlainTable.readTexts(new SourceFile(csv), "a table with a heading line")
                .headings();
        List<String> ids = headings.stream().filter(known::containsKey).toList();
        if (ids.isEmpty()) {
            throw new BadSetting("stations", "ids that are columns of the file", String.join(",", known.keySet()));
        }
        List<String> columns = new ArrayList<>(ids);
        columns.addAll(wind);
        TimeTable table = PlainTable.read(new SourceFile(csv), file.request(columns));
        Map<String, TimeTable> tables = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            List<TimeTable.Column> own = new ArrayList<>(List.of(table.columns().get(i)));
            own.addAll(table.columns().subList(ids.size(), columns.size()));
            tables.put(ids.get(i), new TimeTable(table.zone(), table.stepSeconds(), table.startS(), own));
        }
        return tables;
    }

    /// Every step from the first hour of any station to the last.
    private static long[] axis(Map<String, TimeTable> tables) {
        long[] all = tables.values().stream()
                .flatMapToLong(table -> Arrays.stream(table.startS()))
                .sorted()
                .distinct()
                .toArray();
        long step = TimeTable.usualStep(all);
        PlainFiles.requireTogether(
                all, step, tables.size(), tables.values().iterator().next().zone());
        long[] axis = new long[(int) ((all[all.length - 1] - all[0]) / step) + 1];
        Arrays.setAll(axis, i -> all[0] + i * step);
        return axis;
    }

    /// Where they stand, as the table of stations says; unknown without one.
    private List<Network.Station> stations(List<String> ids) {
        Map<String, Network.Station> known = knownStations();
        return ids.stream()
                .map(id -> known.getOrDefault(id, new Network.Station(id, Name.of(id), Double.NaN, Double.NaN)))
                .toList();
    }

    private Map<String, Network.Station> knownStations() {
        AirOptions options = file.options();
        return options.stations == null ? Map.of() : stations(file.session().resolve(options.stations));
    }

    /// A user's table of stations, by id.
    static Map<String, Network.Station> stations(Path table) {
        Map<String, Network.Station> known = new TreeMap<>();
        PlaceTable.read(table, "stations", "a table of stations")
                .forEach((id, at) -> known.put(id, new Network.Station(id, at.name(), at.lon(), at.lat())));
        return known;
    }
}
