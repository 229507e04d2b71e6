package org.dosi.product.air.page;

import java.util.List;
import org.dosi.analysis.air.episodes.EpisodeKind;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis.Listed;
import org.dosi.analysis.air.episodes.PollutantNetwork;
import org.dosi.product.air.plot.EpisodesPlot;
import org.dosi.product.plot.Style;

/// The log of episodes for reading: the time bar, the worst episodes, and how many faults there were.
final class EpisodeLogPage {
    /// As many as are read.
    private static final int MOST = 60;

    private EpisodeLogPage() {}

    public static String html(EpisodesAnalysis.Found found, Style style) {
        PollutantNetwork network = found.network();
        List<Listed> worst = found.listed().stream()
                .filter(one -> one.kind() != EpisodeKind.INSTRUMENT_FAULT)
                .limit(MOST)
                .toList();
        String span = EpisodesTable.TIME.format(network.at(0)) + " – "
                + EpisodesTable.TIME.format(network.at(network.startS().length));
        HtmlPage page = new HtmlPage(style.say("고농도 사례", "Episodes of the air"), span, style);
        page.figure(
                EpisodesPlot.draw(found, style),
                style.say("종류별 사례와 측정소 중앙값", "Episodes by class, and the median of the stations"));
        EpisodesTable.put(network, worst, style, page);
        page.note(style.say(found.counted()) + ".");
        return page.footer("Dosi " + found.provenance().version()).html();
    }
}
