package org.dosi.analysis.air.episodes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.kernel.air.Substance;
import org.dosi.model.TimeTable;

/// Which columns and properties are the pollutants that episodes are told by, from what they are called.
final class NamedSubstances {

    private NamedSubstances() {}

    /// `pm10`, `PM2.5`, `pm25_ugm3`, `O3 (ppm)`, `미세먼지(㎍/㎥)`: the pollutant's name, and after it nothing but a unit.
    static Optional<Substance> find(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replaceAll("(ppm|ppb|[uµμm]gm[3³])$", "");
        return Pollutants.find(plain).map(item -> Substance.valueOf(item.name()));
    }

    /// The unit that somebody says, or that the name of a column ends in: `o3_ppm`, `pm10_ugm3`.
    static String unit(Network.Variable variable) {
        String plain = variable.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9µ]", "");
        if (plain.endsWith("ppm")) {
            return "[ppm]";
        }
        if (plain.endsWith("ppb")) {
            return "[ppb]";
        }
        if (plain.endsWith("ugm3") || plain.endsWith("µgm3")) {
            return "ug/m3";
        }
        return plain.endsWith("mgm3") ? "mg/m3" : variable.unit();
    }

    /// The networks of what was asked for; without asking, of all six pollutants as far as they are there.
    ///
    /// @throws BadSetting if no pollutant is there
    static Map<Substance, Network> read(AirData data) {
        Map<Substance, Network> networks = new EnumMap<>(Substance.class);
        List<String> asked = data.values();
        if (asked.isEmpty()) {
            List<BadSetting> missing = new ArrayList<>();
            for (Substance substance : Substance.values()) {
                String id = substance.name().toLowerCase(Locale.ROOT);
                try {
                    networks.put(substance, data.network(id, AirData.Need.OPTIONAL));
                } catch (BadSetting e) {
                    missing.add(e);
                }
            }
            if (networks.isEmpty()) {
                throw missing.getFirst();
            }
            return sameStations(networks);
        }
        for (String name : asked) {
            Substance substance = find(name)
                    .orElseThrow(() -> new BadSetting("value", "names of pollutants such as pm10,pm25,o3", name));
            if (networks.put(substance, network(data, name)) != null) {
                throw new BadSetting("value", "each pollutant once", String.join(",", asked));
            }
        }
        return sameStations(networks);
    }

    /// A file of one place has no column of stations: it is a network of one.
    private static Network network(AirData data, String name) {
        if (!data.hasOtherStations()) {
            Series series = data.series(List.of(name), AirData.Need.OPTIONAL, List.of());
            TimeTable.Column column = series.table().column(name);
            return PollutantNetwork.ofSeries(series, column);
        }
        return data.network(name, AirData.Need.OPTIONAL);
    }

    /// Of pollutants that were observed at other stations altogether (another year's network), those of the
    /// first pollutant stay.
    private static Map<Substance, Network> sameStations(Map<Substance, Network> networks) {
        List<String> ids = networks.values().iterator().next().stations().stream()
                .map(Network.Station::id)
                .toList();
        Map<Substance, Network> same = new EnumMap<>(Substance.class);
        networks.forEach((substance, network) -> {
            if (network.stations().stream().anyMatch(s -> ids.contains(s.id()))) {
                same.put(substance, network);
            }
        });
        return same;
    }
}
