package org.dosi.product.air.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Outline;
import org.dosi.analysis.air.state.SurfaceAnalysis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;

/// Where the places of a surface lie in the field of a plot.
record SurfaceMap(SurfaceAnalysis.Grid grid, Chart.Field field) {
    /// Of what is written on colours: dark on a pale halo, in the dark theme too.
    static final int DARK = 0xff15191c;

    private static final int HALO = 0xb8ffffff;

    private static final int BORDER = 0xa0ffffff;

    double x(Network.Station station) {
        return xOf(station.lon());
    }

    double y(Network.Station station) {
        return yOf(station.lat());
    }

    private double xOf(double lon) {
        return field.x() + (lon - grid.west()) / grid.stepLon() / grid.columns() * field.width();
    }

    private double yOf(double lat) {
        return field.bottom() - (lat - grid.south()) / grid.stepLat() / grid.rows() * field.height();
    }

    /// The districts, light on the colours of a surface.
    void borders(Outline outline, Canvas canvas) {
        MapGround.borders(outline, this::xOf, this::yOf, Canvas.Stroke.of(BORDER, 1), canvas);
    }

    void scaleBar(Chart chart) {
        MapGround.scaleBar(grid.cellM() * grid.columns() / field.width(), field, DARK, HALO, chart);
    }

    /// Of a point between the middles of cells, in cells from the west.
    double x(double column) {
        return field.x() + (column + 0.5) * field.width() / grid.columns();
    }

    /// In cells from the south.
    double y(double row) {
        return field.bottom() - (row + 0.5) * field.height() / grid.rows();
    }

    /// Names beside the stations' circles, on the side that is free; none where neither is.
    void names(List<Network.Station> stations, double radius, Chart chart) {
        List<Rectangle2D> taken = new ArrayList<>();
        for (Network.Station station : stations) {
            taken.add(new Rectangle2D.Double(x(station) - radius, y(station) - radius, 2 * radius, 2 * radius));
        }
        taken.add(MapGround.corner(field));
        Rectangle2D page = new Rectangle2D.Double(field.x(), field.y(), field.width(), field.height());
        Canvas.Font font = Canvas.Font.of(10, DARK);
        for (Network.Station station : stations) {
            double x = x(station);
            double y = y(station);
            double away = radius + 2;
            String label = chart.style().say(station.name());
            double width = Chart.widthOf(label, font.size());
            for (boolean left : new boolean[] {false, true}) {
                Rectangle2D box = new Rectangle2D.Double(left ? x - away - width : x + away, y - 6, width, 13);
                if (page.contains(box) && taken.stream().noneMatch(box::intersects)) {
                    haloed(label, left ? x - away : x + away, y + 3.5, left ? font.at(Canvas.Anchor.END) : font, chart);
                    taken.add(box);
                    break;
                }
            }
        }
    }

    /// A text that is read on any colour.
    static void haloed(String text, double x, double y, Canvas.Font font, Chart chart) {
        Canvas.Font halo = new Canvas.Font(font.size(), font.bold(), HALO, font.anchor(), font.turnDeg());
        for (int side = 0; side < 4; side++) {
            chart.canvas().text(text, x + (side % 2 == 0 ? -1 : 1), y + (side < 2 ? -1 : 1), halo);
        }
        chart.canvas().text(text, x, y, font);
    }
}
