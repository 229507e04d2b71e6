package org.dosi.analysis.air.episodes;

import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.episodes.EpisodesAnalysis.Listed;
import org.dosi.analysis.finding.Figures;
import org.dosi.kernel.air.EpisodeEvidence;
import org.dosi.model.Name;

/// The figures of an episode as rows of a table for people.
public final class EpisodeFigures {

    private EpisodeFigures() {}

    /// One row.
    public record Row(Name label, Name value) {}

    public static List<Row> of(PollutantNetwork network, Listed one) {
        List<Row> rows = new ArrayList<>();
        Network.Variable lead = network.of(one.lead()).variable();
        levels(
                rows,
                one.episode().evidence().level(),
                Math.round(network.hours().hours() / 24.0),
                NamedSubstances.unit(lead),
                EpisodeUnits.label(lead));
        if (one.kind() != EpisodeKind.INSTRUMENT_FAULT) {
            if (one.kind() != EpisodeKind.YELLOW_DUST) {
                local(rows, one.episode().evidence().shares(), one);
            }
            shares(rows, one.episode().evidence().shares());
        }
        wind(rows, one.episode().evidence().wind());
        return rows;
    }

    private static void levels(List<Row> rows, EpisodeEvidence.Level level, long days, String ucum, String unit) {
        String after = unit.isEmpty() ? "" : " " + unit;
        add(rows, "최고값", "Peak", Figures.brief(level.peak(), ucum) + after);
        add(rows, "측정소 중앙값의 최고", "Peak of the stations' median", Figures.brief(level.networkPeak(), ucum) + after);
        add(rows, "평소(같은 달·시각) 대비", "Times the usual", EpisodeSentence.times(level.usualRatio()));
        add(
                rows,
                "조회한 %d일 중 백분위".formatted(days),
                "Percentile of these %d days".formatted(days),
                Figures.fixed(Math.floor(10 * level.percentile()) / 10, 1) + " %");
        add(rows, "기준값", "Threshold", Figures.brief(level.threshold(), ucum) + after);
    }

    /// Not of dust, where uneven dust and differences of instruments look like a local part.
    private static void local(List<Row> rows, EpisodeEvidence.Shares shares, Listed one) {
        Name label = one.isOfOzone()
                ? Name.of("배경 오존 중 도시 안에서 소모(95 % 구간)", "Background ozone consumed by the city (95 % interval)")
                : Name.of("국지 비율(95 % 구간)", "Local share (95 % interval)");
        rows.add(new Row(label, one.localShare().text()));
        add(
                rows,
                "배경 비율, 평소",
                "Share of the background, usual",
                EpisodeSentence.percent(shares.regional()) + ", " + EpisodeSentence.percent(shares.usualRegional()));
    }

    private static void shares(List<Row> rows, EpisodeEvidence.Shares shares) {
        add(rows, "조대입자 비율", "Coarse fraction", EpisodeSentence.percent(shares.coarseFraction()));
        add(
                rows,
                "미세입자 / 연소 가스(평소 대비)",
                "Fine particles / combustion gases, times the usual",
                EpisodeSentence.times(shares.particleGrowth()) + " / "
                        + EpisodeSentence.times(shares.combustionGrowth()));
        add(
                rows,
                "동시에 높은 측정소",
                "Stations above it together",
                shares.stationsTogether() + " / " + shares.stationsMeasuring());
    }

    private static void wind(List<Row> rows, EpisodeEvidence.WindEvidence wind) {
        add(
                rows,
                "풍속(평소)",
                "Wind speed (usual)",
                Figures.of(wind.speedMPerS(), "m/s") + " (" + Figures.of(wind.usualSpeedMPerS(), "m/s") + ") m/s");
        if (!Double.isNaN(wind.fromDeg())) {
            Name point = EpisodeNames.compass(wind.fromDeg());
            String steadiness = " (" + EpisodeSentence.percent(wind.steadiness()) + ")";
            rows.add(new Row(
                    Name.of("평균 풍향(일정한 정도)", "Mean direction, from (steadiness)"),
                    Name.of(point.ko() + steadiness, point.en() + steadiness)));
        }
        add(rows, "바람이 거의 없던 시간", "Almost still hours", wind.stagnantHours() + " / " + wind.knownHours());
    }

    private static void add(List<Row> rows, String ko, String en, String value) {
        rows.add(new Row(Name.of(ko, en), Name.of(value)));
    }
}
