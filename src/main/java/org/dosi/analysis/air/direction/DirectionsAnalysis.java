package org.dosi.analysis.air.direction;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.air.episodes.EpisodeNames;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.stat.FalseDiscovery;
import org.dosi.kernel.wind.DirectionFinding;
import org.dosi.kernel.wind.DirectionRules;
import org.dosi.kernel.wind.DirectionSeries;
import org.dosi.kernel.wind.PrincipalDirection;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// For each station and pollutant the direction it comes from, tested against chance; the false-discovery
/// rate is controlled over all of them at once.
public final class DirectionsAnalysis implements AirAnalysis<DirectionsAnalysis.Found> {
    private static final List<String> USUAL = List.of("so2", "no2", "co", "o3", "pm10", "pm25");
    private static final long HOUR_S = 3600;
    /// An interval of half the compass or more names no direction, whatever the test says of the whole
    /// compass.
    private static final double WIDEST_DEG = 180;

    /// How the false-discovery rate is controlled.
    public enum Control {
        /// Benjamini and Hochberg: stations that depend on each other positively.
        BH,
        /// Benjamini and Yekutieli: any dependence.
        BY
    }

    /// One station and pollutant.
    ///
    /// @param q p adjusted for all tests; NaN if there was none
    /// @param significant whether q is within the rate and the interval names a direction
    public record Row(
            String station,
            Name stationName,
            String pollutant,
            Name pollutantName,
            DirectionFinding finding,
            double q,
            boolean significant) {

        /// Where the highest concentrations come from, degrees clockwise from north.
        public double directionDeg() {
            return finding.directionDeg();
        }

        /// The beginning of its interval, which runs clockwise.
        public double lowerDeg() {
            return finding.lowerDeg();
        }

        /// How wide the interval is.
        public double widthDeg() {
            return finding.widthDeg();
        }

        /// How many times more than with winds from elsewhere.
        public double ratio() {
            return finding.ratio();
        }
    }

    /// @param rows by station, then pollutant
    /// @param rate the false-discovery rate that is allowed
    public record Found(Provenance provenance, List<Row> rows, double rate) implements Finding {
        public Found {
            rows = List.copyOf(rows);
        }

        public long tests() {
            return rows.stream().filter(row -> !Double.isNaN(row.q)).count();
        }

        public long significant() {
            return rows.stream().filter(Row::significant).count();
        }

        /// The clearest of what is significant, by the lower end of its ratio, with its interval; empty if nothing is.
        public Optional<Name> clearest() {
            String level = provenance.parameters().getOrDefault("level", "0.95");
            long percent = Math.round(Double.parseDouble(level) * 100);
            return rows.stream()
                    .filter(Row::significant)
                    .max(Comparator.comparingDouble(row -> row.finding.ratioLower()))
                    .map(row -> {
                        Name from = EpisodeNames.compass(row.directionDeg());
                        String interval = String.format(
                                Locale.ROOT, "%.2f–%.2f", row.finding.ratioLower(), row.finding.ratioUpper());
                        String ratio = String.format(Locale.ROOT, "%.2f", row.ratio());
                        return new Name(
                                "가장 뚜렷한 방향: %s %s, %s풍일 때 다른 풍향의 %s배(%d %% 구간 %s)"
                                        .formatted(
                                                row.stationName.ko(),
                                                row.pollutantName.ko(),
                                                from.ko(),
                                                ratio,
                                                percent,
                                                interval),
                                "Clearest direction: %s at %s, %s times other winds with wind from %s (%d %% interval %s)"
                                        .formatted(
                                                row.pollutantName.en(),
                                                row.stationName.en(),
                                                ratio,
                                                from.en(),
                                                percent,
                                                interval));
                    });
        }

        /// What may be said, in a sentence.
        public Name statement() {
            long percent = Math.round(rate * 100);
            if (significant() == 0) {
                return new Name(
                        "유의한 방향이 없다: 검정 %d개, 거짓 발견율 %d %%".formatted(tests(), percent),
                        "No direction is significant: %d tests, false-discovery rate %d %%"
                                .formatted(tests(), percent));
            }
            if (tests() == 1) {
                return new Name("방향이 유의하다", "The direction is significant");
            }
            return new Name(
                    "검정 %d개 중 %d개에서 방향이 유의하다(거짓 발견율 %d %%)".formatted(tests(), significant(), percent),
                    "%d of %d directions are significant (false-discovery rate %d %%)"
                            .formatted(significant(), tests(), percent));
        }

        @Override
        public ResultTable table() {
            return ResultTable.of(
                    new ResultTable.Texts(
                            "station", rows.stream().map(Row::station).toList()),
                    new ResultTable.Texts(
                            "pollutant", rows.stream().map(Row::pollutant).toList()),
                    numbers("direction_deg", row -> row.finding.directionDeg()),
                    numbers("lower_deg", row -> row.finding.lowerDeg()),
                    numbers("upper_deg", row -> row.finding.upperDeg()),
                    numbers("ratio", row -> row.finding.ratio()),
                    numbers("ratio_lower", row -> row.finding.ratioLower()),
                    numbers("ratio_upper", row -> row.finding.ratioUpper()),
                    numbers("p", row -> row.finding.p()),
                    numbers("q", Row::q),
                    new ResultTable.Flags("significant", flags()),
                    ResultTable.Counts.of(
                            "n", rows.stream().mapToInt(row -> row.finding.n()).toArray()));
        }

        private ResultTable.Numbers numbers(String name, java.util.function.ToDoubleFunction<Row> of) {
            return new ResultTable.Numbers(name, rows.stream().mapToDouble(of).toArray());
        }

        private boolean[] flags() {
            boolean[] flags = new boolean[rows.size()];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = rows.get(i).significant;
            }
            return flags;
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("statement", statement());
            details.put("tests", tests());
            details.put("significant", significant());
            details.put("rate", rate);
            return details;
        }
    }

    @Override
    public String id() {
        return "directions";
    }

    @Override
    public Name title() {
        return Name.of(
                "측정소·물질별 유입 방향과 우연 여부 검정", "Where pollutants come from, with intervals, and tested against chance");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("rate", Kind.NUMBER, "0.05", "허용할 거짓 발견율", "false-discovery rate that is allowed"),
                Parameter.choice(
                        "control",
                        Control.BH,
                        "다중 검정 보정: 양의 종속(bh) 또는 임의의 종속(by)",
                        "correction for many tests: positive dependence (bh) or any (by)"),
                Parameter.of(
                        "least-speed",
                        Kind.NUMBER,
                        "1",
                        "이보다 약한 바람은 방향이 없는 것으로 봄(m/s)",
                        "slower winds have no direction, m/s"),
                Parameter.of("level", Kind.NUMBER, "0.95", "구간의 신뢰수준", "level of the intervals"),
                Parameter.of("permutations", Kind.COUNT, "9999", "검정의 순열 수", "permutations of the test"),
                Parameter.of("resamples", Kind.COUNT, "999", "붓스트랩 표본 수", "samples of the bootstrap"),
                Parameter.of("seed", Kind.COUNT, "1", "난수 씨앗", "seed of what is random"));
    }

    /// What stands in a row before anything is computed.
    private record Task(
            String station, Name stationName, String pollutant, Name pollutantName, DirectionSeries series) {}

    @Override
    public Found find(AirData data, Settings settings) {
        double rate = settings.number("rate", 0.0001, 0.5);
        DirectionRules rules = new DirectionRules(
                settings.number("least-speed", 0, 100),
                DirectionRules.of(0).capShare(),
                DirectionRules.of(0).spreadDeg(),
                settings.count("permutations", 19, 1_000_000),
                settings.count("resamples", 19, 100_000),
                settings.number("level", 0.5, 0.999),
                settings.count("seed", 0, Integer.MAX_VALUE));
        Set<String> inputs = new LinkedHashSet<>();
        List<Task> tasks = !data.isNetwork() ? ofPlace(data, inputs) : ofNetwork(data, inputs);
        DirectionFinding[] found = IntStream.range(0, tasks.size())
                .parallel()
                .mapToObj(i ->
                        PrincipalDirection.of(tasks.get(i).series(), rules.withSeed(rules.seed() * 1_000_003L + i)))
                .toArray(DirectionFinding[]::new);
        double[] p = Arrays.stream(found).mapToDouble(DirectionFinding::p).toArray();
        double[] q = switch (settings.choice("control", Control.class)) {
            case BH -> FalseDiscovery.benjaminiHochberg(p);
            case BY -> FalseDiscovery.benjaminiYekutieli(p);
        };
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            Task task = tasks.get(i);
            rows.add(new Row(
                    task.station,
                    task.stationName,
                    task.pollutant,
                    task.pollutantName,
                    found[i],
                    q[i],
                    q[i] <= rate && found[i].widthDeg() < WIDEST_DEG));
        }
        return new Found(data.provenance(id(), List.copyOf(inputs), settings.used()), rows, rate);
    }

    private static List<Task> ofPlace(AirData data, Set<String> inputs) {
        Series series = data.series(data.values(), AirData.Need.REQUIRED, List.of());
        inputs.addAll(series.inputs());
        requireHours(series.table().stepSeconds());
        long[] hours = localHours(series.table().startS(), series.table().calendar());
        List<Task> tasks = new ArrayList<>();
        for (TimeTable.Column column : series.table().columns()) {
            DirectionSeries each = new DirectionSeries(
                    hours, series.wind().exactFromDeg(), series.wind().speedMPerS(), column.values());
            tasks.add(new Task(series.place().en(), series.place(), column.id(), column.name(), each));
        }
        return tasks;
    }

    private static List<Task> ofNetwork(AirData data, Set<String> inputs) {
        Map<String, List<Task>> byStation = new LinkedHashMap<>();
        for (Network network : networks(data)) {
            Series.Wind wind = network.wind();
            if (wind == null) {
                throw BadSetting.of("이 기간에 바람 자료가 없습니다", "expected the wind of a weather station, found none");
            }
            inputs.addAll(network.inputs());
            requireHours(network.stepSeconds());
            long[] hours = localHours(network.startS(), network.calendar());
            double[] from = wind.exactFromDeg();
            for (int s = 0; s < network.stations().size(); s++) {
                Network.Station station = network.stations().get(s);
                DirectionSeries series = new DirectionSeries(hours, from, wind.speedMPerS(), network.values()[s]);
                byStation
                        .computeIfAbsent(station.id(), _ -> new ArrayList<>())
                        .add(new Task(
                                station.id(),
                                station.name(),
                                network.variable().id(),
                                network.variable().name(),
                                series));
            }
        }
        return byStation.values().stream().flatMap(List::stream).toList();
    }

    /// Those that were asked for, or those of the usual ones that were measured in the window.
    private static List<Network> networks(AirData data) {
        List<Network> networks = new ArrayList<>();
        BadSetting missing = null;
        for (String value : data.values().isEmpty() ? USUAL : data.values()) {
            try {
                networks.add(data.network(value, AirData.Need.REQUIRED));
            } catch (BadSetting e) {
                if (!data.values().isEmpty()) {
                    throw e;
                }
                missing = missing == null ? e : missing;
            }
        }
        if (networks.isEmpty() && missing != null) {
            throw missing;
        }
        return networks;
    }

    private static void requireHours(long stepS) {
        if (stepS != HOUR_S) {
            throw BadSetting.of(
                    "1시간 값이 필요한데 값의 간격이 %d초입니다".formatted(stepS),
                    "expected hours, found rows every %d seconds (see average --period hour)".formatted(stepS));
        }
    }

    /// Hours of the clock without summer time: people and the sun keep different ones, and the days must
    /// all have 24.
    static long[] localHours(long[] startS, ZoneId zone) {
        return Arrays.stream(startS)
                .map(start -> Math.floorDiv(
                        start
                                + zone.getRules()
                                        .getStandardOffset(Instant.ofEpochSecond(start))
                                        .getTotalSeconds(),
                        HOUR_S))
                .toArray();
    }
}
