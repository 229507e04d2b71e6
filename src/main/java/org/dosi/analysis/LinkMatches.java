package org.dosi.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dosi.kernel.geo.LinkMatching;
import org.dosi.kernel.geo.LinkReach;
import org.dosi.kernel.geo.Links;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/// Which link carries which counted direction: the kernel's inference on the city's features.
///
/// @param rows by id of the counted direction; a direction that no link fits is left out
public record LinkMatches(List<Row> rows) {
    private static final String DIRECTION = "direction";

    /// How sure a match is. It is never more than inferred: no publisher says which link a point counts.
    public enum Confidence {
        INFERRED,
        /// The road runs past the centre, so that which of its directions is inbound is a guess.
        AMBIGUOUS
    }

    /// One counted direction.
    ///
    /// @param feature id of the counting point and direction
    /// @param link id of the link
    /// @param distanceM from the point to the link
    /// @param reach the links before and after on which its count may be shown too
    public record Row(String feature, String link, double distanceM, Confidence confidence, List<Near> reach) {}

    /// A link near a counted one on the same carriageway.
    ///
    /// @param distanceM along the road between the two
    public record Near(String link, double distanceM) {}

    /// The two directions of a place; either may be absent.
    private static final class Place {
        private final Coordinate at;
        private @Nullable FeatureOfInterest in;
        private @Nullable FeatureOfInterest out;

        private Place(Coordinate at) {
            this.at = at;
        }
    }

    public static LinkMatches of(City city, Inventory inventory) {
        CoordinateTransform project = projection(city);
        List<FeatureOfInterest> roads = new ArrayList<>();
        List<double[][]> vertices = new ArrayList<>();
        for (FeatureOfInterest link : inventory.listFeatures(FeatureCollection.LINKS.id())) {
            Geometry geometry = link.geometry();
            if (geometry != null && geometry.getNumPoints() > 1) {
                roads.add(link);
                vertices.add(metres(project, geometry.getCoordinates()));
            }
        }
        List<Place> places = places(inventory);
        Coordinate[] points = places.stream().map(place -> place.at).toArray(Coordinate[]::new);
        double[][] xy = metres(project, points);
        double[][] centre = metres(project, new Coordinate(city.centreLon(), city.centreLat()));
        Links links = new Links(
                vertices.stream().map(v -> v[0]).toArray(double[][]::new),
                vertices.stream().map(v -> v[1]).toArray(double[][]::new));
        List<LinkMatching.PointMatch> matches = LinkMatching.match(links, xy[0], xy[1], centre[0][0], centre[1][0]);
        Stretches stretches = Stretches.of(links, matches, roads);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            add(rows, places.get(i).in, matches.get(i).in(), stretches);
            add(rows, places.get(i).out, matches.get(i).out(), stretches);
        }
        rows.sort(java.util.Comparator.comparing(Row::feature));
        return new LinkMatches(List.copyOf(rows));
    }

    private static void add(
            List<Row> rows, @Nullable FeatureOfInterest point, LinkMatching.Match match, Stretches stretches) {
        if (point != null && match.link() >= 0) {
            rows.add(new Row(
                    point.id(),
                    stretches.id(match.link()),
                    match.distanceM(),
                    confidence(match),
                    stretches.near(match.link())));
        }
    }

    /// The stretches of the counted links; one ends where the next begins.
    private record Stretches(LinkReach reach, Set<Integer> counted, List<FeatureOfInterest> roads) {

        static Stretches of(Links links, List<LinkMatching.PointMatch> matches, List<FeatureOfInterest> roads) {
            Set<Integer> counted = new HashSet<>();
            for (LinkMatching.PointMatch match : matches) {
                counted.add(match.in().link());
                counted.add(match.out().link());
            }
            return new Stretches(new LinkReach(links), counted, roads);
        }

        String id(int link) {
            return roads.get(link).id();
        }

        /// Without the counted link itself, which comes first.
        List<Near> near(int link) {
            return reach.of(link, counted).stream()
                    .skip(1)
                    .map(stretch -> new Near(id(stretch.link()), stretch.distanceM()))
                    .toList();
        }
    }

    private static Confidence confidence(LinkMatching.Match match) {
        return switch (match.confidence()) {
            case INFERRED -> Confidence.INFERRED;
            case AMBIGUOUS -> Confidence.AMBIGUOUS;
            case NONE -> throw new IllegalStateException("a match without a link has no confidence");
        };
    }

    /// Directions that are counted at the same place belong together; those without a place are left out.
    private static List<Place> places(Inventory inventory) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (FeatureOfInterest point : inventory.listFeatures(FeatureCollection.TRAFFIC_POINTS.id())) {
            Geometry geometry = point.geometry();
            if (geometry == null || geometry.isEmpty()) {
                continue;
            }
            String key = point.attributes().getOrDefault("point", geometry.toText());
            Place place = places.computeIfAbsent(key, _ -> new Place(geometry.getCoordinate()));
            switch (point.attributes().getOrDefault(DIRECTION, "")) {
                case "in" -> place.in = point;
                case "out" -> place.out = point;
                default -> {
                    // A point of a plain file that does not say which way it counts.
                }
            }
        }
        return List.copyOf(places.values());
    }

    private static CoordinateTransform projection(City city) {
        CRSFactory crs = new CRSFactory();
        return new CoordinateTransformFactory()
                .createTransform(crs.createFromName("EPSG:4326"), crs.createFromName(city.metricCrs()));
    }

    private static double[][] metres(CoordinateTransform project, Coordinate... points) {
        double[][] xy = new double[2][points.length];
        ProjCoordinate metres = new ProjCoordinate();
        for (int i = 0; i < points.length; i++) {
            project.transform(new ProjCoordinate(points[i].x, points[i].y), metres);
            xy[0][i] = metres.x;
            xy[1][i] = metres.y;
        }
        return xy;
    }
}
