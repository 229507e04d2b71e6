package org.dosi.analysis.air.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dosi.analysis.air.episodes.BackgroundAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.episodes.Share;
import org.dosi.analysis.air.state.StatisticsAnalysis;
import org.dosi.analysis.air.state.StatisticsAnalysis.Year;
import org.dosi.analysis.finding.Figures;
import org.dosi.kernel.air.AirLimit;
import org.dosi.kernel.air.LimitCheck;
import org.dosi.kernel.air.LimitKind;
import org.dosi.model.Name;

/// The sentence that opens a report: how the period stands against the law, which limit was exceeded most, how much
/// is local, and how many episodes there were. What cannot be told is said, not left out.
final class ReportOpening {
    private static final String EXCEEDED = "exceeded";
    private static final String MET = "met";

    /// Whose local share is told: the first of these that was observed.
    private static final List<String> SHARED = List.of("pm25", "pm10");

    private ReportOpening() {}

    /// @param statistics of each station and pollutant
    static Name of(
            List<StatisticsAnalysis.Found> statistics,
            Collection<BackgroundAnalysis.Found> background,
            Optional<EpisodesAnalysis.Found> episodes) {
        List<Year> years =
                statistics.stream().flatMap(found -> found.years().stream()).toList();
        List<Name> parts = new ArrayList<>(List.of(law(years)));
        most(years).ifPresent(parts::add);
        parts.add(
                share(background).orElse(Name.of("국지 비율은 이 자료로는 알 수 없음", "these data cannot tell how much is local")));
        episodes.ifPresent(found -> parts.add(found.counted()));
        return Name.of(
                String.join("; ", parts.stream().map(Name::ko).toList()) + ".",
                String.join("; ", parts.stream().map(Name::en).toList()) + ".");
    }

    /// The last year that any station can be judged by.
    private static Name law(List<Year> years) {
        List<Year> judged = years.stream()
                .filter(year ->
                        year.verdict().equals(EXCEEDED) || year.verdict().equals(MET))
                .toList();
        if (judged.isEmpty()) {
            return years.stream().allMatch(year -> year.verdict().isEmpty())
                    ? Name.of(
                            "이 항목과 단위에는 견줄 국내 환경기준이 없음", "No Korean standard speaks of these pollutants in these units")
                    : Name.of(
                            "자료가 한 해의 75 %에 이르는 측정소가 없어 환경기준 달성 여부를 판정할 수 없음",
                            "Whether the standards are met cannot be judged: no station has data of 75 % of a year");
        }
        int last = judged.stream().mapToInt(Year::year).max().orElseThrow();
        Map<String, List<Year>> byPollutant = new LinkedHashMap<>();
        judged.stream()
                .filter(year -> year.year() == last)
                .forEach(year -> byPollutant
                        .computeIfAbsent(year.id(), _ -> new ArrayList<>())
                        .add(year));
        List<Name> above = new ArrayList<>();
        List<Name> within = new ArrayList<>();
        for (List<Year> stations : byPollutant.values()) {
            Name name = stations.getFirst().name();
            long over = stations.stream()
                    .filter(year -> year.verdict().equals(EXCEEDED))
                    .count();
            if (over == 0) {
                within.add(name);
            } else {
                above.add(Name.of(
                        "%s %d곳(판정한 %d곳 중)".formatted(name.ko(), over, stations.size()),
                        "%s at %d of %d stations judged".formatted(name.en(), over, stations.size())));
            }
        }
        Name exceeded = above.isEmpty()
                ? Name.of("%d년에는 판정한 모든 항목이 환경기준을 지킴".formatted(last), "In %d all standards were met".formatted(last))
                : Name.of(
                        "%d년 환경기준 초과: %s".formatted(last, ko(above)),
                        "In %d the standards were exceeded for %s".formatted(last, en(above)));
        return within.isEmpty() || above.isEmpty()
                ? exceeded
                : Name.of(exceeded.ko() + ", 달성: " + ko(within), exceeded.en() + ", and met for " + en(within));
    }

    /// The limit of hours, of eight hours or of days that the largest share of all stations' means was above. A year's
    /// limit has one mean, and its own verdict.
    private static Optional<Name> most(List<Year> years) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (Year year : years) {
            for (LimitCheck check : year.korean()) {
                AirLimit limit = check.limit();
                if (limit.kind() != LimitKind.YEAR && check.means() > 0) {
                    tallies.merge(
                            "%s %s %s".formatted(year.id(), limit.kind(), limit.threshold()),
                            new Tally(year, limit, check.means(), check.exceedances()),
                            Tally::and);
                }
            }
        }
        if (tallies.isEmpty()) {
            return Optional.empty();
        }
        Tally most = tallies.values().stream()
                .max(Comparator.comparingDouble(Tally::share))
                .orElseThrow();
        return Optional.of(
                most.above == 0
                        ? Name.of("시간·8시간·24시간 기준을 넘은 적 없음", "no limit of hours, 8 hours or days was ever exceeded")
                        : most.words());
    }

    /// @param means of all stations and years under one limit
    private record Tally(Year year, AirLimit limit, long means, long above) {
        Tally and(Tally other) {
            return new Tally(year, limit, means + other.means, above + other.above);
        }

        double share() {
            return (double) above / means;
        }

        Name words() {
            Name what = switch (limit.kind()) {
                case HOUR -> new Name("시간", "hours");
                case EIGHT_HOURS, HIGHEST_EIGHT_HOURS_OF_DAY -> new Name("8시간 평균", "8-hour means");
                case DAY -> new Name("날", "days");
                case YEAR -> new Name("해", "years");
            };
            String unit = unit(year.unit());
            String share = Figures.percent(share(), 1);
            return Name.of(
                    "가장 자주 넘은 기준: %s, 모든 측정소의 %s 가운데 %s가 %s%s 초과"
                            .formatted(year.name().ko(), what.ko(), share, Figures.exact(limit.threshold()), unit),
                    "most often exceeded: %s, with %s of all stations' %s above %s%s"
                            .formatted(year.name().en(), share, what.en(), Figures.exact(limit.threshold()), unit));
        }

        private static String unit(String ucum) {
            return switch (ucum) {
                case "ug/m3" -> " µg/m³";
                default -> " " + ucum.replace("[", "").replace("]", "");
            };
        }
    }

    private static Optional<Name> share(Collection<BackgroundAnalysis.Found> background) {
        for (String id : SHARED) {
            for (BackgroundAnalysis.Found found : background) {
                if (found.network().variable().id().equals(id)) {
                    return Optional.of(share(found));
                }
            }
        }
        return background.stream().findFirst().map(ReportOpening::share);
    }

    private static Name share(BackgroundAnalysis.Found found) {
        Name name = found.network().variable().name();
        Share share = found.shares().local();
        if (Double.isNaN(share.share())) {
            return Name.of(name.ko() + ": 국지 비율을 알 수 없음", name.en() + ": its local share cannot be told");
        }
        return Name.of(
                "%s 국지 비율 %s, 나머지는 유입되었거나 도시 전체가 함께 만든 배경"
                        .formatted(name.ko(), share.text().ko()),
                "local share of %s: %s, the rest carried in or made by the whole city together"
                        .formatted(name.en(), share.text().en()));
    }

    private static String ko(List<Name> names) {
        return String.join(", ", names.stream().map(Name::ko).toList());
    }

    private static String en(List<Name> names) {
        return String.join(", ", names.stream().map(Name::en).toList());
    }
}
