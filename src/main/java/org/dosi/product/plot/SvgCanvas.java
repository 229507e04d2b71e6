package org.dosi.product.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// Draws SVG 1.1 that any browser and editor opens: text stays text, the picture scales with its place.
public final class SvgCanvas implements Canvas {
    private static final String FONTS =
            "Pretendard,'Noto Sans KR','Noto Sans CJK KR','Apple SD Gothic Neo','Malgun Gothic',system-ui,sans-serif";

    private final StringBuilder svg = new StringBuilder();
    private int clips;

    private SvgCanvas() {}

    /// The whole document. The same drawing gives the same text.
    ///
    /// @param background 0xAARRGGBB; fully transparent for none
    public static String write(Drawing drawing, int background) {
        SvgCanvas canvas = new SvgCanvas();
        canvas.svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" role="img" \
                font-family="%s" style="max-width:100%%;height:auto;font-variant-numeric:tabular-nums">
                <title>%s</title>
                """.formatted(
                        number(drawing.width()),
                        number(drawing.height()),
                        number(drawing.width()),
                        number(drawing.height()),
                        FONTS,
                        escape(drawing.title())));
        if (background >>> 24 != 0) {
            canvas.rectangle(0, 0, drawing.width(), drawing.height(), background);
        }
        drawing.content().accept(canvas);
        return canvas.svg.append("</svg>\n").toString();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        svg.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        svg.append("\" x2=\"")
                .append(number(x2))
                .append("\" y2=\"")
                .append(number(y2))
                .append('"');
        appendStroke(stroke).append("/>\n");
    }

    @Override
    public void polyline(double[] x, double[] y, Stroke stroke) {
        StringBuilder path = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                path.append(open ? 'L' : 'M').append(number(x[i])).append(' ').append(number(y[i]));
                open = true;
            } else {
                open = false;
            }
        }
        if (!path.isEmpty()) {
            svg.append("<path d=\"").append(path).append("\" fill=\"none\" stroke-linejoin=\"round\"");
            svg.append(" stroke-linecap=\"round\"");
            appendStroke(stroke).append("/>\n");
        }
    }

    @Override
    public void polygon(double[] x, double[] y, int fill) {
        svg.append("<path d=\"");
        appendRing(x, y);
        svg.append('"');
        appendFill(fill).append("/>\n");
    }

    @Override
    public void polygon(double[] x, double[] y, int fill, Stroke edge) {
        svg.append("<path d=\"");
        appendRing(x, y);
        svg.append('"');
        appendFill(fill);
        appendStroke(edge).append("/>\n");
    }

    @Override
    public void rings(List<double[]> xs, List<double[]> ys, int fill) {
        svg.append("<path fill-rule=\"evenodd\" d=\"");
        for (int i = 0; i < xs.size(); i++) {
            appendRing(xs.get(i), ys.get(i));
        }
        svg.append('"');
        appendFill(fill).append("/>\n");
    }

    private void appendRing(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            svg.append(i == 0 ? 'M' : 'L').append(number(x[i])).append(' ').append(number(y[i]));
        }
        svg.append('Z');
    }

    @Override
    public void rectangle(double x, double y, double width, double height, int fill) {
        svg.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        svg.append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append('"');
        appendFill(fill).append("/>\n");
    }

    @Override
    public void circle(double x, double y, double radius, int fill) {
        appendCircle(x, y, radius);
        appendFill(fill).append("/>\n");
    }

    @Override
    public void circle(double x, double y, double radius, Stroke edge) {
        appendCircle(x, y, radius);
        svg.append(" fill=\"none\"");
        appendStroke(edge).append("/>\n");
    }

    private void appendCircle(double x, double y, double radius) {
        svg.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        svg.append("\" r=\"").append(number(radius)).append('"');
    }

    @Override
    public void text(String text, double x, double y, Font font) {
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        svg.append("\" font-size=\"").append(number(font.size())).append('"');
        if (font.bold()) {
            svg.append(" font-weight=\"600\"");
        }
        svg.append(
                switch (font.anchor()) {
                    case START -> "";
                    case MIDDLE -> " text-anchor=\"middle\"";
                    case END -> " text-anchor=\"end\"";
                });
        if (font.turnDeg() != 0) {
            svg.append(" transform=\"rotate(%s %s %s)\"".formatted(number(font.turnDeg()), number(x), number(y)));
        }
        appendFill(font.colour()).append('>').append(escape(text)).append("</text>\n");
    }

    @Override
    public void image(BufferedImage image, double x, double y, double width, double height, boolean smooth) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        svg.append("<image x=\"").append(number(x)).append("\" y=\"").append(number(y));
        svg.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        svg.append("\" preserveAspectRatio=\"none\"").append(smooth ? "" : " style=\"image-rendering:pixelated\"");
        svg.append(" href=\"data:image/png;base64,");
        svg.append(Base64.getEncoder().encodeToString(png.toByteArray())).append("\"/>\n");
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        // A nested picture cuts at its edge and needs no name, which would clash where two plots share a page.
        svg.append("<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\">\n"
                .formatted(
                        number(x),
                        number(y),
                        number(width),
                        number(height),
                        number(x),
                        number(y),
                        number(width),
                        number(height)));
        clips++;
    }

    @Override
    public void endClip() {
        if (clips-- <= 0) {
            throw new IllegalStateException("no clip to end");
        }
        svg.append("</svg>\n");
    }

    private StringBuilder appendStroke(Stroke stroke) {
        svg.append(" stroke=\"").append(hex(stroke.colour())).append('"');
        appendOpacity("stroke-opacity", stroke.colour());
        svg.append(" stroke-width=\"").append(number(stroke.width())).append('"');
        if (stroke.dash().length > 0) {
            StringBuilder dash = new StringBuilder();
            for (double length : stroke.dash()) {
                dash.append(dash.isEmpty() ? "" : " ").append(number(length));
            }
            svg.append(" stroke-dasharray=\"").append(dash).append('"');
        }
        return svg;
    }

    private StringBuilder appendFill(int colour) {
        svg.append(" fill=\"").append(hex(colour)).append('"');
        appendOpacity("fill-opacity", colour);
        return svg;
    }

    private void appendOpacity(String name, int colour) {
        int alpha = colour >>> 24;
        if (alpha < 255) {
            svg.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(number(alpha / 255.0))
                    .append('"');
        }
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour & 0xffffff);
    }

    /// Two decimals are a fiftieth of what the eye sees.
    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
