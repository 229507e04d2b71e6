package org.dosi.product.air.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dosi.analysis.air.episodes.EpisodeFigures;
import org.dosi.analysis.air.episodes.EpisodeKind;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis.Listed;
import org.dosi.analysis.air.episodes.PollutantNetwork;
import org.dosi.analysis.finding.Figures;
import org.dosi.product.air.plot.AirWords;
import org.dosi.product.air.plot.EpisodePlot;
import org.dosi.product.plot.Style;
import org.dosi.product.plot.SvgCanvas;

/// The explanation of one episode: what happened in a few sentences, the plot, the evidence with its
/// weights, the stations in the order in which it reached them, and where the numbers come from. A page of
/// A4 in each language.
public final class EpisodePage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /// For the page on its own and for the report that holds it: everything is under `.episode`.
    public static final String CSS = """
            .episode{font-family:Pretendard,'Noto Sans KR','Noto Sans CJK KR','Malgun Gothic',system-ui,sans-serif;
              color:#1b2024;background:#fff;max-width:186mm;margin:0 auto;font-size:9.6pt;line-height:1.4}
            .episode h2{font-size:15pt;margin:0 0 1mm;line-height:1.25}
            .episode .when{color:#5a6268;margin:0 0 2mm}
            .episode .said{font-size:9.8pt;margin:0 0 2mm}
            .episode h3{font-size:9.4pt;margin:2.4mm 0 .8mm}
            .episode svg{display:block;width:100%;height:auto}
            .episode .two{display:grid;grid-template-columns:1fr 1fr;gap:0 7mm;align-items:start}
            .episode table{border-collapse:collapse;width:100%;font-size:7.6pt;line-height:1.3;font-variant-numeric:tabular-nums}
            .episode th{font-weight:400;color:#5a6268;text-align:left}
            .episode td,.episode th{border-bottom:.3pt solid #dedcd6;padding:.22mm 1mm;vertical-align:top}
            .episode td,.episode th+th{text-align:right}
            .episode td,.episode th+th{white-space:nowrap}
            .episode .for{color:#0f5ec4}.episode .against{color:#d55e00}
            .episode .foot{color:#5a6268;font-size:7pt;margin-top:2mm;overflow-wrap:anywhere}
            @media screen and (max-width:640px){.episode{font-size:15px}.episode .said{font-size:15px}.episode .two{grid-template-columns:1fr}
              .episode table{font-size:13px}.episode .foot{font-size:11px}.episode figure{overflow-x:auto}.episode svg{min-width:620px}}
            /* One sheet for each language: the English words of 25 stations are the longest, and set the sizes. */
            @media print{.episode{break-after:page;max-width:none;font-size:9pt;line-height:1.34}.episode:last-of-type{break-after:auto}
              .episode .said{font-size:9.3pt;line-height:1.36;margin-bottom:1mm}.episode h3{margin-top:1.8mm;break-after:avoid}
              .episode figure,.episode tr{break-inside:avoid}.episode .foot{margin:1.4mm 0 0;break-before:avoid}}
            """;

    private final EpisodesAnalysis.Found found;
    private final Listed listed;
    private final PollutantNetwork network;
    private final Style style;

    private EpisodePage(EpisodesAnalysis.Found found, Listed listed, Style.Language language) {
        this.found = found;
        this.listed = listed;
        this.network = found.network();
        // Paper is white.
        this.style = new Style(Style.Theme.LIGHT, language);
    }

    /// A whole document: the page of the episode that was asked for, in the reader's language and then in
    /// the other; without one, the log of all.
    public static void write(EpisodesAnalysis.Found found, Style style, OutputStream out) throws IOException {
        if (found.selected().isEmpty()) {
            out.write(EpisodeLogPage.html(found, style).getBytes(StandardCharsets.UTF_8));
            return;
        }
        Listed one = found.selected().get();
        Style.Language other = style.language() == Style.Language.KO ? Style.Language.EN : Style.Language.KO;
        String html = """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%s</title>
                <style>@page{size:A4;margin:10mm 12mm}body{margin:6mm auto;padding:0 4mm;background:#fff}
                @media print{body{margin:0;padding:0}}
                %s</style></head>
                <body>
                %s
                %s
                </body></html>
                """.formatted(
                        style.say("ko", "en"),
                        HtmlPage.escape(new EpisodePage(found, one, style.language()).title()),
                        CSS,
                        fragment(found, one, style.language()),
                        fragment(found, one, other));
        out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    /// The page as a part of another document, which brings [#CSS].
    public static String fragment(EpisodesAnalysis.Found found, Listed one, Style.Language language) {
        return new EpisodePage(found, one, language).article();
    }

    private String article() {
        boolean ofStation = listed.kind().isOfStation();
        StringBuilder html = new StringBuilder();
        html.append("<article class=\"episode\" lang=\"")
                .append(style.say("ko", "en"))
                .append("\" id=\"")
                .append(HtmlPage.escape(listed.id()))
                .append('-')
                .append(style.say("ko", "en"))
                .append("\">\n<h2>")
                .append(HtmlPage.escape(style.say(listed.kind().label())))
                .append("</h2>\n<p class=\"when\">")
                .append(HtmlPage.escape(when()))
                .append("</p>\n<p class=\"said\">")
                .append(HtmlPage.escape(style.say(listed.sentence())))
                .append("</p>\n<figure style=\"margin:0\">")
                .append(SvgCanvas.write(
                        EpisodePlot.drawForPage(found, listed, style),
                        style.theme().surface()))
                .append("</figure>\n<div class=\"two\"><div>\n");
        heading(html, style.say("수치", "Figures"));
        figures(html);
        html.append("</div><div>\n");
        heading(html, style.say("이 종류로 본 근거(로그 승산)", "Evidence for the class (log odds)"));
        witnesses(html);
        html.append("</div></div>\n");
        if (!ofStation) {
            heading(html, style.say("측정소(먼저 높아진 순서)", "Stations, in the order in which they rose") + inUnit());
            stations(html);
        }
        for (String line : remarks()) {
            html.append("<p class=\"foot\">").append(HtmlPage.escape(line)).append("</p>\n");
        }
        return html.append("<p class=\"foot\">")
                .append(HtmlPage.escape(foot()))
                .append("</p>\n</article>")
                .toString();
    }

    private static void heading(StringBuilder html, String text) {
        html.append("<h3>").append(HtmlPage.escape(text)).append("</h3>\n");
    }

    /// What a window, a tab and a printed file are named by.
    private String title() {
        return style.say(listed.kind().label()) + ", " + when();
    }

    private String when() {
        DateTimeFormatter whole = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
        return whole.format(network.at(listed.start())) + " – " + whole.format(network.at(listed.end())) + " ("
                + (network.zone() == null
                        ? style.say("자료의 시각", "times as in the data")
                        : network.zone().getId()) + ")";
    }

    /// What the numbers of the stations are: the pollutant that leads, in its unit.
    private String inUnit() {
        PollutantNetwork.Pollutant lead = network.of(listed.lead());
        return " · " + AirWords.withUnit(lead.name(), lead.unit(), style);
    }

    private void figures(StringBuilder html) {
        html.append("<table>");
        for (EpisodeFigures.Row row : EpisodeFigures.of(network, listed)) {
            html.append("<tr><th>")
                    .append(HtmlPage.escape(style.say(row.label())))
                    .append("</th><td>")
                    .append(HtmlPage.escape(style.say(row.value())))
                    .append("</td></tr>\n");
        }
        html.append("</table>\n");
    }

    private void witnesses(StringBuilder html) {
        html.append("<table>");
        for (EpisodesAnalysis.Evidence witness : listed.evidence()) {
            boolean silent = Double.isNaN(witness.found());
            html.append("<tr><th>")
                    .append(HtmlPage.escape(style.say(witness.question())))
                    .append("</th><td>")
                    .append(HtmlPage.escape(
                            silent ? style.say("측정 없음", "not measured") : Figures.rounded(witness.found())))
                    .append("</td><td class=\"")
                    .append(witness.weight() < 0 ? "against" : "for")
                    .append("\">")
                    .append(
                            silent && witness.weight() == 0
                                    ? ""
                                    : String.format(Locale.ROOT, "%+.1f", witness.weight())
                                            .replace('-', '−'))
                    .append("</td></tr>\n");
        }
        html.append("<tr><th>")
                .append(HtmlPage.escape(style.say("신뢰도", "Confidence")))
                .append("</th><td></td><td>")
                .append(Math.min(99, Math.round(100 * listed.confidence())))
                .append(" %</td></tr></table>\n");
    }

    /// In two tables side by side.
    private void stations(StringBuilder html) {
        List<EpisodesAnalysis.StationRow> stations = listed.stations();
        int half = (stations.size() + 1) / 2;
        html.append("<div class=\"two\">");
        for (List<EpisodesAnalysis.StationRow> part :
                List.of(stations.subList(0, half), stations.subList(half, stations.size()))) {
            html.append("<table><tr><th>")
                    .append(HtmlPage.escape(style.say("측정소", "Station")))
                    .append("</th><th>")
                    .append(HtmlPage.escape(style.say("기준 초과 시작", "Above since")))
                    .append("</th><th>")
                    .append(HtmlPage.escape(style.say("최고(시각)", "Peak (at)")))
                    .append("</th><th>")
                    .append(HtmlPage.escape(style.say("시간", "Hours")))
                    .append("</th><th>")
                    .append(HtmlPage.escape(local()))
                    .append("</th></tr>\n");
            part.forEach(one -> station(html, one));
            html.append("</table>");
        }
        html.append("</div>\n");
    }

    /// Of dust no local part is told, and what lies above the background is named as that.
    private String local() {
        return listed.kind() == EpisodeKind.YELLOW_DUST
                ? style.say("배경보다", "Above the background")
                : style.say("국지", "Local");
    }

    private void station(StringBuilder html, EpisodesAnalysis.StationRow one) {
        String unit = network.of(listed.lead()).unit();
        html.append("<tr><th>")
                .append(HtmlPage.escape(
                        style.say(network.stations().get(one.station()).name())))
                .append("</th><td>")
                .append(one.firstHour() < 0 ? "–" : TIME.format(network.at(one.firstHour())))
                .append("</td><td>")
                .append(Figures.of(one.peak(), unit))
                .append(" (")
                .append(TIME.format(network.at(one.peakHour())))
                .append(")</td><td>")
                .append(one.hoursAbove())
                .append("</td><td>")
                .append(Figures.of(one.local(), unit))
                .append("</td></tr>\n");
    }

    private String foot() {
        List<String> inputs = found.provenance().inputs();
        String data = inputs.size() <= 4
                ? String.join(", ", inputs)
                : style.say("%s 등 자료 계열 %d개", "%s and others, %d datastreams")
                        .formatted(inputs.getFirst(), inputs.size());
        return style.say(
                        "로그 승산은 판단의 근거를 드러낸 것이며, 빈도에 맞춰 보정한 확률이 아니다. ",
                        "The log odds lay a judgement open; they are not calibrated frequencies. ")
                + style.say("자료: ", "Data: ") + data + " · " + parameters() + " · Dosi "
                + found.provenance().version();
    }

    /// What holds for a short window, and whose data these are.
    private List<String> remarks() {
        List<String> lines = new ArrayList<>();
        found.provenance().remarks().forEach(remark -> lines.add(style.say(remark) + "."));
        if (!found.datasets().isEmpty()) {
            lines.add(style.say("자료 제공: ", "Data of: ") + Credits.of(found.datasets(), style));
        }
        return lines;
    }

    private String parameters() {
        return found.provenance().parameters().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
