package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dosi.analysis.air.state.AlertDoubt;
import org.dosi.analysis.air.state.AlertsAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Alerts in time: a field for each pollutant with what the rule compares and its limits, and below it a
/// bar for each region, coloured while an alert is in force.
public final class AlertsPlot {
    private static final double LEFT = 128;
    private static final double RIGHT = 24;
    private static final double TOP = 112;
    private static final double FIELD = 120;
    private static final double ROW = 18;
    private static final double BAR = 12;
    private static final double GAP = 66;

    /// So wide is a bar at least, that an hour in a year is seen.
    private static final double LEAST = 2;

    /// Width of a question mark, pixels.
    private static final double MARK = 9;

    private static final int[] ON_LIGHT = {0xfff0a202, 0xffd1351b, 0xff6a1b9a};
    private static final int[] ON_DARK = {0xfff0a202, 0xffff6b52, 0xffc58af9};

    private AlertsPlot() {}

    public static Drawing draw(AlertsAnalysis.Found found, Style style) {
        Map<String, List<AlertsAnalysis.Region>> byPollutant = new LinkedHashMap<>();
        found.regions()
                .forEach(region -> byPollutant
                        .computeIfAbsent(region.pollutant(), _ -> new ArrayList<>())
                        .add(region));
        double height = TOP;
        for (List<AlertsAnalysis.Region> regions : byPollutant.values()) {
            height += FIELD + 10 + regions.size() * ROW + GAP;
        }
        String title = style.say("대기오염 주의보·경보", "Air-pollution advisories and warnings");
        return new Drawing(style.width(), height - 16, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    legend(chart);
                    double y = TOP;
                    for (List<AlertsAnalysis.Region> regions : byPollutant.values()) {
                        field(found, regions, y, chart);
                        y += FIELD + 10 + regions.size() * ROW + GAP;
                    }
                })
                .under(below(found, style), 24, style);
    }

    private static String below(AlertsAnalysis.Found found, Style style) {
        long issued = found.regions().stream()
                .flatMap(region -> region.alerts().stream())
                .filter(alert -> alert.beginning().equals("issued"))
                .count();
        long doubtful = found.regions().stream()
                .flatMap(region -> region.alerts().stream())
                .filter(alert -> alert.doubt() != AlertDoubt.NONE)
                .count();
        String doubts = found.regions().stream()
                .flatMap(region -> region.alerts().stream())
                .map(AlertsAnalysis.Alert::doubt)
                .filter(one -> one != AlertDoubt.NONE)
                .distinct()
                .map(one -> style.say(one.label()))
                .collect(Collectors.joining("; "));
        String doubt = doubtful == 0
                ? ""
                : " · ? " + doubts + style.say(" (%d건)", " (%d)").formatted(doubtful);
        return style.say("%s년 기준 · 발령 %d회 · 농도만으로 판정", "rules of %s · issued %d times · by concentration alone")
                        .formatted(
                                found.editions().stream()
                                        .map(AlertsAnalysis.Edition::id)
                                        .collect(Collectors.joining(", ")),
                                issued)
                + doubt;
    }

    private static void legend(Chart chart) {
        List<Chart.Entry> entries = new ArrayList<>();
        for (int level = 1; level <= ON_LIGHT.length; level++) {
            entries.add(new Chart.Entry(
                    chart.style().say(AlertsAnalysis.levelName(level)), colour(level, chart.style()), 0));
        }
        chart.legend(entries, 20, 66);
    }

    /// From 1 for an advisory to 3 for a severe warning.
    private static int colour(int level, Style style) {
        return (style.theme() == Style.Theme.DARK ? ON_DARK : ON_LIGHT)[level - 1];
    }

    private static void field(
            AlertsAnalysis.Found found, List<AlertsAnalysis.Region> regions, double top, Chart chart) {
        Style style = chart.style();
        AlertsAnalysis.Region first = regions.getFirst();
        long[] startS = first.startS();
        if (startS.length == 0) {
            return;
        }
        double[] highest = highest(regions);
        Chart.Field field = new Chart.Field(LEFT, top, style.width() - LEFT - RIGHT, FIELD);
        Axis x = Axis.time(
                startS[0],
                startS[startS.length - 1] + 3600,
                field.x(),
                field.right(),
                found.calendar(),
                style.language());
        double most = Arrays.stream(highest).filter(Double::isFinite).max().orElse(1);
        Axis y = Axis.linear(0, Math.max(most, first.issueFrom()[0] * 1.15), field.bottom(), field.y(), 4);
        Chart.Field whole = new Chart.Field(field.x(), field.y(), field.width(), FIELD + 10 + regions.size() * ROW);
        chart.xAxis(x, whole, "");
        String compared = first.statistic().equals("highest")
                ? style.say("최고 농도 측정소", "highest station")
                : style.say("측정소 평균", "mean of the stations");
        chart.yAxis(y, field, AirWords.withUnit(first.pollutantName(), first.unit(), style) + " · " + compared);
        limits(first, y, field, chart);
        chart.canvas()
                .polyline(
                        x.pixels(middles(startS)),
                        y.pixels(highest),
                        Canvas.Stroke.of(style.theme().accent(), 1.1));
        for (int r = 0; r < regions.size(); r++) {
            row(regions.get(r), x, field.bottom() + 10 + r * ROW, chart);
        }
    }

    private static void limits(AlertsAnalysis.Region region, Axis y, Chart.Field field, Chart chart) {
        for (int k = 0; k < region.issueFrom().length; k++) {
            double at = region.issueFrom()[k];
            if (at <= y.to()) {
                chart.canvas()
                        .line(
                                field.x(),
                                y.pixel(at),
                                field.right(),
                                y.pixel(at),
                                new Canvas.Stroke(colour(k + 1, chart.style()), 1.2, 5, 4));
            }
        }
    }

    private static void row(AlertsAnalysis.Region region, Axis x, double y, Chart chart) {
        Style style = chart.style();
        chart.canvas()
                .text(
                        style.say(region.name()),
                        LEFT - 10,
                        y + BAR - 2,
                        style.tick().at(Canvas.Anchor.END));
        chart.canvas()
                .rectangle(x.start(), y, x.end() - x.start(), BAR, style.theme().grid());
        List<Double> doubted = new ArrayList<>();
        for (AlertsAnalysis.Alert alert : region.alerts()) {
            double from = Math.max(x.start(), x.pixel((double) alert.startS()));
            double to = alert.endS() == Long.MIN_VALUE ? x.end() : x.pixel((double) alert.endS());
            double width = Math.max(LEAST, to - from);
            chart.canvas().rectangle(from, y, width, BAR, colour(alert.level(), style));
            if (alert.doubt() != AlertDoubt.NONE) {
                doubted.add(from + width + 2);
            }
        }
        // One mark for alerts that are close together.
        double marked = Double.NEGATIVE_INFINITY;
        for (double mark : doubted.stream().sorted().toList()) {
            if (mark - marked >= MARK) {
                chart.canvas().text("?", mark, y + BAR - 2, style.tick());
                marked = mark;
            }
        }
    }

    private static double[] highest(List<AlertsAnalysis.Region> regions) {
        double[] highest = regions.getFirst().compared().clone();
        for (AlertsAnalysis.Region region : regions) {
            for (int h = 0; h < highest.length; h++) {
                double value = region.compared()[h];
                highest[h] = Double.isNaN(highest[h]) || value > highest[h] ? value : highest[h];
            }
        }
        return highest;
    }

    private static double[] middles(long[] startS) {
        return Arrays.stream(startS).mapToDouble(s -> s + 1800.0).toArray();
    }
}
