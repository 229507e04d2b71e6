package org.dosi.app.air;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dosi.analysis.air.AirData.Need;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.app.command.Session;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.dosi.model.TimeWindow;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// A network from a plain file: either a row for each hour and station (`--station-column`), or a row an hour and
/// a column for each station (no `--value`).
final class FileNetwork {
    private final Session session;
    private final AirOptions options;
    private final @Nullable ZoneId zone;
    private final TimeWindow window;
    private final Set<String> remarks;

    /// @param remarks gets what whoever asked should know of the file
    FileNetwork(Session session, AirOptions options, @Nullable ZoneId zone, TimeWindow window, Set<String> remarks) {
        this.session = session;
        this.options = options;
        this.zone = zone;
        this.window = window;
        this.remarks = remarks;
    }

    Network read(String value, Need need, String input) {
        if (options.csv == null || options.stationColumn == null) {
            throw new BadSetting(
                    "station-column: expected the file's column of stations, found none (all stations are needed)");
        }
        boolean windy = need != Need.NONE && options.windSpeed != null && options.windDirection != null;
        if (need == Need.REQUIRED && !windy) {
            throw new BadSetting(
                    "expected the file's columns of wind: --wind-speed COL --wind-direction COL, found none");
        }
        List<String> columns = new ArrayList<>(List.of(value));
        if (windy && options.windSpeed != null && options.windDirection != null) {
            columns.addAll(List.of(options.windSpeed, options.windDirection));
        }
        Map<String, TimeTable> byStation = new TreeMap<>();
        PlainTable.readGroups(
                        new SourceFile(session.resolve(options.csv)),
                        new PlainTable.Request(options.time, zone, columns),
                        options.stationColumn)
                .forEach((station, table) -> {
                    TimeTable cut = table.in(window);
                    if (cut.size() > 0) {
                        byStation.put(station, cut);
                    }
                });
        if (byStation.isEmpty()) {
            throw new BadSetting("expected rows in the window, found none in " + options.csv.getFileName());
        }
        long[] axis = axis(byStation);
        long step = axis.length < 2 ? 3600 : axis[1] - axis[0];
        double[][] values = new double[byStation.size()][];
        // Nobody has judged a plain file: all rows are one.
        double[][] flagged = new double[byStation.size()][];
        Arrays.fill(flagged, missing(axis.length));
        int at = 0;
        double[][] wind = {missing(axis.length), missing(axis.length)};
        for (TimeTable table : byStation.values()) {
            values[at++] = along(axis, table, 0, missing(axis.length));
            for (int c = 1; c < columns.size(); c++) {
                along(axis, table, c, wind[c - 1]);
            }
        }
        Series.Wind found = windy ? FileAirData.wind(wind[0], wind[1], options, columns.subList(1, 3), remarks) : null;
        return new Network(
                byStation.values().iterator().next().zone(),
                step,
                axis,
                stations(List.copyOf(byStation.keySet())),
                new Network.Variable(value, Name.of(value), options.unit),
                values,
                flagged,
                found,
                List.of(input));
    }

    private static double[] missing(int size) {
        double[] none = new double[size];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /// Every step from the first hour of any station to the last.
    private static long[] axis(Map<String, TimeTable> tables) {
        long[] all = tables.values().stream()
                .flatMapToLong(table -> Arrays.stream(table.startS()))
                .sorted()
                .distinct()
                .toArray();
        long step = TimeTable.usualStep(all);
        FileAirData.requireTogether(
                all, step, tables.size(), tables.values().iterator().next().zone());
        long[] axis = new long[(int) ((all[all.length - 1] - all[0]) / step) + 1];
        Arrays.setAll(axis, i -> all[0] + i * step);
        return axis;
    }

    private static double[] along(long[] axis, TimeTable table, int column, double[] onto) {
        double[] values = table.columns().get(column).values();
        for (int i = 0; i < values.length; i++) {
            int at = Arrays.binarySearch(axis, table.startS()[i]);
            if (at >= 0 && Double.isFinite(values[i])) {
                onto[at] = values[i];
            }
        }
        return onto;
    }

    /// Where they stand, as the table of stations says; unknown without one.
    private List<Network.Station> stations(List<String> ids) {
        Map<String, Network.Station> known = new TreeMap<>();
        if (options.stations != null) {
            SourceFile file = new SourceFile(session.resolve(options.stations));
            PlainTable.TextTable table = PlainTable.readTexts(file, "a table of stations: id,lon,lat");
            int id = index(table, "id", "station", "station_code");
            int lon = index(table, "lon", "longitude");
            int lat = index(table, "lat", "latitude");
            int name = table.headings().indexOf("name");
            for (List<String> row : table.rows()) {
                String label = name < 0 ? row.get(id) : row.get(name);
                known.put(
                        row.get(id),
                        new Network.Station(
                                row.get(id),
                                Name.of(label.isBlank() ? row.get(id) : label),
                                degrees(row.get(lon)),
                                degrees(row.get(lat))));
            }
        }
        return ids.stream()
                .map(id -> known.getOrDefault(id, new Network.Station(id, Name.of(id), Double.NaN, Double.NaN)))
                .toList();
    }

    private static int index(PlainTable.TextTable table, String... names) {
        for (String name : names) {
            int at = table.headings().indexOf(name);
            if (at >= 0) {
                return at;
            }
        }
        throw new BadSetting("stations", "a column '" + names[0] + "'", String.join(",", table.headings()));
    }

    private static double degrees(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new BadSetting("stations", "degrees", text);
        }
    }
}
