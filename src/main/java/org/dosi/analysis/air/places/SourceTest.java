package org.dosi.analysis.air.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.kernel.plume.RecoveryScore;
import org.dosi.kernel.plume.SourceRecovery.Outcome;
import org.dosi.kernel.plume.SourceRecovery.Trial;

/// How sources of known place and strength were found that were put into the network: a map's test.
///
/// @param outcomes empty if none was tried
/// @param stations of the map
public record SourceTest(List<Outcome> outcomes, int stations) {

    public SourceTest {
        outcomes = List.copyOf(outcomes);
    }

    /// The trials of one strength with a number of stations.
    ///
    /// @param strengthGPerS 0 for trials without a source
    /// @param told of those where the map says that such a source is found and placed; it speaks of all stations,
    ///        so a test with fewer has none
    public record Scored(double strengthGPerS, int stations, Score all, Score told) {}

    /// What a number of trials came to; NaN of what none of them can tell.
    ///
    /// @param found share whose source was found
    /// @param falseAlarms sources found elsewhere, a trial
    /// @param alarmed share with any of these
    public record Score(
            int trials, double found, Distance distance, Ratio ratio, double falseAlarms, double alarmed, Held held) {
        private static Score of(List<Outcome> outcomes) {
            RecoveryScore score = RecoveryScore.of(outcomes);
            return new Score(
                    score.trials(),
                    score.found(),
                    new Distance(score.errorM(), score.error80M()),
                    new Ratio(
                            score.strength().median(),
                            score.strength().lower(),
                            score.strength().upper()),
                    score.falseAlarms(),
                    score.alarmed(),
                    new Held(
                            score.held().sources(),
                            score.held().strength(),
                            score.held().place()));
        }

        private Map<String, Object> details() {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("trials", trials);
            said.put("found", found);
            said.put("error_m", distance.medianM);
            said.put("error_80_m", distance.upperM);
            said.put("strength_ratio", ratio.median);
            said.put("strength_ratio_10", ratio.lower);
            said.put("strength_ratio_90", ratio.upper);
            said.put("false_alarms", falseAlarms);
            if (held.sources > 0) {
                said.put("intervals", held.sources);
                said.put("interval_holds_strength", held.strength);
                said.put("area_holds_place", held.place);
            }
            return said;
        }
    }

    /// Distance of what was found, m: median and 80 % quantile.
    public record Distance(double medianM, double upperM) {}

    /// Found over true strength: median, 10 % and 90 % quantile.
    public record Ratio(double median, double lower, double upper) {}

    /// How often what was said with 90 % held.
    ///
    /// @param sources that were asked
    /// @param strength share whose interval held the true strength
    /// @param place share whose area held the true place
    public record Held(int sources, double strength, double place) {}

    /// By number of stations and strength, in the order of the trials.
    public List<Scored> scores() {
        Map<Trial, List<Outcome>> groups = new LinkedHashMap<>();
        outcomes.forEach(outcome ->
                groups.computeIfAbsent(outcome.trial(), _ -> new ArrayList<>()).add(outcome));
        List<Scored> scores = new ArrayList<>();
        groups.forEach((trial, group) -> scores.add(new Scored(
                trial.strengthGPerS(),
                trial.stations(),
                Score.of(group),
                Score.of(group.stream().filter(this::isTold).toList()))));
        return scores;
    }

    /// Of all trials with all stations in cells where the map said it could tell.
    public Score told() {
        return Score.of(outcomes.stream().filter(this::isTold).toList());
    }

    private boolean isTold(Outcome outcome) {
        double strength = outcome.trial().strengthGPerS();
        return outcome.trial().stations() == stations && strength > 0 && outcome.placedGPerS() <= strength;
    }

    List<Map<String, Object>> details() {
        return scores().stream()
                .filter(scored -> scored.strengthGPerS > 0)
                .map(scored -> {
                    Map<String, Object> said = new LinkedHashMap<>();
                    said.put("strength_g_s", scored.strengthGPerS);
                    said.put("stations", scored.stations);
                    said.put("all", scored.all.details());
                    said.put("where_told", scored.told.details());
                    return said;
                })
                .toList();
    }

    /// The trials without a source: how many of such maps show one.
    List<Map<String, Object>> withoutSource() {
        return scores().stream()
                .filter(scored -> scored.strengthGPerS == 0)
                .map(scored -> {
                    Map<String, Object> said = new LinkedHashMap<>();
                    said.put("stations", scored.stations);
                    said.put("trials", scored.all.trials);
                    said.put("alarmed", scored.all.alarmed);
                    said.put("false_alarms", scored.all.falseAlarms);
                    return said;
                })
                .toList();
    }
}
