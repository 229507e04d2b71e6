package org.dosi.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Name;
import org.dosi.model.Observation;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;
import org.dosi.model.TimeWindow;
import org.dosi.store.Batch.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// A store in a folder of its own, and small words for filling it with the air of some stations.
abstract class AirStoreTest {
    static final long HOUR = 3600;
    static final long T0 = Instant.parse("2022-08-08T15:00:00Z").getEpochSecond();
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final ObservedProperty PM10 = ObservedProperty.of("pm10", "미세먼지", "PM10");

    @TempDir
    Path folder;

    ObservationStore store;

    @BeforeEach
    void open() {
        store = CityStores.open(folder.resolve("city"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    record Row(String station, long hour, double value, int stated) {}

    static Row row(String station, long hour, double value) {
        return new Row(station, hour, value, -1);
    }

    static Row flagged(Row row, Flag flag) {
        return new Row(row.station, row.hour, row.value, flag.mask());
    }

    static TimeWindow window(long fromHour, long toHour) {
        return new TimeWindow(Instant.ofEpochSecond(T0 + fromHour * HOUR), Instant.ofEpochSecond(T0 + toHour * HOUR));
    }

    static Slice asOf(Instant time) {
        return new Slice(null, null, null, null, TimeWindow.ALL, time, true);
    }

    Instant afterLastImport() {
        return store.listImports().getLast().at();
    }

    List<Double> at(long seconds) {
        return store.valuesAt("pm10", null, Instant.ofEpochSecond(T0 + seconds), false).stream()
                .map(ValueAt::value)
                .toList();
    }

    List<Fate> importFile(String file, Row... rows) {
        return importFile(head(file, false), rows);
    }

    List<Fate> importFile(ImportHead head, Row... rows) {
        try (Batch batch = store.begin(head)) {
            Fate[] fates = write(batch, rows);
            long unchanged = Arrays.stream(fates).filter(Fate.UNCHANGED::equals).count();
            batch.commit(new ImportCounts(rows.length, rows.length - unchanged, unchanged, 0, 5));
            return List.of(fates);
        }
    }

    static ImportHead head(String file, boolean gapsFilled) {
        Dataset dataset = new Dataset(
                "air",
                Name.of("대기", "Air"),
                Name.of("시험", "Test"),
                Name.of("서울", "Seoul"),
                "test",
                Dataset.PUBLISHERS_TERMS,
                null);
        return new ImportHead("test", 1, dataset, file, "sha-" + file, 10, gapsFilled);
    }

    static Fate[] write(Batch batch, Row... rows) {
        int n = rows.length;
        Columns columns = new Columns(n, new int[n], new long[n], new long[n], new double[n], new int[n], new int[n]);
        for (int i = 0; i < n; i++) {
            Row row = rows[i];
            batch.feature(station(row.station));
            columns.datastream()[i] = batch.datastream(stream(row.station));
            columns.startSeconds()[i] = T0 + row.hour * HOUR;
            columns.endSeconds()[i] = T0 + row.hour * HOUR + HOUR;
            columns.value()[i] = row.value;
            columns.statedFlags()[i] = row.stated;
            columns.flags()[i] = Math.max(0, row.stated);
        }
        return batch.write(columns);
    }

    static FeatureOfInterest station(String code) {
        return new FeatureOfInterest(
                "air-stations:" + code,
                Name.of("측정소 " + code, "Station " + code),
                new GeometryFactory().createPoint(new Coordinate(127, 37.5)),
                Map.of("address", "서울 " + code, "it's", "\"quoted\""));
    }

    static Datastream stream(String code) {
        return new Datastream(
                "air/" + code + "/pm10",
                new Thing("station-" + code, Name.of(code)),
                new Sensor("beta", Name.of("베타선", "Beta ray")),
                PM10,
                "ug/m3",
                "air-stations:" + code,
                "air",
                Step.HOUR);
    }

    List<String> values(Slice slice) {
        return values(store, slice);
    }

    static List<String> values(ObservationStore from, Slice slice) {
        List<String> values = new ArrayList<>();
        from.scan(slice, (stream, start, end, result, value, flags) -> {
            Observation observation = new Observation(
                    stream.id(),
                    Instant.ofEpochSecond(start),
                    Instant.ofEpochSecond(end),
                    Times.ofMicros(result),
                    value,
                    Flag.listOf(flags));
            Set<Flag> found = observation.flags();
            String code = stream.feature().substring(stream.feature().indexOf(':') + 1);
            String reasons = found.stream().sorted().map(Flag::code).collect(Collectors.joining(" "));
            values.add(code + "@" + (start - T0) / HOUR + "=" + (long) value
                    + (found.isEmpty() ? "" : "[" + reasons + "]"));
        });
        return values;
    }
}
