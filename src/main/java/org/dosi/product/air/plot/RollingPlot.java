package org.dosi.product.air.plot;

import java.util.Arrays;
import org.dosi.analysis.air.state.RollingAnalysis;
import org.dosi.model.TimeTable;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Rolling means over the values that they are made of.
public final class RollingPlot {
    private static final double LEFT = 62;
    private static final double RIGHT = 22;
    private static final double TOP = 84;
    private static final double FIELD = 260;

    private RollingPlot() {}

    public static Drawing draw(RollingAnalysis.Found found, Style style) {
        TimeTable table = found.values();
        TimeTable.Column column = table.columns().getFirst();
        String title = AirWords.withUnit(column, style) + " · " + style.say(found.place());
        return new Drawing(style.width(), TOP + FIELD + 40, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    Chart.Field field = new Chart.Field(LEFT, TOP, style.width() - LEFT - RIGHT, FIELD);
                    long[] startS = table.startS();
                    long begin = startS.length == 0 ? 0 : startS[0];
                    long end = startS.length == 0 ? 1 : startS[startS.length - 1] + table.stepSeconds();
                    Axis x = Axis.time(begin, end, field.x(), field.right(), table.calendar(), style.language());
                    double most = Arrays.stream(column.values())
                            .filter(Double::isFinite)
                            .max()
                            .orElse(1);
                    double least = Arrays.stream(column.values())
                            .filter(Double::isFinite)
                            .min()
                            .orElse(0);
                    Axis y = Axis.linear(Math.min(0, least), most, field.bottom(), field.y(), 5);
                    chart.xAxis(x, field, "");
                    chart.yAxis(y, field, AirWords.unit(column.unit(), style));
                    line(
                            chart,
                            x,
                            y,
                            startS,
                            column.values(),
                            Stroke.of(style.theme().muted() & 0x70ffffff, 0.8));
                    line(
                            chart,
                            x,
                            y,
                            startS,
                            found.rolling(),
                            Stroke.of(style.theme().accent(), 1.5));
                })
                .under(below(found, style), LEFT, style);
    }

    private static String below(RollingAnalysis.Found found, Style style) {
        var used = found.provenance().parameters();
        return style.say(used.get("width") + "시간 이동평균", "mean of " + used.get("width") + " hours") + " · "
                + style.say("자료 수집률 ", "data capture ") + "≥ " + used.get("capture") + " %";
    }

    /// Where many values share a pixel, their lowest and their highest are drawn: nothing seen is lost.
    private static void line(Chart chart, Axis x, Axis y, long[] startS, double[] values, Stroke stroke) {
        int pixels = (int) Math.ceil(x.end() - x.start());
        if (values.length <= 4 * pixels) {
            double[] at = x.pixels(Arrays.stream(startS).asDoubleStream().toArray());
            chart.canvas().polyline(at, y.pixels(values), stroke);
            return;
        }
        double[] low = new double[pixels + 1];
        double[] high = new double[pixels + 1];
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                int at = Math.clamp((int) (x.pixel((double) startS[i]) - x.start()), 0, pixels);
                low[at] = Double.isNaN(low[at]) ? values[i] : Math.min(low[at], values[i]);
                high[at] = Double.isNaN(high[at]) ? values[i] : Math.max(high[at], values[i]);
            }
        }
        double[] at = new double[2 * low.length];
        double[] to = new double[2 * low.length];
        for (int i = 0; i < low.length; i++) {
            at[2 * i] = x.start() + i;
            at[2 * i + 1] = x.start() + i + 0.5;
            to[2 * i] = y.pixel(low[i]);
            to[2 * i + 1] = y.pixel(high[i]);
        }
        chart.canvas().polyline(at, to, stroke);
    }
}
