package org.dosi.analysis.traffic.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.finding.Figures;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.kernel.traffic.incidents.Incident;
import org.dosi.model.Name;

/// What happened, in a sentence or two in both languages: how far it reached, what was closed, what emptied, what
/// filled. Roads stand in the order of what they lost.
final class IncidentSentence {
    private static final int MOST_ROADS = 10;

    /// Whoever was held up by a closed road looks for it here.
    private static final int MOST_CLOSED = 40;

    /// A road is emptied or crowded that departs by more.
    private static final double EMPTIED = -0.3;

    private static final double CROWDED = 0.3;

    private final Detectors detectors;
    private final Incident incident;

    private IncidentSentence(Detectors detectors, Incident incident) {
        this.detectors = detectors;
        this.incident = incident;
    }

    static Name of(Detectors detectors, Incident incident) {
        return new IncidentSentence(detectors, incident).sentence();
    }

    private boolean isSpeed() {
        return detectors.variable().id().contains("speed");
    }

    private Name sentence() {
        double hours = (incident.toStep() - incident.fromStep())
                * (double) detectors.panel().stepSeconds()
                / 3600;
        String lasted = Figures.fixed(hours, hours < 10 && hours != Math.rint(hours) ? 1 : 0);
        String percent = Figures.percent(Math.abs(incident.change()), 0);
        boolean less = incident.change() < 0;
        Name measure = isSpeed() ? Name.of("속도", "speeds") : Name.of("교통량", "traffic");
        StringBuilder ko = new StringBuilder();
        StringBuilder en = new StringBuilder();
        if (incident.cityWide()) {
            ko.append("도시 전체: %s시간 동안 %s 평소보다 %s %s. "
                    .formatted(lasted, withTopic(measure.ko()), percent, less ? "적음" : "많음"));
            en.append("Whole city: %s %s than expected for %s h. "
                    .formatted(
                            percent,
                            isSpeed()
                                    ? (less ? "lower speeds" : "higher speeds")
                                    : (less ? "less traffic" : "more traffic"),
                            lasted));
        } else {
            int points = incident.parts().size();
            ko.append("%d개 지점: %s시간 동안 %s 평소보다 %s %s. "
                    .formatted(points, lasted, withTopic(measure.ko()), percent, less ? "적음" : "많음"));
            en.append("%d %s: %s %s than expected for %s h. "
                    .formatted(
                            points,
                            points == 1 ? "point" : "points",
                            percent,
                            isSpeed()
                                    ? (less ? "lower speeds" : "higher speeds")
                                    : (less ? "less traffic" : "more traffic"),
                            lasted));
        }
        List<Incident.Part> closed =
                parts(incident.parts().stream().filter(Incident.Part::isClosed).toList());
        List<Incident.Part> emptied = parts(incident.parts().stream()
                .filter(part -> !part.isClosed() && part.change() <= EMPTIED)
                .toList());
        List<Incident.Part> crowded = parts(incident.parts().stream()
                .filter(part -> !part.isClosed() && part.change() >= CROWDED)
                .toList());
        append(ko, en, Name.of("통제되었거나 검지기가 멈춤", "Closed or detectors out"), closed, List.of(), MOST_CLOSED);
        append(ko, en, isSpeed() ? Name.of("느려짐", "Slowed") : Name.of("비었음", "Emptied"), emptied, closed, MOST_ROADS);
        append(ko, en, isSpeed() ? Name.of("빨라짐", "Faster") : Name.of("몰림", "Crowded"), crowded, List.of(), MOST_ROADS);
        return Name.of(ko.toString().strip(), en.toString().strip());
    }

    /// 교통량이, 속도가.
    private static String withTopic(String word) {
        char last = word.charAt(word.length() - 1);
        return word + ((last - 0xac00) % 28 == 0 ? "가" : "이");
    }

    private static List<Incident.Part> parts(List<Incident.Part> some) {
        List<Incident.Part> sorted = new ArrayList<>(some);
        sorted.sort(Comparator.comparingDouble(
                        (Incident.Part part) -> -Math.abs(part.change()) * (part.toStep() - part.fromStep()))
                .thenComparingInt(Incident.Part::datastream));
        return sorted;
    }

    private void append(
            StringBuilder ko,
            StringBuilder en,
            Name heading,
            List<Incident.Part> parts,
            List<Incident.Part> told,
            int most) {
        Map<String, Name> roads = new LinkedHashMap<>();
        for (Incident.Part part : parts) {
            Name road = road(detectors.list().get(part.datastream()));
            roads.putIfAbsent(road.ko(), road);
        }
        told.forEach(part ->
                roads.remove(road(detectors.list().get(part.datastream())).ko()));
        if (roads.isEmpty()) {
            return;
        }
        List<Name> first = roads.values().stream().limit(most).toList();
        int more = roads.size() - first.size();
        ko.append("%s: %s%s. "
                .formatted(
                        heading.ko(),
                        String.join(", ", first.stream().map(Name::ko).toList()),
                        more == 0 ? "" : " 외 %d곳".formatted(more)));
        en.append("%s: %s%s. "
                .formatted(
                        heading.en(),
                        String.join(
                                ", ", first.stream().map(IncidentSentence::both).toList()),
                        more == 0 ? "" : " and %d more".formatted(more)));
    }

    /// The Korean name behind the romanised one: who looks for a road on a map needs it.
    private static String both(Name road) {
        return road.ko().equals(road.en()) ? road.en() : "%s (%s)".formatted(road.en(), road.ko());
    }

    /// The road of a point's name, without what tells its points apart: 올림픽대로 of 올림픽대로(개화IC) 유입.
    static Name road(Detectors.Detector detector) {
        return Name.of(
                detector.name()
                        .ko()
                        .replaceAll(" (유입|유출)$", "")
                        .replaceAll("\\(.*\\)$", "")
                        .strip(),
                detector.name()
                        .en()
                        .replaceAll(", (inbound|outbound)$", "")
                        .replaceAll("\\(.*\\)$", "")
                        .strip());
    }
}
