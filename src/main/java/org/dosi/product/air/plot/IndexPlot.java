package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dosi.analysis.air.state.IndexAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// The index: of one station as bars over the strips of its pollutants, of several as a strip each.
public final class IndexPlot {
    private static final double LEFT = 118;
    private static final double RIGHT = 60;
    private static final double TOP = 92;
    private static final double BARS = 190;
    private static final double ROW = 20;
    private static final double STRIP = 15;
    private static final double BELOW = 62;

    /// So wide a run has room for its letter.
    private static final double LETTER = 15;

    /// So wide an hour at least, pixels: in longer windows few runs have room, and their letters look like marks.
    private static final double LETTERED = 0.5;

    /// Where the index changes its grade.
    private static final double[] STEPS = {50, 100, 250, 500};

    private IndexPlot() {}

    public static Drawing draw(IndexAnalysis.Found found, Style style) {
        boolean one = found.places().size() == 1;
        int rows = one ? IndexAnalysis.ITEMS.size() : found.places().size();
        double strips = TOP + (one ? BARS + 44 : 12);
        String title = style.say("통합대기환경지수(CAI)", "Air-quality index (CAI)")
                + (one ? " · " + style.say(found.places().getFirst().name()) : "");
        String note = note(found, style);
        double more = Chart.noteHeight(note, style, style.width() - 48);
        return new Drawing(style.width(), strips + rows * ROW + BELOW + more - 14, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    Grades.legend(chart, 20, 66, isLettered(found, style));
                    long[] startS = found.startS();
                    long begin = startS.length == 0 ? 0 : startS[0];
                    long end = startS.length == 0 ? 1 : startS[startS.length - 1] + found.stepSeconds();
                    Axis x = Axis.time(begin, end, LEFT, style.width() - RIGHT, found.calendar(), style.language());
                    if (one) {
                        bars(found.places().getFirst(), chart);
                    }
                    strips(found, strips, one, chart);
                    Chart.Field field = new Chart.Field(LEFT, strips, style.width() - RIGHT - LEFT, rows * ROW);
                    chart.xAxis(x, field, "");
                    chart.note(note, 24, strips + rows * ROW + 50, style.width() - 48);
                })
                .under(below(style), 24, style);
    }

    private static String below(Style style) {
        return style.say(
                "오염물질별 지수 가운데 가장 높은 값에 가산점을 더함 · 미세먼지는 24시간 예측이동평균",
                "the highest sub-index and what is added · particles by their 24-h predicted mean");
    }

    private static String note(IndexAnalysis.Found found, Style style) {
        String lacking = found.lacking().stream()
                .map(style::say)
                .map(said -> said + ". ")
                .collect(Collectors.joining());
        return lacking + Grades.doubts(found.doubts(), style);
    }

    private static void bars(IndexAnalysis.Place place, Chart chart) {
        Style style = chart.style();
        Chart.Field field = new Chart.Field(LEFT, TOP + 20, style.width() - RIGHT - LEFT, BARS);
        double most =
                Arrays.stream(place.index()).filter(Double::isFinite).max().orElse(100);
        List<Axis.Tick> ticks = new ArrayList<>(List.of(new Axis.Tick(0, "0")));
        double top = Math.max(110, most * 1.06);
        for (double step : STEPS) {
            if (step <= top) {
                ticks.add(new Axis.Tick(step, String.format(Locale.ROOT, "%.0f", step)));
            }
        }
        Axis y = new Axis(0, top, field.bottom(), field.y(), ticks);
        chart.yAxis(y, field, style.say("지수", "index"));
        int columns = (int) Math.min(place.index().length, field.width() * 2);
        double width = field.width() / Math.max(1, columns);
        for (int c = 0; c < columns; c++) {
            int from = (int) ((long) c * place.index().length / columns);
            int to = (int) ((long) (c + 1) * place.index().length / columns);
            double worst = Double.NaN;
            for (int h = from; h < to; h++) {
                worst = Double.isNaN(worst) || place.index()[h] > worst ? place.index()[h] : worst;
            }
            if (Double.isFinite(worst)) {
                double at = y.pixel(worst);
                chart.canvas()
                        .rectangle(
                                field.x() + c * width,
                                at,
                                width + 0.2,
                                field.bottom() - at,
                                Grades.colour(Grades.of(worst), style));
            }
        }
        chart.canvas()
                .line(
                        field.x(),
                        field.bottom(),
                        field.right(),
                        field.bottom(),
                        Canvas.Stroke.of(style.theme().muted(), 1));
    }

    private static void strips(IndexAnalysis.Found found, double top, boolean one, Chart chart) {
        Style style = chart.style();
        double width = style.width() - RIGHT - LEFT;
        chart.canvas()
                .text(
                        one ? style.say("오염물질별 지수", "sub-index") : style.say("나쁨 이상", "bad or worse"),
                        one ? LEFT : style.width() - 8,
                        top - 8,
                        one ? style.tick() : style.tick().at(Canvas.Anchor.END));
        int rows = one ? IndexAnalysis.ITEMS.size() : found.places().size();
        for (int r = 0; r < rows; r++) {
            int[] grades = one
                    ? Arrays.stream(found.places().getFirst().subIndex()[r])
                            .mapToInt(Grades::of)
                            .toArray()
                    : found.places().get(r).grade();
            String label = one
                    ? style.say(IndexAnalysis.ITEMS.get(r))
                    : style.say(found.places().get(r).name());
            double y = top + r * ROW;
            chart.canvas().text(label, LEFT - 10, y + STRIP - 3, style.tick().at(Canvas.Anchor.END));
            if (grades.length > 0) {
                chart.canvas().image(Grades.strip(grades, (int) (width * 2), style), LEFT, y, width, STRIP, false);
                if (isLettered(found, style)) {
                    letters(grades, y, width, chart);
                }
            }
            if (!one) {
                chart.canvas()
                        .text(
                                share(grades),
                                style.width() - 8,
                                y + STRIP - 3,
                                style.tick().at(Canvas.Anchor.END));
            }
        }
    }

    private static boolean isLettered(IndexAnalysis.Found found, Style style) {
        int hours = found.startS().length;
        return hours > 0 && (style.width() - RIGHT - LEFT) / hours >= LETTERED;
    }

    /// A letter on each run of one grade that has room for it, for who cannot tell the official colours apart.
    private static void letters(int[] grades, double y, double width, Chart chart) {
        double hour = width / grades.length;
        int from = 0;
        for (int h = 1; h <= grades.length; h++) {
            if (h == grades.length || grades[h] != grades[from]) {
                if (grades[from] >= 0 && (h - from) * hour >= LETTER) {
                    Canvas.Font font = Canvas.Font.of(10, Grades.INK).strong().at(Canvas.Anchor.MIDDLE);
                    double middle = LEFT + (from + h) / 2.0 * hour;
                    chart.canvas().text(Grades.letter(grades[from], chart.style()), middle, y + STRIP - 3.8, font);
                }
                from = h;
            }
        }
    }

    private static String share(int[] grades) {
        long known = Arrays.stream(grades).filter(grade -> grade >= 0).count();
        long bad = Arrays.stream(grades).filter(grade -> grade >= 2).count();
        return known == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * bad / known);
    }
}
