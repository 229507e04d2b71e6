package org.dosi.product.air.plot;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dosi.analysis.air.time.TrendAnalysis;
import org.dosi.analysis.air.time.TrendResult;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// A trend over the values that it was laid through; of STL the parts, one below the other.
public final class TrendPlot {
    private static final double LEFT = 62;
    private static final double RIGHT = 22;
    private static final double TOP = 84;
    private static final double FIELD = 280;
    private static final double PART = 104;
    private static final double GAP = 46;
    private static final double DAY_S = 86_400;

    private TrendPlot() {}

    public static Drawing draw(TrendAnalysis.Found found, Style style) {
        boolean parts = found.result() instanceof TrendResult.Parts;
        double height = TOP + (parts ? 4 * (PART + GAP) : FIELD + 40);
        String title = style.say("추세 · ", "Trend · ")
                + AirWords.withUnit(found.variable().name(), found.variable().unit(), style) + " · "
                + style.say(found.place());
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    double wide = style.width() - LEFT - RIGHT;
                    switch (found.result()) {
                        case TrendResult.Straight _, TrendResult.Smooth _ -> {
                            Chart.Field field = new Chart.Field(LEFT, TOP, wide, FIELD);
                            List<TrendAnalysis.Found> alone = List.of(found);
                            field(found, chart, field, time(alone, field, style), values(alone, field));
                        }
                        case TrendResult.Parts apart -> parts(found, apart, chart, wide);
                    }
                })
                .under(below(found, style), LEFT, style);
    }

    private static String below(TrendAnalysis.Found found, Style style) {
        String cycle = !found.deseasonalised()
                ? ""
                : found.isByStl()
                        ? style.say(" · 계절 변화 제거(STL)", " · deseasonalised (STL)")
                        : style.say(" · 월별 평균의 차이 제거", " · differences of the months taken away");
        return switch (found.result()) {
            case TrendResult.Straight straight -> slope(straight, found, style) + cycle;
            case TrendResult.Smooth smooth ->
                (found.tellsSeason() ? "" : style.say(found.seasonDoubt()) + " · ")
                        + smoothness(smooth, found, style)
                        + cycle;
            case TrendResult.Parts _ -> style.say("STL 분해: 계절, 추세, 나머지", "STL: seasonal, trend and remainder");
        };
    }

    /// What stands above all groups: what the marks mean.
    static String method(TrendAnalysis.Found found, Style style) {
        String level = found.provenance().parameters().getOrDefault("confidence", "95");
        return switch (found.result()) {
            case TrendResult.Straight _ ->
                style.say(
                        "테일-센 직선, 해마다의 변화와 " + level + " % 구간",
                        "Theil–Sen lines, change a year with its " + level + " % interval");
            case TrendResult.Smooth _ ->
                style.say("평활 추세와 " + level + " % 띠", "smooth trends with a band of " + level + " %");
            case TrendResult.Parts _ -> style.say("STL의 추세 성분", "the trend part of STL");
        };
    }

    /// One group's line: shorter than the head of a plot of its own.
    static String inShort(TrendAnalysis.Found found, Style style) {
        return switch (found.result()) {
            case TrendResult.Straight line
            when line.isKnown() ->
                "%s [%s, %s] %s"
                        .formatted(
                                Figures.signed(
                                        line.slopePerYear(), found.variable().unit()),
                                Figures.signed(
                                        line.lowerPerYear(), found.variable().unit()),
                                Figures.signed(
                                        line.upperPerYear(), found.variable().unit()),
                                found.tellsSeason() ? stars(line.p()) : style.say("계절일 수 있음", "or the season"));
            case TrendResult.Straight _ -> tooFew(style);
            case TrendResult.Smooth curve when Double.isNaN(curve.degreesOfFreedom()) -> tooFew(style);
            case TrendResult.Smooth _, TrendResult.Parts _ -> "";
        };
    }

    private static String smoothness(TrendResult.Smooth curve, TrendAnalysis.Found found, Style style) {
        if (Double.isNaN(curve.degreesOfFreedom())) {
            return tooFew(style);
        }
        String level = found.provenance().parameters().getOrDefault("confidence", "95");
        return style.say("평활 추세, 자유도 ", "smooth trend, degrees of freedom ")
                + String.format(Locale.ROOT, "%.1f", curve.degreesOfFreedom())
                + style.say(" · 띠: " + level + " % 구간", " · band: " + level + " % interval");
    }

    private static String tooFew(Style style) {
        return style.say("추세를 말하기에 자료가 부족", "too few periods for a trend");
    }

    private static String slope(TrendResult.Straight line, TrendAnalysis.Found found, Style style) {
        if (!line.isKnown()) {
            return tooFew(style);
        }
        String unit = AirWords.unit(found.variable().unit(), style);
        String inUnit = unit.isEmpty() ? "" : " " + unit;
        String level = found.provenance().parameters().getOrDefault("confidence", "95");
        String slopes = "%s [%s, %s]"
                .formatted(
                        Figures.signed(line.slopePerYear(), found.variable().unit()),
                        Figures.signed(line.lowerPerYear(), found.variable().unit()),
                        Figures.signed(line.upperPerYear(), found.variable().unit()));
        // Of a line that begins at 0 there is no share.
        String percent =
                Double.isFinite(found.percentPerYear()) ? Figures.signed(found.percentPerYear(), "%") + " %, " : "";
        String change = style.say(
                "해마다 " + slopes + inUnit + "(" + percent + level + " % 구간)",
                slopes + inUnit + " a year (" + percent + level + " % interval)");
        // Who reads no further has read the caution.
        return found.tellsSeason() ? change + " " + stars(line.p()) : style.say(found.seasonDoubt()) + " · " + change;
    }

    private static String stars(double p) {
        String marks = p < 0.001 ? "*** " : p < 0.01 ? "** " : p < 0.05 ? "* " : p < 0.1 ? "+ " : "";
        return marks + (p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.2g", p));
    }

    static Axis time(List<TrendAnalysis.Found> alike, Chart.Field field, Style style) {
        long[] start = alike.stream()
                .flatMapToLong(found -> Arrays.stream(found.startS()))
                .sorted()
                .toArray();
        long begin = start.length == 0 ? 0 : start[0];
        long end = start.length == 0 ? 1 : start[start.length - 1];
        long margin = Math.max(1, (end - begin) / 60);
        return Axis.time(begin - margin, end + margin, field.x(), field.right(), ZoneOffset.UTC, style.language());
    }

    private static Axis values(Chart.Field field, double[]... rows) {
        double[] all = Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        double least = Arrays.stream(all).min().orElse(0);
        double most = Arrays.stream(all).max().orElse(1);
        return Axis.linear(least, most, field.bottom(), field.y(), 5);
    }

    /// One axis of values for all that is drawn of these.
    static Axis values(List<TrendAnalysis.Found> alike, Chart.Field field) {
        return values(
                field, alike.stream().flatMap(found -> Stream.of(shown(found))).toArray(double[][]::new));
    }

    private static double[][] shown(TrendAnalysis.Found found) {
        return switch (found.result()) {
            case TrendResult.Straight line -> {
                double[] ends = ends(found);
                yield new double[][] {
                    found.values(),
                    Arrays.stream(ends).map(line::at).toArray(),
                    // The flattest and the steepest line that the interval allows, each with its own intercept.
                    Arrays.stream(ends).map(line::lowerAt).toArray(),
                    Arrays.stream(ends).map(line::upperAt).toArray()
                };
            }
            case TrendResult.Smooth curve -> new double[][] {found.values(), curve.lower(), curve.upper()};
            case TrendResult.Parts parts -> new double[][] {parts.values()};
        };
    }

    private static double[] ends(TrendAnalysis.Found found) {
        double[] days = found.days();
        return days.length == 0 ? new double[0] : new double[] {days[0], days[days.length - 1]};
    }

    /// The periods and what is laid through them.
    static void field(TrendAnalysis.Found found, Chart chart, Chart.Field field, Axis x, Axis y) {
        chart.xAxis(x, field, "");
        chart.yAxis(y, field, AirWords.unit(found.variable().unit(), chart.style()));
        switch (found.result()) {
            case TrendResult.Straight _ -> straight(found, chart, x, y);
            case TrendResult.Smooth smooth -> smooth(found, smooth, chart, x, y);
            case TrendResult.Parts apart -> {
                points(found, chart, x, y);
                double[] at =
                        x.pixels(Arrays.stream(found.startS()).asDoubleStream().toArray());
                chart.canvas()
                        .polyline(
                                at,
                                y.pixels(apart.trend()),
                                Stroke.of(chart.style().theme().accent(), 2.2));
            }
        }
    }

    private static void points(TrendAnalysis.Found found, Chart chart, Axis x, Axis y) {
        Style style = chart.style();
        double[] at = x.pixels(Arrays.stream(found.startS()).asDoubleStream().toArray());
        double[] values = y.pixels(found.values());
        chart.canvas().polyline(at, values, Stroke.of(style.theme().muted() & 0x80ffffff, 1));
        for (int i = 0; i < at.length; i++) {
            if (Double.isFinite(values[i])) {
                chart.canvas()
                        .circle(at[i], values[i], 3, Stroke.of(style.theme().muted(), 1.1));
            }
        }
    }

    private static void straight(TrendAnalysis.Found found, Chart chart, Axis x, Axis y) {
        Style style = chart.style();
        double[][] lines = shown(found);
        points(found, chart, x, y);
        double[] at =
                x.pixels(Arrays.stream(ends(found)).map(day -> day * DAY_S).toArray());
        Stroke dashed = new Stroke(style.theme().second(), 1.3, 6, 4);
        chart.canvas().polyline(at, y.pixels(lines[2]), dashed);
        chart.canvas().polyline(at, y.pixels(lines[3]), dashed);
        chart.canvas().polyline(at, y.pixels(lines[1]), Stroke.of(style.theme().second(), 2.2));
    }

    private static void smooth(TrendAnalysis.Found found, TrendResult.Smooth curve, Chart chart, Axis x, Axis y) {
        Style style = chart.style();
        double[] at =
                x.pixels(Arrays.stream(curve.days()).map(day -> day * DAY_S).toArray());
        chart.band(
                at,
                y.pixels(curve.lower()),
                y.pixels(curve.upper()),
                style.theme().band());
        points(found, chart, x, y);
        chart.canvas()
                .polyline(at, y.pixels(curve.values()), Stroke.of(style.theme().accent(), 2.2));
    }

    private static void parts(TrendAnalysis.Found found, TrendResult.Parts parts, Chart chart, double wide) {
        Style style = chart.style();
        double[][] rows = {parts.values(), parts.seasonal(), parts.trend(), parts.remainder()};
        String[] names = {
            style.say("값", "values"),
            style.say("계절", "seasonal"),
            style.say("추세", "trend"),
            style.say("나머지", "remainder")
        };
        for (int i = 0; i < rows.length; i++) {
            Chart.Field field = new Chart.Field(LEFT, TOP + i * (PART + GAP), wide, PART);
            Axis x = time(List.of(found), field, style);
            Axis y = values(field, rows[i]);
            chart.xAxis(x, field, "");
            chart.yAxis(y, field, names[i]);
            double[] at =
                    x.pixels(Arrays.stream(found.startS()).asDoubleStream().toArray());
            int colour = i == 0 ? style.theme().muted() : style.theme().accent();
            if (i == 3) {
                for (int k = 0; k < at.length; k++) {
                    chart.canvas().line(at[k], y.pixel(0), at[k], y.pixel(rows[i][k]), Stroke.of(colour, 1.4));
                }
            } else {
                chart.canvas().polyline(at, y.pixels(rows[i]), Stroke.of(colour, i == 2 ? 2.2 : 1.3));
            }
        }
    }
}
