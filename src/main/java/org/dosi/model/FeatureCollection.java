package org.dosi.model;

/// A kind of features that are shown and asked for together; the collections of OGC API – Features.
///
/// A plain file may bring a collection of its own, so this is a record and not an enum; those that the
/// bundled sources fill are the constants.
public record FeatureCollection(String id, Name title) {
    public static final FeatureCollection CITY = of("city", "도시 전체", "The whole city");
    public static final FeatureCollection GU = of("gu", "자치구", "Districts (gu)");
    public static final FeatureCollection DONG = of("dong", "행정동", "Neighbourhoods (dong)");
    public static final FeatureCollection COMMERCIAL_AREAS = of("commercial-areas", "상권", "Commercial areas");
    public static final FeatureCollection AIR_STATIONS = of("air-stations", "대기 측정소", "Air-quality stations");
    public static final FeatureCollection WEATHER_STATIONS = of("weather-stations", "기상 관측소", "Weather stations");
    public static final FeatureCollection NOISE_SITES = of("noise-sites", "소음 측정 지점", "Noise monitoring sites");
    public static final FeatureCollection TRAFFIC_POINTS =
            of("traffic-points", "교통량 수집 지점(방향별)", "Traffic counting points, by direction");
    public static final FeatureCollection LINKS = of("links", "도로 링크", "Road links");
    public static final FeatureCollection ROADS = of("roads", "도로(기능 등급)", "Roads, by class");
    public static final FeatureCollection SUBWAY_STATIONS = of("subway-stations", "지하철역", "Subway stations");

    public FeatureCollection {
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("a collection id holds a-z, 0-9 and '-', found '%s'".formatted(id));
        }
    }

    private static FeatureCollection of(String id, String ko, String en) {
        return new FeatureCollection(id, new Name(ko, en));
    }

    /// The collections that Dosi knows by name, in the order in which people meet them.
    public static java.util.List<FeatureCollection> listKnown() {
        return java.util.List.of(
                CITY,
                GU,
                DONG,
                COMMERCIAL_AREAS,
                AIR_STATIONS,
                WEATHER_STATIONS,
                NOISE_SITES,
                TRAFFIC_POINTS,
                LINKS,
                ROADS,
                SUBWAY_STATIONS);
    }
}
