package org.dosi.analysis.air.state;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.dosi.model.Name;
import org.dosi.model.TimeWindow;
import org.dosi.model.Zoned;
import org.jspecify.annotations.Nullable;

/// Advisories and warnings for PM10, PM2.5 and ozone, as the law would have them from the station network.
public final class AlertsAnalysis implements AirAnalysis<AlertsAnalysis.Found> {
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
    /// @param doubt why it may be none
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
            String edition,
            AlertDoubt doubt) {}

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

        /// How many alerts are in such a doubt.
        public long count(AlertDoubt doubt) {
            return count(regions, doubt);
        }

        private static long count(List<Region> regions, AlertDoubt doubt) {
            return regions.stream()
                    .flatMap(region -> region.alerts().stream())
                    .filter(alert -> alert.doubt() == doubt)
                    .count();
        }

        @Override
        public ResultTable table() {
            return AlertsCsv.of(this);
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
            AlertRegions.of(data, network, tables, whole).forEach(region -> regions.add(since(region, data.window())));
        }
        List<AlertTables> used = used(tables, networks, data.window());
        return new Found(
                data.provenance(id(), inputs, settings.used()).with(remarks(regions)),
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

    private static List<Name> remarks(List<Region> regions) {
        return Arrays.stream(AlertDoubt.values())
                .filter(doubt -> doubt != AlertDoubt.NONE && Found.count(regions, doubt) > 0)
                .map(doubt -> doubt.remark(Found.count(regions, doubt)))
                .toList();
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
                    used.add(AlertTables.on(tables, AlertRegions.day(start, network)));
                }
            }
        }
        return tables.stream().filter(used::contains).toList();
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

    /// A level in words, 1 to 3.
    public static Name levelName(int level) {
        return switch (AlertLevel.ALL.get(level - 1)) {
            case ADVISORY -> Name.of("주의보", "Advisory");
            case WARNING -> Name.of("경보", "Warning");
            case SEVERE_WARNING -> Name.of("중대경보", "Severe warning");
        };
    }
}
