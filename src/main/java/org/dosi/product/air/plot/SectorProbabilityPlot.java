package org.dosi.product.air.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.direction.SectorProbabilityAnalysis;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Stroke;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Probabilities as wedges, with the probability of all sectors as a ring to compare with.
public final class SectorProbabilityPlot {
    private static final double LABELS_DEG = 45;

    /// Dashes of the ring that all winds together have.
    private static final double[] OVERALL = {5, 4};

    private static final CompassPlot<SectorProbabilityAnalysis.Found> PLOT = new CompassPlot<>(
            190,
            (first, each) -> each.say(first.column().name()) + " · " + each.say(first.place()),
            SectorProbabilityPlot::threshold,
            SectorProbabilityAnalysis.Found::hours,
            SectorProbabilityPlot::face,
            (alike, face, chart) -> legend(alike, chart.style()).draw(chart, face),
            SectorProbabilityPlot::draw);

    private SectorProbabilityPlot() {}

    public static Drawing draw(SectorProbabilityAnalysis.Found found, Style style) {
        return PLOT.one(found, style, legend(List.of(found), style).room(style), "")
                .under(
                        below(found, style) + PolarWords.steps(found.directionStepDeg(), style),
                        CompassPlot.EDGE,
                        style);
    }

    /// A face for each group, on one scale.
    public static Drawing draw(GroupedFinding<SectorProbabilityAnalysis.Found> found, Style style) {
        return CompassGroups.draw(found, style, PLOT);
    }

    private static void face(
            SectorProbabilityAnalysis.Found found,
            List<SectorProbabilityAnalysis.Found> alike,
            CompassFace face,
            Chart chart) {
        double most = alike.stream()
                .flatMapToDouble(each -> IntStream.range(0, each.sectors()).mapToDouble(each::share))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Axis radial = face.radial((most > 0 ? most : 1) * 1.1);
        for (int s = 0; s < found.sectors(); s++) {
            if (found.share(s) > 0) {
                sector(found, s, radial, face, chart);
            }
        }
        face.grid(chart, radial);
        chart.canvas()
                .circle(
                        face.x(),
                        face.y(),
                        radial.pixel(found.overall()),
                        new Stroke(chart.style().theme().ink(), 1.4, OVERALL));
        face.ringLabels(chart, radial, LABELS_DEG, "");
    }

    /// A wedge with its interval as a line along its middle, cut at the rim.
    private static void sector(
            SectorProbabilityAnalysis.Found found, int s, Axis radial, CompassFace face, Chart chart) {
        double half = 180.0 / found.sectors() * 0.94;
        double middle = s * 360.0 / found.sectors();
        Style style = chart.style();
        face.wedge(
                chart.canvas(), middle - half, middle + half, 0, radial.pixel(found.share(s)), colour(found, s, style));
        double[] interval = found.interval(s);
        double inner = radial.pixel(interval[0]);
        double outer = Math.min(face.radius(), radial.pixel(interval[1]));
        chart.canvas()
                .line(
                        face.px(middle, inner),
                        face.py(middle, inner),
                        face.px(middle, outer),
                        face.py(middle, outer),
                        Stroke.of(style.theme().ink(), 1));
    }

    /// Strong only where the whole interval lies above what all winds have.
    private static int colour(SectorProbabilityAnalysis.Found found, int s, Style style) {
        double[] interval = found.interval(s);
        return interval[0] > found.overall()
                ? style.theme().second()
                : interval[1] < found.overall()
                        ? CompassFace.translucent(style.theme().accent(), 0x90)
                        : unclear(style);
    }

    private static int unclear(Style style) {
        return CompassFace.translucent(style.theme().muted(), 0x60);
    }

    private static FaceLegend legend(List<SectorProbabilityAnalysis.Found> alike, Style style) {
        SectorProbabilityAnalysis.Found found = alike.getFirst();
        Style.Theme theme = style.theme();
        return new FaceLegend(
                "",
                List.of(
                        new Chart.Entry(style.say("전체보다 높음", "above all winds"), theme.second(), 0),
                        new Chart.Entry(style.say("구별되지 않음", "cannot tell"), unclear(style), 0),
                        new Chart.Entry(
                                style.say("전체보다 낮음", "below all winds"),
                                CompassFace.translucent(theme.accent(), 0x90),
                                0),
                        new Chart.Entry(style.say("95 % 구간", "95 % interval"), theme.ink(), 1),
                        new Chart.Entry(
                                alike.size() > 1
                                        ? style.say("묶음 전체", "all winds of the group")
                                        : style.say("전체 ", "all winds ") + Figures.fixed(found.overall(), 3),
                                theme.ink(),
                                1.4,
                                OVERALL)),
                List.of());
    }

    /// With the threshold where it is one for all, as it is for groups of hours, and not for factors.
    private static String threshold(List<SectorProbabilityAnalysis.Found> alike, Style style) {
        SectorProbabilityAnalysis.Found found = alike.getFirst();
        if (alike.stream().anyMatch(each -> each.threshold() != found.threshold())) {
            return style.say("풍향별 각각의 %s백분위수 초과 확률", "probability above each one's percentile %s by wind direction")
                    .formatted(found.provenance().parameters().get("percentile"));
        }
        String unit = AirWords.unit(found.column().unit(), style);
        return String.format(
                Locale.ROOT,
                style.say(
                        "풍향별 전체 자료의 %s백분위수(%s%s) 초과 확률",
                        "probability above percentile %s of all data (%s%s) by wind direction"),
                found.provenance().parameters().get("percentile"),
                Figures.of(found.threshold(), found.column().unit()),
                unit.isEmpty() ? "" : " " + unit);
    }

    private static String below(SectorProbabilityAnalysis.Found found, Style style) {
        var used = found.provenance().parameters();
        String unit = AirWords.unit(found.column().unit(), style);
        return String.format(
                Locale.ROOT,
                style.say(
                        "풍향별 %s백분위수(%s%s) 초과 확률, 풍속 %s m/s 이상, %,d시간",
                        "probability above percentile %s (%s%s) by wind direction, wind of at least %s m/s, %,d hours"),
                used.get("percentile"),
                Figures.of(found.threshold(), found.column().unit()),
                unit.isEmpty() ? "" : " " + unit,
                used.get("least-speed"),
                found.hours());
    }
}
