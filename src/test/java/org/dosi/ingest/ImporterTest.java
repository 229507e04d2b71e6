package org.dosi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.source.Sources;
import org.dosi.store.CityStores;
import org.dosi.store.ImportCounts;
import org.dosi.store.ImportRecord;
import org.dosi.store.Issues;
import org.dosi.store.ObservationStore;
import org.dosi.store.Slice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the file to the store: counts, broken files, the same again, and back out again.
class ImporterTest {
    private static final Path NOISE = Path.of("demo/noise/seoul-2025h1");
    private static final Path WEATHER = Path.of("demo/weather/kma_api_108_2022.csv.gz");
    private static final String HEADINGS =
            "feature,property,unit,phenomenon_time_start,phenomenon_time_end,value,quality\n";

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
    void theSameFileAgainIsUnchangedAndLeavesTheStoreAsItWas() {
        Outcome first = run("kma-api", WEATHER);
        var before = content();
        Outcome second = run("kma-api", WEATHER);

        assertThat(first.counts().stored()).isPositive();
        assertThat(second.counts().stored()).isZero();
        assertThat(second.counts().read()).isEqualTo(first.counts().read());
        assertThat(second.counts().missing()).isEqualTo(first.counts().missing());
        assertThat(second.counts().rejected())
                .as("what contradicts itself does so each time")
                .isEqualTo(first.counts().rejected());
        assertThat(content()).isEqualTo(before);
        assertThat(store.listImports()).hasSize(1);
    }

    @Test
    void whatIsStoredIsWhatTheCountsSay() {
        Outcome outcome = run("kma-api", WEATHER);
        Issues issues = store.listIssues(null, 10, 0);

        assertThat(content()).hasSize((int) outcome.counts().stored());
        assertThat(issues.observations()).isEqualTo(outcome.counts().rejected());
        assertThat(store.listImports()).extracting(ImportRecord::counts).containsExactly(outcome.counts());
    }

    @Test
    void aBrokenFileAmongGoodOnesLeavesTheGoodOnes() throws IOException {
        Path broken = folder.resolve("broken.xlsx");
        byte[] whole = Files.readAllBytes(NOISE.resolve("2025-02.xlsx"));
        Files.write(broken, java.util.Arrays.copyOf(whole, whole.length / 2));
        List<Outcome> outcomes = new Importer(store, Progress.NONE)
                .run(
                        Sources.find("seoul-noise").orElseThrow(),
                        List.of(
                                NOISE.resolve("2025-01.xlsx"),
                                broken,
                                folder.resolve("none.xlsx"),
                                NOISE.resolve("2025-03.xlsx")));

        assertThat(outcomes).extracting(outcome -> outcome.failure() == null).containsExactly(true, false, false, true);
        assertThat(String.valueOf(outcomes.get(1).failure()))
                .doesNotContain("\n")
                .contains("broken.xlsx");
        assertThat(outcomes.get(1).counts()).isEqualTo(ImportCounts.ZERO);
        assertThat(store.listImports()).extracting(ImportRecord::file).containsExactly("2025-01.xlsx", "2025-03.xlsx");
    }

    @Test
    void anInterruptedImportKeepsWholeFilesAndBeginsNoOther() {
        List<Outcome> outcomes = new ArrayList<>();
        new Importer(store, Progress.NONE)
                .run(
                        Sources.find("seoul-noise").orElseThrow(),
                        List.of(
                                NOISE.resolve("2025-01.xlsx"),
                                NOISE.resolve("2025-02.xlsx"),
                                NOISE.resolve("2025-03.xlsx")),
                        outcome -> {
                            outcomes.add(outcome);
                            if (outcomes.size() == 2) {
                                Thread.currentThread().interrupt();
                            }
                        });

        assertThat(Thread.interrupted()).as("the caller is told").isTrue();
        assertThat(outcomes).hasSize(2).allMatch(outcome -> outcome.failure() == null);
        assertThat(store.listImports()).extracting(ImportRecord::file).containsExactly("2025-01.xlsx", "2025-02.xlsx");
    }

    @Test
    void aContradictionIsAnIssueAtItsPlaceAndTheFirstValueStands() throws IOException {
        Path file = write(
                "a.csv",
                HEADINGS
                        + "air-stations:1,pm10,ug/m3,2022-01-01T00:00:00Z,2022-01-01T01:00:00Z,30,good\n"
                        + "air-stations:1,pm10,ug/m3,2022-01-01T00:00:00Z,2022-01-01T01:00:00Z,31,good\n"
                        + "air-stations:1,pm10,ug/m3,2022-01-01T00:00:00Z,2022-01-01T01:00:00Z,30,good\n"
                        + "air-stations:1,pm10,ug/m3,2022-01-01T01:00:00Z,2022-01-01T02:00:00Z,,good\n");
        Outcome outcome = run("dosi-csv", file);

        assertThat(outcome.counts()).isEqualTo(new ImportCounts(3, 1, 1, 1, 1));
        Issue issue = store.listIssues(null, 1, 0).page().getFirst().issue();
        assertThat(issue.place().line()).isEqualTo(3);
        assertThat(issue.found()).contains("31");
        assertThat(content()).extractingByKey("dosi-csv/1/pm10@1640995200").isEqualTo("30.0");
    }

    @Test
    void aBadRowOfTheCsvFormIsAnIssueAndTheOthersAreStored() throws IOException {
        Path file = write(
                "a.csv",
                HEADINGS
                        + "air-stations:1,pm10,ug/m3,2022-01-01T00:00:00+09:00,2022-01-01T01:00:00+09:00,30,estimated\n"
                        + "air-stations:1,pm10,ug/m3,yesterday,2022-01-01T01:00:00Z,30,good\n"
                        + "air-stations:1,pm10,ug/m3,2022-01-01T03:00:00Z,2022-01-01T02:00:00Z,30,good\n"
                        + "air-stations:1,pm10,ug/m3,2022-01-01T03:00:00Z,2022-01-01T04:00:00Z,many,good\n"
                        + "air-stations:1,pm10,ug/m3,2022-01-01T03:00:00Z,2022-01-01T04:00:00Z,3,perhaps\n"
                        + "no feature,pm10,ug/m3,2022-01-01T03:00:00Z,2022-01-01T04:00:00Z,3,good\n"
                        + "air-stations:1,pm10\n"
                        + "air-stations:1,pm10,ug/m3,2022-01-01T05:00:00Z,2022-01-01T06:00:00Z,35,good\n");
        Outcome outcome = run("dosi-csv", file);

        assertThat(outcome.counts()).isEqualTo(new ImportCounts(8, 2, 0, 6, 0));
        assertThat(store.listIssues(null, 100, 0).page())
                .extracting(entry -> entry.issue().place().line())
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(content()).containsValue("30.0[estimated]");
    }

    @Test
    void aDatastreamKeepsItsUnit() throws IOException {
        String hour = "2022-01-01T00:00:00Z,2022-01-01T01:00:00Z,";
        Outcome mixed = run(
                "dosi-csv",
                write(
                        "a.csv",
                        HEADINGS
                                + "air-stations:1,pm10,ug/m3,2022-01-01T00:00:00Z,2022-01-01T01:00:00Z,12,good\n"
                                + "air-stations:1,pm10,mg/m3,2022-01-01T01:00:00Z,2022-01-01T02:00:00Z,0.4,good\n"));
        Outcome other = run("dosi-csv", write("b.csv", HEADINGS + "air-stations:1,pm10,mg/m3," + hour + "0.4,good\n"));

        assertThat(mixed.counts()).isEqualTo(new ImportCounts(2, 1, 0, 1, 0));
        assertThat(String.valueOf(other.failure())).contains("expected the unit ug/m3", "found mg/m3");
        assertThat(content()).hasSize(1);
    }

    @Test
    void anExportImportedElsewhereIsTheSame() {
        run("seoul-noise", NOISE.resolve("2025-01.xlsx"));
        run("kma-api", WEATHER);
        Path export = folder.resolve("export");
        store.exportParquet(Slice.ALL, export);
        var exported = content();
        var descriptions =
                store.listDatastreams().stream().map(Object::toString).toList();
        store.close();

        store = CityStores.open(folder.resolve("other"));
        Outcome outcome = run("dosi-parquet", export);

        assertThat(outcome.failure()).isNull();
        assertThat(content()).isEqualTo(exported);
        assertThat(store.listDatastreams().stream().map(Object::toString).toList())
                .isEqualTo(descriptions);
        assertThat(store.findDataset("seoul-noise")).isPresent();
        assertThat(store.findFeature("noise-sites:시청")).isPresent();
        assertThat(run("dosi-parquet", export).counts().stored()).as("again").isZero();
    }

    @Test
    void anImportOfOneFileCanBeTakenOutAgain() {
        run("seoul-noise", NOISE.resolve("2025-01.xlsx"));
        var before = content();
        run("seoul-noise", NOISE.resolve("2025-02.xlsx"));
        store.remove(2);

        assertThat(content()).isEqualTo(before);
    }

    /// Of the file's rows some are stored by the first thread while the second still reads: more rows than
    /// one part holds.
    @Test
    void aFileLargerThanOnePartIsStillOneImport() throws IOException {
        Path file = folder.resolve("large.csv");
        int rows = 1_200_000;
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADINGS);
            for (int i = 0; i < rows; i++) {
                long start = 1_500_000_000L / 3600 * 3600 + i / 20 * 3600L;
                out.write("air-stations:" + i % 20 + ",pm10,ug/m3," + java.time.Instant.ofEpochSecond(start) + ","
                        + java.time.Instant.ofEpochSecond(start + 3600) + "," + (20 + (i * 7919L) % 31) + ",good\n");
            }
        }
        Outcome outcome = run("dosi-csv", file);

        assertThat(outcome.counts()).isEqualTo(new ImportCounts(rows, rows, 0, 0, 0));
        assertThat(store.listDatastreams()).hasSize(20).allMatch(stream -> stream.count() == rows / 20);
    }

    private Outcome run(String source, Path file) {
        return new Importer(store, Progress.NONE)
                .run(Sources.find(source).orElseThrow(), List.of(file))
                .getFirst();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /// Every observation: `datastream@start` to value and flags.
    private Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        store.scan(Slice.ALL, (stream, start, _, _, value, flags) -> {
            Set<Flag> found = Flag.listOf(flags);
            List<String> codes = new ArrayList<>();
            found.forEach(flag -> codes.add(flag.code()));
            content.put(stream.id() + "@" + start, value + (codes.isEmpty() ? "" : codes.toString()));
        });
        return content;
    }
}
