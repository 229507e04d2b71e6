package org.dosi.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dosi.model.FeatureOfInterest;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/// The features next to a point.
public final class Nearby {
    /// Mean radius of the earth, IUGG.
    private static final double EARTH_RADIUS_M = 6_371_008.8;

    private Nearby() {}

    /// A feature and how far it is.
    ///
    /// @param distanceM to the nearest point of the feature; 0 inside an area
    public record Neighbour(FeatureOfInterest feature, double distanceM) {}

    /// The nearest first. A feature without geometry is nowhere.
    ///
    /// Distances are taken on a plane that touches the earth at the point: within a city the error is below
    /// 0.1 %.
    public static List<Neighbour> find(List<FeatureOfInterest> features, double lon, double lat, int limit) {
        Point origin = new GeometryFactory().createPoint(new Coordinate(0, 0));
        List<Neighbour> neighbours = new ArrayList<>();
        for (FeatureOfInterest feature : features) {
            Geometry geometry = feature.geometry();
            if (geometry != null && !geometry.isEmpty()) {
                neighbours.add(
                        new Neighbour(feature, onPlane(geometry, lon, lat).distance(origin)));
            }
        }
        neighbours.sort(Comparator.comparingDouble(Neighbour::distanceM)
                .thenComparing(neighbour -> neighbour.feature().id()));
        return neighbours.stream().limit(limit).toList();
    }

    private static Geometry onPlane(Geometry geometry, double lon, double lat) {
        double metresPerDegree = Math.toRadians(1) * EARTH_RADIUS_M;
        double shrink = Math.cos(Math.toRadians(lat));
        Geometry moved = geometry.copy();
        CoordinateFilter move = coordinate -> {
            coordinate.x = (coordinate.x - lon) * metresPerDegree * shrink;
            coordinate.y = (coordinate.y - lat) * metresPerDegree;
        };
        moved.apply(move);
        moved.geometryChanged();
        return moved;
    }
}
