package org.dosi.product.air.page;

import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.air.state.AlertDoubt;
import org.dosi.analysis.air.state.AlertsAnalysis;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.air.plot.AirWords;
import org.dosi.product.plot.Style;
import org.dosi.product.text.FindingText;

/// Advisories and warnings, a row each, by pollutant and region.
final class AlertsTable {
    private static final int MOST = 60;

    private AlertsTable() {}

    static void put(AlertsAnalysis.Found alerts, Style style, HtmlPage page) {
        List<List<String>> rows = rows(alerts, style);
        if (rows.isEmpty()) {
            page.paragraph(style.say("기간 안에 발령 기준에 이른 때가 없다.", "The levels were not reached in the window."));
            return;
        }
        page.table(
                List.of(
                        style.say("항목(단위)", "Pollutant, unit"),
                        style.say("권역", "Region"),
                        style.say("단계", "Level"),
                        style.say("발령", "From"),
                        style.say("해제", "To"),
                        style.say("최고", "Peak"),
                        style.say("기준 이상 측정소(최고)", "Stations at the limit (highest)"),
                        style.say("적용 기준(시행 연도)", "Rule of")),
                rows.subList(0, Math.min(MOST, rows.size())),
                List.of(5));
        String all = rows.size() <= MOST
                ? style.say("모두 %d건이다.", "%d in all.").formatted(rows.size())
                : style.say("모두 %d건 가운데 표에는 %d건을 실었다.", "%d in all, of which the table holds %d.")
                        .formatted(rows.size(), MOST);
        page.note(style.say(
                        "측정망의 값에 규칙을 적용한 결과이며, 실제 발령 기록이 아니다. ",
                        "What the rules say of the network's values, not the record of what was proclaimed. ")
                + all);
    }

    private static List<List<String>> rows(AlertsAnalysis.Found alerts, Style style) {
        List<List<String>> rows = new ArrayList<>();
        for (AlertsAnalysis.Region region : alerts.regions()) {
            for (AlertsAnalysis.Alert alert : region.alerts()) {
                rows.add(List.of(
                        AirWords.withUnit(region.pollutantName(), region.unit(), style),
                        style.say(region.name()),
                        style.say(AlertsAnalysis.levelName(alert.level())),
                        time(alert.startS(), alerts),
                        time(alert.endS(), alerts),
                        Figures.of(alert.peak(), region.unit()),
                        stations(alert, style),
                        alert.edition()));
            }
        }
        return rows;
    }

    private static String stations(AlertsAnalysis.Alert alert, Style style) {
        String stations = alert.stationsOver() + " (" + style.say(alert.station()) + ")";
        return alert.doubt() == AlertDoubt.NONE
                ? stations
                : stations + "; " + style.say(alert.doubt().label());
    }

    private static String time(long epochS, AlertsAnalysis.Found alerts) {
        String text = FindingText.time(epochS, alerts.zone());
        return text.isEmpty() ? "–" : text.substring(0, 16).replace('T', ' ');
    }
}
