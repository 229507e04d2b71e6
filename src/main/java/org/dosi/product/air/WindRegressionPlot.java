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
            int hours = Arrays.stream(found.regression().hours()).sum();
            String below = style.say("비모수 바람 회귀, %,d시간", "non-parametric wind regression, %,d hours");
            chart.head(title, below.formatted(hours), 24, 28);
            paint(found, chart, face);
            var used = found.provenance().parameters();
            String note = style.say(
                    "가우스 커널: 풍속 %s m/s, 풍향 %s° (원형)",
                    "Gaussian kernels: %s m/s in speed, %s° in direction, around the whole circle");
            canvas.text(
                    note.formatted(used.get("speed-sigma"), used.get("direction-sigma")),
                    24,
                    face.height(30) - 14,
                    style.note());
        });
    }

    private static void paint(WindRegressionAnalysis.Found found, Chart chart, CompassFace face) {
        WindRegression regression = found.regression();
        PolarGrid grid = regression.grid();
        int[] held = IntStream.range(0, grid.cells())
                .filter(c -> regression.hours()[c] > 0)
                .toArray();
        double[] shown = Arrays.stream(held)
                .mapToDouble(c -> regression.values()[c])
                .filter(Double::isFinite)
                .toArray();
        double least = Arrays.stream(shown).min().orElse(0);
        double most = Math.max(Arrays.stream(shown).max().orElse(1), least + 1e-9);
        double reach = REACH * grid.spanMPerS();
        double farthest =
                Arrays.stream(held).mapToDouble(grid::radiusMPerS).max().orElse(1);
        double outer = Math.max(1e-9, Math.min(grid.spanMPerS(), farthest + reach));
        NearData near = new NearData(
                Arrays.stream(held).mapToDouble(grid::u).toArray(),
                Arrays.stream(held).mapToDouble(grid::v).toArray(),
                outer,
                reach);
        double zoom = grid.spanMPerS() > 0 ? outer / grid.spanMPerS() : 1;
        face.paint(
                chart.canvas(),
                face.radius(),
                (u, v) -> near.isNear(u * outer, v * outer)
                        ? Ramp.INFERNO.at((value(regression, u * zoom, v * zoom) - least) / (most - least))
                        : 0);
        face.colourBar(chart, Ramp.INFERNO, least, most, AirWords.withUnit(found.column(), chart.style()));
        Axis radial = face.speeds(grid.leastSpeedMPerS(), outer);
        face.grid(chart, radial);
        face.ringLabels(chart, radial, LABELS_DEG, "m/s");
    }

    /// Between the places, by the four around.
    private static double value(WindRegression regression, double u, double v) {
        int directions = regression.grid().directions();
        int speeds = regression.grid().speeds();
        double ring = Math.min(Math.hypot(u, v) * (speeds - 1), speeds - 1.000001);
        double turn = Math.toDegrees(Math.atan2(u, v)) * directions / 360 - 1;
        int left = (int) Math.floor(turn);
        double across = turn - left;
        int within = (int) ring;
        double out = ring - within;
        int a = Math.floorMod(left, directions);
        int b = (a + 1) % directions;
        int inner = within * directions;
        int outer = inner + directions;
        double[] values = regression.values();
        return (1 - out) * ((1 - across) * values[inner + a] + across * values[inner + b])
                + out * ((1 - across) * values[outer + a] + across * values[outer + b]);
    }
}
