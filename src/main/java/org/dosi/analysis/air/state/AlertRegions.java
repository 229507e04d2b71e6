package org.dosi.analysis.air.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.air.state.AlertsAnalysis.Alert;
import org.dosi.analysis.air.state.AlertsAnalysis.Region;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.kernel.air.AlertLevel;
import org.dosi.kernel.air.AlertRule;
import org.dosi.kernel.air.AlertStretch;
import org.dosi.kernel.air.Alerts;
import org.dosi.kernel.air.IndexItem;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// What the rules say of a network: its stations by region, and the alerts of each region's hours.
final class AlertRegions {
    /// The network as one.
    private static final String WHOLE = "whole";

    private AlertRegions() {}

    /// @param data of the network, which know whether its values were judged
    /// @param editions in the order of time; each hour is judged by the one in force
    /// @param whole whether the network is one region
    static List<Region> of(AirData data, Network network, List<AlertTables> editions, boolean whole) {
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
        AlertDoubtful doubtful = new AlertDoubtful(data, network, factor, byHour);
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
                            .map(stretch -> alert(
                                    stretch,
                                    network.startS(),
                                    place,
                                    inForce[stretch.issuedHour()].edition(),
                                    doubtful.of(stretch, stations, values)))
                            .toList()));
        });
        return regions;
    }

    private static Alert alert(
            AlertStretch stretch, long[] startS, List<Name> stations, String edition, AlertDoubt doubt) {
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
                edition,
                doubt);
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

    static LocalDate day(long startS, Network network) {
        return Instant.ofEpochSecond(startS).atZone(network.calendar()).toLocalDate();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
