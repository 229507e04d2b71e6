package org.dosi.product.air.plot;

import java.util.Locale;
import java.util.stream.IntStream;
import org.dosi.analysis.air.direction.SectorProbabilityAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Probabilities as wedges, with the probability of all sectors as a ring to compare with.
public final class SectorProbabilityPlot {
    private static final double KEEP_RIGHT = 190;
    private static final double LABELS_DEG = 45;

    private SectorProbabilityPlot() {}

    public static Drawing draw(SectorProbabilityAnalysis.Found found, Style style) {
        CompassFace face = CompassFace.in(style, KEEP_RIGHT);
        String title = style.say(found.column().name()) + " · " + style.say(found.place());
        return new Drawing(face.width(style, KEEP_RIGHT), face.height(24), title, canvas -> {
            Chart chart = new Chart(canvas, style);
            chart.head(title, below(found, style), 24, 28);
            int sectors = found.sectors();
            double most = IntStream.range(0, sectors)
                    .mapToDouble(found::share)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(1);
            Axis radial = face.radial(Math.max(most, 1e-9) * 1.03, 4);
            double half = 180.0 / sectors;
            for (int s = 0; s < sectors; s++) {
                double share = found.share(s);
                if (share > 0) {
                    double middle = s * 360.0 / sectors;
                    boolean above = share > found.overall();
                    int fill = above
                            ? style.theme().second()
                            : CompassFace.translucent(style.theme().accent(), 0x90);
                    face.wedge(canvas, middle - half * 0.94, middle + half * 0.94, 0, radial.pixel(share), fill);
                }
            }
            face.grid(chart, radial);
            canvas.circle(
                    face.x(),
                    face.y(),
                    radial.pixel(found.overall()),
                    new Stroke(style.theme().ink(), 1.4, 5, 4));
            face.ringLabels(chart, radial, LABELS_DEG, "");
            legend(found, chart, face);
        });
    }

    private static void legend(SectorProbabilityAnalysis.Found found, Chart chart, CompassFace face) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        double x = face.right() + 14;
        double y = face.y() - 34;
        canvas.rectangle(x, y - 10, 14, 14, style.theme().second());
        canvas.text(style.say("전체보다 높음", "above the overall share"), x + 22, y + 1, style.tick());
        canvas.rectangle(
                x, y + 10, 14, 14, CompassFace.translucent(style.theme().accent(), 0x90));
        canvas.text(style.say("전체 이하", "not above"), x + 22, y + 21, style.tick());
        canvas.line(x, y + 37, x + 14, y + 37, new Stroke(style.theme().ink(), 1.4, 5, 4));
        canvas.text(
                String.format(Locale.ROOT, style.say("전체 %.3f", "all sectors %.3f"), found.overall()),
                x + 22,
                y + 41,
                style.tick());
    }

    private static String below(SectorProbabilityAnalysis.Found found, Style style) {
        var used = found.provenance().parameters();
        String unit = AirWords.unit(found.column().unit(), style);
        return String.format(
                Locale.ROOT,
                style.say(
                        "풍향별 %s백분위수(%.4g%s) 초과 확률, 풍속 %s m/s 이상, %,d시간",
                        "probability above percentile %s (%.4g%s) by wind direction, wind of at least %s m/s, %,d hours"),
                used.get("percentile"),
                found.threshold(),
                unit.isEmpty() ? "" : " " + unit,
                used.get("least-speed"),
                found.hours());
    }
}
