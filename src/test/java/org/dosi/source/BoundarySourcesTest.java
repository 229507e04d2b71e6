package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.data.Percentage;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.QualityElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

class BoundarySourcesTest {
    private static final String GU = "boundaries/seoul_gu_2013.geojson.gz";
    private static final String DONG = "boundaries/hangjeongdong_seoul.geojson.gz";
    private static final String SERVICE_DONG = "boundaries/sangkwon-dong-5181.zip";
    private static final String AREAS = "boundaries/sangkwon-areas-5181.zip";
    /// Of GRS80 at the latitude of Seoul, 37.55°: along the meridian and across it.
    private static final double MERIDIAN_RADIUS_M = 6_359_100;
    private static final double NORMAL_RADIUS_M = 6_386_080;
    /// The radii are those of one latitude, and the plane's scale is not everywhere 1.
    private static final Percentage AREA_TOLERANCE = Percentage.withPercentage(0.2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "seoul-gu," + GU + ",25,gu:11740", "seoul-dong," + DONG + ",425,dong:11110530",
        "sangkwon-dong," + SERVICE_DONG + ",425,dong:11110530",
                "sangkwon-areas," + AREAS + ",1650,commercial-areas:3110008"
    })
    void everyAreaOfTheRealFilesIsTold(String id, String path, int areas, String one) {
        RecordingSink told = SourceFiles.readDemo(Sources.find(id).orElseThrow(), path);

        assertThat(told.featuresTold).isEqualTo(areas);
        assertThat(told.features).hasSize(areas).containsKey(one);
        assertThat(told.issues).isEmpty();
        assertThat(told.features.values())
                .allMatch(
                        feature -> feature.geometry() instanceof Polygon || feature.geometry() instanceof MultiPolygon);
    }

    @Test
    void guCarryTheAdministrativeCodeAndNotThatOfStatisticsKorea() {
        RecordingSink told = SourceFiles.readDemo(BoundarySources.gu(), GU);

        FeatureOfInterest gangdong = Objects.requireNonNull(told.features.get("gu:11740"));
        assertThat(gangdong.name().en()).isEqualTo("Gangdong-gu");
        assertThat(gangdong.attributes()).containsEntry("kostat_code", "11250");
        assertThat(told.features.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        SeoulGu.listAll().stream().map(SeoulGu::featureId).toList());
    }

    /// Two publishers drew the same dong: same code, same name, much the same area.
    @Test
    void bothSourcesOfDongTellTheSameDong() {
        Map<String, FeatureOfInterest> drawn = SourceFiles.readDemo(BoundarySources.dong(), DONG).features;
        Map<String, FeatureOfInterest> service =
                SourceFiles.readDemo(BoundarySources.sangkwonDong(), SERVICE_DONG).features;

        assertThat(drawn.keySet()).isEqualTo(service.keySet().stream().collect(java.util.stream.Collectors.toSet()));
        double sum = 0;
        for (FeatureOfInterest dong : drawn.values()) {
            FeatureOfInterest other = Objects.requireNonNull(service.get(dong.id()));
            assertThat(other.name()).isEqualTo(dong.name());
            assertThat(other.attributes()).isEqualTo(dong.attributes());
            double overlap = overlap(area(dong), area(other));
            // The GeoJSON is the coarser drawing: along the river a dong is up to twice as large as in the
            // other.
            assertThat(overlap).as(dong.id()).isGreaterThan(0.4);
            sum += overlap;
        }
        assertThat(sum / drawn.size()).isGreaterThan(0.85);
    }

    @Test
    void theDongAreThoseOfTheCommerceTables() {
        RecordingSink commerce = SourceFiles.readDemo(
                CommerceSources.footfallOfDong(), "commerce/dong-2019-2024/서울시_상권분석서비스(길단위인구-행정동).csv.gz");

        Map<String, FeatureOfInterest> drawn = SourceFiles.readDemo(BoundarySources.dong(), DONG).features;

        assertThat(commerce.features.keySet())
                .isEqualTo(drawn.keySet().stream().collect(java.util.stream.Collectors.toSet()));
        commerce.features
                .values()
                .forEach(dong -> assertThat(dong.name())
                        .isEqualTo(Objects.requireNonNull(drawn.get(dong.id())).name()));
    }

    /// The attribute table states the area of each record in m²: first record 2568432, for one.
    @Test
    void areasOnTheGlobeAgreeWithThosePublished() throws IOException {
        Map<String, byte[]> parts = unzip(SERVICE_DONG);
        var rows = Dbf.read(SourceFiles.demo(SERVICE_DONG).place(), part(parts, "dbf"), StandardCharsets.UTF_8);
        RecordingSink told = SourceFiles.readDemo(BoundarySources.sangkwonDong(), SERVICE_DONG);

        for (Map<String, String> row : rows) {
            double published = Double.parseDouble(Objects.requireNonNull(row.get("RELM_AR")));
            FeatureOfInterest dong = Objects.requireNonNull(told.features.get("dong:" + row.get("ADSTRD_CD")));
            assertThat(areaM2(area(dong))).as(dong.id()).isCloseTo(published, AREA_TOLERANCE);
        }
    }

    @Test
    void commercialAreasKnowTheirKindAndWhereTheyLie() {
        RecordingSink told = SourceFiles.readDemo(BoundarySources.sangkwonAreas(), AREAS);

        FeatureOfInterest alley = Objects.requireNonNull(told.features.get("commercial-areas:3110008"));
        assertThat(alley.name().ko()).isEqualTo("배화여자대학교(박노수미술관)");
        assertThat(alley.attributes())
                .containsEntry("kind", "골목상권")
                .containsEntry("gu_code", "11110")
                .containsEntry("dong", "청운효자동")
                .containsEntry("dong_code", "11110515");
        assertThat(area(alley).getCentroid().getX()).isCloseTo(126.968, within(0.003));
        assertThat(area(alley).getCentroid().getY()).isCloseTo(37.580, within(0.003));
    }

    @Test
    void aShapefileReadsWithItsKinBesideItAsWellAsFromAZip() throws IOException {
        for (Map.Entry<String, byte[]> part : unzip(SERVICE_DONG).entrySet()) {
            Files.write(folder.resolve("dong." + part.getKey()), part.getValue());
        }
        Files.write(folder.resolve("other.prj"), new byte[] {1});

        RecordingSink told =
                SourceFiles.read(BoundarySources.sangkwonDong(), new SourceFile(folder.resolve("dong.shp")));

        assertThat(told.features)
                .isEqualTo(SourceFiles.readDemo(BoundarySources.sangkwonDong(), SERVICE_DONG).features);
    }

    @Test
    void withoutAProjectionTheCitysGridIsTakenAndSaid() throws IOException {
        Map<String, byte[]> parts = unzip(SERVICE_DONG);
        parts.remove("prj");
        parts.remove("cpg");

        RecordingSink told = SourceFiles.read(BoundarySources.sangkwonDong(), zip(parts));

        assertThat(told.features)
                .isEqualTo(SourceFiles.readDemo(BoundarySources.sangkwonDong(), SERVICE_DONG).features);
        assertThat(told.issues)
                .singleElement()
                .satisfies(issue -> assertThat(issue.found()).contains("EPSG:5181"));
    }

    @Test
    void brokenShapefilesAreRefused() throws IOException {
        var source = BoundarySources.sangkwonDong();
        Map<String, byte[]> whole = unzip(SERVICE_DONG);

        refused(source, zip(with(whole, "shp", Arrays.copyOf(part(whole, "shp"), 5000))), "truncated");
        refused(source, zip(with(whole, "dbf", Arrays.copyOf(part(whole, "dbf"), 5000))), "truncated");
        refused(source, zip(with(whole, "prj", "GEOGCS[\"Tokyo\"]".getBytes(StandardCharsets.UTF_8))), "projection");
        refused(source, zip(with(whole, "cpg", "UTF-32".getBytes(StandardCharsets.UTF_8))), "UTF-32");
        byte[] points = part(whole, "shp").clone();
        points[32] = 1;
        refused(source, zip(with(whole, "shp", points)), "type 1");
        byte[] misnumbered = part(whole, "shp").clone();
        misnumbered[103] = 9;
        refused(source, zip(with(whole, "shp", misnumbered)), "record 9");
        Map<String, byte[]> alone = new HashMap<>(whole);
        alone.remove("dbf");
        refused(source, zip(alone), ".dbf");
        refused(source, SourceFiles.cut(folder, SERVICE_DONG), "found");
        refused(source, SourceFiles.demo(AREAS), "ADSTRD_NM");
        refused(source, SourceFiles.of(folder, "page.shp", "<html><body>not found</body></html>"), "something else");
        refused(source, SourceFiles.of(folder, "page.zip", "<html><body>not found</body></html>"), "shapefile");
        refused(source, SourceFiles.of(folder, "empty.zip", ""), "empty");
        refused(source, SourceFiles.demo(DONG), "shapefile");
    }

    @Test
    void aShapeOutsideOfKoreaIsAnIssueAndTheOthersAreTold() throws IOException {
        Map<String, byte[]> whole = unzip(SERVICE_DONG);
        byte[] moved = part(whole, "shp").clone();
        // The first point of the first record, after its header, box, counts and one part.
        ByteBuffer.wrap(moved).order(java.nio.ByteOrder.LITTLE_ENDIAN).putDouble(100 + 8 + 44 + 4, 9e9);

        RecordingSink told = SourceFiles.read(BoundarySources.sangkwonDong(), zip(with(whole, "shp", moved)));

        assertThat(told.featuresTold).isEqualTo(424);
        assertThat(told.rejected()).isEqualTo(1);
        assertThat(told.issues.getFirst().element()).isEqualTo(QualityElement.POSITIONAL_ACCURACY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>not found</body></html>",
                "[]",
                "{\"type\":\"FeatureCollection\"}",
                "{\"features\":[]}",
                "{\"features\":[",
                "{\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"},\"geometry\":null}]}",
                "{} {}"
            })
    void whatIsNoGeoJsonOfDongIsRefused(String content) {
        assertThatThrownBy(() -> SourceFiles.read(BoundarySources.dong(), SourceFiles.of(folder, "x.geojson", content)))
                .isInstanceOf(SourceException.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void truncatedGeoJsonIsRefused() throws IOException {
        byte[] whole = SourceFiles.bytes(DONG);

        refused(BoundarySources.dong(), SourceFiles.cut(folder, DONG), "truncated");
        for (int length : new int[] {whole.length - 1, whole.length - 2, whole.length / 2}) {
            refused(
                    BoundarySources.dong(),
                    SourceFiles.of(folder, "cut.geojson", Arrays.copyOf(whole, length)),
                    "found");
        }
        refused(BoundarySources.gu(), SourceFiles.demo(DONG), "code");
    }

    @Test
    void badFeaturesAreIssuesAndTheOthersAreTold() {
        String ring = "[[[127.0,37.5],[127.1,37.5],[127.1,37.6],[127.0,37.5]]]";
        String outside = "[[[127.0,37.5],[27.1,37.5],[127.1,37.6],[127.0,37.5]]]";
        String open = "[[[127.0,37.5],[127.1,37.5],[127.1,37.6],[127.0,37.6]]]";
        String json = "{\"type\":\"FeatureCollection\",\"features\":[" + feature("1111053000", ring) + ","
                + feature("1111053000", ring) + "," + feature("1111054000", outside) + "," + feature("1111055000", open)
                + ","
                + feature("4111155000", ring) + "," + feature("1130559000", ring) + "]}";

        RecordingSink told = SourceFiles.read(BoundarySources.dong(), SourceFiles.of(folder, "bad.geojson", json));

        assertThat(told.features.keySet())
                .as("the old code of 번1동 became the new")
                .containsExactly("dong:11110530", "dong:11305595");
        assertThat(told.featuresTold + told.rejected()).isEqualTo(6);
        assertThat(told.issues.stream().map(issue -> issue.element()).toList())
                .containsExactly(
                        QualityElement.COMPLETENESS_COMMISSION, QualityElement.POSITIONAL_ACCURACY,
                        QualityElement.POSITIONAL_ACCURACY, QualityElement.DOMAIN_CONSISTENCY);
    }

    private static String feature(String code, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"adm_cd2\":\"" + code
                + "\",\"adm_nm\":\"서울특별시 종로구 사직동\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates
                + "}}";
    }

    private static void refused(ObservationSource source, SourceFile file, String message) {
        assertThatThrownBy(() -> SourceFiles.read(source, file))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(message);
    }

    private static Geometry area(FeatureOfInterest feature) {
        return Objects.requireNonNull(feature.geometry());
    }

    private static double overlap(Geometry a, Geometry b) {
        double both = a.buffer(0).intersection(b.buffer(0)).getArea();
        return both / Math.max(a.getArea(), b.getArea());
    }

    private static double areaM2(Geometry area) {
        double lat = Math.toRadians(area.getCentroid().getY());
        double metresEast = Math.toRadians(NORMAL_RADIUS_M) * Math.cos(lat);
        return area.getArea() * metresEast * Math.toRadians(MERIDIAN_RADIUS_M);
    }

    private static byte[] part(Map<String, byte[]> parts, String ending) {
        return Objects.requireNonNull(parts.get(ending));
    }

    private static Map<String, byte[]> with(Map<String, byte[]> parts, String ending, byte[] content) {
        Map<String, byte[]> changed = new HashMap<>(parts);
        changed.put(ending, content);
        return changed;
    }

    private static Map<String, byte[]> unzip(String path) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(SourceFiles.demo(path).open(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName().substring(entry.getName().lastIndexOf('.') + 1), zip.readAllBytes());
            }
        }
        return parts;
    }

    private SourceFile zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry("x." + part.getKey()));
                zip.write(part.getValue());
            }
        }
        return SourceFiles.of(folder, "made.zip", bytes.toByteArray());
    }
}
