package org.dosi.product.air.plot;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.dosi.analysis.finding.Finding;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// What a plot around the compass is made of, alone or as one of [CompassGroups].
///
/// @param keepRight room for the legend
/// @param below what groups show, under the title
/// @param hours that a finding rests on
/// @param alone the plot where there are no groups
record CompassPlot<F extends Finding>(
        double keepRight,
        Words<F> title,
        Words<List<F>> below,
        ToIntFunction<F> hours,
        Face<F> face,
        Legend<F> legend,
        BiFunction<F, Style, Drawing> alone) {

    /// From the edge to all words.
    static final double EDGE = 24;

    private static final double MARGIN = 24;
    private static final double ABOVE_NOTE = 16;

    /// A text about a finding.
    @FunctionalInterface
    interface Words<F> {
        String of(F found, Style style);
    }

    /// Draws one finding into its face, on the scale of all that are alike.
    @FunctionalInterface
    interface Face<F> {
        void draw(F found, List<F> alike, CompassFace face, Chart chart);
    }

    /// Draws what all faces mean, on the right of a face.
    @FunctionalInterface
    interface Legend<F> {
        void draw(List<F> alike, CompassFace face, Chart chart);
    }

    /// One finding: its face with the legend, and a note below them.
    ///
    /// @param legendRoom what the legend takes below the face; 0 where it stands beside
    /// @param note empty for none
    Drawing one(F found, Style style, double legendRoom, String note) {
        CompassFace around = CompassFace.in(style, keepRight);
        double width = around.width(style, keepRight);
        double noteWidth = width - 2 * EDGE;
        double room = legendRoom + (note.isEmpty() ? MARGIN : ABOVE_NOTE + Chart.noteHeight(note, style, noteWidth));
        return new Drawing(width, around.height(room), title.of(found, style), canvas -> {
            Chart chart = new Chart(canvas, style);
            face.draw(found, List.of(found), around, chart);
            legend.draw(List.of(found), around, chart);
            if (!note.isEmpty()) {
                chart.note(note, EDGE, around.height(ABOVE_NOTE + legendRoom), noteWidth);
            }
        });
    }
}
