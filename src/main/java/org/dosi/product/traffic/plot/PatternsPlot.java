package org.dosi.product.traffic.plot;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dosi.analysis.traffic.patterns.PatternsAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Patterns as small multiples, each beside its map: a row for each, with the lines of its classes of day, and where
/// it is the larger part of the traffic.
public final class PatternsPlot {
    private static final double LEFT = 52;
    private static final double TOP = 84;
    private static final double FIELD = 128;
    private static final double ROW = 196;
    private static final double MAP = 170;
    private static final List<Axis.Tick> HOURS = Stream.of(0, 6, 12, 18, 24)
            .map(hour -> new Axis.Tick(hour, "%02d".formatted(hour)))
            .toList();

    private PatternsPlot() {}

    public static Drawing draw(PatternsAnalysis.Found found, Style style) {
        int parts = found.parts();
        String title = style.say("도시의 규칙적인 흐름", "Patterns of the city's traffic");
        return new Drawing(style.width(), TOP + parts * ROW, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    chart.legend(DayClassLines.legend(style), 24, TOP - 16, style.width() - 40);
                    for (int k = 0; k < parts; k++) {
                        row(found, k, TOP + k * ROW, chart);
                    }
                })
                .under(below(found, style), 24, style);
    }

    private static String below(PatternsAnalysis.Found found, Style style) {
        int n = found.rows();
        return style.say(
                "%d곳 · 선은 한 주 평균의 몇 배인지 · 지도의 원이 클수록 그 지점 교통에서 이 패턴의 몫이 큼".formatted(n),
                "%d detectors · lines: times the week's mean · the larger a circle, the larger the pattern's part of the traffic there"
                        .formatted(n));
    }

    private static void row(PatternsAnalysis.Found found, int k, double top, Chart chart) {
        Style style = chart.style();
        double[][] weight = found.weight(k);
        Chart.Field field = new Chart.Field(LEFT, top + 40, style.width() - LEFT - MAP - 44, FIELD - 12);
        String share = " · %d %%".formatted(Math.round(100 * found.share(k)));
        chart.canvas()
                .text(
                        (k + 1) + ". " + style.say(found.heading(k)) + share,
                        24,
                        top + 14,
                        style.label().strong());
        chart.canvas().text(style.say(found.change(k)), 24, top + 29, style.note());
        double most = 0;
        for (double[] line : weight) {
            for (double value : line) {
                most = value > most ? value : most;
            }
        }
        Axis x = new Axis(0, 24, field.x(), field.right(), HOURS);
        Axis y = Axis.linear(0, Math.max(1, most), field.bottom(), field.y(), 3);
        chart.xAxis(x, field, "");
        chart.yAxis(y, field, "");
        double[] hours = new double[found.slots()];
        for (int slot = 0; slot < hours.length; slot++) {
            hours[slot] = (slot + 0.5) * 24 / hours.length;
        }
        for (int c = weight.length - 1; c >= 0; c--) {
            Stroke stroke = DayClassLines.stroke(c, style);
            chart.canvas().polyline(x.pixels(hours), y.pixels(weight[c]), stroke);
        }
        map(found, k, new Chart.Field(field.right() + 24, top + 6, MAP, ROW - 30), chart);
    }

    private static void map(PatternsAnalysis.Found found, int k, Chart.Field field, Chart chart) {
        Style style = chart.style();
        int n = found.rows();
        PointMap map =
                PointMap.of(IntStream.range(0, n).mapToObj(found::detector).toList(), field);
        map.frame(chart);
        double most = 0;
        double least = 1;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, found.share(i, k));
            least = Math.min(least, found.share(i, k));
        }
        int colour = style.theme().accent() & 0x99ffffff;
        for (int i = 0; i < n; i++) {
            map.circle(i, 0.8 + 5 * (found.share(i, k) - least) / Math.max(1e-9, most - least), colour, chart);
        }
    }
}
