package org.dosi.product.traffic;

import java.io.OutputStream;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.patterns.ClustersAnalysis;
import org.dosi.analysis.traffic.patterns.PatternsAnalysis;
import org.dosi.product.http.Json;
import org.dosi.product.plot.Style;
import org.dosi.product.text.CsvText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Points with what was found of them as GeoJSON (RFC 7946); a point without a place has no geometry.
final class PointsGeoJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private PointsGeoJson() {}

    /// Points with their cluster.
    static void clusters(ClustersAnalysis.Found found, Style style, OutputStream out) {
        try (JsonGenerator json = begun(out)) {
            for (int i = 0; i < found.points().detectors().size(); i++) {
                begin(json, found.points().detectors().get(i), style);
                json.writeNumberProperty("cluster", found.points().clusterOf()[i] + 1);
                json.writeName("silhouette");
                json.writeNumber(CsvText.rounded(found.points().silhouette(i)));
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /// Points with the mean that each pattern carries there.
    static void patterns(PatternsAnalysis.Found found, Style style, OutputStream out) {
        try (JsonGenerator json = begun(out)) {
            for (int n = 0; n < found.rows(); n++) {
                begin(json, found.detector(n), style);
                for (int k = 0; k < found.parts(); k++) {
                    json.writeName("pattern_" + (k + 1));
                    json.writeNumber(CsvText.rounded(found.loading(n, k)));
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static JsonGenerator begun(OutputStream out) {
        JsonGenerator json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeArrayPropertyStart("features");
        return json;
    }

    private static void begin(JsonGenerator json, Detectors.Detector detector, Style style) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", detector.id());
        json.writeName("geometry");
        if (detector.hasPlace()) {
            json.writeStartObject();
            json.writeStringProperty("type", "Point");
            json.writeArrayPropertyStart("coordinates");
            json.writeNumber(Json.degrees(detector.lon()));
            json.writeNumber(Json.degrees(detector.lat()));
            json.writeEndArray();
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        json.writeName("properties");
        json.writeStartObject();
        json.writeStringProperty("name", style.say(detector.name()));
    }
}
