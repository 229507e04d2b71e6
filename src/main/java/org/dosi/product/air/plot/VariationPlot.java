package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dosi.analysis.air.time.VariationAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Variation as openair lays it out: the hours of the week above; hour, month and weekday below.
public final class VariationPlot {
    private static final double LEFT = 54;
    private static final double RIGHT = 18;
    private static final double TOP = 88;
    private static final double FIELD = 180;
    private static final double GAP = 62;
    private static final double BETWEEN = 48;

    /// Below this width the fields stand one below the other.
    private static final double NARROW = 620;

    private static final int HOURS_A_DAY = 24;
    private static final int MOST_BANDS = 4;
    private static final int BAND_ALPHA = 0x38000000;

    private VariationPlot() {}

    public static Drawing draw(VariationAnalysis.Found found, Style style) {
        String title = style.say("시간 변동 · ", "Time variation · ")
                + AirWords.names(
                        found.variables().stream()
                                .map(VariationAnalysis.Variable::name)
                                .toList(),
                        style)
                + " · " + style.say(found.place());
        return draw(found, title, style);
    }

    public static Drawing draw(VariationAnalysis.Found found, String title, Style style) {
        boolean narrow = style.width() < NARROW;
        int rows = narrow ? 4 : 2;
        List<Chart.Entry> entries = entries(found, style);
        double room = style.width() - LEFT - 8;
        double legend = entries.size() > 1 ? 4 + Chart.LEGEND_ROW * Chart.legendRows(entries, style, room) : 0;
        double height = TOP + legend + rows * (FIELD + GAP) - 8;
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    if (legend > 0) {
                        chart.legend(entries, LEFT, 72, room);
                    }
                    double wide = style.width() - LEFT - RIGHT;
                    double y = TOP + legend;
                    week(found, chart, new Chart.Field(LEFT, y, wide, FIELD));
                    double third = narrow ? wide : (wide - 2 * BETWEEN) / 3;
                    List<VariationAnalysis.Part> lower = List.of(
                            VariationAnalysis.Part.HOUR, VariationAnalysis.Part.MONTH, VariationAnalysis.Part.WEEKDAY);
                    for (int i = 0; i < lower.size(); i++) {
                        double x = narrow ? LEFT : LEFT + i * (third + BETWEEN);
                        double top = y + (FIELD + GAP) * (narrow ? i + 1 : 1);
                        part(found, lower.get(i), chart, new Chart.Field(x, top, third, FIELD));
                    }
                })
                .under(below(found, style), LEFT, style);
    }

    private static String below(VariationAnalysis.Found found, Style style) {
        var used = found.provenance().parameters();
        boolean median = "median".equals(used.get("statistic"));
        String level = used.getOrDefault("confidence", "95");
        return median
                ? style.say("중앙값과 " + level + " % 붓스트랩 구간", "median and " + level + " % bootstrap interval")
                : style.say("평균과 " + level + " % 신뢰구간(스튜던트 t)", "mean and " + level + " % interval (Student's t)");
    }

    private static List<Chart.Entry> entries(VariationAnalysis.Found found, Style style) {
        List<Chart.Entry> entries = new ArrayList<>();
        for (int v = 0; v < found.variables().size(); v++) {
            VariationAnalysis.Variable variable = found.variables().get(v);
            String label = variable.unit().equals("1")
                    ? style.say(variable.name())
                    : AirWords.withUnit(variable.name(), variable.unit(), style);
            entries.add(new Chart.Entry(label, colour(v, found.variables().size(), style), 2.5));
        }
        return entries;
    }

    private static int colour(int variable, int count, Style style) {
        if (count > Ramp.CATEGORIES.size()) {
            // Too many for colours without an order: groups of time and wind have one.
            double share = 0.75 * variable / (count - 1);
            return Ramp.BATLOW.at(style.theme() == Style.Theme.DARK ? 0.25 + share : share);
        }
        if (count > 2) {
            return Ramp.CATEGORIES.get(variable);
        }
        return variable == 0 ? style.theme().accent() : style.theme().second();
    }

    private static VariationAnalysis.Groups part(VariationAnalysis.Variable variable, VariationAnalysis.Part part) {
        return variable.parts().stream()
                .filter(groups -> groups.part() == part)
                .findFirst()
                .orElseThrow();
    }

    private static Axis values(VariationAnalysis.Found found, Chart.Field field, List<VariationAnalysis.Part> parts) {
        double[] all = found.variables().stream()
                .flatMap(variable -> parts.stream().map(part -> part(variable, part)))
                .flatMapToDouble(groups -> Arrays.stream(
                                isBanded(found)
                                        ? new double[][] {groups.centre(), groups.lower(), groups.upper()}
                                        : new double[][] {groups.centre()})
                        .flatMapToDouble(Arrays::stream))
                .filter(Double::isFinite)
                .toArray();
        double least = Arrays.stream(all).min().orElse(0);
        double most = Arrays.stream(all).max().orElse(1);
        return Axis.linear(least, most, field.bottom(), field.y(), 5);
    }

    private static String unit(VariationAnalysis.Found found, Style style) {
        List<String> units = found.variables().stream()
                .map(VariationAnalysis.Variable::unit)
                .distinct()
                .toList();
        if (found.provenance().parameters().containsKey("normalise") && units.equals(List.of("1"))) {
            return style.say("평균의 배수", "multiples of the mean");
        }
        return units.size() == 1 ? AirWords.unit(units.getFirst(), style) : "";
    }

    private static void week(VariationAnalysis.Found found, Chart chart, Chart.Field field) {
        Style style = chart.style();
        Axis y = values(found, field, List.of(VariationAnalysis.Part.HOUR_OF_WEEKDAY));
        chart.yAxis(y, field, unit(found, style));
        double day = field.width() / 7;
        for (int d = 0; d < 7; d++) {
            double x = field.x() + d * day;
            chart.canvas()
                    .line(
                            x,
                            field.y(),
                            x,
                            field.bottom(),
                            Stroke.of(style.theme().grid(), d == 0 ? 0.75 : 1.5));
            chart.canvas()
                    .text(
                            CalendarWords.weekday(d, style),
                            x + day / 2,
                            field.bottom() + 17,
                            style.tick().at(Anchor.MIDDLE));
            double noon = x + day / 2;
            chart.canvas()
                    .line(
                            noon,
                            field.y(),
                            noon,
                            field.bottom(),
                            Stroke.of(style.theme().grid(), 0.5));
        }
        floor(chart, field);
        Axis x = new Axis(-0.5, 7 * HOURS_A_DAY - 0.5, field.x(), field.right(), List.of());
        for (int v = 0; v < found.variables().size(); v++) {
            VariationAnalysis.Groups groups = part(found.variables().get(v), VariationAnalysis.Part.HOUR_OF_WEEKDAY);
            for (int d = 0; d < 7; d++) {
                line(
                        chart,
                        groups,
                        d * HOURS_A_DAY,
                        HOURS_A_DAY,
                        x,
                        y,
                        colour(v, found.variables().size(), style),
                        isBanded(found));
            }
        }
    }

    private static void part(
            VariationAnalysis.Found found, VariationAnalysis.Part part, Chart chart, Chart.Field field) {
        Style style = chart.style();
        Axis y = values(
                found,
                field,
                List.of(VariationAnalysis.Part.HOUR, VariationAnalysis.Part.MONTH, VariationAnalysis.Part.WEEKDAY));
        Axis x = new Axis(-0.5, part.groups() - 0.5, field.x(), field.right(), ticks(part, style));
        chart.yAxis(y, field, unit(found, style));
        chart.xAxis(x, field, heading(part, style));
        int count = found.variables().size();
        for (int v = 0; v < count; v++) {
            VariationAnalysis.Groups groups = part(found.variables().get(v), part);
            int colour = colour(v, found.variables().size(), style);
            if (part == VariationAnalysis.Part.HOUR) {
                line(chart, groups, 0, groups.n().length, x, y, colour, isBanded(found));
            } else {
                bars(chart, groups, x, y, colour, isBanded(found));
            }
        }
    }

    /// Bands of more lines than these hide each other.
    private static boolean isBanded(VariationAnalysis.Found found) {
        return found.variables().size() <= MOST_BANDS;
    }

    private static String heading(VariationAnalysis.Part part, Style style) {
        return switch (part) {
            case HOUR -> style.say("시각(시)", "hour");
            case MONTH -> style.say("월", "month");
            case WEEKDAY -> style.say("요일", "weekday");
            case HOUR_OF_WEEKDAY -> "";
        };
    }

    private static List<Axis.Tick> ticks(VariationAnalysis.Part part, Style style) {
        return switch (part) {
            case HOUR ->
                IntStream.of(0, 6, 12, 18, 23)
                        .mapToObj(hour -> new Axis.Tick(hour, Integer.toString(hour)))
                        .toList();
            case MONTH ->
                IntStream.range(0, 12)
                        .mapToObj(month -> new Axis.Tick(month, CalendarWords.shortMonth(month, style)))
                        .toList();
            case WEEKDAY ->
                IntStream.range(0, 7)
                        .mapToObj(day -> new Axis.Tick(day, CalendarWords.weekday(day, style)))
                        .toList();
            case HOUR_OF_WEEKDAY -> List.of();
        };
    }

    private static void floor(Chart chart, Chart.Field field) {
        chart.canvas()
                .line(
                        field.x(),
                        field.bottom(),
                        field.right(),
                        field.bottom(),
                        Stroke.of(chart.style().theme().muted(), 1));
    }

    private static void line(
            Chart chart,
            VariationAnalysis.Groups groups,
            int from,
            int count,
            Axis x,
            Axis y,
            int colour,
            boolean banded) {
        double[] at = IntStream.range(from, from + count).mapToDouble(x::pixel).toArray();
        int to = from + count;
        if (banded) {
            chart.band(
                    at,
                    y.pixels(Arrays.copyOfRange(groups.lower(), from, to)),
                    y.pixels(Arrays.copyOfRange(groups.upper(), from, to)),
                    (colour & 0xffffff) | BAND_ALPHA);
        }
        chart.canvas().polyline(at, y.pixels(Arrays.copyOfRange(groups.centre(), from, to)), Stroke.of(colour, 1.8));
    }

    /// Months and weekdays: a box from end to end of the interval, a line at its centre.
    private static void bars(Chart chart, VariationAnalysis.Groups groups, Axis x, Axis y, int colour, boolean banded) {
        Canvas canvas = chart.canvas();
        double half = 0.36 * (x.end() - x.start()) / groups.n().length;
        for (int g = 0; g < groups.n().length; g++) {
            if (Double.isFinite(groups.centre()[g])) {
                double at = x.pixel(g);
                double middle = y.pixel(groups.centre()[g]);
                if (banded && Double.isFinite(groups.lower()[g])) {
                    double top = y.pixel(groups.upper()[g]);
                    canvas.rectangle(
                            at - half,
                            top,
                            2 * half,
                            Math.max(1, y.pixel(groups.lower()[g]) - top),
                            (colour & 0xffffff) | BAND_ALPHA);
                }
                canvas.line(at - half, middle, at + half, middle, Stroke.of(colour, 2));
            }
        }
    }
}
