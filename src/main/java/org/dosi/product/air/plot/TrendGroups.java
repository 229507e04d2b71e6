package org.dosi.product.air.plot;

import java.util.List;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.time.TrendAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Small multiples of trends: a field for each group, all on the same axes.
public final class TrendGroups {
    private static final double LEFT = 62;
    private static final double RIGHT = 22;
    private static final double TOP = 70;
    private static final double HEAD = 46;
    private static final double FIELD = 150;
    private static final double FOOT = 30;
    private static final double BETWEEN = 52;
    private static final double NARROW = 620;

    private TrendGroups() {}

    public static Drawing draw(GroupedFinding<TrendAnalysis.Found> found, Style style) {
        if (!found.isGrouped()) {
            return TrendPlot.draw(found.first(), style);
        }
        TrendAnalysis.Found first = found.first();
        int count = found.groups().size();
        int columns = style.width() < NARROW ? 1 : count <= 4 ? Math.min(2, count) : 3;
        double wide = (style.width() - LEFT - RIGHT - (columns - 1) * BETWEEN) / columns;
        double high = HEAD + FIELD + FOOT;
        int rows = (count + columns - 1) / columns;
        double bottom = TOP + rows * high;
        String note = CompassGroups.note(found, style);
        String title =
                AirWords.withUnit(first.variable().name(), first.variable().unit(), style)
                        + " · " + style.say(first.place()) + " · "
                        + style.say(style.say(found.meaning()) + "별", "by " + style.say(found.meaning()));
        double height = bottom + Chart.noteHeight(note, style, style.width() - 2 * LEFT) + 14;
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    List<TrendAnalysis.Found> alike = found.findings();
                    for (int g = 0; g < count; g++) {
                        double x = LEFT + g % columns * (wide + BETWEEN);
                        int row = g / columns;
                        double y = TOP + row * high;
                        TrendAnalysis.Found each = found.groups().get(g).finding();
                        canvas.text(
                                style.say(found.groups().get(g).name()),
                                x,
                                y + 12,
                                style.label().strong());
                        canvas.text(TrendPlot.inShort(each, style), x, y + 28, style.note());
                        Chart.Field field = new Chart.Field(x, y + HEAD, wide, FIELD);
                        Axis time = TrendPlot.time(alike, field, style);
                        Axis values = TrendPlot.values(alike, field);
                        TrendPlot.field(each, chart, field, time, values);
                    }
                    chart.note(note, LEFT, bottom + 8, style.width() - 2 * LEFT);
                })
                .under(TrendPlot.method(first, style), LEFT, style);
    }
}
