package org.dosi.product.air.plot;

import java.util.Arrays;
import org.dosi.analysis.air.direction.TrajectoriesAnalysis;
import org.dosi.model.Name;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Statistics of back trajectories as coloured cells on degrees of longitude and latitude, with the
/// receptor.
public final class TrajectoriesPlot {
    private static final double TOP = 84;
    private static final double LEFT = 62;
    private static final double RIGHT = 120;
    private static final double BELOW = 56;
    private static final double MOST_HIGH = 640;
    /// The colours end here, so that one cell does not leave all others dark.
    private static final double TOP_SHARE = 0.995;

    private TrajectoriesPlot() {}

    public static Drawing draw(TrajectoriesAnalysis.Found found, Style style) {
        double half = found.stepDeg() / 2;
        double[] lon = ends(found.lonDeg(), half);
        double[] lat = ends(found.latDeg(), half);
        double room = style.width() - LEFT - RIGHT;
        double shrink = Math.max(0.2, Math.cos(Math.toRadians((lat[0] + lat[1]) / 2)));
        double perDegree = Math.min(room / ((lon[1] - lon[0]) * shrink), MOST_HIGH / (lat[1] - lat[0]));
        Chart.Field map =
                new Chart.Field(LEFT, TOP, (lon[1] - lon[0]) * shrink * perDegree, (lat[1] - lat[0]) * perDegree);
        String title = style.say(name(found.statistic())) + (found.value().isEmpty() ? "" : " · " + found.value())
                + " · " + style.say(found.place());
        return new Drawing(style.width(), map.bottom() + BELOW, title, canvas -> {
            Chart chart = new Chart(canvas, style);
            chart.head(title, below(found, style), LEFT, 28);
            Axis x = Axis.exact(lon[0], lon[1], map.x(), map.right(), 8);
            Axis y = Axis.exact(lat[0], lat[1], map.bottom(), map.y(), 6);
            cells(chart, found, x, y, map);
            chart.xAxis(x, map, style.say("경도(°)", "Longitude (°)"));
            chart.yAxis(y, map, style.say("위도(°)", "Latitude (°)"));
            receptor(chart, found, x, y);
        });
    }

    private static double[] ends(double[] degrees, double half) {
        double least = Arrays.stream(degrees).min().orElse(0) - half;
        double most = Arrays.stream(degrees).max().orElse(0) + half;
        return new double[] {least, most};
    }

    private static Name name(String statistic) {
        return switch (statistic) {
            case "frequency" -> Name.of("역궤적 통과 빈도", "Frequency of trajectories");
            case "pscf" -> Name.of("잠재 오염원 기여 함수(PSCF)", "Potential source contribution (PSCF)");
            case "cwt" -> Name.of("농도 가중 궤적(CWT)", "Concentration-weighted trajectories (CWT)");
            default -> Name.of("간이 정량 수송 편향(SQTBA)", "Simplified quantitative transport bias (SQTBA)");
        };
    }

    private static String below(TrajectoriesAnalysis.Found found, Style style) {
        var used = found.provenance().parameters();
        String of = switch (found.statistic()) {
            case "frequency" -> style.say("가장 많은 격자에 대한 %", "% of the fullest cell");
            case "pscf" -> style.say("상위 기준 ", "above percentile ") + used.get("percentile");
            case "cwt" -> style.say("격자를 지난 궤적의 평균 농도", "mean concentration of the trajectories through a cell");
            default -> style.say("퍼짐 ", "spread ") + used.get("spread") + " km/h";
        };
        return found.trajectories() + style.say("개 궤적 · 격자 ", " trajectories · cells of ") + used.get("grid") + "° · "
                + of;
    }

    private static void cells(Chart chart, TrajectoriesAnalysis.Found found, Axis x, Axis y, Chart.Field map) {
        double most = found.nearlyMost(TOP_SHARE);
        double half = found.stepDeg() / 2;
        Chart.Field bar = new Chart.Field(map.right() + 22, map.y() + 16, 14, Math.min(260, map.height() - 20));
        Axis scale = Axis.linear(0, most, bar.bottom(), bar.y(), 5);
        for (int i = 0; i < found.values().length; i++) {
            if (Double.isFinite(found.values()[i])) {
                double left = x.pixel(found.lonDeg()[i] - half);
                double top = y.pixel(found.latDeg()[i] + half);
                // A hair too large, so that no seam shows between two.
                double wide = x.pixel(found.lonDeg()[i] + half) - left + 0.3;
                double high = y.pixel(found.latDeg()[i] - half) - top + 0.3;
                int colour = Ramp.CIVIDIS.at(found.values()[i] / scale.to());
                chart.canvas().rectangle(left, top, wide, high, colour);
            }
        }
        String unit = switch (found.statistic()) {
            case "frequency" -> "%";
            case "pscf" -> chart.style().say("비율", "share");
            default -> AirWords.unit(found.provenance().parameters().getOrDefault("unit", ""), chart.style());
        };
        chart.colourBar(Ramp.CIVIDIS, scale, bar, unit);
    }

    private static void receptor(Chart chart, TrajectoriesAnalysis.Found found, Axis x, Axis y) {
        double lon = x.pixel(found.receptorLonDeg());
        double lat = y.pixel(found.receptorLatDeg());
        if (Double.isFinite(lon) && Double.isFinite(lat)) {
            Canvas.Stroke edge = Canvas.Stroke.of(chart.style().theme().surface(), 1.5);
            chart.canvas().circle(lon, lat, 5, chart.style().theme().second());
            chart.canvas().circle(lon, lat, 5, edge);
        }
    }
}
