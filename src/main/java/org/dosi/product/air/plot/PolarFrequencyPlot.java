package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.direction.PolarFrequencyAnalysis;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Cells of direction and speed in the colour of their number of hours or statistic.
public final class PolarFrequencyPlot {
    private static final double LABELS_DEG = 45;

    private static final CompassPlot<PolarFrequencyAnalysis.Found> PLOT = new CompassPlot<>(
            150,
            (first, each) -> each.say(first.name()) + " · " + each.say(first.place()),
            (alike, each) -> statistic(alike.getFirst(), each),
            PolarFrequencyAnalysis.Found::hours,
            PolarFrequencyPlot::face,
            PolarFrequencyPlot::legend,
            PolarFrequencyPlot::draw);

    private PolarFrequencyPlot() {}

    public static Drawing draw(PolarFrequencyAnalysis.Found found, Style style) {
        return PLOT.one(found, style, CompassFace.barRoom(style), "")
                .under(
                        below(found, style) + PolarWords.steps(found.directionStepDeg(), style),
                        CompassPlot.EDGE,
                        style);
    }

    /// A face for each group, on one scale.
    public static Drawing draw(GroupedFinding<PolarFrequencyAnalysis.Found> found, Style style) {
        return CompassGroups.draw(found, style, PLOT);
    }

    private static void face(
            PolarFrequencyAnalysis.Found found,
            List<PolarFrequencyAnalysis.Found> alike,
            CompassFace face,
            Chart chart) {
        double least = least(alike);
        double most = most(alike);
        Axis radial = face.radial(fastest(alike));
        double half = 180.0 / found.sectors();
        if (chart.style().theme() == Style.Theme.DARK) {
            // The least colour is nearly the page's own: an edge around all cells keeps it from being lost.
            int edge = chart.style().theme().muted();
            found.cells().forEach(cell -> cell(face, radial, cell, half, 1, edge, chart.canvas()));
        }
        for (PolarFrequencyAnalysis.Found.Cell cell : found.cells()) {
            // A hair too wide, so that no seam shows between two.
            int colour = Ramp.CIVIDIS.at(share(cell.value(), least, most));
            cell(face, radial, cell, half, 0.2, colour, chart.canvas());
        }
        face.grid(chart, radial);
        face.ringLabels(chart, radial, LABELS_DEG, "m/s");
    }

    private static void legend(List<PolarFrequencyAnalysis.Found> alike, CompassFace face, Chart chart) {
        PolarFrequencyAnalysis.Found found = alike.getFirst();
        Style style = chart.style();
        String unit = isCount(found) ? style.say("시간", "hours") : AirWords.withUnit(found.name(), found.unit(), style);
        face.colourBar(
                chart, Ramp.CIVIDIS, scale(least(alike), most(alike)), unit + style.say(" · 제곱근 눈금", " · root scale"));
    }

    private static boolean isCount(PolarFrequencyAnalysis.Found found) {
        return found.statistic() == PolarFrequencyAnalysis.Statistic.FREQUENCY;
    }

    private static double most(List<PolarFrequencyAnalysis.Found> alike) {
        return values(alike).max().orElse(1);
    }

    private static double least(List<PolarFrequencyAnalysis.Found> alike) {
        return isCount(alike.getFirst()) ? 0 : values(alike).min().orElse(0);
    }

    private static DoubleStream values(List<PolarFrequencyAnalysis.Found> alike) {
        return alike.stream()
                .flatMapToDouble(found -> Arrays.stream(found.values()))
                .filter(Double::isFinite);
    }

    /// A cell, so many pixels larger on all sides.
    private static void cell(
            CompassFace face,
            Axis radial,
            PolarFrequencyAnalysis.Found.Cell cell,
            double half,
            double larger,
            int colour,
            Canvas canvas) {
        double outer = radial.pixel(cell.fastestMPerS());
        double turn = Math.toDegrees(larger / Math.max(outer, 1));
        face.wedge(
                canvas,
                cell.fromDeg() - half - turn,
                cell.fromDeg() + half + turn,
                Math.max(0, radial.pixel(cell.slowestMPerS()) - larger),
                outer + larger,
                colour);
    }

    /// The upper end of the fastest class that holds an hour.
    private static double fastest(List<PolarFrequencyAnalysis.Found> alike) {
        return alike.stream()
                .flatMap(found -> found.cells().stream())
                .mapToDouble(PolarFrequencyAnalysis.Found.Cell::fastestMPerS)
                .max()
                .orElse(1);
    }

    /// On the square root, as openair: a few cells hold most hours.
    private static double share(double value, double least, double most) {
        return Math.sqrt(Math.max(0, (value - least) / Math.max(most - least, 1e-12)));
    }

    /// Round numbers near the quarters of the bar, which is one of roots.
    private static Axis scale(double least, double most) {
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            double value = least + (most - least) * i * i / 16;
            double unit = Math.pow(10, Math.floor(Math.log10(Math.max(value - least, (most - least) / 64))));
            double round = Math.round(value / unit) * unit;
            double tick = round > most ? round - unit : Math.max(round, least);
            double at = share(tick, least, most);
            if (ticks.isEmpty() || at > ticks.getLast().at() + 0.08) {
                ticks.add(new Axis.Tick(at, Figures.rounded(tick)));
            }
        }
        return new Axis(0, 1, 0, 1, ticks);
    }

    private static String statistic(PolarFrequencyAnalysis.Found found, Style style) {
        return switch (found.statistic()) {
            case FREQUENCY -> style.say("바람의 빈도", "frequency of winds");
            case MEAN -> style.say("평균", "mean");
            case MEDIAN -> style.say("중앙값", "median");
            case MAX -> style.say("최댓값", "maximum");
            case STANDARD_DEVIATION -> style.say("표준편차", "standard deviation");
            case WEIGHTED_MEAN -> style.say("평균에 대한 기여(%)", "contribution to the mean, %");
        };
    }

    private static String below(PolarFrequencyAnalysis.Found found, Style style) {
        return statistic(found, style) + " · "
                + style.say("풍향·풍속별, %,d시간", "by wind direction and speed, %,d hours")
                        .formatted(found.hours());
    }
}
