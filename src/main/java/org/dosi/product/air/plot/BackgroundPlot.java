package org.dosi.product.air.plot;

import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.episodes.BackgroundAnalysis;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// The stations as thin lines, the background as a thick one, and what each station adds to it on average.
public final class BackgroundPlot {
    private static final double LEFT = 62;
    private static final double RIGHT = 24;
    private static final double TOP = 96;
    private static final double TALL = 240;
    private static final double ROW = 17;
    private static final long DAY_S = 86_400;
    private static final double NAMES = 118;

    private BackgroundPlot() {}

    public static Drawing draw(BackgroundAnalysis.Found found, Style style) {
        Network network = found.network();
        int stations = network.stations().size();
        double bars = TOP + TALL + 70;
        String title = style.say("광역 배경과 국지 기여 · ", "Background and local part · ")
                + style.say(network.variable().name());
        int block = block(network, style);
        String below = style.say("측정소 %d곳", stations == 1 ? "%d station" : "%d stations")
                        .formatted(stations)
                + " · " + style.say("국지 비율 ", "local share ")
                + style.say(found.shares().local().text())
                + (block > 1 ? style.say(" · 일평균", " · daily means") : "");
        return new Drawing(style.width(), bars + stations * ROW + 40, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    chart.legend(
                            List.of(
                                    new Chart.Entry(
                                            style.say("측정소", "stations"),
                                            style.theme().muted(),
                                            1),
                                    new Chart.Entry(
                                            block > 1
                                                    ? style.say("배경", "background")
                                                    : style.say("배경(±2 표준오차)", "background (± 2 standard errors)"),
                                            style.theme().accent(),
                                            2.6)),
                            LEFT,
                            68);
                    lines(found, new Chart.Field(LEFT, TOP, style.width() - LEFT - RIGHT, TALL), chart);
                    locals(found, bars, chart);
                })
                .under(below, LEFT, style);
    }

    /// How many hours are drawn as one value: a day where the hours would stand closer than half a pixel.
    private static int block(Network network, Style style) {
        double pixels = style.width() - LEFT - RIGHT;
        return network.startS().length > 2 * pixels ? (int) Math.max(1, DAY_S / network.stepSeconds()) : 1;
    }

    /// Means of blocks; NaN where less than half of one is there.
    private static double[] means(double[] row, int block) {
        double[] means = new double[Math.ceilDiv(row.length, block)];
        for (int b = 0; b < means.length; b++) {
            double sum = 0;
            int count = 0;
            for (int h = b * block; h < Math.min(row.length, (b + 1) * block); h++) {
                if (Double.isFinite(row[h])) {
                    sum += row[h];
                    count++;
                }
            }
            means[b] = 2 * count >= block ? sum / count : Double.NaN;
        }
        return means;
    }

    private static void lines(BackgroundAnalysis.Found found, Chart.Field field, Chart chart) {
        Network network = found.network();
        Style style = chart.style();
        long[] start = network.startS();
        int block = block(network, style);
        double[] times = new double[Math.ceilDiv(start.length, block)];
        Arrays.setAll(times, i -> start[i * block] + block * network.stepSeconds() / 2.0);
        List<double[]> rows =
                Arrays.stream(network.values()).map(row -> means(row, block)).toList();
        double most = rows.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Axis x = Axis.time(
                start[0],
                start[start.length - 1] + network.stepSeconds(),
                field.x(),
                field.right(),
                network.calendar(),
                style.language());
        Axis y = Axis.linear(0, most, field.bottom(), field.y(), 5);
        chart.xAxis(x, field, "");
        chart.yAxis(y, field, "");
        chart.canvas()
                .text(
                        AirWords.withUnit(
                                network.variable().name(), network.variable().unit(), style),
                        field.x(),
                        field.y() - 9,
                        style.tick());
        double[] xs = x.pixels(times);
        int thin = (style.theme().muted() & 0x00ffffff) | 0x60000000;
        for (double[] row : rows) {
            chart.canvas().polyline(xs, y.pixels(row), Stroke.of(thin, 0.7));
        }
        double[] level = means(found.level(), block);
        if (block == 1) {
            double[] error = found.levelError();
            double[] lower = new double[level.length];
            double[] upper = new double[level.length];
            Arrays.setAll(lower, i -> level[i] - 2 * error[i]);
            Arrays.setAll(upper, i -> level[i] + 2 * error[i]);
            chart.band(xs, y.pixels(upper), y.pixels(lower), style.theme().band());
        }
        chart.canvas().polyline(xs, y.pixels(level), Stroke.of(style.theme().accent(), block > 1 ? 1.6 : 2.2));
    }

    /// One station and what it adds on average.
    private record Local(String name, double mean) {}

    private static void locals(BackgroundAnalysis.Found found, double top, Chart chart) {
        Network network = found.network();
        Style style = chart.style();
        List<Local> rows = java.util.stream.IntStream.range(
                        0, network.stations().size())
                .mapToObj(s -> new Local(style.say(network.stations().get(s).name()), mean(found, s)))
                .filter(local -> Double.isFinite(local.mean))
                .sorted(java.util.Comparator.comparingDouble(Local::mean).reversed())
                .toList();
        double least = Math.min(0, rows.stream().mapToDouble(Local::mean).min().orElse(0));
        double most = Math.max(0, rows.stream().mapToDouble(Local::mean).max().orElse(1));
        Chart.Field field = new Chart.Field(NAMES, top, style.width() - NAMES - RIGHT, rows.size() * ROW);
        Axis x = Axis.linear(least, most, field.x(), field.right(), field.width() < 400 ? 4 : 6);
        Canvas canvas = chart.canvas();
        chart.xAxis(x, field, "");
        canvas.text(
                style.say("평균 국지 기여", "Mean local part")
                        + (network.variable().unit().isEmpty()
                                ? ""
                                : " (" + AirWords.unit(network.variable().unit(), style) + ")"),
                field.x(),
                top - 10,
                style.tick());
        for (int i = 0; i < rows.size(); i++) {
            double y = top + i * ROW;
            double zero = x.pixel(0);
            double end = x.pixel(rows.get(i).mean);
            canvas.text(rows.get(i).name, field.x() - 8, y + 12, style.tick().at(Anchor.END));
            canvas.rectangle(
                    Math.min(zero, end),
                    y + 3,
                    Math.abs(end - zero),
                    ROW - 6,
                    style.theme().accent());
        }
    }

    private static double mean(BackgroundAnalysis.Found found, int station) {
        double sum = 0;
        int count = 0;
        double[] values = found.network().values()[station];
        for (int h = 0; h < values.length; h++) {
            double local = found.local(station, h);
            if (Double.isFinite(local)) {
                sum += local;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
