package org.dosi.analysis.air.factors;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.air.places.SourcesAnalysis;
import org.dosi.analysis.air.places.SourcesFound;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.Settings;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// From which places each factor comes: the source map of its contributions at several stations.
///
/// A contribution is a number of mean 1 and not a mass, so the strengths of such a map compare its places with each
/// other; they are no grams.
///
/// @param stations by id
/// @param wind two columns: speed in m/s, and where from in degrees clockwise from north
public record FactorPlaces(FactorFinding finding, Map<String, Network.Station> stations, TimeTable wind) {
    private static final int HOUR_S = 3600;

    /// The map of one factor.
    ///
    /// @throws BadSetting if the samples are not hourly, or of too few stations or days
    public SourcesFound of(int factor) {
        SourcesAnalysis analysis = new SourcesAnalysis();
        return analysis.find(new OneFactor(network(factor)), new Settings(analysis.parameters(), Map.of()));
    }

    private Network network(int factor) {
        FactorFinding.Data data = finding.data();
        double[] contributions = finding.contributions(factor);
        List<String> ids = List.copyOf(new TreeSet<>(data.stations()));
        Map<String, double[]> values = new TreeMap<>();
        long first = Arrays.stream(data.timeS()).min().orElseThrow();
        long last = Arrays.stream(data.timeS()).max().orElseThrow();
        long[] hours = new long[(int) ((last - first) / HOUR_S) + 1];
        Arrays.setAll(hours, t -> first + (long) t * HOUR_S);
        ids.forEach(id -> values.put(id, missing(hours.length)));
        for (int i = 0; i < contributions.length; i++) {
            long since = data.timeS()[i] - first;
            if (since % HOUR_S != 0) {
                throw new BadSetting(
                        "station-column: expected samples of full hours for a map of sources, found one %d s"
                                        .formatted(since % HOUR_S)
                                + " after the hour of the first");
            }
            double[] own = values.get(data.stations().get(i));
            if (own != null) {
                own[(int) (since / HOUR_S)] = contributions[i];
            }
        }
        String name = FactorFinding.name(factor);
        double[][] flagged = new double[ids.size()][];
        Arrays.fill(flagged, missing(hours.length));
        return new Network(
                data.zone(),
                HOUR_S,
                hours,
                ids.stream().map(this::station).toList(),
                new Network.Variable(name, Name.of("요인 " + name, "factor " + name), ""),
                values.values().toArray(double[][]::new),
                flagged,
                along(hours),
                List.of());
    }

    private Network.Station station(String id) {
        Network.Station station = stations.get(id);
        if (station == null) {
            throw new BadSetting("stations", "a row for each station of the samples", "none for '" + id + "'");
        }
        return station;
    }

    private static double[] missing(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private Series.Wind along(long[] hours) {
        TimeTable.Column speed = wind.columns().get(0);
        TimeTable.Column from = wind.columns().get(1);
        double[] speeds = missing(hours.length);
        double[] directions = missing(hours.length);
        for (int t = 0; t < hours.length; t++) {
            int at = Arrays.binarySearch(wind.startS(), hours[t]);
            if (at >= 0) {
                speeds[t] = speed.values()[at];
                directions[t] = from.values()[at];
            }
        }
        return Series.Wind.of(speeds, directions, Double.NaN, speed.id(), from.id());
    }

    /// One factor's contributions as a network.
    private final class OneFactor implements AirData {
        private final Network network;

        OneFactor(Network network) {
            this.network = network;
        }

        @Override
        public List<String> values() {
            return List.of(network.variable().id());
        }

        @Override
        public boolean isNetwork() {
            return true;
        }

        @Override
        public Series series(List<String> values, Need need, List<String> others) {
            throw new IllegalStateException("a map is of all stations");
        }

        @Override
        public Network network(String value, Need need) {
            return network;
        }

        @Override
        public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
            Provenance own = finding.provenance();
            return new Provenance(analysis, own.inputs(), null, null, parameters, own.version());
        }
    }
}
