package org.dosi.product.air.page;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dosi.analysis.air.episodes.EpisodesAnalysis.Listed;
import org.dosi.analysis.air.episodes.PollutantNetwork;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.air.plot.AirWords;
import org.dosi.product.plot.Style;

/// Episodes as rows of a table, in the order in which they are given.
final class EpisodesTable {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private EpisodesTable() {}

    static void put(PollutantNetwork network, List<Listed> listed, Style style, HtmlPage page) {
        page.table(
                List.of(
                        style.say("종류", "Class"),
                        style.say("시작", "From"),
                        style.say("끝", "To"),
                        style.say("최고값", "Peak"),
                        style.say("국지 비율(95 % 구간)", "Local share (95 % interval)"),
                        style.say("측정소", "Stations"),
                        style.say("신뢰도", "Confidence")),
                rows(network, listed, style),
                List.of(3, 4, 5, 6));
    }

    private static List<List<String>> rows(PollutantNetwork network, List<Listed> listed, Style style) {
        List<List<String>> rows = new ArrayList<>();
        for (Listed one : listed) {
            PollutantNetwork.Pollutant lead = network.of(one.lead());
            String peak = style.say(lead.name()) + " " + Figures.of(one.peak(), lead.unit()) + " "
                    + AirWords.unit(lead.unit(), style);
            rows.add(List.of(
                    style.say(one.kind().label()),
                    TIME.format(network.at(one.start())),
                    TIME.format(network.at(one.end())),
                    peak,
                    style.say(one.localText()),
                    Integer.toString(one.stationsReached()),
                    Math.min(99, Math.round(100 * one.confidence())) + " %"));
        }
        return rows;
    }
}
