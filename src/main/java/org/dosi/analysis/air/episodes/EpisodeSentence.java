package org.dosi.analysis.air.episodes;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.finding.Figures;
import org.dosi.kernel.air.Episode;
import org.dosi.kernel.air.EpisodeClass;
import org.dosi.kernel.air.EpisodeEvidence;
import org.dosi.kernel.air.LocalShare;
import org.dosi.kernel.air.Substance;
import org.dosi.model.Name;

/// What happened, in a few sentences made from the evidence, in both languages. What was not measured is
/// not mentioned.
final class EpisodeSentence {
    private static final DateTimeFormatter KO = DateTimeFormatter.ofPattern("M월 d일 H시", Locale.KOREAN);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EN_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    /// The interval knows the scatter of the hours, not how unevenly dust lies nor how instruments differ in it.
    private static final Name NO_SHARE_OF_DUST = Name.of(
            "황사에는 국지 비율을 매기지 않는다. 고르지 않은 먼지와 측정기 사이의 차이가 국지 몫처럼 보이기 때문이다. ",
            "For dust no local share is given: uneven dust and differences of instruments look like a local part. ");

    private final PollutantNetwork network;
    private final Episode episode;
    private final String ucum;
    /// As people read it, after a number.
    private final String unit;

    private EpisodeSentence(PollutantNetwork network, Episode episode) {
        this.network = network;
        this.episode = episode;
        Network.Variable lead = network.of(episode.lead()).variable();
        this.ucum = NamedSubstances.unit(lead);
        String label = EpisodeUnits.label(lead);
        this.unit = label.isEmpty() ? "" : " " + label;
    }

    public static Name of(PollutantNetwork network, Episode episode) {
        EpisodeSentence work = new EpisodeSentence(network, episode);
        return Name.of(work.korean(), work.english());
    }

    private String figure(double concentration) {
        return Figures.brief(concentration, ucum);
    }

    private static String speed(double mPerS) {
        return Figures.of(mPerS, "m/s");
    }

    static String times(double ratio) {
        return Figures.fixed(ratio, 1);
    }

    static String percent(double share) {
        return Figures.percent(share, 0);
    }

    private boolean isOfStation() {
        return episode.kind() == EpisodeClass.SINGLE_STATION || episode.kind() == EpisodeClass.INSTRUMENT_FAULT;
    }

    private String english() {
        EpisodeEvidence.Level level = episode.evidence().level();
        String lead = EpisodeNames.of(episode.lead()).en();
        StringBuilder text = new StringBuilder("%s from %s to %s (%d h). "
                .formatted(
                        EpisodeNames.of(episode.kind()).en(),
                        EN_YEAR.format(network.at(episode.start())),
                        EN_YEAR.format(network.at(episode.end())),
                        episode.hours()));
        if (level.peakStation() >= 0) {
            text.append("%s %s %s%s at %s on %s"
                    .formatted(
                            lead,
                            episode.kind() == EpisodeClass.INSTRUMENT_FAULT ? "read" : "reached",
                            figure(level.peak()),
                            unit,
                            network.stations().get(level.peakStation()).name().en(),
                            EN.format(network.at(level.peakHour()))));
        }
        if (isOfStation()) {
            text.append(" while the median of the network stayed at or below %s%s. "
                    .formatted(figure(level.networkPeak()), unit));
        } else {
            text.append(
                            "; the median of the stations reached %s%s, above %s %% of all hours of these %d days, and was on"
                                    .formatted(
                                            figure(level.networkPeak()), unit, percentile(level.percentile()), days()))
                    .append(" average %s times the usual for the month and hour. "
                            .formatted(times(level.usualRatio())));
            network(text);
        }
        wind(text);
        return text.append(confidence("Confidence in the class: ", ".")).toString();
    }

    private void network(StringBuilder text) {
        EpisodeEvidence.Shares shares = episode.evidence().shares();
        if (!Double.isNaN(shares.regional())) {
            text.append(shareOf(shares.local()).en());
            text.append("%d of %d stations were above %s%s together. "
                    .formatted(
                            shares.stationsTogether(),
                            shares.stationsMeasuring(),
                            figure(episode.evidence().level().threshold()),
                            unit));
        }
        if (cannotTellDust()) {
            text.append("PM2.5 was not measured, so dust cannot be told from haze. ");
        }
        if (!Double.isNaN(shares.coarseFraction()) && isOfParticles()) {
            text.append("%s of the particles were coarse (PM10 without PM2.5). "
                    .formatted(percent(shares.coarseFraction())));
        }
        if (!Double.isNaN(shares.combustionGrowth()) && isOfParticles()) {
            text.append("Fine particles stood at %s times the usual, the gases of burning at %s times. "
                    .formatted(times(shares.particleGrowth()), times(shares.combustionGrowth())));
        }
    }

    /// How much of it was local, or of ozone how much the city ate; of dust why that is not told.
    private Name shareOf(LocalShare local) {
        if (episode.kind() == EpisodeClass.YELLOW_DUST) {
            return NO_SHARE_OF_DUST;
        }
        boolean ozone = episode.lead() == Substance.O3;
        String size = percent(local.share());
        String range = percentRange(local);
        if (!local.isToldFromZero()) {
            return ozone
                    ? Name.of(
                            "배경 오존이 도시 안에서 줄어든 몫은 0과 구별되지 않는다(%s). ".formatted(range),
                            "What the city ate of the background's ozone cannot be told from zero (%s). "
                                    .formatted(range))
                    : Name.of(
                            "국지 비율은 0과 구별되지 않는다(%s). ".formatted(range),
                            "The local share cannot be told from zero (%s). ".formatted(range));
        }
        return ozone
                ? Name.of(
                        "배경 오존의 %s(95 %% 구간 %s)가 도시 안에서 줄었다. ".formatted(size, range),
                        "Of the background's ozone the city ate %s (95 %% interval %s). ".formatted(size, range))
                : Name.of(
                        "그중 %s(95 %% 구간 %s)가 국지 몫이고 나머지는 측정망 전체가 공유하는 배경이다. ".formatted(size, range),
                        "%s of it was local (95 %% interval %s), the rest background that the network shares. "
                                .formatted(size, range));
    }

    private static String percentRange(LocalShare local) {
        return Math.round(100 * local.lower()) + "…" + percent(local.upper());
    }

    private boolean cannotTellDust() {
        return episode.kind() == EpisodeClass.REGIONAL_HAZE
                && Double.isNaN(episode.evidence().shares().coarseFraction());
    }

    private boolean isOfParticles() {
        return switch (episode.lead()) {
            case PM10, PM25 -> true;
            case O3, NO2, CO, SO2 -> false;
        };
    }

    private void wind(StringBuilder text) {
        EpisodeEvidence.WindEvidence wind = episode.evidence().wind();
        if (wind.knownHours() > 0) {
            String from = Double.isNaN(wind.fromDeg())
                    ? ""
                    : " from the " + EpisodeNames.compass(wind.fromDeg()).en();
            text.append("The wind blew at %s m/s%s (usual: %s), %d of %d hours almost still. "
                    .formatted(
                            speed(wind.speedMPerS()),
                            from,
                            speed(wind.usualSpeedMPerS()),
                            wind.stagnantHours(),
                            wind.knownHours()));
        }
    }

    private String korean() {
        EpisodeEvidence.Level level = episode.evidence().level();
        String lead = EpisodeNames.of(episode.lead()).ko();
        StringBuilder text = new StringBuilder("%d년 %s부터 %s까지 %d시간 동안의 %s. "
                .formatted(
                        network.at(episode.start()).getYear(),
                        KO.format(network.at(episode.start())),
                        korean(network.at(episode.end()), network.at(episode.start())),
                        episode.hours(),
                        EpisodeNames.of(episode.kind()).ko()));
        if (level.peakStation() >= 0) {
            text.append("%s 최고값은 %s%s(%s, %s)"
                    .formatted(
                            lead,
                            figure(level.peak()),
                            unit,
                            network.stations().get(level.peakStation()).name().ko(),
                            KO.format(network.at(level.peakHour()))));
        }
        if (isOfStation()) {
            text.append("이며, 그동안 측정망 중앙값은 %s%s 이하였다. ".formatted(figure(level.networkPeak()), unit));
        } else {
            text.append("이고, 측정소 중앙값은 %s%s까지 올라 조회한 %d일의 전체 시간 중 %s %%보다 높았다. "
                    .formatted(figure(level.networkPeak()), unit, days(), percentile(level.percentile())));
            text.append("평균은 같은 달·같은 시각 평소의 %s배였다. ".formatted(times(level.usualRatio())));
            koreanNetwork(text);
        }
        koreanWind(text);
        return text.append(confidence("분류 신뢰도: ", ".")).toString();
    }

    private static String korean(ZonedDateTime end, ZonedDateTime start) {
        return (end.getYear() == start.getYear() ? "" : end.getYear() + "년 ") + KO.format(end);
    }

    private void koreanNetwork(StringBuilder text) {
        EpisodeEvidence.Shares shares = episode.evidence().shares();
        if (!Double.isNaN(shares.regional())) {
            text.append(shareOf(shares.local()).ko());
            text.append("측정소 %d곳 중 %d곳이 동시에 %s%s를 넘었다. "
                    .formatted(
                            shares.stationsMeasuring(),
                            shares.stationsTogether(),
                            figure(episode.evidence().level().threshold()),
                            unit));
        }
        if (cannotTellDust()) {
            text.append("PM2.5를 측정하지 않아 황사와 연무를 가를 수 없다. ");
        }
        if (!Double.isNaN(shares.coarseFraction()) && isOfParticles()) {
            text.append("입자의 %s가 조대입자(PM10−PM2.5)였다. ".formatted(percent(shares.coarseFraction())));
        }
        if (!Double.isNaN(shares.combustionGrowth()) && isOfParticles()) {
            text.append("미세입자는 평소의 %s배, 연소 가스는 %s배였다. "
                    .formatted(times(shares.particleGrowth()), times(shares.combustionGrowth())));
        }
    }

    private void koreanWind(StringBuilder text) {
        EpisodeEvidence.WindEvidence wind = episode.evidence().wind();
        if (wind.knownHours() > 0) {
            String from = Double.isNaN(wind.fromDeg())
                    ? "바람은"
                    : EpisodeNames.compass(wind.fromDeg()).ko() + "풍이";
            text.append("%s 평균 %s m/s(평소 %s)로 불었고, %d시간 중 %d시간은 바람이 거의 없었다. "
                    .formatted(
                            from,
                            speed(wind.speedMPerS()),
                            speed(wind.usualSpeedMPerS()),
                            wind.knownHours(),
                            wind.stagnantHours()));
        }
    }

    /// The record that an episode is measured by is the window that was asked for.
    private long days() {
        return Math.round(network.hours().hours() / 24.0);
    }

    private static String percentile(double percentile) {
        return String.format(Locale.ROOT, percentile > 99 ? "%.1f" : "%.0f", Math.floor(10 * percentile) / 10);
    }

    private String confidence(String before, String after) {
        // 0.997 is not certainty.
        return before + Math.min(99, Math.round(100 * episode.confidence())) + " %" + after;
    }
}
