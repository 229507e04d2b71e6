package org.dosi.app.offer;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.model.Name;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;

/// A user's table of places: `id,lon,lat`, and `name` and others if there are any.
public final class PlaceTable {
    private static final List<String> ID = List.of("id", "station", "station_code", "sensor_id", "detector");
    private static final List<String> LON = List.of("lon", "longitude");
    private static final List<String> LAT = List.of("lat", "latitude");

    private PlaceTable() {}

    /// Where something is.
    ///
    /// @param lon degrees
    /// @param lat degrees
    /// @param attributes what the other columns say, without blanks
    public record Placed(String id, Name name, double lon, double lat, Map<String, String> attributes) {}

    /// The places by id.
    ///
    /// @param option that named the file
    /// @param kind what the table should be: `a table of stations`
    public static Map<String, Placed> read(Path file, String option, String kind) {
        PlainTable.TextTable table = PlainTable.readTexts(new SourceFile(file), kind + ": id,lon,lat");
        List<String> headings = table.headings();
        int id = index(headings, option, ID);
        int lon = index(headings, option, LON);
        int lat = index(headings, option, LAT);
        int name = headings.indexOf("name");
        Set<Integer> read = Set.of(id, lon, lat, name);
        Map<String, Placed> known = new TreeMap<>();
        for (List<String> row : table.rows()) {
            String label = name < 0 ? row.get(id) : row.get(name);
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < headings.size(); i++) {
                if (!read.contains(i)
                        && !row.get(i).isBlank()
                        && !headings.get(i).isBlank()) {
                    attributes.put(headings.get(i), row.get(i));
                }
            }
            known.put(
                    row.get(id),
                    new Placed(
                            row.get(id),
                            Name.of(label.isBlank() ? row.get(id) : label),
                            degrees(option, row.get(lon)),
                            degrees(option, row.get(lat)),
                            attributes));
        }
        return known;
    }

    private static int index(List<String> headings, String option, List<String> names) {
        for (String name : names) {
            int at = headings.indexOf(name);
            if (at >= 0) {
                return at;
            }
        }
        throw new BadSetting(option, "a column '" + names.getFirst() + "'", String.join(",", headings));
    }

    private static double degrees(String option, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new BadSetting(option, "degrees", text);
        }
    }
}
