package org.dosi.analysis.air.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dosi.analysis.finding.Figures;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.kernel.air.NormalisingSkill;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.dosi.model.Zoned;
import org.jspecify.annotations.Nullable;

/// A weather-normalised trend, with what it rests on and what it says.
///
/// @param value the column that was normalised, hour by hour
/// @param rows by the period that was asked for
/// @param weeks the same by week, which the steps are about
public record NormalisedTrendFound(
        Provenance provenance,
        Name place,
        TimeTable.Column value,
        Rows rows,
        Rows weeks,
        List<Importance> importance,
        Skill skill,
        Steps steps)
        implements Finding {
    /// A change of level that took no longer than half a year is a step; what takes longer is gradual.
    public static final int ABRUPT_WEEKS = 26;

    /// A measure's effect whose p is above this is called none in the verdict.
    private static final double MEASURE_ALPHA = 0.05;

    /// One row a period.
    ///
    /// @param startS beginning of each period
    public record Rows(
            @Nullable ZoneId zone,
            long[] startS,
            double[] observed,
            double[] normalised,
            double[] lower,
            double[] upper)
            implements Zoned {}

    /// How much of what the trees learnt they learnt from a feature; all shares add up to 1.
    public record Importance(String feature, double share) {}

    /// How well the model predicts fortnights that it has not seen.
    ///
    /// @param r2TimeOnly share of the variance that a model without weather predicts
    /// @param suffices whether the trend says something; if not, the answer is "cannot tell"
    public record Skill(int hours, double r2, double r2TimeOnly, double rmse, int trees, boolean suffices) {
        /// Why it does not suffice, by the figures that decided it.
        Name doubt() {
            if (!Double.isFinite(r2)) {
                return Name.of("모형을 시험할 자료가 모자란다", "too little data to try a model");
            }
            double gain = r2 - r2TimeOnly;
            List<String> ko = new ArrayList<>();
            List<String> en = new ArrayList<>();
            if (r2 < NormalisingSkill.LEAST_R2) {
                ko.add("처음 보는 기간에 대한 R² %s, 최소 %s 필요".formatted(below(r2), NormalisingSkill.LEAST_R2));
                en.add("R² on unseen fortnights is %s, below %s".formatted(below(r2), NormalisingSkill.LEAST_R2));
            }
            if (gain < NormalisingSkill.LEAST_GAIN) {
                ko.add("날씨가 R²에 더하는 값 %s, 최소 %s 필요".formatted(below(gain), NormalisingSkill.LEAST_GAIN));
                en.add("the weather adds %s to R², less than %s".formatted(below(gain), NormalisingSkill.LEAST_GAIN));
            }
            return Name.of(String.join("; ", ko), String.join("; ", en));
        }

        /// Rounded down: what is below a limit reads as below it.
        private static String below(double share) {
            return String.format(Locale.ROOT, "%.3f", Math.floor(1000 * share) / 1000)
                    .replace('-', '−');
        }
    }

    /// How much higher the values are after a date, with its 95 % interval.
    ///
    /// @param p chance of as large a change in noise alone
    public record Change(double size, double lower, double upper, double p) {}

    /// A change of level, described as a step, with its times in seconds.
    ///
    /// @param atS the first week after it
    public record Step(long atS, long earliestS, long latestS, Change change, Pace pace) {}

    /// Whether a change came at once, see [org.dosi.kernel.stat.GradualChange].
    ///
    /// @param abrupt shown to have taken no longer than [#ABRUPT_WEEKS]
    /// @param evidence for that
    /// @param shortestWeeks the shortest that it may have taken; infinite if no change of level at all does as well
    /// @param longestWeeks the longest that it may have taken; infinite if no end of it is seen
    public record Pace(boolean abrupt, double evidence, double shortestWeeks, double longestWeeks) {}

    /// The effect of a measure.
    ///
    /// @param percent of the mean in the window before it
    /// @param placebos number of other dates that were looked at
    /// @param placeboP share of them with as large a change
    /// @param weeks that were compared on each side
    public record Measure(
            LocalDate date, long dateS, Change change, double percent, int placebos, double placeboP, int weeks) {
        /// What `placeboP` is where no other date shows as large a change; NaN without other dates.
        public double leastPlaceboP() {
            return placebos == 0 ? Double.NaN : 1.0 / (1 + placebos);
        }
    }

    /// What the test found; no steps where the skill does not suffice.
    ///
    /// @param p of the first candidate
    /// @param seasonRemoved if not, what looks like a step may be a season
    /// @param bends changes that are no steps: not shown to be abrupt, and no such change from the year before
    /// @param levels null in less than two years
    /// @param measure null if no date was given; [NormalisedTrendFound#doubt] says whether to rely on it
    public record Steps(
            List<Step> steps,
            double p,
            double autocorrelation,
            boolean seasonRemoved,
            int bends,
            @Nullable Levels levels,
            @Nullable Measure measure) {}

    /// The first and the last 52 weeks that are whole years apart.
    ///
    /// @param lower the 95 % interval of last - first
    public record Levels(long firstS, long lastS, double first, double last, double lower, double upper) {}

    @Override
    public ResultTable table() {
        return ResultTable.of(
                new ResultTable.Times("time", rows.startS, rows.zone),
                new ResultTable.Numbers("observed", rows.observed),
                new ResultTable.Numbers("normalised", rows.normalised),
                new ResultTable.Numbers("lower", rows.lower),
                new ResultTable.Numbers("upper", rows.upper));
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("verdict", verdict());
        details.put("tells", skill.suffices);
        details.put("skill", skillDetails());
        details.put(
                "importance",
                importance.stream().map(NormalisedTrendFound::details).toList());
        details.put("season_removed", steps.seasonRemoved);
        details.put("step_p", steps.p);
        details.put("autocorrelation", steps.autocorrelation);
        details.put("steps", steps.steps.stream().map(this::details).toList());
        if (steps.levels != null) {
            details.put("levels", details(steps.levels));
        }
        if (steps.measure != null) {
            details.put("measure", details(steps.measure, doubt()));
        }
        return details;
    }

    private Map<String, Object> skillDetails() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("hours", skill.hours);
        details.put("r2", skill.r2);
        details.put("r2_time_only", skill.r2TimeOnly);
        details.put("rmse", skill.rmse);
        details.put("trees", skill.trees);
        return details;
    }

    private static Map<String, Object> details(Importance each) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("feature", each.feature);
        details.put("share", each.share);
        return details;
    }

    private Map<String, Object> details(Levels levels) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("first_52_weeks_from", date(levels.firstS));
        details.put("last_52_weeks_from", date(levels.lastS));
        details.put("first", levels.first);
        details.put("last", levels.last);
        details.put("change", levels.last - levels.first);
        details.put("lower", levels.lower);
        details.put("upper", levels.upper);
        return details;
    }

    private Map<String, Object> details(Step step) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("date", date(step.atS));
        details.put("earliest", date(step.earliestS));
        details.put("latest", date(step.latestS));
        details.put("size", step.change.size);
        details.put("lower", step.change.lower);
        details.put("upper", step.change.upper);
        details.put("p", step.change.p);
        details.put("abrupt", step.pace.abrupt);
        details.put("abrupt_evidence", step.pace.evidence);
        details.put("shortest_weeks", step.pace.shortestWeeks);
        details.put("longest_weeks", step.pace.longestWeeks);
        return details;
    }

    private static Map<String, Object> details(Measure measure, Optional<Name> doubt) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("date", measure.date.toString());
        details.put("size", measure.change.size);
        details.put("lower", measure.change.lower);
        details.put("upper", measure.change.upper);
        details.put("percent", measure.percent);
        details.put("p", measure.change.p);
        details.put("placebo_dates", measure.placebos);
        details.put("placebo_p", measure.placeboP);
        details.put("placebo_p_least", measure.leastPlaceboP());
        details.put("relied_on", doubt.isEmpty());
        doubt.ifPresent(why -> details.put("not_relied_on_because", why));
        details.put("weeks_on_each_side", measure.weeks);
        return details;
    }

    /// The day on which a time of the data falls.
    public String date(long seconds) {
        ZoneId zone = rows.zone == null ? ZoneOffset.UTC : rows.zone;
        return Instant.ofEpochSecond(seconds).atZone(zone).toLocalDate().toString();
    }

    /// Why a measure's effect is not to be relied on, if so.
    public Optional<Name> doubt() {
        return !skill.suffices
                ? Optional.of(skill.doubt())
                : steps.seasonRemoved
                        ? Optional.empty()
                        : Optional.of(Name.of("2년이 안 되어 계절 변화일 수 있다", "in less than two years it may be the season"));
    }

    /// In words, what can be said and what cannot.
    public Name verdict() {
        if (!skill.suffices) {
            Name why = skill.doubt();
            return Name.of("판단할 수 없음: " + why.ko(), "Cannot tell: " + why.en());
        }
        if (!steps.seasonRemoved) {
            return Name.of(
                    "2년이 안 되는 자료: 계절 변화와 계단형 변화를 가를 수 없다", "Less than two years: a season cannot be told from a step");
        }
        Name others = atAnyDate();
        Measure measure = steps.measure;
        if (measure == null || !Double.isFinite(measure.change.size)) {
            return others;
        }
        String p = Figures.fixed(measure.change.p, 3);
        Name first = measure.change.p <= MEASURE_ALPHA
                ? Name.of(
                        "%s 이후 수준 변화 %s %% (p %s)".formatted(measure.date, Figures.signed(measure.percent, "%"), p),
                        "Since %s the level is %s %% (p %s)"
                                .formatted(measure.date, Figures.signed(measure.percent, "%"), p))
                : Name.of(
                        "%s 이후 유의한 변화 없음 (p %s)".formatted(measure.date, p),
                        "No change since %s is significant (p %s)".formatted(measure.date, p));
        return Name.of(
                first.ko() + ". 날짜를 정하지 않고 찾으면: " + others.ko(),
                first.en() + ". Looked for at any date: " + others.en());
    }

    /// What is said of steps at dates that nobody named.
    private Name atAnyDate() {
        if (steps.steps.isEmpty()) {
            if (steps.levels != null && steps.levels.lower * steps.levels.upper > 0) {
                String percent = Figures.signed(100 * (steps.levels.last / steps.levels.first - 1), "%");
                return Name.of(
                        "첫 52주에서 마지막 52주까지 수준이 %s %% 변했으나 계단형 변화는 확인되지 않음".formatted(percent),
                        "The level of the last 52 weeks is %s %% from the first, but no step is shown"
                                .formatted(percent));
            }
            return steps.bends > 0
                    ? Name.of("수준이 서서히 변했고 계단형 변화는 확인되지 않음", "The level changes gradually; no step is shown")
                    : Name.of("계단형 변화 없음", "No step is significant");
        }
        long abrupt = steps.steps.stream().filter(step -> step.pace.abrupt).count();
        if (abrupt == steps.steps.size()) {
            return Name.of("계단형 변화 있음. 원인은 이 자료로 알 수 없다", "Steps found; these data do not say what caused them");
        }
        return abrupt == 0
                ? Name.of(
                        "수준이 변했으나 서서히 변했을 수도 있다. 원인은 이 자료로 알 수 없다",
                        "The level changed, but maybe gradually; these data do not say what caused it")
                : Name.of(
                        "수준이 변한 곳 %d곳 중 계단형이 확인된 것은 %d곳, 나머지는 서서히 변했을 수 있다. 원인은 이 자료로 알 수 없다"
                                .formatted(steps.steps.size(), abrupt),
                        "Of %d changes of level %d are shown to be steps, the others may be gradual; these data do not say what caused them"
                                .formatted(steps.steps.size(), abrupt));
    }
}
