package org.dosi.product.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What the tests of layout measure with, on drawings whose faults are known.
class TextBoxesTest {
    private static final Canvas.Font FONT = Canvas.Font.of(10, 0xff000000);

    private static List<String> faults(Consumer<Canvas> content) {
        return TextBoxes.faults(new Drawing(100, 50, "", content), 10);
    }

    @Test
    void wordsApartAreRight() {
        assertThat(faults(canvas -> {
                    canvas.text("above", 5, 15, FONT);
                    canvas.text("below", 5, 27, FONT);
                }))
                .isEmpty();
    }

    @Test
    void wordsOnOneAnotherAndOverTheEdgeAreFound() {
        assertThat(faults(canvas -> {
                    canvas.text("above", 5, 15, FONT);
                    canvas.text("below", 25, 18, FONT);
                }))
                .singleElement()
                .asString()
                .contains("'above' and 'below' share");
        assertThat(faults(canvas -> canvas.text("too far right", 60, 20, FONT)))
                .singleElement()
                .asString()
                .contains("cut off");
        assertThat(faults(canvas -> canvas.text("turned", 50, 20, FONT.turned(90))))
                .singleElement()
                .asString()
                .contains("cut off");
        assertThat(faults(canvas -> canvas.text("small", 50, 20, Canvas.Font.of(8, 0))))
                .containsExactly("a text of 8.0 pixels");
    }

    /// A head of more lines moves what stands below it down by as much as the drawing grows.
    @Test
    void aLongHeadIsBrokenAndMovesTheRestDown() {
        Style style = new Style(Style.Theme.LIGHT, Style.Language.EN);
        Drawing body =
                new Drawing(200, 80, "one two three four five six seven", canvas -> canvas.text("body", 5, 60, FONT));
        Drawing whole = body.under("and a line below it that is long as well", 10, style);

        assertThat(whole.height()).isEqualTo(80 + 20 + 14);
        assertThat(TextBoxes.faults(whole, 10)).isEmpty();
        assertThat(body.under("short", 10, style).height()).isEqualTo(80 + 20);
    }
}
