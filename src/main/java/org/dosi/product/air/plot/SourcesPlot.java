package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.places.SourceTest;
import org.dosi.analysis.air.places.SourcesFound;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// The map of likely sources: how probable each cell is, the areas that hold the sources, what cannot be told,
/// and beside it the sources' strengths and how well injected sources were found.
public final class SourcesPlot {
    private static final double LEFT = 24;
    private static final double TOP = 66;
    private static final double LIST = 292;
    private static final double GAP = 26;
    /// A narrower plot has its list below the map.
    private static final double NARROW = 720;

    private static final double ROW = 34;
    private static final double FOOT = 44;
    private static final int MOST_LISTED = 12;
    private static final double LEAST_SHOWN = 0.05;

    /// No city has a source so strong: what could be told only from there cannot be told.
    private static final double BEYOND_G_S = 1e6;

    private SourcesPlot() {}

    public static Drawing draw(SourcesFound found, Style style) {
        return switch (found.drawn()) {
            case MAP -> map(found, style);
            case RECOVERY -> RecoveryPlot.draw(found, style);
        };
    }

    private static Drawing map(SourcesFound found, Style style) {
        boolean narrow = style.width() < NARROW;
        double mapWidth = style.width() - 2 * LEFT - (narrow ? 0 : LIST + GAP);
        SourcesFound.Grid grid = found.cells().grid();
        double scale = mapWidth / grid.columns();
        Chart.Field map = new Chart.Field(LEFT, TOP, mapWidth, scale * grid.rows());
        List<String> notes = notes(found, style, narrow ? mapWidth : LIST);
        int listed = Math.min(MOST_LISTED, found.sources().size());
        double listHeight = 26 + Math.max(1, listed) * ROW + 10 + 15.0 * notes.size();
        double height =
                narrow ? map.bottom() + FOOT + 20 + listHeight : Math.max(map.bottom() + FOOT, TOP + listHeight + 10);
        String title = style.say("배출원 추정", "Likely sources") + " · "
                + style.say(found.variable().name());
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    drawMap(found, map, chart);
                    foot(found, map, chart);
                    double x = narrow ? LEFT : map.right() + GAP;
                    double y = narrow ? map.bottom() + FOOT + 20 : TOP + 6;
                    drawList(found, notes, x, y, chart);
                })
                .under(below(found, style), LEFT, style);
    }

    private static String below(SourcesFound found, Style style) {
        SourcesFound.Evidence evidence = found.evidence();
        return String.format(
                Locale.ROOT,
                style.say(
                        "측정소 %d곳 · 바람 있는 %,d시간 · %.0f m 격자",
                        (found.stations().size() == 1 ? "%d station" : "%d stations")
                                + " · %,d hours with wind · cells of %.0f m"),
                found.stations().size(),
                evidence.hours(),
                found.cells().grid().cellM());
    }

    // The map.

    private static void drawMap(SourcesFound found, Chart.Field map, Chart chart) {
        Canvas canvas = chart.canvas();
        Style style = chart.style();
        canvas.rectangle(map.x(), map.y(), map.width(), map.height(), ground(style));
        canvas.clip(map.x(), map.y(), map.width(), map.height());
        hatch(found, map, chart);
        cells(found, map, chart);
        MapGround.borders(
                found.outline(),
                lon -> pixelX(found, map, lon),
                lat -> pixelY(found, map, lat),
                Canvas.Stroke.of(style.theme().muted() & 0x80ffffff, 0.9),
                canvas);
        for (SourcesFound.Source source : found.sources()) {
            outline(source, found, map, chart);
        }
        for (Network.Station station : found.stations()) {
            double x = pixelX(found, map, station.lon());
            double y = pixelY(found, map, station.lat());
            canvas.circle(x, y, 3.6, style.theme().surface());
            canvas.circle(x, y, 2.6, style.theme().ink());
        }
        int number = 1;
        for (SourcesFound.Source source : found.sources()) {
            if (number <= MOST_LISTED) {
                label(source, number++, found, map, chart);
            }
        }
        SourcesFound.Grid grid = found.cells().grid();
        MapGround.scaleBar(
                grid.cellM() * grid.columns() / map.width(), map, style.theme().ink(), ground(style), chart);
        canvas.endClip();
    }

    private static int ground(Style style) {
        return style.theme() == Style.Theme.LIGHT ? 0xfff6f5f1 : 0xff20282f;
    }

    private static double pixelX(SourcesFound found, Chart.Field map, double lon) {
        SourcesFound.Grid grid = found.cells().grid();
        return map.x() + grid.column(lon) * map.width() / grid.columns();
    }

    private static double pixelY(SourcesFound found, Chart.Field map, double lat) {
        SourcesFound.Grid grid = found.cells().grid();
        return map.bottom() - grid.row(lat) * map.height() / grid.rows();
    }

    /// Lines across the cells that cannot be told, each run of a diagonal as one line.
    private static void hatch(SourcesFound found, Chart.Field map, Chart chart) {
        SourcesFound.Grid grid = found.cells().grid();
        Canvas.Stroke thin =
                Canvas.Stroke.of(chart.style().theme() == Style.Theme.LIGHT ? 0xffc9c6bd : 0xff46525c, 0.9);
        double side = map.width() / grid.columns();
        for (int diagonal = 0; diagonal < grid.columns() + grid.rows() - 1; diagonal++) {
            int begin = -1;
            int first = Math.max(0, diagonal - grid.columns() + 1);
            int last = Math.min(grid.rows() - 1, diagonal);
            for (int row = first; row <= last + 1; row++) {
                boolean masked =
                        row <= last && !found.resolvable(row * grid.columns() + diagonal - row) && diagonal % 2 == 0;
                if (masked && begin < 0) {
                    begin = row;
                } else if (!masked && begin >= 0) {
                    // From the lower right corner of the first to the upper left of the last.
                    chart.canvas()
                            .line(
                                    map.x() + (diagonal - begin + 1) * side,
                                    map.bottom() - begin * side,
                                    map.x() + (diagonal - row + 1) * side,
                                    map.bottom() - row * side,
                                    thin);
                    begin = -1;
                }
            }
        }
    }

    /// The probability of a source in or beside each cell. Colours cover, so that no seam shows.
    private static void cells(SourcesFound found, Chart.Field map, Chart chart) {
        SourcesFound.Grid grid = found.cells().grid();
        double side = map.width() / grid.columns();
        double[] probability = found.cells().probability();
        for (int cell = 0; cell < probability.length; cell++) {
            if (probability[cell] >= LEAST_SHOWN) {
                chart.canvas()
                        .rectangle(
                                map.x() + cell % grid.columns() * side,
                                map.bottom() - (cell / grid.columns() + 1) * side,
                                side + 0.4,
                                side + 0.4,
                                shade(probability[cell], chart.style()));
            }
        }
    }

    private static int shade(double probability, Style style) {
        double share = 0.15 + 0.75 * Math.clamp(probability, 0, 1);
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int below = ground(style) >> shift & 0xff;
            int above = style.theme().second() >> shift & 0xff;
            mixed = mixed << 8 | (int) Math.round(below + (above - below) * share);
        }
        return mixed;
    }

    private static void outline(SourcesFound.Source source, SourcesFound found, Chart.Field map, Chart chart) {
        Canvas.Stroke stroke = source.where().resolvable()
                ? Canvas.Stroke.of(chart.style().theme().ink(), 1.3)
                : new Canvas.Stroke(chart.style().theme().ink(), 1.1, 3, 3);
        for (int part = 0; part < source.area().getNumGeometries(); part++) {
            Geometry boundary = source.area().getGeometryN(part).getBoundary();
            for (int ring = 0; ring < boundary.getNumGeometries(); ring++) {
                Coordinate[] corners = boundary.getGeometryN(ring).getCoordinates();
                double[] x = new double[corners.length];
                double[] y = new double[corners.length];
                for (int i = 0; i < corners.length; i++) {
                    x[i] = pixelX(found, map, corners[i].x);
                    y[i] = pixelY(found, map, corners[i].y);
                }
                chart.canvas().polyline(x, y, stroke);
            }
        }
    }

    private static void label(
            SourcesFound.Source source, int number, SourcesFound found, Chart.Field map, Chart chart) {
        double x = pixelX(found, map, source.lon());
        double y = pixelY(found, map, source.lat());
        badge(x, y, number, chart);
    }

    private static void badge(double x, double y, int number, Chart chart) {
        chart.canvas().circle(x, y, 8.5, chart.style().theme().surface());
        chart.canvas().circle(x, y, 8.5, Canvas.Stroke.of(chart.style().theme().second(), 1.6));
        chart.canvas()
                .text(
                        Integer.toString(number),
                        x,
                        y + 3.8,
                        Canvas.Font.of(10.5, chart.style().theme().ink())
                                .strong()
                                .at(Canvas.Anchor.MIDDLE));
    }

    // Below the map: what its signs mean.

    private static void foot(SourcesFound found, Chart.Field map, Chart chart) {
        Canvas canvas = chart.canvas();
        Style style = chart.style();
        double y = map.bottom() + 18;
        double x = map.x();
        for (int i = 0; i < 4; i++) {
            canvas.rectangle(x + 16.0 * i, y - 9, 16, 10, shade(0.25 * (i + 1), style));
        }
        x = say(style.say("배출원일 확률 25–100 %", "source here, 25–100 %"), x + 70, y, chart);
        canvas.circle(x + 3, y - 4, 2.6, style.theme().ink());
        x = say(style.say("측정소", "station"), x + 12, y, chart);
        canvas.rectangle(x, y - 9, 12, 1.3, style.theme().ink());
        canvas.rectangle(x, y, 12, 1.3, style.theme().ink());
        canvas.rectangle(x, y - 9, 1.3, 10, style.theme().ink());
        canvas.rectangle(x + 11, y - 9, 1.3, 10, style.theme().ink());
        say(style.say("자리(90 %)", "its place, 90 %"), x + 18, y, chart);
        y += 17;
        Canvas.Stroke thin = Canvas.Stroke.of(style.theme().muted(), 0.9);
        for (int i = 0; i < 3; i++) {
            canvas.line(map.x() + 6.0 * i, y + 1, map.x() + 6.0 * i + 9, y - 8, thin);
        }
        say(hatched(found.resolvableGPerS(), style), map.x() + 28, y, chart);
    }

    private static String hatched(double gPerS, Style style) {
        if (!(gPerS < BEYOND_G_S)) {
            return style.say("빗금: 배출원을 찾거나 자리를 짚을 수 없음", "hatched: no source can be found or placed");
        }
        return style.say(
                "빗금: " + number(gPerS) + " g/s보다 약한 배출원은 찾거나 자리를 짚을 수 없음",
                "hatched: a source below " + number(gPerS) + " g/s cannot be found or placed");
    }

    private static double say(String text, double x, double y, Chart chart) {
        chart.canvas().text(text, x, y, chart.style().tick());
        return x + Chart.widthOf(text, chart.style().tick().size()) + 16;
    }

    // Beside the map.

    private static void drawList(SourcesFound found, List<String> notes, double x, double top, Chart chart) {
        Canvas canvas = chart.canvas();
        Style style = chart.style();
        canvas.text(
                style.say("세기(g/s)와 90 % 구간 · 확률", "Strength (g/s), 90 % interval · probability"),
                x,
                top + 4,
                style.label().strong());
        double y = top + 26;
        if (found.sources().isEmpty()) {
            canvas.text(style.say("우연을 넘는 배출원이 없음", "No source stands out from chance"), x, y + 4, style.label());
            y += ROW;
        }
        int number = 1;
        for (SourcesFound.Source source : found.sources()) {
            if (number > MOST_LISTED) {
                break;
            }
            badge(x + 9, y + 3, number++, chart);
            canvas.text(strength(source), x + 26, y + 2, style.label());
            canvas.text(where(source, style), x + 26, y + 16, style.note());
            y += ROW;
        }
        y += 10;
        for (String note : notes) {
            canvas.text(note, x, y, style.note());
            y += 15;
        }
    }

    private static String strength(SourcesFound.Source source) {
        if (Double.isNaN(source.probability())) {
            // Without replicates there is neither an interval nor a share of them.
            return number(source.strength().gPerS());
        }
        return String.format(
                Locale.ROOT,
                "%s (%s–%s) · %.0f %%",
                number(source.strength().gPerS()),
                number(source.strength().lower()),
                number(source.strength().upper()),
                100 * source.probability());
    }

    private static String where(SourcesFound.Source source, Style style) {
        SourcesFound.Where where = source.where();
        String away = number(where.distanceM() / 1000) + " km";
        String station = style.say(where.nearest().name());
        String place = style.say(station + "에서 " + away + " · ", away + " from " + station + " · ");
        if (source.strength().isDoubtful()) {
            return place + style.say("의심스러움", "doubtful");
        }
        if (where.atEdge()) {
            return place + style.say("더 바깥일 수 있음", "may lie farther out");
        }
        return place
                + (where.resolvable()
                        ? style.say("범위 ", "within ") + number(source.areaKm2()) + " km²"
                        : style.say("짚기 어려운 곳", "hard to tell here"));
    }

    private static List<String> notes(SourcesFound found, Style style, double width) {
        List<String> paragraphs = new ArrayList<>();
        if (found.warning() != null) {
            paragraphs.add(style.say(found.warning()));
        }
        paragraphs.add(score(found, style));
        paragraphs.add(String.format(
                Locale.ROOT,
                style.say(
                        "배출원이 없어도 하나가 나타날 확률은 %.0f %%다.",
                        "A map without any source would show one with a probability of %.0f %%."),
                100 * found.evidence().falseAlarms()));
        if (found.sources().stream().anyMatch(source -> source.strength().isDoubtful())) {
            paragraphs.add(style.say(
                    "의심스러움: 날짜를 다시 뽑으면 20번에 한 번 넘게 사라진다. 헛짚은 배출원은 대개 그렇다.",
                    "Doubtful: gone in more than one of twenty resamples of the days, as most false alarms are."));
        }
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            lines.addAll(Chart.wrap(paragraph, style.note().size(), width));
            lines.add("");
        }
        return lines;
    }

    private static String score(SourcesFound found, Style style) {
        SourceTest.Score told = found.test().told();
        if (told.trials() == 0) {
            return found.refreshed()
                    ? style.say("시험은 처음 만든 지도에 있다.", "The test was made with the map that this one continues.")
                    : style.say("이 지도는 시험하지 않았다.", "This map was not tested.");
        }
        return String.format(
                Locale.ROOT,
                style.say(
                        "시험: 알 수 있다고 한 곳에 심은 가상 배출원 %d개 중 %.0f %%를 찾음. 거리 오차 %.0f m(중앙값), 세기는 참값의"
                                + " %.2f배(%.2f–%.2f), 헛짚음 %.1f개.",
                        "Test: of %d sources injected where the map says it can tell, %.0f %% were found, %.0f m off"
                                + " (median), at %.2f of their strength (%.2f–%.2f), with %.1f false alarms each."),
                told.trials(),
                100 * told.found(),
                told.distance().medianM(),
                told.ratio().median(),
                told.ratio().lower(),
                told.ratio().upper(),
                told.falseAlarms());
    }

    /// Two digits that count: the intervals are wide.
    private static String number(double value) {
        return value == Double.POSITIVE_INFINITY ? "∞" : Figures.rounded(value, 2);
    }
}
