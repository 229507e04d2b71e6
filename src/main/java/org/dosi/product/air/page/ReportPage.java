package org.dosi.product.air.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dosi.analysis.air.direction.DirectionsAnalysis;
import org.dosi.analysis.air.episodes.BackgroundAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.report.ReportAnalysis;
import org.dosi.analysis.air.state.AlertsAnalysis;
import org.dosi.analysis.air.state.StatisticsAnalysis;
import org.dosi.model.Name;
import org.dosi.product.air.plot.AirWords;
import org.dosi.product.air.plot.AlertsPlot;
import org.dosi.product.air.plot.DirectionsPlot;
import org.dosi.product.air.plot.EpisodesPlot;
import org.dosi.product.air.plot.SourcesPlot;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;
import org.dosi.product.text.FindingText;

/// The report as a page for reading and printing.
public final class ReportPage {
    private static final double WIDTH = 760;
    private static final int EPISODES = 12;
    private static final int ALERTS = 20;

    private final ReportAnalysis.Found found;
    private final Style style;
    private final HtmlPage page;

    private ReportPage(ReportAnalysis.Found found, Style style) {
        this.found = found;
        this.style = style;
        this.page = new HtmlPage(style.say("도시의 공기", "The city's air"), span(), style);
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

    /// The picture of a report is its episodes: they are what happened.
    public static Drawing draw(ReportAnalysis.Found found, Style style) {
        return found.oneEpisode()
                .or(found.episodes()::found)
                .map(episodes -> EpisodesPlot.draw(episodes, style))
                .orElseGet(() -> new Drawing(
                        style.width(),
                        60,
                        "",
                        canvas -> canvas.text(cannot(found.episodes().problem(), style), 20, 34, style.label())));
    }

    private String span() {
        String from = found.provenance().from();
        String to = found.provenance().to();
        return (from == null ? style.say("자료의 처음", "from the first datum") : from.substring(0, 10)) + " – "
                + (to == null ? style.say("끝", "to the last") : last(to));
    }

    /// The window ends before this moment: at midnight the day before is its last.
    private static String last(String to) {
        return to.startsWith("T00:00", 10)
                ? LocalDate.parse(to.substring(0, 10)).minusDays(1).toString()
                : to.substring(0, 16).replace('T', ' ');
    }

    private String html() {
        page.lead(lead());
        state();
        local();
        alerts();
        episodes();
        directions();
        sources();
        page.heading(style.say("어떻게 만들었나", "How it was made"));
        page.note(style.say(
                "의심 표시가 붙은 값은 빼고 계산했다. 방법과 한계는 docs/air.md에 있다. 같은 자료와 같은 버전이면 같은 보고서가 나온다.",
                "Flagged values were left out. Methods and their limits are in docs/air.md. The same data and version give"
                        + " the same report."));
        return page.footer("Dosi " + found.provenance().version() + " · "
                        + style.say("자료 계열 %d개", "%d datastreams")
                                .formatted(found.provenance().inputs().size()))
                .html();
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

    private static String cannot(String problem, Style style) {
        return style.say("이 자료로는 알 수 없음: ", "These data cannot tell: ") + problem;
    }

    private void state() {
        page.heading(style.say("대기환경기준과 비교하면", "Against the standards"));
        Map<String, List<StatisticsAnalysis.Year>> years = new LinkedHashMap<>();
        Map<StatisticsAnalysis.Year, Name> places = new LinkedHashMap<>();
        for (StatisticsAnalysis.Found station : found.statistics()) {
            for (StatisticsAnalysis.Year year : station.years()) {
                years.computeIfAbsent(year.id() + " " + year.year(), _ -> new ArrayList<>())
                        .add(year);
                places.put(year, station.place());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<StatisticsAnalysis.Year> all : years.values()) {
            rows.add(stateRow(all, places));
        }
        page.table(
                List.of(
                        style.say("항목", "Pollutant"),
                        style.say("연도", "Year"),
                        style.say("측정소 평균", "Mean of stations"),
                        style.say("가장 높은 측정소", "Highest station"),
                        style.say("기준 초과", "Above a standard"),
                        style.say("자료 부족", "Too few data")),
                rows,
                List.of(1, 2, 4, 5));
        page.note(style.say(
                "기준 초과: 항목의 대기환경기준 가운데 하나라도 넘은 측정소 수. 자료 부족: 자료가 한 해의 75 %에 못 미쳐 판정할 수 없는 측정소 수.",
                "Above: stations that exceed any of the Korean standards of the pollutant. Too few: stations with less"
                        + " than 75 % of the year, which cannot be judged."));
    }

    private List<String> stateRow(List<StatisticsAnalysis.Year> all, Map<StatisticsAnalysis.Year, Name> places) {
        StatisticsAnalysis.Year first = all.getFirst();
        double mean = all.stream()
                .mapToDouble(ReportPage::mean)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
        StatisticsAnalysis.Year highest = all.stream()
                .filter(year -> Double.isFinite(mean(year)))
                .max(Comparator.comparingDouble(ReportPage::mean))
                .orElse(first);
        String unit = AirWords.unit(first.unit(), style);
        return List.of(
                style.say(first.name()),
                Integer.toString(first.year()),
                number(mean) + " " + unit,
                style.say(places.getOrDefault(highest, first.name())) + " " + number(mean(highest)),
                count(all, "exceeded") + " / " + all.size(),
                count(all, "too-few-data") + " / " + all.size());
    }

    private static double mean(StatisticsAnalysis.Year year) {
        return year.mean();
    }

    private static long count(List<StatisticsAnalysis.Year> all, String verdict) {
        return all.stream().filter(year -> year.verdict().equals(verdict)).count();
    }

    private void alerts() {
        page.heading(style.say("주의보와 경보", "Advisories and warnings"));
        found.alerts()
                .found()
                .ifPresentOrElse(
                        this::alerts, () -> page.paragraph(cannot(found.alerts().problem(), style)));
    }

    private void alerts(AlertsAnalysis.Found alerts) {
        List<List<String>> rows = new ArrayList<>();
        for (AlertsAnalysis.Region region : alerts.regions()) {
            for (AlertsAnalysis.Alert alert : region.alerts()) {
                String unit = AirWords.unit(region.unit(), style);
                rows.add(List.of(
                        style.say(region.pollutantName()),
                        style.say(region.name()),
                        level(alert.level()),
                        time(alert.startS(), alerts),
                        time(alert.endS(), alerts),
                        number(alert.peak()) + " " + unit));
            }
        }
        page.figure(AlertsPlot.draw(alerts, style), "");
        if (rows.isEmpty()) {
            page.paragraph(style.say("기간 안에 발령 기준에 이른 때가 없다.", "The levels were not reached in the window."));
            return;
        }
        page.table(
                List.of(
                        style.say("항목", "Pollutant"),
                        style.say("권역", "Region"),
                        style.say("단계", "Level"),
                        style.say("발령", "From"),
                        style.say("해제", "To"),
                        style.say("최고", "Peak")),
                rows.subList(0, Math.min(ALERTS, rows.size())),
                List.of(5));
        page.note(style.say(
                "측정망의 값에 규칙을 적용한 결과이며, 실제 발령 기록이 아니다. 모두 %d건이고, 표에는 %d건까지 실었다.".formatted(rows.size(), ALERTS),
                "What the rules say of the network's values, not the record of what was proclaimed. %d in all, of which"
                                .formatted(rows.size())
                        + " the table holds up to %d.".formatted(ALERTS)));
    }

    private String level(int level) {
        return switch (level) {
            case 1 -> style.say("주의보", "Advisory");
            case 2 -> style.say("경보", "Warning");
            default -> style.say("중대경보", "Severe warning");
        };
    }

    private static String time(long epochS, AlertsAnalysis.Found alerts) {
        String text = FindingText.time(epochS, alerts.zone());
        return text.isEmpty() ? "–" : text.substring(0, 16).replace('T', ' ');
    }

    private void episodes() {
        page.heading(style.say("무슨 일이 있었나", "What happened"));
        EpisodesAnalysis.Found episodes = found.episodes().finding();
        if (episodes == null) {
            page.paragraph(cannot(found.episodes().problem(), style));
            return;
        }
        page.figure(EpisodesPlot.draw(episodes, style), "");
        List<List<String>> rows = new ArrayList<>();
        for (EpisodesAnalysis.Listed one : found.worst(EPISODES)) {
            rows.add(List.of(Integer.toString(one.rank()), style.say(one.kind().label()), style.say(one.sentence())));
        }
        page.table(
                List.of(style.say("순위", "Rank"), style.say("종류", "Class"), style.say("설명", "What it was")),
                rows,
                List.of(0));
    }

    private void local() {
        page.heading(style.say("국지 기여는 얼마나 되나", "How much is local"));
        List<List<String>> rows = new ArrayList<>();
        found.background().forEach((value, part) -> part.found().ifPresent(one -> rows.add(localRow(one))));
        if (rows.isEmpty()) {
            page.paragraph(cannot(
                    found.background().values().stream()
                            .map(p -> p.problem())
                            .findFirst()
                            .orElse(""),
                    style));
            return;
        }
        page.table(
                List.of(
                        style.say("항목", "Pollutant"),
                        style.say("평균 배경", "Mean background"),
                        style.say("국지 비율", "Local share"),
                        style.say("국지 기여가 가장 큰 측정소", "Station with the largest local part")),
                rows,
                List.of(1, 2));
        page.note(style.say(
                "배경은 측정망의 아래쪽(오존은 위쪽) 값에서 추정했으며, 도시 전체가 함께 만든 몫도 들어 있다. 오존의 음수는 도로변에서 배기가스와 반응해 줄어든 만큼이다.",
                "The background is read off the network's lower end (ozone: upper); it holds what the whole city makes"
                        + " together too. Ozone is negative where fresh exhaust eats it."));
    }

    private List<String> localRow(BackgroundAnalysis.Found one) {
        var network = one.network();
        BackgroundAnalysis.Shares shares = one.shares();
        String unit = AirWords.unit(network.variable().unit(), style);
        String most = shares.station() < 0
                ? "–"
                : style.say(network.stations().get(shares.station()).name()) + " +" + number(shares.largest()) + " "
                        + unit;
        return List.of(
                style.say(network.variable().name()),
                number(shares.background()) + " " + unit,
                Double.isFinite(shares.local())
                        ? Long.toString(Math.round(100 * shares.local())).replace('-', '−') + " %"
                        : "–",
                most);
    }

    private void directions() {
        page.heading(style.say("어디에서 오나: 풍향", "Where from: directions"));
        DirectionsAnalysis.Found directions = found.directions().finding();
        if (directions == null) {
            page.paragraph(cannot(found.directions().problem(), style));
            return;
        }
        page.figure(DirectionsPlot.draw(directions, style), "");
    }

    private void sources() {
        if (found.sources().isEmpty()) {
            return;
        }
        page.heading(style.say("어디에서 오나: 장소", "Where from: places"));
        found.sources()
                .forEach((value, part) -> part.found()
                        .ifPresentOrElse(
                                one -> page.figure(SourcesPlot.draw(one, style), ""),
                                () -> page.paragraph(value + ": " + cannot(part.problem(), style))));
    }

    /// Three digits that count.
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        int decimals = value == 0 ? 0 : (int) Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%." + Math.min(5, decimals) + "f", value);
    }
}
