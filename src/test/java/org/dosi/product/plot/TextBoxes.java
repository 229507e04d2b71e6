package org.dosi.product.plot;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Measures where the words of a drawing stand: which of them touch one another, and which are cut off.
public final class TextBoxes implements Canvas {
    /// Letters reach this share of their size above and below the line they stand on.
    private static final double ASCENT = 0.74;

    private static final double DESCENT = 0.16;

    /// Boxes may share this much: letters seldom fill theirs, and widths are estimates.
    private static final double TOLERANCE = 1.5;

    private record Box(String text, Rectangle2D around, double size) {}

    private final List<Box> boxes = new ArrayList<>();
    private final Deque<Rectangle2D> clips = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();
    private final double width;
    private final double height;
    private double smallest = Double.POSITIVE_INFINITY;

    private TextBoxes(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /// What is wrong with the words of a drawing; empty if nothing is.
    public static List<String> faults(Drawing drawing, double leastSize) {
        TextBoxes boxes = new TextBoxes(drawing.width(), drawing.height());
        drawing.content().accept(boxes);
        boxes.compare();
        if (boxes.smallest < leastSize) {
            boxes.faults.add("a text of %.1f pixels".formatted(boxes.smallest));
        }
        return boxes.faults;
    }

    private void compare() {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                Rectangle2D shared = boxes.get(i).around.createIntersection(boxes.get(j).around);
                boolean halo = boxes.get(i).text.equals(boxes.get(j).text);
                if (!halo && shared.getWidth() > TOLERANCE && shared.getHeight() > TOLERANCE) {
                    faults.add(String.format(
                            Locale.ROOT,
                            "'%s' and '%s' share %.0f x %.0f pixels at %.0f, %.0f",
                            boxes.get(i).text,
                            boxes.get(j).text,
                            shared.getWidth(),
                            shared.getHeight(),
                            shared.getX(),
                            shared.getY()));
                }
            }
        }
    }

    @Override
    public void text(String text, double x, double y, Font font) {
        if (text.isBlank()) {
            return;
        }
        double wide = Chart.widthOf(text, font.size());
        double left = switch (font.anchor()) {
            case START -> 0;
            case MIDDLE -> -wide / 2;
            case END -> -wide;
        };
        Path2D shape = new Path2D.Double(
                new Rectangle2D.Double(left, -ASCENT * font.size(), wide, (ASCENT + DESCENT) * font.size()));
        shape.transform(java.awt.geom.AffineTransform.getRotateInstance(Math.toRadians(font.turnDeg())));
        shape.transform(java.awt.geom.AffineTransform.getTranslateInstance(x, y));
        Rectangle2D box = new Area(shape).getBounds2D();
        smallest = Math.min(smallest, font.size());
        Rectangle2D page =
                new Rectangle2D.Double(-TOLERANCE, -TOLERANCE, width + 2 * TOLERANCE, height + 2 * TOLERANCE);
        Rectangle2D clip = clips.isEmpty() ? page : clips.peek();
        if (!page.contains(box) || !clip.contains(box)) {
            faults.add(String.format(
                    Locale.ROOT,
                    "'%s' is cut off: %.0f to %.0f, %.0f to %.0f of %.0f x %.0f",
                    text,
                    box.getMinX(),
                    box.getMaxX(),
                    box.getMinY(),
                    box.getMaxY(),
                    width,
                    height));
        }
        boxes.add(new Box(text, box, font.size()));
    }

    @Override
    public void clip(double x, double y, double wide, double high) {
        clips.push(new Rectangle2D.Double(x, y, wide, high));
    }

    @Override
    public void endClip() {
        clips.pop();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        // Not a word.
    }

    @Override
    public void polyline(double[] x, double[] y, Stroke stroke) {
        // Not a word.
    }

    @Override
    public void polygon(double[] x, double[] y, int fill) {
        // Not a word.
    }

    @Override
    public void polygon(double[] x, double[] y, int fill, Stroke edge) {
        // Not a word.
    }

    @Override
    public void rings(List<double[]> xs, List<double[]> ys, int fill) {
        // Not a word.
    }

    @Override
    public void rectangle(double x, double y, double wide, double high, int fill) {
        // Not a word.
    }

    @Override
    public void circle(double x, double y, double radius, int fill) {
        // Not a word.
    }

    @Override
    public void circle(double x, double y, double radius, Stroke edge) {
        // Not a word.
    }

    @Override
    public void image(BufferedImage image, double x, double y, double wide, double high, boolean smooth) {
        // Not a word.
    }
}
