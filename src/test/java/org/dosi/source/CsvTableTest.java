package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
    private static final String KIND = "a table of the test";

    /// As a heap of UTF-16 it would be a gigabyte, which is all that the tests have.
    private static final int LONG_LINE = 512 << 20;

    @TempDir
    Path folder;

    private final RecordingSink sink = new RecordingSink();

    @Test
    void rowsHaveTheLineOnWhichTheyBegin() throws IOException {
        List<CsvRow> rows = rows("a,b\n1, 2 \n\n\"x\ny\",3\n4,5\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 4L, 6L);
        assertThat(rows.getFirst().text(1)).isEqualTo("2");
        assertThat(rows.get(1).text(0)).isEqualTo("x\ny");
        assertThat(rows.getLast().text(7)).as("beyond the end").isEmpty();
    }

    @Test
    void aMarkBeforeAQuoteIsNoPartOfTheHeading() throws IOException {
        try (CsvTable table = open("\uFEFF\"기준, 분기\",b\n1,2\n".getBytes(StandardCharsets.UTF_8))) {
            assertThat(table.headings()).containsExactly("기준, 분기", "b");
            assertThat(table.column("c", "b")).isEqualTo(1);
            assertThat(table.findColumn("c")).isEmpty();
        }
    }

    @Test
    void koreanIsReadInBothCharacterSets() throws IOException {
        String text = "시각,값\n힣똠방각하,1\n";
        assertThat(rows(text.getBytes(Charset.forName("MS949")))).isEqualTo(rows(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aCharacterThatTheFirstMegabyteCutsInTwoIsStillUtf8() throws IOException {
        for (int pad = 0; pad < 3; pad++) {
            String text = "x".repeat(pad) + "a,b\n" + "가나다라마바사아자차카타파하,1\n".repeat(30_000);
            List<CsvRow> rows = rows(text.getBytes(StandardCharsets.UTF_8));
            assertThat(rows).hasSize(30_000).allMatch(row -> row.text(0).equals("가나다라마바사아자차카타파하"));
        }
    }

    @Test
    void aRowThatTheEndOfTheFileCutsIsTheFilesFault() {
        assertThatThrownBy(() -> rows("a,b\n1,2\n3".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SourceException.class)
                .hasMessage("f.csv line 3: expected a row of 2 cells, found the end of the file after 1: it is truncated");
        assertThatThrownBy(() -> rows("a,b\n1,2\n\"3\n4,5\n".getBytes(StandardCharsets.UTF_8)))
                .as("a quote that never ends")
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void aShortRowInTheMiddleIsTheRowsFault() throws IOException {
        List<CsvRow> ragged = new ArrayList<>();
        try (CsvTable table = open("a,b\n1\n2,3,4\n5,6\n7\n".getBytes(StandardCharsets.UTF_8))) {
            table.forEachRow(sink, row -> {}, ragged::add);
        }
        assertThat(ragged).extracting(CsvRow::line).containsExactly(2L, 3L, 5L);
    }

    @Test
    void aHeadingOfAnotherKindIsSaid() throws IOException {
        try (CsvTable table = open("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> table.column("c", "d"))
                    .hasMessage("f.csv: expected a table of the test with a column 'c', found headings a,b");
        }
    }

    @Test
    void aLineOfHalfABillionCharactersEndsInOneLineOfMessage() throws IOException {
        Path file = folder.resolve("long.csv.gz");
        byte[] chunk = "1234567,".repeat(1 << 17).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write("a,b\n".getBytes(StandardCharsets.US_ASCII));
            for (int written = 0; written < LONG_LINE; written += chunk.length) {
                out.write(chunk);
            }
        }
        try (CsvTable table = CsvTable.open(new SourceFile(file), KIND)) {
            assertThatThrownBy(() -> table.forEachRow(sink, row -> {}, row -> {}))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith("long.csv.gz: expected a table of the test, found a line that is not a row")
                    .message().doesNotContain("\n").hasSizeLessThan(400);
        }
    }

    private List<CsvRow> rows(byte[] content) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvTable table = open(content)) {
            table.forEachRow(sink, rows::add, row -> {});
        }
        return rows;
    }

    private CsvTable open(byte[] content) throws IOException {
        return CsvTable.open(new SourceFile(Files.write(folder.resolve("f.csv"), content)), KIND);
    }
}
