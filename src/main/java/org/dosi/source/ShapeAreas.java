package org.dosi.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/// A source of areas from a shapefile of polygons: a feature for each record.
final class ShapeAreas implements ObservationSource {

    /// Makes a feature of a record's attributes.
    interface Translation {
        /// @return nothing if the record's code is none
        Optional<FeatureOfInterest> find(Map<String, String> row, @Nullable Geometry area);
    }

    private final SourceDescription description;
    private final List<String> needed;
    private final Translation translation;

    /// @param needed fields of the attribute table without which it is another file; the first is the code
    ShapeAreas(SourceDescription description, List<String> needed, Translation translation) {
        this.description = description;
        this.needed = needed;
        this.translation = translation;
    }

    @Override
    public SourceDescription description() {
        return description;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        ShapefileBundle bundle = ShapefileBundle.open(file, description.reads().en());
        List<List<Coordinate[]>> shapes = Shapefile.read(bundle.place("shp"), bundle.shp());
        List<Map<String, String>> rows = Dbf.read(bundle.place("dbf"), bundle.dbf(), bundle.charset());
        if (shapes.size() != rows.size() || rows.isEmpty()) {
            throw new SourceException(file.place(), "as many records as shapes", rows.size() + " and " + shapes.size());
        }
        checkFields(file, rows);
        KoreanGrid grid = grid(bundle, file, sink);
        Set<String> told = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            sink.row(null, i + 1);
            if (!rows.get(i).isEmpty()) {
                tell(rows.get(i), shapes.get(i), grid, Place.of(file.name(), i + 1), told, sink);
            }
        }
    }

    private void tell(
            Map<String, String> row,
            List<Coordinate[]> rings,
            KoreanGrid grid,
            Place place,
            Set<String> told,
            ObservationSink sink) {
        Optional<Geometry> area = findArea(rings, grid);
        if (area.isEmpty()) {
            sink.issue(new Issue(
                    place,
                    QualityElement.POSITIONAL_ACCURACY,
                    "closed rings in Korea",
                    "none in the record of " + row.get(needed.getFirst()),
                    1));
            return;
        }
        Optional<FeatureOfInterest> feature = translation.find(row, area.get());
        String code = String.valueOf(row.get(needed.getFirst()));
        if (feature.isEmpty()) {
            sink.issue(
                    new Issue(place.column(needed.getFirst()), QualityElement.DOMAIN_CONSISTENCY, "a code", code, 1));
        } else if (!told.add(feature.get().id())) {
            sink.issue(new Issue(
                    place.column(needed.getFirst()),
                    QualityElement.COMPLETENESS_COMMISSION,
                    "each code once",
                    code + " again",
                    1));
        } else {
            sink.feature(feature.get());
        }
    }

    private void checkFields(SourceFile file, List<Map<String, String>> rows) {
        Set<String> fields = rows.stream()
                .filter(row -> !row.isEmpty())
                .findFirst()
                .orElse(Map.of())
                .keySet();
        if (!fields.containsAll(needed)) {
            throw new SourceException(
                    file.place(),
                    description.reads().en() + " with the fields " + String.join(",", needed),
                    String.join(",", fields));
        }
    }

    private static KoreanGrid grid(ShapefileBundle bundle, SourceFile file, ObservationSink sink) {
        Optional<String> projection = bundle.findProjection();
        if (projection.isEmpty()) {
            sink.issue(new Issue(
                    file.place(),
                    QualityElement.COMPLETENESS_OMISSION,
                    "a projection (.prj)",
                    "none: EPSG:5181 is taken",
                    0));
            return KoreanGrid.epsg5181();
        }
        return KoreanGrid.findOfWkt(projection.get())
                .orElseThrow(() -> new SourceException(
                        bundle.place("prj"),
                        "a transverse Mercator projection of Korea 2000 or WGS84 in metres",
                        projection.get()));
    }

    private static Optional<Geometry> findArea(List<Coordinate[]> rings, KoreanGrid grid) {
        List<LinearRing> turned = new ArrayList<>();
        for (Coordinate[] ring : rings) {
            Coordinate[] points = new Coordinate[ring.length];
            for (int i = 0; i < ring.length; i++) {
                Optional<Coordinate> point = grid.findLonLat(ring[i].x, ring[i].y);
                if (point.isEmpty()) {
                    return Optional.empty();
                }
                points[i] = point.get();
            }
            Optional<LinearRing> made = Polygons.findRing(points);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            turned.add(made.get());
        }
        return Polygons.findAreaByOrientation(turned);
    }
}
