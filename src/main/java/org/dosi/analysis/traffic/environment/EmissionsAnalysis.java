package org.dosi.analysis.traffic.environment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.analysis.traffic.TrafficAnalysis;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.model.Name;

/// What the traffic of every link gives off in every hour, by class of vehicles: hot exhaust by speed, and PM10 of
/// wear.
///
/// Flow × the class's share × the fleet's mean factor at the link's speed (EMEP/EEA guidebook, tier 3). Cold starts,
/// evaporation and slopes are left out: neither trips nor heights are known. Factors of the National Institute of
/// Environmental Research of Korea are not in it.
public final class EmissionsAnalysis implements TrafficAnalysis<EmissionsAnalysis.Found> {

    /// What is summed.
    enum By {
        CLASS,
        TOTAL
    }

    /// What a row is.
    enum Form {
        LINKS,
        DATASTREAMS
    }

    private static final String UNIT = "g/(km.h)";

    @Override
    public String id() {
        return "emissions";
    }

    @Override
    public Name title() {
        return Name.of("도로 링크별 시간·차종별 배출량", "Hourly emissions of every road link by class of vehicles");
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
                Parameter.of("hour", Parameter.Kind.TEXT, "", "한 시간만, 0–23", "one hour alone, 0 to 23"),
                Parameter.choice("by", By.CLASS, "차종별 또는 합계", "classes of vehicles, or their total"),
                Parameter.choice(
                        "form",
                        Form.LINKS,
                        "행의 단위: 링크, 또는 다시 가져올 수 있는 자료열",
                        "rows of links, or of datastreams to import"),
                Parameter.of("fleet", Parameter.Kind.FILE, "", "차량 구성(CSV)", "the fleet by fuel and standard, CSV"),
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
        Fleet fleet = new Fleet(settings.find("fleet"));
        int[] hours = settings.find("hour").isEmpty()
                ? IntStream.range(0, LinkFlows.HOURS).toArray()
                : new int[] {settings.count("hour", 0, LinkFlows.HOURS - 1)};
        By by = settings.choice("by", By.class);
        boolean datastreams = settings.choice("form", Form.class) == Form.DATASTREAMS;
        if (datastreams && settings.findDate("day").isEmpty()) {
            throw DatastreamTable.noDate();
        }
        LinkFlows flows = LinkFlows.of(data, settings.findDate("day"));
        Exhaust exhaust = new Exhaust(flows, LinkSpeeds.of(data, flows, kinds), kinds, fleet);
        Provenance provenance = data.provenance(id(), flows.detectors().inputs(), settings.used())
                .with(flows.remarks())
                .with(List.of(ASSUMED));
        ResultTable table;
        if (datastreams) {
            DatastreamTable byHour = new DatastreamTable(flows, "traffic-emissions-modelled");
            for (Pollutant pollutant : Pollutant.values()) {
                byHour.add(word(pollutant) + "_emission", UNIT, exhaust.totals(pollutant));
            }
            table = byHour.table();
        } else {
            table = new Rows(exhaust, hours, by == By.TOTAL ? List.of() : List.of(Vehicles.values())).table();
        }
        return new Found(provenance, table, map(exhaust, hours), FlowsAnalysis.details(flows));
    }

    private static final Name ASSUMED = Name.of(
            "차종·차령 구성은 가정값이고(--kinds, --fleet로 바꿈) 속도는 실측이 없는 링크에서 교통량으로 추정했습니다. 국립환경과학원 배출계수는 쓰지 않았습니다.",
            "shares of vehicles and the fleet are assumptions (replace them by --kinds and --fleet), and speeds follow from flows"
                    + " where none is measured; the factors of Korea's NIER are not used");

    private static String word(Pollutant pollutant) {
        return pollutant.name().toLowerCase(Locale.ROOT);
    }

    private static LinkMap map(Exhaust exhaust, int[] hours) {
        LinkFlows flows = exhaust.flows;
        Map<String, double[]> numbers = new LinkedHashMap<>();
        for (Pollutant pollutant : Pollutant.values()) {
            numbers.put(word(pollutant), mean(exhaust.totals(pollutant), hours));
        }
        numbers.put("flow", mean(flows.flow(), hours));
        boolean one = hours.length == 1;
        return new LinkMap(
                flows.roads().links(),
                Name.of(
                        one ? "%d시의 질소산화물 배출".formatted(hours[0]) : "시간당 질소산화물 배출(하루 평균)",
                        one
                                ? "NOx given off from %d to %d h".formatted(hours[0], hours[0] + 1)
                                : "NOx given off in an hour, mean of the day"),
                UNIT,
                mean(exhaust.totals(Pollutant.NOX), hours),
                numbers,
                FlowsAnalysis.texts(flows));
    }

    private static double[] mean(double[][] byHour, int[] hours) {
        return java.util.Arrays.stream(byHour)
                .mapToDouble(row -> java.util.Arrays.stream(hours)
                        .mapToDouble(hour -> row[hour])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    /// What one class, or all, give off on a kilometre of a link in an hour, grams; NaN where the flow is.
    record Exhaust(LinkFlows flows, LinkSpeeds speeds, RoadKinds kinds, Fleet fleet) {

        double flow(int link, int hour, Vehicles vehicles) {
            return flows.flow()[link][hour]
                    * kinds.of(flows.roads().kind()[link]).share(vehicles);
        }

        double grams(int link, int hour, Vehicles vehicles, Pollutant pollutant) {
            return flow(link, hour, vehicles) * fleet.gramsPerKm(vehicles, pollutant, speeds.kmPerH()[link][hour]);
        }

        double wear(int link, int hour, Vehicles vehicles) {
            return flow(link, hour, vehicles) * vehicles.wearPm10GPerKm();
        }

        /// The least and the greatest over the interval of the flow and the range of speeds.
        double[] range(int link, int hour, Vehicles vehicles, Pollutant pollutant) {
            double[] speed = speeds.range(flows, kinds, link, hour);
            double at = fleet.gramsPerKm(vehicles, pollutant, speeds.kmPerH()[link][hour]);
            double slow = fleet.gramsPerKm(vehicles, pollutant, speed[0]);
            double free = fleet.gramsPerKm(vehicles, pollutant, speed[1]);
            double flow = flow(link, hour, vehicles);
            double factor = flows.factor()[link][hour];
            return new double[] {
                flow / factor * Math.min(at, Math.min(slow, free)), flow * factor * Math.max(at, Math.max(slow, free))
            };
        }

        double total(int link, int hour, Pollutant pollutant) {
            double grams = 0;
            for (Vehicles vehicles : Vehicles.values()) {
                grams += grams(link, hour, vehicles, pollutant);
            }
            return grams;
        }

        double[][] totals(Pollutant pollutant) {
            return IntStream.range(0, flows.roads().size())
                    .mapToObj(i -> IntStream.range(0, LinkFlows.HOURS)
                            .mapToDouble(hour -> total(i, hour, pollutant))
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    /// A row for each link, hour and class.
    private static final class Rows {
        private static final String[] NUMBERS = {
            "flow_per_h",
            "flow_low",
            "flow_high",
            "speed_km_per_h",
            "nox_g_per_km_h",
            "nox_low",
            "nox_high",
            "co_g_per_km_h",
            "voc_g_per_km_h",
            "pm_exhaust_g_per_km_h",
            "pm10_wear_g_per_km_h"
        };

        private final Exhaust exhaust;
        private final List<String> link = new ArrayList<>();
        private final List<String> name = new ArrayList<>();
        private final List<String> method = new ArrayList<>();
        private final long[] hour;
        private final double[][] column;
        private int row;

        /// @param classes none for the total
        Rows(Exhaust exhaust, int[] hours, List<Vehicles> classes) {
            this.exhaust = exhaust;
            int links = exhaust.flows.roads().size();
            int rows = links * hours.length * Math.max(1, classes.size());
            this.hour = new long[rows];
            this.column = new double[NUMBERS.length][rows];
            for (int i = 0; i < links; i++) {
                for (int h : hours) {
                    if (classes.isEmpty()) {
                        add(i, h, "total", List.of(Vehicles.values()));
                    }
                    for (Vehicles vehicles : classes) {
                        add(i, h, vehicles.word(), List.of(vehicles));
                    }
                }
            }
        }

        private void add(int i, int h, String label, List<Vehicles> together) {
            link.add(exhaust.flows.roads().links().get(i).code());
            name.add(label);
            method.add(exhaust.flows.method(i));
            hour[row] = h;
            double factor = exhaust.flows.factor()[i][h];
            for (Vehicles vehicles : together) {
                double flow = exhaust.flow(i, h, vehicles);
                double[] range = exhaust.range(i, h, vehicles, Pollutant.NOX);
                double[] added = {
                    flow,
                    flow / factor,
                    flow * factor,
                    0,
                    exhaust.grams(i, h, vehicles, Pollutant.NOX),
                    range[0],
                    range[1],
                    exhaust.grams(i, h, vehicles, Pollutant.CO),
                    exhaust.grams(i, h, vehicles, Pollutant.VOC),
                    exhaust.grams(i, h, vehicles, Pollutant.PM),
                    exhaust.wear(i, h, vehicles)
                };
                for (int c = 0; c < added.length; c++) {
                    column[c][row] += added[c];
                }
            }
            column[3][row] = exhaust.speeds.kmPerH()[i][h];
            row++;
        }

        ResultTable table() {
            List<ResultTable.Column> columns = new ArrayList<>();
            columns.add(new ResultTable.Texts("link", link));
            columns.add(new ResultTable.Counts("hour", hour));
            columns.add(new ResultTable.Texts("class", name));
            columns.add(new ResultTable.Texts("method", method));
            for (int c = 0; c < NUMBERS.length; c++) {
                columns.add(new ResultTable.Numbers(NUMBERS[c], column[c]));
            }
            return new ResultTable(columns);
        }
    }

    /// @param map NOx, and the other pollutants, of the mean of the hours
    public record Found(Provenance provenance, ResultTable table, LinkMap map, Map<String, Object> details)
            implements MappedFinding {}
}
