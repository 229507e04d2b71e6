package org.dosi.product.traffic.plot;

import java.util.List;
import org.dosi.analysis.traffic.congestion.ReliabilityAnalysis;
import org.dosi.analysis.traffic.congestion.ReliabilityAnalysis.Figure;
import org.dosi.analysis.traffic.congestion.ReliabilityAnalysis.Ranked;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// The detectors with the least reliable trips, or, of volumes, those nearest to what they were seen to carry; with
/// intervals.
public final class ReliabilityPlot {
    private static final int MOST = 25;
    private static final double LEFT = 170;
    private static final double RIGHT = 40;
    private static final double TOP = 92;
    private static final double ROW = 20;
    private static final double DOT = 4;

    private ReliabilityPlot() {}

    public static Drawing draw(ReliabilityAnalysis.Found found, Style style) {
        List<Ranked> all = found.ranked();
        List<Ranked> lines = all.subList(0, Math.min(MOST, all.size()));
        String title = found.isOfVolumes()
                ? style.say("관측 용량에 대한 포화도", "Saturation against the observed capacity")
                : style.say("통행시간 신뢰도", "Reliability of travel times");
        double height = TOP + Math.max(1, lines.size()) * ROW + 56;
        return new Drawing(style.width(), height, title, canvas -> draw(found, lines, new Chart(canvas, style)))
                .under(below(found, lines.size(), all.size(), style), 24, style);
    }

    private static String below(ReliabilityAnalysis.Found found, int shown, int all, Style style) {
        String which = style.say(
                "지점 %d개 중 큰 %d개 · 가는 선: 95 %% 구간".formatted(all, shown),
                "the largest %d of %d detectors · thin line: interval of 95 %%".formatted(shown, all));
        return found.isOfVolumes()
                ? which + style.say(" · 교통량만으로 속도는 알 수 없음", " · cannot tell speeds from volumes")
                : which;
    }

    private static void draw(ReliabilityAnalysis.Found found, List<Ranked> lines, Chart chart) {
        Style style = chart.style();
        Chart.Field field = new Chart.Field(LEFT, TOP, style.width() - LEFT - RIGHT, Math.max(1, lines.size()) * ROW);
        double most = lines.stream()
                .mapToDouble(line -> Double.isNaN(line.worst().upper())
                        ? line.worst().value()
                        : line.worst().upper())
                .max()
                .orElse(1);
        Axis x = Axis.linear(found.isOfVolumes() ? 0 : 1, Math.max(1.2, most), field.x(), field.right(), 6);
        chart.xAxis(
                x,
                field,
                found.isOfVolumes()
                        ? style.say("하루 최대 시간 교통량 ÷ 관측 용량", "busiest hour of the day ÷ observed capacity")
                        : style.say("자유속도 통행시간의 배수", "times the free-flow travel time"));
        if (!found.isOfVolumes()) {
            chart.legend(
                    List.of(
                            new Chart.Entry(
                                    style.say("계획시간지수(95 %)", "planning-time index, 95 %"),
                                    style.theme().second(),
                                    0),
                            new Chart.Entry(
                                    style.say("통행시간지수(평균)", "travel-time index, mean"),
                                    style.theme().accent(),
                                    0)),
                    field.x(),
                    TOP - 14,
                    field.width());
        }
        for (int i = 0; i < lines.size(); i++) {
            double y = TOP + i * ROW + ROW / 2;
            Ranked line = lines.get(i);
            chart.canvas()
                    .text(
                            style.say(line.name()),
                            LEFT - 10,
                            y + 4,
                            style.label().at(Anchor.END));
            mark(line.worst(), y, style.theme().second(), x, chart);
            mark(line.mean(), y, style.theme().accent(), x, chart);
        }
    }

    private static void mark(Figure interval, double y, int colour, Axis x, Chart chart) {
        if (!Double.isNaN(interval.lower())) {
            chart.canvas().line(x.pixel(interval.lower()), y, x.pixel(interval.upper()), y, Stroke.of(colour, 1.25));
        }
        if (!Double.isNaN(interval.value())) {
            chart.canvas().circle(x.pixel(interval.value()), y, DOT, colour);
        }
    }
}
