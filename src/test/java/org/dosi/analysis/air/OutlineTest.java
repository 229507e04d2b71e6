package org.dosi.analysis.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class OutlineTest {

    /// A square with a hole, a point, and a district whose borders nobody knows.
    @Test
    void areasAreDrawnByTheirRings() throws ParseException {
        Geometry area = new WKTReader()
                .read("POLYGON ((126 37, 127 37, 127 38, 126 38, 126 37),"
                        + " (126.4 37.4, 126.6 37.4, 126.6 37.6, 126.4 37.6, 126.4 37.4))");
        Geometry point = new WKTReader().read("POINT (126.5 37.5)");

        Outline outline = Outline.of(List.of(district("a", area), district("b", point), district("c", null)));

        assertThat(outline.lines())
                .hasSize(2)
                .allSatisfy(ring -> assertThat(ring).hasSize(5));
    }

    /// 0.0001 degrees are 11 m.
    @Test
    void whatIsFinerThanAPixelIsLeftOut() throws ParseException {
        Geometry area = new WKTReader().read("POLYGON ((126 37, 126.5 37.0001, 127 37, 127 38, 126 38, 126 37))");

        assertThat(Outline.of(List.of(district("a", area))).lines().getFirst()).hasSize(5);
    }

    private static FeatureOfInterest district(String id, @Nullable Geometry geometry) {
        return new FeatureOfInterest("gu:" + id, Name.of(id), geometry, Map.of());
    }
}
