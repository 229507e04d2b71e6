package org.dosi.product.air.plot;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.state.SurfaceAnalysis;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.IsoLines;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// The surface as a map: concentrations as colours, their standard error as lines, the stations with what
/// they measured, and beside it how good it was where it could be tried.
public final class SurfacePlot {
    private static final double LEFT = 24;
    private static final double TOP = 62;

    /// For the bar of colours and the words.
    private static final double PANEL = 190;

    private static final double PANEL_HEIGHT = 356;

    /// Of the panel below the map, whose bar of colours lies flat.
    private static final double NARROW_PANEL = 232;

    /// With less room the panel stands below the map.
    private static final double NARROW = 640;

    private static final double TALLEST = 760;
    private static final double BAR = 150;
    private static final Ramp RAMP = Ramp.BATLOW;
    private static final int LINE = 0x90202428;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private SurfacePlot() {}

    public static Drawing draw(SurfaceAnalysis.Found found, Style style) {
        boolean narrow = style.width() < NARROW;
        SurfaceAnalysis.Grid grid = found.grid();
        double room = style.width() - 2 * LEFT - (narrow ? 0 : PANEL + 20);
        double height = Math.min(TALLEST, room * grid.rows() / grid.columns());
        Chart.Field map = new Chart.Field(LEFT, TOP, height * grid.columns() / grid.rows(), height);
        double panelX = narrow ? LEFT : map.right() + 28;
        double panelY = narrow ? map.bottom() + 40 : TOP;
        double bottom = narrow ? panelY + NARROW_PANEL : Math.max(map.bottom() + 30, panelY + PANEL_HEIGHT);
        String title =
                AirWords.withUnit(found.variable().name(), found.variable().unit(), style);
        return new Drawing(style.width(), bottom, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    Axis scale = scale(found, panelY + 22);
                    String unit = AirWords.unit(found.variable().unit(), style);
                    canvas.clip(map.x(), map.y(), map.width(), map.height());
                    canvas.image(image(found, scale), map.x(), map.y(), map.width(), map.height(), true);
                    SurfaceMap place = new SurfaceMap(found.grid(), map);
                    place.borders(found.outline(), canvas);
                    errorLines(found, map, chart);
                    place.scaleBar(chart);
                    stations(found, map, scale, chart);
                    canvas.endClip();
                    if (narrow) {
                        Chart.Field bar = new Chart.Field(LEFT, panelY + 14, map.width(), 12);
                        chart.flatColourBar(
                                RAMP,
                                new Axis(scale.from(), scale.to(), bar.x(), bar.right(), scale.ticks()),
                                bar,
                                unit);
                        words(found, LEFT, panelY + 72, chart);
                    } else {
                        chart.colourBar(RAMP, scale, new Chart.Field(panelX, panelY + 22, 14, BAR), unit);
                        words(found, panelX, panelY + 22 + BAR + 34, chart);
                    }
                    String note = style.say(
                            "선: 표준오차(±). 원: 측정소의 측정값", "Lines: standard error (±). Circles: what stations measured");
                    canvas.text(note, LEFT, map.bottom() + 18, style.note());
                })
                .under(when(found, style), LEFT, style);
    }

    private static String when(SurfaceAnalysis.Found found, Style style) {
        ZoneId zone = found.calendar();
        long hours = (found.toS() - found.fromS()) / 3600;
        return TIME.format(Instant.ofEpochSecond(found.fromS()).atZone(zone)) + " – "
                + TIME.format(Instant.ofEpochSecond(found.toS()).atZone(zone))
                + (hours > 1 ? style.say(" · %d시간 평균", " · mean of %d hours").formatted(hours) : "");
    }

    /// From the smallest to the largest of surface and stations.
    private static Axis scale(SurfaceAnalysis.Found found, double top) {
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
        return most > least ? Axis.exact(least, most, top + BAR, top, 5) : Axis.linear(least, most, top + BAR, top, 5);
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

    /// A place on the map that is taken: by a station or by a label.
    private record Taken(double x, double y) {
        boolean near(double otherX, double otherY) {
            return Math.abs(x + 22 - otherX) < 60 && Math.abs(y - otherY) < 18;
        }
    }

    private static void errorLines(SurfaceAnalysis.Found found, Chart.Field map, Chart chart) {
        double[] error = found.standardError();
        double least = Arrays.stream(error).min().orElse(0);
        double most = Arrays.stream(error).max().orElse(0);
        if (!(most > least)) {
            return;
        }
        SurfaceMap place = new SurfaceMap(found.grid(), map);
        List<Taken> taken = new ArrayList<>();
        for (SurfaceAnalysis.Spot spot : found.spots()) {
            taken.add(new Taken(place.x(spot.station()), place.y(spot.station())));
        }
        for (Axis.Tick tick : Axis.exact(least, most, 0, 1, 4).ticks()) {
            boolean labelled = false;
            for (IsoLines.Piece piece : IsoLines.of(error, found.grid().columns(), tick.at())) {
                double x = place.x(piece.x1());
                double y = place.y(piece.y1());
                double x2 = place.x(piece.x2());
                double y2 = place.y(piece.y2());
                chart.canvas().line(x, y, x2, y2, Canvas.Stroke.of(LINE, 1));
                boolean inside = x > map.x() + 30 && x < map.right() - 60 && y > map.y() + 24 && y < map.bottom() - 32;
                if (!labelled && inside && taken.stream().noneMatch(other -> other.near(x, y))) {
                    SurfaceMap.haloed("± " + tick.label(), x + 3, y - 3, Canvas.Font.of(10, SurfaceMap.DARK), chart);
                    taken.add(new Taken(x, y));
                    labelled = true;
                }
            }
        }
    }

    private static void stations(SurfaceAnalysis.Found found, Chart.Field map, Axis scale, Chart chart) {
        SurfaceMap place = new SurfaceMap(found.grid(), map);
        for (SurfaceAnalysis.Spot spot : found.spots()) {
            double x = place.x(spot.station());
            double y = place.y(spot.station());
            boolean measured = Double.isFinite(spot.measured());
            chart.canvas().circle(x, y, 6.6, 0xffffffff);
            chart.canvas().circle(x, y, 5.2, measured ? colour(spot.measured(), scale) : 0xffb0b0b0);
            chart.canvas().circle(x, y, 6.6, Canvas.Stroke.of(LINE, 0.8));
        }
        if (map.width() > 380) {
            place.names(
                    found.spots().stream().map(SurfaceAnalysis.Spot::station).toList(), 7, chart);
        }
    }

    private static void words(SurfaceAnalysis.Found found, double x, double top, Chart chart) {
        Style style = chart.style();
        SurfaceAnalysis.Quality quality = found.quality();
        String unit = " " + AirWords.unit(found.variable().unit(), style);
        String[] lines = {
            style.say("측정소를 하나씩 빼고 추정", "Each station left out"),
            style.say("%.0f시간 평균 %d개에서", "from %2$d means of %1$.0f h")
                    .formatted(quality.partHours(), quality.fields()),
            "RMSE " + said(found, quality.rmse()) + unit,
            style.say("치우침 ", "bias ") + said(found, quality.bias()) + unit,
            style.say("95 % 구간 포함률 ", "95 % interval holds ") + Figures.percent(quality.coverage(), 1),
            style.say("네트워크 평균의 RMSE ", "RMSE of the mean ") + rival(found, "network_mean"),
            style.say("가장 가까운 측정소 ", "of the nearest ") + rival(found, "nearest_station"),
            style.say("상관 거리 ", "range ") + Figures.fixed(quality.rangeM() / 1000, 0) + " km",
            style.say("지점 고유분 ", "nugget ") + Figures.percent(quality.nuggetShare(), 1)
        };
        for (int i = 0; i < lines.length; i++) {
            chart.canvas().text(lines[i], x, top + i * 18, i == 0 ? style.label() : style.tick());
        }
    }

    private static String rival(SurfaceAnalysis.Found found, String name) {
        return said(found, found.rivals().getOrDefault(name, Double.NaN));
    }

    private static String said(SurfaceAnalysis.Found found, double value) {
        return Figures.of(value, found.variable().unit());
    }
}
