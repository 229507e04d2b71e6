package org.dosi.product.air.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.finding.Finding;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Small multiples of what is drawn around the compass: a face for each group, all on one scale, with one legend.
final class CompassGroups {
    private static final double TOP = 64;

    /// Above a face: the group's name and the letter of north.
    private static final double HEAD = 52;

    private static final double SIDE = 30;
    private static final double BELOW = 26;
    private static final double LARGEST = 150;

    /// Below this width the legend stands below the faces.
    private static final double NARROW = 620;

    private static final double LEGEND_BELOW = 230;
    private static final double EDGE = CompassPlot.EDGE;

    /// Bold letters are so much wider.
    private static final double BOLD = 1.15;

    private CompassGroups() {}

    static <F extends Finding> Drawing draw(GroupedFinding<F> found, Style style, CompassPlot<F> plot) {
        if (!found.isGrouped()) {
            return plot.alone().apply(found.first(), style);
        }
        boolean narrow = style.width() < NARROW;
        int count = found.groups().size();
        int columns = columns(count, narrow);
        double wide = (style.width() - (narrow ? 0 : plot.keepRight())) / columns;
        double radius = Math.min(LARGEST, wide / 2 - SIDE);
        double high = HEAD + 2 * radius + BELOW;
        int rows = (count + columns - 1) / columns;
        String note = note(found, style);
        double bottom = TOP + rows * high + (narrow ? LEGEND_BELOW : 0);
        double height = bottom + Chart.noteHeight(note, style, style.width() - 2 * EDGE) + 14;
        String title = plot.title().of(found.first(), style) + " · "
                + style.say(style.say(found.meaning()) + "별", "by " + style.say(found.meaning()));
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    List<F> alike = found.findings();
                    for (int g = 0; g < count; g++) {
                        double x = wide * (g % columns + 0.5);
                        int row = g / columns;
                        double y = TOP + high * row;
                        CompassFace face = new CompassFace(x, y + HEAD + radius, radius);
                        heading(found.groups().get(g), plot, x - wide / 2 + EDGE, y + 16, chart);
                        plot.face().draw(found.groups().get(g).finding(), alike, face, chart);
                    }
                    CompassFace legend = narrow
                            ? CompassFace.leftOf(EDGE, bottom - LEGEND_BELOW / 2, 110)
                            : CompassFace.leftOf(style.width() - plot.keepRight() + 10, TOP + rows * high / 2, 150);
                    // The legend's column, whatever the width.
                    Style beside = new Style(style.theme(), style.language());
                    plot.legend().draw(alike, legend, new Chart(canvas, beside));
                    chart.note(note, EDGE, bottom + 8, style.width() - 2 * EDGE);
                })
                .under(plot.below().of(found.findings(), style), EDGE, style);
    }

    private static int columns(int count, boolean narrow) {
        if (narrow) {
            return Math.min(count, 2);
        }
        return count <= 4 ? Math.min(count, 2) : count <= 9 ? 3 : 4;
    }

    private static <F extends Finding> void heading(
            GroupedFinding.Group<F> group, CompassPlot<F> plot, double x, double y, Chart chart) {
        Style style = chart.style();
        String name = style.say(group.name());
        chart.canvas().text(name, x, y, style.label().strong());
        String hours = String.format(
                Locale.ROOT, style.say("%,d시간", "%,d h"), plot.hours().applyAsInt(group.finding()));
        chart.canvas().text(hours, x + BOLD * Chart.widthOf(name, style.label().size()) + 8, y, style.note());
    }

    /// Which groups are missing.
    static String note(GroupedFinding<?> found, Style style) {
        if (found.leftOut().isEmpty()) {
            return "";
        }
        String names =
                found.leftOut().stream().map(each -> style.say(each.name())).collect(Collectors.joining(", "));
        return style.say("자료가 부족해 빠진 묶음: ", "left out for want of data: ") + names;
    }
}
