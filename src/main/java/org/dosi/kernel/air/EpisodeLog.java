package org.dosi.kernel.air;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The episodes of a record, in order of their first hour, and the network levels they were found in.
///
/// @param backgrounds of each pollutant
/// @param thresholds of each pollutant, in its unit: an episode begins above it
public record EpisodeLog(
        List<Episode> episodes, Map<Substance, NetworkBaseline.Result> backgrounds, Map<Substance, Double> thresholds) {

    public EpisodeLog {
        episodes = List.copyOf(episodes);
        backgrounds = Map.copyOf(backgrounds);
        thresholds = Map.copyOf(thresholds);
    }

    static EpisodeLog of(List<Episode> episodes, Map<Substance, NetworkSignal> signals) {
        Map<Substance, NetworkBaseline.Result> backgrounds = new EnumMap<>(Substance.class);
        Map<Substance, Double> thresholds = new EnumMap<>(Substance.class);
        signals.forEach((substance, signal) -> {
            backgrounds.put(substance, signal.baseline());
            thresholds.put(substance, signal.high());
        });
        return new EpisodeLog(episodes, backgrounds, thresholds);
    }
}
