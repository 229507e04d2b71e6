package org.dosi.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/// The boundaries that are read: of gu, of dong (from two publishers, under the same ids) and of commercial
/// areas.
final class BoundarySources {

    private BoundarySources() {}

    static ObservationSource gu() {
        Dataset dataset = Publishers.underTheirTerms(
                "seoul-gu",
                Name.of("서울시 자치구 경계(2013)", "Boundaries of Seoul's districts (gu), 2013"),
                Name.of(
                        "통계청 2013년 자치구 경계를 제3자가 GeoJSON으로 옮긴 것. 코드는 통계청 코드이며 행정코드로 바꾸어 읽는다.",
                        "Boundaries of the 25 gu in 2013, turned into GeoJSON by a third party. The file has the codes of "
                                + "Statistics Korea; features carry the administrative ones."),
                Publishers.STATISTICS_KOREA,
                "seoul-maps, GeoJSON, base year 2013");
        Name reads = Name.of("서울시 자치구 경계 GeoJSON(code, name)", "boundaries of Seoul's gu, GeoJSON");
        return new GeoJsonAreas(describe(reads, dataset), List.of("code", "name"), BoundarySources::findGu);
    }

    static ObservationSource dong() {
        Dataset dataset = Publishers.underTheirTerms(
                "seoul-dong",
                Name.of("서울시 행정동 경계(2021)", "Boundaries of Seoul's dong, 2021"),
                Name.of(
                        "행정동 경계를 제3자가 WGS84 GeoJSON으로 옮긴 것.",
                        "Boundaries of the 425 dong, turned into GeoJSON in WGS84 by a third party."),
                Publishers.STATISTICS_KOREA,
                "hangjeongdong, GeoJSON, 2021");
        Name reads = Name.of("행정동 경계 GeoJSON(adm_cd2, adm_nm)", "boundaries of dong, GeoJSON");
        return new GeoJsonAreas(describe(reads, dataset), List.of("adm_cd2", "adm_nm"), BoundarySources::findDong);
    }

    static ObservationSource sangkwonDong() {
        Dataset dataset = Publishers.openData(
                "sangkwon-dong",
                Name.of("상권분석서비스 영역(행정동)", "Dong areas of Seoul's commercial-area service"),
                Name.of(
                        "상권분석서비스가 쓰는 행정동 경계. EPSG:5181 셰이프파일.",
                        "Boundaries of dong as Seoul's commercial-area service uses them; a shapefile in EPSG:5181."));
        Name reads = Name.of("서울시 상권분석서비스(영역-행정동), 셰이프파일", "dong areas of the commercial-area service, shapefile");
        return new ShapeAreas(
                describe(reads, dataset), List.of("ADSTRD_CD", "ADSTRD_NM"), BoundarySources::findServiceDong);
    }

    static ObservationSource sangkwonAreas() {
        Dataset dataset = Publishers.openData(
                "sangkwon-areas",
                Name.of("상권분석서비스 영역(상권)", "Commercial areas of Seoul"),
                Name.of(
                        "상권 1,650곳의 경계와 구분(골목상권, 발달상권, 전통시장, 관광특구). EPSG:5181 셰이프파일.",
                        "Boundaries and kinds of 1,650 commercial areas; a shapefile in EPSG:5181."));
        Name reads = Name.of("서울시 상권분석서비스(영역-상권), 셰이프파일", "areas of the commercial-area service, shapefile");
        List<String> needed = List.of("TRDAR_CD", "TRDAR_CD_N", "TRDAR_SE_C");
        return new ShapeAreas(describe(reads, dataset), needed, BoundarySources::findCommercialArea);
    }

    private static SourceDescription describe(Name reads, Dataset dataset) {
        return new SourceDescription(dataset.id(), reads, dataset, 1, SourceDescription.Counts.FEATURES, false);
    }

    private static Optional<FeatureOfInterest> findGu(JsonNode properties, @Nullable Geometry area) {
        String code = properties.path("code").asString("");
        // The two lists of codes share numbers, so the name must agree as well.
        return SeoulGu.findByKostat(code)
                .or(() -> SeoulGu.findByCode(code))
                .filter(gu -> gu.ko().equals(properties.path("name").asString("")))
                .map(gu -> new FeatureOfInterest(
                        gu.featureId(), gu.name(), area, Map.of("code", gu.code(), "kostat_code", gu.kostat())));
    }

    private static Optional<FeatureOfInterest> findDong(JsonNode properties, @Nullable Geometry area) {
        return SeoulDong.find(
                        properties.path("adm_cd2").asString(""),
                        properties.path("adm_nm").asString(""))
                .map(dong -> dong.feature(area));
    }

    private static Optional<FeatureOfInterest> findServiceDong(Map<String, String> row, @Nullable Geometry area) {
        return SeoulDong.find(text(row, "ADSTRD_CD"), text(row, "ADSTRD_NM")).map(dong -> dong.feature(area));
    }

    private static Optional<FeatureOfInterest> findCommercialArea(Map<String, String> row, @Nullable Geometry area) {
        String code = text(row, "TRDAR_CD");
        if (!code.matches("\\d{7}")) {
            return Optional.empty();
        }
        Map<String, String> more = new TreeMap<>();
        put(more, "gu", text(row, "SIGNGU_CD_"));
        put(more, "gu_code", text(row, "SIGNGU_CD"));
        put(more, "dong", SeoulDong.repaired(text(row, "ADSTRD_CD_")));
        SeoulDong.find(text(row, "ADSTRD_CD"), "").ifPresent(dong -> more.put("dong_code", dong.code()));
        FeatureOfInterest plain = CommercePlaces.area(code, text(row, "TRDAR_CD_N"), text(row, "TRDAR_SE_C"), more);
        return Optional.of(new FeatureOfInterest(plain.id(), plain.name(), area, plain.attributes()));
    }

    private static String text(Map<String, String> row, String field) {
        return row.getOrDefault(field, "");
    }

    private static void put(Map<String, String> attributes, String key, String value) {
        if (!value.isEmpty()) {
            attributes.put(key, value);
        }
    }
}
