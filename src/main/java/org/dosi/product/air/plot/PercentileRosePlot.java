package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.direction.PercentileRoseAnalysis;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Percentiles as areas one above another, and the mean as a line.
public final class PercentileRosePlot {
    private static final double LABELS_DEG = 45;

    private static final CompassPlot<PercentileRoseAnalysis.Found> PLOT = new CompassPlot<>(
            170,
            (first, each) -> each.say("백분위 장미 · ", "Percentile rose · ")
                    + each.say(first.column().name()) + " · " + each.say(first.place()),
            (_, each) -> each.say("백분위수와 평균", "percentiles and mean"),
            PercentileRoseAnalysis.Found::hours,
            PercentileRosePlot::face,
            (alike, face, chart) -> legend(alike.getFirst(), chart.style()).draw(chart, face),
            PercentileRosePlot::draw);

    private PercentileRosePlot() {}

    public static Drawing draw(PercentileRoseAnalysis.Found found, Style style) {
        return PLOT.one(found, style, legend(found, style).room(style), "")
                .under(
                        style.say("풍향별 백분위수와 평균, %,d시간", "percentiles and mean by wind direction, %,d hours")
                                        .formatted(found.hours())
                                + PolarWords.steps(found.directionStepDeg(), style),
                        CompassPlot.EDGE,
                        style);
    }

    /// A face for each group, on one scale.
    public static Drawing draw(GroupedFinding<PercentileRoseAnalysis.Found> found, Style style) {
        return CompassGroups.draw(found, style, PLOT);
    }

    private static void face(
            PercentileRoseAnalysis.Found found,
            List<PercentileRoseAnalysis.Found> alike,
            CompassFace face,
            Chart chart) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        double most = alike.stream()
                .mapToDouble(PercentileRoseAnalysis.Found::greatest)
                .max()
                .orElse(1);
        Axis radial = face.radial(Math.max(most, 1e-9) * 1.03);
        for (int p = found.percentiles().length - 1; p >= 0; p--) {
            area(canvas, face, radial, found.percentileLine(p), half(found), colour(p, found, style));
        }
        face.grid(chart, radial);
        Stroke halo = Stroke.of(style.theme().surface(), 4.5);
        Stroke mean = Stroke.of(style.theme().second(), 2.2);
        outline(canvas, face, radial, found.meanLine(), half(found), halo);
        outline(canvas, face, radial, found.meanLine(), half(found), mean);
        face.ringLabels(chart, radial, LABELS_DEG, AirWords.unit(found.column().unit(), style));
    }

    /// The highest percentile stands out most from the page: dark on white, bright on a dark one.
    private static int colour(int p, PercentileRoseAnalysis.Found found, Style style) {
        int count = found.percentiles().length;
        double share = count == 1 ? 0.5 : 0.95 - 0.85 * p / (count - 1);
        return Ramp.CIVIDIS.at(style.theme() == Style.Theme.DARK ? 1.1 - share : share);
    }

    /// Of a degree, over which a step goes on; a smooth line has none.
    private static double half(PercentileRoseAnalysis.Found found) {
        return found.smooth() ? 0 : 0.5;
    }

    private static void area(Canvas canvas, CompassFace face, Axis radial, double[] line, double half, int fill) {
        int n = line.length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int d = 0; d < n; d++) {
            double distance = Double.isFinite(line[d]) ? Math.max(0, radial.pixel(line[d])) : 0;
            x[2 * d] = face.px(d - half, distance);
            y[2 * d] = face.py(d - half, distance);
            x[2 * d + 1] = face.px(d + half, distance);
            y[2 * d + 1] = face.py(d + half, distance);
        }
        canvas.polygon(x, y, fill);
    }

    private static void outline(
            Canvas canvas, CompassFace face, Axis radial, double[] line, double half, Stroke stroke) {
        int n = line.length;
        double[] x = new double[2 * n + 1];
        double[] y = new double[2 * n + 1];
        for (int i = 0; i <= 2 * n; i++) {
            int d = i / 2 % n;
            double deg = d + (i % 2 == 0 ? -half : half);
            x[i] = face.px(deg, radial.pixel(line[d]));
            y[i] = face.py(deg, radial.pixel(line[d]));
        }
        canvas.polyline(x, y, stroke);
    }

    private static FaceLegend legend(PercentileRoseAnalysis.Found found, Style style) {
        double[] percentiles = found.percentiles();
        List<Chart.Entry> entries = new ArrayList<>();
        for (int p = percentiles.length - 1; p >= 0; p--) {
            String from = p == 0 ? "0" : Figures.exact(percentiles[p - 1]);
            entries.add(new Chart.Entry(from + " – " + Figures.exact(percentiles[p]), colour(p, found, style), 0));
        }
        entries.add(new Chart.Entry(style.say("평균", "mean"), style.theme().second(), 2.2));
        String unit = AirWords.unit(found.column().unit(), style);
        return new FaceLegend(
                style.say("백분위수", "percentile") + (unit.isEmpty() ? "" : " (" + unit + ")"), entries, List.of());
    }
}
