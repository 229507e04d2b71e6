package org.dosi.product.air.page;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dosi.analysis.air.episodes.EpisodeKind;
import org.dosi.analysis.air.episodes.EpisodeSentence;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis.Listed;
import org.dosi.analysis.air.episodes.PollutantNetwork;
import org.dosi.product.air.plot.AirWords;
import org.dosi.product.air.plot.EpisodesPlot;
import org.dosi.product.plot.Style;

/// The log of episodes for reading: the time bar, the worst episodes, and how many faults there were.
final class EpisodeLogPage {
    /// As many as are read.
    private static final int MOST = 60;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private EpisodeLogPage() {}

    public static String html(EpisodesAnalysis.Found found, Style style) {
        PollutantNetwork network = found.network();
        List<Listed> worst = found.listed().stream()
                .filter(one -> one.kind() != EpisodeKind.INSTRUMENT_FAULT)
                .limit(MOST)
                .toList();
        String span = TIME.format(network.at(0)) + " – " + TIME.format(network.at(network.startS().length));
        HtmlPage page = new HtmlPage(style.say("고농도 사례", "Episodes of the air"), span, style);
        page.figure(
                EpisodesPlot.draw(found, style),
                style.say("종류별 사례와 측정소 중앙값", "Episodes by class, and the median of the stations"));
        page.table(headings(style), rows(network, worst, style), List.of(3, 4, 5, 6));
        page.note(style.say(found.counted()) + ".");
        return page.footer("Dosi " + found.provenance().version()).html();
    }

    private static List<String> headings(Style style) {
        return List.of(
                style.say("종류", "Class"),
                style.say("시작", "From"),
                style.say("끝", "To"),
                style.say("최고값", "Peak"),
                style.say("국지 비율(95 % 구간)", "Local share (95 % interval)"),
                style.say("측정소", "Stations"),
                style.say("신뢰도", "Confidence"));
    }

    private static List<List<String>> rows(PollutantNetwork network, List<Listed> listed, Style style) {
        List<List<String>> rows = new ArrayList<>();
        for (Listed one : listed) {
            PollutantNetwork.Pollutant lead = network.of(one.lead());
            String peak = style.say(lead.name()) + " " + EpisodeSentence.figure(one.peak()) + " "
                    + AirWords.unit(lead.unit(), style);
            rows.add(List.of(
                    style.say(one.kind().label()),
                    TIME.format(network.at(one.start())),
                    TIME.format(network.at(one.end())),
                    peak,
                    style.say(one.localShare().text()),
                    Integer.toString(one.stationsReached()),
                    Math.min(99, Math.round(100 * one.confidence())) + " %"));
        }
        return rows;
    }
}
