package org.dosi.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/// Names and positions that ship with the program, for files that say neither.
///
/// A file of the same publisher may name a station that nobody here has seen: it reads as well, with its
/// code as its name and no position.
final class KnownPlaces {
    private static final int LONGEST_CODE = 80;
    private static final int WGS84 = 4326;
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), WGS84);

    static final KnownPlaces AIR_STATIONS =
            new KnownPlaces(FeatureCollection.AIR_STATIONS, "seoul-air-stations.csv", Map.of());
    static final KnownPlaces WEATHER_STATIONS =
            new KnownPlaces(FeatureCollection.WEATHER_STATIONS, "kma-stations.csv", Map.of());
    static final KnownPlaces NOISE_SITES = new KnownPlaces(
            FeatureCollection.NOISE_SITES,
            "noise-sites.csv",
            Map.of("position", "approximate: the subway station of the same name"));

    private final FeatureCollection collection;
    private final Map<String, FeatureOfInterest> byCode;

    /// @param attributes of every place in the table
    private KnownPlaces(FeatureCollection collection, String table, Map<String, String> attributes) {
        this.collection = collection;
        this.byCode = Resource.rows(table, "code,ko,en,lat,lon").stream()
                .map(row -> place(collection, row, attributes))
                .collect(Collectors.toUnmodifiableMap(FeatureOfInterest::code, place -> place));
    }

    Optional<FeatureOfInterest> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The place with this code, or one of which no more is known than its code and what it is called.
    FeatureOfInterest get(String code, String calledOtherwise) {
        return find(code)
                .orElseGet(() -> new FeatureOfInterest(
                        FeatureOfInterest.id(collection, code), Name.of(calledOtherwise), null, Map.of()));
    }

    /// Whether a text can be a code or a name in an id: one short line of something.
    static boolean isCode(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_CODE && text.chars().noneMatch(Character::isISOControl);
    }

    static Point point(double longitude, double latitude) {
        return GEOMETRY.createPoint(new Coordinate(longitude, latitude));
    }

    private static FeatureOfInterest place(
            FeatureCollection collection, List<String> row, Map<String, String> attributes) {
        return new FeatureOfInterest(
                FeatureOfInterest.id(collection, row.get(0)),
                new Name(row.get(1), row.get(2)),
                point(Double.parseDouble(row.get(4)), Double.parseDouble(row.get(3))),
                attributes);
    }
}
