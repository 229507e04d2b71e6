package org.dosi.product.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// That a PNG has the letters of its words, whatever its font lacks.
class LettersTest {
    private static final Canvas.Font REGULAR = Canvas.Font.of(10, 0xff000000);

    /// Where the words of the plots are written, in both languages.
    private static final List<String> WORDS = List.of("product", "analysis", "source");

    private static Stream<String> lines(String folder) {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/dosi", folder))) {
            return files.filter(each -> each.toString().endsWith(".java")).flatMap(LettersTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every letter of a line of code that has a text, so that a new word is tested too.
    @Test
    void everyLetterOfTheWordsIsShown() {
        Font face = RasterCanvas.face(REGULAR);
        assumeThat(face.canDisplay('한')).as("a font for Korean").isTrue();

        List<String> missing = WORDS.stream()
                .flatMap(LettersTest::lines)
                .filter(line -> line.contains("\"") && !line.strip().startsWith("//"))
                .flatMap(line -> line.codePoints().mapToObj(Character::toString))
                .distinct()
                .filter(letter -> !letter.equals("\t"))
                .flatMap(letter -> Letters.parts(letter, face).stream())
                .filter(part -> part.font().canDisplayUpTo(part.text()) >= 0)
                .map(Letters.Part::text)
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void aDigitBelowTheLineIsThereInAnyFont() {
        for (String formula : List.of("NO₂", "O₃", "SO₂", "이산화질소(NO₂)")) {
            for (Font face : List.of(RasterCanvas.face(REGULAR), new Font(Font.SERIF, Font.PLAIN, 10))) {
                if (face.canDisplayUpTo("이NO") < 0) {
                    assertThat(Letters.parts(formula, face))
                            .as(formula + " in " + face.getFamily())
                            .allMatch(part -> part.font().canDisplayUpTo(part.text()) < 0);
                }
            }
        }
    }

    @Test
    void aMissingDigitBelowTheLineIsSmallerAndLower() {
        Font face = RasterCanvas.face(REGULAR);
        assumeThat(face.canDisplay('₂')).as("a font without ₂").isFalse();

        List<Letters.Part> parts = Letters.parts("NO₂(ppm)", face);

        assertThat(parts).extracting(Letters.Part::text).containsExactly("NO", "2", "(ppm)");
        assertThat(parts.get(1).down()).isPositive();
        assertThat(parts.get(1).font().getSize2D()).isLessThan(face.getSize2D());
    }

    @Test
    void aTextThatTheFontHasStaysWhole() {
        assertThat(Letters.parts("PM10 (ug)", RasterCanvas.face(REGULAR))).hasSize(1);
    }
}
