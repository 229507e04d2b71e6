package org.dosi.product.air.plot;

import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.state.AverageAnalysis;
import org.dosi.model.TimeTable;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Averages as lines, one field a variable.
public final class AveragePlot {
    private static final double FIELD = 130;
    private static final double GAP = 52;
    private static final double TOP = 78;
    private static final double LEFT = 62;

    /// So few values each get a dot.
    private static final int FEW = 60;

    private static final List<Axis.Tick> QUARTERS = List.of(
            new Axis.Tick(0, "0"),
            new Axis.Tick(90, "90"),
            new Axis.Tick(180, "180"),
            new Axis.Tick(270, "270"),
            new Axis.Tick(360, "360"));

    private AveragePlot() {}

    public static Drawing draw(AverageAnalysis.Found found, Style style) {
        List<TimeTable.Column> columns = found.averages().columns();
        double height = TOP + columns.size() * (FIELD + GAP) + 6;
        String title = AirWords.values(columns, style) + " · " + style.say(found.place());
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    for (int i = 0; i < columns.size(); i++) {
                        Chart.Field field =
                                new Chart.Field(LEFT, TOP + i * (FIELD + GAP), style.width() - LEFT - 24, FIELD);
                        draw(found.averages(), columns.get(i), field, chart);
                    }
                })
                .under(below(found, style), LEFT, style);
    }

    private static String below(AverageAnalysis.Found found, Style style) {
        var used = found.provenance().parameters();
        String period = used.getOrDefault("period", "hour");
        return CalendarWords.statistic(used.getOrDefault("statistic", "mean"), style, CalendarWords.each(period, style))
                + " · " + style.say("자료 수집률 ", "data capture ") + "≥ " + used.get("capture") + " %";
    }

    private static void draw(TimeTable table, TimeTable.Column column, Chart.Field field, Chart chart) {
        Style style = chart.style();
        double[] values = column.values();
        double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        double least =
                Math.min(0, Arrays.stream(values).filter(Double::isFinite).min().orElse(0));
        boolean direction = column.unit().equals("deg");
        Axis y = direction
                ? new Axis(0, 360, field.bottom(), field.y(), QUARTERS)
                : Axis.linear(least, most, field.bottom(), field.y(), 4);
        long[] times = table.startS();
        long end = times.length == 0 ? 1 : times[times.length - 1] + table.stepSeconds();
        long begin = times.length == 0 ? 0 : times[0];
        Axis x = Axis.time(begin, end, field.x(), field.right(), table.calendar(), style.language());
        chart.xAxis(x, field, "");
        chart.yAxis(y, field, AirWords.withUnit(column, style));
        // A period is drawn in its middle.
        double[] middle = new double[times.length];
        for (int i = 0; i < middle.length; i++) {
            long next = i + 1 < times.length ? times[i + 1] : end;
            middle[i] = (times[i] + next) / 2.0;
        }
        // Between 350° and 10° a line would run through the south.
        if (!direction) {
            chart.canvas()
                    .polyline(
                            x.pixels(middle),
                            y.pixels(values),
                            Canvas.Stroke.of(style.theme().accent(), 1.6));
        }
        if (direction || values.length <= FEW) {
            for (int i = 0; i < values.length; i++) {
                if (Double.isFinite(values[i])) {
                    chart.canvas()
                            .circle(
                                    x.pixel(middle[i]),
                                    y.pixel(values[i]),
                                    2.4,
                                    style.theme().accent());
                }
            }
        }
    }
}
