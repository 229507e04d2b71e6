package org.dosi.product.plot;

import java.util.ArrayList;
import java.util.List;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;

/// The parts that most plots share: titles, a field with axes, legends, a bar of colours.
///
/// @param canvas to draw on
/// @param style of everything that is not data
public record Chart(Canvas canvas, Style style) {
    private static final double TICK = 4;
    private static final double NOTE_LINE = 14;
    private static final double MARK = 24;

    /// From one row of a legend to the next.
    public static final double LEGEND_ROW = 18;

    /// A field of a plot.
    public record Field(double x, double y, double width, double height) {
        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }
    }

    /// A horizontal axis below the field, with its ticks' lines through the field.
    public void xAxis(Axis axis, Field field, String label) {
        for (Axis.Tick tick : axis.ticks()) {
            double x = axis.pixel(tick.at());
            canvas.line(x, field.y, x, field.bottom(), Stroke.of(style.theme().grid(), 0.75));
            canvas.text(tick.label(), x, field.bottom() + 16, style.tick().at(Anchor.MIDDLE));
        }
        canvas.line(
                field.x,
                field.bottom(),
                field.right(),
                field.bottom(),
                Stroke.of(style.theme().muted(), 1));
        if (!label.isBlank()) {
            canvas.text(
                    label,
                    field.x + field.width / 2,
                    field.bottom() + 33,
                    style.tick().at(Anchor.MIDDLE));
        }
    }

    /// A vertical axis on the left of the field, with its label above it, where it is read without turning the
    /// head.
    public void yAxis(Axis axis, Field field, String label) {
        for (Axis.Tick tick : axis.ticks()) {
            double y = axis.pixel(tick.at());
            canvas.line(field.x, y, field.right(), y, Stroke.of(style.theme().grid(), 0.75));
            canvas.text(tick.label(), field.x - TICK - 2, y + 4, style.tick().at(Anchor.END));
        }
        if (!label.isBlank()) {
            canvas.text(label, field.x - TICK - 2, field.y - 9, style.tick());
        }
    }

    /// How high a note of this width is, wrapped.
    public static double noteHeight(String text, Style style, double width) {
        return wrap(text, style.note().size(), width).size() * NOTE_LINE;
    }

    /// A note in as many lines as it needs, from this baseline down.
    public void note(String text, double x, double y, double width) {
        List<String> lines = wrap(text, style.note().size(), width);
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(lines.get(i), x, y + i * NOTE_LINE, style.note());
        }
    }

    /// An entry of a legend.
    ///
    /// @param width of its line; 0 for a square
    /// @param dash of its line; empty for a whole one
    public record Entry(String label, int colour, double width, double... dash) {
        double room(Style style) {
            return MARK + widthOf(label, style.tick().size()) + 16;
        }
    }

    /// Entries from the left, in as many rows as they need.
    public void legend(List<Entry> entries, double x, double y) {
        legend(entries, x, y, Double.POSITIVE_INFINITY);
    }

    /// The same within a width, in as many rows as that takes.
    public void legend(List<Entry> entries, double x, double y, double width) {
        double at = x;
        double row = y;
        for (Entry entry : entries) {
            if (at > x && at + entry.room(style) - 16 > x + width) {
                at = x;
                row += LEGEND_ROW;
            }
            if (entry.width > 0) {
                canvas.line(at, row - 4, at + 18, row - 4, new Stroke(entry.colour, entry.width, entry.dash));
            } else {
                canvas.rectangle(at + 4, row - 9, 10, 10, entry.colour);
            }
            canvas.text(entry.label, at + MARK, row, style.tick());
            at += entry.room(style);
        }
    }

    /// How many rows a legend takes within a width.
    public static int legendRows(List<Entry> entries, Style style, double width) {
        double at = 0;
        int rows = 1;
        for (Entry entry : entries) {
            if (at > 0 && at + entry.room(style) - 16 > width) {
                at = 0;
                rows++;
            }
            at += entry.room(style);
        }
        return rows;
    }

    /// A vertical bar of colours with an axis on its right: what a colour means.
    public void colourBar(Ramp ramp, Axis axis, Field bar, String label) {
        int steps = 64;
        double high = bar.height / steps;
        for (int i = 0; i < steps; i++) {
            double share = (i + 0.5) / steps;
            // A hair too high, so that no seam shows between two.
            canvas.rectangle(bar.x, bar.bottom() - (i + 1) * high, bar.width, high + 0.5, ramp.at(share));
        }
        for (Axis.Tick tick : axis.ticks()) {
            double y = axis.pixel(tick.at());
            canvas.line(
                    bar.right(),
                    y,
                    bar.right() + TICK,
                    y,
                    Stroke.of(style.theme().muted(), 1));
            canvas.text(tick.label(), bar.right() + TICK + 4, y + 4, style.tick());
        }
        canvas.text(label, bar.x, bar.y - 10, style.tick());
    }

    /// A horizontal bar of colours with its axis below, and what it means above: where there is no room beside.
    ///
    /// @param axis from the left end of the bar to its right
    public void flatColourBar(Ramp ramp, Axis axis, Field bar, String label) {
        int steps = 64;
        double wide = bar.width / steps;
        for (int i = 0; i < steps; i++) {
            double more = i + 1 < steps ? 0.5 : 0;
            canvas.rectangle(bar.x + i * wide, bar.y, wide + more, bar.height, ramp.at((i + 0.5) / steps));
        }
        for (Axis.Tick tick : Axis.apart(axis.ticks(), axis, style.tick().size())) {
            double x = axis.pixel(tick.at());
            canvas.line(
                    x,
                    bar.bottom(),
                    x,
                    bar.bottom() + TICK,
                    Stroke.of(style.theme().muted(), 1));
            canvas.text(tick.label(), x, bar.bottom() + 16, style.tick().at(Anchor.MIDDLE));
        }
        canvas.text(label, bar.x, bar.y - 6, style.tick());
    }

    /// A band between two lines.
    public void band(double[] x, double[] lower, double[] upper, int fill) {
        int i = 0;
        while (i < x.length) {
            int j = i;
            while (j < x.length && Double.isFinite(lower[j]) && Double.isFinite(upper[j])) {
                j++;
            }
            if (j - i > 1) {
                bandPart(x, lower, upper, i, j, fill);
            }
            i = j + 1;
        }
    }

    private void bandPart(double[] x, double[] lower, double[] upper, int from, int to, int fill) {
        int n = to - from;
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int k = 0; k < n; k++) {
            xs[k] = x[from + k];
            ys[k] = upper[from + k];
            xs[2 * n - 1 - k] = x[from + k];
            ys[2 * n - 1 - k] = lower[from + k];
        }
        canvas.polygon(xs, ys, fill);
    }

    /// About how wide a text is: letters of Korean are square, others about half as wide.
    public static double widthOf(String text, double size) {
        double em = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            em += c >= 0x1100 && c < 0xff00 && !(c >= 0x2000 && c < 0x3000)
                    ? 0.92
                    : "il.,:;'|! ".indexOf(c) >= 0 ? 0.29 : Character.isUpperCase(c) ? 0.66 : 0.56;
        }
        return em * size;
    }

    /// Breaks a text into lines that are no wider than this.
    public static List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            // A dot between two parts stays with the first: no line begins with it.
            if (!line.isEmpty() && !word.equals("·") && widthOf(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
