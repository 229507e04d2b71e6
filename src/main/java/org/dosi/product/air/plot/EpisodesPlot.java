package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dosi.analysis.air.episodes.EpisodeKind;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis.Listed;
import org.dosi.analysis.air.episodes.PollutantNetwork;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// The log of episodes on a time bar, a lane for each class, above the network's level of particles and
/// ozone. One episode that was asked for is drawn by [EpisodePlot].
public final class EpisodesPlot {
    private static final double LEFT = 150;
    private static final double RIGHT = 24;
    private static final double TOP = 70;
    private static final double LANE = 24;
    private static final double FIELD = 92;
    private static final double GAP = 54;

    private EpisodesPlot() {}

    public static Drawing draw(EpisodesAnalysis.Found found, Style style) {
        return found.selected().map(one -> EpisodePlot.draw(found, one, style)).orElseGet(() -> overview(found, style));
    }

    private static Drawing overview(EpisodesAnalysis.Found found, Style style) {
        List<PollutantNetwork.Pollutant> shown = shown(found.network());
        List<EpisodeKind> kinds = kinds(found);
        double lanes = TOP + kinds.size() * LANE;
        double height = lanes + shown.size() * (FIELD + GAP) + 44;
        String title = style.say("고농도 사례", "Episodes of the air");
        return new Drawing(style.width(), height, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    Chart.Field bar = new Chart.Field(LEFT, TOP, style.width() - LEFT - RIGHT, kinds.size() * LANE);
                    Axis x = axis(found.network(), bar, style);
                    chart.xAxis(x, bar, "");
                    lanes(found, kinds, x, bar, chart);
                    for (int i = 0; i < shown.size(); i++) {
                        Chart.Field field = new Chart.Field(
                                LEFT, lanes + GAP + i * (FIELD + GAP), style.width() - LEFT - RIGHT, FIELD);
                        level(found, shown.get(i), x, field, chart);
                    }
                })
                .under(below(found, style), 24, style);
    }

    /// The pollutants that most episodes are told by.
    private static List<PollutantNetwork.Pollutant> shown(PollutantNetwork network) {
        List<PollutantNetwork.Pollutant> shown = new ArrayList<>();
        for (String id : List.of("pm10", "pm25", "o3", "no2")) {
            network.find(id).filter(_ -> shown.size() < 3).ifPresent(shown::add);
        }
        return shown.isEmpty() ? network.pollutants().subList(0, 1) : shown;
    }

    private static String below(EpisodesAnalysis.Found found, Style style) {
        int stations = found.network().stations().size();
        return style.say(
                        "측정소 %d곳 · ".formatted(stations),
                        "%d station%s · ".formatted(stations, stations == 1 ? "" : "s"))
                + style.say(found.counted());
    }

    private static Axis axis(PollutantNetwork network, Chart.Field bar, Style style) {
        long[] start = network.startS();
        return Axis.time(
                start[0], start[start.length - 1] + 3600, bar.x(), bar.right(), network.calendar(), style.language());
    }

    private static void lanes(
            EpisodesAnalysis.Found found, List<EpisodeKind> kinds, Axis x, Chart.Field bar, Chart chart) {
        Canvas canvas = chart.canvas();
        Style style = chart.style();
        for (EpisodeKind kind : kinds) {
            double y = bar.y() + kinds.indexOf(kind) * LANE;
            canvas.text(
                    style.say(kind.label()),
                    LEFT - 10,
                    y + LANE / 2 + 4,
                    style.label().at(Anchor.END));
            canvas.line(
                    bar.x(),
                    y + LANE,
                    bar.right(),
                    y + LANE,
                    Stroke.of(style.theme().grid(), 0.75));
        }
        for (Listed one : found.listed()) {
            double y = bar.y() + kinds.indexOf(one.kind()) * LANE;
            double from = x.pixel(second(found.network(), one.start()));
            double to = x.pixel(second(found.network(), one.end()));
            // An hour in a year is thinner than a pixel, and still to be seen.
            double width = Math.max(1.5, to - from);
            double high = 6 + 12 * (2 * one.confidence() - 1);
            canvas.rectangle(from, y + (LANE - high) / 2, width, high, EpisodeColours.of(one.kind(), style));
        }
        canvas.text(
                style.say("막대가 높을수록 분류가 확실함", "the higher a bar, the surer its class"),
                bar.right(),
                bar.y() - 8,
                style.note().at(Anchor.END));
    }

    /// A lane for each class that was asked for: an empty one says that there was none.
    private static List<EpisodeKind> kinds(EpisodesAnalysis.Found found) {
        String which = found.provenance().parameters().getOrDefault("class", "all");
        List<EpisodeKind> kinds = Arrays.stream(EpisodeKind.values())
                .filter(kind -> switch (which) {
                    case "all" -> true;
                    case "real" -> kind != EpisodeKind.INSTRUMENT_FAULT;
                    default ->
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(which);
                })
                .toList();
        return kinds.isEmpty() ? List.of(EpisodeKind.values()) : kinds;
    }

    private static double second(PollutantNetwork network, int hour) {
        return network.startS()[0] + hour * 3600.0;
    }

    private static void level(
            EpisodesAnalysis.Found found,
            PollutantNetwork.Pollutant pollutant,
            Axis x,
            Chart.Field field,
            Chart chart) {
        Style style = chart.style();
        double[] median = pollutant.median();
        double[] time = new double[median.length];
        double most = 0;
        for (int h = 0; h < time.length; h++) {
            time[h] = second(found.network(), h) + 1800;
            most = median[h] > most ? median[h] : most;
        }
        Axis y = Axis.linear(0, most, field.bottom(), field.y(), 3);
        chart.xAxis(x, field, "");
        chart.yAxis(y, field, "");
        String name = style.say("측정소 중앙값: ", "Median of the stations: ")
                + AirWords.withUnit(pollutant.name(), pollutant.unit(), style);
        chart.canvas().text(name, field.x(), field.y() - 9, style.tick());
        chart.canvas()
                .polyline(
                        x.pixels(time),
                        y.pixels(median),
                        Stroke.of(style.theme().accent(), 0.9));
        found.findThreshold(pollutant.id())
                .filter(limit -> limit < y.to())
                .ifPresent(limit -> chart.canvas()
                        .line(
                                field.x(),
                                y.pixel(limit),
                                field.right(),
                                y.pixel(limit),
                                new Stroke(style.theme().second(), 1, 4, 3)));
    }
}
