package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TextTableTest {

    /// A syllable takes two columns, so two of them are as wide as four letters.
    @Test
    void koreanAndLatinLineUp() {
        TextTable table = new TextTable("lrl");
        table.add("시청", "1", "가");
        table.add("abcd", "20", "b");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly("시청   1  가", "abcd  20  b");
    }
}
