package org.dosi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;
import org.dosi.store.Batch;
import org.dosi.store.CityStores;
import org.dosi.store.Columns;
import org.dosi.store.ImportCounts;
import org.dosi.store.ImportHead;
import org.dosi.store.ObservationStore;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// A store of fifty million made-up observations: 570 hourly datastreams over ten years, imported month by month, as a
/// city's files come.
public final class LargeCity {
    static final int STREAMS = 570;
    static final long FIRST = Instant.parse("2013-01-01T00:00:00Z").getEpochSecond();
    static final int MONTHS = 120;
    private static final int HOURS_OF_MONTH = 730;

    private LargeCity() {}

    /// Opens the store in this folder, and fills it first if it is not there: about two minutes.
    static ObservationStore open(Path folder) {
        boolean filled = Files.exists(folder.resolve("city.duckdb"));
        ObservationStore store = CityStores.open(folder);
        if (!filled) {
            for (int month = 0; month < MONTHS; month++) {
                fill(store, month);
            }
        }
        return store;
    }

    private static void fill(ObservationStore store, int month) {
        Dataset dataset = new Dataset("bench", Name.of("bench"), Name.of("bench"), Name.of("bench"), "bench", "none", null);
        ImportHead head = new ImportHead("bench", 1, dataset, "month-" + month, "sha-" + month, 0, false);
        int size = STREAMS * HOURS_OF_MONTH;
        Columns columns = new Columns(size, new int[size], new long[size], new long[size], new double[size], new int[size], new int[size]);
        SplittableRandom random = new SplittableRandom(month);
        try (Batch batch = store.begin(head)) {
            int row = 0;
            for (int s = 0; s < STREAMS; s++) {
                batch.feature(feature(s));
                int key = batch.datastream(stream(s));
                for (int h = 0; h < HOURS_OF_MONTH; h++) {
                    long start = FIRST + ((long) month * HOURS_OF_MONTH + h) * 3600;
                    columns.datastream()[row] = key;
                    columns.startSeconds()[row] = start;
                    columns.endSeconds()[row] = start + 3600;
                    columns.value()[row] = random.nextInt(5000);
                    columns.statedFlags()[row] = -1;
                    columns.flags()[row] = random.nextInt(200) == 0 ? 4 : 0;
                    row++;
                }
            }
            batch.write(columns);
            batch.commit(new ImportCounts(size, size, 0, 0, 0));
        }
    }

    private static FeatureOfInterest feature(int s) {
        return new FeatureOfInterest(
                "traffic-points:" + s,
                Name.of("point " + s),
                new GeometryFactory().createPoint(new Coordinate(126.8 + s % 30 * 0.01, 37.45 + s / 30 * 0.01)),
                Map.of());
    }

    static Datastream stream(int s) {
        return new Datastream(
                "bench/" + s + "/traffic_volume",
                new Thing("point-" + s, Name.of("point " + s)),
                new Sensor("loop", Name.of("loop")),
                ObservedProperty.of("traffic_volume", "교통량", "Traffic volume"),
                "{vehicles}/h",
                "traffic-points:" + s,
                "bench",
                Step.HOUR);
    }

    /// Fills a store for the server's memory to be looked at.
    public static void main(String[] args) {
        open(Path.of(args[0])).close();
    }
}
