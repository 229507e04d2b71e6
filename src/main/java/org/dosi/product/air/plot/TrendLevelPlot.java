package org.dosi.product.air.plot;

import java.util.Arrays;
import org.dosi.analysis.air.time.TrendLevelAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Font;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// A trend level as a map of heat: columns and rows are groups, colour is the level.
public final class TrendLevelPlot {
    private static final double LEFT = 64;
    private static final double BAR = 86;
    private static final double TOP = 88;
    private static final double BOTTOM = 52;
    private static final double LABEL_GAP = 6;

    /// Cells narrower than this stand without a gap, which would take more room than their colour.
    private static final double FINE = 7;

    private TrendLevelPlot() {}

    public static Drawing draw(TrendLevelAnalysis.Found found, Style style) {
        double cellHeight = Math.clamp(380.0 / Math.max(1, found.rows()), 10, 44);
        double height = TOP + Math.max(120, cellHeight * found.rows()) + BOTTOM;
        String title = style.say("추세 수준 · ", "Trend level · ")
                + AirWords.withUnit(found.variable().name(), found.variable().unit(), style) + " · "
                + style.say(found.place());
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    Chart.Field field = new Chart.Field(
                            LEFT, TOP, style.width() - LEFT - BAR, Math.max(120, cellHeight * found.rows()));
                    double[] known = Arrays.stream(found.levels())
                            .filter(Double::isFinite)
                            .toArray();
                    Chart.Field bar =
                            new Chart.Field(field.right() + 26, TOP + 6, 13, Math.min(240, field.height() - 12));
                    Axis scale = Axis.linear(
                            Arrays.stream(known).min().orElse(0),
                            Arrays.stream(known).max().orElse(1),
                            bar.bottom(),
                            bar.y(),
                            5);
                    chart.colourBar(
                            Ramp.INFERNO,
                            scale,
                            bar,
                            AirWords.unit(found.variable().unit(), style));
                    cells(found, chart, field, scale);
                    labels(found, chart, field);
                })
                .under(below(found, style), LEFT, style);
    }

    private static String below(TrendLevelAnalysis.Found found, Style style) {
        String word = found.provenance().parameters().getOrDefault("statistic", "mean");
        return CalendarWords.statistic(word, style) + " · " + CalendarWords.grouping(found.y(), style) + " × "
                + CalendarWords.grouping(found.x(), style);
    }

    private static void cells(TrendLevelAnalysis.Found found, Chart chart, Chart.Field field, Axis scale) {
        double wide = field.width() / Math.max(1, found.columns());
        double high = field.height() / Math.max(1, found.rows());
        for (int row = 0; row < found.rows(); row++) {
            for (int column = 0; column < found.columns(); column++) {
                double value = found.levels()[row * found.columns() + column];
                double share = (value - scale.from()) / (scale.to() - scale.from());
                int colour = Double.isNaN(value) ? chart.style().theme().grid() & 0x60ffffff : Ramp.INFERNO.at(share);
                // The first row stands at the bottom, where an axis begins.
                double y = field.bottom() - (row + 1) * high;
                double gap = wide < FINE ? -0.2 : 0.4;
                chart.canvas()
                        .rectangle(field.x() + column * wide + gap, y + gap, wide - 2 * gap, high - 2 * gap, colour);
            }
        }
    }

    private static void labels(TrendLevelAnalysis.Found found, Chart chart, Chart.Field field) {
        Style style = chart.style();
        Font tick = style.tick();
        double wide = field.width() / Math.max(1, found.columns());
        double high = field.height() / Math.max(1, found.rows());
        double taken = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < found.columns(); column++) {
            double x = field.x() + (column + 0.5) * wide;
            String label = label(found.x(), column, found, true, style);
            double half = Chart.widthOf(label, tick.size()) / 2;
            if (x - half > taken + LABEL_GAP) {
                chart.canvas().text(label, x, field.bottom() + 16, tick.at(Anchor.MIDDLE));
                taken = x + half;
            }
        }
        int everyRow = Math.max(1, (int) Math.ceil(13 / high));
        for (int row = 0; row < found.rows(); row += everyRow) {
            double y = field.bottom() - (row + 0.5) * high + 4;
            chart.canvas().text(label(found.y(), row, found, false, style), field.x() - 7, y, tick.at(Anchor.END));
        }
        chart.canvas()
                .text(
                        CalendarWords.grouping(found.x(), style),
                        field.x() + field.width() / 2,
                        field.bottom() + 35,
                        tick.at(Anchor.MIDDLE));
        chart.canvas().text(CalendarWords.grouping(found.y(), style), 10, field.y() - 9, tick);
    }

    private static String label(
            TrendLevelAnalysis.Grouping axis, int group, TrendLevelAnalysis.Found found, boolean column, Style style) {
        return switch (axis) {
            case HOUR -> Integer.toString(group);
            case WEEKDAY -> CalendarWords.weekday(group, style);
            case MONTH -> CalendarWords.month(group, style);
            case SEASON -> CalendarWords.season(group, style);
            case WIND -> CalendarWords.sector(group, style);
            case YEAR, MONTH_OF_YEAR -> column ? found.column(group) : found.row(group);
        };
    }
}
