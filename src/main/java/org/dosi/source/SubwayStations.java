package org.dosi.source;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/// How two publishers call the same subway stations, and where those of the ridership tables are.
///
/// Ridership is counted by the operator's line (경원선), the station table has the line that passengers know
/// (1호선).
/// The operator's lines are kept, because 서울역 is counted once on 1호선 and once on 경부선, and those are two
/// counts.
final class SubwayStations {
    private static final Map<String, String> PASSENGER_LINES = Map.ofEntries(
            Map.entry("경부선", "1호선"),
            Map.entry("경원선", "1호선"),
            Map.entry("경인선", "1호선"),
            Map.entry("장항선", "1호선"),
            Map.entry("일산선", "3호선"),
            Map.entry("과천선", "4호선"),
            Map.entry("안산선", "4호선"),
            Map.entry("9호선2~3단계", "9호선"),
            Map.entry("경의선", "경의중앙선"),
            Map.entry("중앙선", "경의중앙선"),
            Map.entry("분당선", "수인분당선"),
            Map.entry("수인선", "수인분당선"),
            Map.entry("공항철도 1호선", "공항철도"));

    /// Stations that were renamed, so that a series goes on under the later name.
    private static final Map<String, String> RENAMED = Map.of("지제", "평택지제", "화전", "한국항공대", "뚝섬유원지", "자양");

    private static final Pattern NUMBERED = Pattern.compile("(\\d)호선(.*)");

    private record Key(String line, String station) {}

    private static final Map<Key, Optional<Point>> POSITIONS = positions();
    private static final Map<Key, Key> BY_PASSENGER_LINE = byPassengerLine();

    private SubwayStations() {}

    /// The station as a feature, for the ridership of one line there.
    static FeatureOfInterest ofRidership(String line, String station) {
        Key key = new Key(line(line), station(station));
        return feature(key, POSITIONS.getOrDefault(key, Optional.empty()).orElse(null));
    }

    /// The station as a feature, for a position of the station table: the same feature as in the ridership
    /// tables, where those have one. A station that several of the operator's lines count is the first of
    /// them.
    static FeatureOfInterest ofTable(String line, String station, Coordinate position) {
        Key told = new Key(line(line), station(station));
        Key key = POSITIONS.containsKey(told) ? told : BY_PASSENGER_LINE.getOrDefault(told, told);
        return feature(key, Polygons.FACTORY.createPoint(position));
    }

    /// Without the by-name in brackets, which comes and goes: `동대문역사문화공원(DDP)`.
    static String station(String text) {
        String plain = SeoulDong.repaired(text).replaceAll("\\(.*?\\)", "").strip();
        return RENAMED.getOrDefault(plain, plain);
    }

    /// Without the stroke of `경의/중앙선`, which would divide an id.
    static String line(String text) {
        return text.replace("/", "").strip();
    }

    private static FeatureOfInterest feature(Key key, @Nullable Point position) {
        String ko = key.station.endsWith("역") ? key.station : key.station + "역";
        return new FeatureOfInterest(
                FeatureOfInterest.id(FeatureCollection.SUBWAY_STATIONS, key.line + "/" + key.station),
                Name.of(
                        ko + " (" + key.line + ")",
                        Romanizer.station(key.station) + " (" + englishLine(key.line) + ")"),
                position,
                Map.of("line", key.line, "station", key.station));
    }

    private static String englishLine(String line) {
        Matcher numbered = NUMBERED.matcher(line);
        if (numbered.matches()) {
            String phases = numbered.group(2).replace("단계", "").replace("~", "–");
            return "Line " + numbered.group(1) + (phases.isEmpty() ? "" : " phases " + phases);
        }
        if (line.startsWith("공항철도")) {
            return "Airport Railroad";
        }
        return line.endsWith("선")
                ? Romanizer.place(line.substring(0, line.length() - 1)) + " Line"
                : Romanizer.place(line);
    }

    private static Map<Key, Optional<Point>> positions() {
        Map<Key, Optional<Point>> positions = new LinkedHashMap<>();
        for (List<String> row : Resource.rows("subway-stations.csv", "line,station,lon,lat")) {
            Optional<Point> position = row.get(2).isEmpty()
                    ? Optional.empty()
                    : Optional.of(Polygons.FACTORY.createPoint(
                            new Coordinate(Double.parseDouble(row.get(2)), Double.parseDouble(row.get(3)))));
            positions.put(new Key(row.get(0), row.get(1)), position);
        }
        return positions;
    }

    private static Map<Key, Key> byPassengerLine() {
        Map<Key, Key> byLine = new HashMap<>();
        for (Key key : POSITIONS.keySet()) {
            byLine.putIfAbsent(new Key(PASSENGER_LINES.getOrDefault(key.line, key.line), key.station), key);
        }
        return byLine;
    }
}
