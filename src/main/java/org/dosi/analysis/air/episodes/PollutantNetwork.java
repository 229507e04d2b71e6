package org.dosi.analysis.air.episodes;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.kernel.air.NetworkHours;
import org.dosi.kernel.air.Substance;
import org.dosi.kernel.air.SubstanceHours;
import org.dosi.kernel.air.SuspectHours;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.dosi.model.Zoned;
import org.jspecify.annotations.Nullable;

/// Several pollutants of one network of stations, brought to the same stations and hours, with what is
/// known of each value's quality.
///
/// @param zone null where stamps carry no zone
/// @param startS every hour from the first to the last
/// @param pollutants in the order of [Substance]
/// @param hours the same for the kernels
public record PollutantNetwork(
        @Nullable ZoneId zone,
        long[] startS,
        List<Network.Station> stations,
        List<Pollutant> pollutants,
        NetworkHours hours,
        List<String> inputs)
        implements Zoned {
    private static final long HOUR_S = 3600;

    public PollutantNetwork {
        stations = List.copyOf(stations);
        pollutants = List.copyOf(pollutants);
        inputs = List.copyOf(inputs);
    }

    /// One pollutant.
    public record Pollutant(Network.Variable variable, SubstanceHours values) {
        Substance substance() {
            return values.substance();
        }

        /// `pm10`
        public String id() {
            return EpisodeNames.word(substance());
        }

        public Name name() {
            return EpisodeNames.of(substance());
        }

        public String unit() {
            return NamedSubstances.unit(variable);
        }

        /// By station and hour, without the suspect ones.
        public double[][] good() {
            return values.good();
        }

        /// By station and hour, suspect or not.
        public double[][] sent() {
            return values.value();
        }

        /// The median of the good stations of each hour.
        public double[] median() {
            double[][] good = good();
            double[] median = new double[good.length == 0 ? 0 : good[0].length];
            double[] scratch = new double[good.length];
            for (int h = 0; h < median.length; h++) {
                int count = 0;
                for (double[] row : good) {
                    if (Double.isFinite(row[h])) {
                        scratch[count++] = row[h];
                    }
                }
                median[h] = Quantiles.median(scratch, count);
            }
            return median;
        }
    }

    public Optional<Pollutant> find(String id) {
        return pollutants.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public Pollutant of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no " + id));
    }

    public double[] windSpeedMPerS() {
        return hours.windSpeedMPerS();
    }

    public double[] windFromDeg() {
        return hours.windFromDeg();
    }

    Optional<Pollutant> find(Substance substance) {
        return pollutants.stream().filter(p -> p.substance() == substance).findFirst();
    }

    Pollutant of(Substance substance) {
        return find(substance).orElseThrow(() -> new IllegalArgumentException("no " + substance));
    }

    public ZonedDateTime at(int hour) {
        // The end of the last hour is asked for as well.
        return Instant.ofEpochSecond(startS[0] + hour * HOUR_S).atZone(calendar());
    }

    /// Reads what the data hold of the pollutants that episodes are told by.
    ///
    /// @param judge whether values that nobody has judged are to be judged here
    static PollutantNetwork of(AirData data, EpisodeLimits.Law law, boolean judge) {
        Map<Substance, Network> networks = NamedSubstances.read(data);
        Network first = networks.values().iterator().next();
        List<Network.Station> stations = stations(networks);
        long from =
                networks.values().stream().mapToLong(n -> n.startS()[0]).min().orElseThrow();
        long to = networks.values().stream()
                .mapToLong(n -> n.startS()[n.hours() - 1])
                .max()
                .orElseThrow();
        long[] axis = new long[(int) ((to - from) / HOUR_S) + 1];
        Arrays.setAll(axis, h -> from + h * HOUR_S);
        EpisodeLimits limits = new EpisodeLimits();
        List<Pollutant> pollutants = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        networks.forEach((substance, network) -> {
            if (network.stepSeconds() != HOUR_S && network.hours() > 1) {
                throw BadSetting.of(
                        "1시간 값이 필요한데 값의 간격이 %d초입니다".formatted(network.stepSeconds()),
                        "expected hourly values, found %s every %d s"
                                .formatted(network.variable().id(), network.stepSeconds()));
            }
            double limit = limits.limit(law, substance, NamedSubstances.unit(network.variable()));
            pollutants.add(new Pollutant(
                    network.variable(), SpreadHours.of(data, network, substance, limit, stations, axis, judge)));
            network.inputs().stream().filter(input -> !inputs.contains(input)).forEach(inputs::add);
        });
        if (judge) {
            markParticleOrder(pollutants, networks, data);
        }
        List<SubstanceHours> values = pollutants.stream().map(Pollutant::values).toList();
        return new PollutantNetwork(
                first.zone(), axis, stations, pollutants, hours(values, axis, first.calendar(), networks), inputs);
    }

    private static List<Network.Station> stations(Map<Substance, Network> networks) {
        Map<String, Network.Station> stations = new TreeMap<>();
        networks.values().forEach(network -> network.stations().forEach(s -> stations.putIfAbsent(s.id(), s)));
        return List.copyOf(stations.values());
    }

    /// A store has done so already.
    private static void markParticleOrder(List<Pollutant> pollutants, Map<Substance, Network> networks, AirData data) {
        Optional<Pollutant> fine =
                pollutants.stream().filter(p -> p.substance() == Substance.PM25).findFirst();
        Optional<Pollutant> all =
                pollutants.stream().filter(p -> p.substance() == Substance.PM10).findFirst();
        boolean judged = networks.values().stream().anyMatch(n -> data.flags(n).isPresent());
        if (fine.isPresent() && all.isPresent() && !judged) {
            SuspectHours.markParticleOrder(
                    fine.get().values().value(),
                    all.get().values().value(),
                    fine.get().values().suspicion());
        }
    }

    private static NetworkHours hours(
            List<SubstanceHours> values, long[] axis, ZoneId calendar, Map<Substance, Network> networks) {
        int[] hourOfDay = new int[axis.length];
        int[] month = new int[axis.length];
        double[] speed = new double[axis.length];
        double[] from = new double[axis.length];
        Arrays.fill(speed, Double.NaN);
        Arrays.fill(from, Double.NaN);
        for (int h = 0; h < axis.length; h++) {
            ZonedDateTime time = Instant.ofEpochSecond(axis[h]).atZone(calendar);
            hourOfDay[h] = time.getHour();
            month[h] = time.getMonthValue();
        }
        for (Network network : networks.values()) {
            Series.Wind wind = network.wind();
            double[] fromDeg = wind == null ? new double[0] : wind.exactFromDeg();
            for (int i = 0; wind != null && i < network.hours(); i++) {
                int h = (int) ((network.startS()[i] - axis[0]) / HOUR_S);
                speed[h] = Double.isFinite(wind.speedMPerS()[i]) ? wind.speedMPerS()[i] : speed[h];
                from[h] = wind.calm()[i] || !Double.isFinite(fromDeg[i]) ? from[h] : fromDeg[i];
            }
        }
        return new NetworkHours(values, hourOfDay, month, speed, from);
    }

    /// A file of one place as a network of one station.
    static Network ofSeries(Series series, TimeTable.Column column) {
        long[] rows = series.table().startS();
        long step = TimeTable.usualStep(rows);
        long[] axis = new long[(int) ((rows[rows.length - 1] - rows[0]) / step) + 1];
        Arrays.setAll(axis, i -> rows[0] + i * step);
        double[] values = missing(axis.length);
        double[] speed = missing(axis.length);
        double[] from = missing(axis.length);
        boolean[] calm = new boolean[axis.length];
        for (int i = 0; i < rows.length; i++) {
            if ((rows[i] - rows[0]) % step == 0) {
                int at = (int) ((rows[i] - rows[0]) / step);
                values[at] = column.values()[i];
                if (series.hasWind()) {
                    speed[at] = series.wind().speedMPerS()[i];
                    from[at] = series.wind().fromDeg()[i];
                    calm[at] = series.wind().calm()[i];
                }
            }
        }
        Series.Wind wind = series.hasWind()
                ? new Series.Wind(speed, from, calm, series.wind().speedId(), "direction")
                : null;
        Network.Station station = new Network.Station(series.place().en(), series.place(), Double.NaN, Double.NaN);
        return new Network(
                series.table().zone(),
                step,
                axis,
                List.of(station),
                new Network.Variable(
                        column.id(), Name.of(column.name().ko(), column.name().en()), column.unit()),
                new double[][] {values},
                new double[][] {missing(axis.length)},
                wind,
                series.inputs());
    }

    private static double[] missing(int size) {
        double[] none = new double[size];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}
