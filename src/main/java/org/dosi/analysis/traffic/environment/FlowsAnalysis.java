package org.dosi.analysis.traffic.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.analysis.traffic.TrafficAnalysis;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;

/// Flows of every link by the categories of CNOSSOS-EU and the periods of the day: what a noise model asks for.
///
/// Source: Directive (EU) 2015/996, 2.2.1; the columns are those of NoiseModelling's table of roads (`LV_D`: light
/// vehicles an hour by day). Flows are means of an hour in the period.
public final class FlowsAnalysis implements TrafficAnalysis<FlowsAnalysis.Found> {

    /// Whose day, evening and night.
    enum Periods {
        /// Day 07–19, evening 19–23, night 23–07.
        CNOSSOS(7, 19, 23),
        /// Day 06–22 and night 22–06, as Korea's law on noise has them; no evening.
        KOREA(6, 22, 22);

        private final int day;
        private final int evening;
        private final int night;

        Periods(int day, int evening, int night) {
            this.day = day;
            this.evening = evening;
            this.night = night;
        }

        /// D, E or N.
        char of(int hour) {
            if (hour >= day && hour < evening) {
                return 'D';
            }
            return hour >= evening && hour < night ? 'E' : 'N';
        }
    }

    /// What a row is.
    enum Form {
        LINKS,
        DATASTREAMS
    }

    private static final List<Character> LETTERS = List.of('D', 'E', 'N');

    @Override
    public String id() {
        return "flows";
    }

    @Override
    public Name title() {
        return Name.of(
                "도로 링크별 차종·시간대별 교통류(CNOSSOS-EU 입력)",
                "Flows of every road link by class and period, for noise models (CNOSSOS-EU)");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "day",
                        Parameter.Kind.DATE,
                        "",
                        "하루만; 없으면 기간의 평균일",
                        "one date; the mean day of the window without"),
                Parameter.choice("periods", Periods.CNOSSOS, "낮·저녁·밤의 구분", "whose day, evening and night"),
                Parameter.choice(
                        "form",
                        Form.LINKS,
                        "행의 단위: 링크, 또는 다시 가져올 수 있는 자료열",
                        "rows of links, or of datastreams to import"),
                Parameter.of(
                        "kinds",
                        Parameter.Kind.FILE,
                        "",
                        "도로 등급별 속도와 차종 구성(CSV)",
                        "speeds and shares of vehicles by kind of road, CSV"));
    }

    @Override
    public Found find(TrafficData data, Settings settings) {
        RoadKinds kinds = new RoadKinds(settings.find("kinds"));
        Periods periods = settings.choice("periods", Periods.class);
        boolean datastreams = settings.choice("form", Form.class) == Form.DATASTREAMS;
        if (datastreams && settings.findDate("day").isEmpty()) {
            throw DatastreamTable.noDate();
        }
        LinkFlows flows = LinkFlows.of(data, settings.findDate("day"));
        LinkSpeeds speeds = LinkSpeeds.of(data, flows, kinds);
        Provenance provenance = data.provenance(id(), flows.detectors().inputs(), settings.used())
                .with(flows.remarks());
        ResultTable table;
        if (datastreams) {
            DatastreamTable hours = new DatastreamTable(flows, "traffic-flows-modelled");
            hours.add("traffic_volume_modelled", "{vehicles}/h", flows.flow());
            table = hours.table();
        } else {
            table = new Rows(flows, speeds, kinds, periods).table();
        }
        return new Found(provenance, table, map(flows), details(flows));
    }

    private static LinkMap map(LinkFlows flows) {
        int n = flows.roads().size();
        double[] mean =
                IntStream.range(0, n).mapToDouble(i -> mean(flows.flow()[i])).toArray();
        Map<String, double[]> numbers = new LinkedHashMap<>();
        numbers.put(
                "factor",
                IntStream.range(0, n).mapToDouble(i -> mean(flows.factor()[i])).toArray());
        for (int hour = 0; hour < LinkFlows.HOURS; hour++) {
            int h = hour;
            numbers.put(
                    "flow_%02d".formatted(h),
                    IntStream.range(0, n).mapToDouble(i -> flows.flow()[i][h]).toArray());
        }
        return new LinkMap(
                flows.roads().links(),
                Name.of("시간 교통량(하루 평균)", "Flow of an hour, mean of the day"),
                "{vehicles}/h",
                mean,
                numbers,
                texts(flows));
    }

    static Map<String, List<String>> texts(LinkFlows flows) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        int n = flows.roads().size();
        texts.put(
                "kind", Arrays.stream(flows.roads().kind()).map(RoadKind::word).toList());
        texts.put(
                "kind_origin",
                Arrays.stream(flows.roads().origin()).map(Parameter::word).toList());
        texts.put("method", IntStream.range(0, n).mapToObj(flows::method).toList());
        return texts;
    }

    /// NaN where an hour cannot be told.
    static double mean(double[] hours) {
        return Arrays.stream(hours).average().orElseThrow();
    }

    static Map<String, Object> details(LinkFlows flows) {
        LinkFlows.Fit fit = flows.fit();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("places", fit.places());
        details.put("directions", fit.directions());
        details.put("median_error_factor", fit.medianFactor());
        details.put("r2_log", fit.r2());
        details.put("coverage_90", fit.coverage());
        details.put("coverage_90_hours", fit.hourlyCoverage());
        details.put("range_m", fit.rangeM());
        details.put("nugget_share", fit.nuggetShare());
        details.put("expressways_right", flows.roads().expressways());
        details.put("streets_right", flows.roads().streets());
        return details;
    }

    /// A row for each link.
    private record Rows(LinkFlows flows, LinkSpeeds speeds, RoadKinds kinds, Periods periods) {

        ResultTable table() {
            RoadLinks roads = flows.roads();
            List<ResultTable.Column> columns = new ArrayList<>();
            columns.add(new ResultTable.Texts(
                    "link", roads.links().stream().map(FeatureOfInterest::code).toList()));
            texts(flows).forEach((name, values) -> columns.add(new ResultTable.Texts(name, values)));
            columns.add(numbers("length_m", i -> roads.lengthM()[i]));
            columns.add(numbers("flow_per_h", i -> mean(flows.flow()[i])));
            columns.add(numbers("flow_low", i -> mean(flows.flow()[i]) / mean(flows.factor()[i])));
            columns.add(numbers("flow_high", i -> mean(flows.flow()[i]) * mean(flows.factor()[i])));
            for (Vehicles.Noise noise : Vehicles.Noise.values()) {
                for (char period : LETTERS) {
                    columns.add(numbers(noise + "_" + period, i -> flow(i, period) * share(i, noise)));
                }
            }
            for (Vehicles.Noise noise : Vehicles.Noise.values()) {
                for (char period : LETTERS) {
                    // One stream of traffic: who counts it does not tell the classes' speeds apart.
                    columns.add(numbers(noise + "_SPD_" + period, i -> speed(i, period)));
                }
            }
            columns.add(new ResultTable.Texts(
                    "speed_origin",
                    IntStream.range(0, roads.size())
                            .mapToObj(i -> speeds.measured()[i] ? "measured" : "from-flow")
                            .toList()));
            return new ResultTable(columns);
        }

        private ResultTable.Numbers numbers(String name, IntToDoubleFunction value) {
            return new ResultTable.Numbers(
                    name,
                    IntStream.range(0, flows.roads().size()).mapToDouble(value).toArray());
        }

        private double share(int link, Vehicles.Noise noise) {
            RoadKinds.Assumed assumed = kinds.of(flows.roads().kind()[link]);
            return Arrays.stream(Vehicles.values())
                    .filter(vehicles -> vehicles.noise() == noise)
                    .mapToDouble(assumed::share)
                    .sum();
        }

        /// The mean hour of the period; NaN for a period that the law has not.
        private double flow(int link, char period) {
            return IntStream.range(0, LinkFlows.HOURS)
                    .filter(hour -> periods.of(hour) == period)
                    .mapToDouble(hour -> flows.flow()[link][hour])
                    .average()
                    .orElse(Double.NaN);
        }

        /// The mean over the vehicles of the period.
        private double speed(int link, char period) {
            double vehicles = 0;
            double sum = 0;
            for (int hour = 0; hour < LinkFlows.HOURS; hour++) {
                if (periods.of(hour) == period) {
                    vehicles += flows.flow()[link][hour];
                    sum += flows.flow()[link][hour] * speeds.kmPerH()[link][hour];
                }
            }
            return sum / vehicles;
        }
    }

    /// @param map the mean of the day, and each hour
    public record Found(Provenance provenance, ResultTable table, LinkMap map, Map<String, Object> details)
            implements MappedFinding {}
}
