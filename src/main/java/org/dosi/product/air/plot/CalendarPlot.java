package org.dosi.product.air.plot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.time.CalendarAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Ramp;
import org.dosi.product.plot.Style;

/// Days as the cells of a calendar, a block a month. Weeks begin on Sunday in Korean, on Monday in English.
public final class CalendarPlot {
    private static final double LEFT = 26;
    private static final double BAR = 78;
    private static final double TOP = 84;
    private static final double GAP = 22;
    private static final double MONTH_HEAD = 34;
    private static final int WEEKS = 6;

    /// A month is about this wide.
    private static final double MONTH = 190;

    /// A day of fewer hours is marked.
    private static final int FEW_HOURS = 18;

    private CalendarPlot() {}

    private record Grid(List<YearMonth> months, int columns, double monthWidth) {
        static Grid of(CalendarAnalysis.Found found, Style style) {
            List<YearMonth> months = new ArrayList<>();
            if (!found.days().isEmpty()) {
                YearMonth last = YearMonth.from(found.days().getLast());
                for (YearMonth m = YearMonth.from(found.days().getFirst()); !m.isAfter(last); m = m.plusMonths(1)) {
                    months.add(m);
                }
            }
            double wide = style.width() - LEFT - BAR;
            int columns = (int) Math.max(1, Math.round((wide + GAP) / (MONTH + GAP)));
            return new Grid(months, columns, (wide - (columns - 1) * GAP) / columns);
        }

        double cell() {
            return monthWidth / 7;
        }

        double monthHeight() {
            return MONTH_HEAD + WEEKS * cell() * 0.86 + GAP * 0.6;
        }

        int rows() {
            return Math.ceilDiv(Math.max(1, months.size()), columns);
        }
    }

    public static Drawing draw(CalendarAnalysis.Found found, Style style) {
        Grid grid = Grid.of(found, style);
        String title = style.say("달력 · ", "Calendar · ")
                + AirWords.withUnit(found.variable().name(), found.variable().unit(), style) + " · "
                + style.say(found.place());
        double height = TOP + grid.rows() * grid.monthHeight();
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    double[] known = Arrays.stream(found.values())
                            .filter(Double::isFinite)
                            .toArray();
                    Chart.Field bar =
                            new Chart.Field(style.width() - BAR + 26, TOP + 10, 13, Math.min(220, height - TOP - 40));
                    double least = Math.min(0, Arrays.stream(known).min().orElse(0));
                    Axis scale = Axis.linear(least, Arrays.stream(known).max().orElse(1), bar.bottom(), bar.y(), 5);
                    chart.colourBar(
                            Ramp.CIVIDIS,
                            scale,
                            bar,
                            AirWords.unit(found.variable().unit(), style));
                    for (int i = 0; i < grid.months().size(); i++) {
                        double x = LEFT + i % grid.columns() * (grid.monthWidth() + GAP);
                        double y = TOP + Math.floorDiv(i, grid.columns()) * grid.monthHeight();
                        month(found, grid.months().get(i), grid, chart, scale, x, y);
                    }
                })
                .under(below(found, style), LEFT, style);
    }

    private static String below(CalendarAnalysis.Found found, Style style) {
        String word = found.provenance().parameters().getOrDefault("statistic", "mean");
        return style.say("일별 ", "daily ")
                + CalendarWords.statistic(word, style)
                + style.say(" · 점: 자료 18시간 미만", " · a dot: fewer than 18 hours of data");
    }

    private static void month(
            CalendarAnalysis.Found found, YearMonth month, Grid grid, Chart chart, Axis scale, double x, double y) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        String name = CalendarWords.monthOfYear(month.getYear(), month.getMonthValue() - 1, style);
        canvas.text(name, x, y + 8, style.label().strong());
        double cell = grid.cell();
        for (int column = 0; column < 7; column++) {
            String letter = CalendarWords.weekday((column + firstWeekday(style)) % 7, style)
                    .substring(0, 1);
            canvas.text(letter, x + (column + 0.5) * cell, y + 25, style.note().at(Anchor.MIDDLE));
        }
        LocalDate first = found.days().getFirst();
        int lead = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - 1 - firstWeekday(style), 7);
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            long at = month.atDay(day).toEpochDay() - first.toEpochDay();
            double left = x + (lead + day - 1) % 7 * cell;
            double top = y + MONTH_HEAD + Math.floorDiv(lead + day - 1, 7) * cell * 0.86;
            boolean inside = at >= 0 && at < found.values().length;
            double value = inside ? found.values()[(int) at] : Double.NaN;
            int hours = inside ? found.n()[(int) at] : 0;
            day(
                    chart,
                    new Chart.Field(left + 0.75, top + 0.75, cell - 1.5, cell * 0.86 - 1.5),
                    day,
                    value,
                    hours,
                    scale);
        }
    }

    private static void day(Chart chart, Chart.Field box, int day, double value, int hours, Axis scale) {
        Style style = chart.style();
        Canvas canvas = chart.canvas();
        double middle = box.x() + box.width() / 2;
        double base = box.y() + box.height() / 2 + 3.6;
        String number = Integer.toString(day);
        if (Double.isNaN(value)) {
            double[] x = {box.x(), box.right(), box.right(), box.x()};
            double[] y = {box.y(), box.y(), box.bottom(), box.bottom()};
            canvas.polygon(x, y, 0, Stroke.of(style.theme().grid(), 0.75));
            canvas.text(number, middle, base, style.note().at(Anchor.MIDDLE));
            return;
        }
        double share = (value - scale.from()) / (scale.to() - scale.from());
        canvas.rectangle(box.x(), box.y(), box.width(), box.height(), Ramp.CIVIDIS.at(share));
        int ink = share < 0.55 ? 0xffffffff : 0xff14181c;
        canvas.text(number, middle, base, Canvas.Font.of(10.5, ink).at(Anchor.MIDDLE));
        if (hours < FEW_HOURS) {
            canvas.circle(box.right() - 3.5, box.y() + 3.5, 1.6, ink);
        }
    }

    /// The weekday in the first column, Monday is 0.
    private static int firstWeekday(Style style) {
        return style.language() == Style.Language.KO ? 6 : 0;
    }
}
