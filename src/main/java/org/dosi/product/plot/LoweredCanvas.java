package org.dosi.product.plot;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/// Draws on another canvas, so much lower: what stands under a head that takes more lines than usual.
record LoweredCanvas(Canvas canvas, double by) implements Canvas {

    private double[] lowered(double[] y) {
        return Arrays.stream(y).map(each -> each + by).toArray();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        canvas.line(x1, y1 + by, x2, y2 + by, stroke);
    }

    @Override
    public void polyline(double[] x, double[] y, Stroke stroke) {
        canvas.polyline(x, lowered(y), stroke);
    }

    @Override
    public void polygon(double[] x, double[] y, int fill) {
        canvas.polygon(x, lowered(y), fill);
    }

    @Override
    public void polygon(double[] x, double[] y, int fill, Stroke edge) {
        canvas.polygon(x, lowered(y), fill, edge);
    }

    @Override
    public void rings(List<double[]> xs, List<double[]> ys, int fill) {
        canvas.rings(xs, ys.stream().map(this::lowered).toList(), fill);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, int fill) {
        canvas.rectangle(x, y + by, width, height, fill);
    }

    @Override
    public void circle(double x, double y, double radius, int fill) {
        canvas.circle(x, y + by, radius, fill);
    }

    @Override
    public void circle(double x, double y, double radius, Stroke edge) {
        canvas.circle(x, y + by, radius, edge);
    }

    @Override
    public void text(String text, double x, double y, Font font) {
        canvas.text(text, x, y + by, font);
    }

    @Override
    public void image(BufferedImage image, double x, double y, double width, double height, boolean smooth) {
        canvas.image(image, x, y + by, width, height, smooth);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        canvas.clip(x, y + by, width, height);
    }

    @Override
    public void endClip() {
        canvas.endClip();
    }
}
