package org.dosi.product.traffic.plot;

import java.util.List;
import java.util.Locale;
import org.dosi.analysis.traffic.congestion.BottlenecksAnalysis;
import org.dosi.analysis.traffic.congestion.BottlenecksAnalysis.Listed;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// The ranking of bottlenecks: a bar for each, the recurrent part of its impact apart from the incidental and from what
/// cannot be told.
public final class BottlenecksPlot {
    private static final int MOST = 20;
    private static final double LEFT = 170;
    private static final double RIGHT = 150;
    private static final double TOP = 92;
    private static final double ROW = 22;

    private BottlenecksPlot() {}

    public static Drawing draw(BottlenecksAnalysis.Found found, Style style) {
        List<Listed> shown =
                found.listed().subList(0, Math.min(MOST, found.listed().size()));
        String title = style.say("병목 순위", "Bottlenecks");
        double height = TOP + Math.max(1, shown.size()) * ROW + 56;
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    Chart.Field field =
                            new Chart.Field(LEFT, TOP, style.width() - LEFT - RIGHT, Math.max(1, shown.size()) * ROW);
                    double most = shown.stream()
                            .mapToDouble(found::detectorHoursADay)
                            .max()
                            .orElse(1);
                    Axis x = Axis.linear(0, most, field.x(), field.right(), 5);
                    chart.xAxis(
                            x,
                            field,
                            style.say(
                                    "하루 영향(지점·시간): 막힌 지점 수를 시간에 대해 더한 값",
                                    "impact a day, detector-hours: congested detectors summed over time"));
                    chart.legend(
                            List.of(
                                    new Chart.Entry(style.say("반복", "recurrent"), recurrent(), 0),
                                    new Chart.Entry(style.say("돌발", "incidental"), incidental(), 0),
                                    new Chart.Entry(
                                            style.say("알 수 없음", "cannot tell"),
                                            style.theme().muted(),
                                            0)),
                            field.x(),
                            TOP - 14,
                            field.width());
                    for (int i = 0; i < shown.size(); i++) {
                        bar(found, shown.get(i), TOP + i * ROW, x, chart);
                    }
                })
                .under(below(found, style), 24, style);
    }

    private static int recurrent() {
        return Ramp.CATEGORIES.get(0);
    }

    private static int incidental() {
        return Ramp.CATEGORIES.get(1);
    }

    private static String below(BottlenecksAnalysis.Found found, Style style) {
        return found.listed().isEmpty()
                ? style.say("혼잡이 없었습니다", "nothing was congested")
                : style.say(
                        "%d일 · 오른쪽: 가장 긴 대기행렬, 평균 지속 시간".formatted(found.days()),
                        "%d days · on the right: the longest queue, mean duration".formatted(found.days()));
    }

    private static void bar(BottlenecksAnalysis.Found found, Listed one, double y, Axis x, Chart chart) {
        Style style = chart.style();
        double told = 1 - one.untold();
        double usual = told > 0 ? told * found.recurrent(one) : 0;
        double all = found.detectorHoursADay(one);
        double[] ends = {x.pixel(0), x.pixel(all * usual), x.pixel(all * told), x.pixel(all)};
        int[] colours = {recurrent(), incidental(), style.theme().muted()};
        for (int k = 0; k < colours.length; k++) {
            if (ends[k + 1] > ends[k]) {
                chart.canvas().rectangle(ends[k], y + 4, ends[k + 1] - ends[k], ROW - 8, colours[k]);
            }
        }
        String head = one.rank() + ". " + style.say(found.head(one).name()) + (one.isHeadKnown() ? "" : " (?)");
        chart.canvas().text(head, LEFT - 10, y + ROW / 2 + 4, style.label().at(Anchor.END));
        double km = one.mostKm();
        String extent = Double.isNaN(km)
                ? style.say("지점 %d".formatted(one.mostDetectors()), "%d det.".formatted(one.mostDetectors()))
                : String.format(Locale.ROOT, "%.1f km", km);
        String minutes = "%.0f %s".formatted(found.durationMin(one), style.say("분", "min"));
        chart.canvas().text(extent + " · " + minutes, style.width() - RIGHT + 12, y + ROW / 2 + 4, style.tick());
    }
}
