package org.dosi.product.plot;

import java.util.List;
import java.util.function.Consumer;

/// A picture of a size, that can be drawn on any canvas.
///
/// @param title what it shows, for who cannot see it
public record Drawing(double width, double height, String title, Consumer<Canvas> content) {
    private static final double TITLE = 28;
    private static final double TITLE_LINE = 20;
    private static final double BELOW = 17;
    private static final double BELOW_LINE = 14;
    private static final double MARGIN = 10;

    /// Bold letters are a little wider.
    private static final double BOLD = 1.04;

    /// This drawing with another one below it; the title is this one's.
    public Drawing above(Drawing below) {
        return new Drawing(Math.max(width, below.width), height + below.height, title, canvas -> {
            content.accept(canvas);
            below.content.accept(new LoweredCanvas(canvas, height));
        });
    }

    /// This drawing with its title above it, and a quieter line below the title. Both are broken where they are wider
    /// than the drawing, which then stands so much lower; a line each has its room in every drawing.
    ///
    /// @param left where the head begins, pixels
    public Drawing under(String below, double left, Style style) {
        double room = width - left - MARGIN;
        List<String> titles = Chart.wrap(title, style.title().size() * BOLD, room);
        List<String> notes = Chart.wrap(below, style.note().size(), room);
        double more = Math.max(0, titles.size() - 1) * TITLE_LINE + Math.max(0, notes.size() - 1) * BELOW_LINE;
        return new Drawing(width, height + more, title, canvas -> {
            double y = TITLE;
            for (String line : titles) {
                canvas.text(line, left, y, style.title());
                y += TITLE_LINE;
            }
            y += BELOW - TITLE_LINE;
            for (String line : notes) {
                canvas.text(line, left, y, style.note());
                y += BELOW_LINE;
            }
            content.accept(more > 0 ? new LoweredCanvas(canvas, more) : canvas);
        });
    }
}
