package org.dosi.product.air;

import java.io.OutputStream;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.state.SurfaceAnalysis;
import org.dosi.product.http.Json;
import org.dosi.product.plot.Style;
import org.dosi.product.text.CsvText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// A surface as GeoJSON (RFC 7946): its cells as squares, its stations as points.
final class SurfaceGeoJson {
    static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private SurfaceGeoJson() {}

    /// @param style of no matter to machines
    static void write(SurfaceAnalysis.Found found, Style style, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (int cell = 0; cell < found.grid().cells(); cell++) {
                cell(json, found, cell);
            }
            for (SurfaceAnalysis.Spot spot : found.spots()) {
                spot(json, spot);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void cell(JsonGenerator json, SurfaceAnalysis.Found found, int cell) {
        square(json, found.grid(), cell);
        number(json, "value", found.value()[cell]);
        number(json, "standard_error", found.standardError()[cell]);
        json.writeEndObject();
        json.writeEndObject();
    }

    /// Begins the feature of a cell, and its properties.
    static void square(JsonGenerator json, SurfaceAnalysis.Grid grid, int cell) {
        double west = grid.lon(cell) - grid.stepLon() / 2;
        double south = grid.lat(cell) - grid.stepLat() / 2;
        double east = west + grid.stepLon();
        double north = south + grid.stepLat();
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeName("geometry");
        json.writeStartObject();
        json.writeStringProperty("type", "Polygon");
        json.writeArrayPropertyStart("coordinates");
        json.writeStartArray();
        position(json, west, south);
        position(json, east, south);
        position(json, east, north);
        position(json, west, north);
        position(json, west, south);
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
        json.writeName("properties");
        json.writeStartObject();
        json.writeStringProperty("kind", "cell");
    }

    private static void spot(JsonGenerator json, SurfaceAnalysis.Spot spot) {
        station(json, spot.station());
        number(json, "measured", spot.measured());
        number(json, "predicted_without_itself", spot.predicted());
        number(json, "standard_error", spot.standardError());
        json.writeEndObject();
        json.writeEndObject();
    }

    /// Begins the feature of a station, and its properties.
    static void station(JsonGenerator json, Network.Station station) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", station.id());
        json.writeName("geometry");
        json.writeStartObject();
        json.writeStringProperty("type", "Point");
        json.writeName("coordinates");
        position(json, station.lon(), station.lat());
        json.writeEndObject();
        json.writeName("properties");
        json.writeStartObject();
        json.writeStringProperty("kind", "station");
        json.writeStringProperty("name_ko", station.name().ko());
        json.writeStringProperty("name_en", station.name().en());
    }

    private static void position(JsonGenerator json, double lon, double lat) {
        json.writeStartArray();
        json.writeNumber(Json.degrees(lon));
        json.writeNumber(Json.degrees(lat));
        json.writeEndArray();
    }

    static void number(JsonGenerator json, String name, double value) {
        json.writeName(name);
        if (Double.isFinite(value)) {
            json.writeNumber(CsvText.rounded(value));
        } else {
            json.writeNull();
        }
    }
}
