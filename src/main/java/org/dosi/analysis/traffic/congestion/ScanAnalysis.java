package org.dosi.analysis.traffic.congestion;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;
import org.dosi.kernel.traffic.congestion.Corridor;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// A congestion scan: place by time along corridors, of one day or the mean of days of a class.
public final class ScanAnalysis implements TrafficAnalysis<ScanAnalysis.Found> {
    /// Which days are joined.
    public enum Days {
        WEEKDAY,
        SATURDAY,
        DAY_OFF,
        BEFORE_HOLIDAY,
        AFTER_HOLIDAY,
        ALL;

        boolean has(DayClass dayClass) {
            return this == ALL || name().equals(dayClass.name());
        }
    }

    /// One corridor.
    ///
    /// @param detectors in its order
    /// @param value by detector, then slot of the day; NaN where nothing was seen
    /// @param days with a value, by detector, then slot
    /// @param freeFlow by detector, km/h; NaN where unknown, as for volumes
    public record Scan(
            String name,
            Corridor corridor,
            List<Detectors.Detector> detectors,
            double[][] value,
            int[][] days,
            double[] freeFlow) {
        public Scan {
            detectors = List.copyOf(detectors);
        }

        /// Of each detector from the first; NaN where places are unknown.
        public double[] positionKm() {
            return corridor.positionKm();
        }

        /// Which way traffic goes, and how that is known.
        public Name way() {
            return switch (corridor.direction()) {
                case GIVEN -> Name.of("↑ 통행 방향", "↑ direction of travel");
                case PROPAGATION -> Name.of("↑ 통행 방향(속도 파동에서 추정)", "↑ direction of travel, told from speeds");
                case UNKNOWN -> Name.of("통행 방향 알 수 없음", "cannot tell the direction of travel");
            };
        }
    }

    /// @param isOfSpeeds km/h, else volumes
    /// @param date null for a mean over days
    /// @param days that were joined
    public record Found(
            Provenance provenance,
            Detectors detectors,
            boolean isOfSpeeds,
            @Nullable LocalDate date,
            int days,
            List<Scan> scans)
            implements Finding {

        public Found {
            scans = List.copyOf(scans);
        }

        private record Cell(Scan scan, int at, int slot) {
            double value() {
                return scan.value[at][slot];
            }
        }

        /// A row for each detector and time with a value; the time is a clock time where days were joined.
        @Override
        public ResultTable table() {
            List<Cell> cells = new ArrayList<>();
            for (Scan scan : scans) {
                for (int at = 0; at < scan.value.length; at++) {
                    for (int slot = 0; slot < scan.value[at].length; slot++) {
                        if (!Double.isNaN(scan.value[at][slot])) {
                            cells.add(new Cell(scan, at, slot));
                        }
                    }
                }
            }
            Rows<Cell> rows = new Rows<>(cells);
            return ResultTable.of(
                    rows.texts("corridor", cell -> cell.scan.name),
                    rows.numbers("position_km", cell -> cell.scan.corridor.positionKm()[cell.at]),
                    rows.texts(
                            "datastream",
                            cell -> cell.scan.detectors.get(cell.at).id()),
                    rows.texts("time", cell -> time(cell.slot)),
                    rows.numbers("value", Cell::value),
                    rows.numbers("free_flow", cell -> cell.scan.freeFlow[cell.at]),
                    rows.numbers("ratio", cell -> cell.value() / cell.scan.freeFlow[cell.at]),
                    rows.counts("days", cell -> cell.scan.days[cell.at][cell.slot]),
                    rows.texts("direction", cell -> Parameter.word(cell.scan.corridor.direction())));
        }

        private String time(int slot) {
            LocalTime clock = LocalTime.ofSecondOfDay(slot * detectors.panel().stepSeconds());
            if (date == null) {
                return clock.toString();
            }
            return detectors.zone() == null
                    ? date.atTime(clock).toString()
                    : date.atTime(clock)
                            .atZone(detectors.calendar())
                            .toOffsetDateTime()
                            .toString();
        }

        @Override
        public Map<String, Object> details() {
            List<Map<String, Object>> list = new ArrayList<>();
            for (Scan scan : scans) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("corridor", scan.name);
                map.put(
                        "detectors",
                        scan.detectors.stream().map(Detectors.Detector::id).toList());
                map.put("position_km", scan.corridor.positionKm());
                map.put("direction", Parameter.word(scan.corridor.direction()));
                map.put("certainty", scan.corridor.certainty());
                list.add(map);
            }
            return Map.of("days", days, "corridors", list);
        }
    }

    @Override
    public String id() {
        return "scan";
    }

    @Override
    public Name title() {
        return Name.of("구간 혼잡 지도: 장소와 시간", "Congestion scan: place by time along corridors");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                CorridorSetting.CORRIDOR,
                CorridorSetting.ROAD,
                Parameter.of("date", Kind.DATE, "", "하루만", "one day alone"),
                Parameter.choice(
                        "days", Days.WEEKDAY, "평균할 날의 종류", "the class of days to join, where no date is given"),
                Parameter.of("most", Kind.COUNT, "12", "구간 수(긴 것부터)", "corridors at most, longest first"),
                FreeFlowSetting.PARAMETER);
    }

    @Override
    public Found find(TrafficData data, Settings settings) {
        Optional<LocalDate> date = settings.findDate("date");
        Days days = settings.choice("days", Days.class);
        int most = settings.count("most", 1, 1000);
        Observed observed = Observed.of(data.detectors());
        boolean isOfSpeeds = observed.kind() == Observed.Kind.SPEED;
        Panel panel = observed.panel();
        double[] freeFlow = new double[panel.datastreams()];
        Arrays.fill(freeFlow, Double.NaN);
        if (isOfSpeeds) {
            freeFlow = FreeFlowSetting.of(settings, panel);
        }
        boolean[] joined = new boolean[panel.steps()];
        java.util.Set<Long> seen = new java.util.TreeSet<>();
        for (int step = 0; step < joined.length; step++) {
            LocalDate own = LocalDate.ofEpochDay(panel.day(step));
            joined[step] = date.map(own::equals)
                    .orElseGet(() -> days.has(data.calendar().dayClass(own)));
            if (joined[step]) {
                seen.add(panel.day(step));
            }
        }
        if (seen.isEmpty()) {
            throw noDay(date, days, observed);
        }
        List<CorridorSetting.Named> corridors = CorridorSetting.of(data, observed, settings);
        if (corridors.isEmpty()) {
            throw BadSetting.of(
                    "구간을 알 수 없습니다: 지점의 순서(--corridor)나 인접 정보가 필요합니다",
                    "expected corridors, found none: name detectors in the direction of travel with --corridor, or give"
                            + " an adjacency of detectors (--adjacency) with their places (--locations)");
        }
        List<Scan> scans = new ArrayList<>();
        for (CorridorSetting.Named one : corridors.subList(0, Math.min(most, corridors.size()))) {
            scans.add(scan(one, observed, joined, freeFlow));
        }
        Provenance provenance = data.provenance(id(), observed.detectors().inputs(), settings.used())
                .with(remarks(corridors, most));
        return new Found(provenance, observed.detectors(), isOfSpeeds, date.orElse(null), seen.size(), scans);
    }

    private static BadSetting noDay(Optional<LocalDate> date, Days days, Observed observed) {
        Panel panel = observed.panel();
        String from = LocalDate.ofEpochDay(panel.day(0)).toString();
        String to = LocalDate.ofEpochDay(panel.day(panel.steps() - 1)).toString();
        String wanted = date.map(LocalDate::toString).orElse(Parameter.word(days));
        return BadSetting.of(
                "%s: 자료(%s ~ %s)에 그런 날이 없습니다".formatted(wanted, from, to),
                "expected a day of the data (%s to %s), found none that is %s".formatted(from, to, wanted));
    }

    private static List<Name> remarks(List<CorridorSetting.Named> corridors, int most) {
        List<Name> remarks = new ArrayList<>();
        if (corridors.size() > most) {
            remarks.add(Name.of(
                    "구간 %d개 중 긴 %d개만 보입니다(--most)".formatted(corridors.size(), most),
                    "the %d longest of %d corridors are told (--most)".formatted(most, corridors.size())));
        }
        long undirected = corridors.stream()
                .limit(most)
                .filter(one -> !one.corridor().isDirected())
                .count();
        if (undirected > 0) {
            remarks.add(Name.of(
                    "구간 %d개는 통행 방향을 알 수 없습니다".formatted(undirected),
                    "cannot tell the direction of travel of %d of the corridors: detectors are in order, one way or the other"
                            .formatted(undirected)));
        }
        return remarks;
    }

    /// Speeds are joined by the harmonic mean, as vehicles that pass a place in equal numbers would meet it; volumes by
    /// the arithmetic.
    private static Scan scan(CorridorSetting.Named named, Observed observed, boolean[] joined, double[] freeFlow) {
        Panel panel = observed.panel();
        boolean isOfSpeeds = observed.kind() == Observed.Kind.SPEED;
        int[] along = named.corridor().detectors();
        double[][] value = new double[along.length][panel.slotsPerDay()];
        int[][] days = new int[along.length][panel.slotsPerDay()];
        for (int at = 0; at < along.length; at++) {
            for (int step = 0; step < joined.length; step++) {
                double seen = panel.value(along[at], step);
                if (joined[step] && (isOfSpeeds ? seen > 0 : seen >= 0)) {
                    value[at][panel.slot(step)] += isOfSpeeds ? 1 / seen : seen;
                    days[at][panel.slot(step)]++;
                }
            }
            for (int slot = 0; slot < value[at].length; slot++) {
                double mean = value[at][slot] / days[at][slot];
                value[at][slot] = isOfSpeeds ? 1 / mean : mean;
            }
        }
        return new Scan(
                named.name(),
                named.corridor(),
                Arrays.stream(along).mapToObj(observed.detectors().list()::get).toList(),
                value,
                days,
                Arrays.stream(along).mapToDouble(i -> freeFlow[i]).toArray());
    }
}
