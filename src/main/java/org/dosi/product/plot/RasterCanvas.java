package org.dosi.product.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Draws pixels, for PNG. Text comes in the first font of [#FAMILIES] that the machine has, otherwise in its own
/// sans-serif, which must have Korean letters for Korean; letters that the font lacks come as [Letters] has them.
public final class RasterCanvas implements Canvas {
    /// As in SVG, so that letters are as wide in both.
    private static final List<String> FAMILIES =
            List.of("Pretendard", "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic");

    private static volatile @Nullable String family;

    private final Graphics2D graphics;
    private final Deque<Shape> clips = new ArrayDeque<>();

    private RasterCanvas(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /// @param scale pixels of the image to a pixel of the page: 2 for fine screens and for print
    public static void writePng(Drawing drawing, int background, double scale, OutputStream out) throws IOException {
        System.setProperty("java.awt.headless", "true");
        int width = (int) Math.ceil(drawing.width() * scale);
        int height = (int) Math.ceil(drawing.height() * scale);
        boolean opaque = background >>> 24 == 255;
        BufferedImage image =
                new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(scale, scale);
            if (background >>> 24 != 0) {
                graphics.setColor(new Color(background, true));
                graphics.fill(new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
            }
            drawing.content().accept(new RasterCanvas(graphics));
        } finally {
            graphics.dispose();
        }
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java cannot write PNG");
        }
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        draw(new Line2D.Double(x1, y1, x2, y2), stroke);
    }

    @Override
    public void polyline(double[] x, double[] y, Stroke stroke) {
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (int i = 0; i < x.length; i++) {
            boolean there = Double.isFinite(x[i]) && Double.isFinite(y[i]);
            if (there && open) {
                path.lineTo(x[i], y[i]);
            } else if (there) {
                path.moveTo(x[i], y[i]);
            }
            open = there;
        }
        draw(path, stroke);
    }

    @Override
    public void polygon(double[] x, double[] y, int fill) {
        fill(ring(x, y, null), fill);
    }

    @Override
    public void polygon(double[] x, double[] y, int fill, Stroke edge) {
        Path2D ring = ring(x, y, null);
        fill(ring, fill);
        draw(ring, edge);
    }

    @Override
    public void rings(List<double[]> xs, List<double[]> ys, int fill) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int i = 0; i < xs.size(); i++) {
            ring(xs.get(i), ys.get(i), path);
        }
        fill(path, fill);
    }

    private static Path2D ring(double[] x, double[] y, @Nullable Path2D onto) {
        Path2D path = onto == null ? new Path2D.Double() : onto;
        for (int i = 0; i < x.length; i++) {
            if (i == 0) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        if (x.length > 0) {
            path.closePath();
        }
        return path;
    }

    @Override
    public void rectangle(double x, double y, double width, double height, int fill) {
        fill(new Rectangle2D.Double(x, y, width, height), fill);
    }

    @Override
    public void circle(double x, double y, double radius, int fill) {
        fill(disc(x, y, radius), fill);
    }

    @Override
    public void circle(double x, double y, double radius, Stroke edge) {
        draw(disc(x, y, radius), edge);
    }

    private static Ellipse2D disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String text, double x, double y, Font font) {
        graphics.setColor(new Color(font.colour(), true));
        List<Letters.Part> parts = Letters.parts(text, face(font));
        double width = parts.stream().mapToDouble(this::width).sum();
        double at = switch (font.anchor()) {
            case START -> 0;
            case MIDDLE -> -width / 2;
            case END -> -width;
        };
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(Math.toRadians(font.turnDeg()));
        for (Letters.Part part : parts) {
            graphics.setFont(part.font());
            graphics.drawString(part.text(), (float) at, (float) part.down());
            at += width(part);
        }
        graphics.setTransform(before);
    }

    private double width(Letters.Part part) {
        return part.font()
                .getStringBounds(part.text(), graphics.getFontRenderContext())
                .getWidth();
    }

    static java.awt.Font face(Font font) {
        return new java.awt.Font(family(), font.bold() ? java.awt.Font.BOLD : java.awt.Font.PLAIN, 1)
                .deriveFont((float) font.size());
    }

    /// The first that this machine has; otherwise its own sans-serif.
    private static String family() {
        String known = family;
        if (known == null) {
            known = FAMILIES.stream()
                    .filter(name -> new java.awt.Font(name, java.awt.Font.PLAIN, 12)
                            .getFamily(Locale.ROOT)
                            .equals(name))
                    .findFirst()
                    .orElse(java.awt.Font.SANS_SERIF);
            family = known;
        }
        return known;
    }

    @Override
    public void image(BufferedImage image, double x, double y, double width, double height, boolean smooth) {
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                smooth
                        ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(width / image.getWidth(), height / image.getHeight());
        graphics.drawImage(image, place, null);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        Shape before = graphics.getClip();
        clips.push(before == null ? new Rectangle2D.Double(-1e6, -1e6, 2e6, 2e6) : before);
        graphics.clip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void endClip() {
        graphics.setClip(clips.pop());
    }

    private void draw(Shape shape, Stroke stroke) {
        float[] dash = new float[stroke.dash().length];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) stroke.dash()[i];
        }
        graphics.setColor(new Color(stroke.colour(), true));
        graphics.setStroke(new BasicStroke(
                (float) stroke.width(),
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND,
                10,
                dash.length == 0 ? null : dash,
                0));
        graphics.draw(shape);
    }

    private void fill(Shape shape, int colour) {
        graphics.setColor(new Color(colour, true));
        graphics.fill(shape);
    }
}
