package org.dosi.product.air.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.direction.PolarCells;
import org.dosi.analysis.air.direction.WindRegressionAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Wind regression as colours by direction and speed, blank where no hour is near.
public final class WindRegressionPlot {
    private static final double LABELS_DEG = 315;

    /// Blank farther from a cell that holds an hour than so much of the span.
    private static final double REACH = 0.1;

    private static final CompassPlot<WindRegressionAnalysis.Found> PLOT = new CompassPlot<>(
            150,
            (first, each) -> each.say(first.column().name()) + " · " + each.say(first.place()),
            (_, each) -> each.say("비모수 바람 회귀", "non-parametric wind regression"),
            WindRegressionAnalysis.Found::hours,
            WindRegressionPlot::face,
            WindRegressionPlot::legend,
            WindRegressionPlot::draw);

    private WindRegressionPlot() {}

    public static Drawing draw(WindRegressionAnalysis.Found found, Style style) {
        return PLOT.one(found, style, CompassFace.barRoom(style), note(found, style))
                .under(
                        style.say("비모수 바람 회귀, %,d시간", "non-parametric wind regression, %,d hours")
                                        .formatted(found.hours())
                                + PolarWords.steps(found.directionStepDeg(), style),
                        CompassPlot.EDGE,
                        style);
    }

    /// A face for each group, on one scale.
    public static Drawing draw(GroupedFinding<WindRegressionAnalysis.Found> found, Style style) {
        return CompassGroups.draw(found, style, PLOT);
    }

    private static String note(WindRegressionAnalysis.Found found, Style style) {
        Map<String, String> used = found.provenance().parameters();
        return style.say(
                        "가우스 커널: 풍속 %s m/s, 풍향 %s°(원형)",
                        "Gaussian kernels: %s m/s in speed, %s° in direction, around the whole circle")
                .formatted(used.get("speed-sigma"), used.get("direction-sigma"));
    }

    private static DoubleStream shown(List<WindRegressionAnalysis.Found> alike) {
        return alike.stream().flatMapToDouble(found -> Arrays.stream(found.shown()));
    }

    private static double least(List<WindRegressionAnalysis.Found> alike) {
        return CompassFace.range(shown(alike).toArray())[0];
    }

    private static double most(List<WindRegressionAnalysis.Found> alike) {
        return CompassFace.range(shown(alike).toArray())[1];
    }

    private static void legend(List<WindRegressionAnalysis.Found> alike, CompassFace face, Chart chart) {
        String label = AirWords.withUnit(alike.getFirst().column(), chart.style());
        face.colourBar(chart, Ramp.INFERNO, least(alike), most(alike), label);
    }

    private static void face(
            WindRegressionAnalysis.Found found,
            List<WindRegressionAnalysis.Found> alike,
            CompassFace face,
            Chart chart) {
        PolarCells cells = found.cells();
        double least = least(alike);
        double most = most(alike);
        double reach = REACH * cells.spanMPerS();
        double outer = alike.stream()
                .mapToDouble(each -> each.cells().outermost(REACH * each.cells().spanMPerS()))
                .max()
                .orElse(1);
        NearData near = new NearData(cells.u(), cells.v(), outer, reach);
        double zoom = cells.spanMPerS() > 0 ? outer / cells.spanMPerS() : 1;
        face.paint(
                chart.canvas(),
                face.radius(),
                (u, v) -> near.isNear(u * outer, v * outer)
                        ? Ramp.INFERNO.at((found.valueAt(u * zoom, v * zoom) - least) / (most - least))
                        : 0);
        Axis radial = face.speeds(cells.slowestMPerS(), outer);
        face.grid(chart, radial);
        face.ringLabels(chart, radial, LABELS_DEG, "m/s");
    }
}
