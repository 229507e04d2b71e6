package org.dosi.product.air;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dosi.analysis.air.SurfaceAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.IsoLines;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// The surface as a map: concentrations as colours, their standard error as lines, the stations with what they
/// measured.
final class SurfacePlot {
    private static final double WIDTH = 900;
    private static final double MAP = 690;
    private static final double LEFT = 24;
    private static final double TOP = 66;
    private static final double PANEL = LEFT + MAP + 34;
    private static final Ramp RAMP = Ramp.CIVIDIS;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private SurfacePlot() {}

    static Drawing draw(SurfaceAnalysis.Found found, Style style) {
        SurfaceAnalysis.Grid grid = found.grid();
        double high = Math.clamp(MAP * grid.rows() / grid.columns(), 280, 800);
        double mapHeight = MAP * grid.rows() / grid.columns() > high ? high : MAP * grid.rows() / grid.columns();
        double mapWidth = mapHeight * grid.columns() / grid.rows();
        String title = AirWords.withUnit(found.variable().name(), found.variable().unit(), style);
        Chart.Field map = new Chart.Field(LEFT, TOP, Math.min(MAP, mapWidth), mapHeight);
        return new Drawing(WIDTH, TOP + Math.max(mapHeight, 360) + 34, title, canvas -> {
            Chart chart = new Chart(canvas, style);
            chart.head(title, when(found, style), LEFT, 28);
            Axis scale = scale(found);
            canvas.clip(map.x(), map.y(), map.width(), map.height());
            canvas.image(image(found, scale), map.x(), map.y(), map.width(), map.height(), true);
            errorLines(found, map, chart);
            canvas.endClip();
            stations(found, map, scale, chart);
            chart.colourBar(
                    RAMP,
                    scale,
                    new Chart.Field(PANEL, TOP + 22, 14, 150),
                    AirWords.withUnit(found.variable().name(), found.variable().unit(), style));
            words(found, TOP + 206, chart);
            canvas.text(
                    style.say(
                            "흰 선: 표준오차. 원: 측정소의 측정값",
                            "White lines: standard error. Circles: what the stations measured"),
                    LEFT,
                    map.bottom() + 18,
                    style.note());
        });
    }

    private static String when(SurfaceAnalysis.Found found, Style style) {
        ZoneId zone = found.calendar();
        long hours = (found.toS() - found.fromS()) / 3600;
        return TIME.format(Instant.ofEpochSecond(found.fromS()).atZone(zone)) + " – "
                + TIME.format(Instant.ofEpochSecond(found.toS()).atZone(zone))
                + (hours > 1 ? style.say(" · %d시간 평균", " · mean of %d hours").formatted(hours) : "");
    }

    /// From the smallest to the largest of surface and stations.
    private static Axis scale(SurfaceAnalysis.Found found) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : found.value()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        for (SurfaceAnalysis.Spot spot : found.spots()) {
            if (Double.isFinite(spot.measured())) {
                least = Math.min(least, spot.measured());
                most = Math.max(most, spot.measured());
            }
        }
        double y = TOP + 22;
        return most > least ? Axis.exact(least, most, y + 150, y, 5) : Axis.linear(least, most, y + 150, y, 5);
    }

    private static int colour(double value, Axis scale) {
        return RAMP.at((value - scale.from()) / (scale.to() - scale.from()));
    }

    private static BufferedImage image(SurfaceAnalysis.Found found, Axis scale) {
        SurfaceAnalysis.Grid grid = found.grid();
        BufferedImage image = new BufferedImage(grid.columns(), grid.rows(), BufferedImage.TYPE_INT_ARGB);
        for (int cell = 0; cell < grid.cells(); cell++) {
            int row = grid.rows() - 1 - cell / grid.columns();
            image.setRGB(cell % grid.columns(), row, colour(found.value()[cell], scale));
        }
        return image;
    }

    private static void errorLines(SurfaceAnalysis.Found found, Chart.Field map, Chart chart) {
        double[] error = found.standardError();
        double least = Arrays.stream(error).min().orElse(0);
        double most = Arrays.stream(error).max().orElse(0);
        if (!(most > least)) {
            return;
        }
        double width = map.width() / found.grid().columns();
        double height = map.height() / found.grid().rows();
        for (Axis.Tick tick : Axis.exact(least, most, 0, 1, 4).ticks()) {
            List<IsoLines.Piece> pieces = IsoLines.of(error, found.grid().columns(), tick.at());
            double labelX = Double.NEGATIVE_INFINITY;
            double labelY = 0;
            for (IsoLines.Piece piece : pieces) {
                double x1 = map.x() + (piece.x1() + 0.5) * width;
                double y1 = map.bottom() - (piece.y1() + 0.5) * height;
                double x2 = map.x() + (piece.x2() + 0.5) * width;
                double y2 = map.bottom() - (piece.y2() + 0.5) * height;
                chart.canvas().line(x1, y1, x2, y2, Canvas.Stroke.of(0xb0ffffff, 1));
                if (x1 > labelX && x1 < map.right() - 30 && y1 > map.y() + 14) {
                    labelX = x1;
                    labelY = y1;
                }
            }
            if (labelX > map.x()) {
                chart.canvas().text("± " + tick.label(), labelX, labelY - 3, Canvas.Font.of(10, 0xffffffff));
            }
        }
    }

    private static void stations(SurfaceAnalysis.Found found, Chart.Field map, Axis scale, Chart chart) {
        SurfaceAnalysis.Grid grid = found.grid();
        for (SurfaceAnalysis.Spot spot : found.spots()) {
            double x = map.x() + (spot.station().lon() - grid.west()) / grid.stepLon() / grid.columns() * map.width();
            double y = map.bottom()
                    - (spot.station().lat() - grid.south()) / grid.stepLat() / grid.rows() * map.height();
            boolean measured = Double.isFinite(spot.measured());
            chart.canvas().circle(x, y, 6.5, 0xffffffff);
            chart.canvas().circle(x, y, 5.2, measured ? colour(spot.measured(), scale) : 0xffb0b0b0);
            String label = chart.style().say(spot.station().name());
            double edge = map.right() - Chart.widthOf(label, 10) - 12;
            Canvas.Font font = Canvas.Font.of(10, 0xffffffff);
            if (x > edge) {
                chart.canvas().text(label, x - 9, y + 3.5, font.at(Canvas.Anchor.END));
            } else {
                chart.canvas().text(label, x + 9, y + 3.5, font);
            }
        }
    }

    private static void words(SurfaceAnalysis.Found found, double top, Chart chart) {
        Style style = chart.style();
        SurfaceAnalysis.Quality quality = found.quality();
        String unit = AirWords.unit(found.variable().unit(), style);
        String[] lines = {
            style.say("측정소를 하나씩 빼고 추정", "each station left out"),
            style.say("RMSE ", "RMSE ") + shortly(quality.rmse()) + " " + unit,
            style.say("치우침 ", "bias ") + shortly(quality.bias()) + " " + unit,
            style.say("95 % 구간의 실제 포함률 ", "95 % interval holds ") + percent(quality.coverage()),
            style.say("단순 평균의 RMSE ", "RMSE of plain mean ")
                    + shortly(found.rivals().getOrDefault("network_mean", Double.NaN)),
            style.say("가장 가까운 측정소 ", "of nearest station ")
                    + shortly(found.rivals().getOrDefault("nearest_station", Double.NaN)),
            style.say("상관 거리 ", "range ") + String.format(Locale.ROOT, "%.0f km", quality.rangeM() / 1000),
            style.say("지점 고유분 ", "nugget ") + percent(quality.nuggetShare())
        };
        for (int i = 0; i < lines.length; i++) {
            chart.canvas().text(lines[i], PANEL, top + i * 18, i == 0 ? style.label() : style.tick());
        }
    }

    private static String shortly(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String pattern = size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.5f";
        return String.format(Locale.ROOT, pattern, value).replace('-', '−');
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "–";
    }
}
