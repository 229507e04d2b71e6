package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.episodes.EpisodeKind;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis.Listed;
import org.dosi.analysis.air.episodes.PollutantNetwork;
import org.dosi.analysis.air.episodes.PollutantNetwork.Pollutant;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// One episode: all stations, the background, the fine fraction and the wind, with the hours before and
/// after.
public final class EpisodePlot {
    private static final double LEFT = 62;
    private static final double RIGHT = 24;

    /// How high the parts are, and how much is shown.
    ///
    /// @param head height of the title and legend
    /// @param tall field of the leading pollutant
    /// @param low the other fields
    /// @param gap below each
    /// @param others how many other pollutants
    /// @param isOnPage without a title, and with times below the lowest field alone
    private record Sizes(double head, double tall, double low, double gap, int others, boolean isOnPage) {
        static final Sizes ALONE = new Sizes(104, 210, 84, 54, 2, false);
        /// With words and tables around it on one page of paper, which say what the title would.
        static final Sizes ON_A_PAGE = new Sizes(48, 136, 44, 27, 1, true);
    }

    /// Below this the legend leaves out what the title says.
    private static final double NARROW = 620;

    /// Hours shown before and after.
    private static final int BESIDE = 18;

    private final PollutantNetwork network;
    private final EpisodesAnalysis.Found found;
    private final Listed episode;
    private final Style style;
    private final Sizes sizes;
    private final int from;
    private final int to;
    private final double bottom;

    private EpisodePlot(EpisodesAnalysis.Found found, Listed one, Style style, Sizes sizes) {
        this.found = found;
        this.sizes = sizes;
        this.network = found.network();
        this.episode = one;
        this.style = style;
        this.from = Math.max(0, episode.start() - BESIDE);
        this.to = Math.min(network.startS().length, episode.end() + BESIDE);
        int low = others().size() + (hasRatio() ? 1 : 0) + (hasWind() ? 1 : 0);
        this.bottom = sizes.head + sizes.tall + sizes.gap + (sizes.low + sizes.gap) * low;
    }

    public static Drawing draw(EpisodesAnalysis.Found found, Listed one, Style style) {
        return new EpisodePlot(found, one, style, Sizes.ALONE).drawing(one);
    }

    /// For a page that holds words and tables as well.
    public static Drawing drawForPage(EpisodesAnalysis.Found found, Listed one, Style style) {
        return new EpisodePlot(found, one, style, Sizes.ON_A_PAGE).drawing(one);
    }

    private Drawing drawing(Listed one) {
        String title = style.say(one.kind().label()) + " · " + one.id().substring(0, 10);
        Drawing body = new Drawing(
                style.width(), bottom - sizes.gap + 28, title, canvas -> draw(new Chart(canvas, style), others()));
        return sizes.isOnPage ? body : body.under(below(), LEFT, style);
    }

    /// Of those that were high as well, and the tracer of the city's own exhaust, the first two.
    private List<Pollutant> others() {
        List<Pollutant> others = new ArrayList<>();
        for (String id : List.of("pm25", "pm10", "o3", "no2")) {
            boolean high = episode.pollutants().contains(id) || id.equals("no2");
            if (high && !id.equals(episode.lead()) && others.size() < sizes.others) {
                network.find(id).ifPresent(others::add);
            }
        }
        return others;
    }

    private boolean hasRatio() {
        return network.find("pm10").isPresent()
                && network.find("pm25").isPresent()
                && episode.kind() != EpisodeKind.PHOTOCHEMICAL_OZONE;
    }

    private boolean hasWind() {
        return episode.hasWind();
    }

    private boolean isOfStation() {
        return episode.kind().isOfStation();
    }

    private void draw(Chart chart, List<Pollutant> others) {
        legend(chart);
        Chart.Field field = new Chart.Field(LEFT, sizes.head, style.width() - LEFT - RIGHT, sizes.tall);
        stations(chart, network.of(episode.lead()), field, true);
        double y = sizes.head + sizes.tall + sizes.gap;
        for (Pollutant other : others) {
            stations(chart, other, low(y), false);
            y += sizes.low + sizes.gap;
        }
        if (hasRatio()) {
            ratio(chart, low(y));
            y += sizes.low + sizes.gap;
        }
        if (hasWind()) {
            wind(chart, low(y));
        }
    }

    private Chart.Field low(double y) {
        return new Chart.Field(LEFT, y, style.width() - LEFT - RIGHT, sizes.low);
    }

    private int ticks() {
        return sizes.low > 60 ? 3 : 2;
    }

    private String below() {
        return style.say("%d시간 · 신뢰도 %d %%", "%d hours · confidence %d %%")
                .formatted(episode.end() - episode.start(), Math.min(99, Math.round(100 * episode.confidence())));
    }

    private void legend(Chart chart) {
        Style.Theme theme = style.theme();
        List<Chart.Entry> entries = new ArrayList<>();
        entries.add(new Chart.Entry(style.say("측정소", "stations"), theme.muted(), 1));
        if (isOfStation()) {
            entries.add(new Chart.Entry(stationName(), stationColour(), 2.4));
        }
        entries.add(new Chart.Entry(style.say("광역 배경", "background"), theme.accent(), 2.6));
        boolean narrow = style.width() < NARROW;
        if (!narrow || !isOfStation()) {
            entries.add(new Chart.Entry(style.say("기준값", "threshold"), theme.second(), 1, 4, 3));
        }
        if (!narrow) {
            entries.add(new Chart.Entry(
                    style.say(episode.kind().label()), EpisodeColours.shade(episode.kind()) | 0x60000000, 0));
        }
        chart.legend(entries, LEFT, sizes.head - 30);
    }

    private String stationName() {
        int station = episode.peakStation();
        return station < 0 ? "" : style.say(network.stations().get(station).name());
    }

    private Axis timeAxis(Chart.Field field) {
        return Axis.time(
                network.startS()[from],
                network.startS()[to - 1] + 3600,
                field.x(),
                field.right(),
                network.calendar(),
                style.language());
    }

    /// The middle of each shown hour.
    private double[] times() {
        double[] times = new double[to - from];
        Arrays.setAll(times, i -> network.startS()[from + i] + 1800.0);
        return times;
    }

    private double[] part(double[] row) {
        return Arrays.copyOfRange(row, from, to);
    }

    /// On a page the times stand below the lowest field alone.
    private void timeTicks(Chart chart, Axis x, Chart.Field field) {
        boolean lowest = field.bottom() + sizes.gap + sizes.low > bottom;
        List<Axis.Tick> ticks =
                x.ticks().stream().map(tick -> new Axis.Tick(tick.at(), "")).toList();
        Axis shown = !sizes.isOnPage || lowest ? x : new Axis(x.from(), x.to(), x.start(), x.end(), ticks);
        chart.xAxis(shown, field, "");
    }

    private void shade(Chart chart, Axis x, Chart.Field field) {
        double start = x.pixel(network.startS()[0] + episode.start() * 3600.0);
        double end = x.pixel(network.startS()[0] + episode.end() * 3600.0);
        chart.canvas().rectangle(start, field.y(), end - start, field.height(), EpisodeColours.shade(episode.kind()));
    }

    private void stations(Chart chart, Pollutant pollutant, Chart.Field field, boolean isLead) {
        Canvas canvas = chart.canvas();
        double[][] good = pollutant.good();
        int marked = isOfStation() ? episode.peakStation() : -1;
        double most = 0;
        for (int s = 0; s < good.length; s++) {
            double[] row = part(s == marked && isLead ? pollutant.sent()[s] : good[s]);
            most = Math.max(
                    most, Arrays.stream(row).filter(Double::isFinite).max().orElse(0));
        }
        Axis x = timeAxis(field);
        Axis y = Axis.linear(0, most > 0 ? most : 1, field.bottom(), field.y(), isLead ? 5 : ticks());
        shade(chart, x, field);
        timeTicks(chart, x, field);
        chart.yAxis(y, field, "");
        name(chart, AirWords.withUnit(pollutant.name(), pollutant.unit(), style), field);
        double[] xs = x.pixels(times());
        int thin = (style.theme().muted() & 0x00ffffff) | 0x70000000;
        for (double[] row : good) {
            canvas.polyline(xs, y.pixels(part(row)), Stroke.of(thin, 0.8));
        }
        background(chart, pollutant, xs, y);
        if (isLead) {
            double threshold = episode.threshold();
            if (threshold < y.to()) {
                canvas.line(
                        field.x(),
                        y.pixel(threshold),
                        field.right(),
                        y.pixel(threshold),
                        new Stroke(style.theme().second(), 1, 4, 3));
            }
        }
        if (marked >= 0) {
            double[] raw = part(pollutant.sent()[marked]);
            canvas.polyline(xs, y.pixels(raw), Stroke.of(stationColour(), 2));
        }
        if (isLead) {
            peak(chart, x, y, field);
        }
    }

    /// A fault's own grey would be lost among the others.
    private int stationColour() {
        return episode.kind() == EpisodeKind.INSTRUMENT_FAULT
                ? style.theme().second()
                : EpisodeColours.of(episode.kind(), style);
    }

    private void peak(Chart chart, Axis x, Axis y, Chart.Field field) {
        if (episode.peakStation() < 0) {
            return;
        }
        double at = x.pixel(network.startS()[episode.peakHour()] + 1800.0);
        double high = y.pixel(episode.peak());
        chart.canvas().circle(at, high, 3.2, Stroke.of(style.theme().ink(), 1.4));
        String text = Figures.brief(episode.peak(), network.of(episode.lead()).unit()) + " · " + stationName();
        boolean left = at > field.x() + 0.7 * field.width();
        chart.canvas()
                .text(
                        text,
                        at + (left ? -8 : 8),
                        Math.max(high + 4, field.y() + 10),
                        style.tick()
                                .at(left ? Canvas.Anchor.END : Canvas.Anchor.START)
                                .strong());
    }

    private void background(Chart chart, Pollutant pollutant, double[] xs, Axis y) {
        if (found.findBackground(pollutant.id()).isEmpty()) {
            return;
        }
        double[] level = part(found.findBackground(pollutant.id()).orElseThrow());
        double[] error = part(found.findBackgroundError(pollutant.id()).orElseThrow());
        double[] lower = new double[level.length];
        double[] upper = new double[level.length];
        for (int i = 0; i < level.length; i++) {
            lower[i] = level[i] - 2 * error[i];
            upper[i] = level[i] + 2 * error[i];
        }
        chart.band(xs, y.pixels(upper), y.pixels(lower), style.theme().band());
        chart.canvas().polyline(xs, y.pixels(level), Stroke.of(style.theme().accent(), 2.6));
    }

    private void name(Chart chart, String name, Chart.Field field) {
        chart.canvas().text(name, field.x(), field.y() - 9, style.tick());
    }

    private void ratio(Chart chart, Chart.Field field) {
        double[] fine = network.of("pm25").median();
        double[] all = network.of("pm10").median();
        double[] ratio = new double[fine.length];
        Arrays.setAll(ratio, h -> all[h] > 0 ? Math.min(1, fine[h] / all[h]) : Double.NaN);
        Axis x = timeAxis(field);
        Axis y = Axis.exact(0, 1, field.bottom(), field.y(), ticks());
        shade(chart, x, field);
        timeTicks(chart, x, field);
        chart.yAxis(y, field, "");
        name(chart, style.say("PM2.5/PM10(점선 아래는 조대입자가 대부분)", "PM2.5/PM10 (below the dashes most is coarse)"), field);
        double limit = y.pixel(found.dustFineFraction());
        chart.canvas()
                .line(
                        field.x(),
                        limit,
                        field.right(),
                        limit,
                        new Stroke(style.theme().second(), 1, 4, 3));
        chart.canvas()
                .polyline(
                        x.pixels(times()),
                        y.pixels(part(ratio)),
                        Stroke.of(style.theme().ink(), 1.6));
    }

    private void wind(Chart chart, Chart.Field field) {
        double[] speed = part(network.windSpeedMPerS());
        double[] direction = part(network.windFromDeg());
        double most = Arrays.stream(speed).filter(Double::isFinite).max().orElse(1);
        Axis x = timeAxis(field);
        Axis y = Axis.linear(0, most * 1.6, field.bottom(), field.y(), ticks());
        shade(chart, x, field);
        timeTicks(chart, x, field);
        chart.yAxis(y, field, "");
        name(chart, style.say("풍속(m/s), 화살표는 바람이 가는 쪽", "Wind speed (m/s); arrows point where it goes"), field);
        double[] xs = x.pixels(times());
        chart.canvas().polyline(xs, y.pixels(speed), Stroke.of(style.theme().ink(), 1.4));
        int every = Math.max(1, (int) Math.ceil(speed.length * 18 / field.width()));
        for (int i = every / 2; i < speed.length; i += every) {
            if (Double.isFinite(direction[i]) && Double.isFinite(speed[i])) {
                arrow(chart.canvas(), xs[i], field.y() + 12, direction[i]);
            }
        }
    }

    /// Turned from where it comes to where it goes; y grows downwards.
    private void arrow(Canvas canvas, double x, double y, double fromDeg) {
        double turn = Math.toRadians(fromDeg + 180);
        double east = Math.sin(turn);
        double south = -Math.cos(turn);
        double reach = 8;
        double headX = x + reach * east;
        double headY = y + reach * south;
        Stroke stroke = Stroke.of(style.theme().muted(), 1.3);
        canvas.line(x - reach * east, y - reach * south, headX, headY, stroke);
        double back = 5;
        double wide = 2.8;
        canvas.polygon(
                new double[] {headX, headX - back * east - wide * south, headX - back * east + wide * south},
                new double[] {headY, headY - back * south + wide * east, headY - back * south - wide * east},
                style.theme().muted());
    }
}
