package org.dosi.product.air.plot;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// The round field of what is drawn by wind direction: north is up, where the wind comes from.
///
/// @param x middle, pixels
/// @param y middle, pixels
/// @param radius of the outermost ring
record CompassFace(double x, double y, double radius) {
    /// Room above the face: the title, a line below it, and the letter of north.
    static final double TOP = 96;

    private static final double LETTERS = 16;
    private static final double SIDE = 34;

    /// Values closer than this to each other, relative to their size, are the same.
    private static final double FLAT = 1e-3;

    /// Room for the title of a bar of colours: what plots keep on their right, without the bar's gap.
    private static final double BAR_TITLE = 130;

    private static final double RING_LABEL = 10.5;
    private static final double PATCH = 13;
    private static final double LARGEST = 250;

    /// A face of a smaller radius has fewer rings.
    private static final double SMALL = 100;

    /// A ring so near to the rim stands for it.
    private static final double CLOSE = 0.97;

    /// Degrees from one point of an arc to the next.
    private static final double ARC_STEP = 2;

    /// In a plot narrower than this, what explains the face stands below it, and the face takes the whole width.
    private static final double NARROW = 560;

    private static final double BAR = 12;
    private static final double BAR_ROOM = 52;

    /// On the left of a plot, with so much room kept on its right; in a narrow plot in its middle.
    static CompassFace in(Style style, double keepRight) {
        double keep = isNarrow(style) ? 0 : keepRight;
        double radius = Math.max(60, Math.min(LARGEST, (style.width() - keep - 2 * SIDE) / 2));
        return new CompassFace(isNarrow(style) ? style.width() / 2 : SIDE + radius, TOP + radius, radius);
    }

    /// Whether legends stand below.
    static boolean isNarrow(Style style) {
        return style.width() < NARROW;
    }

    /// A face that is not drawn, for what stands on its right to begin at a place.
    static CompassFace leftOf(double place, double middle, double radius) {
        return new CompassFace(place - 14 - SIDE - radius, middle, radius);
    }

    /// The height of a plot with this face, with so much room below it.
    double height(double below) {
        return TOP + 2 * radius + LETTERS + 14 + below;
    }

    /// What a bar of colours takes below the face; nothing where it stands beside.
    static double barRoom(Style style) {
        return isNarrow(style) ? BAR_ROOM : 0;
    }

    double right() {
        return x + radius + SIDE;
    }

    /// The place of a direction at a distance in pixels from the middle.
    double px(double fromDeg, double distance) {
        return x + distance * Math.sin(Math.toRadians(fromDeg));
    }

    double py(double fromDeg, double distance) {
        return y - distance * Math.cos(Math.toRadians(fromDeg));
    }

    /// How wide a plot with this face is, with so much room on its right.
    double width(Style style, double keepRight) {
        return isNarrow(style) ? style.width() : Math.min(style.width(), right() + keepRight);
    }

    /// From the middle to the rim, with rings at round numbers.
    Axis radial(double most) {
        return Axis.exact(0, most, 0, radius, rings());
    }

    /// As many as their labels have room for.
    private int rings() {
        return radius < SMALL ? 2 : 4;
    }

    /// Speeds counted from the least, with their true labels.
    Axis speeds(double least, double outer) {
        return new Axis(
                least,
                least + outer,
                0,
                radius,
                Axis.exact(least, least + outer, 0, 1, rings()).ticks());
    }

    /// Rings at the ticks, spokes and the four letters.
    void grid(Chart chart, Axis radial) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        int line = translucent(style.theme().muted(), 0x60);
        for (Axis.Tick tick : radial.ticks()) {
            double distance = radial.pixel(tick.at());
            if (distance > 0.5) {
                canvas.circle(x, y, distance, Stroke.of(line, 0.75));
            }
        }
        double last = radial.ticks().isEmpty()
                ? 0
                : radial.pixel(radial.ticks().getLast().at());
        if (last < CLOSE * radius) {
            canvas.circle(x, y, radius, Stroke.of(style.theme().muted(), 1));
        }
        double inner = Math.max(0, radial.start());
        for (int deg = 0; deg < 360; deg += 45) {
            canvas.line(px(deg, inner), py(deg, inner), px(deg, radius), py(deg, radius), Stroke.of(line, 0.6));
        }
        letters(chart);
    }

    private void letters(Chart chart) {
        Style style = chart.style();
        String[] letters = style.language() == Style.Language.KO
                ? new String[] {"북", "동", "남", "서"}
                : new String[] {"N", "E", "S", "W"};
        Canvas.Font font = style.label().strong().at(Anchor.MIDDLE);
        for (int i = 0; i < letters.length; i++) {
            double at = radius + LETTERS - (i % 2 == 0 ? 4 : 0);
            chart.canvas().text(letters[i], px(90 * i, at), py(90 * i, at) + 4.5, font);
        }
    }

    /// What the rings mean, along a direction between the letters, each on a patch of the page's colour; from the
    /// rim inwards, without those that would touch the one before.
    void ringLabels(Chart chart, Axis radial, double alongDeg, String unit) {
        Axis.Tick last = radial.ticks().isEmpty() ? null : radial.ticks().getLast();
        double takenX = Double.POSITIVE_INFINITY;
        double takenY = Double.POSITIVE_INFINITY;
        double takenWidth = 0;
        for (Axis.Tick tick : radial.ticks().reversed()) {
            double distance = radial.pixel(tick.at());
            String label = tick.equals(last) && !unit.isEmpty() ? tick.label() + " " + unit : tick.label();
            double width = Chart.widthOf(label, RING_LABEL) + 5;
            double cx = px(alongDeg, distance);
            double cy = py(alongDeg, distance);
            boolean clear = Math.abs(cy - takenY) > PATCH || Math.abs(cx - takenX) > (width + takenWidth) / 2;
            if (distance > radius * 0.08 && clear) {
                ringLabel(chart, label, cx, cy, width);
                takenX = cx;
                takenY = cy;
                takenWidth = width;
            }
        }
    }

    private static void ringLabel(Chart chart, String label, double cx, double cy, double width) {
        Style.Theme theme = chart.style().theme();
        chart.canvas().rectangle(cx - width / 2, cy - 7, width, PATCH, translucent(theme.surface(), 0xb8));
        chart.canvas()
                .text(
                        label,
                        cx,
                        cy + 3.5,
                        Canvas.Font.of(RING_LABEL, theme.ink()).at(Anchor.MIDDLE));
    }

    /// A piece of a ring between two directions.
    void wedge(Canvas canvas, double fromDeg, double toDeg, double inner, double outer, int fill) {
        int steps = Math.max(1, (int) Math.ceil((toDeg - fromDeg) / ARC_STEP));
        double[] xs = new double[2 * steps + 2];
        double[] ys = new double[2 * steps + 2];
        for (int i = 0; i <= steps; i++) {
            double deg = fromDeg + (toDeg - fromDeg) * i / steps;
            xs[i] = px(deg, outer);
            ys[i] = py(deg, outer);
            xs[2 * steps + 1 - i] = px(deg, inner);
            ys[2 * steps + 1 - i] = py(deg, inner);
        }
        canvas.polygon(xs, ys, fill);
    }

    /// An arc at one distance.
    void arc(Canvas canvas, double fromDeg, double toDeg, double distance, Stroke stroke) {
        int steps = Math.max(1, (int) Math.ceil((toDeg - fromDeg) / ARC_STEP));
        double[] xs = new double[steps + 1];
        double[] ys = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            double deg = fromDeg + (toDeg - fromDeg) * i / steps;
            xs[i] = px(deg, distance);
            ys[i] = py(deg, distance);
        }
        canvas.polyline(xs, ys, stroke);
    }

    /// A colour, or nothing, for each place of the disc.
    @FunctionalInterface
    interface Colouring {
        /// @param u eastward from the middle, in radii
        /// @param v northward
        /// @return 0xAARRGGBB; 0 for nothing
        int at(double u, double v);
    }

    /// Paints the disc out to a distance, pixel by pixel.
    void paint(Canvas canvas, double distance, Colouring colouring) {
        int size = (int) Math.ceil(4 * distance);
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double u = (column + 0.5) / size * 2 - 1;
                double v = 1 - (row + 0.5) / size * 2;
                if (u * u + v * v <= 1) {
                    image.setRGB(column, row, colouring.at(u, v));
                }
            }
        }
        canvas.image(image, x - distance, y - distance, 2 * distance, 2 * distance, true);
    }

    static int translucent(int colour, int alpha) {
        return (colour & 0xffffff) | (alpha << 24);
    }

    /// A bar of colours beside the face, or below it where the plot is narrow.
    void colourBar(Chart chart, Ramp ramp, double least, double most, String label) {
        colourBar(chart, ramp, Axis.exact(least, most, 0, 1, 5), label);
    }

    /// The same with ticks of one's own.
    void colourBar(Chart chart, Ramp ramp, Axis scale, String label) {
        if (isNarrow(chart.style())) {
            Chart.Field bar = new Chart.Field(SIDE, height(BAR_ROOM - BAR - 26), 2 * radius, BAR);
            Axis along = new Axis(scale.from(), scale.to(), bar.x(), bar.right(), scale.ticks());
            chart.flatColourBar(ramp, along, bar, label);
        } else {
            double height = Math.min(220, 1.3 * radius);
            Chart.Field bar = new Chart.Field(right() + 14, y - height / 2, 16, height);
            chart.colourBar(ramp, new Axis(scale.from(), scale.to(), bar.bottom(), bar.y(), scale.ticks()), bar, "");
            barTitle(chart, bar, label);
        }
    }

    /// Above the bar, in as many lines as it needs.
    private static void barTitle(Chart chart, Chart.Field bar, String label) {
        Canvas.Font font = chart.style().tick();
        List<String> lines = Chart.wrap(label, font.size(), BAR_TITLE);
        for (int i = 0; i < lines.size(); i++) {
            double y = bar.y() - 10 - (lines.size() - 1 - i) * (font.size() + 3);
            chart.canvas().text(lines.get(i), bar.x(), y, font);
        }
    }

    /// The ends of a bar of colours: the least and the largest finite value, or a tenth around them where they are
    /// all but the same, so that no tick tells apart what rounding alone does.
    static double[] range(double[] values) {
        double least = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        double size = Math.max(Math.abs(least), Math.abs(most));
        if (most - least > FLAT * size) {
            return new double[] {least, most};
        }
        double room = size > 0 ? size / 10 : 1;
        return new double[] {least - room, most + room};
    }
}
