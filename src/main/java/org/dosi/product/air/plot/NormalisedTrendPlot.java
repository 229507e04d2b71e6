package org.dosi.product.air.plot;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dosi.analysis.air.time.NormalisedTrendFound;
import org.dosi.analysis.air.time.NormalisedTrendFound.Change;
import org.dosi.analysis.air.time.NormalisedTrendFound.Measure;
import org.dosi.analysis.air.time.NormalisedTrendFound.Rows;
import org.dosi.analysis.air.time.NormalisedTrendFound.Step;
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
    /// A value so far out that it would press the rest flat is cut: this share of the observations is shown
    /// whole.
    private static final double SHOWN = 0.995;

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
                + number(found.skill().r2(), 2)
                + style.say(" (날씨 없이 ", " (without weather ")
                + number(found.skill().r2TimeOnly(), 2)
                + "), RMSE "
                + number(found.skill().rmse(), 1)
                + " · "
                + style.say("주 평균", "weekly means");
    }

    private static void lines(NormalisedTrendFound found, Chart.Field field, Chart chart) {
        Style style = chart.style();
        Rows weeks = found.weeks();
        long[] startS = weeks.startS();
        long begin = startS.length == 0 ? 0 : startS[0];
        long end = startS.length == 0 ? 1 : startS[startS.length - 1] + (long) WEEK;
        Axis x = Axis.time(
                begin,
                end,
                field.x(),
                field.right(),
                weeks.zone() == null ? ZoneOffset.UTC : weeks.zone(),
                style.language());
        Axis y = Axis.linear(0, most(weeks), field.bottom(), field.y(), 5);
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
                    new Canvas.Stroke(style.theme().second(), 1.6));
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
                new Chart.Entry(style.say("평소 날씨라면", "in usual weather"), theme.accent(), 2.2),
                new Chart.Entry(style.say("95 % 구간", "95 % band"), theme.band(), 0)));
        if (!found.steps().steps().isEmpty()) {
            entries.add(new Chart.Entry(style.say("변화 시점과 구간", "step, with its interval"), theme.second(), 1.6));
        }
        if (found.steps().measure() != null) {
            entries.add(new Chart.Entry(style.say("대책 시행일", "measure"), theme.ink(), 1.4, 5, 4));
        }
        return entries;
    }

    private static int faint(Style style) {
        return (style.theme().second() & 0x00ffffff) | 0x66000000;
    }

    private static void across(double x, Chart.Field field, Canvas canvas, Canvas.Stroke stroke) {
        canvas.line(x, field.y(), x, field.bottom(), stroke);
    }

    private static double most(Rows weeks) {
        double[] observed = Arrays.stream(weeks.observed())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double high = observed.length == 0 ? 1 : observed[(int) Math.floor(SHOWN * (observed.length - 1))];
        double band =
                Arrays.stream(weeks.upper()).filter(Double::isFinite).max().orElse(high);
        return Math.max(high, band);
    }

    /// What it comes to, a line each.
    private static List<String> said(NormalisedTrendFound found, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.say(found.verdict()) + ".");
        String unit = AirWords.unit(found.value().unit(), style);
        for (Step step : found.steps().steps()) {
            lines.add("%s (%s … %s): %s [%s, %s] %s, p %s"
                    .formatted(
                            found.date(step.atS()),
                            found.date(step.earliestS()),
                            found.date(step.latestS()),
                            signed(step.change().size()),
                            signed(step.change().lower()),
                            signed(step.change().upper()),
                            unit,
                            number(step.change().p(), 3)));
        }
        Measure measure = found.steps().measure();
        if (measure != null) {
            lines.add(measure(measure, unit, style));
        }
        return lines;
    }

    private static String measure(Measure measure, String unit, Style style) {
        Change change = measure.change();
        if (!Double.isFinite(change.size())) {
            return style.say(
                    "대책 시행일 %s: 앞뒤 자료가 모자라 판단할 수 없음".formatted(measure.date()),
                    "Measure of %s: cannot tell, too little data beside it".formatted(measure.date()));
        }
        String numbers = "%s [%s, %s] %s (%s %%), p %s, "
                .formatted(
                        signed(change.size()),
                        signed(change.lower()),
                        signed(change.upper()),
                        unit,
                        signed(measure.percent()),
                        number(change.p(), 3));
        return style.say(
                "대책 시행일 %s: %s다른 날짜 %d개 중 이만한 변화의 비율 %s"
                        .formatted(measure.date(), numbers, measure.placebos(), number(measure.placeboP(), 3)),
                "Measure of %s: %sshare of %d other dates with as large a change %s"
                        .formatted(measure.date(), numbers, measure.placebos(), number(measure.placeboP(), 3)));
    }

    private static String number(double value, int decimals) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−')
                : "–";
    }

    private static String signed(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%+.1f", value).replace('-', '−')
                : "–";
    }
}
