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
    private static final double LEGEND_ROW = 18;

    /// A field of a plot.
    public record Field(double x, double y, double width, double height) {
        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }
    }

    /// A title, and a quieter line below it.
    public void head(String title, String below, double x, double y) {
        canvas.text(title, x, y, style.title());
        if (!below.isBlank()) {
            canvas.text(below, x, y + 17, style.note());
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
    public record Entry(String label, int colour, double width) {}

    /// Entries in a row, from the left.
    public void legend(List<Entry> entries, double x, double y) {
        double at = x;
        for (Entry entry : entries) {
            if (entry.width > 0) {
                canvas.line(at, y - 4, at + 18, y - 4, Stroke.of(entry.colour, entry.width));
            } else {
                canvas.rectangle(at + 4, y - 9, 10, 10, entry.colour);
            }
            canvas.text(entry.label, at + 24, y, style.tick());
            at += 24 + widthOf(entry.label, style.tick().size()) + 18;
        }
    }

    /// Entries in as many rows as they need.
    public void legend(List<Entry> entries, double x, double y, double width) {
        double below = y;
        for (List<Entry> row : rows(entries, style, width)) {
            legend(row, x, below);
            below += LEGEND_ROW;
        }
    }

    /// How high the rows of a legend are together.
    public static double legendHeight(List<Entry> entries, Style style, double width) {
        return rows(entries, style, width).size() * LEGEND_ROW;
    }

    private static List<List<Entry>> rows(List<Entry> entries, Style style, double width) {
        List<List<Entry>> rows = new ArrayList<>();
        double at = 0;
        for (Entry entry : entries) {
            double wide = 24 + widthOf(entry.label, style.tick().size());
            if (rows.isEmpty() || at + wide > width) {
                rows.add(new ArrayList<>());
                at = 0;
            }
            rows.getLast().add(entry);
            at += wide + 18;
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
            if (!line.isEmpty() && widthOf(line + " " + word, size) > width) {
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
