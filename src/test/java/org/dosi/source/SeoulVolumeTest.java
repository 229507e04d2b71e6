package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.QualityElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Totals are from an independent count of the same workbooks: cells with and without a number below the
/// hours.
class SeoulVolumeTest {
    private static final String MONTH = "traffic/seoul-volume-2022/seoul_traffic_volume_2022_%s.xlsx";
    private static final String JANUARY = MONTH.formatted("01");
    private static final String POINTS_SHEET = "xl/worksheets/sheet3.xml";
    private static final String DATA_SHEET = "xl/worksheets/sheet2.xml";
    private static final SeoulVolume SOURCE = new SeoulVolume();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "01,179335,27497",
        "02,167968,18848",
        "03,184356,22476",
        "04,184630,15530",
        "05,191788,15044",
        "06,181725,18435",
        "07,184212,22620",
        "08,176270,30562",
        "09,168536,31624",
        "10,173619,33213"
    })
    void everyNumericCellOfTheRealWorkbooksIsToldOnce(String month, int numbers, int blanks) {
        RecordingSink told = SourceFiles.readDemo(SOURCE, MONTH.formatted(month));

        assertThat(told.observations).hasSize(numbers);
        assertThat(told.missing).isEqualTo(blanks);
        assertThat(told.issues).isEmpty();
        assertThat(told.features).hasSize(278);
        assertThat(told.features.values()).allMatch(point -> point.geometry() != null);
    }

    /// By hand: the last row of January, 20220131 F-10 유출, 219 at `0시` and 255 at `23시`.
    @Test
    void theHourZeroBeginsAtMidnightInSeoul() {
        RecordingSink told = SourceFiles.readDemo(SOURCE, JANUARY);

        var first = told.find("seoul-volume/F-10/out/traffic_volume", "2022-01-31T00:00:00+09:00")
                .orElseThrow();
        assertThat(first.value()).isEqualTo(219);
        assertThat(first.end()).isEqualTo(Instant.parse("2022-01-30T16:00:00Z"));
        assertThat(first.line()).isEqualTo(8619);
        assertThat(first.sheet()).isEqualTo("2022년 01월");
        assertThat(told.find("seoul-volume/F-10/out/traffic_volume", "2022-01-31T23:00:00+09:00")
                        .orElseThrow()
                        .value())
                .isEqualTo(255);
    }

    @Test
    void aPointHasAFeatureForEachDirection() {
        RecordingSink told = SourceFiles.readDemo(SOURCE, JANUARY);

        FeatureOfInterest in = Objects.requireNonNull(told.features.get("traffic-points:A-01/in"));
        assertThat(in.name().ko()).isEqualTo("성산로(금화터널) 유입");
        assertThat(in.name().en()).isEqualTo("Seongsan-ro (Geumhwa Tunnel), inbound");
        assertThat(Objects.requireNonNull(in.geometry()).getCoordinate().x).isEqualTo(126.948436);
        assertThat(in.attributes())
                .containsEntry("point", "A-01")
                .containsEntry("direction", "in")
                .containsEntry("towards", "봉원고가차도->독립문역")
                .containsEntry("detector", "지자기")
                .containsEntry("road", "성산로")
                .containsEntry("area", "도심")
                .containsEntry("area_en", "downtown")
                .containsEntry("address", "서울시 서대문구 신촌동 1-142");
        assertThat(told.features).containsKey("traffic-points:A-01/out");
        var stream = Objects.requireNonNull(told.datastreams.get("seoul-volume/A-02/in/traffic_volume"));
        assertThat(stream.sensor().id()).isEqualTo("magnetic");
        assertThat(stream.thing().id()).isEqualTo("traffic-points:A-02");
        assertThat(told.datastreams)
                .as("blank for the whole month")
                .doesNotContainKey("seoul-volume/A-01/in/traffic_volume");
    }

    /// The Jamsu bridge was closed by the flood of 9 to 11 August 2022: its cells are blank, not 0.
    @Test
    void aClosedBridgeIsMissingAndNotZero() {
        RecordingSink told = SourceFiles.readDemo(SOURCE, MONTH.formatted("08"));

        String bridge = "seoul-volume/C-12/in/traffic_volume";
        assertThat(told.find(bridge, "2022-08-10T12:00:00+09:00")).isEmpty();
        assertThat(told.find(bridge, "2022-08-01T12:00:00+09:00")).isPresent();
    }

    @Test
    void countsWithoutAListOfPointsAreToldWithoutPlaces() throws IOException {
        SourceFile file = changed((name, xml) ->
                name.equals(POINTS_SHEET) ? xml.replaceAll("<sheetData>.*</sheetData>", "<sheetData/>") : xml);

        RecordingSink told = SourceFiles.read(SOURCE, file);

        assertThat(told.observations).hasSize(179_335);
        assertThat(told.features.values()).allMatch(point -> point.geometry() == null);
        assertThat(told.issues)
                .singleElement()
                .satisfies(issue -> assertThat(issue.observations()).isZero());
    }

    /// Sheets of another year, in another order: the data last, and named otherwise.
    @Test
    void sheetsAreKnownByTheirHeadingsAndNotByNameOrOrder() throws IOException {
        SourceFile file = changed((name, xml) -> name.equals("xl/workbook.xml")
                ? xml.replace("2022년 01월", "2023년 1월")
                        .replaceFirst(
                                "(<sheets>)(<sheet [^>]*>)(<sheet [^>]*>)(<sheet [^>]*>)(<sheet [^>]*>)", "$1$5$4$2$3")
                : xml);

        RecordingSink told = SourceFiles.read(SOURCE, file);

        assertThat(told.observations).hasSize(179_335);
        assertThat(told.observations.getFirst().sheet()).isEqualTo("2023년 1월");
    }

    /// The last row (30 cells, all with numbers) and others are spoilt one by one.
    @Test
    void badRowsAndCellsAreIssuesAndReadingGoesOn() throws IOException {
        SourceFile file = changed((name, xml) -> name.equals(DATA_SHEET) ? spoilt(xml) : xml);

        RecordingSink told = SourceFiles.read(SOURCE, file);

        assertThat(told.observations.size() + told.rejected()).isEqualTo(179_335);
        assertThat(told.missing).isEqualTo(27_497);
        assertThat(told.rejected()).isEqualTo(24 + 24 + 24 + 1);
        assertThat(told.issues.stream().map(issue -> issue.element()).toList())
                .containsExactlyInAnyOrder(
                        QualityElement.TEMPORAL_CONSISTENCY, QualityElement.DOMAIN_CONSISTENCY,
                        QualityElement.DOMAIN_CONSISTENCY, QualityElement.FORMAT_CONSISTENCY);
        assertThat(told.issues.getLast().place()).hasToString("made.xlsx sheet 2022년 01월 line 8619 column G");
    }

    private static String spoilt(String xml) {
        String spoilt = xml;
        spoilt = cell(spoilt, "A8616", "<c r=\"A8616\"><v>20220230</v></c>");
        spoilt = cell(spoilt, "D8617", "<c r=\"D8617\" t=\"inlineStr\"><is><t>F10</t></is></c>");
        spoilt = cell(spoilt, "E8618", "<c r=\"E8618\" t=\"inlineStr\"><is><t>?</t></is></c>");
        return cell(spoilt, "G8619", "<c r=\"G8619\" t=\"inlineStr\"><is><t>n/a</t></is></c>");
    }

    private static String cell(String xml, String at, String instead) {
        String changed = xml.replaceFirst("<c r=\"" + at + "\".*?</c>", instead);
        assertThat(changed).isNotEqualTo(xml);
        return changed;
    }

    @Test
    void filesOfAnotherKindAreRefused() {
        for (SourceFile file : List.of(
                SourceFiles.of(folder, "page.xlsx", "<html><body>not found</body></html>"),
                SourceFiles.of(folder, "empty.xlsx", ""),
                SourceFiles.cut(folder, JANUARY),
                SourceFiles.demo("traffic/seoul-links/link_vertex_2025.xlsx"),
                SourceFiles.demo("traffic/seoul-subway-2024/SeoulMetro_2024.csv.gz"))) {
            assertThatThrownBy(() -> SourceFiles.read(SOURCE, file))
                    .as(file.name())
                    .isInstanceOf(SourceException.class)
                    .message()
                    .doesNotContain("\n");
        }
    }

    private SourceFile changed(BinaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(SourceFiles.demo(JANUARY).open());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                boolean text = entry.getName().endsWith(".xml");
                out.write(
                        text
                                ? change.apply(entry.getName(), new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return SourceFiles.of(folder, "made.xlsx", bytes.toByteArray());
    }
}
