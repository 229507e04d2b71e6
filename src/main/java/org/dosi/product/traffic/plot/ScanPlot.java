package org.dosi.product.traffic.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.traffic.congestion.ScanAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Place by time: a field for each corridor, hours to the right, kilometres upwards in the direction of travel.
public final class ScanPlot {
    private static final int MOST_FIELDS = 6;
    private static final double LEFT = 66;
    private static final double RIGHT = 96;
    private static final double TOP = 78;
    private static final double FIELD = 150;
    private static final double GAP = 58;

    private ScanPlot() {}

    public static Drawing draw(ScanAnalysis.Found found, Style style) {
        List<ScanAnalysis.Scan> shown =
                found.scans().subList(0, Math.min(MOST_FIELDS, found.scans().size()));
        double height = TOP + shown.size() * (FIELD + GAP);
        String title = style.say("구간 혼잡 지도", "Congestion scan");
        double most = most(found, shown);
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    for (int i = 0; i < shown.size(); i++) {
                        Chart.Field field =
                                new Chart.Field(LEFT, TOP + i * (FIELD + GAP), style.width() - LEFT - RIGHT, FIELD);
                        field(shown.get(i), field, most, chart);
                    }
                    Chart.Field bar = new Chart.Field(style.width() - RIGHT + 28, TOP, 14, FIELD);
                    chart.colourBar(
                            Ramp.CIVIDIS,
                            Axis.exact(0, most, bar.bottom(), bar.y(), 5),
                            bar,
                            found.isOfSpeeds() ? "km/h" : style.say("대/시", "veh/h"));
                })
                .under(below(found, shown.size(), style), 24, style);
    }

    private static double most(ScanAnalysis.Found found, List<ScanAnalysis.Scan> shown) {
        double most = shown.stream()
                .flatMap(scan -> Arrays.stream(scan.value()))
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        // Speeds of one figure stand for one colour up to a round end.
        return found.isOfSpeeds() ? Math.max(20, Math.ceil(most / 20) * 20) : most;
    }

    private static String below(ScanAnalysis.Found found, int shown, Style style) {
        String when = found.date() == null
                ? style.say("%d일 평균".formatted(found.days()), "mean of %d days".formatted(found.days()))
                : String.valueOf(found.date());
        String what = found.isOfSpeeds()
                ? style.say("속도(km/h), 어두울수록 느림", "speed, km/h: dark is slow")
                : style.say("교통량, 어두울수록 적음: 혼잡은 알 수 없음", "volumes: dark is few; cannot tell congestion");
        int hidden = found.scans().size() - shown;
        String rest = hidden == 0
                ? ""
                : style.say(" · 구간 %d개는 표에만".formatted(hidden), " · %d more corridors in the table".formatted(hidden));
        return when + " · " + what + rest;
    }

    private static void field(ScanAnalysis.Scan scan, Chart.Field field, double most, Chart chart) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        double[] edges = edges(scan);
        boolean isPlaced = !Double.isNaN(scan.positionKm()[0]);
        Axis y = Axis.exact(edges[0], edges[edges.length - 1], field.bottom(), field.y(), 4);
        int slots = scan.value()[0].length;
        double wide = field.width() / slots;
        for (int at = 0; at < scan.detectors().size(); at++) {
            double top = y.pixel(edges[at + 1]);
            double high = y.pixel(edges[at]) - top;
            for (int slot = 0; slot < slots; slot++) {
                double value = scan.value()[at][slot];
                if (!Double.isNaN(value)) {
                    // A hair too wide, so that no seam shows between two.
                    canvas.rectangle(
                            field.x() + slot * wide,
                            top,
                            Math.min(wide + 0.5, field.right() - field.x() - slot * wide),
                            high,
                            Ramp.CIVIDIS.at(value / most));
                }
            }
        }
        hours(field, chart);
        chart.yAxis(y, field, isPlaced ? "km" : style.say("지점 순서", "detectors"));
        canvas.text(heading(scan, style), field.x() + 34, field.y() - 9, style.label());
    }

    private static void hours(Chart.Field field, Chart chart) {
        List<Axis.Tick> ticks = new ArrayList<>();
        int every = field.width() < 450 ? 6 : 3;
        for (int hour = 0; hour <= 24; hour += every) {
            ticks.add(new Axis.Tick(hour, "%02d:00".formatted(hour)));
        }
        chart.xAxis(new Axis(0, 24, field.x(), field.right(), ticks), field, "");
    }

    private static String heading(ScanAnalysis.Scan scan, Style style) {
        String ends = scan.detectors().getFirst().id() + " → "
                + scan.detectors().getLast().id();
        return scan.name() + ": " + ends + " · " + style.say(scan.way());
    }

    /// Each detector's stretch ends half way to the next; at the ends it goes on as far.
    private static double[] edges(ScanAnalysis.Scan scan) {
        int n = scan.detectors().size();
        double[] edges = new double[n + 1];
        boolean isPlaced = !Double.isNaN(scan.positionKm()[0]);
        if (!isPlaced) {
            Arrays.setAll(edges, i -> i);
            return edges;
        }
        double[] km = scan.positionKm();
        for (int i = 1; i < n; i++) {
            edges[i] = (km[i - 1] + km[i]) / 2;
        }
        edges[0] = km[0] - (edges[1] - km[0]);
        edges[n] = km[n - 1] + (km[n - 1] - edges[n - 1]);
        return edges;
    }
}
