package org.dosi.product.traffic.plot;

import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.traffic.forecast.BacktestAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// The error of each method by how far ahead it looked; the one that the program would use is the thick line.
public final class BacktestPlot {
    private static final double LEFT = 60;
    private static final double TOP = 104;
    private static final double HEIGHT = 260;
    private static final int[] OTHERS = {0xffd55e00, 0xff009e73, 0xffcc79a7, 0xff56b4e9, 0xffe69f00};

    private BacktestPlot() {}

    public static Drawing draw(BacktestAnalysis.Found found, Style style) {
        return new Drawing(style.width(), TOP + HEIGHT + 60, style.say("예측의 지난 성적", "Backtest"), canvas -> {
                    Chart chart = new Chart(canvas, style);
                    Chart.Field field = new Chart.Field(LEFT, TOP, style.width() - LEFT - 24, HEIGHT);
                    double far = 1;
                    double most = 0;
                    for (BacktestAnalysis.Model model : found.models()) {
                        for (var entry : model.score().entrySet()) {
                            far = Math.max(far, entry.getKey() * hours(found));
                            most = Math.max(most, found.rmse(model, entry.getKey()));
                        }
                    }
                    Axis x = Axis.exact(0, far, field.x(), field.right(), 6);
                    Axis y = Axis.linear(0, most, field.bottom(), field.y(), 5);
                    chart.xAxis(x, field, style.say("몇 시간 앞", "hours ahead"));
                    chart.yAxis(y, field, "RMSE");
                    List<Chart.Entry> entries = new ArrayList<>();
                    int other = 0;
                    for (BacktestAnalysis.Model model : found.models()) {
                        int colour = model.selected() ? style.theme().accent() : OTHERS[other++ % OTHERS.length];
                        double wide = model.selected() ? 3 : 1.5;
                        int[] steps = model.score().keySet().stream()
                                .mapToInt(Integer::intValue)
                                .sorted()
                                .toArray();
                        double[] xs = new double[steps.length];
                        double[] ys = new double[steps.length];
                        for (int k = 0; k < steps.length; k++) {
                            xs[k] = x.pixel(steps[k] * hours(found));
                            ys[k] = y.pixel(found.rmse(model, steps[k]));
                            canvas.circle(xs[k], ys[k], wide + 1, colour);
                        }
                        canvas.polyline(xs, ys, Stroke.of(colour, wide));
                        entries.add(new Chart.Entry(model.name().replace('_', ' '), colour, wide));
                    }
                    chart.legend(entries, LEFT, TOP - 34, style.width() - LEFT - 24);
                })
                .under(
                        style.say(
                                "시험 기간: %s부터".formatted(found.testFrom()),
                                "tested from %s on".formatted(found.testFrom())),
                        24,
                        style);
    }

    private static double hours(BacktestAnalysis.Found found) {
        return found.stepSeconds() / 3600.0;
    }
}
