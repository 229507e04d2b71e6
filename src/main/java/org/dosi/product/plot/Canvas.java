package org.dosi.product.plot;

import java.awt.image.BufferedImage;
import java.util.List;

/// What can be drawn. Lengths are pixels of a page at 96 to the inch, y grows downwards; colours are 0xAARRGGBB.
public interface Canvas {

    void line(double x1, double y1, double x2, double y2, Stroke stroke);

    /// A line through points; NaN in either array interrupts it.
    void polyline(double[] x, double[] y, Stroke stroke);

    void polygon(double[] x, double[] y, int fill);

    void polygon(double[] x, double[] y, int fill, Stroke edge);

    /// Rings filled by the even-odd rule: an area with holes.
    void rings(List<double[]> xs, List<double[]> ys, int fill);

    void rectangle(double x, double y, double width, double height, int fill);

    void circle(double x, double y, double radius, int fill);

    void circle(double x, double y, double radius, Stroke edge);

    void text(String text, double x, double y, Font font);

    /// @param smooth whether pixels are blended where the picture is scaled
    void image(BufferedImage image, double x, double y, double width, double height, boolean smooth);

    /// Cuts off what is drawn outside of this rectangle, until [#endClip].
    void clip(double x, double y, double width, double height);

    void endClip();

    /// How a line looks.
    ///
    /// @param dash lengths of dashes and gaps; empty for a whole line
    record Stroke(int colour, double width, double... dash) {
        public static Stroke of(int colour, double width) {
            return new Stroke(colour, width);
        }
    }

    /// Where a text stands to its point.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// How a text looks. The point is on its baseline.
    ///
    /// @param turnDeg clockwise about the point
    record Font(double size, boolean bold, int colour, Anchor anchor, double turnDeg) {
        public static Font of(double size, int colour) {
            return new Font(size, false, colour, Anchor.START, 0);
        }

        public Font strong() {
            return new Font(size, true, colour, anchor, turnDeg);
        }

        public Font at(Anchor place) {
            return new Font(size, bold, colour, place, turnDeg);
        }

        public Font turned(double deg) {
            return new Font(size, bold, colour, anchor, deg);
        }
    }
}
