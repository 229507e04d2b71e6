package org.dosi.product.air.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.episodes.BackgroundAnalysis;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.air.plot.AirWords;
import org.dosi.product.plot.Style;

/// How much of each pollutant is the city's own, a row each.
final class LocalTable {

    private LocalTable() {}

    static void put(Collection<BackgroundAnalysis.Found> pollutants, Style style, HtmlPage page) {
        List<List<String>> rows = new ArrayList<>();
        pollutants.forEach(one -> rows.add(row(one, style)));
        page.table(
                List.of(
                        style.say("항목(단위)", "Pollutant, unit"),
                        style.say("평균 배경", "Mean background"),
                        style.say("국지 비율(95 % 구간)", "Local share (95 % interval)"),
                        style.say("국지 기여가 가장 큰 측정소", "Station with the largest local part")),
                rows,
                List.of(1, 2));
        page.note(style.say(
                "배경은 측정망의 아래쪽(오존은 위쪽) 값에서 추정했으며, 도시 전체가 함께 만든 몫도 들어 있다. 오존의 음수는 도시 안에서 배기가스와 반응해 소모된 만큼을 측정된 오존에 견준 것이고, 사례에서는 배경 오존에 견주어 ‘소모’로 적는다.",
                "The background is read off the network's lower end (ozone: upper); it holds what the whole city makes"
                        + " together too. Ozone is negative by what the city's exhaust consumes, here as a share of the ozone"
                        + " measured; episodes give it as consumed, a share of the background's ozone."));
    }

    private static List<String> row(BackgroundAnalysis.Found one, Style style) {
        Network network = one.network();
        String ucum = network.variable().unit();
        BackgroundAnalysis.Shares shares = one.shares();
        String most = shares.station() < 0
                ? "–"
                : style.say(network.stations().get(shares.station()).name()) + " "
                        + Figures.signed(shares.largest(), ucum);
        return List.of(
                AirWords.withUnit(network.variable().name(), ucum, style),
                Figures.of(shares.background(), ucum),
                style.say(shares.local().text()),
                most);
    }
}
