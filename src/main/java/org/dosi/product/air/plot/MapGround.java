package org.dosi.product.air.plot;

import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import org.dosi.analysis.air.Outline;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.locationtech.jts.geom.Coordinate;

/// What every map of a city has beside its data: the borders of the districts, and how long a kilometre is.
final class MapGround {
    /// The bar is at most so much of the map's width.
    private static final double MOST_OF_WIDTH = 0.3;

    private static final double[] STEPS = {5, 2, 1};

    private MapGround() {}

    /// The districts' borders; a caller clips them to its map.
    ///
    /// @param x from a longitude to a pixel
    /// @param y from a latitude to a pixel
    static void borders(
            Outline outline, DoubleUnaryOperator x, DoubleUnaryOperator y, Canvas.Stroke stroke, Canvas canvas) {
        for (Coordinate[] line : outline.lines()) {
            double[] across = new double[line.length];
            double[] down = new double[line.length];
            for (int i = 0; i < line.length; i++) {
                across[i] = x.applyAsDouble(line[i].x);
                down[i] = y.applyAsDouble(line[i].y);
            }
            canvas.polyline(across, down, stroke);
        }
    }

    /// A bar of 1, 2 or 5 times a power of ten kilometres in the lower right corner, on a pale ground that is read on
    /// any colour.
    static void scaleBar(double metresPerPixel, Chart.Field map, int ink, int ground, Chart chart) {
        double lengthM = length(MOST_OF_WIDTH * map.width() * metresPerPixel);
        double width = lengthM / metresPerPixel;
        double right = map.right() - 10;
        double y = map.bottom() - 9;
        chart.canvas().rectangle(right - width - 6, y - 17, width + 12, 22, ground);
        Canvas.Stroke stroke = Canvas.Stroke.of(ink, 1.4);
        chart.canvas().line(right - width, y, right, y, stroke);
        chart.canvas().line(right - width, y - 3, right - width, y, stroke);
        chart.canvas().line(right, y - 3, right, y, stroke);
        String label = lengthM < 1000 ? Math.round(lengthM) + " m" : Math.round(lengthM / 1000) + " km";
        chart.canvas()
                .text(label, right - width / 2, y - 5, Canvas.Font.of(10, ink).at(Canvas.Anchor.MIDDLE));
    }

    /// Where the bar lies: no name should.
    static Rectangle2D corner(Chart.Field map) {
        double width = MOST_OF_WIDTH * map.width() + 20;
        return new Rectangle2D.Double(map.right() - width, map.bottom() - 28, width, 28);
    }

    private static double length(double mostM) {
        double power = Math.pow(10, Math.floor(Math.log10(mostM)));
        for (double step : STEPS) {
            if (step * power <= mostM) {
                return step * power;
            }
        }
        return power;
    }
}
