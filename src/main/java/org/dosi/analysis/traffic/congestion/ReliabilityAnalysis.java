package org.dosi.analysis.traffic.congestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.TrafficAnalysis;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.kernel.traffic.congestion.ArterialType;
import org.dosi.kernel.traffic.congestion.DayBootstrap;
import org.dosi.kernel.traffic.congestion.DayPeriod;
import org.dosi.kernel.traffic.congestion.Interval;
import org.dosi.kernel.traffic.congestion.RoadStandard;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// From speeds: how much longer trips take than in free flow, and how far that can be relied on. From volumes: how full
/// roads are, and how widely their peaks are spread.
public final class ReliabilityAnalysis implements TrafficAnalysis<ReliabilityAnalysis.Found> {

    /// The types of urban arterial.
    enum LosType {
        NONE,
        TYPE_1,
        TYPE_2,
        TYPE_3;

        @Nullable
        ArterialType arterial() {
            return switch (this) {
                case NONE -> null;
                case TYPE_1 -> ArterialType.TYPE_1;
                case TYPE_2 -> ArterialType.TYPE_2;
                case TYPE_3 -> ArterialType.TYPE_3;
            };
        }
    }

    /// A figure with its interval of 95 %; NaN where unknown.
    public record Figure(double value, double lower, double upper) {
        static Figure of(Interval interval) {
            return new Figure(interval.value(), interval.lower(), interval.upper());
        }
    }

    /// What one detector is ranked by, over the whole day.
    ///
    /// @param worst planning-time index, or the saturation of volumes
    /// @param mean travel-time index; NaN of volumes
    public record Ranked(Name name, Figure worst, Figure mean) {}

    /// One of the lists is empty.
    ///
    /// @param speeds a row for each detector and period
    /// @param volumes a row for each detector and period
    public record Found(
            Provenance provenance, Detectors.Variable variable, List<SpeedRow> speeds, List<VolumeRow> volumes)
            implements Finding {

        public Found {
            speeds = List.copyOf(speeds);
            volumes = List.copyOf(volumes);
        }

        public boolean isOfVolumes() {
            return speeds.isEmpty();
        }

        /// Detectors of which something is known, the worst first.
        public List<Ranked> ranked() {
            Stream<Ranked> all = isOfVolumes()
                    ? volumes.stream()
                            .filter(row -> row.period() == DayPeriod.ALL)
                            .map(row -> new Ranked(
                                    row.detector().name(),
                                    Figure.of(row.use().saturation()),
                                    Figure.of(Interval.UNKNOWN)))
                    : speeds.stream()
                            .filter(row -> row.period() == DayPeriod.ALL)
                            .map(row -> new Ranked(
                                    row.detector().name(),
                                    Figure.of(row.times().planningTimeIndex()),
                                    Figure.of(row.times().travelTimeIndex())));
            return all.filter(one -> !Double.isNaN(one.worst.value))
                    .sorted(Comparator.comparingDouble(one -> -one.worst.value))
                    .toList();
        }

        @Override
        public ResultTable table() {
            return isOfVolumes() ? ofVolumes() : ofSpeeds();
        }

        /// Speeds are km/h.
        private ResultTable ofSpeeds() {
            Rows<SpeedRow> rows = new Rows<>(speeds);
            return ResultTable.of(
                    rows.texts("datastream", row -> row.detector().id()),
                    rows.texts("period", row -> Parameter.word(row.period())),
                    rows.counts("days", row -> row.times().days()),
                    rows.numbers("free_flow", SpeedRow::freeFlowKmPerH),
                    rows.numbers("tti", row -> row.times().travelTimeIndex().value()),
                    rows.numbers("pti", row -> row.times().planningTimeIndex().value()),
                    rows.numbers("bi", row -> row.times().bufferIndex().value()),
                    rows.numbers("lottr", row -> row.times().lottr().value()),
                    rows.texts("unreliable", SpeedRow::unreliable),
                    rows.numbers("speed", row -> row.times().meanSpeedKmPerH()),
                    rows.texts("level", row -> level(row.levels().level())),
                    rows.numbers("congested_share", row -> row.levels().congestedShare()),
                    rows.texts("los", SpeedRow::levelOfService),
                    rows.numbers(
                            "legal_threshold", row -> row.levels().standard().legalKmPerH()),
                    rows.numbers(
                            "legal_days",
                            row -> row.levels().legalDays() < 0
                                    ? Double.NaN
                                    : row.levels().legalDays()),
                    rows.texts("road_class", row -> Parameter.word(row.levels().standard())),
                    rows.lower("tti", row -> row.times().travelTimeIndex()),
                    rows.upper("tti", row -> row.times().travelTimeIndex()),
                    rows.lower("pti", row -> row.times().planningTimeIndex()),
                    rows.upper("pti", row -> row.times().planningTimeIndex()),
                    rows.lower("bi", row -> row.times().bufferIndex()),
                    rows.upper("bi", row -> row.times().bufferIndex()),
                    rows.lower("lottr", row -> row.times().lottr()),
                    rows.upper("lottr", row -> row.times().lottr()));
        }

        private static String level(RoadStandard.Level level) {
            return level == RoadStandard.Level.UNKNOWN ? "" : Parameter.word(level);
        }

        private ResultTable ofVolumes() {
            Rows<VolumeRow> rows = new Rows<>(volumes);
            return ResultTable.of(
                    rows.texts("datastream", row -> row.detector().id()),
                    rows.texts("period", row -> Parameter.word(row.period())),
                    rows.counts("days", row -> row.use().days()),
                    rows.numbers("capacity", row -> row.capacity().observed().value()),
                    rows.lower("capacity", row -> row.capacity().observed()),
                    rows.upper("capacity", row -> row.capacity().observed()),
                    rows.numbers("capacity_low_quantile", row -> row.capacity().lowerQuantile()),
                    rows.numbers("capacity_high_quantile", row -> row.capacity().higherQuantile()),
                    rows.numbers("saturation", row -> row.use().saturation().value()),
                    rows.lower("saturation", row -> row.use().saturation()),
                    rows.upper("saturation", row -> row.use().saturation()),
                    rows.numbers("hours_over_90", row -> row.use().hoursOver90().value()),
                    rows.numbers(
                            "peak_hour",
                            row -> row.use().peakHour() < 0
                                    ? Double.NaN
                                    : row.use().peakHour()),
                    rows.numbers("peak_share", row -> row.use().peakShare().value()),
                    rows.lower("peak_share", row -> row.use().peakShare()),
                    rows.upper("peak_share", row -> row.use().peakShare()),
                    rows.numbers("width_90_h", row -> row.use().width90H().value()),
                    rows.lower("width_90_h", row -> row.use().width90H()),
                    rows.upper("width_90_h", row -> row.use().width90H()),
                    rows.numbers("entropy", row -> row.use().entropy().value()),
                    rows.lower("entropy", row -> row.use().entropy()),
                    rows.upper("entropy", row -> row.use().entropy()));
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("observed", variable.name());
            if (isOfVolumes()) {
                map.put("cannot_tell", List.of("speed", "free_flow", "tti", "pti", "bi", "lottr", "level", "los"));
                return map;
            }
            List<SpeedRow> whole =
                    speeds.stream().filter(row -> row.period() == DayPeriod.ALL).toList();
            map.put("detectors", whole.size());
            map.put("unreliable", count(whole, "true"));
            map.put("reliable", count(whole, "false"));
            return map;
        }

        private static long count(List<SpeedRow> rows, String told) {
            return rows.stream().filter(row -> row.unreliable().equals(told)).count();
        }
    }

    @Override
    public String id() {
        return "reliability";
    }

    @Override
    public Name title() {
        return Name.of("혼잡과 통행시간 신뢰도", "Congestion and how reliable travel times are");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                FreeFlowSetting.PARAMETER,
                RoadSetting.CLASS,
                RoadSetting.LANES,
                Parameter.choice(
                        "los-type",
                        LosType.NONE,
                        "서비스수준을 매길 간선도로 유형(KHCM 2013)",
                        "type of urban arterial for the level of service (KHCM 2013)"),
                Parameter.of(
                        "capacity-quantile",
                        Kind.NUMBER,
                        "99",
                        "관측 용량으로 볼 시간교통량 분위(%)",
                        "quantile of the hours' volumes that stands for the capacity, %"),
                Parameter.of(
                        "resamples", Kind.COUNT, "200", "구간 추정 재표집 횟수", "resamples of days for intervals; 0 for none"),
                Parameter.of("seed", Kind.COUNT, "1", "난수 씨앗", "of the resamples"));
    }

    @Override
    public Found find(TrafficData data, Settings settings) {
        DayBootstrap bootstrap =
                new DayBootstrap(settings.count("resamples", 0, 10_000), settings.count("seed", 0, Integer.MAX_VALUE));
        double share = settings.number("capacity-quantile", 50, 100) / 100;
        RoadSetting road = RoadSetting.of(settings);
        @Nullable
        ArterialType arterial = settings.choice("los-type", LosType.class).arterial();
        Observed observed = Observed.of(data.detectors());
        Detectors detectors = observed.detectors();
        Provenance provenance = data.provenance(id(), detectors.inputs(), settings.used());
        return switch (observed.kind()) {
            case SPEED -> {
                double[] freeFlow = FreeFlowSetting.of(settings, observed.panel());
                List<SpeedRow> rows = new SpeedReliability(observed.panel(), freeFlow, road, arterial, bootstrap)
                        .rows(detectors.list());
                List<Name> remarks = new ArrayList<>(FreeFlowSetting.remarks(freeFlow));
                remarks.addAll(remarks(observed, rows));
                yield new Found(provenance.with(remarks), detectors.variable(), rows, List.of());
            }
            case VOLUME -> {
                if (observed.panel().stepSeconds() > 3600) {
                    throw new BadSetting("csv: expected volumes of an hour or less, found steps of %,d s"
                            .formatted(observed.panel().stepSeconds()));
                }
                List<VolumeRow> rows = new VolumeReliability(observed.panel(), share, bootstrap).rows(detectors.list());
                yield new Found(provenance.with(List.of(CANNOT)), detectors.variable(), List.of(), rows);
            }
        };
    }

    private static final Name CANNOT = Name.of(
            "교통량만으로는 속도·지체·통행시간 신뢰도·서비스수준을 알 수 없습니다. 용량은 관측된 최대 수준이지 도로의 용량이 아닙니다",
            "cannot tell speeds, delays, reliability of travel times or levels of service from volumes; the capacity is what"
                    + " was seen, not what the road could carry");

    private static List<Name> remarks(Observed observed, List<SpeedRow> rows) {
        List<Name> remarks = new ArrayList<>();
        long zeros = 0;
        for (int i = 0; i < observed.panel().datastreams(); i++) {
            zeros += Arrays.stream(observed.panel().values(i))
                    .filter(speed -> speed <= 0)
                    .count();
        }
        if (zeros > 0) {
            remarks.add(Name.of(
                    "속도 0인 값 %,d개는 통행시간이 없어 뺐습니다".formatted(zeros),
                    "%,d values of speed 0 have no travel time and were left out".formatted(zeros)));
        }
        if (rows.stream().allMatch(row -> row.levels().standard() == RoadStandard.UNKNOWN)) {
            remarks.add(
                    Name.of(
                            "도로 등급을 몰라 단계와 법정 기준을 매기지 않았습니다(--road-class)",
                            "the kind of road is unknown, so no level and no legal threshold is told; name it with --road-class"));
        }
        if (rows.stream().allMatch(row -> row.times().days() < DayBootstrap.LEAST_DAYS)) {
            remarks.add(Name.of(
                    "날이 %d일보다 적어 구간을 알 수 없습니다. 평균 속도 패턴에는 날마다의 분포가 없어 신뢰도를 알 수 없습니다".formatted(DayBootstrap.LEAST_DAYS),
                    String.format(
                            Locale.ROOT,
                            "fewer than %d days: intervals cannot be told; where these are means of many days (a speed"
                                    + " pattern), nor can reliability, which lies in how days differ",
                            DayBootstrap.LEAST_DAYS)));
        }
        return remarks;
    }
}
