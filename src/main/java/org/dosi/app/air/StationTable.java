package org.dosi.app.air;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.model.Name;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;

/// A user's table of stations: `id,lon,lat`, and `name` if there is one.
final class StationTable {
    private StationTable() {}

    /// The stations by id.
    static Map<String, Network.Station> read(Path file) {
        PlainTable.TextTable table = PlainTable.readTexts(new SourceFile(file), "a table of stations: id,lon,lat");
        int id = index(table, "id", "station", "station_code");
        int lon = index(table, "lon", "longitude");
        int lat = index(table, "lat", "latitude");
        int name = table.headings().indexOf("name");
        Map<String, Network.Station> known = new TreeMap<>();
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
        return known;
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
