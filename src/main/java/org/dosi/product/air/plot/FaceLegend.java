package org.dosi.product.air.plot;

import java.util.List;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Style;

/// What the colours of a compass face mean, and a few numbers: in a column beside it, or in rows below it where the
/// plot
/// is narrow.
///
/// @param heading above the entries; empty for none
/// @param entries in the order of the column
/// @param facts short lines, such as the mean
record FaceLegend(String heading, List<Chart.Entry> entries, List<String> facts) {
    private static final double LEFT = 24;
    private static final double LINE = 20;
    private static final double FACT = 17;

    FaceLegend {
        entries = List.copyOf(entries);
        facts = List.copyOf(facts);
    }

    /// The height that it takes below the face; none where it stands beside.
    double room(Style style) {
        if (!CompassFace.isNarrow(style)) {
            return 0;
        }
        double width = style.width() - 2 * LEFT;
        return (heading.isEmpty() ? 0 : Chart.LEGEND_ROW)
                + Chart.legendRows(entries, style, width) * Chart.LEGEND_ROW
                + factLines(style).size() * FACT
                + 10;
    }

    private List<String> factLines(Style style) {
        return facts.isEmpty()
                ? List.of()
                : Chart.wrap(String.join(" · ", facts), style.label().size(), style.width() - 2 * LEFT);
    }

    void draw(Chart chart, CompassFace face) {
        if (CompassFace.isNarrow(chart.style())) {
            below(chart, face);
        } else {
            beside(chart, face);
        }
    }

    private void beside(Chart chart, CompassFace face) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        double x = face.right() + 14;
        double y = face.y() - (entries.size() * LINE + facts.size() * FACT) / 2;
        canvas.text(heading, x, y - 22, style.tick());
        for (Chart.Entry entry : entries) {
            if (entry.width() > 0) {
                canvas.line(x, y - 3, x + 14, y - 3, new Stroke(entry.colour(), entry.width(), entry.dash()));
            } else {
                canvas.rectangle(x, y - 10, 14, 14, entry.colour());
            }
            canvas.text(entry.label(), x + 22, y + 1, style.tick());
            y += LINE;
        }
        y += 12;
        for (String fact : facts) {
            canvas.text(fact, x, y, style.label());
            y += FACT;
        }
    }

    private void below(Chart chart, CompassFace face) {
        Style style = chart.style();
        double width = style.width() - 2 * LEFT;
        double y = face.height(6);
        if (!heading.isEmpty()) {
            chart.canvas().text(heading, LEFT, y, style.tick());
            y += Chart.LEGEND_ROW;
        }
        chart.legend(entries, LEFT - 4, y, width);
        y += Chart.legendRows(entries, style, width) * Chart.LEGEND_ROW + 4;
        for (String line : factLines(style)) {
            chart.canvas().text(line, LEFT, y, style.label());
            y += FACT;
        }
    }
}
