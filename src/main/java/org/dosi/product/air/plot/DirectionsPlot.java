package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dosi.analysis.air.direction.DirectionsAnalysis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Directions as small compasses, a line a station and a column a pollutant: a fan is the interval, a
/// needle the direction; what could be chance is only a ring.
public final class DirectionsPlot {
    private static final double HEAD = 30;
    private static final double TITLE_LINE = 19;
    private static final double NOTE_LINE = 14;
    private static final double BELOW = 14;
    private static final double LEFT = 24;
    private static final double NAMES = 120;
    private static final double LEAST_LINE = 34;
    private static final double MOST_LINE = 96;
    private static final double MOST_COLUMN = 190;

    /// A compass with its ratio.
    private static final double LEAST_COLUMN = 68;

    private static final double BLOCK_HEAD = 44;

    private DirectionsPlot() {}

    public static Drawing draw(DirectionsAnalysis.Found found, Style style) {
        Map<String, Map<String, DirectionsAnalysis.Row>> lines = new LinkedHashMap<>();
        Map<String, String> columns = new LinkedHashMap<>();
        for (DirectionsAnalysis.Row row : found.rows()) {
            lines.computeIfAbsent(row.station(), _ -> new LinkedHashMap<>()).put(row.pollutant(), row);
            columns.putIfAbsent(row.pollutant(), style.say(row.pollutantName()));
        }
        double line = Math.clamp(480.0 / Math.max(1, lines.size()), LEAST_LINE, MOST_LINE);
        String title = style.say(found.clearest().orElseGet(found::statement));
        List<String> titles = Chart.wrap(title, style.title().size() * 1.1, style.width() - 2 * LEFT);
        List<String> notes = Chart.wrap(note(found, style), style.note().size(), style.width() - 2 * LEFT);
        double top = HEAD + titles.size() * TITLE_LINE + notes.size() * NOTE_LINE + 36;
        double room = style.width() - LEFT - NAMES - 10;
        // Pollutants that have no room beside the others stand in a block of their own below.
        int across = (int) Math.clamp(room / LEAST_COLUMN, 1, Math.max(1, columns.size()));
        int blocks = Math.ceilDiv(Math.max(1, columns.size()), across);
        double block = lines.size() * line + BLOCK_HEAD;
        double height = top + blocks * block - BLOCK_HEAD + BELOW;
        return new Drawing(style.width(), height, title, canvas -> {
            Chart chart = new Chart(canvas, style);
            double y = HEAD;
            for (String each : titles) {
                canvas.text(each, LEFT, y, style.title());
                y += TITLE_LINE;
            }
            for (String each : notes) {
                canvas.text(each, LEFT, y, style.note());
                y += NOTE_LINE;
            }
            double wide = Math.min(MOST_COLUMN, room / across);
            List<String> ids = List.copyOf(columns.keySet());
            for (int b = 0; b < blocks; b++) {
                double under = top + b * block;
                List<String> part = ids.subList(b * across, Math.min(ids.size(), (b + 1) * across));
                for (int c = 0; c < part.size(); c++) {
                    String name = fitting(columns.getOrDefault(part.get(c), ""), wide - 8, style);
                    canvas.text(
                            name,
                            LEFT + NAMES + wide * c + 4,
                            under - 12,
                            style.label().strong());
                }
                int l = 0;
                for (Map<String, DirectionsAnalysis.Row> row : lines.values()) {
                    draw(chart, row, part, under + line * l++, line, wide);
                }
            }
        });
    }

    /// `Ozone (O₃)`, or `O₃` where that is too wide.
    private static String fitting(String name, double width, Style style) {
        int open = name.lastIndexOf('(');
        boolean wide = Chart.widthOf(name, style.label().size()) > width;
        return wide && open >= 0 && name.endsWith(")") ? name.substring(open + 1, name.length() - 1) : name;
    }

    private static String note(DirectionsAnalysis.Found found, Style style) {
        String level = found.provenance().parameters().getOrDefault("level", "0.95");
        long percent = Math.round(Double.parseDouble(level) * 100);
        String statement = found.clearest().isEmpty() ? "" : style.say(found.statement()) + ". ";
        return statement
                + style.say(
                        "바늘: 농도가 가장 높은 풍향(계절·시각·풍속의 영향을 뺌). 부채꼴: %d %% 구간. ×: 다른 풍향에 대한 비. 빈 고리: 우연이거나 한 방향으로 말할 수 없음."
                                .formatted(percent),
                        "Needle: the wind direction of the highest concentrations, at like season, hour and wind speed. Fan: "
                                + "%d %% interval. ×: ratio to other winds. A ring alone: chance, or no one direction."
                                        .formatted(percent));
    }

    private static void draw(
            Chart chart,
            Map<String, DirectionsAnalysis.Row> row,
            List<String> columns,
            double y,
            double line,
            double wide) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        canvas.line(
                LEFT, y, style.width() - LEFT, y, Canvas.Stroke.of(style.theme().grid(), 0.75));
        String name = style.say(row.values().iterator().next().stationName());
        canvas.text(name, LEFT, y + line / 2 + 4, style.label());
        double radius = Math.min(line, wide * 0.55) / 2 - 3;
        for (int c = 0; c < columns.size(); c++) {
            DirectionsAnalysis.Row cell = row.get(columns.get(c));
            if (cell != null && !Double.isNaN(cell.q())) {
                compass(chart, cell, LEFT + NAMES + wide * c + 4 + radius, y + line / 2, radius);
            }
        }
    }

    private static void compass(Chart chart, DirectionsAnalysis.Row row, double x, double y, double radius) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        canvas.circle(x, y, radius, Canvas.Stroke.of(style.theme().grid(), 1));
        canvas.line(
                x, y - radius, x, y - radius + 3, Canvas.Stroke.of(style.theme().muted(), 1));
        if (row.significant()) {
            fan(
                    canvas,
                    x,
                    y,
                    radius,
                    row.lowerDeg(),
                    row.widthDeg(),
                    style.theme().band());
            double turn = Math.toRadians(row.directionDeg());
            canvas.line(
                    x,
                    y,
                    x + radius * Math.sin(turn),
                    y - radius * Math.cos(turn),
                    Canvas.Stroke.of(style.theme().accent(), 2));
            canvas.circle(x, y, 2, style.theme().accent());
        }
        Canvas.Font font = row.significant() ? style.label() : style.note();
        String ratio = "×" + String.format(Locale.ROOT, "%.2f", row.ratio());
        canvas.text(row.significant() ? ratio : "–", x + radius + 6, y + 4, font);
    }

    /// A sector of a circle, clockwise from a direction.
    private static void fan(
            Canvas canvas, double x, double y, double radius, double fromDeg, double widthDeg, int fill) {
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {x, y});
        int steps = Math.max(2, (int) Math.ceil(widthDeg / 5));
        for (int i = 0; i <= steps; i++) {
            double turn = Math.toRadians(fromDeg + widthDeg * i / steps);
            points.add(new double[] {x + radius * Math.sin(turn), y - radius * Math.cos(turn)});
        }
        canvas.polygon(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(),
                fill);
    }
}
