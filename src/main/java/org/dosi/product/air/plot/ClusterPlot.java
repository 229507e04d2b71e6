package org.dosi.product.air.plot;

import java.util.List;
import java.util.Locale;
import org.dosi.analysis.air.direction.ClusterAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Clusters as areas of a polar plot, with a table of what is in each.
public final class ClusterPlot {
    private static final double TOP = 76;
    private static final double LEFT = 24;
    private static final double SIZE = 440;
    private static final double LINE = 26;
    private static final double GAP = 46;

    private ClusterPlot() {}

    public static Drawing draw(ClusterAnalysis.Found found, Style style) {
        String title = style.say("극좌표 군집 · ", "Polar clusters · ")
                + style.say(found.column().name()) + " · "
                + style.say(found.series().place());
        boolean beside = style.width() >= 2 * LEFT + SIZE + GAP + 300;
        double size = Math.min(SIZE, style.width() - 2 * LEFT);
        double table = TOP + (found.parts().size() + 1) * LINE;
        double height = beside ? TOP + size + 24 : table + size + 40;
        return new Drawing(style.width(), height, title, canvas -> {
            Chart chart = new Chart(canvas, style);
            chart.head(title, below(found, style), LEFT, 28);
            surface(chart, found, LEFT + size / 2, TOP + size / 2, size / 2 - 22);
            table(chart, found, beside ? LEFT + size + GAP : LEFT, beside ? TOP + 30 : TOP + size + 40);
        });
    }

    private static int colour(int cluster) {
        // The seven of the palette, and three more for the odd plot with more clusters.
        return cluster < Ramp.CATEGORIES.size()
                ? Ramp.CATEGORIES.get(cluster)
                : List.of(0xff8c6d5a, 0xff8e8e93, 0xffb3d465).get(cluster - Ramp.CATEGORIES.size());
    }

    private static String below(ClusterAnalysis.Found found, Style style) {
        String silhouette = String.format(Locale.ROOT, "%.2f", found.meanSilhouette());
        String text = found.count() + style.say("개 군집 · 실루엣 ", " clusters · silhouette ") + silhouette;
        double agreement = found.agreement();
        if (Double.isNaN(agreement)) {
            return text;
        }
        return text
                + style.say(" · 다시 뽑은 날과의 일치도 ", " · agreement with other draws of days ")
                + String.format(Locale.ROOT, "%.2f", agreement)
                + (found.isStable() ? "" : style.say(" (안정된 군집 없음)", " (no number of clusters is stable)"));
    }

    private static void surface(Chart chart, ClusterAnalysis.Found found, double x, double y, double radius) {
        double span = found.spanMPerS();
        double[] u = found.u();
        double[] v = found.v();
        double cell = 2 * radius / (Math.sqrt(u.length) - 1);
        for (int i = 0; i < u.length; i++) {
            int cluster = found.clusterOfPlace()[i];
            if (cluster >= 0) {
                double left = x + u[i] / span * radius - cell / 2;
                double top = y - v[i] / span * radius - cell / 2;
                chart.canvas().rectangle(left, top, cell + 0.3, cell + 0.3, colour(cluster));
            }
        }
        rings(chart, found, x, y, radius);
    }

    private static void rings(Chart chart, ClusterAnalysis.Found found, double x, double y, double radius) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        double least = found.slowestMPerS();
        Axis speeds = Axis.exact(least, least + found.spanMPerS(), 0, radius, 4);
        Canvas.Stroke line = new Canvas.Stroke(style.theme().muted(), 0.75, 3, 3);
        for (Axis.Tick tick : speeds.ticks()) {
            double r = speeds.pixel(tick.at());
            if (r > 1) {
                canvas.circle(x, y, r, line);
                canvas.text(tick.label(), x + r * 0.7071 + 2, y + r * 0.7071 + 11, style.tick());
            }
        }
        canvas.text("m/s", x + radius * 0.7071 + 30, y + radius * 0.7071 + 24, style.tick());
        canvas.line(x - radius, y, x + radius, y, line);
        canvas.line(x, y - radius, x, y + radius, line);
        Canvas.Font font = style.label().strong().at(Anchor.MIDDLE);
        canvas.text(style.say("북", "N"), x, y - radius - 7, font);
        canvas.text(style.say("남", "S"), x, y + radius + 16, font);
        canvas.text(style.say("동", "E"), x + radius + 12, y + 4, font);
        canvas.text(style.say("서", "W"), x - radius - 12, y + 4, font);
    }

    private static void table(Chart chart, ClusterAnalysis.Found found, double x, double y) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        double[] right = {x + 100, x + 170, x + 240, x + 360};
        String unit = AirWords.unit(found.column().unit(), style);
        String[] heads = {
            style.say("시간", "hours"), style.say("평균", "mean"), style.say("몫", "load"), style.say("풍향·풍속", "wind")
        };
        for (int i = 0; i < heads.length; i++) {
            canvas.text(heads[i], right[i], y, style.tick().at(Anchor.END));
        }
        canvas.text(unit, right[1], y + 12, style.note().at(Anchor.END));
        for (ClusterAnalysis.Part part : found.parts()) {
            double line = y + 12 + LINE * part.number();
            canvas.rectangle(x, line - 11, 14, 14, colour(part.number() - 1));
            canvas.text(
                    Integer.toString(part.number()), x + 22, line, style.label().strong());
            Canvas.Font font = style.label().at(Anchor.END);
            canvas.text(percent(part.share()), right[0], line, font);
            canvas.text(significant(part.mean()), right[1], line, font);
            canvas.text(percent(part.load()), right[2], line, font);
            String wind = Double.isNaN(part.directionDeg())
                    ? "–"
                    : String.format(Locale.ROOT, "%.0f° %.1f m/s", part.directionDeg(), part.speedMPerS());
            canvas.text(wind, right[3], line, font);
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String significant(double value) {
        int decimals = (int) Math.clamp(2 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-6))), 0, 6);
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
