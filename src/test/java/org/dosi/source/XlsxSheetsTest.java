package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxSheetsTest {
    private static final Path NOISE = Path.of("demo/noise/seoul-2025h1/2025-01.xlsx");
    private static final String KIND = "a workbook of the test";

    @TempDir
    Path folder;

    @Test
    void rowsAreTextWithTheLineThatExcelShows() {
        try (XlsxSheets sheets = XlsxSheets.open(new SourceFile(NOISE), KIND)) {
            assertThat(sheets.names()).containsExactly("시청(시간별)", "성수(시간별)", "신촌(시간별)", "신사(시간별)");
            List<XlsxRow> rows = rows(sheets, "시청(시간별)");
            XlsxRow first =
                    rows.stream().filter(row -> row.line() == 7).findFirst().orElseThrow();

            assertThat(first.text(1)).as("a formula's value").isEqualTo("45658");
            assertThat(first.findDate(1)).contains(LocalDate.of(2025, 1, 1));
            assertThat(first.text(2)).as("64.400000000000006 in the file").isEqualTo("64.4");
            assertThat(first.text(3)).isEqualTo("62");
            assertThat(first.number(3)).isEqualTo(62);
            assertThat(first.text(0)).isEmpty();
            assertThat(first.text(500)).isEmpty();
            assertThat(first.place(26)).hasToString("2025-01.xlsx sheet 시청(시간별) line 7 column AA");
        }
    }

    @Test
    void everyKindOfCellHasItsText() throws IOException {
        Path file = workbook("""
                <row r="3"><c r="A3"><v>1.5E-3</v></c><c r="B3"><v>1E7</v></c><c r="C3" t="b"><v>1</v></c>
                <c r="D3" t="e"><v>#N/A</v></c><c r="F3" t="inlineStr"><is><t> 강남 </t></is></c>
                <c r="G3"><v>1e999999</v></c><c r="H3"><v>12,3</v></c><c r="I3"><v>-0</v></c></row>
                """);
        try (XlsxSheets sheets = XlsxSheets.open(new SourceFile(file), KIND)) {
            XlsxRow row = rows(sheets, "S").getFirst();
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.cells())
                    .containsExactly("0.0015", "10000000", "TRUE", "#N/A", "", "강남", "1E+999999", "12,3", "0");
        }
    }

    @Test
    void datesAreSerialsOrText() {
        XlsxRow row = new XlsxRow(
                "f",
                "s",
                1,
                List.of(
                        "45658.5",
                        "2025-01-01",
                        "2025. 1. 1.",
                        "20250101",
                        "2025/1/1 13:00",
                        "2025년 1월 1일",
                        "2025-13-01",
                        "x",
                        "0"),
                LocalDate.of(1899, 12, 30));
        for (int column = 0; column < 6; column++) {
            assertThat(row.findDate(column)).as(row.text(column)).contains(LocalDate.of(2025, 1, 1));
        }
        for (int column = 6; column < 10; column++) {
            assertThat(row.findDate(column)).as(row.text(column)).isEmpty();
        }
    }

    @Test
    void columnsHaveExcelsLetters() {
        assertThat(Stream.of(0, 25, 26, 51, 52, 701, 702).map(XlsxRow::letters))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    @Test
    void aWorkbookPackedByGzipReadsTheSameAndLeavesNothingBehind() throws IOException {
        Path packed = folder.resolve("w.xlsx.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(NOISE, out);
        }
        try (XlsxSheets plain = XlsxSheets.open(new SourceFile(NOISE), KIND);
                XlsxSheets same = XlsxSheets.open(new SourceFile(packed), KIND)) {
            assertThat(rows(same, "성수(시간별)"))
                    .extracting(XlsxRow::cells)
                    .isEqualTo(
                            rows(plain, "성수(시간별)").stream().map(XlsxRow::cells).toList());
        }
    }

    @Test
    void whatIsNoWorkbookIsOneClearLine() throws IOException {
        byte[] whole = Files.readAllBytes(NOISE);
        assertBroken(
                write("old.xls", new byte[] {
                    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
                }),
                "an old Excel file (.xls)");
        assertBroken(
                write(
                        "error.xlsx",
                        "<html><body>error</body></html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "a web page");
        assertBroken(write("half.xlsx", Arrays.copyOf(whole, whole.length / 2)), "truncated");
        assertBroken(write("short.xlsx", new byte[] {'P', 'K'}), "something else");
        assertBroken(write("empty.xlsx", new byte[0]), "an empty file");
        assertBroken(folder, "a folder");
        assertBroken(folder.resolve("none.xlsx"), "no such file");
        Path zip = folder.resolve("zip.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write(1);
        }
        assertBroken(zip, "a zip that is none");
    }

    @Test
    void aSheetThatBreaksOffEndsInOneClearLine() throws IOException {
        Path file = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2");
        try (XlsxSheets sheets = XlsxSheets.open(new SourceFile(file), KIND)) {
            assertThatThrownBy(() -> rows(sheets, "S"))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("whole sheet 'S'")
                    .message()
                    .doesNotContain("\n");
            assertThatThrownBy(() -> rows(sheets, "T"))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("w.xlsx: expected a workbook of the test with a sheet 'T', found sheets S");
        }
    }

    private static List<XlsxRow> rows(XlsxSheets sheets, String name) {
        try (Stream<XlsxRow> rows = sheets.rows(name)) {
            return rows.toList();
        }
    }

    private static void assertBroken(Path path, String found) {
        assertThatThrownBy(() -> XlsxSheets.open(new SourceFile(path), KIND).close())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(found)
                .message()
                .doesNotContain("\n");
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path workbook(String rows) throws IOException {
        return Workbooks.write(folder.resolve("w.xlsx"), Map.of("S", rows));
    }
}
