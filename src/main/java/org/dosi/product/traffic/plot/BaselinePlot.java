package org.dosi.product.traffic.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.baseline.BaselineAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// What is expected through the day, small multiples: a field for each detector, a line for each class of day, and the
/// band in which nine of ten weekdays lie. Of many detectors those with most traffic.
public final class BaselinePlot {
    private static final double LEFT = 52;
    private static final double RIGHT = 14;
    private static final double TOP = 92;
    private static final double FIELD = 120;
    private static final double GAP = 58;
    private static final double WIDEST = 300;
    private static final int MOST = 12;

    /// Of a normal distribution, nine of ten lie within.
    private static final double NINE_OF_TEN = 1.645;

    private static final double DAY_H = 24;
    private static final List<Axis.Tick> HOURS = Stream.of(0, 6, 12, 18, 24)
            .map(hour -> new Axis.Tick(hour, "%02d".formatted(hour)))
            .toList();

    private BaselinePlot() {}

    public static Drawing draw(BaselineAnalysis.Found found, Style style) {
        Map<Detectors.Detector, List<BaselineAnalysis.Profile>> byDetector = new LinkedHashMap<>();
        found.profiles()
                .forEach(profile -> byDetector
                        .computeIfAbsent(profile.detector(), _ -> new ArrayList<>())
                        .add(profile));
        List<List<BaselineAnalysis.Profile>> shown = byDetector.values().stream()
                .sorted(Comparator.comparingDouble(profiles -> -mean(profiles.getFirst())))
                .limit(MOST)
                .toList();
        int columns = Math.max(1, (int) Math.min(shown.size(), (style.width() - 20) / (WIDEST * 0.9)));
        double wide = (style.width() - 10) / columns;
        int rows = (shown.size() + columns - 1) / columns;
        String title = style.say("평소의 하루", "A day as expected");
        return new Drawing(style.width(), TOP + rows * (FIELD + GAP), title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    chart.legend(legend(style), 24, TOP - 22, style.width() - 40);
                    for (int k = 0; k < shown.size(); k++) {
                        int row = k / columns;
                        Chart.Field field = new Chart.Field(
                                LEFT + k % columns * wide,
                                TOP + 26 + row * (FIELD + GAP),
                                wide - LEFT - RIGHT,
                                FIELD - 10);
                        field(found, shown.get(k), field, chart);
                    }
                })
                .under(
                        style.say(
                                "%s의 계절로 · %d곳 가운데 %d곳 · %s"
                                        .formatted(found.at(), byDetector.size(), shown.size(), unit(found, style)),
                                "in the season of %s · %d of %d detectors · %s"
                                        .formatted(found.at(), shown.size(), byDetector.size(), unit(found, style))),
                        24,
                        style);
    }

    private static String unit(BaselineAnalysis.Found found, Style style) {
        Detectors.Variable variable = found.detectors().variable();
        return style.say(variable.name()) + (variable.unit().isEmpty() ? "" : ", " + label(variable.unit(), style));
    }

    private static String label(String ucum, Style style) {
        return switch (ucum) {
            case "{vehicles}/h" -> style.say("대/h", "vehicles/h");
            case "[mi_i]/h" -> "mph";
            default -> ucum;
        };
    }

    private static List<Chart.Entry> legend(Style style) {
        return List.of(
                new Chart.Entry(style.say("평일", "weekdays"), style.theme().accent(), 2),
                new Chart.Entry(style.say("토요일", "Saturdays"), style.theme().second(), 1.5, 5, 3),
                new Chart.Entry(
                        style.say("일요일·공휴일", "Sundays and holidays"),
                        style.theme().muted(),
                        1.5,
                        2,
                        2),
                new Chart.Entry(
                        style.say("평일의 90 %", "nine of ten weekdays"),
                        style.theme().band(),
                        0));
    }

    private static double mean(BaselineAnalysis.Profile profile) {
        return Arrays.stream(profile.expected())
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
    }

    private static void field(
            BaselineAnalysis.Found found, List<BaselineAnalysis.Profile> profiles, Chart.Field field, Chart chart) {
        Style style = chart.style();
        double most = 0;
        for (BaselineAnalysis.Profile profile : profiles) {
            for (int slot = 0; slot < profile.expected().length; slot++) {
                double high = profile.expected()[slot] + NINE_OF_TEN * profile.spread()[slot];
                most = high > most ? high : most;
            }
        }
        Axis x = new Axis(0, DAY_H, field.x(), field.right(), HOURS);
        Axis y = Axis.linear(0, Math.max(1, most), field.bottom(), field.y(), 3);
        chart.xAxis(x, field, "");
        chart.yAxis(y, field, "");
        chart.canvas().text(style.say(profiles.getFirst().detector().name()), field.x(), field.y() - 8, style.label());
        for (BaselineAnalysis.Profile profile : profiles) {
            double[] hours = new double[profile.expected().length];
            double[] low = new double[hours.length];
            double[] high = new double[hours.length];
            for (int slot = 0; slot < hours.length; slot++) {
                hours[slot] = (slot + 0.5) * found.stepSeconds() / 3600.0;
                low[slot] = Math.max(0, profile.expected()[slot] - NINE_OF_TEN * profile.spread()[slot]);
                high[slot] = profile.expected()[slot] + NINE_OF_TEN * profile.spread()[slot];
            }
            if (profile.isOf("weekday")) {
                chart.band(
                        x.pixels(hours),
                        y.pixels(low),
                        y.pixels(high),
                        style.theme().band());
            }
            stroke(profile, style)
                    .ifPresent(
                            stroke -> chart.canvas().polyline(x.pixels(hours), y.pixels(profile.expected()), stroke));
        }
    }

    private static Optional<Stroke> stroke(BaselineAnalysis.Profile profile, Style style) {
        if (profile.isOf("weekday")) {
            return Optional.of(Stroke.of(style.theme().accent(), 2));
        }
        if (profile.isOf("saturday")) {
            return Optional.of(new Stroke(style.theme().second(), 1.5, 5, 3));
        }
        return profile.isOf("day-off") ? Optional.of(new Stroke(style.theme().muted(), 1.5, 2, 2)) : Optional.empty();
    }
}
