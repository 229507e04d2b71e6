package org.dosi.product.air.plot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dosi.analysis.air.state.StatisticsAnalysis;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// The years of each pollutant: its mean as a bar, its percentiles as marks above, the law's limits as lines, and what
/// the law says below.
public final class StatisticsPlot {
    private static final double LEFT = 62;
    private static final double RIGHT = 24;
    private static final double RIGHT_OF_LIMITS = 96;
    private static final double TOP = 92;
    private static final double FIELD = 132;
    private static final double GAP = 66;
    private static final double WIDEST_VERDICT = 52;
    private static final double VERDICT_LINE = 13;

    private StatisticsPlot() {}

    public static Drawing draw(StatisticsAnalysis.Found found, Style style) {
        Map<String, List<StatisticsAnalysis.Year>> byColumn = new LinkedHashMap<>();
        for (StatisticsAnalysis.Year year : found.years()) {
            byColumn.computeIfAbsent(year.id(), _ -> new java.util.ArrayList<>())
                    .add(year);
        }
        String title = style.say("연간 통계 · ", "Annual statistics · ") + style.say(found.place());
        double height = TOP + byColumn.size() * (FIELD + GAP);
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    boolean law = found.years().stream()
                            .anyMatch(year -> !year.limits().isEmpty());
                    double right = law ? RIGHT_OF_LIMITS : RIGHT;
                    int row = 0;
                    for (List<StatisticsAnalysis.Year> years : byColumn.values()) {
                        Chart.Field field =
                                new Chart.Field(LEFT, TOP + row * (FIELD + GAP), style.width() - LEFT - right, FIELD);
                        pollutant(years, chart, field);
                        row++;
                    }
                })
                .under(below(found, style), LEFT, style);
    }

    private static String below(StatisticsAnalysis.Found found, Style style) {
        String marks = String.join(
                ", ",
                Arrays.stream(found.percentiles())
                        .mapToObj(p -> Figures.exact(p))
                        .toList());
        boolean law = found.years().stream().anyMatch(year -> !year.limits().isEmpty());
        String lines = law
                ? style.say("점선과 아래 판정: 환경기준", "dashed line and verdict below: Korean standards")
                : style.say("아래: 자료 수집률", "below: data capture");
        return style.say(
                "막대: 연평균 · 가로선: 백분위수 " + marks + " · " + lines,
                "bar: mean of the year · marks: percentiles " + marks + " · " + lines);
    }

    private static void pollutant(List<StatisticsAnalysis.Year> years, Chart chart, Chart.Field field) {
        Style style = chart.style();
        double most = years.stream()
                .flatMapToDouble(year -> Arrays.stream(tops(year)))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Axis y = Axis.linear(0, most, field.bottom(), field.y(), 4);
        Axis x = new Axis(
                -0.5,
                years.size() - 0.5,
                field.x(),
                field.right(),
                IntStream.range(0, years.size())
                        .mapToObj(i ->
                                new Axis.Tick(i, Integer.toString(years.get(i).year())))
                        .toList());
        StatisticsAnalysis.Year any = years.getFirst();
        chart.yAxis(y, field, AirWords.withUnit(any.name(), any.unit(), style));
        chart.xAxis(x, field, "");
        double half = Math.min(22, 0.3 * field.width() / years.size());
        for (int i = 0; i < years.size(); i++) {
            // The longest verdict is wider than a narrow year: every other one stands a line lower.
            double lower = field.width() / years.size() < WIDEST_VERDICT ? (i % 2) * VERDICT_LINE : 0;
            year(years.get(i), chart, y, x.pixel(i), half, lower, field);
        }
        any.limits().forEach((kind, threshold) -> limit(kind, threshold, chart, y, field));
    }

    private static double[] tops(StatisticsAnalysis.Year year) {
        double[] tops = Arrays.copyOf(year.percentiles(), year.percentiles().length + 1);
        tops[tops.length - 1] = year.mean();
        return tops;
    }

    private static void year(
            StatisticsAnalysis.Year year,
            Chart chart,
            Axis y,
            double at,
            double half,
            double lower,
            Chart.Field field) {
        Style style = chart.style();
        double mean = year.mean();
        if (Double.isFinite(mean)) {
            chart.canvas()
                    .rectangle(
                            at - half,
                            y.pixel(mean),
                            2 * half,
                            field.bottom() - y.pixel(mean),
                            style.theme().accent() & 0xb0ffffff);
        }
        for (double percentile : year.percentiles()) {
            if (Double.isFinite(percentile)) {
                double level = y.pixel(percentile);
                chart.canvas()
                        .line(
                                at - half * 0.7,
                                level,
                                at + half * 0.7,
                                level,
                                Stroke.of(style.theme().ink(), 1.6));
            }
        }
        String said = switch (year.verdict()) {
            case "met" -> style.say("달성", "met");
            case "exceeded" -> style.say("초과", "exceeded");
            case "too-few-data" -> style.say("자료 부족", "few data");
            default -> String.format(java.util.Locale.ROOT, "%.0f %%", year.capturePercent());
        };
        int colour = year.verdict().equals("exceeded")
                ? style.theme().second()
                : style.theme().muted();
        chart.canvas()
                .text(
                        said,
                        at,
                        field.bottom() + 31 + lower,
                        org.dosi.product.plot.Canvas.Font.of(10.5, colour).at(Anchor.MIDDLE));
    }

    private static void limit(String kind, double threshold, Chart chart, Axis y, Chart.Field field) {
        Style style = chart.style();
        if (threshold > y.to()) {
            return;
        }
        double level = y.pixel(threshold);
        chart.canvas()
                .line(
                        field.x(),
                        level,
                        field.right(),
                        level,
                        new Stroke(style.theme().second(), 1.2, 5, 4));
        String name = switch (kind) {
            case "hour" -> style.say("1시간", "1 h");
            case "eight-hours" -> style.say("8시간", "8 h");
            case "day" -> style.say("24시간", "24 h");
            case "year" -> style.say("연간", "year");
            default -> kind;
        };
        chart.canvas().text(name + " " + Figures.exact(threshold), field.right() + 6, level + 4, style.note());
    }
}
