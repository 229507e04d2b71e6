package org.dosi.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The totals were counted with Python's zipfile and ElementTree.
class SeoulNoiseTest {
    private static final Path FOLDER = Path.of("demo/noise/seoul-2025h1");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"2025-01.xlsx,31", "2025-02.xlsx,28", "2025-03.xlsx,31", "2025-04.xlsx,30"})
    void everyHourOfTheMonthIsReadAtFourSites(String file, int days) {
        RecordingSink sink = read(FOLDER.resolve(file));

        assertThat(sink.observations).hasSize(4 * 24 * days);
        assertThat(sink.missing).isZero();
        assertThat(sink.issues).isEmpty();
        assertThat(sink.datastreams.keySet())
                .containsExactly(
                        "seoul-noise/시청/leq", "seoul-noise/성수/leq", "seoul-noise/신촌/leq", "seoul-noise/신사/leq");
    }

    @Test
    void columnsAreHoursByTheirEnd() {
        RecordingSink sink = read(FOLDER.resolve("2025-01.xlsx"));

        sink.assertTold("seoul-noise/시청/leq", "2025-01-01T00:00:00+09:00", 1, 64.4);
        sink.assertTold("seoul-noise/시청/leq", "2025-01-01T23:00:00+09:00", 1, 63);
        sink.assertTold("seoul-noise/시청/leq", "2025-01-02T00:00:00+09:00", 1, 61.8);
        assertThat(requireNonNull(sink.datastreams.get("seoul-noise/시청/leq")).unit())
                .isEqualTo("dB[SPL]{A}");
        assertThat(sink.observations.getFirst().sheet()).isEqualTo("시청(시간별)");
        assertThat(sink.observations.getFirst().line()).isEqualTo(7);
    }

    @Test
    void theSubwayStationOfTheSameNameStandsInForThePosition() {
        RecordingSink sink = read(FOLDER.resolve("2025-01.xlsx"));
        FeatureOfInterest cityHall = sink.feature("noise-sites:시청");

        assertThat(cityHall.name()).isEqualTo(new Name("시청", "City Hall"));
        assertThat(cityHall.attributes()).containsEntry("position", "approximate: the subway station of the same name");
        assertThat(sink.point("noise-sites:시청").x).isEqualTo(126.977108);
    }

    @Test
    void anotherMonthAndAnotherSiteRead() throws IOException {
        RecordingSink sink = read(sheet(
                "잠실(시간별)",
                Workbooks.row(1, "측정월: ", "2031년 7월"),
                head(2),
                day(3, "2031-07-01", 60.5),
                day(4, 2, 0),
                day(5, 48032, 61)));

        sink.assertTold("seoul-noise/잠실/leq", "2031-07-01T00:00:00+09:00", 1, 60.5);
        sink.assertTold("seoul-noise/잠실/leq", "2031-07-02T12:00:00+09:00", 1, 0);
        sink.assertTold("seoul-noise/잠실/leq", "2031-07-03T23:00:00+09:00", 1, 61);
        assertThat(sink.observations).hasSize(3 * 24);
        assertThat(sink.hasGeometry("noise-sites:잠실")).isFalse();
        assertThat(sink.issues).isEmpty();
    }

    @Test
    void blanksAreMissingAndMeansAreNoObservations() throws IOException {
        RecordingSink sink = read(sheet(
                "시청(시간별)",
                Workbooks.row(4, "측정월: ", 45658),
                head(6),
                Workbooks.row(7, "2025-01-01", 60, "", "-"),
                day(8, "평균", 61),
                day(9, "월 평균", 61),
                Workbooks.row(10, "")));

        assertThat(sink.observations)
                .singleElement()
                .satisfies(told -> assertThat(told.value()).isEqualTo(60));
        assertThat(sink.missing).isEqualTo(23);
        assertThat(sink.issues).isEmpty();
    }

    @Test
    void badCellsAndBadDatesAreIssuesAndTheCountsAddUp() throws IOException {
        RecordingSink sink = read(sheet(
                "시청(시간별)",
                Workbooks.row(4, "측정월: ", 45658),
                head(6),
                Workbooks.row(7, "2025-01-01", "abc", "12,3", 60),
                day(8, "2025-13-01", 61),
                day(9, "모름", 61),
                day(10, "", 61),
                day(11, "2025-02-01", 61)));

        assertThat(sink.issues)
                .extracting(org.dosi.model.Issue::observations)
                .containsExactly(1L, 1L, 24L, 24L, 24L, 0L);
        assertThat(sink.issues.getFirst())
                .hasToString("n.xlsx sheet 시청(시간별) line 7 column B: expected a number, found abc");
        assertThat(sink.issues.getLast().expected()).isEqualTo("a day of 2025-01");
        assertThat(sink.observations.size() + sink.missing + sink.rejected()).isEqualTo(5 * 24);
    }

    @Test
    void aSheetWithoutHoursIsPassedOverAndAWorkbookOfThemIsOfAnotherKind() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("안내", Workbooks.row(1, "측정일", "비고"));
        Path other = Workbooks.write(folder.resolve("other.xlsx"), sheets);
        assertThatThrownBy(() -> read(other))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        "other.xlsx: expected hourly road-side noise of Seoul with a row headed '측정일\\시간', found sheets 안내");

        sheets.put("시청(시간별)", head(1) + day(2, "2025-01-01", 60));
        assertThat(read(Workbooks.write(folder.resolve("both.xlsx"), sheets)).observations)
                .hasSize(24);
    }

    private static String head(int line) {
        return Workbooks.row(
                line,
                Stream.concat(
                                Stream.concat(
                                        Stream.of((Object) "측정일\\시간"),
                                        IntStream.rangeClosed(1, 24).boxed()),
                                Stream.of("낮", "밤"))
                        .toArray());
    }

    /// A row with the same value in all hours, and means of day and night that must not be told.
    private static String day(int line, Object date, Number value) {
        return Workbooks.row(
                line,
                Stream.concat(
                                Stream.of(date),
                                Stream.concat(
                                        IntStream.rangeClosed(1, 24).mapToObj(hour -> value),
                                        Stream.of((Object) 99, 99)))
                        .toArray());
    }

    private Path sheet(String name, String... rows) throws IOException {
        return Workbooks.write(folder.resolve("n.xlsx"), Map.of(name, String.join("", rows)));
    }

    private static RecordingSink read(Path file) {
        RecordingSink sink = new RecordingSink();
        new SeoulNoise().read(new SourceFile(file), sink);
        return sink;
    }
}
