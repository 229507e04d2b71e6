package org.dosi.analysis.air.episodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.LocalShare;
import org.dosi.kernel.air.NetworkBaseline;
import org.dosi.kernel.air.Substance;
import org.dosi.model.Name;

/// The regional background of each hour, and what each station adds to it.
public final class BackgroundAnalysis implements AirAnalysis<BackgroundAnalysis.Found> {

    /// An interval of 95 % of the normal distribution.
    private static final double Z95 = 1.959963984540054;

    /// At which end of the network the background lies.
    public enum End {
        /// Upper for ozone, lower for everything else.
        AUTO,
        LOWER,
        UPPER
    }

    /// @param background mean of the hours
    /// @param local of all stations
    /// @param station with the largest mean local part, by its place in the network; -1 for none
    /// @param largest that part
    public record Shares(double background, Share local, int station, double largest) {}

    /// @param background by hour of the network
    public record Found(Provenance provenance, Network network, NetworkBaseline.Result background) implements Finding {

        /// The background by hour.
        public double[] level() {
            return background.background();
        }

        public double[] levelError() {
            return background.standardError();
        }

        /// A station's part of its own in an hour.
        public double local(int station, int hour) {
            return background.local(network.values()[station][hour], hour);
        }

        /// A row for each hour and station with a value; the interval of the local part is of 95 %.
        @Override
        public ResultTable table() {
            int rows = (int) Arrays.stream(network.values())
                    .flatMapToDouble(Arrays::stream)
                    .filter(Double::isFinite)
                    .count();
            long[] time = new long[rows];
            List<String> station = new ArrayList<>(rows);
            double[][] number = new double[6][rows];
            int row = 0;
            for (int h = 0; h < network.hours(); h++) {
                for (int s = 0; s < network.stations().size(); s++) {
                    double value = network.values()[s][h];
                    if (Double.isFinite(value)) {
                        time[row] = network.startS()[h];
                        station.add(network.stations().get(s).id());
                        number[0][row] = value;
                        number[1][row] = background.background()[h];
                        number[2][row] = background.local(value, h);
                        number[3][row] = background.localStandardError(s, h);
                        number[4][row] = number[2][row] - Z95 * number[3][row];
                        number[5][row] = number[2][row] + Z95 * number[3][row];
                        row++;
                    }
                }
            }
            return ResultTable.of(
                    new ResultTable.Times("time", time, network.zone()),
                    new ResultTable.Texts("station", station),
                    new ResultTable.Numbers("value", number[0]),
                    new ResultTable.Numbers("background", number[1]),
                    new ResultTable.Numbers("local", number[2]),
                    new ResultTable.Numbers("standard_error", number[3]),
                    new ResultTable.Numbers("local_lower", number[4]),
                    new ResultTable.Numbers("local_upper", number[5]));
        }

        /// How much is the network's and how much a station's own, over the window and all stations.
        public Shares shares() {
            int most = -1;
            LocalShare largest = null;
            for (int s = 0; s < network.stations().size(); s++) {
                LocalShare own = ofStation(s);
                if (own.hours() > 0 && (largest == null || own.mean() > largest.mean())) {
                    largest = own;
                    most = s;
                }
            }
            double mean = Arrays.stream(background.background())
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN);
            LocalShare all = background.shareOfAll(network.values(), 0, network.hours());
            return new Shares(mean, Share.of(all), most, largest == null ? Double.NaN : largest.mean());
        }

        private LocalShare ofStation(int station) {
            return background.shareOf(station, network.values()[station], 0, network.hours());
        }

        /// Over the window: the share of all stations, and of each its mean value, its mean local part and the share
        /// of it, with an interval.
        @Override
        public Map<String, Object> details() {
            Shares all = shares();
            List<Map<String, Object>> stations = new ArrayList<>();
            for (int s = 0; s < network.stations().size(); s++) {
                LocalShare own = ofStation(s);
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("station", network.stations().get(s).id());
                map.put("name", network.stations().get(s).name());
                map.put("hours", own.hours());
                map.put("mean", own.mean() / own.share());
                map.put("local", own.mean());
                Share.of(own).put(map);
                map.put("noise", background.noise()[s].at(Math.abs(all.background())));
                stations.add(map);
            }
            Map<String, Object> network = new LinkedHashMap<>();
            network.put("background", all.background());
            all.local().put(network);
            return Map.of("network", network, "stations", stations);
        }
    }

    @Override
    public String id() {
        return "background";
    }

    @Override
    public Name title() {
        return Name.of("광역 배경과 측정소별 국지 기여", "Regional background and the local part of each station");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("share", Kind.NUMBER, "20", "배경으로 볼 낮은 쪽 측정소 비율(%)", "quantile of the stations, %"),
                Parameter.of("smoothing", Kind.COUNT, "3", "이동 중앙값 시간(홀수)", "hours of the running median, odd"),
                Parameter.choice("end", End.AUTO, "배경이 있는 쪽", "at which end of the network the background lies"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        double share = settings.number("share", 0, 50) / 100;
        int smoothing = settings.count("smoothing", 1, 25);
        if (smoothing % 2 == 0) {
            throw new BadSetting("smoothing", "an odd number of hours", Integer.toString(smoothing));
        }
        String value = data.value();
        Network network = data.network(value, AirData.Need.NONE);
        if (network.stations().size() < NetworkBaseline.FEWEST_STATIONS) {
            throw BadSetting.of(
                    "%s 측정소가 적어도 %d곳 필요한데 %d곳뿐입니다"
                            .formatted(
                                    network.variable().name().ko(),
                                    NetworkBaseline.FEWEST_STATIONS,
                                    network.stations().size()),
                    "expected at least %d stations with %s, found %d"
                            .formatted(
                                    NetworkBaseline.FEWEST_STATIONS,
                                    value,
                                    network.stations().size()));
        }
        NetworkBaseline.End end = switch (settings.choice("end", End.class)) {
            case LOWER -> NetworkBaseline.End.LOWER;
            case UPPER -> NetworkBaseline.End.UPPER;
            case AUTO -> NamedSubstances.find(value).map(Substance::baselineEnd).orElse(NetworkBaseline.End.LOWER);
        };
        NetworkBaseline.Result background =
                NetworkBaseline.of(network.values(), end, new NetworkBaseline.Settings(share, smoothing));
        return new Found(data.provenance(id(), network.inputs(), settings.used()), network, background);
    }
}
