package org.dosi.product.air.plot;

import java.util.List;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.direction.PolarAnalysis;
import org.dosi.analysis.air.direction.PolarCells;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// The polar plot: colour by wind direction and speed, blank where there are no data near.
public final class PolarPlot {
    /// Where the rings' speeds stand: north-west, as in openair.
    private static final double LABELS_DEG = 315;

    /// Blank farther from a used cell than so much of the span, as the surface's own mark.
    private static final double REACH = 0.1;

    /// A side of the picture that stands on a map, pixels.
    private static final double GLYPH = 76;

    private static final CompassPlot<PolarAnalysis.Found> PLOT = new CompassPlot<>(
            150,
            PolarWords::title,
            (alike, each) -> each.say(PolarWords.statistic(alike.getFirst())),
            PolarAnalysis.Found::hours,
            PolarPlot::face,
            PolarPlot::legend,
            PolarPlot::draw);

    private PolarPlot() {}

    public static Drawing draw(PolarAnalysis.Found found, Style style) {
        return PLOT.one(found, style, CompassFace.barRoom(style), PolarWords.note(found, style))
                .under(PolarWords.below(found, style), CompassPlot.EDGE, style);
    }

    /// A face for each group, on one scale.
    public static Drawing draw(GroupedFinding<PolarAnalysis.Found> found, Style style) {
        return CompassGroups.draw(found, style, PLOT);
    }

    private static void face(
            PolarAnalysis.Found found, List<PolarAnalysis.Found> alike, CompassFace face, Chart chart) {
        Style style = chart.style();
        double outer = outermost(alike);
        if (Double.isFinite(found.freedom())) {
            paint(found, outer, face, Range.of(alike), chart.canvas());
        } else {
            chart.canvas()
                    .text(
                            style.say("곡면을 그리기에 자료가 적음", "Too few data for a surface"),
                            face.x(),
                            face.y() - 10,
                            style.label().at(Canvas.Anchor.MIDDLE));
        }
        Axis radial = face.speeds(found.cells().slowestMPerS(), outer);
        face.grid(chart, radial);
        face.ringLabels(chart, radial, LABELS_DEG, "m/s");
    }

    private static void legend(List<PolarAnalysis.Found> alike, CompassFace face, Chart chart) {
        if (alike.stream().anyMatch(found -> Double.isFinite(found.freedom()))) {
            Range range = Range.of(alike);
            face.colourBar(
                    chart, range.ramp(), range.least, range.most, PolarWords.bar(alike.getFirst(), chart.style()));
        }
    }

    /// The surface alone, small and without words, to stand at its station on a map: north is up, colours run from
    /// the plot's own least to its own most.
    public static Drawing glyph(PolarAnalysis.Found found, Style style) {
        double half = GLYPH / 2;
        CompassFace face = new CompassFace(half, half, half - 3);
        return new Drawing(GLYPH, GLYPH, PolarWords.title(found, style), canvas -> {
            canvas.circle(half, half, half - 3, (style.theme().surface() & 0x00ffffff) | 0xc0000000);
            if (Double.isFinite(found.freedom())) {
                List<PolarAnalysis.Found> alone = List.of(found);
                paint(found, outermost(alone), face, Range.of(alone), canvas);
            }
            int line = style.theme().ink();
            canvas.circle(half, half, half - 3, Canvas.Stroke.of(line, 0.8));
            canvas.line(half, 3, half, 9, Canvas.Stroke.of(line, 1.4));
        });
    }

    private static void paint(PolarAnalysis.Found found, double outer, CompassFace face, Range range, Canvas canvas) {
        PolarCells cells = found.cells();
        NearData near = new NearData(cells.u(), cells.v(), outer, REACH * cells.spanMPerS());
        double zoom = cells.spanMPerS() > 0 ? outer / cells.spanMPerS() : 1;
        Ramp ramp = range.ramp();
        face.paint(
                canvas,
                face.radius(),
                (u, v) ->
                        near.isNear(u * outer, v * outer) ? ramp.at(range.share(value(found, u * zoom, v * zoom))) : 0);
    }

    /// The rim lies as far out as anything is coloured.
    private static double outermost(List<PolarAnalysis.Found> alike) {
        return alike.stream()
                .mapToDouble(
                        found -> found.cells().outermost(REACH * found.cells().spanMPerS()))
                .max()
                .orElse(1);
    }

    /// The ends of the colours, over what is not blank.
    private record Range(double least, double most, boolean diverging) {
        static Range of(List<PolarAnalysis.Found> alike) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (PolarAnalysis.Found found : alike) {
                for (int i = 0; i < found.smooth().length; i++) {
                    if (!found.far()[i] && Double.isFinite(found.smooth()[i])) {
                        least = Math.min(least, found.smooth()[i]);
                        most = Math.max(most, found.smooth()[i]);
                    }
                }
            }
            boolean diverging = alike.getFirst().statistic() == PolarAnalysis.Statistic.CORRELATION && least < 0;
            if (diverging) {
                most = Math.max(most, -least);
                least = -most;
            }
            return most > least ? new Range(least, most, diverging) : new Range(least - 0.5, least + 0.5, diverging);
        }

        Ramp ramp() {
            return diverging ? Ramp.VIK : Ramp.INFERNO;
        }

        double share(double value) {
            return (value - least) / (most - least);
        }
    }

    /// The surface between its places, by the four around.
    private static double value(PolarAnalysis.Found found, double u, double v) {
        int size = found.side();
        double column = Math.clamp((u + 1) / 2 * (size - 1), 0, size - 1.000001);
        double row = Math.clamp((v + 1) / 2 * (size - 1), 0, size - 1.000001);
        int west = (int) column;
        int south = (int) row;
        int at = south * size + west;
        double right = column - west;
        double up = row - south;
        double[] values = found.smooth();
        return (1 - up) * ((1 - right) * values[at] + right * values[at + 1])
                + up * ((1 - right) * values[at + size] + right * values[at + size + 1]);
    }
}
