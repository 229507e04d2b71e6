package org.dosi.product.traffic.plot;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dosi.analysis.finding.Figures;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.incidents.IncidentsAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Incidents on a time bar, above what the whole city shared day by day, and what the first of them were.
public final class IncidentsPlot {
    private static final double LEFT = 46;
    private static final double RIGHT = 16;
    private static final double TOP = 112;
    private static final double BAR = 34;
    private static final double GAP = 30;
    private static final double FIELD = 110;
    private static final double LIST = 58;
    private static final double LINE = 15;
    private static final int TOLD = 10;
    private static final int NUMBERED = 9;

    private IncidentsPlot() {}

    public static Drawing draw(IncidentsAnalysis.Found found, Style style) {
        List<IncidentsAnalysis.Told> told = found.told().stream().limit(TOLD).toList();
        double width = style.width() - LEFT - RIGHT;
        double y = TOP + BAR + GAP + FIELD + LIST;
        for (IncidentsAnalysis.Told each : told) {
            y += entry(found, each, style).size() * LINE + 6;
        }
        String title = style.say("평소와 다른 일", "Incidents");
        return new Drawing(style.width(), y + 12, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    Chart.Field bar = new Chart.Field(LEFT, TOP, width, BAR);
                    Axis x = axis(found.detectors(), bar, style);
                    bars(found, x, bar, chart);
                    days(found, x, new Chart.Field(LEFT, TOP + BAR + GAP, width, FIELD), chart);
                    double at = TOP + BAR + GAP + FIELD + LIST;
                    for (IncidentsAnalysis.Told each : told) {
                        for (String line : entry(found, each, style)) {
                            canvas.text(line, line.startsWith(" ") ? LEFT : 24, at, style.tick());
                            at += LINE;
                        }
                        at += 6;
                    }
                })
                .under(below(found, style), 24, style);
    }

    private static String below(IncidentsAnalysis.Found found, Style style) {
        return style.say(
                "%d건 · 잘못된 경보는 달마다 %s건(아무 일 없는 %s달을 만들어 셈)"
                        .formatted(
                                found.told().size(),
                                Figures.fixed(found.falseAlarmsPerMonth(), 2),
                                Figures.fixed(found.madeMonths(), 0)),
                "%d incidents · %s false alarms a month (counted in %s made months without any)"
                        .formatted(
                                found.told().size(),
                                Figures.fixed(found.falseAlarmsPerMonth(), 2),
                                Figures.fixed(found.madeMonths(), 0)));
    }

    /// Its rank and time, then its sentence in as many lines as it needs, which begin with a blank.
    private static List<String> entry(IncidentsAnalysis.Found found, IncidentsAnalysis.Told each, Style style) {
        Detectors detectors = found.detectors();
        DateTimeFormatter format = style.language() == Style.Language.KO
                ? DateTimeFormatter.ofPattern("M월 d일 H시", Locale.KOREAN)
                : DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
        ZoneId zone = detectors.calendar();
        String time = "%d. %s – %s"
                .formatted(
                        each.rank(),
                        format.format(Instant.ofEpochSecond(each.startS()).atZone(zone)),
                        format.format(Instant.ofEpochSecond(each.endS()).atZone(zone)));
        List<String> sentence =
                Chart.wrap(style.say(each.sentence()), style.tick().size(), style.width() - LEFT - RIGHT);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(time), sentence.stream().map(line -> " " + line))
                .toList();
    }

    private static Axis axis(Detectors detectors, Chart.Field bar, Style style) {
        return Axis.time(
                detectors.start(0),
                detectors.start(detectors.steps()),
                bar.x(),
                bar.right(),
                detectors.calendar(),
                style.language());
    }

    /// The higher the more evidence, on a scale of logarithms.
    private static void bars(IncidentsAnalysis.Found found, Axis x, Chart.Field bar, Chart chart) {
        Canvas canvas = chart.canvas();
        Style style = chart.style();
        double most = Math.log(found.told().stream()
                .mapToDouble(IncidentsAnalysis.Told::evidence)
                .max()
                .orElse(Math.E));
        double least = Math.log(Math.max(1, found.leastEvidence())) - 0.5;
        canvas.line(
                bar.x(),
                bar.bottom(),
                bar.right(),
                bar.bottom(),
                Stroke.of(style.theme().muted(), 1));
        for (IncidentsAnalysis.Told each : found.told().reversed()) {
            double share = (Math.log(each.evidence()) - least) / Math.max(0.1, most - least);
            double high = Math.max(3, Math.min(1, share) * bar.height());
            double from = x.pixel((double) each.startS());
            double wide = Math.max(2, x.pixel((double) each.endS()) - from);
            int colour =
                    each.change() < 0 ? style.theme().second() : style.theme().accent();
            canvas.rectangle(from, bar.bottom() - high, wide, high, colour);
            if (each.rank() <= NUMBERED) {
                canvas.text(
                        Integer.toString(each.rank()),
                        from + wide / 2,
                        bar.bottom() - high - 4,
                        style.tick().at(Anchor.MIDDLE));
            }
        }
        chart.legend(
                List.of(
                        new Chart.Entry(
                                style.say("평소보다 적음", "less than expected"),
                                style.theme().second(),
                                0),
                        new Chart.Entry(style.say("많음", "more"), style.theme().accent(), 0)),
                bar.x(),
                TOP - 40);
    }

    /// The mean over each day of what all points shared.
    private static void days(IncidentsAnalysis.Found found, Axis x, Chart.Field field, Chart chart) {
        double[] time = found.cityDays().middleS();
        double[] mean = found.cityDays().mean();
        double most = Math.max(1, Arrays.stream(mean).map(Math::abs).max().orElse(1));
        Axis y = Axis.linear(-most, most, field.bottom(), field.y(), 4);
        Style style = chart.style();
        chart.xAxis(x, field, "");
        chart.yAxis(y, field, "");
        chart.canvas()
                .text(
                        style.say("도시 전체의 하루: 평소 흩어짐의 몇 배", "The whole city by day: in spreads from what is expected"),
                        field.x(),
                        field.y() - 9,
                        style.tick());
        chart.canvas()
                .line(
                        field.x(),
                        y.pixel(0),
                        field.right(),
                        y.pixel(0),
                        Stroke.of(style.theme().muted(), 1));
        chart.canvas()
                .polyline(
                        x.pixels(time), y.pixels(mean), Stroke.of(style.theme().accent(), 1));
    }
}
