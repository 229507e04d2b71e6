package org.dosi.analysis.air.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Provenance;
import org.dosi.model.TimeTable;
import org.dosi.model.TimeWindow;

/// One station of networks that were read already, as the data of an analysis of one place: a report asks for all of
/// them, one after the other.
final class PlaceOfNetwork implements AirData {
    private final AirData data;
    private final List<Network> networks;
    private final String station;

    /// @param networks one for each value
    PlaceOfNetwork(AirData data, List<Network> networks, String station) {
        this.data = data;
        this.networks = networks;
        this.station = station;
    }

    @Override
    public List<String> values() {
        return networks.stream().map(network -> network.variable().id()).toList();
    }

    @Override
    public TimeWindow window() {
        return data.window();
    }

    @Override
    public Series series(List<String> values, Need wind, List<String> others) {
        List<TimeTable.Column> columns = new ArrayList<>();
        TimeTable table = null;
        List<String> inputs = new ArrayList<>();
        Network.Station place = null;
        for (Network network : networks) {
            for (int s = 0; s < network.stations().size(); s++) {
                if (network.stations().get(s).id().equals(station)
                        && values.contains(network.variable().id())) {
                    place = network.stations().get(s);
                    Network.Variable variable = network.variable();
                    columns.add(
                            new TimeTable.Column(variable.id(), variable.name(), variable.unit(), network.values()[s]));
                    table = new TimeTable(network.zone(), network.stepSeconds(), network.startS(), columns);
                    inputs.addAll(inputs(network, s));
                }
            }
        }
        if (table == null || place == null) {
            throw BadSetting.of(
                    "%s에 %s 값이 없습니다".formatted(station, String.join(", ", values)),
                    "expected %s at %s, found none".formatted(String.join(",", values), station));
        }
        return new Series(table, place.name(), null, inputs);
    }

    /// A store's networks name a datastream for each station first, then those of the wind; files are for all.
    private static List<String> inputs(Network network, int station) {
        boolean files = network.inputs().stream().anyMatch(input -> input.contains(" sha256:"));
        return files || network.inputs().size() < network.stations().size()
                ? network.inputs()
                : List.of(network.inputs().get(station));
    }

    @Override
    public Network network(String value, Need wind) {
        return data.network(value, wind);
    }

    @Override
    public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
        return data.provenance(analysis, inputs, parameters);
    }
}
