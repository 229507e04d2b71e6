package org.dosi.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.City;
import org.dosi.model.Category;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;
import org.dosi.source.RecordingSink;
import org.dosi.source.SourceFile;
import org.dosi.source.Sources;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/// A city small enough to count by hand: the real 25 gu, two days of PM10 at one of them, a counting point
/// on two
/// links, and a commercial area with three quarters of a coded index.
public final class SampleCity {
    public static final City SEOUL =
            new City(Name.of("서울", "Seoul"), ZoneId.of("Asia/Seoul"), 126.978, 37.5665, "EPSG:5186");

    /// 2022-08-09 00:00 in Seoul.
    public static final Instant START = Instant.parse("2022-08-08T15:00:00Z");

    public static final int HOURS = 48;
    public static final ObservedProperty PM10 = ObservedProperty.of("pm10", "미세먼지", "PM10");
    public static final ObservedProperty FLOW = ObservedProperty.of("traffic_volume", "교통량", "Traffic volume");
    public static final ObservedProperty INDEX = ObservedProperty.coded(
            "change_index",
            "상권변화지표",
            "Change index",
            List.of(new Category(1, "LL", Name.of("다이나믹", "Dynamic")), new Category(4, "HH", Name.of("정체", "Static"))));

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private SampleCity() {}

    public static MemoryStore store() {
        MemoryStore store = new MemoryStore();
        RecordingSink gu = new RecordingSink();
        Sources.find("seoul-gu")
                .orElseThrow()
                .read(new SourceFile(Path.of("demo/boundaries/seoul_gu_2013.geojson.gz")), gu);
        gu.features.values().forEach(store::add);
        addAir(store);
        addTraffic(store);
        addCommerce(store);
        return store;
    }

    /// Hour h has the value h; hour 5 is missing, hours 6 and 7 are flagged.
    private static void addAir(MemoryStore store) {
        store.add(dataset("seoul-pm", "https://data.example/licence"));
        Datastream stream = stream("seoul-pm", "gu:11680", PM10, "ug/m3", Step.HOUR);
        for (int hour = 0; hour < HOURS; hour++) {
            Instant start = START.plus(Duration.ofHours(hour));
            Instant end = start.plus(Duration.ofHours(1));
            switch (hour) {
                case 5 -> {}
                case 6 -> store.add(stream, start, end, 600, Flag.SPIKE);
                case 7 -> store.add(stream, start, end, -7, Flag.OUT_OF_RANGE, Flag.SPIKE);
                default -> store.add(stream, start, end, hour);
            }
        }
        store.add(new ImportRecord(
                7,
                "seoul-pm",
                2,
                "seoul-pm",
                "pm.csv.gz",
                "ab12",
                1234,
                Instant.parse("2026-11-01T00:00:00Z"),
                new ImportCounts(48, 47, 0, 1, 3),
                1));
        Place place = new Place("pm.csv.gz", null, 12, "pm10");
        store.add(7, "seoul-pm", new Issue(place, QualityElement.FORMAT_CONSISTENCY, "a number", "n/a", 1));
    }

    /// A road that runs east, 20 m south of the point's centre line, and its opposite carriageway north of
    /// it.
    private static void addTraffic(MemoryStore store) {
        store.add(dataset("seoul-volume", null));
        for (String direction : List.of("in", "out")) {
            String id = "traffic-points:A-01/" + direction;
            store.add(new FeatureOfInterest(
                    id,
                    Name.of("성산로(" + direction + ")", "Seongsan-ro (" + direction + ")"),
                    point(126.90, 37.5665),
                    Map.of("direction", direction, "point", "A-01")));
            store.add(
                    stream("seoul-volume", id, FLOW, "{vehicles}/h", Step.HOUR), START, START.plusSeconds(3600), 3412);
        }
        store.add(link("links:1", 126.895, 37.5664, 126.905, 37.5664));
        store.add(link("links:2", 126.905, 37.5666, 126.895, 37.5666));
    }

    private static FeatureOfInterest link(String id, double fromLon, double fromLat, double toLon, double toLat) {
        return new FeatureOfInterest(
                id,
                Name.of("성산로", "Seongsan-ro"),
                GEOMETRY.createLineString(
                        new Coordinate[] {new Coordinate(fromLon, fromLat), new Coordinate(toLon, toLat)}),
                Map.of());
    }

    private static void addCommerce(MemoryStore store) {
        store.add(dataset("seoul-change-area", null));
        String id = "commercial-areas:3110001";
        store.add(new FeatureOfInterest(id, Name.of("이북5도청사"), null, Map.of()));
        Datastream stream = stream("seoul-change-area", id, INDEX, "1", Step.QUARTER);
        String[] quarter = {
            "2021-12-31T15:00:00Z", "2022-03-31T15:00:00Z", "2022-06-30T15:00:00Z", "2022-09-30T15:00:00Z"
        };
        for (int q = 0; q < 3; q++) {
            store.add(stream, Instant.parse(quarter[q]), Instant.parse(quarter[q + 1]), q == 1 ? 4 : 1);
        }
    }

    public static Datastream stream(String dataset, String feature, ObservedProperty property, String unit, Step step) {
        String code = feature.substring(feature.indexOf(':') + 1);
        return new Datastream(
                Datastream.id(dataset, code, property),
                new Thing(feature, Name.of(code)),
                new Sensor("beta", Name.of("베타선", "beta gauge")),
                property,
                unit,
                feature,
                dataset,
                step);
    }

    public static Dataset dataset(String id, @Nullable String licenceUrl) {
        return new Dataset(
                id,
                Name.of("자료 " + id, "Data " + id),
                Name.of("설명", "What it is"),
                Name.of("서울특별시", "Seoul"),
                "https://data.seoul.go.kr",
                licenceUrl == null ? Dataset.PUBLISHERS_TERMS : "CC BY 4.0",
                licenceUrl);
    }

    private static Point point(double lon, double lat) {
        return GEOMETRY.createPoint(new Coordinate(lon, lat));
    }
}
