package org.dosi.analysis.traffic.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dosi.analysis.LinkMatches;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.Roads;
import org.dosi.kernel.geo.Sites;
import org.dosi.kernel.traffic.environment.NearestVote;
import org.dosi.model.FeatureOfInterest;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/// The links of a network with what can be told of each: its shape, its kind, and which detector counts it.
///
/// Where no class is published, a vote of the links most like it in shape tells expressways from streets: length,
/// how many links meet at its ends, and how much it winds. Whether links run across at its ends was tried and did not
/// help.
///
/// @param middle of each link, metres
/// @param shape by link: log length, log of the links that meet at its ends, log of how much it winds
/// @param detector by link: its row in the detectors' panel, -1 where nobody counts
/// @param stretch by link: the detector of a counted link of the same carriageway, [org.dosi.kernel.geo.LinkReach];
///     -1 for none
/// @param expressways how often the vote was right of expressways, each link asked without its own road
/// @param streets the same of others
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
record RoadLinks(
        List<FeatureOfInterest> links,
        Sites middle,
        double[] lengthM,
        double[][] shape,
        RoadKind[] kind,
        RoadKind.Origin[] origin,
        int[] detector,
        int[] stretch,
        double expressways,
        double streets) {

    /// Service links that continue each other end up to so far apart.
    private static final double TOUCH_M = 30;

    private static final int VOTERS = 7;

    int size() {
        return lengthM.length;
    }

    static RoadLinks of(Roads roads, Detectors detectors) {
        List<FeatureOfInterest> links = roads.links().stream()
                .filter(link -> link.geometry() != null && link.geometry().getNumPoints() > 1)
                .toList();
        CoordinateTransform project = projection(roads.metricCrs());
        Coordinate[][] lines = links.stream()
                .map(link -> metres(project, geometry(link).getCoordinates()))
                .toArray(Coordinate[][]::new);
        int n = links.size();
        double[] east = new double[n];
        double[] north = new double[n];
        double[] lengthM = new double[n];
        for (int i = 0; i < n; i++) {
            lengthM[i] = length(lines[i]);
            Coordinate middle = middle(lines[i], lengthM[i] / 2);
            east[i] = middle.x;
            north[i] = middle.y;
        }
        double[][] shape = shape(lines, lengthM);
        int[] detector = detectors(links, roads.matches(), detectors);
        int[] stretch = stretches(links, roads.matches(), detectors);
        RoadKind[] kind = new RoadKind[n];
        RoadKind.Origin[] origin = new RoadKind.Origin[n];
        double[] right = kinds(links, shape, stretch, detectors, kind, origin);
        return new RoadLinks(
                links, new Sites(east, north), lengthM, shape, kind, origin, detector, stretch, right[0], right[1]);
    }

    private static Geometry geometry(FeatureOfInterest link) {
        Geometry geometry = link.geometry();
        if (geometry == null) {
            throw new IllegalStateException("a link without geometry was left out");
        }
        return geometry;
    }

    private static CoordinateTransform projection(String metricCrs) {
        CRSFactory crs = new CRSFactory();
        return new CoordinateTransformFactory()
                .createTransform(crs.createFromName("EPSG:4326"), crs.createFromName(metricCrs));
    }

    private static Coordinate[] metres(CoordinateTransform project, Coordinate[] degrees) {
        Coordinate[] metres = new Coordinate[degrees.length];
        ProjCoordinate to = new ProjCoordinate();
        for (int i = 0; i < metres.length; i++) {
            project.transform(new ProjCoordinate(degrees[i].x, degrees[i].y), to);
            metres[i] = new Coordinate(to.x, to.y);
        }
        return metres;
    }

    private static double length(Coordinate[] line) {
        double length = 0;
        for (int v = 1; v < line.length; v++) {
            length += line[v].distance(line[v - 1]);
        }
        return length;
    }

    private static Coordinate middle(Coordinate[] line, double at) {
        double gone = 0;
        for (int v = 1; v < line.length; v++) {
            double piece = line[v].distance(line[v - 1]);
            if (piece > 0 && gone + piece >= at) {
                double part = (at - gone) / piece;
                return new Coordinate(
                        line[v - 1].x + part * (line[v].x - line[v - 1].x),
                        line[v - 1].y + part * (line[v].y - line[v - 1].y));
            }
            gone += piece;
        }
        return line[line.length - 1];
    }

    private static double[][] shape(Coordinate[][] lines, double[] lengthM) {
        STRtree ends = new STRtree();
        for (Coordinate[] line : lines) {
            ends.insert(new Envelope(line[0]), line[0]);
            ends.insert(new Envelope(line[line.length - 1]), line[line.length - 1]);
        }
        double[][] shape = new double[lines.length][];
        for (int i = 0; i < lines.length; i++) {
            Coordinate first = lines[i][0];
            Coordinate last = lines[i][lines[i].length - 1];
            double chord = Math.max(1, first.distance(last));
            shape[i] = new double[] {
                Math.log(Math.max(1, lengthM[i])),
                Math.log(meeting(ends, first) + meeting(ends, last)),
                Math.log(Math.max(1, lengthM[i] / chord))
            };
        }
        return shape;
    }

    private static int meeting(STRtree ends, Coordinate at) {
        Envelope around = new Envelope(at);
        around.expandBy(TOUCH_M);
        int count = 0;
        for (Object end : ends.query(around)) {
            count += ((Coordinate) end).distance(at) <= TOUCH_M ? 1 : 0;
        }
        return count;
    }

    /// Of two detectors on one link the first stands.
    private static int[] detectors(List<FeatureOfInterest> links, LinkMatches matches, Detectors detectors) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < detectors.size(); i++) {
            rows.put(detectors.list().get(i).id(), i);
        }
        Map<String, Integer> counted = new HashMap<>();
        for (LinkMatches.Row match : matches.rows()) {
            Integer row = rows.get(match.feature());
            if (row != null) {
                counted.putIfAbsent(match.link(), row);
            }
        }
        return links.stream()
                .mapToInt(link -> counted.getOrDefault(link.id(), -1))
                .toArray();
    }

    /// A stretch ends before the next counted link, so that most links lie on one alone; of two the nearer stands.
    private static int[] stretches(List<FeatureOfInterest> links, LinkMatches matches, Detectors detectors) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < detectors.size(); i++) {
            rows.put(detectors.list().get(i).id(), i);
        }
        Map<String, Integer> counted = new HashMap<>();
        Map<String, Double> distance = new HashMap<>();
        for (LinkMatches.Row match : matches.rows()) {
            Integer row = rows.get(match.feature());
            if (row != null) {
                counted.put(match.link(), row);
                distance.put(match.link(), -1.0);
                for (LinkMatches.Near near : match.reach()) {
                    if (near.distanceM() < distance.getOrDefault(near.link(), Double.POSITIVE_INFINITY)) {
                        distance.put(near.link(), near.distanceM());
                        counted.put(near.link(), row);
                    }
                }
            }
        }
        return links.stream()
                .mapToInt(link -> counted.getOrDefault(link.id(), -1))
                .toArray();
    }

    /// Fills kinds and origins; gives the shares of expressways and of others that the vote told rightly.
    private static double[] kinds(
            List<FeatureOfInterest> links,
            double[][] shape,
            int[] stretch,
            Detectors detectors,
            RoadKind[] kind,
            RoadKind.Origin[] origin) {
        List<Integer> known = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < kind.length; i++) {
            Map<String, String> attributes = links.get(i).attributes();
            Optional<RoadKind> published = RoadKind.find(attributes.getOrDefault("class_code", ""));
            RoadKind counted = stretch[i] < 0
                    ? null
                    : counted(detectors.list().get(stretch[i]).attributes());
            if (published.isPresent()) {
                kind[i] = published.get();
                origin[i] = RoadKind.Origin.PUBLISHED;
                groups.add(attributes.getOrDefault("road", links.get(i).id()).hashCode());
                known.add(i);
            } else if (counted != null) {
                kind[i] = counted;
                origin[i] = RoadKind.Origin.COUNTED;
                groups.add(detectors
                        .list()
                        .get(stretch[i])
                        .attributes()
                        .getOrDefault("point", String.valueOf(i))
                        .hashCode());
                known.add(i);
            }
        }
        if (known.isEmpty()) {
            Arrays.fill(kind, RoadKind.STREET);
            Arrays.fill(origin, RoadKind.Origin.INFERRED);
            return new double[] {Double.NaN, Double.NaN};
        }
        int[] label = known.stream()
                .mapToInt(i -> kind[i] == RoadKind.EXPRESSWAY ? 1 : 0)
                .toArray();
        NearestVote vote = new NearestVote(known.stream().map(i -> shape[i]).toArray(double[][]::new), label, VOTERS);
        for (int i = 0; i < kind.length; i++) {
            if (origin[i] == null) {
                kind[i] = vote.of(shape[i]) == 1 ? RoadKind.EXPRESSWAY : RoadKind.STREET;
                origin[i] = RoadKind.Origin.INFERRED;
            }
        }
        int[] given = vote.withoutOwnGroup(groups.stream().mapToInt(i -> i).toArray());
        return new double[] {right(label, given, 1), right(label, given, 0)};
    }

    private static double right(int[] label, int[] given, int which) {
        int all = 0;
        int right = 0;
        for (int i = 0; i < label.length; i++) {
            if (label[i] == which) {
                all++;
                right += given[i] == which ? 1 : 0;
            }
        }
        return all == 0 ? Double.NaN : (double) right / all;
    }

    /// What a counting point says of its road: the publisher's areas. A bridge or the border may be either.
    private static @Nullable RoadKind counted(Map<String, String> attributes) {
        return switch (attributes.getOrDefault("area_en", "")) {
            case "urban expressway" -> RoadKind.EXPRESSWAY;
            case "arterial", "downtown" -> RoadKind.STREET;
            default -> null;
        };
    }
}
