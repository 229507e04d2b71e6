package org.dosi.product.air.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dosi.analysis.air.direction.PolarFrequencyAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Cells of direction and speed in the colour of their number of hours or statistic.
public final class PolarFrequencyPlot {
    private static final double KEEP_RIGHT = 150;
    private static final double LABELS_DEG = 45;

    private PolarFrequencyPlot() {}

    public static Drawing draw(PolarFrequencyAnalysis.Found found, Style style) {
        CompassFace face = CompassFace.in(style, KEEP_RIGHT);
        String title = style.say(found.name()) + " · " + style.say(found.place());
        return new Drawing(face.width(style, KEEP_RIGHT), face.height(24), title, canvas -> {
            Chart chart = new Chart(canvas, style);
            chart.head(title, below(found, style), 24, 28);
            boolean counts = found.statistic() == PolarFrequencyAnalysis.Statistic.FREQUENCY;
            double most =
                    Arrays.stream(found.values()).filter(Double::isFinite).max().orElse(1);
            double least = counts
                    ? 0
                    : Arrays.stream(found.values())
                            .filter(Double::isFinite)
                            .min()
                            .orElse(0);
            double fastest = fastest(found);
            Axis radial = face.radial(fastest, 4);
            double half = 180.0 / found.sectors();
            for (PolarFrequencyAnalysis.Found.Cell cell : found.cells()) {
                // A hair too wide, so that no seam shows between two.
                face.wedge(
                        canvas,
                        cell.fromDeg() - half - 0.15,
                        cell.fromDeg() + half + 0.15,
                        radial.pixel(cell.slowestMPerS()),
                        radial.pixel(cell.fastestMPerS()) + 0.3,
                        Ramp.CIVIDIS.at(share(cell.value(), least, most)));
            }
            face.grid(chart, radial);
            face.ringLabels(chart, radial, LABELS_DEG, "m/s");
            String unit = counts ? style.say("시간", "hours") : AirWords.withUnit(found.name(), found.unit(), style);
            face.colourBar(chart, Ramp.CIVIDIS, scale(least, most), unit);
        });
    }

    /// The upper end of the fastest class that holds an hour.
    private static double fastest(PolarFrequencyAnalysis.Found found) {
        return found.cells().stream()
                .mapToDouble(PolarFrequencyAnalysis.Found.Cell::fastestMPerS)
                .max()
                .orElse(1);
    }

    /// On the square root, as openair: a few cells hold most hours.
    private static double share(double value, double least, double most) {
        return Math.sqrt(Math.max(0, (value - least) / Math.max(most - least, 1e-12)));
    }

    /// Ticks at quarters of the bar, so of the root.
    private static Axis scale(double least, double most) {
        List<Axis.Tick> ticks = IntStream.rangeClosed(0, 4)
                .mapToObj(i -> new Axis.Tick(
                        i / 4.0,
                        String.format(Locale.ROOT, "%.3g", least + (most - least) * i * i / 16)
                                .replaceAll("\\.0+$", "")))
                .toList();
        return new Axis(0, 1, 0, 1, ticks);
    }

    private static String below(PolarFrequencyAnalysis.Found found, Style style) {
        String statistic = switch (found.statistic()) {
            case FREQUENCY -> style.say("바람의 빈도", "frequency of winds");
            case MEAN -> style.say("평균", "mean");
            case MEDIAN -> style.say("중앙값", "median");
            case MAX -> style.say("최댓값", "maximum");
            case STANDARD_DEVIATION -> style.say("표준편차", "standard deviation");
            case WEIGHTED_MEAN -> style.say("평균에 대한 기여(%)", "contribution to the mean, %");
        };
        return statistic + " · "
                + style.say("풍향·풍속별, %,d시간", "by wind direction and speed, %,d hours")
                        .formatted(found.hours());
    }
}
