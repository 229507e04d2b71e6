package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.dosi.analysis.air.places.SourceTest;
import org.dosi.analysis.air.places.SourceTest.Scored;
import org.dosi.analysis.air.places.SourcesFound;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// How well injected sources are found, against their strength, a line for each number of stations: how many, how
/// far off, and at how much of their strength.
final class RecoveryPlot {
    private static final double LEFT = 54;
    private static final double RIGHT = 18;
    private static final double TOP = 116;
    private static final double FIELD = 210;
    private static final double BETWEEN = 56;
    private static final double FOOT = 52;
    /// Below this width the fields stand one below the other.
    private static final double NARROW = 620;

    /// A median of fewer sources is drawn hollow.
    private static final int FEW = 5;

    /// Standard normal quantile of a two-sided interval of 90 %.
    private static final double NINETY = 1.6449;

    /// Strengths found are shown from a quarter to four times the true one.
    private static final double MOST_RATIO = 4;

    private RecoveryPlot() {}

    static Drawing draw(SourcesFound found, Style style) {
        boolean narrow = style.width() < NARROW;
        List<Scored> scores = found.test().scores();
        List<Scored> injected =
                scores.stream().filter(each -> each.strengthGPerS() > 0).toList();
        List<String> notes = Chart.wrap(notes(scores, style), style.note().size(), style.width() - LEFT - RIGHT);
        double height = TOP + (narrow ? 3 : 1) * (FIELD + FOOT) + 15.0 * notes.size() + 12;
        String title = style.say("심은 배출원을 얼마나 찾는가", "How well injected sources are found") + " · "
                + style.say(found.variable().name());
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    int[] stations = injected.stream()
                            .mapToInt(Scored::stations)
                            .distinct()
                            .toArray();
                    legend(stations, chart);
                    double wide = style.width() - LEFT - RIGHT;
                    double third = narrow ? wide : (wide - 2 * BETWEEN) / 3;
                    for (int i = 0; i < 3; i++) {
                        Chart.Field field = new Chart.Field(
                                narrow ? LEFT : LEFT + i * (third + BETWEEN),
                                TOP + (narrow ? i * (FIELD + FOOT) : 0),
                                third,
                                FIELD);
                        panel(Panel.values()[i], injected, stations, field, chart);
                    }
                    double y = height - 15.0 * notes.size();
                    for (String note : notes) {
                        canvas.text(note, LEFT, y, style.note());
                        y += 15;
                    }
                })
                .under(below(found, injected, style), LEFT, style);
    }

    private static String below(SourcesFound found, List<Scored> injected, Style style) {
        int trials =
                injected.stream().mapToInt(each -> each.all().trials()).max().orElse(0);
        return String.format(
                Locale.ROOT,
                style.say(
                        "실제 측정망과 잡음, 다른 날의 바람에 심은 배출원 · 점마다 %d번 · 격자 %.0f m",
                        "sources put into the real network and its noise, under winds of other days · %d trials a point ·"
                                + " cells of %.0f m"),
                trials,
                found.cells().grid().cellM());
    }

    private static void legend(int[] stations, Chart chart) {
        List<Chart.Entry> entries = new ArrayList<>();
        for (int i = 0; i < stations.length; i++) {
            String label = chart.style().say("측정소 ", "")
                    + stations[i]
                    + chart.style().say("곳", stations[i] == 1 ? " station" : " stations");
            entries.add(new Chart.Entry(label, colour(i), 2.5));
        }
        chart.legend(entries, LEFT, 72);
    }

    private static int colour(int line) {
        return Ramp.CATEGORIES.get(line % Ramp.CATEGORIES.size());
    }

    /// What each field shows.
    private enum Panel {
        FOUND,
        DISTANCE,
        RATIO
    }

    private static void panel(Panel panel, List<Scored> scores, int[] stations, Chart.Field field, Chart chart) {
        Style style = chart.style();
        double[] strengths = scores.stream()
                .mapToDouble(Scored::strengthGPerS)
                .distinct()
                .sorted()
                .toArray();
        if (strengths.length == 0) {
            return;
        }
        Axis x = logarithmic(strengths, field);
        chart.xAxis(x, field, style.say("세기(g/s)", "strength, g/s"));
        Axis y = switch (panel) {
            case FOUND -> Axis.exact(0, 100, field.bottom(), field.y(), 5);
            case DISTANCE -> Axis.linear(0, most(scores), field.bottom(), field.y(), 5);
            case RATIO -> ratios(field);
        };
        chart.yAxis(
                y,
                field,
                switch (panel) {
                    case FOUND -> style.say("찾은 몫(%)", "found, %");
                    case DISTANCE -> style.say("거리 오차(m), 중앙값", "distance, m, median");
                    case RATIO -> style.say("찾은 세기/참 세기, 중앙값", "found / true strength, median");
                });
        if (panel == Panel.RATIO) {
            chart.canvas()
                    .line(
                            field.x(),
                            y.pixel(0),
                            field.right(),
                            y.pixel(0),
                            Stroke.of(style.theme().muted(), 1.2));
        }
        for (int i = 0; i < stations.length; i++) {
            int line = i;
            List<Scored> own = scores.stream()
                    .filter(each -> each.stations() == stations[line])
                    .toList();
            // A little beside each other, so that bars of several lines can be told apart.
            double beside = (i - (stations.length - 1) / 2.0) * 4;
            curve(panel, own, x, y, beside, colour(i), chart);
        }
    }

    private static double most(List<Scored> scores) {
        return scores.stream()
                .mapToDouble(each -> each.all().distance().upperM())
                .filter(Double::isFinite)
                .max()
                .orElse(1000);
    }

    /// Ticks at the strengths that were tried.
    private static Axis logarithmic(double[] strengths, Chart.Field field) {
        List<Axis.Tick> ticks = new ArrayList<>();
        for (double strength : strengths) {
            ticks.add(new Axis.Tick(Math.log10(strength), Figures.rounded(strength)));
        }
        double margin = 0.25;
        return new Axis(ticks.getFirst().at() - margin, ticks.getLast().at() + margin, field.x(), field.right(), ticks);
    }

    private static Axis ratios(Chart.Field field) {
        List<Axis.Tick> ticks = new ArrayList<>();
        for (String label : List.of("¼", "½", "1", "2", "4")) {
            ticks.add(new Axis.Tick(Math.log(Math.pow(2, ticks.size() - 2.0)), label));
        }
        return new Axis(-Math.log(MOST_RATIO), Math.log(MOST_RATIO), field.bottom(), field.y(), ticks);
    }

    private static void curve(
            Panel panel, List<Scored> scores, Axis x, Axis y, double beside, int colour, Chart chart) {
        List<double[]> points = new ArrayList<>();
        for (Scored scored : scores) {
            SourceTest.Score score = scored.all();
            double middle = value(panel, score);
            if (Double.isNaN(middle)) {
                continue;
            }
            double at = x.pixel(Math.log10(scored.strengthGPerS())) + beside;
            double[] ends = ends(panel, score);
            chart.canvas().line(at, y.pixel(ends[0]), at, y.pixel(ends[1]), Stroke.of(faint(colour), 2));
            points.add(new double[] {at, y.pixel(middle), score.found() * score.trials()});
        }
        chart.canvas().polyline(column(points, p -> p[0]), column(points, p -> p[1]), Stroke.of(colour, 1.8));
        for (double[] point : points) {
            chart.canvas().circle(point[0], point[1], 3.4, colour);
            if (panel != Panel.FOUND && point[2] < FEW) {
                chart.canvas()
                        .circle(point[0], point[1], 2, chart.style().theme().surface());
            }
        }
    }

    private static int faint(int colour) {
        return (colour & 0x00ffffff) | 0x60000000;
    }

    private static double[] column(List<double[]> points, ToDoubleFunction<double[]> part) {
        return points.stream().mapToDouble(part).toArray();
    }

    private static double value(Panel panel, SourceTest.Score score) {
        return switch (panel) {
            case FOUND -> 100 * score.found();
            case DISTANCE -> score.distance().medianM();
            case RATIO -> clamped(score.ratio().median());
        };
    }

    private static double clamped(double ratio) {
        return Double.isNaN(ratio) ? ratio : Math.clamp(Math.log(ratio), -Math.log(MOST_RATIO), Math.log(MOST_RATIO));
    }

    /// Of a share Wilson's interval (1927, JASA 22, 209) with 90 %; of a distance up to the 80 % quantile; of strengths
    /// the 10 and 90 % quantiles.
    private static double[] ends(Panel panel, SourceTest.Score score) {
        return switch (panel) {
            case FOUND -> {
                double[] share = wilson(score.found(), score.trials());
                yield new double[] {100 * share[0], 100 * share[1]};
            }
            case DISTANCE ->
                new double[] {score.distance().medianM(), score.distance().upperM()};
            case RATIO ->
                new double[] {
                    clamped(score.ratio().lower()), clamped(score.ratio().upper())
                };
        };
    }

    static double[] wilson(double share, int trials) {
        double z = NINETY * NINETY / trials;
        double middle = (share + z / 2) / (1 + z);
        double half = NINETY / (1 + z) * Math.sqrt(share * (1 - share) / trials + z / (4 * trials));
        return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
    }

    private static String notes(List<Scored> scores, Style style) {
        StringBuilder text = new StringBuilder(style.say(
                "3 km 안에서 찾으면 찾은 것이다. 막대: 찾은 몫의 90 % 구간, 거리의 80 % 분위까지, 세기의 10–90 % 분위. 속 빈 점: 찾은 것이" + " 5개 미만.",
                "Found means within 3 km. Bars: 90 % interval of the share; up to the 80 % quantile of distances; 10–90 %"
                        + " of strengths. Hollow: fewer than 5 found."));
        for (Scored none : scores) {
            if (none.strengthGPerS() == 0) {
                text.append(String.format(
                        Locale.ROOT,
                        style.say(
                                " 배출원을 심지 않은 지도 %d장(측정소 %d곳) 중 %.0f장이 하나라도 보였다.",
                                " Of %d maps without a source (%d stations) %.0f showed one."),
                        none.all().trials(),
                        none.stations(),
                        none.all().alarmed() * none.all().trials()));
            }
        }
        return text.toString();
    }
}
