package org.dosi.product.air.plot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private static final double LEFT = 24;

    /// From this width the table stands beside.
    private static final double BESIDE = 760;

    private static final double LINE = 24;

    /// Of a number's disc.
    private static final double RADIUS = 9;

    /// Between the letters of the compass.
    private static final List<Double> LABELS_DEG = List.of(315.0, 45.0, 135.0, 225.0);

    /// Of the table, beside the face or below it.
    private static final double TABLE = 376;

    private ClusterPlot() {}

    public static Drawing draw(ClusterAnalysis.Found found, Style style) {
        String title = style.say("극좌표 군집 · ", "Polar clusters · ")
                + style.say(found.column().name()) + " · "
                + style.say(found.series().place());
        boolean beside = style.width() >= BESIDE;
        CompassFace face = CompassFace.in(style, beside ? TABLE + 20 : 0);
        double table = (found.parts().size() + 1) * LINE;
        double height = beside ? Math.max(face.height(24), CompassFace.TOP + table + 40) : face.height(40 + table);
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    surface(chart, found, face);
                    table(
                            chart,
                            found,
                            beside ? face.right() + 14 : LEFT,
                            beside ? CompassFace.TOP + 20 : face.height(18));
                })
                .under(below(found, style), LEFT, style);
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

    private static void surface(Chart chart, ClusterAnalysis.Found found, CompassFace face) {
        int side = (int) Math.round(Math.sqrt(found.u().length));
        double span = found.spanMPerS();
        double outer = outermost(found);
        face.paint(chart.canvas(), face.radius(), (u, v) -> {
            // The surface's places go from one end of the span to the other, row by row from the south.
            long column = Math.round((u * outer / span + 1) / 2 * (side - 1));
            long row = Math.round((v * outer / span + 1) / 2 * (side - 1));
            boolean inside = column >= 0 && row >= 0 && column < side && row < side;
            int cluster = inside ? found.clusterOfPlace()[(int) (row * side + column)] : -1;
            return cluster < 0 ? 0 : colour(cluster);
        });
        Axis radial = face.speeds(found.slowestMPerS(), outer);
        face.grid(chart, radial);
        List<Mark> numbers = found.parts().stream()
                .flatMap(part -> number(found, part.number(), face, outer).stream())
                .toList();
        for (Mark number : numbers) {
            chart.canvas()
                    .circle(
                            number.x(),
                            number.y(),
                            RADIUS,
                            chart.style().theme().surface());
            chart.canvas()
                    .text(
                            Integer.toString(number.cluster()),
                            number.x(),
                            number.y() + 4.5,
                            chart.style().label().strong().at(Anchor.MIDDLE));
        }
        face.ringLabels(chart, radial, clearest(face, radial, numbers), "m/s");
    }

    /// The direction in which the rings' labels stand farthest from the clusters' numbers.
    private static double clearest(CompassFace face, Axis radial, List<Mark> numbers) {
        return LABELS_DEG.stream()
                .max(Comparator.comparingDouble(deg -> radial.ticks().stream()
                        .mapToDouble(tick -> radial.pixel(tick.at()))
                        .flatMap(distance -> numbers.stream()
                                .mapToDouble(number -> Math.hypot(
                                        face.px(deg, distance) - number.x(), face.py(deg, distance) - number.y())))
                        .min()
                        .orElse(0)))
                .orElseThrow();
    }

    /// Far enough out that all of every cluster is seen.
    private static double outermost(ClusterAnalysis.Found found) {
        double most = found.spanMPerS();
        for (int i = 0; i < found.u().length; i++) {
            if (found.clusterOfPlace()[i] >= 0) {
                most = Math.max(most, Math.hypot(found.u()[i], found.v()[i]));
            }
        }
        return most * 1.02;
    }

    /// The number of a cluster stands at that of its places which is nearest to the middle of all of them.
    private static Optional<Mark> number(ClusterAnalysis.Found found, int cluster, CompassFace face, double outer) {
        int[] places = IntStream.range(0, found.u().length)
                .filter(i -> found.clusterOfPlace()[i] == cluster - 1)
                .toArray();
        double u =
                Arrays.stream(places).mapToDouble(i -> found.u()[i]).average().orElse(Double.NaN);
        double v =
                Arrays.stream(places).mapToDouble(i -> found.v()[i]).average().orElse(Double.NaN);
        return Arrays.stream(places)
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.hypot(found.u()[i] - u, found.v()[i] - v)))
                .map(i -> new Mark(
                        cluster,
                        face.x() + found.u()[i] / outer * face.radius(),
                        face.y() - found.v()[i] / outer * face.radius()));
    }

    /// Where a cluster's number stands, in pixels.
    private record Mark(int cluster, double x, double y) {}

    private static void table(Chart chart, ClusterAnalysis.Found found, double x, double y) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        double[] right = {x + 92, x + 158, x + 234, x + 352};
        String unit = AirWords.unit(found.column().unit(), style);
        String[] heads = {
            style.say("시간", "hours"),
            style.say("평균", "mean"),
            style.say("농도 기여", "load"),
            style.say("평균 바람", "mean wind")
        };
        for (int i = 0; i < heads.length; i++) {
            canvas.text(heads[i], right[i], y, style.tick().at(Anchor.END));
        }
        canvas.text(unit, right[1], y + 13, style.note().at(Anchor.END));
        for (ClusterAnalysis.Part part : found.parts()) {
            double line = y + 10 + LINE * part.number();
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
