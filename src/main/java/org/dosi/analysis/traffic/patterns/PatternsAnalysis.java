package org.dosi.analysis.traffic.patterns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Figures;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.TrafficAnalysis;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.kernel.stat.StepTest;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.patterns.DirectionAsymmetry;
import org.dosi.kernel.traffic.patterns.PatternChanges;
import org.dosi.kernel.traffic.patterns.Patterns;
import org.dosi.kernel.traffic.patterns.WeekProfiles;
import org.dosi.model.Name;

/// The few patterns of which the city's weeks are made, where each is strongest, which roads run one way in the
/// morning and the other in the evening, and what changed within the window.
public final class PatternsAnalysis implements TrafficAnalysis<PatternsAnalysis.Found> {
    static final int FEWEST = 3;

    private static final int MOST_PARTS = 8;
    private static final long DAY_S = 86_400;

    @Override
    public String id() {
        return "patterns";
    }

    @Override
    public Name title() {
        return Name.of(
                "규칙적인 흐름: 패턴과 그 장소, 출퇴근 방향, 기간 안의 변화",
                "Patterns of the week, where they are strongest, commuting directions, and what changed");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "parts",
                        Parameter.Kind.COUNT,
                        "0",
                        "패턴 수(0이면 안정성으로 정함)",
                        "number of patterns; 0: chosen by stability"),
                Parameter.of("seed", Parameter.Kind.COUNT, "1", "난수 씨앗", "seed of the random draws"));
    }

    @Override
    public Found find(TrafficData data, Settings settings) {
        int parts = settings.count("parts", 0, 12);
        int seed = settings.count("seed", 0, Integer.MAX_VALUE);
        Detectors detectors = data.detectors();
        CityBaseline city = CityBaseline.of(detectors.panel(), data.calendar()::dayClass);
        WeekProfiles week = week(detectors, city, data);
        Patterns patterns = Patterns.of(week, new Patterns.Settings(parts, Math.max(parts, MOST_PARTS), seed));
        PatternChanges changes = PatternChanges.of(week, patterns, levels(city, week, isSpeed(detectors)), seed);
        List<Road> roads = isSpeed(detectors) ? List.of() : roads(detectors, week, seed);
        Provenance provenance =
                data.provenance(id(), detectors.inputs(), settings.used()).with(remarks(detectors, week));
        return new Found(provenance, detectors, week.slotSeconds(), patterns, changes, roads);
    }

    static boolean isSpeed(Detectors detectors) {
        String unit = detectors.variable().unit();
        return detectors.variable().id().contains("speed") || unit.equals("km/h") || unit.equals("[mi_i]/h");
    }

    /// @throws BadSetting if too few datastreams can be told
    static WeekProfiles week(Detectors detectors, CityBaseline city, TrafficData data) {
        WeekProfiles week = WeekProfiles.of(city, data.calendar()::dayClass, isSpeed(detectors));
        if (week.datastreams().length < FEWEST) {
            throw BadSetting.of(
                    "한 주의 모습을 알 만한 지점이 적어도 %d곳 필요한데 %d곳뿐입니다".formatted(FEWEST, week.datastreams().length),
                    "expected at least %d detectors with most hours of a week, found %d"
                            .formatted(FEWEST, week.datastreams().length));
        }
        return week;
    }

    static List<Name> remarks(Detectors detectors, WeekProfiles week) {
        int left = detectors.size() - week.datastreams().length;
        return left == 0
                ? List.of()
                : List.of(Name.of(
                        "자료가 너무 적은 %d곳은 뺐습니다".formatted(left),
                        "%d detectors with too little data are left out".formatted(left)));
    }

    private static double[][] levels(CityBaseline city, WeekProfiles week, boolean speed) {
        double[][] level = new double[city.panel().datastreams()][week.days()];
        for (int i = 0; i < level.length; i++) {
            for (int day = 0; day < week.days(); day++) {
                level[i][day] = speed ? 1 : city.baseline().level(i, week.epochDay(day) * DAY_S);
            }
        }
        return level;
    }

    private static List<Road> roads(Detectors detectors, WeekProfiles week, int seed) {
        Map<String, Map<String, Integer>> byPoint = new LinkedHashMap<>();
        for (int i : week.datastreams()) {
            Map<String, String> attributes = detectors.list().get(i).attributes();
            String point = attributes.get("point");
            String direction = attributes.get("direction");
            if (point != null && direction != null) {
                byPoint.computeIfAbsent(point, _ -> new LinkedHashMap<>()).put(direction, i);
            }
        }
        List<Road> roads = new ArrayList<>();
        byPoint.forEach((point, ways) -> {
            Integer in = ways.get("in");
            Integer out = ways.get("out");
            if (in != null && out != null) {
                roads.add(new Road(point, detectors.list().get(in), DirectionAsymmetry.of(week, in, out, seed)));
            }
        });
        roads.removeIf(road -> Double.isNaN(road.asymmetry().index()));
        roads.sort(Comparator.comparingDouble(
                (Road road) -> -Math.abs(road.asymmetry().index())));
        return roads;
    }

    /// A point with both directions.
    ///
    /// @param in the detector of the direction into the centre
    public record Road(String point, Detectors.Detector in, DirectionAsymmetry asymmetry) {}

    /// @param slotS seconds of a slot of the patterns
    /// @param roads the most asymmetric first; none where the data name no directions
    public record Found(
            Provenance provenance,
            Detectors detectors,
            long slotS,
            Patterns patterns,
            PatternChanges changes,
            List<Road> roads)
            implements Finding {

        public Found {
            roads = List.copyOf(roads);
        }

        /// How many patterns there are.
        public int parts() {
            return patterns.patterns().size();
        }

        /// How many datastreams have loadings.
        public int rows() {
            return patterns.datastreams().length;
        }

        /// Slots in a day.
        public int slots() {
            return patterns.slots();
        }

        /// By class (weekday, Saturday, day off), then slot: times the pattern's weekly mean.
        public double[][] weight(int k) {
            return patterns.patterns().get(k).weight();
        }

        /// Of all traffic.
        public double share(int k) {
            return patterns.patterns().get(k).share();
        }

        public double loading(int n, int k) {
            return patterns.loadings()[n][k];
        }

        /// The pattern in few words.
        public Name heading(int k) {
            return PatternSentence.heading(detectors, patterns, k);
        }

        /// Whether the pattern changed, and by how much.
        public Name change(int k) {
            PatternChanges.Test test = changes.tests().get(k);
            if (Double.isNaN(test.p())) {
                return Name.of("변화를 알기에는 기간이 짧음", "the window is too short to tell a change");
            }
            if (test.steps().isEmpty()) {
                return Name.of(
                        "기간 안에 자료가 보여 주는 변화 없음(p = %s)".formatted(Figures.fixed(test.p(), 2)),
                        "no change within the window that the data show (p = %s)"
                                .formatted(Figures.fixed(test.p(), 2)));
            }
            List<String> ko = new ArrayList<>();
            List<String> en = new ArrayList<>();
            for (StepTest.Step step : test.steps()) {
                String date = LocalDate.ofEpochDay(changes.monday()[step.at()]).toString();
                String size = signed(step.size());
                String reach = signed(step.lower()) + "…" + signed(step.upper());
                ko.add("%s 주부터 %s(95 %% 구간 %s)".formatted(date, size, reach));
                en.add("%s from the week of %s (95 %% interval %s)".formatted(size, date, reach));
            }
            return Name.of(String.join(", ", ko), String.join(", ", en));
        }

        private static String signed(double share) {
            return (share < 0 ? "−" : "+") + Figures.percent(Math.abs(share), 0);
        }

        /// A row for each pattern, class of day and time.
        @Override
        public ResultTable table() {
            List<String> dayClass = new ArrayList<>();
            List<String> time = new ArrayList<>();
            List<long[]> cells = new ArrayList<>();
            List<double[]> numbers = new ArrayList<>();
            for (int k = 0; k < patterns.patterns().size(); k++) {
                Patterns.Pattern pattern = patterns.patterns().get(k);
                for (int c = 0; c < WeekProfiles.CLASSES.size(); c++) {
                    for (int slot = 0; slot < patterns.slots() && !Double.isNaN(pattern.weight()[c][0]); slot++) {
                        cells.add(new long[] {k + 1});
                        dayClass.add(Parameter.word(WeekProfiles.CLASSES.get(c)));
                        time.add(PatternSentence.time(slot * slotS / 3600.0));
                        numbers.add(new double[] {pattern.weight()[c][slot], pattern.standardError()[c][slot]});
                    }
                }
            }
            return ResultTable.of(
                    new ResultTable.Counts(
                            "pattern", cells.stream().mapToLong(cell -> cell[0]).toArray()),
                    new ResultTable.Texts("day_class", dayClass),
                    new ResultTable.Texts("time", time),
                    new ResultTable.Numbers(
                            "weight", numbers.stream().mapToDouble(n -> n[0]).toArray()),
                    new ResultTable.Numbers(
                            "standard_error",
                            numbers.stream().mapToDouble(n -> n[1]).toArray()));
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("unit", detectors.variable().unit());
            details.put("measure", isSpeed(detectors) ? "slowness" : "volume");
            details.put("explained", patterns.explained());
            details.put(
                    "patterns",
                    IntStream.range(0, patterns.patterns().size())
                            .mapToObj(this::pattern)
                            .toList());
            details.put("trials", patterns.trials().stream().map(Found::trial).toList());
            details.put("loadings", loadings());
            details.put("weeks", weeks());
            details.put("asymmetry", roads.stream().map(Found::road).toList());
            return details;
        }

        private Map<String, Object> pattern(int k) {
            Patterns.Pattern pattern = patterns.patterns().get(k);
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("pattern", k + 1);
            map.put("heading", heading(k));
            map.put("sentence", PatternSentence.of(detectors, patterns, k));
            map.put("share", pattern.share());
            map.put("share_error", pattern.shareError());
            map.put("peak_class", Parameter.word(pattern.peakClass()));
            map.put("peak_time", PatternSentence.time(pattern.peakHour()));
            map.put("peak_error_minutes", 60 * pattern.peakError());
            map.put("direction_balance", PatternSentence.balance(detectors, patterns, k));
            map.put("change", change(k));
            map.put("change_p", changes.tests().get(k).p());
            map.put(
                    "changes",
                    changes.tests().get(k).steps().stream().map(this::step).toList());
            return map;
        }

        private Map<String, Object> step(StepTest.Step step) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("week", week(step.at()));
            map.put("week_earliest", week(step.earliest()));
            map.put("week_latest", week(step.latest()));
            map.put("size", step.size());
            map.put("lower", step.lower());
            map.put("upper", step.upper());
            return map;
        }

        private String week(int at) {
            return LocalDate.ofEpochDay(changes.monday()[at]).toString();
        }

        private static Map<String, Object> trial(Patterns.Trial trial) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("parts", trial.parts());
            map.put("instability", trial.instability());
            map.put("explained", trial.explained());
            return map;
        }

        private List<Map<String, Object>> loadings() {
            List<Map<String, Object>> list = new ArrayList<>();
            for (int n = 0; n < patterns.datastreams().length; n++) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("datastream", detector(n).id());
                map.put("name", detector(n).name());
                map.put("loading", patterns.loadings()[n]);
                list.add(map);
            }
            return list;
        }

        /// The detector of a row of the loadings.
        public Detectors.Detector detector(int n) {
            return detectors.list().get(patterns.datastreams()[n]);
        }

        /// Of the modelled traffic of a datastream, the part that is a pattern's.
        public double share(int n, int k) {
            return PatternSentence.share(patterns, n, k);
        }

        private Map<String, Object> weeks() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put(
                    "week",
                    IntStream.range(0, changes.monday().length)
                            .mapToObj(this::week)
                            .toList());
            for (int k = 0; k < changes.strength().length; k++) {
                map.put(Integer.toString(k + 1), changes.strength()[k]);
            }
            return map;
        }

        private static Map<String, Object> road(Road road) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("point", road.point());
            map.put("name", road.in().name());
            map.put("morning_in", road.asymmetry().morning());
            map.put("evening_in", road.asymmetry().evening());
            map.put("index", road.asymmetry().index());
            map.put("lower", road.asymmetry().lower());
            map.put("upper", road.asymmetry().upper());
            map.put("days", road.asymmetry().days());
            return map;
        }
    }
}
