package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dosi.analysis.air.time.NormalisedTrendFound;
import org.dosi.analysis.air.time.NormalisedTrendFound.Change;
import org.dosi.analysis.air.time.NormalisedTrendFound.Measure;
import org.dosi.analysis.air.time.NormalisedTrendFound.Rows;
import org.dosi.analysis.air.time.NormalisedTrendFound.Step;
import org.dosi.analysis.finding.Figures;
import org.dosi.model.Name;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// The observations as a thin line, the normalised trend as a thick one with its band, steps and measures
/// as lines across; weeks, whatever period the table has, so that weekdays do not roughen the trend.
public final class NormalisedTrendPlot {
    private static final double FIELD = 260;
    private static final double TOP = 92;
    private static final double LEFT = 62;
    private static final double BELOW = 50;
    private static final double LINE = 16;
    /// Of a step's interval, at the top of the field, where it hides nothing.
    private static final double BAR = 7;
    private static final double WEEK = 7 * 86_400;

    private NormalisedTrendPlot() {}

    public static Drawing draw(NormalisedTrendFound found, Style style) {
        List<String> said = said(found, style).stream()
                .flatMap(line -> Chart.wrap(line, style.tick().size(), style.width() - LEFT - 12).stream())
                .toList();
        List<Chart.Entry> legend = legend(found, style);
        double rows = Chart.legendRows(legend, style, style.width() - LEFT - 8);
        double top = TOP + (rows - 1) * Chart.LEGEND_ROW;
        String title = AirWords.withUnit(found.value(), style)
                + " · "
                + style.say("기상 보정 추세", "weather-normalised trend")
                + " · "
                + style.say(found.place());
        double height = top + FIELD + BELOW + said.size() * LINE;
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    Chart.Field field = new Chart.Field(LEFT, top, style.width() - LEFT - 24, FIELD);
                    chart.legend(legend, LEFT, TOP - 24, style.width() - LEFT - 8);
                    lines(found, field, chart);
                    double y = field.bottom() + BELOW - 8;
                    for (String line : said) {
                        canvas.text(line, LEFT, y, style.tick());
                        y += LINE;
                    }
                })
                .under(below(found, style), LEFT, style);
    }

    private static String below(NormalisedTrendFound found, Style style) {
        return style.say("처음 보는 기간에 대한 설명력 R² ", "R² on unseen fortnights ")
                + Figures.fixed(found.skill().r2(), 2)
                + style.say(" (날씨 없이 ", " (without weather ")
                + Figures.fixed(found.skill().r2TimeOnly(), 2)
                + "), RMSE "
                + Figures.of(found.skill().rmse(), found.value().unit())
                + (found.value().unit().isEmpty()
                        ? ""
                        : " " + AirWords.unit(found.value().unit(), style))
                + " · "
                + style.say("주 평균", "weekly means");
    }

    private static void lines(NormalisedTrendFound found, Chart.Field field, Chart chart) {
        Style style = chart.style();
        Rows weeks = found.weeks();
        long[] startS = weeks.startS();
        long begin = startS.length == 0 ? 0 : startS[0];
        long end = startS.length == 0 ? 1 : startS[startS.length - 1] + (long) WEEK;
        Axis x = Axis.time(begin, end, field.x(), field.right(), weeks.calendar(), style.language());
        Axis y = Axis.linear(Math.min(0, least(weeks)), most(weeks), field.bottom(), field.y(), 5);
        chart.xAxis(x, field, "");
        chart.yAxis(y, field, AirWords.unit(found.value().unit(), style));
        double[] middle =
                x.pixels(Arrays.stream(startS).mapToDouble(s -> s + WEEK / 2).toArray());
        Canvas canvas = chart.canvas();
        canvas.clip(field.x(), field.y(), field.width(), field.height());
        canvas.polyline(
                middle,
                y.pixels(weeks.observed()),
                Canvas.Stroke.of(style.theme().muted(), 0.8));
        chart.band(
                middle,
                y.pixels(weeks.lower()),
                y.pixels(weeks.upper()),
                style.theme().band());
        canvas.polyline(
                middle,
                y.pixels(weeks.normalised()),
                Canvas.Stroke.of(style.theme().accent(), 2.2));
        double bar = field.y() + 2;
        for (Step step : found.steps().steps()) {
            double from = x.pixel((double) step.earliestS());
            canvas.rectangle(from, bar, x.pixel(step.latestS() + WEEK) - from, BAR, faint(style));
            across(
                    x.pixel((double) step.atS()),
                    field,
                    canvas,
                    stroke(step.pace().abrupt(), style));
            bar += BAR + 2;
        }
        Measure measure = found.steps().measure();
        if (measure != null) {
            across(
                    x.pixel((double) measure.dateS()),
                    field,
                    canvas,
                    new Canvas.Stroke(style.theme().ink(), 1.4, 5, 4));
        }
        canvas.endClip();
    }

    private static List<Chart.Entry> legend(NormalisedTrendFound found, Style style) {
        Style.Theme theme = style.theme();
        List<Chart.Entry> entries = new ArrayList<>(List.of(
                new Chart.Entry(style.say("관측", "observed"), theme.muted(), 0.8),
                new Chart.Entry(style.say("평소 날씨라면", "in usual weather"), theme.accent(), 2.2)));
        // Without refits nothing says how sure the curve is.
        if (Arrays.stream(found.weeks().lower()).anyMatch(Double::isFinite)) {
            entries.add(new Chart.Entry(style.say("95 % 구간", "95 % band"), theme.band(), 0));
        }
        List<Step> steps = found.steps().steps();
        if (steps.stream().anyMatch(step -> step.pace().abrupt())) {
            entries.add(new Chart.Entry(style.say("계단형 변화와 시점 구간", "step, with its interval"), theme.second(), 1.6));
        }
        if (steps.stream().anyMatch(step -> !step.pace().abrupt())) {
            entries.add(new Chart.Entry(style.say("서서히 변했을 수 있음", "change, maybe gradual"), theme.second(), 1.6, 2, 3));
        }
        if (found.steps().measure() != null) {
            entries.add(new Chart.Entry(style.say("대책 시행일", "measure"), theme.ink(), 1.4, 5, 4));
        }
        return entries;
    }

    private static Canvas.Stroke stroke(boolean abrupt, Style style) {
        int colour = style.theme().second();
        return abrupt ? new Canvas.Stroke(colour, 1.6) : new Canvas.Stroke(colour, 1.6, 2, 3);
    }

    private static int faint(Style style) {
        return (style.theme().second() & 0x00ffffff) | 0x66000000;
    }

    private static void across(double x, Chart.Field field, Canvas canvas, Canvas.Stroke stroke) {
        canvas.line(x, field.y(), x, field.bottom(), stroke);
    }

    /// All that is drawn has room.
    private static double most(Rows weeks) {
        return drawn(weeks).max().orElse(1);
    }

    private static double least(Rows weeks) {
        return drawn(weeks).min().orElse(0);
    }

    private static DoubleStream drawn(Rows weeks) {
        return Stream.of(weeks.observed(), weeks.normalised(), weeks.lower(), weeks.upper())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite);
    }

    /// What it comes to, a line each.
    private static List<String> said(NormalisedTrendFound found, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.say(found.verdict()) + ".");
        String ucum = found.value().unit();
        String unit = ucum.isEmpty() ? "" : " " + AirWords.unit(ucum, style);
        NormalisedTrendFound.Levels levels = found.steps().levels();
        if (levels != null && Double.isFinite(levels.last())) {
            lines.add(levels(found, levels, ucum, unit, style));
        }
        for (Step step : found.steps().steps()) {
            lines.add("%s (%s … %s): %s [%s, %s]%s, p %s"
                            .formatted(
                                    found.date(step.atS()),
                                    found.date(step.earliestS()),
                                    found.date(step.latestS()),
                                    Figures.signed(step.change().size(), ucum),
                                    Figures.signed(step.change().lower(), ucum),
                                    Figures.signed(step.change().upper(), ucum),
                                    unit,
                                    Figures.fixed(step.change().p(), 3))
                    + style.say(pace(step.pace())));
        }
        Measure measure = found.steps().measure();
        if (measure != null) {
            lines.add(measure(measure, ucum, style));
            found.doubt()
                    .ifPresent(doubt -> lines.add(style.say("이 효과는 믿을 수 없음: ", "This effect is not to be relied on: ")
                            + style.say(doubt) + "."));
        }
        return lines;
    }

    private static String levels(
            NormalisedTrendFound found, NormalisedTrendFound.Levels levels, String ucum, String unit, Style style) {
        return style.say(
                        "%s부터 52주 %s → %s부터 52주 %s%s (변화 %s [%s, %s])",
                        "52 weeks from %s: %s → from %s: %s%s (change %s [%s, %s])")
                .formatted(
                        found.date(levels.firstS()),
                        Figures.of(levels.first(), ucum),
                        found.date(levels.lastS()),
                        Figures.of(levels.last(), ucum),
                        unit,
                        Figures.signed(levels.last() - levels.first(), ucum),
                        Figures.signed(levels.lower(), ucum),
                        Figures.signed(levels.upper(), ucum));
    }

    private static Name pace(NormalisedTrendFound.Pace pace) {
        if (pace.abrupt()) {
            return Name.of(" · 계단형", " · a step");
        }
        return Double.isInfinite(pace.longestWeeks())
                ? Name.of(" · 서서히 변했을 수 있음", " · maybe gradual")
                : Name.of(
                        " · %.0f~%.0f주에 걸친 변화일 수 있음".formatted(pace.shortestWeeks(), pace.longestWeeks()),
                        " · maybe over %.0f to %.0f weeks".formatted(pace.shortestWeeks(), pace.longestWeeks()));
    }

    private static String measure(Measure measure, String ucum, Style style) {
        String unit = ucum.isEmpty() ? "" : " " + AirWords.unit(ucum, style);
        Change change = measure.change();
        if (!Double.isFinite(change.size())) {
            return style.say(
                    "대책 시행일 %s: 앞뒤 자료가 모자라 판단할 수 없음".formatted(measure.date()),
                    "Measure of %s: cannot tell, too little data beside it".formatted(measure.date()));
        }
        String numbers = "%s [%s, %s]%s (%s %%), p %s, "
                .formatted(
                        Figures.signed(change.size(), ucum),
                        Figures.signed(change.lower(), ucum),
                        Figures.signed(change.upper(), ucum),
                        unit,
                        Figures.signed(measure.percent(), "%"),
                        Figures.fixed(change.p(), 3));
        return style.say(
                "대책 시행일 %s: %s다른 날짜 %d개 중 이만한 변화의 비율 %s(이 날짜 수로 가능한 최솟값 %s)"
                        .formatted(
                                measure.date(),
                                numbers,
                                measure.placebos(),
                                Figures.fixed(measure.placeboP(), 3),
                                Figures.fixed(measure.leastPlaceboP(), 3)),
                "Measure of %s: %sshare of %d other dates with as large a change %s (with so many dates %s at least)"
                        .formatted(
                                measure.date(),
                                numbers,
                                measure.placebos(),
                                Figures.fixed(measure.placeboP(), 3),
                                Figures.fixed(measure.leastPlaceboP(), 3)));
    }
}
