package org.dosi.model;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// What a property belongs to: the air at a station, a road at a counting point, a district.
///
/// @param id `collection:code`, e.g. `air-stations:101`
/// @param geometry WGS84, longitude before latitude; null where the publisher does not say
/// @param attributes what else its publisher says of it, by lower-case key; shown, never computed with
public record FeatureOfInterest(
        String id, Name name, @Nullable Geometry geometry, Map<String, String> attributes) {

    public FeatureOfInterest {
        if (!id.matches("[a-z0-9-]+:\\S.*")) {
            throw new IllegalArgumentException("a feature id is collection:code, found '%s'".formatted(id));
        }
        attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    public static String id(FeatureCollection collection, String code) {
        return collection.id() + ":" + code;
    }

    public String collection() {
        return id.substring(0, id.indexOf(':'));
    }

    public String code() {
        return id.substring(id.indexOf(':') + 1);
    }
}
