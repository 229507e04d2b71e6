package org.dosi.product.air.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dosi.analysis.air.state.StatisticsAnalysis;
import org.dosi.analysis.air.state.StatisticsAnalysis.Year;
import org.dosi.analysis.finding.Figures;
import org.dosi.model.Name;
import org.dosi.product.air.plot.AirWords;
import org.dosi.product.plot.Style;

/// The years of a network against the standards: a row for each pollutant and year, of all stations together.
final class StandardsTable {
    private final Style style;

    private StandardsTable(Style style) {
        this.style = style;
    }

    /// @param statistics of each station and pollutant
    static void put(List<StatisticsAnalysis.Found> statistics, Style style, HtmlPage page) {
        StandardsTable table = new StandardsTable(style);
        page.table(table.headings(), table.rows(statistics), List.of(2, 5, 6, 7));
        page.note(style.say(
                "초과: 그해 말에 시행 중이던 대기환경기준(괄호는 시행일, *는 문서로 확인하지 못한 것) 가운데 하나라도 넘은 측정소 수 / 판정한 측정소 수. 평균은 있는 자료의"
                        + " 평균이며, 자료가 한 해의 75 %에 못 미치는 측정소는 판정하지 않는다.",
                "Above: stations that exceed any of the standards in force at the end of the year (since the day in"
                        + " brackets; * not confirmed by a document), of those that can be judged. Means are of the data"
                        + " there are; a station with less than 75 % of the year is not judged."));
    }

    private List<String> headings() {
        return List.of(
                style.say("항목(단위)", "Pollutant, unit"),
                style.say("연도(자료)", "Year (data)"),
                style.say("측정소 평균", "Mean of stations"),
                style.say("가장 높은 측정소", "Highest station"),
                style.say("그때의 기준", "Standards then"),
                style.say("초과", "Above them"),
                style.say("현행 기준으로", "By today's"),
                style.say("판정 불가", "Not judged"));
    }

    private List<List<String>> rows(List<StatisticsAnalysis.Found> statistics) {
        Map<String, List<Year>> years = new LinkedHashMap<>();
        Map<Year, Name> places = new LinkedHashMap<>();
        for (StatisticsAnalysis.Found station : statistics) {
            for (Year year : station.years()) {
                years.computeIfAbsent(year.id() + " " + year.year(), _ -> new ArrayList<>())
                        .add(year);
                places.put(year, station.place());
            }
        }
        return years.values().stream().map(all -> row(all, places)).toList();
    }

    private List<String> row(List<Year> all, Map<Year, Name> places) {
        Year first = all.getFirst();
        double mean = all.stream()
                .mapToDouble(Year::meanOfKnown)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
        Year highest = all.stream()
                .filter(year -> Double.isFinite(year.meanOfKnown()))
                .max(Comparator.comparingDouble(Year::meanOfKnown))
                .orElse(first);
        double capture =
                all.stream().mapToDouble(Year::capturePercent).average().orElse(0);
        return List.of(
                AirWords.withUnit(first.name(), first.unit(), style),
                first.year() + " (" + Figures.percent(capture / 100, 0) + ")",
                Figures.of(mean, first.unit()),
                style.say(places.getOrDefault(highest, first.name())) + " "
                        + Figures.of(highest.meanOfKnown(), first.unit()),
                standards(first),
                over(all, Year::verdict),
                over(all, Year::verdictOfToday),
                count(all, "too-few-data") + " / " + all.size());
    }

    private String standards(Year year) {
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
            limits.add(of + " " + Figures.exact(limit));
        });
        return String.join(", ", limits) + " (" + year.law().from()
                + (year.law().confirmed() ? ")" : ")*");
    }

    /// How many of those that can be judged; a dash if none can.
    private static String over(List<Year> all, Function<Year, String> verdict) {
        List<String> said = all.stream()
                .map(verdict)
                .filter(one -> !one.isEmpty() && !one.equals("too-few-data"))
                .toList();
        return said.isEmpty() ? "–" : said.stream().filter("exceeded"::equals).count() + " / " + said.size();
    }

    private static long count(List<Year> all, String verdict) {
        return all.stream().filter(year -> year.verdict().equals(verdict)).count();
    }
}
