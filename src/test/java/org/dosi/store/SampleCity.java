package org.dosi.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.City;
import org.dosi.model.Category;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;
import org.dosi.model.Step;
import org.dosi.source.RecordingSink;
import org.dosi.source.SourceFile;
import org.dosi.source.Sources;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/// A city small enough to count by hand: the real 25 gu, two days of PM10 at one of them, a counting point
/// on two links, and a commercial area with three quarters of a coded index.
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

    public static void fill(ObservationStore store) {
        RecordingSink gu = new RecordingSink();
        Sources.find("seoul-gu")
                .orElseThrow()
                .read(new SourceFile(Path.of("demo/boundaries/seoul_gu_2013.geojson.gz")), gu);
        StoreFiller areas = new StoreFiller(StoreFiller.dataset("seoul-gu", null));
        gu.features.values().forEach(areas::add);
        areas.into(store);
        air().into(store);
        traffic().into(store);
        commerce().into(store);
    }

    /// Hour h has the value h; hour 5 is missing, hours 6 and 7 are flagged.
    public static StoreFiller air() {
        StoreFiller air = new StoreFiller(StoreFiller.dataset("seoul-pm", "https://data.example/licence"));
        Datastream stream = StoreFiller.stream("seoul-pm", "gu:11680", PM10, "ug/m3", Step.HOUR);
        for (int hour = 0; hour < HOURS; hour++) {
            Instant start = START.plus(Duration.ofHours(hour));
            Instant end = start.plus(Duration.ofHours(1));
            switch (hour) {
                case 5 -> {}
                case 6 -> air.add(stream, start, end, 600, Flag.SPIKE);
                case 7 -> air.add(stream, start, end, -7, Flag.OUT_OF_RANGE, Flag.SPIKE);
                default -> air.add(stream, start, end, hour);
            }
        }
        Place place = new Place("seoul-pm.csv", null, 12, "pm10");
        return air.add(new Issue(place, QualityElement.FORMAT_CONSISTENCY, "a number", "n/a", 1));
    }

    /// A road that runs east, 20 m south of the point's centre line, and its opposite carriageway north of
    /// it; the first goes on for 400 m.
    private static StoreFiller traffic() {
        StoreFiller traffic = new StoreFiller(StoreFiller.dataset("seoul-volume", null));
        for (String direction : List.of("in", "out")) {
            String id = "traffic-points:A-01/" + direction;
            traffic.add(new FeatureOfInterest(
                    id,
                    Name.of("성산로(" + direction + ")", "Seongsan-ro (" + direction + ")"),
                    point(126.90, 37.5665),
                    Map.of("direction", direction, "point", "A-01")));
            traffic.add(
                    StoreFiller.stream("seoul-volume", id, FLOW, "{vehicles}/h", Step.HOUR),
                    START,
                    START.plusSeconds(3600),
                    3412);
        }
        traffic.add(link("links:1", 126.895, 37.5664, 126.905, 37.5664));
        traffic.add(link("links:3", 126.905, 37.5664, 126.9095, 37.5664));
        return traffic.add(link("links:2", 126.905, 37.5666, 126.895, 37.5666));
    }

    private static FeatureOfInterest link(String id, double fromLon, double fromLat, double toLon, double toLat) {
        return new FeatureOfInterest(
                id,
                Name.of("성산로", "Seongsan-ro"),
                GEOMETRY.createLineString(
                        new Coordinate[] {new Coordinate(fromLon, fromLat), new Coordinate(toLon, toLat)}),
                Map.of());
    }

    private static StoreFiller commerce() {
        String id = "commercial-areas:3110001";
        StoreFiller commerce = new StoreFiller(StoreFiller.dataset("seoul-change-area", null))
                .add(new FeatureOfInterest(id, Name.of("이북5도청사"), null, Map.of()));
        Datastream stream = StoreFiller.stream("seoul-change-area", id, INDEX, "1", Step.QUARTER);
        String[] quarter = {
            "2021-12-31T15:00:00Z", "2022-03-31T15:00:00Z", "2022-06-30T15:00:00Z", "2022-09-30T15:00:00Z"
        };
        for (int q = 0; q < 3; q++) {
            commerce.add(stream, Instant.parse(quarter[q]), Instant.parse(quarter[q + 1]), q == 1 ? 4 : 1);
        }
        return commerce;
    }

    private static Point point(double lon, double lat) {
        return GEOMETRY.createPoint(new Coordinate(lon, lat));
    }
}
