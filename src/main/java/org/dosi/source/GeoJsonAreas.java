package org.dosi.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A source of areas from a GeoJSON feature collection (RFC 7946) in WGS84: a feature for each of its
/// features.
///
/// Features stream: one is held at a time.
final class GeoJsonAreas implements ObservationSource {

    /// Makes a feature of a GeoJSON feature's properties.
    interface Translation {
        /// @return nothing if the properties hold no code
        Optional<FeatureOfInterest> find(JsonNode properties, @Nullable Geometry area);
    }

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final SourceDescription description;
    private final List<String> needed;
    private final Translation translation;

    /// @param needed properties without which it is another file
    GeoJsonAreas(SourceDescription description, List<String> needed, Translation translation) {
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
        try (InputStream in = file.open();
                JsonParser parser = MAPPER.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrongKind(file, "something else");
            }
            boolean found = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (key.equals("features") && value == JsonToken.START_ARRAY && !found) {
                    found = readFeatures(parser, file, sink);
                } else {
                    parser.skipChildren();
                }
            }
            // Reads what follows the object: only blanks may.
            if (!found || parser.nextToken() != null) {
                throw wrongKind(file, found ? "more after it" : "no features");
            }
        } catch (JacksonIOException e) {
            throw file.broken(new IOException(reason(e), e));
        } catch (JacksonException e) {
            throw new SourceException(
                    Place.of(
                            file.name(),
                            Math.max(
                                    0,
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr())),
                    description.reads().en() + " as whole GeoJSON",
                    reason(e),
                    e);
        } catch (IOException e) {
            throw file.broken(e);
        }
    }

    private static String reason(JacksonException e) {
        return e.getOriginalMessage() == null ? e.getClass().getSimpleName() : e.getOriginalMessage();
    }

    private SourceException wrongKind(SourceFile file, String found) {
        return new SourceException(file.place(), description.reads().en() + " as a GeoJSON FeatureCollection", found);
    }

    /// @return whether there was a feature
    private boolean readFeatures(JsonParser parser, SourceFile file, ObservationSink sink) {
        Set<String> told = new HashSet<>();
        long number = 0;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int line = parser.currentTokenLocation().getLineNr();
            JsonNode node = parser.readValueAsTree();
            number++;
            sink.row(null, line);
            tell(node, new Place(file.name(), null, line, "feature " + number), told, sink);
        }
        return number > 0;
    }

    private void tell(JsonNode node, Place place, Set<String> told, ObservationSink sink) {
        JsonNode properties = node.path("properties");
        for (String name : needed) {
            if (!properties.has(name)) {
                throw new SourceException(
                        place,
                        description.reads().en() + " with " + String.join(", ", needed),
                        String.join(", ", properties.propertyNames()));
            }
        }
        Optional<Geometry> area = findArea(node.path("geometry"));
        String code = properties.path(needed.getFirst()).asString("");
        if (area.isEmpty()) {
            sink.issue(new Issue(
                    place,
                    QualityElement.POSITIONAL_ACCURACY,
                    "a polygon of closed rings in Korea",
                    "none at " + code,
                    1));
            return;
        }
        Optional<FeatureOfInterest> feature = translation.find(properties, area.get());
        if (feature.isEmpty()) {
            sink.issue(new Issue(place, QualityElement.DOMAIN_CONSISTENCY, "a code of Seoul", code, 1));
        } else if (!told.add(feature.get().id())) {
            sink.issue(new Issue(place, QualityElement.COMPLETENESS_COMMISSION, "each code once", code + " again", 1));
        } else {
            sink.feature(feature.get());
        }
    }

    private static Optional<Geometry> findArea(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        List<Polygon> polygons = new ArrayList<>();
        boolean several = geometry.path("type").asString("").equals("MultiPolygon");
        if (!several && !geometry.path("type").asString("").equals("Polygon")) {
            return Optional.empty();
        }
        for (JsonNode polygon : several ? coordinates : List.of(coordinates)) {
            Optional<Polygon> made = findPolygon(polygon);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            polygons.add(made.get());
        }
        return polygons.isEmpty() ? Optional.empty() : Optional.of(Polygons.areaOf(polygons));
    }

    private static Optional<Polygon> findPolygon(JsonNode node) {
        List<LinearRing> rings = new ArrayList<>();
        for (JsonNode ring : node) {
            Optional<LinearRing> made = findRing(ring);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            rings.add(made.get());
        }
        return rings.isEmpty()
                ? Optional.empty()
                : Optional.of(Polygons.FACTORY.createPolygon(
                        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
    }

    private static Optional<LinearRing> findRing(JsonNode ring) {
        Coordinate[] points = new Coordinate[ring.size()];
        for (int i = 0; i < points.length; i++) {
            JsonNode point = ring.get(i);
            boolean pair = point.isArray()
                    && point.size() >= 2
                    && point.get(0).isNumber()
                    && point.get(1).isNumber();
            if (!pair
                    || !KoreanGrid.isInKorea(
                            point.get(0).doubleValue(), point.get(1).doubleValue())) {
                return Optional.empty();
            }
            points[i] = new Coordinate(point.get(0).doubleValue(), point.get(1).doubleValue());
        }
        return Polygons.findRing(points);
    }
}
