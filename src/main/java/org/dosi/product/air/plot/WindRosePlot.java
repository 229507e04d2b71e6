package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.direction.WindRoseAnalysis;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Wind and pollution roses: paddles whose length is how often, in the colours of the classes.
public final class WindRosePlot {
    private static final double LABELS_DEG = 22;

    /// A paddle is so much of its sector wide.
    private static final double PADDLE = 0.82;

    private static final CompassPlot<WindRoseAnalysis.Found> PLOT = new CompassPlot<>(
            190,
            WindRosePlot::title,
            (alike, each) -> alike.getFirst().sharesHours()
                    ? each.say("묶음 안에서 시간의 비율(%)", "share of the group's hours, %")
                    : each.say("묶음 평균에 대한 기여(%)", "contribution to the group's mean, %"),
            WindRoseAnalysis.Found::hours,
            WindRosePlot::face,
            (alike, face, chart) -> legend(alike, chart.style()).draw(chart, face),
            WindRosePlot::draw);

    private WindRosePlot() {}

    public static Drawing draw(WindRoseAnalysis.Found found, Style style) {
        return PLOT.one(found, style, legend(List.of(found), style).room(style), "")
                .under(below(found, style), CompassPlot.EDGE, style);
    }

    /// A face for each group, on one scale.
    public static Drawing draw(GroupedFinding<WindRoseAnalysis.Found> found, Style style) {
        return CompassGroups.draw(found, style, PLOT);
    }

    private static String title(WindRoseAnalysis.Found found, Style style) {
        boolean wind = found.kind() == WindRoseAnalysis.Rose.WIND;
        String what =
                wind ? style.say("바람장미", "Wind rose") : style.say(found.column().name());
        return what + " · " + style.say(found.place());
    }

    private static void face(
            WindRoseAnalysis.Found found, List<WindRoseAnalysis.Found> alike, CompassFace face, Chart chart) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        double most = alike.stream()
                .flatMap(each -> Arrays.stream(each.percent()))
                .mapToDouble(row -> Arrays.stream(row).sum())
                .max()
                .orElse(1);
        double hole = face.radius() * 0.06;
        Axis round = face.radial(Math.max(most, 1e-9) * 1.03);
        Axis radial = new Axis(0, round.to(), hole, face.radius(), round.ticks());
        face.grid(chart, radial);
        double half = 180.0 / found.percent().length * PADDLE;
        for (int s = 0; s < found.percent().length; s++) {
            double middle = found.windFromDeg(s);
            double sum = 0;
            for (int j = 0; j < found.edges().length; j++) {
                double inner = radial.pixel(sum);
                sum += found.percent()[s][j];
                if (found.percent()[s][j] > 0) {
                    face.wedge(canvas, middle - half, middle + half, inner, radial.pixel(sum), colour(j, found, style));
                }
            }
            face.arc(
                    canvas,
                    middle - half,
                    middle + half,
                    radial.pixel(sum),
                    Stroke.of(style.theme().muted(), 0.6));
        }
        face.ringLabels(chart, radial, LABELS_DEG, "%");
    }

    /// The slowest class is darkest, but not so dark that it is lost on a dark page.
    private static int colour(int part, WindRoseAnalysis.Found found, Style style) {
        int classes = found.edges().length;
        double first = style.theme() == Style.Theme.DARK ? 0.2 : 0.06;
        return Ramp.CIVIDIS.at(classes == 1 ? 0.4 : first + (1 - first) * part / (classes - 1));
    }

    private static FaceLegend legend(List<WindRoseAnalysis.Found> alike, Style style) {
        WindRoseAnalysis.Found found = alike.getFirst();
        List<Chart.Entry> entries = new ArrayList<>();
        // The largest on top, as the paddles have it outside.
        for (int j = found.edges().length - 1; j >= 0; j--) {
            entries.add(new Chart.Entry(label(found, j), colour(j, found, style), 0));
        }
        String unit = AirWords.unit(found.column().unit(), style);
        List<String> facts = new ArrayList<>();
        facts.add((style.say("평균 ", "mean ")
                        + Figures.of(found.mean(), found.column().unit()) + " " + unit)
                .strip());
        facts.add(style.say("정온 ", "calm ") + Figures.percent(found.calmPercent() / 100, 1));
        if (found.unknownPercent() > 0) {
            facts.add(style.say("풍향 결측 ", "no direction ") + Figures.percent(found.unknownPercent() / 100, 1));
        }
        // Means and calms are each group's own.
        return new FaceLegend(AirWords.withUnit(found.column(), style), entries, alike.size() > 1 ? List.of() : facts);
    }

    private static String label(WindRoseAnalysis.Found found, int j) {
        String from = Figures.rounded(found.edges()[j]);
        return j + 1 < found.edges().length ? from + " – " + Figures.rounded(found.edges()[j + 1]) : "> " + from;
    }

    private static String below(WindRoseAnalysis.Found found, Style style) {
        String share = found.sharesHours()
                ? style.say("시간의 비율(%)", "share of hours, %")
                : style.say("평균에 대한 기여(%)", "contribution to the mean, %");
        return share + " · "
                + style.say("풍향별, %,d시간", "by wind direction, %,d hours").formatted(found.hours())
                + (found.corrected() ? style.say(" · 풍향 기록 간격 보정", " · corrected for the steps of directions") : "");
    }
}
