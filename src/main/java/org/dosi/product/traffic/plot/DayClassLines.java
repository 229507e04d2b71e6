package org.dosi.product.traffic.plot;

import java.util.List;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Style;

/// How lines of weekdays, Saturdays and days off look.
final class DayClassLines {
    private DayClassLines() {}

    /// @param dayClass 0 weekday, 1 Saturday, 2 day off
    static Stroke stroke(int dayClass, Style style) {
        return switch (dayClass) {
            case 0 -> Stroke.of(style.theme().accent(), 2);
            case 1 -> new Stroke(style.theme().second(), 1.5, 5, 3);
            default -> new Stroke(style.theme().muted(), 1.5, 2, 2);
        };
    }

    static List<Chart.Entry> legend(Style style) {
        return List.of(
                new Chart.Entry(style.say("평일", "weekdays"), style.theme().accent(), 2),
                new Chart.Entry(style.say("토요일", "Saturdays"), style.theme().second(), 1.5, 5, 3),
                new Chart.Entry(
                        style.say("일요일·공휴일", "Sundays and holidays"),
                        style.theme().muted(),
                        1.5,
                        2,
                        2));
    }
}
