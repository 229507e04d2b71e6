package org.dosi.product.traffic.plot;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.dosi.analysis.traffic.environment.LinkMap;
import org.dosi.analysis.traffic.environment.MappedFinding;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;
import org.dosi.product.text.Units;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// The links of a city, each in the colour of its value; what cannot be told is grey.
public final class LinkMapPlot {
    private static final double SIDE = 24;
    private static final double TOP = 62;
    private static final double BOTTOM = 66;
    private static final double BAR = 10;

    private LinkMapPlot() {}

    public static Drawing draw(MappedFinding finding, Style style) {
        LinkMap map = finding.map();
        Envelope box = new Envelope();
        map.links().forEach(link -> {
            Geometry geometry = link.geometry();
            if (geometry != null) {
                box.expandToInclude(geometry.getEnvelopeInternal());
            }
        });
        // A degree of longitude is shorter than one of latitude.
        double narrow = Math.cos(Math.toRadians(box.centre().y));
        double scale = (style.width() - 2 * SIDE) / (box.getWidth() * narrow);
        double height = box.getHeight() * scale;
        double most = map.fullColour();
        return new Drawing(style.width(), TOP + height + BOTTOM, style.say(map.title()), canvas -> {
            canvas.text(style.say(map.title()), SIDE, 30, style.title());
            int[] order = IntStream.range(0, map.value().length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> Double.isNaN(map.value()[i]) ? -1 : map.value()[i]))
                    .mapToInt(i -> i)
                    .toArray();
            for (int i : order) {
                Geometry geometry = map.links().get(i).geometry();
                if (geometry != null) {
                    double share = Math.min(1, map.value()[i] / most);
                    line(canvas, geometry, box, narrow * scale, scale, stroke(share, style));
                }
            }
            bar(canvas, map, most, TOP + height + 26, style);
        });
    }

    private static Stroke stroke(double share, Style style) {
        return Double.isNaN(share)
                ? Stroke.of(style.theme().grid(), 1)
                : Stroke.of(colour(share, style), 0.8 + 2.2 * share);
    }

    private static void line(
            Canvas canvas, Geometry geometry, Envelope box, double eastScale, double northScale, Stroke stroke) {
        Coordinate[] vertices = geometry.getCoordinates();
        double[] x = new double[vertices.length];
        double[] y = new double[vertices.length];
        for (int v = 0; v < vertices.length; v++) {
            x[v] = SIDE + (vertices[v].x - box.getMinX()) * eastScale;
            y[v] = TOP + (box.getMaxY() - vertices[v].y) * northScale;
        }
        canvas.polyline(x, y, stroke);
    }

    /// Little lies near the surface's own lightness, much far from it.
    private static int colour(double share, Style style) {
        return Ramp.CIVIDIS.at(style.theme() == Style.Theme.LIGHT ? 1 - share : share);
    }

    private static void bar(Canvas canvas, LinkMap map, double most, double y, Style style) {
        double width = style.width() / 3;
        Axis axis = Axis.exact(0, most, SIDE, SIDE + width, 4);
        int steps = 64;
        for (int i = 0; i < steps; i++) {
            double more = i + 1 < steps ? 0.5 : 0;
            canvas.rectangle(SIDE + i * width / steps, y, width / steps + more, BAR, colour((i + 0.5) / steps, style));
        }
        for (Axis.Tick tick : axis.ticks()) {
            canvas.text(
                    tick.label(),
                    axis.pixel(tick.at()),
                    y + BAR + 16,
                    style.tick().at(Canvas.Anchor.MIDDLE));
        }
        canvas.text(style.say(Units.label(map.unit())), SIDE, y - 6, style.tick());
    }
}
