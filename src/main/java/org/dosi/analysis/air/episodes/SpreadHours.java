package org.dosi.analysis.air.episodes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.kernel.air.Substance;
import org.dosi.kernel.air.SubstanceHours;
import org.dosi.kernel.air.SuspectHours;
import org.dosi.kernel.air.Suspicion;
import org.dosi.model.Flag;

/// Spreads one pollutant's network over stations and hours that it shares with others, and its flags with
/// it.
final class SpreadHours {

    private SpreadHours() {}

    /// @param judge whether values that nobody has judged are to be judged here
    static SubstanceHours of(
            AirData data,
            Network network,
            Substance substance,
            double limit,
            List<Network.Station> stations,
            long[] axis,
            boolean judge) {
        double[][] value = new double[stations.size()][axis.length];
        Arrays.stream(value).forEach(row -> Arrays.fill(row, Double.NaN));
        int[][] suspicion = new int[stations.size()][axis.length];
        Optional<int[][]> flags = data.flags(network);
        int offset = (int) ((network.startS()[0] - axis[0]) / 3600);
        for (int s = 0; s < network.stations().size(); s++) {
            int row =
                    stations.indexOf(station(stations, network.stations().get(s).id()));
            for (int h = 0; h < network.hours(); h++) {
                double good = network.values()[s][h];
                double flagged = network.flagged()[s][h];
                value[row][offset + h] = Double.isFinite(good) ? good : flagged;
                if (!Double.isFinite(good) && Double.isFinite(flagged)) {
                    suspicion[row][offset + h] = flags.isPresent() ? bits(flags.get()[s][h]) : Suspicion.STATUS.mask();
                }
            }
        }
        if (judge && flags.isEmpty()) {
            double[] lon = stations.stream().mapToDouble(Network.Station::lon).toArray();
            double[] lat = stations.stream().mapToDouble(Network.Station::lat).toArray();
            suspicion = SuspectHours.of(value, lon, lat);
        }
        return new SubstanceHours(substance, value, suspicion, limit);
    }

    private static Network.Station station(List<Network.Station> stations, String id) {
        return stations.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    /// What the store's flags mean to the kernels.
    static int bits(int flags) {
        int bits = 0;
        for (Flag flag : Flag.listOf(flags)) {
            Suspicion suspicion = switch (flag) {
                case OUT_OF_RANGE, SIGN_LOST -> Suspicion.RANGE;
                case FLAT_LINE -> Suspicion.FLAT;
                case SPIKE -> Suspicion.SPIKE;
                case SUSPECT_ZERO -> Suspicion.ZERO;
                case INCONSISTENT -> Suspicion.CONTRADICTION;
                case STATUS_CALIBRATION, STATUS_ABNORMAL, STATUS_POWER_OFF, STATUS_REPAIR, STATUS_ABNORMAL_DATA ->
                    Suspicion.STATUS;
                case ESTIMATED, EDITIONS_DIFFER -> Suspicion.ESTIMATED;
            };
            bits |= suspicion.mask();
        }
        return bits;
    }
}
