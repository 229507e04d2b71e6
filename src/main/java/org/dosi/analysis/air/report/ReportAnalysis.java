package org.dosi.analysis.air.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.ForwardingAirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.direction.DirectionsAnalysis;
import org.dosi.analysis.air.episodes.BackgroundAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.places.SourcesAnalysis;
import org.dosi.analysis.air.places.SourcesFound;
import org.dosi.analysis.air.state.AlertsAnalysis;
import org.dosi.analysis.air.state.IndexAnalysis;
import org.dosi.analysis.air.state.StatisticsAnalysis;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.model.Dataset;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// The air of a city in one report: its state against the law, the alerts, the episodes, how much is local, from which
/// directions and, where it is asked for, from which places. What the data cannot tell is said with its reason.
public final class ReportAnalysis implements AirAnalysis<ReportAnalysis.Found> {
    private static final List<String> POLLUTANTS = List.of("pm10", "pm25", "o3", "no2", "so2", "co");

    /// A part of the report, or why there is none.
    ///
    /// @param finding null if the data cannot tell
    /// @param problem why; null if they can
    public record Part<F extends Finding>(
            @Nullable F finding, @Nullable Name problem) {
        static <F extends Finding> Part<F> of(Supplier<F> find) {
            try {
                return new Part<>(find.get(), null);
            } catch (BadSetting e) {
                return new Part<>(null, e.words());
            }
        }

        /// Why the data cannot tell.
        public Name reason() {
            return problem == null ? Name.of("–") : problem;
        }

        public Optional<F> found() {
            return Optional.ofNullable(finding);
        }
    }

    /// What the data hold of the window, whatever was asked for.
    ///
    /// @param zone null where stamps carry no zone
    /// @param fromS the beginning of the first hour with a value
    /// @param toS the end of the last; not after `fromS` if there is none
    public record Covered(@Nullable ZoneId zone, long fromS, long toS) {
        static Covered by(List<Network> networks) {
            long from = Long.MAX_VALUE;
            long to = Long.MIN_VALUE;
            ZoneId zone = null;
            for (Network network : networks) {
                zone = network.zone();
                for (int h = 0; h < network.hours(); h++) {
                    for (double[] row : network.values()) {
                        if (Double.isFinite(row[h])) {
                            from = Math.min(from, network.startS()[h]);
                            to = Math.max(to, network.startS()[h] + network.stepSeconds());
                            break;
                        }
                    }
                }
            }
            return new Covered(zone, from, to);
        }
    }

    /// @param city empty where the data do not say
    /// @param datasets whose data are in it; empty where the data do not say
    /// @param statistics of each station
    /// @param background of each pollutant
    /// @param sources of the pollutants that were asked for
    public record Found(
            Provenance provenance,
            Optional<Name> city,
            List<Dataset> datasets,
            Covered covered,
            Optional<EpisodesAnalysis.Found> oneEpisode,
            List<StatisticsAnalysis.Found> statistics,
            Part<IndexAnalysis.Found> index,
            Part<AlertsAnalysis.Found> alerts,
            Part<EpisodesAnalysis.Found> episodes,
            Map<String, Part<BackgroundAnalysis.Found>> background,
            Part<DirectionsAnalysis.Found> directions,
            Map<String, Part<SourcesFound>> sources)
            implements Finding {

        public Found {
            datasets = List.copyOf(datasets);
            statistics = List.copyOf(statistics);
            background = new LinkedHashMap<>(background);
            sources = new LinkedHashMap<>(sources);
        }

        /// What the report says, a sentence a row.
        @Override
        public ResultTable table() {
            List<String> section = new ArrayList<>();
            List<Name> said = new ArrayList<>();
            for (Map.Entry<String, Name> sentence : sentences()) {
                section.add(sentence.getKey());
                said.add(sentence.getValue());
            }
            return ResultTable.of(
                    new ResultTable.Texts("section", section),
                    new ResultTable.Texts("en", said.stream().map(Name::en).toList()),
                    new ResultTable.Texts("ko", said.stream().map(Name::ko).toList()));
        }

        private List<Map.Entry<String, Name>> sentences() {
            List<Map.Entry<String, Name>> all = new ArrayList<>();
            opening().ifPresent(sentence -> all.add(Map.entry("period", sentence)));
            for (EpisodesAnalysis.Listed one : worst(Integer.MAX_VALUE)) {
                all.add(Map.entry("episode", one.sentence()));
            }
            directions.found().ifPresent(found -> all.add(Map.entry("directions", found.statement())));
            return all;
        }

        /// The period in one sentence; empty where one episode alone was asked for.
        public Optional<Name> opening() {
            return oneEpisode.isPresent()
                    ? Optional.empty()
                    : Optional.of(ReportOpening.of(
                            statistics,
                            background.values().stream()
                                    .flatMap(part -> part.found().stream())
                                    .toList(),
                            episodes.found()));
        }

        /// What holds for the local share of PM10 where the window has dust, of which no share is told; empty where
        /// it has none.
        public Optional<Name> dustCaveat() {
            int hours = episodes.found().map(EpisodesAnalysis.Found::dustHours).orElse(0);
            Part<BackgroundAnalysis.Found> pm10 = background.get("pm10");
            return hours == 0 || pm10 == null || pm10.found().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Name.of(
                            "PM10의 국지 비율에는 황사 %d시간도 들어 있다. 고르지 않은 먼지와 측정기 사이의 차이가 국지 몫처럼 보이므로 실제보다 클 수 있다."
                                    .formatted(hours),
                            ("PM10's local share holds %d hours of yellow dust, in which uneven dust and differences of"
                                            + " instruments look like a local part: it may be too large.")
                                    .formatted(hours)));
        }

        /// The worst episodes that were in the air.
        public List<EpisodesAnalysis.Listed> worst(int most) {
            return oneEpisode
                    .or(episodes::found)
                    .map(found -> found.listed().stream()
                            .filter(one -> EpisodesAnalysis.Which.REAL.lists(
                                    one.episode().kind()))
                            .limit(most)
                            .toList())
                    .orElse(List.of());
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            opening().ifPresent(sentence -> details.put("period", sentence));
            details.put(
                    "datasets",
                    datasets.stream()
                            .map(dataset -> Map.of(
                                    "id", dataset.id(),
                                    "title", dataset.title(),
                                    "publisher", dataset.publisher(),
                                    "licence", dataset.licence()))
                            .toList());
            details.put(
                    "statistics",
                    statistics.stream().map(StatisticsAnalysis.Found::details).toList());
            putDetails(details, "index", index);
            putDetails(details, "alerts", alerts);
            putDetails(details, "episodes", episodes);
            Map<String, Object> local = new LinkedHashMap<>();
            background.forEach((value, part) -> putDetails(local, value, part));
            details.put("background", local);
            dustCaveat().ifPresent(caveat -> details.put("background_caveat", caveat));
            putDetails(details, "directions", directions);
            Map<String, Object> places = new LinkedHashMap<>();
            sources.forEach((value, part) -> putDetails(places, value, part));
            details.put("sources", places);
            return details;
        }

        private static void putDetails(Map<String, Object> onto, String name, Part<? extends Finding> part) {
            Finding finding = part.finding();
            onto.put(name, finding == null ? Map.of("cannot_tell", part.reason()) : finding.details());
        }
    }

    @Override
    public String id() {
        return "report";
    }

    @Override
    public Name title() {
        return Name.of("대기 보고서: 현황, 경보, 사례, 풍향, 국지 기여", "Report: state, alerts, episodes, directions, what is local");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "episode", Kind.TEXT, "", "한 사례의 설명: 사례 목록의 id", "one episode alone, by the id of the list"),
                Parameter.of(
                        "sources",
                        Kind.TEXT,
                        "",
                        "오염원 지도를 넣을 항목(쉼표로; 항목마다 1분쯤 걸림)",
                        "pollutants whose places are looked for, with commas; each takes about a minute"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        Optional<String> episode = settings.find("episode");
        if (episode.isPresent()) {
            return ofEpisode(data, settings, episode.get());
        }
        List<Network> networks = networks(data);
        List<String> values =
                networks.stream().map(network -> network.variable().id()).toList();
        Map<String, Part<BackgroundAnalysis.Found>> background = new LinkedHashMap<>();
        for (String value : values) {
            background.put(value, Part.of(() -> find(new BackgroundAnalysis(), new OneValue(data, value), Map.of())));
        }
        Map<String, Part<SourcesFound>> sources = new LinkedHashMap<>();
        for (String value :
                settings.find("sources").map(text -> List.of(text.split(","))).orElse(List.of())) {
            sources.put(value, Part.of(() -> find(new SourcesAnalysis(), new OneValue(data, value), Map.of())));
        }
        Set<String> inputs = new LinkedHashSet<>();
        networks.forEach(network -> inputs.addAll(network.inputs()));
        Part<EpisodesAnalysis.Found> episodes = Part.of(() -> find(new EpisodesAnalysis(), data, Map.of()));
        Part<DirectionsAnalysis.Found> directions = Part.of(() -> find(new DirectionsAnalysis(), data, Map.of()));
        // Episodes and directions know the wind, too.
        Set<String> all = new LinkedHashSet<>(inputs);
        episodes.found().ifPresent(found -> all.addAll(found.provenance().inputs()));
        directions.found().ifPresent(found -> all.addAll(found.provenance().inputs()));
        List<StatisticsAnalysis.Found> statistics = statistics(data, networks);
        Part<IndexAnalysis.Found> index = Part.of(() -> find(new IndexAnalysis(), data, Map.of()));
        Part<AlertsAnalysis.Found> alerts = Part.of(() -> find(new AlertsAnalysis(), data, Map.of()));
        List<Part<? extends Finding>> parts = new ArrayList<>(List.of(index, alerts, episodes));
        parts.addAll(background.values());
        parts.add(directions);
        parts.addAll(sources.values());
        Provenance provenance = data.provenance(id(), List.copyOf(inputs), settings.used());
        return new Found(
                provenance.with(further(provenance.remarks(), statistics, parts)),
                data.city(),
                data.datasets(List.copyOf(all)),
                Covered.by(networks),
                Optional.empty(),
                statistics,
                index,
                alerts,
                episodes,
                background,
                directions,
                sources);
    }

    /// The remarks of all parts, each once, that the report does not have yet.
    private static List<Name> further(
            List<Name> had, List<StatisticsAnalysis.Found> statistics, List<Part<? extends Finding>> parts) {
        Set<Name> all = new LinkedHashSet<>();
        statistics.forEach(one -> all.addAll(one.provenance().remarks()));
        parts.forEach(part ->
                part.found().ifPresent(one -> all.addAll(one.provenance().remarks())));
        had.forEach(all::remove);
        return List.copyOf(all);
    }

    private Found ofEpisode(AirData data, Settings settings, String id) {
        EpisodesAnalysis.Found found = find(new EpisodesAnalysis(), data, Map.of("episode", id));
        Name alone = Name.of("한 사례만 물었습니다", "only one episode was asked for");
        return new Found(
                data.provenance(id(), found.provenance().inputs(), settings.used())
                        .remarking(found.provenance().remarks()),
                data.city(),
                List.of(),
                Covered.by(List.of()),
                Optional.of(found),
                List.of(),
                new Part<>(null, alone),
                new Part<>(null, alone),
                new Part<>(null, alone),
                Map.of(),
                new Part<>(null, alone),
                Map.of());
    }

    private static <F extends Finding> F find(AirAnalysis<F> analysis, AirData data, Map<String, String> given) {
        return analysis.find(data, new Settings(analysis.parameters(), given));
    }

    /// The pollutants that were asked for, or those of the usual ones that the stations observe.
    private static List<Network> networks(AirData data) {
        List<Network> networks = new ArrayList<>();
        for (String value : data.values().isEmpty() ? POLLUTANTS : data.values()) {
            try {
                networks.add(data.network(value, AirData.Need.NONE));
            } catch (BadSetting e) {
                // A file of one place has no network at all, whichever the pollutant.
                if (!data.values().isEmpty() || !data.hasOtherStations()) {
                    throw e;
                }
                // One of the usual ones that nobody observes here.
            }
        }
        if (networks.isEmpty()) {
            throw BadSetting.of(
                    "이 기간에 %s 가운데 어느 것도 측정소에서 관측되지 않았습니다".formatted(String.join(", ", POLLUTANTS)),
                    "expected one of %s at stations in the window, found none"
                            .formatted(String.join(", ", POLLUTANTS)));
        }
        return networks;
    }

    private static List<StatisticsAnalysis.Found> statistics(AirData data, List<Network> networks) {
        Set<String> stations = new LinkedHashSet<>();
        networks.forEach(network -> network.stations().forEach(station -> stations.add(station.id())));
        List<StatisticsAnalysis.Found> found = new ArrayList<>();
        for (String station : stations) {
            for (Network network : networks) {
                boolean there = network.stations().stream().anyMatch(s -> s.id().equals(station));
                if (there) {
                    found.add(find(
                            new StatisticsAnalysis(), new PlaceOfNetwork(data, List.of(network), station), Map.of()));
                }
            }
        }
        return found;
    }

    /// The same data, asked for one value.
    private static final class OneValue extends ForwardingAirData {
        private final String value;

        OneValue(AirData data, String value) {
            super(data);
            this.value = value;
        }

        @Override
        protected AirData about(AirData other) {
            return new OneValue(other, value);
        }

        @Override
        public List<String> values() {
            return List.of(value);
        }
    }
}
