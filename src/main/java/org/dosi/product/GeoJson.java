package org.dosi.product;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dosi.model.FeatureOfInterest;
import org.dosi.product.http.Answers;
import org.dosi.product.http.Json;
import org.dosi.product.http.Link;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/// Features as GeoJSON (RFC 7946): longitude before latitude, outer rings counter-clockwise, seven decimals.
final class GeoJson {
    static final String NAME_KO = "name_ko";
    static final String NAME_EN = "name_en";

    private GeoJson() {}

    /// One feature.
    ///
    /// @param keys of the attributes; written as null where the feature lacks one, so that all features of a
    ///     collection have the same fields: readers such as GDAL take the fields from the first features
    /// that they
    ///     see
    /// @param links of a feature that stands alone
    static byte[] feature(FeatureOfInterest feature, Collection<String> keys, List<Link> links) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Answers.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeStringProperty("id", feature.id());
            json.writeName("geometry");
            geometry(json, feature.geometry());
            json.writeName("properties");
            properties(json, feature, keys);
            if (!links.isEmpty()) {
                json.writePOJOProperty("links", links);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void properties(JsonGenerator json, FeatureOfInterest feature, Collection<String> keys) {
        json.writeStartObject();
        json.writeStringProperty(NAME_KO, feature.name().ko());
        json.writeStringProperty(NAME_EN, feature.name().en());
        Map<String, String> attributes = feature.attributes();
        for (String key : keys) {
            if (!key.equals(NAME_KO) && !key.equals(NAME_EN)) {
                json.writeStringProperty(key, attributes.get(key));
            }
        }
        json.writeEndObject();
    }

    private static void geometry(JsonGenerator json, @Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        boolean mixed = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        json.writeArrayPropertyStart(mixed ? "geometries" : "coordinates");
        switch (geometry) {
            case Point point -> position(json, point.getCoordinateSequence(), 0);
            case LineString line -> positions(json, line.getCoordinateSequence(), false);
            case Polygon polygon -> rings(json, polygon);
            case Geometry several -> parts(json, several, mixed);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void parts(JsonGenerator json, Geometry geometry, boolean mixed) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (mixed) {
                geometry(json, part);
                continue;
            }
            json.writeStartArray();
            switch (part) {
                case Point point -> position(json, point.getCoordinateSequence(), 0);
                case LineString line -> positions(json, line.getCoordinateSequence(), false);
                case Polygon polygon -> rings(json, polygon);
                case Geometry other ->
                    throw new IllegalArgumentException(
                            "expected points, lines or polygons in a collection, found " + other.getGeometryType());
            }
            json.writeEndArray();
        }
    }

    private static void rings(JsonGenerator json, Polygon polygon) {
        ring(json, polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(json, polygon.getInteriorRingN(i), false);
        }
    }

    private static void ring(JsonGenerator json, LinearRing ring, boolean counterClockwise) {
        CoordinateSequence points = ring.getCoordinateSequence();
        json.writeStartArray();
        positions(json, points, Orientation.isCCW(points) != counterClockwise);
        json.writeEndArray();
    }

    private static void positions(JsonGenerator json, CoordinateSequence points, boolean backwards) {
        for (int i = 0; i < points.size(); i++) {
            json.writeStartArray();
            position(json, points, backwards ? points.size() - 1 - i : i);
            json.writeEndArray();
        }
    }

    private static void position(JsonGenerator json, CoordinateSequence points, int i) {
        json.writeNumber(Json.degrees(points.getX(i)));
        json.writeNumber(Json.degrees(points.getY(i)));
    }
}
