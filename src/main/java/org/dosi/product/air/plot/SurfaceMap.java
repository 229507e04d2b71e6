package org.dosi.product.air.plot;

import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.state.SurfaceAnalysis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;

/// Where the places of a surface lie in the field of a plot.
record SurfaceMap(SurfaceAnalysis.Grid grid, Chart.Field field) {
    /// Of what is written on colours: dark on a pale halo, in the dark theme too.
    static final int DARK = 0xff15191c;

    private static final int HALO = 0xb8ffffff;

    double x(Network.Station station) {
        return field.x() + (station.lon() - grid.west()) / grid.stepLon() / grid.columns() * field.width();
    }

    double y(Network.Station station) {
        return field.bottom() - (station.lat() - grid.south()) / grid.stepLat() / grid.rows() * field.height();
    }

    /// Of a point between the middles of cells, in cells from the west.
    double x(double column) {
        return field.x() + (column + 0.5) * field.width() / grid.columns();
    }

    /// In cells from the south.
    double y(double row) {
        return field.bottom() - (row + 0.5) * field.height() / grid.rows();
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
