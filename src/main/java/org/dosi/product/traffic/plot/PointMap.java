package org.dosi.product.traffic.plot;

import java.util.List;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Style;

/// Detectors where they stand, north up, true to scale about their middle latitude.
///
/// @param x pixels, by detector; NaN without a place
/// @param y the same
record PointMap(Chart.Field field, double[] x, double[] y) {
    private static final double MARGIN = 8;

    static PointMap of(List<Detectors.Detector> detectors, Chart.Field field) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (Detectors.Detector detector : detectors) {
            if (detector.hasPlace()) {
                west = Math.min(west, detector.lon());
                east = Math.max(east, detector.lon());
                south = Math.min(south, detector.lat());
                north = Math.max(north, detector.lat());
            }
        }
        double narrow = Math.cos(Math.toRadians((south + north) / 2));
        double scale = Math.min(
                (field.width() - 2 * MARGIN) / Math.max(1e-6, (east - west) * narrow),
                (field.height() - 2 * MARGIN) / Math.max(1e-6, north - south));
        double[] x = new double[detectors.size()];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            Detectors.Detector detector = detectors.get(i);
            x[i] = field.x() + field.width() / 2 + (detector.lon() - (west + east) / 2) * narrow * scale;
            y[i] = field.y() + field.height() / 2 - (detector.lat() - (south + north) / 2) * scale;
        }
        return new PointMap(field, x, y);
    }

    private boolean isEmpty() {
        for (double one : x) {
            if (Double.isFinite(one)) {
                return false;
            }
        }
        return true;
    }

    /// A thin edge; where no place is known, these words.
    void frame(Chart chart) {
        Style style = chart.style();
        Stroke edge = Stroke.of(style.theme().grid(), 0.75);
        chart.canvas().line(field.x(), field.y(), field.right(), field.y(), edge);
        chart.canvas().line(field.x(), field.bottom(), field.right(), field.bottom(), edge);
        chart.canvas().line(field.x(), field.y(), field.x(), field.bottom(), edge);
        chart.canvas().line(field.right(), field.y(), field.right(), field.bottom(), edge);
        if (isEmpty()) {
            chart.canvas()
                    .text(
                            style.say("위치를 모름", "places not known"),
                            field.x() + field.width() / 2,
                            field.y() + field.height() / 2,
                            style.note().at(Anchor.MIDDLE));
        }
    }

    void circle(int detector, double radius, int colour, Chart chart) {
        if (Double.isFinite(x[detector]) && Double.isFinite(y[detector])) {
            chart.canvas().circle(x[detector], y[detector], radius, colour);
        }
    }
}
