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
    private static final double NARROW_RIGHT = 24;
    private static final double BELOW = 56;

    /// Of a flat bar of colours below the map.
    private static final double FLAT = 46;

    private static final double MOST_HIGH = 640;
    /// The colours end here, so that one cell does not leave all others dark.
    private static final double TOP_SHARE = 0.995;

    private TrajectoriesPlot() {}

    public static Drawing draw(TrajectoriesAnalysis.Found found, Style style) {
        double half = found.stepDeg() / 2;
        double[] lon = ends(found.lonDeg(), half);
        double[] lat = ends(found.latDeg(), half);
        boolean flat = CompassFace.isNarrow(style);
        double room = style.width() - LEFT - (flat ? NARROW_RIGHT : RIGHT);
        double shrink = Math.max(0.2, Math.cos(Math.toRadians((lat[0] + lat[1]) / 2)));
        double perDegree = Math.min(room / ((lon[1] - lon[0]) * shrink), MOST_HIGH / (lat[1] - lat[0]));
        Chart.Field map =
                new Chart.Field(LEFT, TOP, (lon[1] - lon[0]) * shrink * perDegree, (lat[1] - lat[0]) * perDegree);
        String title = style.say(name(found.statistic())) + (found.value().isEmpty() ? "" : " · " + found.value())
                + " · " + style.say(found.place());
        return new Drawing(style.width(), map.bottom() + BELOW + (flat ? FLAT : 0), title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    Axis x = Axis.exact(lon[0], lon[1], map.x(), map.right(), 8);
                    Axis y = Axis.exact(lat[0], lat[1], map.bottom(), map.y(), 6);
                    chart.xAxis(x, map, style.say("경도(°)", "Longitude (°)"));
                    chart.yAxis(y, map, style.say("위도(°)", "Latitude (°)"));
                    Axis scale = Axis.linear(0, found.nearlyMost(TOP_SHARE), 0, 1, 5);
                    cells(chart, found, x, y, scale);
                    bar(chart, found, map, scale, flat);
                    receptor(chart, found, x, y);
                })
                .under(below(found, style), LEFT, style);
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

    private static void cells(Chart chart, TrajectoriesAnalysis.Found found, Axis x, Axis y, Axis scale) {
        if (chart.style().theme() == Style.Theme.DARK) {
            // The least colour is nearly the page's own: an edge around all cells keeps it from being lost.
            for (int i = 0; i < found.values().length; i++) {
                cell(chart, found, i, x, y, 1, chart.style().theme().muted());
            }
        }
        for (int i = 0; i < found.values().length; i++) {
            // A hair too large, so that no seam shows between two.
            cell(chart, found, i, x, y, 0.2, Ramp.CIVIDIS.at(found.values()[i] / scale.to()));
        }
    }

    private static void cell(
            Chart chart, TrajectoriesAnalysis.Found found, int i, Axis x, Axis y, double larger, int colour) {
        if (Double.isFinite(found.values()[i])) {
            double half = found.stepDeg() / 2;
            double left = x.pixel(found.lonDeg()[i] - half) - larger;
            double top = y.pixel(found.latDeg()[i] + half) - larger;
            double wide = x.pixel(found.lonDeg()[i] + half) - left + larger;
            double high = y.pixel(found.latDeg()[i] - half) - top + larger;
            chart.canvas().rectangle(left, top, wide, high, colour);
        }
    }

    private static void bar(Chart chart, TrajectoriesAnalysis.Found found, Chart.Field map, Axis scale, boolean flat) {
        String unit = switch (found.statistic()) {
            case "frequency" -> "%";
            case "pscf" -> chart.style().say("비율", "share");
            default -> AirWords.unit(found.provenance().parameters().getOrDefault("unit", ""), chart.style());
        };
        String label = unit.isEmpty() ? chart.style().say("농도", "concentration") : unit;
        if (flat) {
            Chart.Field bar = new Chart.Field(LEFT, map.bottom() + BELOW + 12, map.width(), 12);
            chart.flatColourBar(Ramp.CIVIDIS, new Axis(0, scale.to(), bar.x(), bar.right(), scale.ticks()), bar, label);
        } else {
            Chart.Field bar = new Chart.Field(map.right() + 22, map.y() + 16, 14, Math.min(260, map.height() - 20));
            chart.colourBar(Ramp.CIVIDIS, new Axis(0, scale.to(), bar.bottom(), bar.y(), scale.ticks()), bar, label);
        }
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
