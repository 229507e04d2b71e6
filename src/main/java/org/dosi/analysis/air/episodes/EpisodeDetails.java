package org.dosi.analysis.air.episodes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dosi.analysis.air.episodes.EpisodesAnalysis.Listed;
import org.dosi.kernel.air.Episode;
import org.dosi.kernel.air.EpisodeEvidence;
import org.dosi.kernel.air.Witness;

/// An episode as JSON has it: everything of the evidence, with names for people.
final class EpisodeDetails {

    private EpisodeDetails() {}

    static Map<String, Object> of(PollutantNetwork network, Listed one) {
        Episode episode = one.episode();
        EpisodeEvidence evidence = episode.evidence();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rank", one.rank());
        map.put("id", one.id());
        map.put("class", EpisodeNames.word(episode.kind()));
        map.put("name", EpisodeNames.of(episode.kind()));
        map.put("start", time(network, episode.start()));
        map.put("end", time(network, episode.end()));
        map.put("hours", episode.hours());
        map.put("confidence", episode.confidence());
        map.put("severity", episode.severity());
        map.put(
                "pollutants",
                episode.substances().stream().map(EpisodeNames::word).toList());
        map.put("sentence", one.sentence());
        map.put("level", level(network, evidence.level()));
        map.put("shares", shares(one));
        map.put("wind", wind(evidence.wind()));
        map.put(
                "evidence",
                episode.witnesses().stream().map(EpisodeDetails::witness).toList());
        map.put(
                "stations",
                evidence.stations().stream().map(s -> station(network, s)).toList());
        return map;
    }

    private static String time(PollutantNetwork network, int hour) {
        return network.zone() == null
                ? network.at(hour).toLocalDateTime().toString()
                : network.at(hour).toOffsetDateTime().toString();
    }

    private static Map<String, Object> level(PollutantNetwork network, EpisodeEvidence.Level level) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("peak", level.peak());
        if (level.peakStation() >= 0) {
            map.put("peak_time", time(network, level.peakHour()));
            map.put("peak_station", network.stations().get(level.peakStation()).id());
        }
        map.put("network_peak", level.networkPeak());
        map.put("network_mean", level.networkMean());
        map.put("times_usual", level.usualRatio());
        map.put("percentile", level.percentile());
        map.put("threshold", level.threshold());
        return map;
    }

    private static Map<String, Object> shares(Listed one) {
        EpisodeEvidence.Shares shares = one.episode().evidence().shares();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("regional", one.regionalShare());
        one.localShare().put(map);
        map.put("usual_regional", shares.usualRegional());
        map.put("coarse_fraction", one.coarseFraction());
        map.put("particle_growth", shares.particleGrowth());
        map.put("combustion_growth", shares.combustionGrowth());
        map.put("stations_reached", shares.stationsReached());
        map.put("stations_together", shares.stationsTogether());
        map.put("stations_measuring", shares.stationsMeasuring());
        return map;
    }

    private static Map<String, Object> wind(EpisodeEvidence.WindEvidence wind) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("speed_m_s", wind.speedMPerS());
        map.put("usual_speed_m_s", wind.usualSpeedMPerS());
        map.put("from_deg", wind.fromDeg());
        map.put("steadiness", wind.steadiness());
        map.put("stagnant_hours", wind.stagnantHours());
        map.put("known_hours", wind.knownHours());
        return map;
    }

    private static Map<String, Object> witness(Witness witness) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("question", EpisodeNames.word(witness.question()));
        map.put("name", EpisodeNames.of(witness.question()));
        map.put("found", witness.found());
        map.put("weight", witness.weight());
        return map;
    }

    private static Map<String, Object> station(PollutantNetwork network, EpisodeEvidence.StationPeak peak) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("station", network.stations().get(peak.station()).id());
        map.put("name", network.stations().get(peak.station()).name());
        map.put("peak", peak.peak());
        map.put("peak_time", time(network, peak.peakHour()));
        map.put("first_time", peak.firstHour() < 0 ? "" : time(network, peak.firstHour()));
        map.put("hours_above", peak.hoursAbove());
        map.put("local", peak.local());
        return map;
    }
}
