package org.dosi.analysis.air.episodes;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.SelectingAnalysis;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.Episode;
import org.dosi.kernel.air.EpisodeClass;
import org.dosi.kernel.air.EpisodeLog;
import org.dosi.kernel.air.Episodes;
import org.dosi.kernel.air.NetworkBaseline;
import org.dosi.kernel.air.Substance;
import org.dosi.model.Dataset;
import org.dosi.model.Name;

/// Episodes of the air with their class, evidence and confidence.
public final class EpisodesAnalysis
        implements AirAnalysis<EpisodesAnalysis.Found>, SelectingAnalysis<AirData, EpisodesAnalysis.Found> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH");

    /// Which classes are listed.
    public enum Which {
        ALL,
        /// All but instrument faults.
        REAL,
        YELLOW_DUST,
        REGIONAL_HAZE,
        LOCAL_BUILD_UP,
        PHOTOCHEMICAL_OZONE,
        SINGLE_STATION,
        INSTRUMENT_FAULT;

        public boolean lists(EpisodeClass kind) {
            return switch (this) {
                case ALL -> true;
                case REAL -> kind != EpisodeClass.INSTRUMENT_FAULT;
                case YELLOW_DUST,
                        REGIONAL_HAZE,
                        LOCAL_BUILD_UP,
                        PHOTOCHEMICAL_OZONE,
                        SINGLE_STATION,
                        INSTRUMENT_FAULT -> name().equals(kind.name());
            };
        }
    }

    /// An episode with the name it is asked for by.
    ///
    /// @param id its first hour and its class: `2017-05-05T23-yellow-dust`; the same data give the same
    public record Listed(int rank, String id, Episode episode, Name sentence) {

        public EpisodeKind kind() {
            return EpisodeKind.of(episode.kind());
        }

        public int start() {
            return episode.start();
        }

        public int end() {
            return episode.end();
        }

        public double confidence() {
            return episode.confidence();
        }

        /// `pm10`
        public String lead() {
            return EpisodeNames.word(episode.lead());
        }

        /// The leading pollutant and those that were high as well.
        public List<String> pollutants() {
            return episode.substances().stream().map(EpisodeNames::word).toList();
        }

        public double peak() {
            return episode.evidence().level().peak();
        }

        public int peakHour() {
            return episode.evidence().level().peakHour();
        }

        /// Index of the station; -1 if nothing was measured.
        public int peakStation() {
            return episode.evidence().level().peakStation();
        }

        public double threshold() {
            return episode.evidence().level().threshold();
        }

        public double regionalShare() {
            return isFault() ? Double.NaN : episode.evidence().shares().regional();
        }

        /// How much of it was local, for ozone how much of the background the city ate; nothing for a fault, which
        /// was not in the air.
        public Share localShare() {
            return isFault()
                    ? new Share(Double.NaN, Double.NaN, Double.NaN, false)
                    : Share.of(episode.evidence().shares().local());
        }

        /// The same in words: ozone's says that the city consumed it; of dust, as of a fault, none is told.
        public Name localText() {
            return switch (episode.kind()) {
                case YELLOW_DUST, INSTRUMENT_FAULT -> Name.of("–");
                case REGIONAL_HAZE, LOCAL_BUILD_UP, PHOTOCHEMICAL_OZONE, SINGLE_STATION -> localOrConsumed();
            };
        }

        private Name localOrConsumed() {
            Name share = localShare().text();
            return isOfOzone() && !Double.isNaN(localShare().share())
                    ? Name.of("도시 안에서 소모: " + share.ko(), "consumed by the city: " + share.en())
                    : share;
        }

        /// Whether it is ozone, of which a city has less than its background.
        boolean isOfOzone() {
            return episode.lead() == Substance.O3;
        }

        public double coarseFraction() {
            return isFault() ? Double.NaN : episode.evidence().shares().coarseFraction();
        }

        private boolean isFault() {
            return episode.kind() == EpisodeClass.INSTRUMENT_FAULT;
        }

        public int stationsReached() {
            return episode.evidence().shares().stationsReached();
        }

        public boolean hasWind() {
            return episode.evidence().wind().knownHours() > 0;
        }

        public List<Evidence> evidence() {
            return episode.witnesses().stream()
                    .map(w -> new Evidence(EpisodeNames.of(w.question()), w.found(), w.weight()))
                    .toList();
        }

        /// The earliest first.
        public List<StationRow> stations() {
            return episode.evidence().stations().stream()
                    .map(s -> new StationRow(
                            s.station(), s.peak(), s.peakHour(), s.firstHour(), s.hoursAbove(), s.local()))
                    .toList();
        }
    }

    /// One witness: see [Witness].
    public record Evidence(Name question, double found, double weight) {}

    /// What one station saw: see [EpisodeEvidence.StationPeak].
    public record StationRow(int station, double peak, int peakHour, int firstHour, int hoursAbove, double local) {}

    /// @param datasets whose data are in it; empty where the data do not say
    /// @param log all episodes, listed or not
    /// @param listed the worst first; instrument faults behind what was in the air
    /// @param selected the one that was asked for
    public record Found(
            Provenance provenance,
            List<Dataset> datasets,
            PollutantNetwork network,
            EpisodeLog log,
            List<Listed> listed,
            Optional<Listed> selected)
            implements Finding {

        public Found {
            datasets = List.copyOf(datasets);
            listed = List.copyOf(listed);
        }

        /// The background of a pollutant by hour; empty where it is not known.
        public Optional<double[]> findBackground(String pollutant) {
            return network.find(pollutant)
                    .flatMap(p -> Optional.ofNullable(log.backgrounds().get(p.substance())))
                    .map(NetworkBaseline.Result::background);
        }

        public Optional<double[]> findBackgroundError(String pollutant) {
            return network.find(pollutant)
                    .flatMap(p -> Optional.ofNullable(log.backgrounds().get(p.substance())))
                    .map(NetworkBaseline.Result::standardError);
        }

        /// An episode of this pollutant begins above it.
        public Optional<Double> findThreshold(String pollutant) {
            return network.find(pollutant)
                    .flatMap(p -> Optional.ofNullable(log.thresholds().get(p.substance())));
        }

        /// How many of a class the log holds, listed or not.
        public long count(EpisodeKind kind) {
            return log.episodes().stream()
                    .filter(one -> EpisodeKind.of(one.kind()) == kind)
                    .count();
        }

        /// How many episodes were in the air and how many were faults of an instrument, listed or not.
        public Name counted() {
            long faults = count(EpisodeKind.INSTRUMENT_FAULT);
            long real = log.episodes().size() - faults;
            return Name.of(
                    "사례 %d건(그 밖에 기기 이상 %d건)".formatted(real, faults),
                    "%d episode%s; %d instrument fault%s"
                            .formatted(real, real == 1 ? "" : "s", faults, faults == 1 ? "" : "s"));
        }

        /// The hours of yellow dust in the window.
        public int dustHours() {
            return log.episodes().stream()
                    .filter(one -> one.kind() == EpisodeClass.YELLOW_DUST)
                    .mapToInt(Episode::hours)
                    .sum();
        }

        /// Below this PM2.5 over PM10 is dust.
        public double dustFineFraction() {
            return Episodes.DUST_FINE_FRACTION;
        }

        @Override
        public ResultTable table() {
            return EpisodeTable.of(this);
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            Map<String, Object> thresholds = new LinkedHashMap<>();
            network.pollutants()
                    .forEach(p -> thresholds.put(
                            EpisodeNames.word(p.substance()),
                            log.thresholds().getOrDefault(p.substance(), Double.NaN)));
            details.put("thresholds", thresholds);
            Map<String, Object> counts = new LinkedHashMap<>();
            for (EpisodeKind kind : EpisodeKind.values()) {
                counts.put(kind.word(), count(kind));
            }
            details.put("counts", counts);
            details.put(
                    "episodes",
                    listed.stream().map(one -> EpisodeDetails.of(network, one)).toList());
            return details;
        }
    }

    @Override
    public String id() {
        return "episodes";
    }

    @Override
    public Name title() {
        return Name.of("고농도 사례와 그 종류, 근거, 신뢰도", "Episodes with their class, evidence and confidence");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        "class",
                        Which.REAL,
                        "보일 종류(real: 기기 이상을 뺀 모두)",
                        "which classes are listed; real: all but instrument faults"),
                Parameter.of("episode", Kind.TEXT, "", "한 사례만: 목록의 id", "one episode alone, by the id of the list"),
                Parameter.choice("law", EpisodeLimits.Law.KOREA, "기준값의 법", "whose limits the hours are measured by"),
                Parameter.of(
                        "judge",
                        Kind.SWITCH,
                        "on",
                        "품질검사를 거치지 않은 파일의 값을 검사",
                        "test the values of a file that no quality control has seen"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        PollutantNetwork network =
                PollutantNetwork.of(data, settings.choice("law", EpisodeLimits.Law.class), settings.flag("judge"));
        Found whole = new Found(
                data.provenance(id(), network.inputs(), settings.used()).with(remarks(network)),
                data.datasets(network.inputs()),
                network,
                Episodes.of(network.hours()),
                List.of(),
                Optional.empty());
        return select(whole, settings);
    }

    @Override
    public Set<String> selecting() {
        return Set.of("class", "episode");
    }

    @Override
    public Found select(Found whole, Settings settings) {
        PollutantNetwork network = whole.network();
        List<Listed> all = listed(network, whole.log());
        Which which = settings.choice("class", Which.class);
        Optional<String> asked = settings.find("episode");
        List<Listed> listed = all.stream()
                .filter(one ->
                        asked.map(id -> one.id.equalsIgnoreCase(id)).orElseGet(() -> which.lists(one.episode.kind())))
                .toList();
        if (asked.isPresent() && listed.isEmpty()) {
            throw BadSetting.of(
                    "그런 사례가 없습니다: '%s'".formatted(asked.get()),
                    "episode: expected an id of the list, such as %s, found '%s'".formatted(example(all), asked.get()));
        }
        Optional<Listed> selected = asked.isPresent() ? Optional.of(listed.getFirst()) : Optional.empty();
        return new Found(
                whole.provenance().withParameters(settings.used()),
                whole.datasets(),
                network,
                whole.log(),
                listed,
                selected);
    }

    /// What is usual and what is high comes from the hours asked for: of few days an episode may be missing or of
    /// another class than in the list of a year.
    private static List<Name> remarks(PollutantNetwork network) {
        int days = network.hours().hours() / 24;
        return days >= Episodes.SEASON_DAYS
                ? List.of()
                : List.of(Name.of(
                        "%d일의 자료: 기준값은 법의 기준만 쓰고 평소 수준은 이 기간에서 구하므로 사례와 종류가 긴 기간을 물을 때와 다를 수 있음(%d일 이상 권장)"
                                .formatted(days, Episodes.SEASON_DAYS),
                        ("%d days: the law's limit alone is the threshold, and what is usual comes from these days, so"
                                        + " episodes and classes may differ from those of a longer period (ask for %d"
                                        + " days or more)")
                                .formatted(days, Episodes.SEASON_DAYS)));
    }

    private static String example(List<Listed> all) {
        return all.isEmpty() ? "(none was found)" : all.getFirst().id;
    }

    private static List<Listed> listed(PollutantNetwork network, EpisodeLog log) {
        Set<String> ids = new HashSet<>();
        List<Listed> inTime = new ArrayList<>();
        for (Episode episode : log.episodes()) {
            String id = id(network, episode);
            String unique = id;
            for (int n = 2; !ids.add(unique); n++) {
                unique = id + "-" + n;
            }
            inTime.add(new Listed(0, unique, episode, EpisodeSentence.of(network, episode)));
        }
        inTime.sort(Comparator.comparing((Listed one) -> one.episode.kind() == EpisodeClass.INSTRUMENT_FAULT)
                .thenComparing(Comparator.comparingDouble((Listed one) -> one.episode.severity())
                        .reversed()));
        List<Listed> ranked = new ArrayList<>();
        for (Listed one : inTime) {
            ranked.add(new Listed(ranked.size() + 1, one.id, one.episode, one.sentence));
        }
        return ranked;
    }

    private static String id(PollutantNetwork network, Episode episode) {
        ZonedDateTime start = network.at(episode.start());
        String id = STAMP.format(start) + "-" + EpisodeNames.word(episode.kind());
        boolean single =
                episode.kind() == EpisodeClass.SINGLE_STATION || episode.kind() == EpisodeClass.INSTRUMENT_FAULT;
        int station = episode.evidence().level().peakStation();
        return single && station >= 0
                ? id + "-" + code(network.stations().get(station).id())
                : id;
    }

    private static String code(String id) {
        return id.substring(id.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
