package org.dosi.analysis.traffic.congestion;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.TrafficAnalysis;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.traffic.Panel;
import org.dosi.kernel.traffic.congestion.Bottleneck;
import org.dosi.kernel.traffic.congestion.Bottlenecks;
import org.dosi.kernel.traffic.congestion.CongestionRule;
import org.dosi.kernel.traffic.congestion.Corridor;
import org.dosi.kernel.traffic.congestion.Queue;
import org.dosi.kernel.traffic.congestion.Queues;
import org.dosi.model.Name;

/// Where queues begin, ranked by how far and how long they reach, and which of them come on most days.
public final class BottlenecksAnalysis implements TrafficAnalysis<BottlenecksAnalysis.Found> {
    private static final int DAY_S = 86_400;

    /// A bottleneck in words.
    ///
    /// @param corridor of its head; empty where it stands alone
    /// @param isHeadKnown whether the direction of travel is known there
    public record Listed(int rank, Bottleneck bottleneck, String corridor, boolean isHeadKnown) {

        /// The part of the impact of which cannot be told whether it is recurrent, 0 to 1.
        public double untold() {
            return bottleneck.untoldShare();
        }

        /// At most at one time.
        public int mostDetectors() {
            return bottleneck.mostDetectors();
        }

        /// At most at one time; NaN where places are unknown.
        public double mostKm() {
            return bottleneck.mostKm();
        }
    }

    /// @param recurrentFrom the share of comparable days from which on a queue is recurrent
    public record Found(Provenance provenance, Detectors detectors, double recurrentFrom, int days, List<Listed> listed)
            implements Finding {

        public Found {
            listed = List.copyOf(listed);
        }

        private double minutes(double steps) {
            return steps * detectors.panel().stepSeconds() / 60;
        }

        /// Mean of the queues.
        public double durationMin(Listed one) {
            return minutes(one.bottleneck.meanSteps());
        }

        /// Congested detectors summed over time, hours a day of the data.
        public double detectorHoursADay(Listed one) {
            return one.bottleneck.detectorMinutes() / 60 / days;
        }

        public Detectors.Detector head(Listed one) {
            return detectors.list().get(one.bottleneck.head());
        }

        /// Of the part of its impact of which it can be told; NaN for none.
        public double recurrent(Listed one) {
            return one.bottleneck.recurrentShare(recurrentFrom);
        }

        @Override
        public ResultTable table() {
            Rows<Listed> rows = new Rows<>(listed);
            return ResultTable.of(
                    rows.counts("rank", Listed::rank),
                    rows.texts("datastream", one -> head(one).id()),
                    rows.texts("name", one -> head(one).name().en()),
                    rows.texts("corridor", Listed::corridor),
                    rows.texts("head_known", one -> Boolean.toString(one.isHeadKnown)),
                    rows.counts("days", this::daysOf),
                    rows.counts("queues", one -> one.bottleneck.queues().size()),
                    rows.texts("usual_start", one -> clock(one, Queue::start)),
                    rows.texts("usual_end", one -> clock(one, Queue::end)),
                    rows.numbers("duration_min", this::durationMin),
                    rows.counts("extent_detectors", one -> one.bottleneck.mostDetectors()),
                    rows.numbers("extent_km", one -> one.bottleneck.mostKm()),
                    rows.numbers("impact_km_min", one -> one.bottleneck.kmMinutes()),
                    rows.numbers("impact_detector_min", one -> one.bottleneck.detectorMinutes()),
                    rows.numbers("impact_slow_km_min", one -> one.bottleneck.slowMinutes()),
                    rows.numbers("delay_h_per_vehicle", one -> one.bottleneck.lossMinutes() / 60),
                    rows.numbers("recurrent_share", this::recurrent),
                    rows.numbers("incidental_share", one -> 1 - recurrent(one)),
                    rows.numbers("untold_share", one -> one.bottleneck.untoldShare()));
        }

        private long daysOf(Listed one) {
            return one.bottleneck.queues().stream()
                    .mapToLong(queue -> detectors.panel().day(queue.start()))
                    .distinct()
                    .count();
        }

        /// The median over the longest queues of each day, by the clock.
        private String clock(Listed one, java.util.function.ToIntFunction<Queue> step) {
            Panel panel = detectors.panel();
            Map<Long, Queue> longest = new HashMap<>();
            for (Queue queue : one.bottleneck.queues()) {
                longest.merge(
                        panel.day(queue.start()), queue, (a, b) -> b.detectorMinutes() > a.detectorMinutes() ? b : a);
            }
            double[] seconds = longest.entrySet().stream()
                    .mapToDouble(day -> panel.localS(day.getValue().start())
                            + (step.applyAsInt(day.getValue()) - day.getValue().start()) * (double) panel.stepSeconds()
                            - day.getKey() * (double) DAY_S)
                    .toArray();
            long median = (long) Quantiles.median(seconds, seconds.length);
            long rounded = median / panel.stepSeconds() * panel.stepSeconds();
            return LocalTime.ofSecondOfDay(Math.floorMod(rounded, (long) DAY_S)).toString();
        }

        /// The queues of the first in rank, each with how usual it is.
        @Override
        public Map<String, Object> details() {
            List<Map<String, Object>> list = new ArrayList<>();
            for (Listed one : listed) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("rank", one.rank);
                map.put("datastream", head(one).id());
                map.put("name", head(one).name());
                List<Map<String, Object>> queues = new ArrayList<>();
                for (int i = 0; i < one.bottleneck.queues().size(); i++) {
                    queues.add(
                            queue(one.bottleneck.queues().get(i), one.bottleneck.usualShare()[i]));
                }
                map.put("queues", queues);
                list.add(map);
            }
            return Map.of("days", days, "bottlenecks", list);
        }

        private Map<String, Object> queue(Queue queue, double usual) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("start", time(detectors.startS()[queue.start()]));
            map.put("minutes", minutes(queue.steps()));
            map.put("detectors", queue.mostDetectors());
            map.put("km", queue.mostKm());
            map.put("impact_km_min", queue.kmMinutes());
            map.put("comparable_days_share", usual);
            map.put("recurrent", Rows.told(!Double.isNaN(usual), usual >= recurrentFrom));
            return map;
        }

        private String time(long second) {
            var at = Instant.ofEpochSecond(second).atZone(detectors.calendar());
            return detectors.zone() == null
                    ? at.toLocalDateTime().toString()
                    : at.toOffsetDateTime().toString();
        }
    }

    @Override
    public String id() {
        return "bottlenecks";
    }

    @Override
    public Name title() {
        return Name.of("병목 순위: 대기행렬의 길이와 시간, 반복과 돌발", "Bottlenecks: how far, how long, and whether on most days");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                CorridorSetting.CORRIDOR,
                CorridorSetting.ROAD,
                FreeFlowSetting.PARAMETER,
                Parameter.of(
                        "below",
                        Kind.NUMBER,
                        "60",
                        "혼잡 기준: 자유속도의 몇 % 미만",
                        "congested below this share of the free-flow speed, %"),
                Parameter.of("onset", Kind.COUNT, "5", "혼잡으로 보는 최소 시간(분)", "minutes below before it counts"),
                Parameter.of("clear", Kind.COUNT, "10", "해소로 보는 시간(분)", "minutes above before it is over"),
                Parameter.of(
                        "recurrent",
                        Kind.NUMBER,
                        "50",
                        "반복 혼잡으로 볼 같은 종류 날의 비율(%)",
                        "share of comparable days from which on a queue is recurrent, %"),
                Parameter.of("most", Kind.COUNT, "50", "순위 수", "ranks at most"));
    }

    @Override
    public Found find(TrafficData data, Settings settings) {
        CongestionRule rule = new CongestionRule(
                settings.number("below", 1, 100) / 100,
                60L * settings.count("onset", 0, 240),
                60L * settings.count("clear", 0, 240));
        double recurrentFrom = settings.number("recurrent", 0, 100) / 100;
        int most = settings.count("most", 1, 100_000);
        Observed observed = Observed.of(data.detectors());
        observed.requireSpeeds("병목을", "bottlenecks");
        Panel panel = observed.panel();
        double[] freeFlow = FreeFlowSetting.of(settings, panel);
        List<CorridorSetting.Named> corridors = CorridorSetting.of(data, observed, settings);
        Queues.Found queues = Queues.of(
                panel,
                freeFlow,
                corridors.stream().map(CorridorSetting.Named::corridor).toList(),
                rule);
        List<Bottleneck> ranked =
                Bottlenecks.of(panel, queues, day -> data.calendar().dayClass(day));
        Map<Integer, CorridorSetting.Named> corridorOf = new HashMap<>();
        for (CorridorSetting.Named one : corridors) {
            for (int detector : one.corridor().detectors()) {
                corridorOf.put(detector, one);
            }
        }
        List<Listed> listed = new ArrayList<>();
        for (Bottleneck one : ranked.subList(0, Math.min(most, ranked.size()))) {
            CorridorSetting.Named corridor = corridorOf.get(one.head());
            boolean isKnown = corridor != null && corridor.corridor().isDirected();
            listed.add(new Listed(listed.size() + 1, one, corridor == null ? "" : corridor.name(), isKnown));
        }
        List<Name> remarks = new ArrayList<>(FreeFlowSetting.remarks(freeFlow));
        remarks.addAll(remarks(observed, corridors, ranked.size(), most));
        return new Found(
                data.provenance(id(), observed.detectors().inputs(), settings.used())
                        .with(remarks),
                observed.detectors(),
                recurrentFrom,
                (int) java.util.stream.IntStream.range(0, panel.steps())
                        .mapToLong(panel::day)
                        .distinct()
                        .count(),
                listed);
    }

    private static List<Name> remarks(Observed observed, List<CorridorSetting.Named> corridors, int ranks, int most) {
        List<Name> remarks = new ArrayList<>();
        int known = corridors.stream()
                .map(CorridorSetting.Named::corridor)
                .filter(Corridor::isDirected)
                .mapToInt(Corridor::size)
                .sum();
        int all = observed.detectors().size();
        if (known < all) {
            remarks.add(Name.of(
                    "지점 %d개 중 %d개는 통행 방향을 알 수 없어 따로 봅니다. 대기행렬의 머리를 알 수 없습니다".formatted(all, all - known),
                    "at %d of %d detectors the direction of travel is unknown: they stand alone, and which is the head of a"
                                    .formatted(all - known, all)
                            + " queue cannot be told there"));
        }
        if (ranks > most) {
            remarks.add(Name.of(
                    "병목 %d곳 중 %d곳만 보입니다(--most)".formatted(ranks, most),
                    "%d of %d bottlenecks are told (--most)".formatted(most, ranks)));
        }
        remarks.add(Name.of(
                "교통량을 함께 읽지 않아 지체는 차량 한 대가 대기행렬을 지날 때의 값이고 차량·시간은 알 수 없습니다",
                "no volumes are read beside the speeds: the delay is that of one vehicle that passes the queue, and"
                        + " vehicle-hours cannot be told"));
        return remarks;
    }
}
