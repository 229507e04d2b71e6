package org.dosi.product.traffic.plot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dosi.analysis.traffic.patterns.ClustersAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Days that are alike: their calendar, a week a column, and their mean day; points that are alike: their map.
public final class ClustersPlot {
    private static final double LEFT = 52;
    private static final double TOP = 110;
    private static final double CELL = 15;
    private static final double FIELD = 250;
    private static final List<Axis.Tick> HOURS = Stream.of(0, 6, 12, 18, 24)
            .map(hour -> new Axis.Tick(hour, "%02d".formatted(hour)))
            .toList();

    private ClustersPlot() {}

    public static Drawing draw(ClustersAnalysis.Found found, Style style) {
        double below = TOP + 7 * CELL + 60;
        String title = style.say("닮은 날과 닮은 지점", "Days and points that are alike");
        return new Drawing(style.width(), below + FIELD + 60, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    chart.legend(dayLegend(found, style), LEFT, TOP - 40, style.width() - LEFT - 20);
                    calendar(found.days(), chart);
                    double half = (style.width() - LEFT - 60) / 2;
                    profiles(found.days(), new Chart.Field(LEFT, below, half, FIELD), chart);
                    map(found.points(), new Chart.Field(LEFT + half + 40, below, half, FIELD), chart);
                })
                .under(
                        style.say(
                                "날 묶음과 날 종류의 일치(조정 랜드 지수) %.2f".formatted(found.agreement()),
                                "agreement of the days with their classes (adjusted Rand index) "
                                        + String.format(Locale.ROOT, "%.2f", found.agreement())),
                        24,
                        style);
    }

    private static int colour(int cluster) {
        return Ramp.CATEGORIES.get(cluster % Ramp.CATEGORIES.size());
    }

    private static List<Chart.Entry> dayLegend(ClustersAnalysis.Found found, Style style) {
        List<Chart.Entry> entries = new ArrayList<>();
        for (int c = 0; c < found.days().count(); c++) {
            int size = found.days().size(c);
            entries.add(new Chart.Entry(
                    style.say("%d번: %d일".formatted(c + 1, size), "%d: %d days".formatted(c + 1, size)), colour(c), 0));
        }
        return entries;
    }

    private static void calendar(ClustersAnalysis.Dates days, Chart chart) {
        Style style = chart.style();
        LocalDate first = days.dates().getFirst();
        LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        long weeks = (days.dates().getLast().toEpochDay() - monday.toEpochDay()) / 7 + 1;
        double wide = Math.min(CELL, (style.width() - LEFT - 20) / weeks);
        String[] names = style.say("월,화,수,목,금,토,일", "Mo,Tu,We,Th,Fr,Sa,Su").split(",", -1);
        for (int day = 0; day < names.length; day++) {
            chart.canvas()
                    .text(
                            names[day],
                            LEFT - 8,
                            TOP + day * CELL + 11,
                            style.tick().at(Anchor.END));
        }
        for (int i = 0; i < days.dates().size(); i++) {
            LocalDate date = days.dates().get(i);
            long week = (date.toEpochDay() - monday.toEpochDay()) / 7;
            double x = LEFT + week * wide;
            double y = TOP + (date.getDayOfWeek().getValue() - 1) * CELL;
            chart.canvas().rectangle(x, y, wide - 1, CELL - 1, colour(days.clusterOf()[i]));
            if (date.getDayOfMonth() == 1) {
                chart.canvas().text(Integer.toString(date.getMonthValue()), x, TOP + 7 * CELL + 13, style.tick());
            }
        }
    }

    private static void profiles(ClustersAnalysis.Dates days, Chart.Field field, Chart chart) {
        Style style = chart.style();
        double most = 0;
        for (int c = 0; c < days.count(); c++) {
            for (double value : days.mean(c)) {
                most = Math.max(most, value);
            }
        }
        Axis x = new Axis(0, 24, field.x(), field.right(), HOURS);
        Axis y = Axis.linear(0, Math.max(1, most), field.bottom(), field.y(), 4);
        chart.xAxis(x, field, "");
        chart.yAxis(y, field, "");
        chart.canvas()
                .text(
                        style.say("도시 전체의 하루(평균의 배수)", "A day of the whole city, times its mean"),
                        field.x(),
                        field.y() - 9,
                        style.label());
        for (int c = 0; c < days.count(); c++) {
            double[] mean = days.mean(c);
            double[] hours = new double[mean.length];
            for (int slot = 0; slot < mean.length; slot++) {
                hours[slot] = (slot + 0.5) * 24 / mean.length;
            }
            chart.canvas().polyline(x.pixels(hours), y.pixels(mean), Stroke.of(colour(c), 1.8));
        }
    }

    private static void map(ClustersAnalysis.Points points, Chart.Field field, Chart chart) {
        Style style = chart.style();
        PointMap map = PointMap.of(points.detectors(), field);
        map.frame(chart);
        StringBuilder sizes = new StringBuilder();
        for (int c = 0; c < points.count(); c++) {
            sizes.append(c == 0 ? "" : ", ").append(points.size(c));
        }
        chart.canvas()
                .text(style.say("지점 묶음: ", "Clusters of points: ") + sizes, field.x(), field.y() - 9, style.label());
        for (int i = 0; i < points.detectors().size(); i++) {
            map.circle(i, 3.2, colour(points.clusterOf()[i]), chart);
        }
    }
}
