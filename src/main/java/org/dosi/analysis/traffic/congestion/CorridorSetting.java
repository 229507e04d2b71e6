package org.dosi.analysis.traffic.congestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Settings;
import org.dosi.analysis.traffic.Detectors.Detector;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.kernel.traffic.congestion.Corridor;
import org.dosi.kernel.traffic.congestion.Corridors;
import org.dosi.model.NearId;

/// Which detectors stand one behind the other: as the user says, else by the attributes `road`, `direction` and
/// `position_km`, else strung from the neighbours.
final class CorridorSetting {
    static final Parameter CORRIDOR = Parameter.of(
            "corridor",
            Kind.TEXT,
            "",
            "통행 방향 순서의 지점 id(쉼표), 여러 구간은 세미콜론",
            "ids of detectors in the direction of travel, with commas; several corridors with semicolons");

    static final Parameter ROAD = Parameter.of(
            "road", Kind.TEXT, "", "이 도로(속성 road)만", "this road alone, by the detectors' attribute `road`");

    private static final String POSITION = "position_km";

    private CorridorSetting() {}

    /// A corridor with the name that it has in tables.
    record Named(String name, Corridor corridor) {}

    /// Longest first; a detector is on one at most. None where nothing tells.
    static List<Named> of(TrafficData data, Observed observed, Settings settings) {
        List<Named> found = settings.find(CORRIDOR.name())
                .map(text -> given(text, observed))
                .orElseGet(() -> settings.find(ROAD.name()).isPresent() || hasPositions(observed)
                        ? byRoad(observed, settings.find(ROAD.name()).orElse(""))
                        : strung(data, observed));
        if (observed.kind() != Observed.Kind.SPEED) {
            return found;
        }
        return found.stream()
                .map(one -> new Named(one.name, Corridors.directed(one.corridor, observed.panel())))
                .toList();
    }

    private static boolean hasPositions(Observed observed) {
        return observed.detectors().list().stream()
                .anyMatch(one ->
                        one.attributes().containsKey("road") && one.attributes().containsKey(POSITION));
    }

    private static List<Named> given(String text, Observed observed) {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (int i = 0; i < observed.detectors().size(); i++) {
            index.put(observed.detectors().list().get(i).id(), i);
        }
        List<Named> all = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (String part : text.split(";", -1)) {
            int[] detectors = Arrays.stream(part.split(",", -1))
                    .map(String::strip)
                    .mapToInt(id -> {
                        Integer at = index.get(id);
                        if (at == null) {
                            throw new BadSetting("corridor: expected ids of detectors, found '%s'%s"
                                    .formatted(id, NearId.hint(id, index.keySet())));
                        }
                        if (!taken.add(at)) {
                            throw new BadSetting("corridor", "each detector once", id + " twice");
                        }
                        return at;
                    })
                    .toArray();
            if (detectors.length < 2) {
                throw new BadSetting("corridor", "two detectors or more", part.strip());
            }
            Observed.Places places = observed.places();
            all.add(new Named(
                    name(all.size()), Corridor.of(detectors, places.xM(), places.yM(), Corridor.Direction.GIVEN)));
        }
        return all;
    }

    private static String name(int at) {
        return "corridor-" + (at + 1);
    }

    private static List<Named> strung(TrafficData data, Observed observed) {
        Observed.Places places = observed.places();
        List<Named> all = new ArrayList<>();
        for (Corridor one :
                Corridors.find(data.neighbours(observed.detectors()), places.xM(), places.yM(), observed.panel())) {
            all.add(new Named(name(all.size()), one));
        }
        return all;
    }

    /// The detectors of a road in each of its directions by their positions along it.
    private static List<Named> byRoad(Observed observed, String wanted) {
        Map<String, List<Integer>> roads = new TreeMap<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < observed.detectors().size(); i++) {
            Map<String, String> attributes = observed.detectors().list().get(i).attributes();
            String road = attributes.getOrDefault("road", "");
            known.add(road);
            if (!road.isEmpty() && (wanted.isEmpty() || road.equals(wanted)) && attributes.containsKey(POSITION)) {
                String direction = attributes.getOrDefault("direction", "");
                roads.computeIfAbsent(direction.isEmpty() ? road : road + " " + direction, _ -> new ArrayList<>())
                        .add(i);
            }
        }
        if (!wanted.isEmpty() && !known.contains(wanted)) {
            throw new BadSetting("road: expected a road of the detectors, found '%s'%s"
                    .formatted(wanted, NearId.hint(wanted, known)));
        }
        List<Named> all = new ArrayList<>();
        roads.forEach((name, detectors) -> {
            if (detectors.size() > 1) {
                all.add(new Named(name, alongPositions(observed, detectors)));
            }
        });
        if (all.isEmpty()) {
            throw new BadSetting("road: expected detectors with the attribute %s along '%s', found none; name them in"
                            .formatted(POSITION, wanted)
                    + " their order with --corridor");
        }
        all.sort(Comparator.comparingInt(one -> -one.corridor.size()));
        return all;
    }

    private static Corridor alongPositions(Observed observed, List<Integer> detectors) {
        int[] order = detectors.stream()
                .sorted(Comparator.comparingDouble(
                        i -> position(observed.detectors().list().get(i))))
                .mapToInt(Integer::intValue)
                .toArray();
        double first = position(observed.detectors().list().get(order[0]));
        double[] km = Arrays.stream(order)
                .mapToDouble(i -> position(observed.detectors().list().get(i)) - first)
                .toArray();
        return new Corridor(order, km, Corridor.Direction.GIVEN, Double.NaN);
    }

    private static double position(Detector detector) {
        String text = detector.attributes().getOrDefault(POSITION, "");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new BadSetting("position_km of " + detector.id(), "kilometres in the direction of travel", text);
        }
    }
}
