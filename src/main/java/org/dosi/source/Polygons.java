package org.dosi.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/// Makes areas of rings.
final class Polygons {
    private static final int WGS84 = 4326;
    private static final int FEWEST = 4;

    static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), WGS84);

    private Polygons() {}

    /// A ring, if its points make one: four or more, the last on the first.
    static Optional<LinearRing> findRing(Coordinate[] points) {
        boolean ring = points.length >= FEWEST && points[0].equals2D(points[points.length - 1]);
        return ring ? Optional.of(FACTORY.createLinearRing(points)) : Optional.empty();
    }

    /// One polygon as such, several as a multipolygon.
    static Geometry areaOf(List<Polygon> polygons) {
        return polygons.size() == 1
                ? polygons.getFirst()
                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /// Joins rings as shapefiles give them: an outer ring runs clockwise, a hole runs against the clock and
    /// lies in the smallest outer ring around it.
    ///
    /// @return nothing if a hole lies in no outer ring
    static Optional<Geometry> findAreaByOrientation(List<LinearRing> rings) {
        List<Polygon> shells = rings.stream()
                .filter(ring -> !Orientation.isCCW(ring.getCoordinates()))
                .map(FACTORY::createPolygon)
                .sorted(Comparator.comparingDouble(Geometry::getArea))
                .toList();
        List<List<LinearRing>> holes = new ArrayList<>();
        shells.forEach(_ -> holes.add(new ArrayList<>()));
        for (LinearRing ring : rings) {
            if (Orientation.isCCW(ring.getCoordinates())) {
                Polygon hole = FACTORY.createPolygon(ring);
                int around = 0;
                while (around < shells.size() && !shells.get(around).covers(hole)) {
                    around++;
                }
                if (around == shells.size()) {
                    return Optional.empty();
                }
                holes.get(around).add(ring);
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < shells.size(); i++) {
            LinearRing[] inner = holes.get(i).toArray(LinearRing[]::new);
            polygons.add(FACTORY.createPolygon(shells.get(i).getExteriorRing(), inner));
        }
        return polygons.isEmpty() ? Optional.empty() : Optional.of(areaOf(polygons));
    }
}
