package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.direction.AnnulusAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Rings of time around the compass, innermost first, in the colour of the concentration.
public final class AnnulusPlot {
    private static final double LABELS_DEG = 45;

    /// The innermost ring must have room, too.
    private static final double HOLE = 0.35;

    private static final CompassPlot<AnnulusAnalysis.Found> PLOT = new CompassPlot<>(
            150,
            (first, each) -> each.say("극좌표 고리 그림 · ", "Polar annulus · ")
                    + each.say(first.column().name()) + " · " + each.say(first.place()),
            (alike, each) -> mean(alike.getFirst(), each),
            AnnulusAnalysis.Found::hours,
            AnnulusPlot::face,
            AnnulusPlot::legend,
            AnnulusPlot::draw);

    private AnnulusPlot() {}

    public static Drawing draw(AnnulusAnalysis.Found found, Style style) {
        return PLOT.one(found, style, CompassFace.barRoom(style), "")
                .under(
                        below(found, style) + PolarWords.steps(found.directionStepDeg(), style),
                        CompassPlot.EDGE,
                        style);
    }

    /// A face for each group, on one scale.
    public static Drawing draw(GroupedFinding<AnnulusAnalysis.Found> found, Style style) {
        return CompassGroups.draw(found, style, PLOT);
    }

    private static DoubleStream shown(List<AnnulusAnalysis.Found> alike) {
        return alike.stream()
                .flatMapToDouble(found -> Arrays.stream(found.shown()))
                .filter(Double::isFinite);
    }

    private static double least(List<AnnulusAnalysis.Found> alike) {
        return CompassFace.range(shown(alike).toArray())[0];
    }

    private static double most(List<AnnulusAnalysis.Found> alike) {
        return CompassFace.range(shown(alike).toArray())[1];
    }

    private static void face(
            AnnulusAnalysis.Found found, List<AnnulusAnalysis.Found> alike, CompassFace face, Chart chart) {
        double[] shown = found.shown();
        double least = least(alike);
        double most = most(alike);
        double hole = HOLE * face.radius();
        Axis radial = new Axis(0, found.slots(), hole, face.radius(), ticks(found, chart.style()));
        face.paint(chart.canvas(), face.radius(), (u, v) -> {
            double ring = (Math.hypot(u, v) - HOLE) / (1 - HOLE) * found.slots() - 0.5;
            double value = ring < -0.5 ? Double.NaN : value(found, shown, ring, u, v);
            return Double.isNaN(value) ? 0 : Ramp.INFERNO.at((value - least) / (most - least));
        });
        face.grid(chart, radial);
        face.ringLabels(chart, radial, LABELS_DEG, "");
    }

    private static void legend(List<AnnulusAnalysis.Found> alike, CompassFace face, Chart chart) {
        String label = AirWords.withUnit(alike.getFirst().column(), chart.style());
        face.colourBar(chart, Ramp.INFERNO, least(alike), most(alike), label);
    }

    /// Between the cells, by the four around; across midnight and new year where the division returns.
    private static double value(AnnulusAnalysis.Found found, double[] shown, double ring, double u, double v) {
        int directions = found.directions();
        int slots = found.slots();
        double turn = Math.toDegrees(Math.atan2(u, v)) * directions / 360 - 1;
        int a = Math.floorMod((int) Math.floor(turn), directions);
        int b = (a + 1) % directions;
        double across = turn - Math.floor(turn);
        int low = (int) Math.floor(ring);
        double out = ring - low;
        int own = Math.clamp((int) Math.floor(ring + 0.5), 0, slots - 1);
        if (!found.isHeld(own)) {
            return Double.NaN;
        }
        boolean returns = found.period() != AnnulusAnalysis.Period.TREND;
        int inner = directions * (returns ? Math.floorMod(low, slots) : Math.clamp(low, 0, slots - 1));
        int outer = directions * (returns ? Math.floorMod(low + 1, slots) : Math.clamp(low + 1L, 0, slots - 1));
        // Towards a division without any hour a ring keeps its own colour.
        inner = found.isHeld(inner / directions) ? inner : own * directions;
        outer = found.isHeld(outer / directions) ? outer : own * directions;
        return (1 - out) * ((1 - across) * shown[inner + a] + across * shown[inner + b])
                + out * ((1 - across) * shown[outer + a] + across * shown[outer + b]);
    }

    private static List<Axis.Tick> ticks(AnnulusAnalysis.Found found, Style style) {
        List<Axis.Tick> ticks = new ArrayList<>();
        int slots = found.slots();
        switch (found.period()) {
            case HOUR -> {
                for (int hour = 0; hour <= 24; hour += 6) {
                    ticks.add(new Axis.Tick(hour, style.say(hour + "시", "%02d:00".formatted(hour))));
                }
            }
            case WEEKDAY -> {
                for (int day = 0; day < slots; day++) {
                    ticks.add(new Axis.Tick(day + 0.5, CalendarWords.weekday(day, style)));
                }
            }
            case SEASON -> {
                for (int month = 0; month < slots; month += 3) {
                    ticks.add(new Axis.Tick(month + 0.5, CalendarWords.month(month, style)));
                }
            }
            case TREND -> {
                int step = Math.max(1, (slots + 4) / 5);
                for (int slot = 0; slot < slots; slot += step) {
                    ticks.add(new Axis.Tick(slot, found.labels().get(slot)));
                }
            }
        }
        return ticks;
    }

    private static String below(AnnulusAnalysis.Found found, Style style) {
        return mean(found, style) + style.say(", %,d시간", ", %,d hours").formatted(found.hours());
    }

    private static String mean(AnnulusAnalysis.Found found, Style style) {
        String period = switch (found.period()) {
            case HOUR -> style.say("시각", "hour of the day");
            case WEEKDAY -> style.say("요일", "weekday");
            case SEASON -> style.say("월", "month of the year");
            case TREND -> style.say("연월", "month of the record");
        };
        return style.say("풍향과 %s별 평균, 안쪽이 이른 때", "mean by wind direction and %s, the earliest innermost")
                .formatted(period);
    }
}
