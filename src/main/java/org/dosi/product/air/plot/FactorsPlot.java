package org.dosi.product.air.plot;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dosi.analysis.air.factors.FactorFinding;
import org.dosi.model.TimeTable;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Factors: what they consist of, as shares of each species, and how much of them there was when.
public final class FactorsPlot {
    private static final double LEFT = 54;
    private static final double TOP = 84;
    private static final double FIELD = 84;
    private static final double GAP = 38;
    private static final double RIGHT = 24;
    private static final double LEAST_WIDTH = 900;
    private static final double SPECIES_WIDTH = 22;

    /// A factor is named beside its number by so many species.
    private static final int NAMING = 4;

    /// So few samples are drawn as stems, which need no neighbours; more as a line.
    private static final int FEW = 700;

    /// A line is broken where samples are further apart than so many usual steps.
    private static final int BREAK = 6;

    /// Set apart by hue and by lightness, on light and on dark paper.
    private static final int[] COLOURS = {
        0xff2f7fc1, 0xffe08a1e, 0xff2c9c69, 0xffc2508f, 0xff8067c9, 0xffb8653a, 0xff4aa5b5, 0xff8b9434
    };

    private FactorsPlot() {}

    /// A field for each factor: which share of each species it explains, with the bootstrap's 5th to 95th
    /// percentile where there is one.
    public static Drawing profiles(FactorFinding finding, Style style) {
        int species = finding.data().species().size();
        double labels = 14
                + finding.data().species().stream()
                        .mapToDouble(name -> Chart.widthOf(name, style.tick().size()))
                        .max()
                        .orElse(0);
        double width = Math.max(LEAST_WIDTH, LEFT + RIGHT + species * SPECIES_WIDTH);
        double height = TOP + finding.factors() * (FIELD + GAP) - GAP + labels + 10;
        String title = style.say("요인별 성분비", "What the factors consist of");
        return new Drawing(width, height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    for (int k = 0; k < finding.factors(); k++) {
                        profile(finding, k, field(k, width), chart);
                    }
                    speciesLabels(finding, field(finding.factors() - 1, width), chart);
                })
                .under(profileNote(finding, style), LEFT, style);
    }

    private static Chart.Field field(int factor, double width) {
        return new Chart.Field(LEFT, TOP + factor * (FIELD + GAP), width - LEFT - RIGHT, FIELD);
    }

    private static String profileNote(FactorFinding finding, Style style) {
        String whiskers = !finding.hasBootstrap()
                ? ""
                : style.say(" · 가는 선: 붓스트랩 5–95 백분위", " · thin lines: 5th to 95th percentile of the bootstrap");
        boolean anyWeak = false;
        for (boolean weak : finding.data().weak()) {
            anyWeak |= weak;
        }
        String weak = anyWeak ? style.say(" · * 불확도 3배 물질", " · * weak species") : "";
        return style.say("설명된 물질 농도 중 요인의 몫(%)", "share of what is explained of each species, %") + weak + whiskers
                + " · " + quality(finding, style);
    }

    private static String quality(FactorFinding finding, Style style) {
        FactorFinding.Quality quality = finding.quality();
        return "Q %,.0f (%s %,.0f) · ".formatted(quality.qTrue(), style.say("기댓값", "expected"), quality.qExpected())
                + style.say("무작위 시작 %2$d회 중 %1$d회 도달", "reached by %1$d of %2$d starts")
                        .formatted(quality.reached(), quality.starts());
    }

    private static void profile(FactorFinding finding, int factor, Chart.Field field, Chart chart) {
        int species = finding.data().species().size();
        Axis y = new Axis(0, 100, field.bottom(), field.y(), List.of(tick(0), tick(50), tick(100)));
        chart.yAxis(y, field, "");
        named(factor, naming(finding, factor), field, chart);
        double step = field.width() / species;
        for (int j = 0; j < species; j++) {
            double share = 100 * finding.share(factor, j);
            if (share > 0) {
                double top = y.pixel(share);
                chart.canvas()
                        .rectangle(
                                field.x() + (j + 0.14) * step,
                                top,
                                0.72 * step,
                                field.bottom() - top,
                                COLOURS[factor % COLOURS.length]);
            }
            whisker(finding, factor, j, y, field.x() + (j + 0.5) * step, chart);
        }
        baseline(field, chart);
    }

    private static void whisker(FactorFinding finding, int factor, int j, Axis y, double x, Chart chart) {
        double lower = 100 * finding.shareQuantile(factor, j, 0.05);
        double upper = 100 * finding.shareQuantile(factor, j, 0.95);
        if (Double.isFinite(lower) && upper > lower) {
            Stroke stroke = Stroke.of(chart.style().theme().ink(), 1.1);
            chart.canvas().line(x, y.pixel(Math.min(100, lower)), x, y.pixel(Math.min(100, upper)), stroke);
        }
    }

    private static Axis.Tick tick(int percent) {
        return new Axis.Tick(percent, Integer.toString(percent));
    }

    private static void baseline(Chart.Field field, Chart chart) {
        Stroke stroke = Stroke.of(chart.style().theme().muted(), 1);
        chart.canvas().line(field.x(), field.bottom(), field.right(), field.bottom(), stroke);
    }

    private static void named(int factor, String what, Chart.Field field, Chart chart) {
        Style style = chart.style();
        String name = FactorFinding.name(factor);
        chart.canvas().text(name, field.x(), field.y() - 9, style.label().strong());
        chart.canvas().text(what, field.x() + 12 + Chart.widthOf(name, 12), field.y() - 9, style.tick());
    }

    /// The species of which a factor explains most: `Styrene 92 %, …`.
    private static String naming(FactorFinding finding, int factor) {
        List<String> species = finding.data().species();
        return IntStream.range(0, species.size())
                .boxed()
                .filter(j -> finding.share(factor, j) > 0)
                .sorted(Comparator.comparingDouble(j -> -finding.share(factor, j)))
                .limit(NAMING)
                .map(j -> String.format(Locale.ROOT, "%s %.0f %%", species.get(j), 100 * finding.share(factor, j)))
                .collect(Collectors.joining(", "));
    }

    private static void speciesLabels(FactorFinding finding, Chart.Field last, Chart chart) {
        Style style = chart.style();
        double step = last.width() / finding.data().species().size();
        for (int j = 0; j < finding.data().species().size(); j++) {
            String name = finding.data().species().get(j) + (finding.data().weak()[j] ? " *" : "");
            double x = last.x() + (j + 0.5) * step + 4;
            chart.canvas()
                    .text(
                            name,
                            x,
                            last.bottom() + 8,
                            style.tick().at(Anchor.END).turned(-90));
        }
    }

    /// A field for each factor: its contributions in time, 1 being the mean.
    public static Drawing contributions(FactorFinding finding, Style style) {
        int factors = finding.factors();
        double height = TOP + factors * (FIELD + GAP) - 4;
        String title = style.say("요인별 기여의 변화", "When the factors contributed");
        String note = style.say("기여도, 평균 = 1", "contribution, mean = 1") + " · " + quality(finding, style);
        return new Drawing(LEAST_WIDTH, height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    for (int k = 0; k < factors; k++) {
                        contribution(finding, k, field(k, LEAST_WIDTH), chart);
                    }
                })
                .under(note, LEFT, style);
    }

    private static void contribution(FactorFinding finding, int factor, Chart.Field field, Chart chart) {
        int[] order = inTime(finding);
        long[] times =
                Arrays.stream(order).mapToLong(i -> finding.data().timeS()[i]).toArray();
        double[] all = finding.contributions(factor);
        double[] values = Arrays.stream(order).mapToDouble(i -> all[i]).toArray();
        long step = TimeTable.usualStep(Arrays.stream(times).distinct().toArray());
        ZoneId zone = finding.data().zone();
        Axis y = Axis.linear(0, Arrays.stream(values).max().orElse(1), field.bottom(), field.y(), 2);
        Axis x = Axis.time(
                times[0],
                times[times.length - 1] + step,
                field.x(),
                field.right(),
                zone == null ? ZoneOffset.UTC : zone,
                chart.style().language());
        boolean last = factor == finding.factors() - 1;
        chart.xAxis(last ? x : unlabelled(x), field, "");
        chart.yAxis(y, field, "");
        named(factor, naming(finding, factor), field, chart);
        int colour = COLOURS[factor % COLOURS.length];
        if (times.length <= FEW) {
            stems(times, values, x, y, chart.canvas(), Stroke.of(colour, 1.4));
        } else {
            line(times, values, step, x, y, chart.canvas(), Stroke.of(colour, 1));
        }
    }

    private static Axis unlabelled(Axis axis) {
        List<Axis.Tick> ticks =
                axis.ticks().stream().map(tick -> new Axis.Tick(tick.at(), "")).toList();
        return new Axis(axis.from(), axis.to(), axis.start(), axis.end(), ticks);
    }

    private static void stems(long[] times, double[] values, Axis x, Axis y, Canvas canvas, Stroke stroke) {
        for (int i = 0; i < times.length; i++) {
            double at = x.pixel((double) times[i]);
            canvas.line(at, y.pixel(0), at, y.pixel(values[i]), stroke);
        }
    }

    /// A line, broken where samples are far apart.
    private static void line(long[] times, double[] values, long step, Axis x, Axis y, Canvas canvas, Stroke stroke) {
        int from = 0;
        for (int i = 1; i <= times.length; i++) {
            if (i == times.length || times[i] - times[i - 1] > BREAK * step) {
                double[] at = Arrays.stream(times, from, i).asDoubleStream().toArray();
                canvas.polyline(x.pixels(at), y.pixels(Arrays.copyOfRange(values, from, i)), stroke);
                from = i;
            }
        }
    }

    private static int[] inTime(FactorFinding finding) {
        return Arrays.stream(finding.data().rows())
                .boxed()
                .sorted(Comparator.comparingLong(i -> finding.data().timeS()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
