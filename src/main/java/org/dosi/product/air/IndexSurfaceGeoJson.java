package org.dosi.product.air;

import java.io.OutputStream;
import java.time.Instant;
import org.dosi.analysis.air.state.IndexAnalysis;
import org.dosi.analysis.air.state.IndexSurfaceAnalysis;
import org.dosi.analysis.air.state.IndexTold;
import org.dosi.product.plot.Style;
import org.dosi.product.text.FindingText;
import tools.jackson.core.JsonGenerator;

/// The index of an hour as GeoJSON (RFC 7946): its cells as squares, its stations as points. Of several hours the one
/// with the highest index.
final class IndexSurfaceGeoJson {

    private IndexSurfaceGeoJson() {}

    /// @param style of no matter to machines
    static void write(IndexSurfaceAnalysis.Found found, Style style, OutputStream out) {
        int at = found.worst();
        IndexSurfaceAnalysis.Frame frame = found.frames().get(at);
        String time = FindingText.time(frame.startS(), found.zone());
        try (JsonGenerator json = SurfaceGeoJson.JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty(
                    "timeStamp", Instant.ofEpochSecond(frame.startS()).toString());
            json.writeArrayPropertyStart("features");
            for (int cell = 0; cell < found.grid().cells(); cell++) {
                SurfaceGeoJson.square(json, found.grid(), cell);
                json.writeStringProperty("time", time);
                cell(json, frame.cells(), cell);
                json.writeEndObject();
                json.writeEndObject();
            }
            for (IndexSurfaceAnalysis.Spot spot : found.spots()) {
                SurfaceGeoJson.station(json, spot.station());
                json.writeStringProperty("time", time);
                SurfaceGeoJson.number(json, "index", spot.index()[at]);
                grade(json, spot.grade()[at]);
                responsible(json, spot.responsible()[at]);
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void cell(JsonGenerator json, IndexTold told, int cell) {
        SurfaceGeoJson.number(json, "index", told.index()[cell]);
        SurfaceGeoJson.number(json, "lower", told.lower()[cell]);
        SurfaceGeoJson.number(json, "upper", told.upper()[cell]);
        for (int g = 0; g < IndexAnalysis.GRADE_IDS.size(); g++) {
            SurfaceGeoJson.number(json, "p_" + word(g), told.probability()[g][cell]);
        }
        grade(json, told.grade()[cell]);
        responsible(json, told.responsible()[cell]);
    }

    private static void grade(JsonGenerator json, int grade) {
        json.writeStringProperty("grade", grade < 0 ? "" : word(grade));
    }

    private static void responsible(JsonGenerator json, int item) {
        json.writeStringProperty(
                "responsible", item < 0 ? "" : IndexAnalysis.ITEMS.get(item).en());
    }

    private static String word(int grade) {
        return IndexAnalysis.GRADE_IDS.get(grade);
    }
}
