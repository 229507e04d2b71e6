package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dosi.model.Issue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every source promises: a file of another kind ends in one line for a person, a defect of a row or a
/// cell becomes an issue, and the counts add up.
class SourceContractTest {
    private static final long SEED = 20_170_101;
    private static final int LONG_LINE = 8 << 20;

    @TempDir
    Path folder;

    static Stream<Samples> samples() {
        return Samples.ALL.stream();
    }

    static Stream<Samples> tables() {
        return samples().filter(sample -> sample.form() == Samples.Form.CSV);
    }

    static Stream<Samples> numbers() {
        return tables().filter(sample -> sample.number() != null);
    }

    /// A file whose rows follow each other without stamps has none to leave out.
    static Stream<Samples> timed() {
        return numbers().filter(sample -> sample.time() != null);
    }

    @Test
    void everySourceHasASampleAndAnIdOfItsOwn() {
        assertThat(Sources.listAll()).extracting(ObservationSource::id).doesNotHaveDuplicates();
        assertThat(Samples.ALL.stream().map(Samples::source).distinct())
                .containsExactlyInAnyOrderElementsOf(Sources.listAll().stream()
                        .map(ObservationSource::id)
                        .filter(id -> !Samples.OWN_FORMATS.contains(id))
                        .toList());
        for (ObservationSource source : Sources.listAll()) {
            assertThat(source.description().dataset().id()).isEqualTo(source.id());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSampleReadsAndKnowsItsFeatures(Samples sample) {
        RecordingSink sink = read(sample.findSource(), sample.file());

        assertThat(sink.featuresTold).isPositive();
        if (sample.findSource().description().counts() == SourceDescription.Counts.OBSERVATIONS) {
            assertThat(sink.observations).isNotEmpty();
        }
        // Plain comparisons: a source may have a hundred thousand datastreams.
        assertThat(sink.datastreams.values().stream()
                        .allMatch(stream -> stream.dataset().equals(sample.source())))
                .isTrue();
        assertThat(sink.datastreams.values().stream().allMatch(stream -> sink.features.containsKey(stream.feature())))
                .isTrue();
        Set<String> filled = Stream.concat(sink.observations.stream(), sink.codes.stream())
                .map(RecordingSink.Told::datastream)
                .collect(Collectors.toSet());
        assertThat(filled.equals(sink.datastreams.keySet()))
                .as("no datastream is made known for nothing")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsAnotherKindOfFileIsOneLine(Samples sample) throws IOException {
        byte[] noise = new byte[5000];
        new Random(SEED).nextBytes(noise);
        String page =
                "<!DOCTYPE html>\n<html><head><title>Error</title></head><body>\n<p>500, sorry</p></body></html>\n";

        assertBroken(sample, write("page.csv", page.getBytes(StandardCharsets.UTF_8)));
        assertBroken(sample, write("noise.csv", noise));
        assertBroken(sample, write("text.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        assertBroken(sample, write("blank.csv", "\n\n".getBytes(StandardCharsets.UTF_8)));
        assertBroken(sample, write("utf16.csv", "시각,값\n1,2\n".getBytes(StandardCharsets.UTF_16)));
        assertBroken(sample, write("packed-noise.gz", gzip(noise)));
        assertBroken(sample, folder).hasMessageContaining("a folder");
        assertBroken(sample, folder.resolve("none.csv")).hasMessageContaining("no such file");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEmptyFileIsSaidToBeEmpty(Samples sample) throws IOException {
        assertBroken(sample, write("empty.csv", new byte[0])).hasMessageContaining("empty");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFileThatBreaksOffIsBroken(Samples sample) throws IOException {
        byte[] whole = sample.bytes();
        byte[] packed = gzip(whole);

        assertBroken(sample, write("cut.gz", Arrays.copyOf(packed, packed.length / 2)));
        assertBroken(sample, write("cut2.gz", Arrays.copyOf(packed, packed.length - 9)));
        assertBroken(sample, write("cut3.gz", Arrays.copyOf(packed, 5)));
        if (sample.form() == Samples.Form.CSV) {
            List<String> lines = sample.lines();
            String last = lines.getLast();
            String cut = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n"
                    + last.substring(0, last.indexOf(',') + 2);
            assertBroken(sample, write("cut.csv", cut.getBytes(StandardCharsets.UTF_8)))
                    .hasMessageContaining("truncated");
        } else {
            assertBroken(sample, write("cut.bin", Arrays.copyOf(whole, whole.length / 2)));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableOfHeadingsAloneIsBroken(Samples sample) throws IOException {
        assertBroken(sample, write("head.csv", (sample.lines().getFirst() + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void utf16IsNamed(Samples sample) throws IOException {
        String text = text(sample.lines());
        assertBroken(sample, write("utf16.csv", text.getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("UTF-16");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columnsAreFoundWhereverTheyStand(Samples sample) throws IOException {
        RecordingSink shuffled = read(sample, change(sample, cells -> {
            List<String> other = new ArrayList<>(cells);
            Collections.shuffle(other, new Random(SEED));
            return other;
        }));
        RecordingSink plain = read(sample, text(sample.lines()));

        assertThat(shuffled.observations).containsExactlyInAnyOrderElementsOf(plain.observations);
        assertThat(shuffled.features).isEqualTo(plain.features);
        assertSameCounts(shuffled, plain);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void lineEndsMarkAndCharacterSetMakeNoDifference(Samples sample) throws IOException {
        String text = text(sample.lines());
        RecordingSink plain = read(sample, text);

        assertSame(read(sample, text.replace("\n", "\r\n")), plain);
        assertSame(read(sample, "\uFEFF" + text), plain);
        assertSame(read(sample, "\uFEFF" + quoted(text)), plain);
        assertSame(read(sample.findSource(), write("k.csv", text.getBytes(Charset.forName("MS949")))), plain);
        assertSame(read(sample.findSource(), write("p.csv.gz", gzip(text.getBytes(StandardCharsets.UTF_8)))), plain);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anUnknownColumnIsPassedOver(Samples sample) throws IOException {
        RecordingSink more = read(sample, change(sample, cells -> {
            List<String> other = new ArrayList<>(cells);
            other.add("비고");
            return other;
        }));
        RecordingSink plain = read(sample, text(sample.lines()));

        assertThat(more.observations).isEqualTo(plain.observations);
        assertThat(more.missing).isEqualTo(plain.missing);
        assertThat(more.rejected()).as("a remark at most").isEqualTo(plain.rejected());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aCellThatIsNoNumberIsOneIssue(Samples sample) throws IOException {
        RecordingSink plain = read(sample, text(sample.lines()));
        for (String bad : List.of("abc", "12,3", "1-2", "NaN5", "0x10")) {
            RecordingSink broken = read(sample, changeCell(sample, heading(sample.number()), bad));

            assertThat(broken.issues).hasSize(plain.issues.size() + 1);
            assertThat(broken.issues.getFirst()).satisfies(issue -> {
                assertThat(issue.observations()).isOne();
                assertThat(issue.found()).isEqualTo(bad);
                assertThat(issue.place().line()).isEqualTo(3);
                assertThat(issue.place().column()).isEqualTo(sample.number());
            });
            assertSameTotal(broken, plain);
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aBlankCellIsMissing(Samples sample) throws IOException {
        RecordingSink plain = read(sample, text(sample.lines()));
        for (String blank : List.of("", " ", "null", "NaN", "-")) {
            RecordingSink other = read(sample, changeCell(sample, heading(sample.number()), blank));

            assertThat(other.missing).isEqualTo(plain.missing + 1);
            assertSameTotal(other, plain);
            assertThat(other.issues).hasSameSizeAs(plain.issues);
        }
    }

    @ParameterizedTest
    @MethodSource("timed")
    void aRowWithoutATimeIsOneIssueWithAllItsNumbers(Samples sample) throws IOException {
        RecordingSink plain = read(sample, text(sample.lines()));
        long ofRow =
                plain.observations.stream().filter(told -> told.line() == 3).count();
        for (String bad :
                List.of("2017-13-01 00:00", "soon", "", "2017-02-29 00:00", "2017-01-01 25:00", "99999999999999999")) {
            RecordingSink broken = read(sample, changeCell(sample, heading(sample.time()), bad));

            assertThat(broken.issues).hasSize(plain.issues.size() + 1);
            assertThat(broken.issues.getFirst().observations()).isEqualTo(ofRow);
            assertSameTotal(broken, plain);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aRaggedRowIsOneIssue(Samples sample) throws IOException {
        RecordingSink plain = read(sample, text(sample.lines()));
        List<UnaryOperator<String>> defects =
                List.of(line -> line + ",", line -> line.substring(0, line.lastIndexOf(',')), line -> line + ",1,2,3");
        for (UnaryOperator<String> defect : defects) {
            List<String> lines = new ArrayList<>(sample.lines());
            lines.set(2, defect.apply(lines.get(2)));
            RecordingSink broken = read(sample, text(lines));

            assertThat(broken.issues).hasSize(plain.issues.size() + 1);
            assertThat(broken.issues.getFirst().place().line()).isEqualTo(3);
            assertThat(broken.featuresTold + broken.observations.size() + broken.missing)
                    .isLessThan(plain.featuresTold + plain.observations.size() + plain.missing);
            assertThat(broken.rejected()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aRowThatComesTwiceIsToldTwice(Samples sample) throws IOException {
        RecordingSink plain = read(sample, text(sample.lines()));
        List<String> lines = new ArrayList<>(sample.lines());
        lines.add(lines.get(2));
        RecordingSink twice = read(sample, text(lines));

        long ofRow =
                plain.observations.stream().filter(told -> told.line() == 3).count();
        assertThat(twice.observations).hasSize(plain.observations.size() + Math.toIntExact(ofRow));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aMissingLineEndIsRemarkedAndLosesNothing(Samples sample) throws IOException {
        String text = text(sample.lines());
        RecordingSink plain = read(sample, text);
        RecordingSink open = read(sample, text.strip());

        assertThat(open.observations).isEqualTo(plain.observations);
        // A table that quotes every cell and ends with a quote cannot have lost anything.
        boolean closed = text.endsWith("\"\n");
        assertThat(open.issues).hasSize(plain.issues.size() + (closed ? 0 : 1));
        assertThat(open.rejected()).isEqualTo(plain.rejected());
    }

    /// The reader stops at the first million characters; [CsvTableTest] tries a longer one.
    @ParameterizedTest
    @MethodSource("tables")
    void anEndlessLineIsOneLineOfMessage(Samples sample) throws IOException {
        Path file = folder.resolve("endless.csv");
        byte[] chunk = "1234567,".repeat(1 << 13).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((sample.lines().getFirst() + "\n").getBytes(StandardCharsets.UTF_8));
            for (int written = 0; written < LONG_LINE; written += chunk.length) {
                out.write(chunk);
            }
        }
        assertBroken(sample, file);
        Path head = folder.resolve("endless-head.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(head))) {
            for (int written = 0; written < LONG_LINE; written += chunk.length) {
                out.write(chunk);
            }
        }
        assertBroken(sample, head);
    }

    private static RecordingSink read(ObservationSource source, Path file) {
        RecordingSink sink = new RecordingSink();
        source.read(new SourceFile(file), sink);
        return sink;
    }

    private RecordingSink read(Samples sample, String text) throws IOException {
        return read(sample.findSource(), write("sample.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertBroken(
            Samples sample, Path file) {
        var broken = assertThatThrownBy(() -> read(sample.findSource(), file)).isInstanceOf(SourceException.class);
        broken.message()
                .doesNotContain("\n")
                .contains("expected")
                .contains("found")
                .hasSizeLessThan(500);
        return broken;
    }

    private static void assertSame(RecordingSink sink, RecordingSink plain) {
        assertThat(sink.observations).isEqualTo(plain.observations);
        assertThat(sink.features).isEqualTo(plain.features);
        assertSameCounts(sink, plain);
    }

    private static void assertSameCounts(RecordingSink sink, RecordingSink plain) {
        assertThat(sink.missing).isEqualTo(plain.missing);
        assertThat(sink.issues.stream().map(Issue::observations))
                .isEqualTo(plain.issues.stream().map(Issue::observations).toList());
    }

    private static void assertSameTotal(RecordingSink sink, RecordingSink plain) {
        assertThat(sink.observations.size() + sink.missing + sink.rejected())
                .isEqualTo(plain.observations.size() + plain.missing + plain.rejected());
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /// Every line with the change made to its cells, commas between quotes kept.
    private static String change(Samples sample, UnaryOperator<List<String>> change) {
        return text(sample.lines().stream()
                .map(line -> String.join(",", change.apply(cells(line))))
                .toList());
    }

    /// The sample with one cell of line 3 replaced.
    private static String changeCell(Samples sample, String heading, String cell) {
        List<String> lines = new ArrayList<>(sample.lines());
        List<String> cells = new ArrayList<>(cells(lines.get(2)));
        List<String> headings = cells(lines.getFirst().replace("\"", ""));
        cells.set(headings.indexOf(heading), cell.contains(",") ? '"' + cell + '"' : cell);
        lines.set(2, String.join(",", cells));
        return text(lines);
    }

    private static String quoted(String text) {
        return text(text.lines()
                .map(line -> String.join(
                        ",",
                        cells(line).stream()
                                .map(cell -> cell.startsWith("\"") ? cell : '"' + cell + '"')
                                .toList()))
                .toList());
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /// Asked only of samples that have such a column.
    private static String heading(@Nullable String column) {
        return Objects.requireNonNull(column);
    }
}
