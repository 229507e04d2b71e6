package org.dosi.analysis.air.state;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Pollutants;
import org.dosi.kernel.air.AlertDoubts;
import org.dosi.kernel.air.AlertRule;
import org.dosi.kernel.air.AlertStretch;
import org.dosi.kernel.air.IndexItem;
import org.dosi.kernel.air.SuspectHours;
import org.jspecify.annotations.Nullable;

/// Which alerts of a network are in doubt. Values are tested once, when the first alert asks.
final class AlertDoubtful {
    private final AirData data;
    private final Network network;
    private final double factor;
    private final IntFunction<AlertRule> rule;
    private int @Nullable [][] suspicion;

    /// @param factor from the network's unit to the rule's
    /// @param rule by hour
    AlertDoubtful(AirData data, Network network, double factor, IntFunction<AlertRule> rule) {
        this.data = data;
        this.network = network;
        this.factor = factor;
        this.rule = rule;
    }

    /// @param region which stations of the network are in it
    /// @param values of these stations by hour, in the rule's unit
    AlertDoubt of(AlertStretch stretch, List<Integer> region, double[][] values) {
        AlertRule inForce = rule.apply(stretch.issuedHour());
        int[][] all = suspicion();
        int[][] marks = region.stream().map(s -> all[s]).toArray(int[][]::new);
        if (AlertDoubts.restsOnSuspects(stretch, values, marks, inForce)) {
            return AlertDoubt.SUSPECT_VALUE;
        }
        return isLoneAtNight(stretch, region, inForce) ? AlertDoubt.LONE_AT_NIGHT : AlertDoubt.NONE;
    }

    /// Without a zone nobody knows when it was night.
    private boolean isLoneAtNight(AlertStretch stretch, List<Integer> region, AlertRule inForce) {
        if (network.zone() == null || Pollutants.get(network.variable().id()) != IndexItem.O3) {
            return false;
        }
        Network.Station station =
                network.stations().get(region.get(stretch.trigger().station()));
        double[] values = Arrays.stream(network.values())
                .mapToDouble(row -> row[stretch.issuedHour()] * factor)
                .toArray();
        return AlertDoubts.isOfOneStationAtNight(
                stretch,
                values,
                inForce,
                network.startS()[stretch.issuedHour()] / 3600.0,
                station.lat(),
                station.lon());
    }

    /// Nothing is suspected where a quality control has seen the values: what it flagged takes no part.
    private int[][] suspicion() {
        if (suspicion == null) {
            suspicion = data.flags(network).isPresent()
                    ? new int[network.stations().size()][network.hours()]
                    : SuspectHours.of(
                            network.values(),
                            network.stations().stream()
                                    .mapToDouble(Network.Station::lon)
                                    .toArray(),
                            network.stations().stream()
                                    .mapToDouble(Network.Station::lat)
                                    .toArray());
        }
        return suspicion;
    }
}
