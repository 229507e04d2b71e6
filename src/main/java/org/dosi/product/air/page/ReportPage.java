package org.dosi.product.air.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dosi.analysis.air.direction.DirectionsAnalysis;
import org.dosi.analysis.air.episodes.BackgroundAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.report.ReportAnalysis;
import org.dosi.analysis.air.state.AlertsAnalysis;
import org.dosi.analysis.air.state.IndexAnalysis;
import org.dosi.analysis.finding.Finding;
import org.dosi.model.Name;
import org.dosi.product.air.plot.AlertsPlot;
import org.dosi.product.air.plot.DirectionsPlot;
import org.dosi.product.air.plot.EpisodesPlot;
import org.dosi.product.air.plot.IndexPlot;
import org.dosi.product.air.plot.SourcesPlot;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;
import org.dosi.product.text.FindingText;

/// The report as a page for reading and printing.
public final class ReportPage {
    private static final double WIDTH = 760;
    private static final int EPISODES = 12;
    /// So many are told in sentences.
    private static final int TOLD = 3;

    private final ReportAnalysis.Found found;
    private final Style style;
    private final HtmlPage page;
    /// Remarks that stand on the page already: several parts may have the same.
    private final Set<Name> remarked = new HashSet<>();

    private ReportPage(ReportAnalysis.Found found, Style style) {
        this.found = found;
        this.style = style;
        this.page = new HtmlPage(title(found, style), span(), style);
    }

    public static void write(ReportAnalysis.Found found, Style style, OutputStream out) throws IOException {
        if (found.oneEpisode().isPresent()) {
            EpisodePage.write(found.oneEpisode().get(), style, out);
            return;
        }
        // Paper is white and narrow.
        Style paper = new Style(style.theme(), style.language(), WIDTH);
        out.write(new ReportPage(found, paper).html().getBytes(StandardCharsets.UTF_8));
    }

    /// The report in one picture: its plots below each other, without tables and words.
    public static Drawing draw(ReportAnalysis.Found found, Style style) {
        if (found.oneEpisode().isPresent()) {
            return EpisodesPlot.draw(found.oneEpisode().get(), style);
        }
        ReportPage page = new ReportPage(found, style);
        Drawing all = new Drawing(style.width(), 56, title(found, style), _ -> {}).under(page.span(), 24, style);
        List<Drawing> parts = new ArrayList<>();
        found.episodes().found().ifPresent(one -> parts.add(EpisodesPlot.draw(one, style)));
        found.alerts().found().ifPresent(one -> parts.add(AlertsPlot.draw(one, style)));
        found.directions()
                .found()
                .filter(one -> one.significant() > 0)
                .ifPresent(one -> parts.add(DirectionsPlot.draw(one, style)));
        found.sources()
                .values()
                .forEach(part -> part.found().ifPresent(one -> parts.add(SourcesPlot.draw(one, style))));
        for (Drawing part : parts) {
            all = all.above(part);
        }
        return all;
    }

    private static String title(ReportAnalysis.Found found, Style style) {
        return found.city()
                .map(city -> style.say(city.ko() + "의 공기", "The air of " + city.en()))
                .orElseGet(() -> style.say("도시의 공기", "The city's air"));
    }

    /// The days that the data hold, not those that were asked for.
    private String span() {
        ReportAnalysis.Covered covered = found.covered();
        if (covered.toS() <= covered.fromS()) {
            return style.say("자료 없음", "no data");
        }
        // The last hour's beginning: data until midnight end the day before.
        return style.say("자료 ", "data from ")
                + day(covered.fromS(), covered)
                + style.say(" – ", " to ")
                + day(covered.toS() - 1, covered);
    }

    private static String day(long epochS, ReportAnalysis.Covered covered) {
        return FindingText.time(epochS, covered.zone()).substring(0, 10);
    }

    private String html() {
        found.opening().ifPresent(sentence -> page.lead(style.say(sentence)));
        String more = lead();
        if (!more.isEmpty()) {
            page.lead(more);
        }
        page.heading(style.say("대기환경기준과 비교하면", "Against the standards"));
        StandardsTable.put(found.statistics(), style, page);
        found.statistics().forEach(this::remarks);
        local();
        index();
        alerts();
        episodes();
        directions();
        sources();
        page.heading(style.say("어떻게 만들었나", "How it was made"));
        remarks(found);
        page.note(style.say(
                "의심 표시가 붙은 값은 빼고 계산했다. 방법과 한계는 docs/air.md에 있다. 같은 자료와 같은 버전이면 같은 보고서가 나온다.",
                "Flagged values were left out. Methods and their limits are in docs/air.md. The same data and version give"
                        + " the same report."));
        if (!found.datasets().isEmpty()) {
            page.note(style.say("자료: ", "Data: ") + Credits.of(found.datasets(), style));
        }
        return page.footer("Dosi " + found.provenance().version() + " · " + inputs())
                .html();
    }

    private String inputs() {
        int count = found.provenance().inputs().size();
        return style.say("자료 계열 %d개", count == 1 ? "%d datastream" : "%d datastreams")
                .formatted(count);
    }

    private String lead() {
        List<String> said = new ArrayList<>();
        found.worst(1).forEach(one -> said.add(style.say(one.sentence())));
        found.directions().found().ifPresent(directions -> {
            directions.clearest().ifPresent(clearest -> said.add(style.say(clearest) + "."));
            said.add(style.say(directions.statement()) + ".");
        });
        return String.join(" ", said);
    }

    /// What whoever reads a part should know of it.
    private void remarks(Finding part) {
        part.provenance().remarks().stream().filter(remarked::add).forEach(remark -> page.note(style.say(remark)));
    }

    private static String cannot(Name reason, Style style) {
        return style.say("이 자료로는 알 수 없음: ", "These data cannot tell: ") + style.say(reason);
    }

    /// With what no document confirms of its rules, below the plot.
    private void index() {
        page.heading(style.say("통합대기환경지수", "The air-quality index"));
        IndexAnalysis.Found index = found.index().finding();
        boolean any = index != null
                && index.places().stream()
                        .anyMatch(place -> Arrays.stream(place.grade()).anyMatch(grade -> grade >= 0));
        if (index == null) {
            page.paragraph(cannot(found.index().reason(), style));
        } else if (any) {
            // Its remarks stand in the plot.
            page.figure(IndexPlot.draw(index, style), "");
            remarked.addAll(index.provenance().remarks());
        } else {
            page.paragraph(style.say(
                    "필요한 항목(PM10, PM2.5, O₃, NO₂)이 모두 있는 시간이 없어 지수를 낼 수 없습니다.",
                    "There is no index: no hour has all of PM10, PM2.5, O₃ and NO₂."));
        }
    }

    private void alerts() {
        page.heading(style.say("주의보와 경보", "Advisories and warnings"));
        AlertsAnalysis.Found alerts = found.alerts().finding();
        if (alerts == null) {
            page.paragraph(cannot(found.alerts().reason(), style));
            return;
        }
        page.figure(AlertsPlot.draw(alerts, style), "");
        AlertsTable.put(alerts, style, page);
        remarks(alerts);
    }

    private void episodes() {
        page.heading(style.say("무슨 일이 있었나", "What happened"));
        EpisodesAnalysis.Found episodes = found.episodes().finding();
        if (episodes == null) {
            page.paragraph(cannot(found.episodes().reason(), style));
            return;
        }
        page.figure(EpisodesPlot.draw(episodes, style), "");
        remarks(episodes);
        EpisodesTable.put(episodes.network(), found.worst(EPISODES), style, page);
        page.note(style.say(episodes.counted()) + ". "
                + style.say("표에는 심한 순서로 %d건까지 실었다.", "The table holds up to %d, the worst first.")
                        .formatted(EPISODES));
        found.worst(TOLD).forEach(one -> page.paragraph(style.say(one.sentence())));
    }

    private void local() {
        page.heading(style.say("국지 기여는 얼마나 되나", "How much is local"));
        List<BackgroundAnalysis.Found> known = found.background().values().stream()
                .flatMap(part -> part.found().stream())
                .toList();
        if (known.isEmpty()) {
            page.paragraph(cannot(
                    found.background().values().stream()
                            .map(part -> part.reason())
                            .findFirst()
                            .orElse(Name.of("–")),
                    style));
            return;
        }
        LocalTable.put(known, style, page);
        found.dustCaveat().ifPresent(caveat -> page.note(style.say(caveat)));
        known.forEach(this::remarks);
    }

    private void directions() {
        page.heading(style.say("어디에서 오나: 풍향", "Where from: directions"));
        DirectionsAnalysis.Found directions = found.directions().finding();
        if (directions == null) {
            page.paragraph(cannot(found.directions().reason(), style));
            return;
        }
        if (directions.significant() == 0) {
            page.paragraph(style.say(directions.statement()) + ".");
        } else {
            page.figure(DirectionsPlot.draw(directions, style), "");
        }
        remarks(directions);
    }

    private void sources() {
        if (found.sources().isEmpty()) {
            return;
        }
        page.heading(style.say("어디에서 오나: 장소", "Where from: places"));
        found.sources()
                .forEach((value, part) -> part.found()
                        .ifPresentOrElse(
                                one -> {
                                    page.figure(SourcesPlot.draw(one, style), "");
                                    remarks(one);
                                },
                                () -> page.paragraph(value + ": " + cannot(part.reason(), style))));
    }
}
