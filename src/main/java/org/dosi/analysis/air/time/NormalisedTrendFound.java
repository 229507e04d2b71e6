package org.dosi.analysis.air.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
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

    /// One row a period.
    ///
    /// @param startS beginning of each period
    public record Rows(
            @Nullable ZoneId zone,
            long[] startS,
            double[] observed,
            double[] normalised,
            double[] lower,
            double[] upper) {}

    /// How much of what the trees learnt they learnt from a feature; all shares add up to 1.
    public record Importance(String feature, double share) {}

    /// How well the model predicts fortnights that it has not seen.
    ///
    /// @param r2TimeOnly share of the variance that a model without weather predicts
    /// @param suffices whether the trend says something; if not, the answer is "cannot tell"
    public record Skill(int hours, double r2, double r2TimeOnly, double rmse, int trees, boolean suffices) {}

    /// How much higher the values are after a date, with its 95 % interval.
    ///
    /// @param p chance of as large a change in noise alone
    public record Change(double size, double lower, double upper, double p) {}

    /// A step, with its times in seconds.
    ///
    /// @param atS the first week after it
    public record Step(long atS, long earliestS, long latestS, Change change) {}

    /// The effect of a measure.
    ///
    /// @param percent of the mean in the window before it
    /// @param placebos number of other dates that were looked at
    /// @param placeboP share of them with as large a change
    /// @param weeks that were compared on each side
    public record Measure(
            LocalDate date, long dateS, Change change, double percent, int placebos, double placeboP, int weeks) {}

    /// What the test found; nothing where the skill does not suffice.
    ///
    /// @param p of the first candidate
    /// @param seasonRemoved if not, what looks like a step may be a season
    /// @param measure null if no date was given, or the skill does not suffice
    public record Steps(
            List<Step> steps,
            double p,
            double autocorrelation,
            boolean seasonRemoved,
            @Nullable Measure measure) {}

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
        if (steps.measure != null) {
            details.put("measure", details(steps.measure));
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

    private Map<String, Object> details(Step step) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("date", date(step.atS));
        details.put("earliest", date(step.earliestS));
        details.put("latest", date(step.latestS));
        details.put("size", step.change.size);
        details.put("lower", step.change.lower);
        details.put("upper", step.change.upper);
        details.put("p", step.change.p);
        return details;
    }

    private static Map<String, Object> details(Measure measure) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("date", measure.date.toString());
        details.put("size", measure.change.size);
        details.put("lower", measure.change.lower);
        details.put("upper", measure.change.upper);
        details.put("percent", measure.percent);
        details.put("p", measure.change.p);
        details.put("placebo_dates", measure.placebos);
        details.put("placebo_p", measure.placeboP);
        details.put("weeks_on_each_side", measure.weeks);
        return details;
    }

    /// The day on which a time of the data falls.
    public String date(long seconds) {
        ZoneId zone = rows.zone == null ? ZoneOffset.UTC : rows.zone;
        return Instant.ofEpochSecond(seconds).atZone(zone).toLocalDate().toString();
    }

    /// In words, what can be said and what cannot.
    public Name verdict() {
        if (!skill.suffices) {
            return Name.of(
                    "판단할 수 없음: 모형이 처음 보는 기간을 충분히 예측하지 못하거나, 날씨가 더 설명하는 것이 없다",
                    "Cannot tell: the model does not predict unseen fortnights well enough, or the weather adds nothing");
        }
        if (!steps.seasonRemoved) {
            return Name.of(
                    "2년이 안 되는 자료: 계절 변화와 계단형 변화를 가를 수 없다", "Less than two years: a season cannot be told from a step");
        }
        return steps.steps.isEmpty()
                ? Name.of("계단형 변화 없음", "No step is significant")
                : Name.of("계단형 변화 있음. 원인은 이 자료로 알 수 없다", "Steps found; these data do not say what caused them");
    }
}
