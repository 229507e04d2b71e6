package org.dosi.product.air.plot;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.air.state.IndexAnalysis;
import org.dosi.analysis.air.state.IndexSurfaceAnalysis;
import org.dosi.analysis.air.state.IndexTold;
import org.dosi.analysis.air.state.IndexTried;
import org.dosi.analysis.air.state.SurfaceAnalysis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.IsoLines;
import org.dosi.product.plot.Style;

/// The index as a map: the most probable grade in the index's colours, paler where it is less sure, with lines where
/// the median index crosses into another grade; the stations with their own index. Of several hours the one with the
/// highest index.
public final class IndexSurfacePlot {
    private static final double LEFT = 24;
    private static final double TOP = 96;
    private static final double PANEL = 200;

    /// With less room the words stand below the map.
    private static final double NARROW = 640;

    private static final double TALLEST = 760;
    private static final double WORDS = 236;
    private static final double RADIUS = 12;
    private static final int LINE = 0xa0202428;

    /// Between the last whole index of a grade and the first of the next.
    private static final double[] BORDERS = {50.5, 100.5, 250.5};

    /// A grade as probable as chance is shown with this opacity, a sure one whole.
    private static final double PALEST = 0.16;

    private static final double CHANCE = 0.25;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private IndexSurfacePlot() {}

    public static Drawing draw(IndexSurfaceAnalysis.Found found, Style style) {
        boolean narrow = style.width() < NARROW;
        SurfaceAnalysis.Grid grid = found.grid();
        double room = style.width() - 2 * LEFT - (narrow ? 0 : PANEL + 20);
        double height = Math.min(TALLEST, room * grid.rows() / grid.columns());
        Chart.Field map = new Chart.Field(LEFT, TOP, height * grid.columns() / grid.rows(), height);
        double panelX = narrow ? LEFT : map.right() + 24;
        double panelY = narrow ? map.bottom() + 46 : TOP + 12;
        String note = Grades.doubts(found.basis().doubts(), style);
        double noteY = Math.max(map.bottom() + 22, panelY + (narrow ? WORDS : 0)) + 16;
        double noteWidth = style.width() - 2 * LEFT;
        double bottom = Math.max(noteY + Chart.noteHeight(note, style, noteWidth) + 6, panelY + WORDS);
        int worst = found.worst();
        String title = style.say("통합대기환경지수(CAI)", "Air-quality index (CAI)");
        Drawing drawing = new Drawing(style.width(), bottom, title, canvas -> {
            Chart chart = new Chart(canvas, style);
            Grades.legend(chart, LEFT - 4, 74, false);
            SurfaceMap place = new SurfaceMap(grid, map);
            IndexTold told = found.frames().get(worst).cells();
            canvas.clip(map.x(), map.y(), map.width(), map.height());
            canvas.image(image(grid, told, style), map.x(), map.y(), map.width(), map.height(), true);
            place.borders(found.outline(), canvas);
            borders(told, place, canvas);
            place.scaleBar(chart);
            stations(found, worst, place, chart);
            canvas.endClip();
            canvas.text(
                    style.say("옅을수록 등급이 불확실하다. 원: 측정소의 지수", "Paler is less sure. Circles: the stations' own index"),
                    LEFT,
                    map.bottom() + 18,
                    style.note());
            words(found, panelX, panelY, chart);
            chart.note(note, LEFT, noteY, noteWidth);
        });
        return drawing.under(when(found, worst, style), LEFT, style);
    }

    private static String when(IndexSurfaceAnalysis.Found found, int frame, Style style) {
        String time = TIME.format(
                Instant.ofEpochSecond(found.frames().get(frame).startS()).atZone(found.calendar()));
        return found.frames().size() == 1
                ? time
                : time
                        + style.say(" · %d시간 가운데 지수가 가장 높은 시간", " · of %d hours the one with the highest index")
                                .formatted(found.frames().size());
    }

    private static BufferedImage image(SurfaceAnalysis.Grid grid, IndexTold told, Style style) {
        BufferedImage image = new BufferedImage(grid.columns(), grid.rows(), BufferedImage.TYPE_INT_ARGB);
        for (int cell = 0; cell < grid.cells(); cell++) {
            int grade = told.grade()[cell];
            if (grade >= 0) {
                double sure = (told.probability()[grade][cell] - CHANCE) / (1 - CHANCE);
                long opacity = Math.round(255 * Math.clamp(PALEST + (1 - PALEST) * sure, PALEST, 1));
                int row = grid.rows() - 1 - cell / grid.columns();
                image.setRGB(
                        cell % grid.columns(), row, (Grades.colour(grade, style) & 0xffffff) | ((int) opacity << 24));
            }
        }
        return image;
    }

    private static void borders(IndexTold told, SurfaceMap place, Canvas canvas) {
        for (double border : BORDERS) {
            for (IsoLines.Piece piece : IsoLines.of(told.index(), place.grid().columns(), border)) {
                canvas.line(
                        place.x(piece.x1()),
                        place.y(piece.y1()),
                        place.x(piece.x2()),
                        place.y(piece.y2()),
                        Canvas.Stroke.of(LINE, 1.2));
            }
        }
    }

    /// Where two circles are near each other the second has no number.
    private static void stations(IndexSurfaceAnalysis.Found found, int frame, SurfaceMap place, Chart chart) {
        List<double[]> numbered = new ArrayList<>();
        for (IndexSurfaceAnalysis.Spot spot : found.spots()) {
            double x = place.x(spot.station());
            double y = place.y(spot.station());
            int grade = spot.grade()[frame];
            boolean free = numbered.stream().noneMatch(at -> Math.abs(at[0] - x) < 26 && Math.abs(at[1] - y) < 20);
            double radius = free ? RADIUS : RADIUS / 3;
            chart.canvas().circle(x, y, radius, Grades.colour(grade, chart.style()));
            chart.canvas().circle(x, y, radius, Canvas.Stroke.of(0xffffffff, 1.4));
            if (free) {
                numbered.add(new double[] {x, y});
                String index = grade < 0 ? "–" : Integer.toString((int) spot.index()[frame]);
                Canvas.Font font = Canvas.Font.of(10, SurfaceMap.DARK).strong().at(Canvas.Anchor.MIDDLE);
                chart.canvas().text(index, x, y + 3.5, font);
            }
        }
        if (place.field().width() > 380) {
            place.names(
                    found.spots().stream()
                            .map(IndexSurfaceAnalysis.Spot::station)
                            .toList(),
                    RADIUS,
                    chart);
        }
    }

    private static void words(IndexSurfaceAnalysis.Found found, double x, double top, Chart chart) {
        Style style = chart.style();
        IndexTried tried = found.basis().tried();
        List<String> lines = new ArrayList<>(List.of(
                style.say("측정소를 하나씩 빼고 추정", "Each station left out"),
                style.say("%d시간 %d번", "%d hours, %d times").formatted(tried.hours(), tried.leftOut()),
                "RMSE " + whole(tried.rmse()),
                style.say("등급이 맞은 비율 ", "grade right ") + percent(tried.hit()),
                style.say("약속한 비율 ", "as promised ") + percent(tried.promised()),
                style.say("90 % 구간 포함률 ", "90 % interval holds ") + percent(tried.coverage()),
                style.say("네트워크 평균: ", "the mean: ") + rival(tried.mean()),
                style.say("가까운 측정소: ", "the nearest: ") + rival(tried.nearest()),
                "",
                style.say("지수를 정하는 항목", "Responsible")));
        lines.addAll(responsible(found, style));
        for (int i = 0; i < lines.size(); i++) {
            boolean head = i == 0 || lines.get(Math.max(0, i - 1)).isEmpty();
            chart.canvas().text(lines.get(i), x, top + i * 17, head ? style.label() : style.tick());
        }
    }

    /// The pollutants that are responsible in most of the cells.
    private static List<String> responsible(IndexSurfaceAnalysis.Found found, Style style) {
        int[] counts = new int[IndexAnalysis.ITEMS.size()];
        int known = 0;
        for (int item : found.frames().get(found.worst()).cells().responsible()) {
            if (item >= 0) {
                counts[item]++;
                known++;
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                lines.add(style.say(IndexAnalysis.ITEMS.get(i)) + " " + percent((double) counts[i] / known));
            }
        }
        return lines.subList(0, Math.min(4, lines.size()));
    }

    private static String rival(IndexTried.Rival rival) {
        return whole(rival.rmse()) + ", " + percent(rival.hit());
    }

    private static String whole(double value) {
        return Double.isFinite(value) ? Long.toString(Math.round(value)) : "–";
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? Math.round(100 * share) + " %" : "–";
    }
}
