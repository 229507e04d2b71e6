package org.dosi.analysis.air.state;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.AlertLevel;
import org.dosi.kernel.air.AlertRule;
import org.dosi.kernel.air.AlertStretch;
import org.dosi.kernel.air.Alerts;
import org.dosi.kernel.air.IndexItem;
import org.dosi.model.Name;
import org.dosi.model.TimeWindow;
import org.dosi.model.Zoned;
import org.jspecify.annotations.Nullable;

/// Advisories and warnings for PM10, PM2.5 and ozone, as the law would have them from the station network.
public final class AlertsAnalysis implements AirAnalysis<AlertsAnalysis.Found> {
    private static final String WHOLE = "whole";
    private static final String AUTO = "auto";

    /// So long before the window the log begins, to know what is in force when it opens.
    private static final Duration BEFORE = Duration.ofDays(10);

    /// Which places are judged together.
    public enum Regions {
        /// Those for which the city announces: Seoul's five for ozone, the whole network otherwise.
        LAW,
        WHOLE
    }

    /// A level as it was in force.
    ///
    /// @param level 1 advisory, 2 warning, 3 severe warning
    /// @param beginning `issued`, `raised` or `lowered`
    /// @param ending `raised`, `lowered`, `lifted`, `lost` (nothing was measured for a day) or `in_force`
    /// @param startS when it was known: the end of the hour that brought it
    /// @param endS the end of the hour that ended it; [Long#MIN_VALUE] while it is in force
    /// @param trigger what brought it, compared with the limit
    /// @param station the highest one in that hour
    /// @param stationsOver how many stations reached the limit in that hour
    /// @param peakS the beginning of the highest hour
    /// @param edition of the rule that was in force when it began
    public record Alert(
            int level,
            String beginning,
            String ending,
            long startS,
            long endS,
            double trigger,
            Name station,
            int stationsOver,
            double peak,
            long peakS,
            String edition) {}

    /// What one region was judged by.
    ///
    /// @param pollutant `pm10`, `pm25` or `o3`
    /// @param statistic `mean` of the stations or `highest` of them
    /// @param issueFrom the limits from the advisory up, as in force in the last hour
    /// @param startS the beginning of each hour
    /// @param compared what the rule compares, in its unit: the mean of the stations, or the highest
    public record Region(
            String pollutant,
            Name pollutantName,
            String id,
            Name name,
            String unit,
            String statistic,
            double[] issueFrom,
            List<Name> stations,
            long[] startS,
            double[] compared,
            List<Alert> alerts) {

        public Region {
            stations = List.copyOf(stations);
            alerts = List.copyOf(alerts);
        }
    }

    /// An edition of the rule that judged hours of the window.
    ///
    /// @param from its first day, `2018-07-01`
    public record Edition(String id, String from) {}

    public record Found(
            Provenance provenance,
            @Nullable ZoneId zone,
            List<Region> regions,
            List<Edition> editions,
            List<String> documents,
            List<RuleNote> notes)
            implements Finding, Zoned {

        public Found {
            regions = List.copyOf(regions);
            editions = List.copyOf(editions);
            documents = List.copyOf(documents);
            notes = List.copyOf(notes);
        }

        @Override
        public ResultTable table() {
            return AlertsAnalysis.table(this);
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = RuleNote.details(documents, notes);
            details.put(
                    "editions",
                    editions.stream()
                            .map(one -> Map.of("edition", one.id(), "in_force_from", one.from()))
                            .toList());
            details.put(
                    "regions",
                    regions.stream()
                            .map(region -> Map.of(
                                    "pollutant", region.pollutant(),
                                    "region", region.id(),
                                    "name", region.name(),
                                    "stations", region.stations()))
                            .toList());
            return details;
        }
    }

    @Override
    public String id() {
        return "alerts";
    }

    @Override
    public Name title() {
        return Name.of("미세먼지·초미세먼지·오존 주의보와 경보", "Advisories and warnings for PM10, PM2.5 and ozone");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "edition",
                        Kind.TEXT,
                        AUTO,
                        "기준의 판: auto(그 시각에 시행 중이던 판), 2018(2018-07-01 시행, 현행) 또는 2015",
                        "the rule's edition: auto (in force at the hour), 2018 (since 2018-07-01) or 2015"),
                Parameter.choice(
                        "regions",
                        Regions.LAW,
                        "권역: 고시된 권역(law) 또는 전체를 하나로(whole)",
                        "the announced regions (law), or the network as one (whole)"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        List<AlertTables> tables = editions(settings.text("edition"));
        boolean whole = settings.choice("regions", Regions.class) == Regions.WHOLE;
        List<Network> networks = networks(data.wider(BEFORE, Duration.ZERO), tables);
        List<Region> regions = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        for (Network network : networks) {
            inputs.addAll(network.inputs());
            regions(network, tables, whole).forEach(region -> regions.add(since(region, data.window())));
        }
        List<AlertTables> used = used(tables, networks, data.window());
        return new Found(
                data.provenance(id(), inputs, settings.used()),
                networks.getFirst().zone(),
                regions,
                used.stream()
                        .map(one -> new Edition(one.edition(), one.inForceFrom().toString()))
                        .toList(),
                used.stream()
                        .flatMap(one -> one.documents().stream())
                        .distinct()
                        .toList(),
                used.stream().flatMap(one -> one.notes().stream()).distinct().toList());
    }

    private static List<AlertTables> editions(String asked) {
        return asked.equals(AUTO)
                ? AlertTables.all()
                : List.of(AlertTables.find(asked)
                        .orElseThrow(() -> new BadSetting("edition", "auto, 2018 or 2015", asked)));
    }

    /// The editions that were in force in some hour of the window.
    private static List<AlertTables> used(List<AlertTables> tables, List<Network> networks, TimeWindow window) {
        Set<AlertTables> used = new LinkedHashSet<>();
        for (Network network : networks) {
            for (long start : network.startS()) {
                if (start >= window.from().getEpochSecond()) {
                    used.add(AlertTables.on(tables, day(start, network)));
                }
            }
        }
        return tables.stream().filter(used::contains).toList();
    }

    private static LocalDate day(long startS, Network network) {
        return Instant.ofEpochSecond(startS).atZone(network.calendar()).toLocalDate();
    }

    /// What is in force in the window, and the hours in it.
    private static Region since(Region region, TimeWindow window) {
        long from = window.from().getEpochSecond();
        int first = 0;
        while (first < region.startS().length && region.startS()[first] < from) {
            first++;
        }
        return new Region(
                region.pollutant(),
                region.pollutantName(),
                region.id(),
                region.name(),
                region.unit(),
                region.statistic(),
                region.issueFrom(),
                region.stations(),
                Arrays.copyOfRange(region.startS(), first, region.startS().length),
                Arrays.copyOfRange(region.compared(), first, region.compared().length),
                region.alerts().stream()
                        .filter(alert -> alert.endS() == Long.MIN_VALUE || alert.endS() > from)
                        .toList());
    }

    private static List<Network> networks(AirData data, List<AlertTables> tables) {
        List<String> asked = data.values();
        List<String> values = asked.isEmpty()
                ? tables.getLast().rules().keySet().stream().map(Pollutants::id).toList()
                : asked;
        List<Network> networks = new ArrayList<>();
        for (String value : values) {
            try {
                networks.add(data.network(value, AirData.Need.NONE));
            } catch (BadSetting e) {
                // Without being asked for, a pollutant need not be there, as long as one is.
                if (!asked.isEmpty() || (networks.isEmpty() && value.equals(values.getLast()))) {
                    throw e;
                }
            }
        }
        return networks;
    }

    private static List<Region> regions(Network network, List<AlertTables> editions, boolean whole) {
        if (network.stepSeconds() != 3600) {
            throw BadSetting.of(
                    "1시간 값이 필요한데 값의 간격이 %d초입니다".formatted(network.stepSeconds()),
                    "expected hourly values, found a step of %d s".formatted(network.stepSeconds()));
        }
        String id = network.variable().id();
        IndexItem item = Pollutants.get(id);
        AlertTables tables = editions.getLast();
        AlertTables.Rule rule = tables.rules().get(item);
        if (rule == null) {
            throw BadSetting.of(
                    "경보 기준이 있는 항목(pm10, pm25, o3)이 아닙니다: %s".formatted(id),
                    "value: expected pm10, pm25 or o3, for which the rule knows alerts, found '%s'".formatted(id));
        }
        AlertTables[] inForce = Arrays.stream(network.startS())
                .mapToObj(start -> AlertTables.on(editions, day(start, network)))
                .toArray(AlertTables[]::new);
        IntFunction<AlertRule> byHour =
                h -> inForce[h].rules().getOrDefault(item, rule).rule();
        int last = inForce.length - 1;
        double factor = Pollutants.factor(id, network.variable().unit(), rule.unit());
        double highest = rule.rule().limits().getLast().issueFrom();
        for (double[] station : network.values()) {
            Pollutants.demandPlausible(id, network.variable().unit(), rule.unit(), station, highest);
        }
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        Map<String, Name> names = new LinkedHashMap<>();
        for (int s = 0; s < network.stations().size(); s++) {
            AlertTables.District district =
                    whole ? null : district(network.stations().get(s), item, tables.districts());
            String region = district == null ? WHOLE : district.region();
            names.put(region, district == null ? Name.of("전체", "All stations") : district.regionName());
            members.computeIfAbsent(region, _ -> new ArrayList<>()).add(s);
        }
        List<Region> regions = new ArrayList<>();
        members.forEach((region, stations) -> {
            double[][] values = new double[stations.size()][];
            for (int i = 0; i < values.length; i++) {
                values[i] = Pollutants.times(network.values()[stations.get(i)], factor);
            }
            List<Name> place =
                    stations.stream().map(s -> network.stations().get(s).name()).toList();
            regions.add(new Region(
                    Pollutants.id(item),
                    Pollutants.name(item),
                    region,
                    names.getOrDefault(region, Name.of(region)),
                    rule.unit(),
                    word(rule.rule().statistic()),
                    byHour.apply(last).limits().stream()
                            .mapToDouble(AlertRule.Limit::issueFrom)
                            .toArray(),
                    place,
                    network.startS(),
                    Alerts.regional(values, rule.rule()),
                    Alerts.of(values, byHour).stream()
                            .map(stretch ->
                                    alert(stretch, network.startS(), place, inForce[stretch.issuedHour()].edition()))
                            .toList()));
        });
        return regions;
    }

    private static Alert alert(AlertStretch stretch, long[] startS, List<Name> stations, String edition) {
        long end = switch (stretch.ending()) {
            case IN_FORCE -> Long.MIN_VALUE;
            case LOST -> startS[stretch.endedHour()];
            case RAISED, LOWERED, LIFTED -> startS[stretch.endedHour()] + 3600;
        };
        return new Alert(
                AlertLevel.ALL.indexOf(stretch.level()) + 1,
                word(stretch.beginning()),
                word(stretch.ending()),
                startS[stretch.issuedHour()] + 3600,
                end,
                stretch.trigger().value(),
                stations.get(stretch.trigger().station()),
                stretch.trigger().stationsOver(),
                stretch.peak().value(),
                startS[stretch.peak().hour()],
                edition);
    }

    private static AlertTables.@Nullable District district(
            Network.Station station, IndexItem item, List<AlertTables.District> districts) {
        for (AlertTables.District district : districts) {
            boolean named = station.name().ko().equals(district.name().ko())
                    || station.name().en().equalsIgnoreCase(district.name().en());
            if (district.item() == item && named) {
                return district;
            }
        }
        return null;
    }

    /// Columns that grow row by row.
    private static final class Rows {
        final List<String> pollutant = new ArrayList<>();
        final List<String> level = new ArrayList<>();
        final List<String> region = new ArrayList<>();
        final List<Long> start = new ArrayList<>();
        final List<Long> end = new ArrayList<>();
        final List<Double> trigger = new ArrayList<>();
        final List<String> unit = new ArrayList<>();
        final List<Long> stations = new ArrayList<>();
        final List<String> station = new ArrayList<>();
        final List<String> beginning = new ArrayList<>();
        final List<String> ending = new ArrayList<>();
        final List<Double> peak = new ArrayList<>();
        final List<Long> peakTime = new ArrayList<>();
        final List<String> edition = new ArrayList<>();

        void add(Region of, Alert alert) {
            pollutant.add(of.pollutant());
            level.add(word(AlertLevel.ALL.get(alert.level() - 1)));
            region.add(of.id());
            start.add(alert.startS());
            end.add(alert.endS());
            trigger.add(alert.trigger());
            unit.add(of.unit());
            stations.add((long) alert.stationsOver());
            station.add(alert.station().en());
            beginning.add(alert.beginning());
            ending.add(alert.ending());
            peak.add(alert.peak());
            peakTime.add(alert.peakS());
            edition.add(alert.edition());
        }
    }

    private static ResultTable table(Found found) {
        Rows rows = new Rows();
        for (Region region : found.regions()) {
            region.alerts().forEach(alert -> rows.add(region, alert));
        }
        return ResultTable.of(
                new ResultTable.Texts("pollutant", rows.pollutant),
                new ResultTable.Texts("level", rows.level),
                new ResultTable.Texts("region", rows.region),
                new ResultTable.Times("start", longs(rows.start), found.zone()),
                new ResultTable.Times("end", longs(rows.end), found.zone()),
                new ResultTable.Numbers("trigger_value", doubles(rows.trigger)),
                new ResultTable.Texts("unit", rows.unit),
                new ResultTable.Counts("stations", longs(rows.stations)),
                new ResultTable.Texts("station", rows.station),
                new ResultTable.Texts("beginning", rows.beginning),
                new ResultTable.Texts("ending", rows.ending),
                new ResultTable.Numbers("peak_value", doubles(rows.peak)),
                new ResultTable.Times("peak_time", longs(rows.peakTime), found.zone()),
                new ResultTable.Texts("edition", rows.edition));
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// A level in words, 1 to 3.
    public static Name levelName(int level) {
        return switch (AlertLevel.ALL.get(level - 1)) {
            case ADVISORY -> Name.of("주의보", "Advisory");
            case WARNING -> Name.of("경보", "Warning");
            case SEVERE_WARNING -> Name.of("중대경보", "Severe warning");
        };
    }
}
