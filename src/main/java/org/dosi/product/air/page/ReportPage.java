package org.dosi.product.air.page;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.dosi.analysis.air.direction.DirectionsAnalysis;
import org.dosi.analysis.air.episodes.BackgroundAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.episodes.PollutantNetwork;
import org.dosi.analysis.air.report.ReportAnalysis;
import org.dosi.analysis.air.state.AlertsAnalysis;
import org.dosi.analysis.air.state.IndexAnalysis;
import org.dosi.analysis.air.state.StatisticsAnalysis;
import org.dosi.model.Name;
import org.dosi.product.air.plot.AirWords;
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
    private static final int ALERTS = 20;
    /// So many are told in sentences.
    private static final int TOLD = 3;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ReportAnalysis.Found found;
    private final Style style;
    private final HtmlPage page;

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
        found.directions().found().ifPresent(one -> parts.add(DirectionsPlot.draw(one, style)));
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
        page.lead(lead());
        state();
        index();
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

    private static String cannot(Name reason, Style style) {
        return style.say("이 자료로는 알 수 없음: ", "These data cannot tell: ") + style.say(reason);
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
                        style.say("연도(자료)", "Year (data)"),
                        style.say("측정소 평균", "Mean of stations"),
                        style.say("가장 높은 측정소", "Highest station"),
                        style.say("그때의 기준", "Standards then"),
                        style.say("초과", "Above them"),
                        style.say("현행 기준으로", "By today's"),
                        style.say("판정 불가", "Not judged")),
                rows,
                List.of(2, 5, 6, 7));
        page.note(style.say(
                "초과: 그해 말에 시행 중이던 대기환경기준(괄호는 시행일, *는 문서로 확인하지 못한 것) 가운데 하나라도 넘은 측정소 수 / 판정한 측정소 수. 평균은 있는 자료의"
                        + " 평균이며, 자료가 한 해의 75 %에 못 미치는 측정소는 판정하지 않는다.",
                "Above: stations that exceed any of the standards in force at the end of the year (since the day in"
                        + " brackets; * not confirmed by a document), of those that can be judged. Means are of the data"
                        + " there are; a station with less than 75 % of the year is not judged."));
    }

    private List<String> stateRow(List<StatisticsAnalysis.Year> all, Map<StatisticsAnalysis.Year, Name> places) {
        StatisticsAnalysis.Year first = all.getFirst();
        double mean = all.stream()
                .mapToDouble(StatisticsAnalysis.Year::meanOfKnown)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
        StatisticsAnalysis.Year highest = all.stream()
                .filter(year -> Double.isFinite(year.meanOfKnown()))
                .max(Comparator.comparingDouble(StatisticsAnalysis.Year::meanOfKnown))
                .orElse(first);
        double capture = all.stream()
                .mapToDouble(StatisticsAnalysis.Year::capturePercent)
                .average()
                .orElse(0);
        String unit = AirWords.unit(first.unit(), style);
        return List.of(
                style.say(first.name()),
                first.year() + " (" + Math.round(capture) + " %)",
                number(mean) + " " + unit,
                style.say(places.getOrDefault(highest, first.name())) + " " + number(highest.meanOfKnown()),
                standards(first),
                over(all, StatisticsAnalysis.Year::verdict),
                over(all, StatisticsAnalysis.Year::verdictOfToday),
                count(all, "too-few-data") + " / " + all.size());
    }

    private String standards(StatisticsAnalysis.Year year) {
        if (year.limits().isEmpty()) {
            return "–";
        }
        List<String> limits = new ArrayList<>();
        year.limits().forEach((kind, limit) -> {
            String of = switch (kind) {
                case "hour" -> style.say("1시간", "hour");
                case "eight-hours" -> style.say("8시간", "8 h");
                case "day" -> style.say("24시간", "day");
                default -> style.say("연", "year");
            };
            limits.add(of + " "
                    + new BigDecimal(Double.toString(limit))
                            .stripTrailingZeros()
                            .toPlainString());
        });
        return String.join(", ", limits) + " (" + year.law().from()
                + (year.law().confirmed() ? ")" : ")*");
    }

    /// How many of those that can be judged; a dash if none can.
    private static String over(List<StatisticsAnalysis.Year> all, Function<StatisticsAnalysis.Year, String> verdict) {
        List<String> said = all.stream()
                .map(verdict)
                .filter(one -> !one.isEmpty() && !one.equals("too-few-data"))
                .toList();
        return said.isEmpty() ? "–" : said.stream().filter("exceeded"::equals).count() + " / " + said.size();
    }

    private static long count(List<StatisticsAnalysis.Year> all, String verdict) {
        return all.stream().filter(year -> year.verdict().equals(verdict)).count();
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
            page.figure(IndexPlot.draw(index, style), "");
        } else {
            page.paragraph(style.say(
                    "필요한 항목(PM10, PM2.5, O₃, NO₂)이 모두 있는 시간이 없어 지수를 낼 수 없습니다.",
                    "There is no index: no hour has all of PM10, PM2.5, O₃ and NO₂."));
        }
    }

    private void alerts() {
        page.heading(style.say("주의보와 경보", "Advisories and warnings"));
        found.alerts()
                .found()
                .ifPresentOrElse(
                        this::alerts, () -> page.paragraph(cannot(found.alerts().reason(), style)));
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
                        number(alert.peak()) + " " + unit,
                        alert.edition()));
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
                        style.say("최고", "Peak"),
                        style.say("적용 기준(시행 연도)", "Rule of")),
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
            page.paragraph(cannot(found.episodes().reason(), style));
            return;
        }
        page.figure(EpisodesPlot.draw(episodes, style), "");
        PollutantNetwork network = episodes.network();
        List<List<String>> rows = new ArrayList<>();
        for (EpisodesAnalysis.Listed one : found.worst(EPISODES)) {
            PollutantNetwork.Pollutant lead = network.of(one.lead());
            rows.add(List.of(
                    HOUR.format(network.at(one.start())) + " – " + HOUR.format(network.at(one.end())),
                    style.say(one.kind().label()),
                    style.say(lead.name()) + " " + number(one.peak()) + " " + AirWords.unit(lead.unit(), style),
                    style.say(one.localShare().text()),
                    Math.min(99, Math.round(100 * one.confidence())) + " %"));
        }
        page.table(
                List.of(
                        style.say("때", "When"),
                        style.say("종류", "Class"),
                        style.say("최고", "Peak"),
                        style.say("국지 비율(95 % 구간)", "Local share (95 % interval)"),
                        style.say("분류 신뢰도", "Confidence")),
                rows,
                List.of(2, 4));
        page.note(style.say(episodes.counted()) + ". "
                + style.say("표에는 심한 순서로 %d건까지 실었다.", "The table holds up to %d, the worst first.")
                        .formatted(EPISODES));
        found.worst(TOLD).forEach(one -> page.paragraph(style.say(one.sentence())));
    }

    private void local() {
        page.heading(style.say("국지 기여는 얼마나 되나", "How much is local"));
        List<List<String>> rows = new ArrayList<>();
        found.background().forEach((value, part) -> part.found().ifPresent(one -> rows.add(localRow(one))));
        if (rows.isEmpty()) {
            page.paragraph(cannot(
                    found.background().values().stream()
                            .map(part -> part.reason())
                            .findFirst()
                            .orElse(Name.of("–")),
                    style));
            return;
        }
        page.table(
                List.of(
                        style.say("항목", "Pollutant"),
                        style.say("평균 배경", "Mean background"),
                        style.say("국지 비율(95 % 구간)", "Local share (95 % interval)"),
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
                : style.say(network.stations().get(shares.station()).name()) + " " + (shares.largest() > 0 ? "+" : "")
                        + number(shares.largest()) + " " + unit;
        return List.of(
                style.say(network.variable().name()),
                number(shares.background()) + " " + unit,
                style.say(shares.local().text()),
                most);
    }

    private void directions() {
        page.heading(style.say("어디에서 오나: 풍향", "Where from: directions"));
        DirectionsAnalysis.Found directions = found.directions().finding();
        if (directions == null) {
            page.paragraph(cannot(found.directions().reason(), style));
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
                                () -> page.paragraph(value + ": " + cannot(part.reason(), style))));
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
