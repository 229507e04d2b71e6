package org.dosi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.Observation;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;
import org.dosi.model.TimeWindow;
import org.dosi.store.Batch.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// What the store promises: latest and as of, whole or not at all, removal as if it had never been.
class StoreTest {
    private static final long HOUR = 3600;
    private static final long T0 = Instant.parse("2022-08-08T15:00:00Z").getEpochSecond();
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ObservedProperty PM10 = ObservedProperty.of("pm10", "미세먼지", "PM10");

    @TempDir
    Path folder;

    private ObservationStore store;

    @BeforeEach
    void open() {
        store = CityStores.open(folder.resolve("city"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasStoredIsRead() {
        importFile("a.csv", row("101", 0, 30), row("101", 1, 31), row("102", 0, 40));

        assertThat(values(Slice.ALL)).containsExactly("101@0=30", "101@1=31", "102@0=40");
        assertThat(store.listDatastreams())
                .extracting(s -> s.datastream().id())
                .containsExactly("air/101/pm10", "air/102/pm10");
        assertThat(store.findDatastream("air/101/pm10").orElseThrow().count()).isEqualTo(2);
    }

    @Test
    void anotherProcessOrASecondOpeningIsRefused() {
        assertThatThrownBy(() -> CityStores.open(folder.resolve("city")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("in use by another process");
    }

    @Test
    void theSameFileTwiceStoresNothingAndLeavesNoTrace() {
        importFile("a.csv", row("101", 0, 30));
        List<Fate> second = importFile("a.csv", row("101", 0, 30));

        assertThat(second).containsExactly(Fate.UNCHANGED);
        assertThat(store.listImports()).hasSize(1);
        assertThat(values(Slice.ALL)).containsExactly("101@0=30");
    }

    @Test
    void aCorrectionIsReadNowAndTheOldValueAsOfThen() {
        importFile("a.csv", row("101", 0, 30), row("101", 1, 31));
        Instant between = afterLastImport();
        List<Fate> fates = importFile("b.csv", row("101", 0, 33), row("101", 1, 31));

        assertThat(fates).containsExactly(Fate.CORRECTED, Fate.UNCHANGED);
        assertThat(values(Slice.ALL)).containsExactly("101@0=33", "101@1=31");
        assertThat(values(asOf(between))).containsExactly("101@0=30", "101@1=31");
        assertThat(values(asOf(Instant.EPOCH))).isEmpty();
    }

    @Test
    void aStatementOfThePublisherAboutTheSameValueIsACorrection() {
        importFile("a.csv", row("101", 0, 30));
        importFile("b.csv", flagged(row("101", 0, 30), Flag.STATUS_REPAIR));

        assertThat(values(Slice.ALL)).containsExactly("101@0=30[status-repair]");
        assertThat(importFile("c.csv", row("101", 0, 30)))
                .as("no statement contradicts none")
                .containsExactly(Fate.UNCHANGED);
    }

    @Test
    void whereGapsWereFilledTwoEditionsThatDifferAreEstimates() {
        importFile(head("a.csv", true), row("101", 0, 30));
        importFile(head("b.csv", true), row("101", 0, 33));

        assertThat(values(Slice.ALL)).containsExactly("101@0=33[estimated]");
    }

    @Test
    void removingACorrectionBringsTheOldValueBack() {
        importFile("a.csv", row("101", 0, 30));
        importFile("b.csv", row("101", 0, 33), row("103", 0, 50));
        store.remove(2);

        assertThat(values(Slice.ALL)).containsExactly("101@0=30");
        assertThat(store.findDatastream("air/103/pm10")).isEmpty();
        assertThat(store.findFeature("air-stations:103")).isEmpty();
    }

    @Test
    void removingTheCorrectedImportLeavesTheCorrection() {
        importFile("a.csv", row("101", 0, 30));
        importFile("b.csv", row("101", 0, 33));
        store.remove(1);

        assertThat(values(Slice.ALL)).containsExactly("101@0=33");
        assertThat(values(asOf(store.listImports().getFirst().at().minusMillis(1))))
                .isEmpty();
    }

    /// Two files told the same: taking one out loses nothing, taking both out loses it.
    @Test
    void whatTwoImportsToldStaysWhenOneIsRemoved() {
        importFile("a.csv", row("101", 0, 30), row("101", 1, 31));
        importFile("b.csv", row("101", 0, 30), row("101", 2, 32));
        importFile("c.csv", row("101", 0, 30), row("101", 3, 33));
        store.remove(1);

        assertThat(values(Slice.ALL)).containsExactly("101@0=30", "101@2=32", "101@3=33");
        store.remove(2);
        assertThat(values(Slice.ALL)).containsExactly("101@0=30", "101@3=33");
        store.remove(3);
        assertThat(values(Slice.ALL)).isEmpty();
        assertThat(store.listDatasets()).isEmpty();
        assertThat(store.listProperties()).isEmpty();
    }

    @Test
    void removingAnImportThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> store.remove(7))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("found 7");
    }

    @Test
    void aBatchThatIsNotCommittedLeavesNothing() {
        try (Batch batch = store.begin(head("a.csv", false))) {
            write(batch, row("101", 0, 30));
            batch.issue(new Issue(Place.of("a.csv", 3), QualityElement.FORMAT_CONSISTENCY, "a number", "x", 1));
        }
        assertThat(values(Slice.ALL)).isEmpty();
        assertThat(store.listIssues(null, 10, 0).total()).isZero();
        assertThat(store.listDatastreams()).isEmpty();
    }

    @Test
    void withinOneImportTheSameTwiceIsRepeatedAndAnotherValueContradicts() {
        try (Batch batch = store.begin(head("a.csv", false))) {
            write(batch, row("101", 0, 30), row("101", 1, 31));
            assertThat(write(batch, row("101", 0, 30), row("101", 1, 99)))
                    .containsExactly(Fate.REPEATED, Fate.CONTRADICTED);
            batch.commit(new ImportCounts(4, 2, 1, 1, 0));
        }
        assertThat(values(Slice.ALL)).containsExactly("101@0=30", "101@1=31");
    }

    @Test
    void everythingIsThereAfterReopening() {
        importFile("a.csv", row("101", 0, 30));
        store.close();
        store = CityStores.open(folder.resolve("city"));

        assertThat(values(Slice.ALL)).containsExactly("101@0=30");
        FeatureOfInterest station = store.findFeature("air-stations:101").orElseThrow();
        assertThat(station.attributes()).containsEntry("address", "서울 101").containsEntry("it's", "\"quoted\"");
        assertThat(station.geometry() == null).isFalse();
        assertThat(store.listImports().getFirst().counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 5));
        assertThat(store.findDatastream("air/101/pm10")
                        .orElseThrow()
                        .datastream()
                        .step())
                .isEqualTo(Step.HOUR);
    }

    @Test
    void aNewerFormatIsRefusedInOneLine() throws Exception {
        store.close();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("city/city.duckdb"));
                var sql = connection.createStatement()) {
            sql.execute("UPDATE meta SET value = '99' WHERE name = 'format'");
        }
        assertThatThrownBy(() -> CityStores.open(folder.resolve("city")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("expected store format 1, found 99");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("city/city.duckdb"));
                var sql = connection.createStatement()) {
            sql.execute("UPDATE meta SET value = '1' WHERE name = 'format'");
        }
        store = CityStores.open(folder.resolve("city"));
    }

    @Test
    void aFileThatIsNoStoreIsRefusedInOneLine() throws Exception {
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/city.duckdb"), "<html>not a database</html>".repeat(1000));

        assertThatThrownBy(() -> CityStores.open(folder.resolve("other")))
                .isInstanceOf(StoreException.class)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aLaterImportTeachesAndDoesNotForget() {
        importFile("a.csv", row("101", 0, 30));
        try (Batch batch = store.begin(head("b.csv", false))) {
            boolean news = batch.feature(
                    new FeatureOfInterest("air-stations:101", Name.of("101"), null, Map.of("kind", "urban")));
            assertThat(news).isTrue();
            batch.commit(ImportCounts.ZERO);
        }
        FeatureOfInterest station = store.findFeature("air-stations:101").orElseThrow();
        assertThat(station.name().ko()).isEqualTo("측정소 101");
        assertThat(station.geometry() == null).isFalse();
        assertThat(station.attributes()).containsKeys("address", "kind");
    }

    @Test
    void anInstantFindsTheObservationThatHoldsIt() {
        importFile("a.csv", row("101", 0, 30), row("101", 1, 31), flagged(row("102", 0, 9999), Flag.OUT_OF_RANGE));

        assertThat(at(0)).containsExactly(30.0);
        assertThat(at(HOUR - 1)).as("still the first hour").containsExactly(30.0);
        assertThat(at(HOUR)).as("the second hour begins").containsExactly(31.0);
        assertThat(at(2 * HOUR)).as("nothing holds").isEmpty();
        assertThat(store.valuesAt("pm10", null, Instant.ofEpochSecond(T0), true))
                .hasSize(2);
    }

    @Test
    void thinningKeepsTheExtremesAndLeavesFlaggedValuesOut() {
        importFile(
                "a.csv",
                row("101", 0, 10),
                row("101", 1, 20),
                row("101", 2, 60),
                flagged(row("101", 3, 9999), Flag.SPIKE),
                row("101", 4, 5));
        Thinned thinned = store.thin("air/101/pm10", window(0, 6), 2);

        assertThat(thinned.bucketSeconds()).isEqualTo(3 * HOUR);
        assertThat(thinned.start()).containsExactly(T0, T0 + 3 * HOUR);
        assertThat(thinned.min()).containsExactly(10, 5);
        assertThat(thinned.mean()).containsExactly(30, 5);
        assertThat(thinned.max()).containsExactly(60, 5);
        assertThat(thinned.count()).containsExactly(3, 1);
        assertThat(store.listFlagged("air/101/pm10", window(0, 6), 10)).hasSize(1);
    }

    @Test
    void framesHoldWhatIsTrueInEachStep() {
        importFile("a.csv", row("101", 0, 10), row("101", 2, 12), row("102", 1, 21));
        Frames frames = store.frames("pm10", "air-stations", Instant.ofEpochSecond(T0), HOUR, 3);

        assertThat(frames.datastreams()).hasSize(2);
        assertThat(frames.value()).containsExactly(10, Float.NaN, Float.NaN, 21, 12, Float.NaN);
        assertThat(store.frames("pm10", null, Instant.ofEpochSecond(T0), 3 * HOUR, 1)
                        .value())
                .as("several in one frame give their mean")
                .containsExactly(11, 21);
    }

    /// 15:00 UTC is midnight in Seoul, and 9 August 2022 was a Tuesday.
    @Test
    void profilesFollowTheCitysClock() {
        importFile("a.csv", row("101", 0, 10), row("101", 1, 20), row("101", 24, 30));

        assertThat(store.profile("pm10", "air/101/pm10", TimeWindow.ALL, Cycle.HOUR, SEOUL))
                .containsExactly(new ProfileGroup(0, 2, 20, 15, 20, 25), new ProfileGroup(1, 1, 20, 20, 20, 20));
        assertThat(store.profile("pm10", null, TimeWindow.ALL, Cycle.WEEKDAY, SEOUL))
                .extracting(ProfileGroup::group)
                .containsExactly(2, 3);
    }

    /// The hour before midnight of 31 August in Seoul, and the one after it; a month without any; a flagged
    /// one.
    @Test
    void goodObservationsAreCountedByMonthOfTheCitysClock() {
        long september = 23 * 24;
        importFile("a.csv", row("101", september - 1, 1), row("101", september, 2), row("102", september, 3));
        importFile("b.csv", flagged(row("102", september + 1, 4), Flag.STATUS_REPAIR));

        Map<String, int[]> counts = store.countGoodByMonth("air", YearMonth.of(2022, 7), 3, SEOUL);
        assertThat(counts).containsOnlyKeys("air/101/pm10", "air/102/pm10");
        assertThat(counts.get("air/101/pm10")).containsExactly(0, 1, 1);
        assertThat(counts.get("air/102/pm10")).containsExactly(0, 0, 1);
        assertThat(store.countGoodByMonth("air", YearMonth.of(2022, 7), 1, SEOUL))
                .isEmpty();
    }

    /// The whole is never observed itself.
    @Test
    void aPropertyIsKnownWhileAPartOfItIsObserved() {
        Instant start = Instant.ofEpochSecond(T0);
        Datastream part = StoreFiller.stream(
                "subway", "gu:1", PM10.part("fine", "곱다", "fine").part("day", "낮", "day"), "1", Step.HOUR);
        ImportRecord record = new StoreFiller(StoreFiller.dataset("subway", null))
                .add(part, start, start.plusSeconds(HOUR), 1)
                .into(store);
        assertThat(store.listProperties())
                .extracting(ObservedProperty::id)
                .containsExactly("pm10", "pm10.fine", "pm10.fine.day");

        importFile("a.csv", row("101", 0, 30));
        store.remove(record.id() + 1);
        assertThat(store.findProperty("pm10")).as("read anew from the tables").contains(PM10);
        assertThat(store.findProperty("pm10.fine.day")).contains(part.property());
        store.remove(record.id());
        assertThat(store.listProperties()).isEmpty();
    }

    /// Both told of gu:1; what was removed is told by neither.
    @Test
    void featuresAreKnownByTheDataSetsThatToldOfThem() {
        FeatureOfInterest one = new FeatureOfInterest("gu:1", Name.of("하나"), null, Map.of());
        FeatureOfInterest two = new FeatureOfInterest("gu:2", Name.of("둘"), null, Map.of());
        new StoreFiller(StoreFiller.dataset("areas", null)).add(two).add(one).into(store);
        ImportRecord again =
                new StoreFiller(StoreFiller.dataset("stations", null)).add(one).into(store);

        assertThat(store.listFeaturesOfDataset("areas")).containsExactly(one, two);
        assertThat(store.listFeaturesOfDataset("stations")).containsExactly(one);
        store.remove(again.id());
        assertThat(store.listFeaturesOfDataset("stations")).isEmpty();
        assertThat(store.listFeaturesOfDataset("unicorns")).isEmpty();
    }

    @Test
    void summerTimeIsHonouredInProfiles() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        long summer = Instant.parse("2022-07-01T10:00:00Z").getEpochSecond();
        long winter = Instant.parse("2022-12-01T10:00:00Z").getEpochSecond();
        importFile("a.csv", new Row("101", (summer - T0) / HOUR, 1, -1), new Row("101", (winter - T0) / HOUR, 2, -1));
        TimeWindow year = new TimeWindow(Instant.parse("2022-01-01T00:00:00Z"), Instant.parse("2023-01-01T00:00:00Z"));

        assertThat(store.profile("pm10", null, year, Cycle.HOUR, zone))
                .extracting(ProfileGroup::group)
                .containsExactly(11, 12);
    }

    @Test
    void anExportIsReadByAnotherEngineAndIsPartitioned() throws Exception {
        importFile("a.csv", row("101", 0, 30), flagged(row("101", 24 * 30, 31), Flag.SPIKE));
        Path export = folder.resolve("export");

        assertThat(store.exportParquet(Slice.ALL, export)).isEqualTo(2);
        assertThat(export.resolve("observations/property=pm10/month=2022-08")).isDirectory();
        assertThat(export.resolve("observations/property=pm10/month=2022-09")).isDirectory();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var sql = connection.createStatement();
                var rows = sql.executeQuery(
                        "SELECT feature, value, quality, phenomenon_time_start AT TIME ZONE 'UTC' FROM read_parquet('"
                                + export
                                + "/observations/**/*.parquet', hive_partitioning = true) WHERE property = 'pm10' ORDER BY phenomenon_time_start")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("air-stations:101");
            assertThat(rows.getString(4)).startsWith("2022-08-08 15:00:00");
            rows.next();
            assertThat(rows.getString(3)).isEqualTo("suspect");
        }
        assertThatThrownBy(() -> store.exportParquet(Slice.ALL, export))
                .hasMessageContaining("expected an empty folder");
    }

    @Test
    void aBackupIsRestoredToTheSame() {
        importFile("a.csv", row("101", 0, 30));
        store.backup(folder.resolve("backup"));
        importFile("b.csv", row("101", 1, 31));
        CityStores.restore(folder.resolve("backup"), folder.resolve("again"));

        try (ObservationStore again = CityStores.open(folder.resolve("again"))) {
            assertThat(values(again, Slice.ALL)).containsExactly("101@0=30");
            assertThat(again.findFeature("air-stations:101")).isPresent();
        }
    }

    // Small words for the tests above.

    private record Row(String station, long hour, double value, int stated) {}

    private static Row row(String station, long hour, double value) {
        return new Row(station, hour, value, -1);
    }

    private static Row flagged(Row row, Flag flag) {
        return new Row(row.station, row.hour, row.value, flag.mask());
    }

    private static TimeWindow window(long fromHour, long toHour) {
        return new TimeWindow(Instant.ofEpochSecond(T0 + fromHour * HOUR), Instant.ofEpochSecond(T0 + toHour * HOUR));
    }

    private static Slice asOf(Instant time) {
        return new Slice(null, null, null, null, TimeWindow.ALL, time, true);
    }

    private Instant afterLastImport() {
        return store.listImports().getLast().at();
    }

    private List<Double> at(long seconds) {
        return store.valuesAt("pm10", null, Instant.ofEpochSecond(T0 + seconds), false).stream()
                .map(ValueAt::value)
                .toList();
    }

    private List<Fate> importFile(String file, Row... rows) {
        return importFile(head(file, false), rows);
    }

    private List<Fate> importFile(ImportHead head, Row... rows) {
        try (Batch batch = store.begin(head)) {
            Fate[] fates = write(batch, rows);
            batch.commit(new ImportCounts(rows.length, rows.length, 0, 0, 5));
            return List.of(fates);
        }
    }

    private static ImportHead head(String file, boolean gapsFilled) {
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

    private static Fate[] write(Batch batch, Row... rows) {
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

    private static FeatureOfInterest station(String code) {
        return new FeatureOfInterest(
                "air-stations:" + code,
                Name.of("측정소 " + code, "Station " + code),
                new GeometryFactory().createPoint(new Coordinate(127, 37.5)),
                Map.of("address", "서울 " + code, "it's", "\"quoted\""));
    }

    private static Datastream stream(String code) {
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

    private List<String> values(Slice slice) {
        return values(store, slice);
    }

    private static List<String> values(ObservationStore from, Slice slice) {
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
            values.add(code + "@" + (start - T0) / HOUR + "=" + (long) value
                    + (found.isEmpty() ? "" : "[" + found.iterator().next().code() + "]"));
        });
        return values;
    }
}
