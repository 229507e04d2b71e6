package org.dosi.analysis.air.episodes;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.dosi.analysis.air.episodes.EpisodesAnalysis.Listed;
import org.dosi.analysis.finding.ResultTable;

/// The log of episodes, one row each. Shares and fractions are empty for a fault: it was not in the air.
final class EpisodeTable {

    private EpisodeTable() {}

    static ResultTable of(EpisodesAnalysis.Found found) {
        PollutantNetwork network = found.network();
        List<Listed> rows = found.listed();
        return ResultTable.of(
                new ResultTable.Counts("rank", longs(rows, Listed::rank)),
                texts("id", rows, Listed::id),
                times(
                        "start",
                        rows,
                        network,
                        one -> network.startS()[0] + one.episode().start() * 3600L),
                times(
                        "end",
                        rows,
                        network,
                        one -> network.startS()[0] + one.episode().end() * 3600L),
                texts("class", rows, one -> EpisodeNames.word(one.episode().kind())),
                texts(
                        "pollutants",
                        rows,
                        one -> one.episode().substances().stream()
                                .map(EpisodeNames::word)
                                .collect(Collectors.joining("+"))),
                numbers("peak", rows, one -> one.episode().evidence().level().peak()),
                times("peak_time", rows, network, one -> peakTime(network, one)),
                texts("peak_station", rows, one -> peakStation(network, one)),
                numbers("regional_share", rows, Listed::regionalShare),
                numbers("coarse_fraction", rows, Listed::coarseFraction),
                new ResultTable.Counts(
                        "stations",
                        longs(rows, one -> one.episode().evidence().shares().stationsReached())),
                numbers("confidence", rows, one -> one.episode().confidence()),
                numbers("local_share", rows, one -> one.localShare().share()),
                numbers("local_share_lower", rows, one -> one.localShare().lower()),
                numbers("local_share_upper", rows, one -> one.localShare().upper()));
    }

    private static long peakTime(PollutantNetwork network, Listed one) {
        int hour = one.episode().evidence().level().peakHour();
        return hour < 0 ? Long.MIN_VALUE : network.startS()[hour];
    }

    private static String peakStation(PollutantNetwork network, Listed one) {
        int station = one.episode().evidence().level().peakStation();
        return station < 0 ? "" : network.stations().get(station).id();
    }

    private static ResultTable.Texts texts(String name, List<Listed> rows, Function<Listed, String> text) {
        return new ResultTable.Texts(name, rows.stream().map(text).toList());
    }

    private static ResultTable.Numbers numbers(String name, List<Listed> rows, ToDoubleFunction<Listed> number) {
        return new ResultTable.Numbers(name, rows.stream().mapToDouble(number).toArray());
    }

    private static ResultTable.Times times(
            String name, List<Listed> rows, PollutantNetwork network, ToLongFunction<Listed> time) {
        return new ResultTable.Times(name, longs(rows, time), network.zone());
    }

    private static long[] longs(List<Listed> rows, ToLongFunction<Listed> number) {
        return rows.stream().mapToLong(number).toArray();
    }
}
