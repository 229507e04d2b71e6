package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.QualityElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

class TopisSourcesTest {
    private static final String LINKS = "traffic/seoul-links/link_vertex_2025.xlsx";
    private static final String CLASSES = "traffic/seoul-links/road_class_2025.xlsx";
    private static final String SEONGSU = "traffic/seongsu-speed-pattern/topis_seongsu_links.json";
    private static final double METRES_PER_DEGREE_EAST = 88_400;
    private static final double METRES_PER_DEGREE_NORTH = 110_990;

    @TempDir
    Path folder;

    /// An independent count of the workbook: 34,379 vertices of 5,093 links, then blank rows.
    @Test
    void everyLinkOfTheRealWorkbookIsToldWithAllOfItsVertices() {
        RecordingSink told = SourceFiles.readDemo(new TopisLinks(), LINKS);

        assertThat(told.featuresTold).isEqualTo(5_093);
        assertThat(told.issues).isEmpty();
        assertThat(told.features.values().stream()
                        .mapToInt(link -> geometry(link).getNumPoints())
                        .sum())
                .isEqualTo(34_379);
        assertThat(told.features.values()).allMatch(link -> link.geometry() instanceof LineString);
    }

    /// A third party turned 252 of the same links to longitude and latitude, with six decimals.
    @Test
    void theProjectionAgreesWithSomebodyElsesToTheLastDecimal() {
        Map<String, FeatureOfInterest> links = SourceFiles.readDemo(new TopisLinks(), LINKS).features;
        RecordingSink seongsu = SourceFiles.readDemo(new TopisSeongsuLinks(), SEONGSU);

        for (FeatureOfInterest theirs : seongsu.features.values()) {
            Coordinate[] ours =
                    geometry(Objects.requireNonNull(links.get(theirs.id()))).getCoordinates();
            Coordinate[] expected = geometry(theirs).getCoordinates();
            assertThat(ours).hasSameSizeAs(expected);
            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i].x).isCloseTo(expected[i].x, within(1e-6));
                assertThat(ours[i].y).isCloseTo(expected[i].y, within(1e-6));
            }
        }
    }

    /// The counting points were placed by others; half of them lie within 5 m of a link, and within 38 m of
    /// one of its vertices. A wrong belt or datum would put them hundreds of metres away.
    @Test
    void linksRunWhereTheTrafficIsCounted() {
        RecordingSink links = SourceFiles.readDemo(new TopisLinks(), LINKS);
        RecordingSink volumes =
                SourceFiles.readDemo(new SeoulVolume(), "traffic/seoul-volume-2022/seoul_traffic_volume_2022_01.xlsx");
        Geometry lines = metres(Polygons.FACTORY.buildGeometry(
                links.features.values().stream().map(TopisSourcesTest::geometry).toList()));
        Geometry vertices = Polygons.FACTORY.createMultiPointFromCoords(lines.getCoordinates());
        List<Geometry> points = volumes.features.values().stream()
                .filter(point -> point.id().endsWith("/in"))
                .map(point -> metres(geometry(point)))
                .toList();

        assertThat(points).hasSize(139);
        assertThat(median(points, lines)).isCloseTo(4.6, within(0.5));
        assertThat(median(points, vertices)).isCloseTo(38, within(2.0));
    }

    private static double median(List<Geometry> points, Geometry others) {
        IndexedFacetDistance distance = new IndexedFacetDistance(others);
        double[] sorted =
                points.stream().mapToDouble(distance::distance).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /// Independent count of the workbook: 509 roads, 11, 79, 190 and 229 of the classes 2 to 5.
    @Test
    void everyRoadHasItsClass() {
        RecordingSink told = SourceFiles.readDemo(new TopisRoadClasses(), CLASSES);

        assertThat(told.featuresTold).isEqualTo(509);
        assertThat(told.issues).isEmpty();
        Map<String, Long> classes = told.features.values().stream()
                .collect(Collectors.groupingBy(
                        road -> Objects.requireNonNull(road.attributes().get("class_code")), Collectors.counting()));
        assertThat(classes).isEqualTo(Map.of("2", 11L, "3", 79L, "4", 190L, "5", 229L));
        FeatureOfInterest road = Objects.requireNonNull(told.features.get("roads:14"));
        assertThat(road.name().ko()).isEqualTo("강변북로");
        assertThat(road.attributes()).containsEntry("road_class", "도시고속도로");
        assertThat(road.geometry() == null).as("no geometry is published").isTrue();
    }

    @Test
    void seongsuLinksKnowTheirRoadAndItsClass() {
        RecordingSink told = SourceFiles.readDemo(new TopisSeongsuLinks(), SEONGSU);

        assertThat(told.featuresTold).isEqualTo(252);
        assertThat(told.issues).isEmpty();
        FeatureOfInterest link = Objects.requireNonNull(told.features.get("links:1004350700"));
        assertThat(link.name().en()).isEqualTo("Gwangnaru-ro, down");
        assertThat(link.attributes())
                .containsEntry("road", "광나루로")
                .containsEntry("class_code", "3")
                .containsEntry("road_class", "주간선도로")
                .containsEntry("lanes", "2")
                .containsEntry("length_m", "675");
    }

    @Test
    void badLinksOfTheJsonAreIssuesAndTheOthersAreTold() {
        String line = "\"coordinates\":[[127.0,37.5],[127.1,37.6]]";
        String json = "{\"links\":[{\"link_id\":\"1000000100\",\"road_name\":\"종로\"," + line + "},"
                + "{\"link_id\":\"1000000100\",\"road_name\":\"종로\"," + line + "},"
                + "{\"link_id\":\"1\",\"road_name\":\"종로\"," + line + "},"
                + "{\"link_id\":\"1000000200\",\"road_name\":\"종로\",\"coordinates\":[[37.5,127.0],[127.1,37.6]]}]}";

        RecordingSink told = SourceFiles.read(new TopisSeongsuLinks(), SourceFiles.of(folder, "bad.json", json));

        assertThat(told.featuresTold).isEqualTo(1);
        assertThat(told.issues.stream().map(issue -> issue.element()).toList())
                .containsExactly(
                        QualityElement.COMPLETENESS_COMMISSION,
                        QualityElement.FORMAT_CONSISTENCY,
                        QualityElement.POSITIONAL_ACCURACY);
        assertThat(told.rejected()).isEqualTo(3);
    }

    @Test
    void linksWithABadVertexAreIssuesAndTheOthersAreTold() {
        SourceFile file = Workbooks.write(
                folder,
                "links.xlsx",
                List.of(
                        List.of("VER_SEQ", "LINK_ID", "GRS80TM_Y", "GRS80TM_X"),
                        List.of("2", "1000000100", "452271", "197476"),
                        List.of("1", "1000000100", "452291", "197521"),
                        List.of("1", "1000000200", "452291", "197521"),
                        List.of("2", "1000000200", "x", "197476"),
                        List.of("1", "1000000300", "452291", "197521"),
                        List.of("1", "1000000300", "452271", "197476"),
                        List.of("1", "1000000400", "452291", "197521"),
                        List.of("", "", "", ""),
                        List.of("1", "n/a", "452291", "197521")));

        RecordingSink told = SourceFiles.read(new TopisLinks(), file);

        assertThat(told.features).containsOnlyKeys("links:1000000100");
        Coordinate first = geometry(Objects.requireNonNull(told.features.get("links:1000000100")))
                .getCoordinates()[0];
        assertThat(first.y).as("vertex 1 comes first, further north").isGreaterThan(37.569);
        assertThat(told.rejected()).isEqualTo(3);
        assertThat(told.issues).hasSize(4);
    }

    @Test
    void badRoadsAreIssuesAndTheOthersAreTold() {
        SourceFile file = Workbooks.write(
                folder,
                "roads.xlsx",
                List.of(
                        List.of("도로명", "도로축코드", "도로기능별 구분명", "도로기능별 구분코드"),
                        List.of("종로", "1", "주간선도로", "3"),
                        List.of("종로", "1", "주간선도로", "3"),
                        List.of("율곡로", "2", "주간선도로", "9"),
                        List.of("을지로", "", "주간선도로", "3"),
                        List.of("퇴계로", "4", "기타도로", "3")));

        RecordingSink told = SourceFiles.read(new TopisRoadClasses(), file);

        assertThat(told.features.keySet()).containsExactly("roads:1", "roads:4");
        assertThat(told.rejected()).isEqualTo(3);
        assertThat(told.issues.getLast().element()).isEqualTo(QualityElement.CONCEPTUAL_CONSISTENCY);
    }

    @Test
    void filesOfAnotherKindAreRefused() {
        byte[] json = SourceFiles.bytes(SEONGSU);
        for (ObservationSource source : List.of(new TopisLinks(), new TopisRoadClasses(), new TopisSeongsuLinks())) {
            for (SourceFile file : List.of(
                    SourceFiles.of(folder, "page.xlsx", "<html><body>not found</body></html>"),
                    SourceFiles.of(folder, "empty.xlsx", ""),
                    SourceFiles.cut(folder, LINKS),
                    SourceFiles.cut(folder, CLASSES),
                    SourceFiles.of(folder, "cut.json", Arrays.copyOf(json, json.length - 1)),
                    SourceFiles.of(folder, "other.json", "{\"a\":1}"),
                    SourceFiles.demo("traffic/seongsu-speed-pattern/topis_traffic_pattern.json"),
                    SourceFiles.demo("traffic/seoul-volume-2022/seoul_traffic_volume_2022_02.xlsx"))) {
                assertThatThrownBy(() -> SourceFiles.read(source, file))
                        .as(source.id() + " " + file.name())
                        .isInstanceOf(SourceException.class)
                        .message()
                        .doesNotContain("\n");
            }
        }
    }

    /// EPSG:5181 has its origin at 38° N, 127° E, where x is 200,000 m and y is 500,000 m.
    @Test
    void theOriginOfTheGridIsWhereItsDefinitionSays() {
        Coordinate origin = KoreanGrid.epsg5181().findLonLat(200_000, 500_000).orElseThrow();

        assertThat(origin.x).isEqualTo(127);
        assertThat(origin.y).isEqualTo(38);
        assertThat(KoreanGrid.epsg5181().findLonLat(Double.NaN, 1)).isEmpty();
        assertThat(KoreanGrid.epsg5181().findLonLat(9e9, 9e9)).isEmpty();
    }

    @Test
    void aProjectionFileIsReadForItsParameters() {
        String belt = """
                PROJCS["Korea_2000_Korea_Central_Belt",GEOGCS["GCS_Korea_2000",DATUM["D_Korea_2000",\
                SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
                UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
                PARAMETER["False_Easting",200000.0],PARAMETER["False_Northing",500000.0],\
                PARAMETER["Central_Meridian",127.0],PARAMETER["Scale_Factor",1.0],\
                PARAMETER["Latitude_Of_Origin",38.0],UNIT["Meter",1.0]]""";

        Coordinate point = KoreanGrid.findOfWkt(belt)
                .orElseThrow()
                .findLonLat(197_521, 452_291)
                .orElseThrow();

        assertThat(point)
                .isEqualTo(KoreanGrid.epsg5181().findLonLat(197_521, 452_291).orElseThrow());
        assertThat(KoreanGrid.findOfWkt(belt.replace("500000.0", "600000.0"))
                        .orElseThrow()
                        .findLonLat(197_521, 552_291))
                .hasValue(point);
        assertThat(KoreanGrid.findOfWkt(belt.replace("GRS_1980", "Bessel_1841")))
                .isEmpty();
        assertThat(KoreanGrid.findOfWkt(belt.replace("Meter\",1.0", "Foot\",0.3048")))
                .isEmpty();
        assertThat(KoreanGrid.findOfWkt("")).isEmpty();
    }

    private static Geometry geometry(FeatureOfInterest feature) {
        return Objects.requireNonNull(feature.geometry());
    }

    private static Geometry metres(Geometry degrees) {
        return AffineTransformation.scaleInstance(METRES_PER_DEGREE_EAST, METRES_PER_DEGREE_NORTH)
                .transform(degrees);
    }
}
