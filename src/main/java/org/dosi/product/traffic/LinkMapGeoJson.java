package org.dosi.product.traffic;

import java.io.OutputStream;
import org.dosi.analysis.traffic.environment.LinkMap;
import org.dosi.analysis.traffic.environment.MappedFinding;
import org.dosi.product.http.Json;
import org.dosi.product.plot.Style;
import org.dosi.product.text.CsvText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Links with what was found of them as GeoJSON (RFC 7946): a layer of the map, and a table for other programs.
final class LinkMapGeoJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private LinkMapGeoJson() {}

    /// @param style of no matter to machines
    static void write(MappedFinding finding, Style style, OutputStream out) {
        LinkMap map = finding.map();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty("unit", map.unit());
            json.writeArrayPropertyStart("features");
            for (int i = 0; i < map.links().size(); i++) {
                link(json, map, i);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void link(JsonGenerator json, LinkMap map, int i) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", map.links().get(i).id());
        json.writeName("geometry");
        Geometry geometry = map.links().get(i).geometry();
        if (geometry == null) {
            json.writeNull();
        } else {
            line(json, geometry);
        }
        json.writeName("properties");
        json.writeStartObject();
        number(json, "value", map.value()[i]);
        map.numbers().forEach((name, values) -> number(json, name, values[i]));
        map.texts().forEach((name, values) -> json.writeStringProperty(name, values.get(i)));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty("type", "LineString");
        json.writeArrayPropertyStart("coordinates");
        for (Coordinate at : geometry.getCoordinates()) {
            json.writeStartArray();
            json.writeNumber(Json.degrees(at.x));
            json.writeNumber(Json.degrees(at.y));
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value) {
        json.writeName(name);
        if (Double.isFinite(value)) {
            json.writeNumber(CsvText.rounded(value));
        } else {
            json.writeNull();
        }
    }
}
