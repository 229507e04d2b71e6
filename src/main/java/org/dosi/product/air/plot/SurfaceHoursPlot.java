package org.dosi.product.air.plot;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.dosi.analysis.air.state.SurfaceAnalysis;
import org.dosi.analysis.air.state.SurfaceHoursAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// The hours' surfaces as small maps in rows, all in one scale.
public final class SurfaceHoursPlot {
    private static final double LEFT = 24;
    private static final double TOP = 66;
    private static final double BAR = 70;
    private static final double GAP = 10;
    private static final double LABEL = 16;

    /// As wide as a small map should be at least.
    private static final double LEAST = 104;

    private static final Ramp RAMP = Ramp.BATLOW;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private SurfaceHoursPlot() {}

    public static Drawing draw(SurfaceHoursAnalysis.Found found, Style style) {
        double room = style.width() - 2 * LEFT - BAR;
        int columns = Math.clamp((long) ((room + GAP) / (LEAST + GAP)), 1, Math.max(1, found.startS().length));
        double width = (room + GAP) / columns - GAP;
        double height = width * found.grid().rows() / found.grid().columns();
        int rows = Math.ceilDiv(found.startS().length, columns);
        double bottom = TOP + Math.max(rows * (height + LABEL + GAP), 210);
        double least = extreme(found, false);
        double most = extreme(found, true);
        Axis scale = Axis.linear(least, most, TOP + 24 + 150, TOP + 24, 5);
        String title =
                AirWords.withUnit(found.variable().name(), found.variable().unit(), style);
        String below = when(found.startS()[0], TIME, found) + style.say("부터 시간마다", ", hour by hour");
        Drawing drawing = new Drawing(style.width(), bottom, title, canvas -> {
            Chart chart = new Chart(canvas, style);
            for (int hour = 0; hour < found.startS().length; hour++) {
                double x = LEFT + hour % columns * (width + GAP);
                int row = hour / columns;
                double y = TOP + row * (height + LABEL + GAP);
                canvas.text(when(found.startS()[hour], CLOCK, found), x, y + 10, style.tick());
                canvas.image(image(found, hour, scale), x, y + LABEL, width, height, true);
                Chart.Field field = new Chart.Field(x, y + LABEL, width, height);
                SurfaceMap map = new SurfaceMap(found.grid(), field);
                canvas.clip(x, y + LABEL, width, height);
                map.borders(found.outline(), canvas);
                canvas.endClip();
                // One bar is enough for all.
                if (hour == 0) {
                    map.scaleBar(chart);
                }
            }
            chart.colourBar(
                    RAMP,
                    scale,
                    new Chart.Field(style.width() - LEFT - BAR + 22, TOP + 24, 14, 150),
                    AirWords.unit(found.variable().unit(), style));
        });
        return drawing.under(below, LEFT, style);
    }

    private static String when(long time, DateTimeFormatter format, SurfaceHoursAnalysis.Found found) {
        return format.format(Instant.ofEpochSecond(time).atZone(found.calendar()));
    }

    private static double extreme(SurfaceHoursAnalysis.Found found, boolean most) {
        var values =
                Arrays.stream(found.value()).flatMapToDouble(Arrays::stream).filter(Double::isFinite);
        return (most ? values.max() : values.min()).orElse(Double.NaN);
    }

    private static BufferedImage image(SurfaceHoursAnalysis.Found found, int hour, Axis scale) {
        SurfaceAnalysis.Grid grid = found.grid();
        BufferedImage image = new BufferedImage(grid.columns(), grid.rows(), BufferedImage.TYPE_INT_ARGB);
        for (int cell = 0; cell < grid.cells(); cell++) {
            double value = found.value()[hour][cell];
            if (Double.isFinite(value)) {
                double share = (value - scale.from()) / (scale.to() - scale.from());
                image.setRGB(cell % grid.columns(), grid.rows() - 1 - cell / grid.columns(), RAMP.at(share));
            }
        }
        return image;
    }
}
