package org.dosi.product.air;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.analysis.air.WindRegressionAnalysis;
import org.dosi.kernel.wind.PolarGrid;
import org.dosi.kernel.wind.WindRegression;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Wind regression as colours by direction and speed, blank where no hour is near.
final class WindRegressionPlot {
    private static final double KEEP_RIGHT = 150;
    private static final double LABELS_DEG = 315;

    /// Blank farther from a cell that holds an hour than so much of the span.
    private static final double REACH = 0.1;

    private WindRegressionPlot() {}

    static Drawing draw(WindRegressionAnalysis.Found found, Style style) {
        CompassFace face = CompassFace.in(style, KEEP_RIGHT);
        String title = style.say(found.column().name()) + " · " + style.say(found.place());
        return new Drawing(face.width(style, KEEP_RIGHT), face.height(30), title, canvas -> {
            Chart chart = new Chart(canvas, style);
            WindRegression regression = found.regression();
            int hours = Arrays.stream(regression.hours()).sum();
            chart.head(
                    title,
                    style.say("비모수 바람 회귀, %,d시간", "non-parametric wind regression, %,d hours")
                            .formatted(hours),
                    24,
                    28);
            PolarGrid grid = regression.grid();
            double[] shown = IntStream.range(0, grid.cells())
                    .filter(c -> regression.hours()[c] > 0)
                    .mapToDouble(i -> regression.values()[i])
                    .filter(Double::isFinite)
                    .toArray();
            double least = Arrays.stream(shown).min().orElse(0);
            double most = Math.max(Arrays.stream(shown).max().orElse(1), least + 1e-9);
            int[] held = IntStream.range(0, grid.cells())
                    .filter(c -> regression.hours()[c] > 0)
                    .toArray();
            double reach = REACH * grid.spanMPerS();
            double outer = Math.min(
                    grid.spanMPerS(),
                    Arrays.stream(held).mapToDouble(grid::radiusMPerS).max().orElse(1) + reach);
            double slowest = grid.leastSpeedMPerS();
            Axis radial = new Axis(
                    slowest,
                    slowest + outer,
                    0,
                    face.radius(),
                    Axis.exact(slowest, slowest + Math.max(outer, 1e-9), 0, 1, 4)
                            .ticks());
            NearData near = new NearData(
                    Arrays.stream(held).mapToDouble(grid::u).toArray(),
                    Arrays.stream(held).mapToDouble(grid::v).toArray(),
                    Math.max(outer, 1e-9),
                    reach);
            double zoom = outer / grid.spanMPerS();
            face.paint(
                    canvas,
                    face.radius(),
                    (u, v) -> near.isNear(u * outer, v * outer)
                            ? Ramp.INFERNO.at((value(regression, u * zoom, v * zoom) - least) / (most - least))
                            : 0);
            face.colourBar(chart, Ramp.INFERNO, least, most, AirWords.withUnit(found.column(), style));
            face.grid(chart, radial);
            face.ringLabels(chart, radial, LABELS_DEG, "m/s");
            var used = found.provenance().parameters();
            canvas.text(
                    style.say(
                                    "가우스 커널: 풍속 %s m/s, 풍향 %s° (원형)",
                                    "Gaussian kernels: %s m/s in speed, %s° in direction, around the whole circle")
                            .formatted(used.get("speed-sigma"), used.get("direction-sigma")),
                    24,
                    face.height(30) - 14,
                    style.note());
        });
    }

    /// Between the places, by the four around.
    private static double value(WindRegression regression, double u, double v) {
        int directions = regression.grid().directions();
        int speeds = regression.grid().speeds();
        double ring = Math.min(Math.hypot(u, v) * (speeds - 1), speeds - 1.000001);
        double turn = Math.toDegrees(Math.atan2(u, v)) * directions / 360 - 1;
        int left = (int) Math.floor(turn);
        double across = turn - left;
        double out = ring - (int) ring;
        int a = Math.floorMod(left, directions);
        int b = (a + 1) % directions;
        int inner = (int) ring * directions;
        int outer = inner + directions;
        double[] values = regression.values();
        return (1 - out) * ((1 - across) * values[inner + a] + across * values[inner + b])
                + out * ((1 - across) * values[outer + a] + across * values[outer + b]);
    }
}
