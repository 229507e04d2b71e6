package org.dosi.analysis.traffic.congestion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Settings;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.kernel.traffic.congestion.RoadStandard;

/// The kind of road that a detector stands on: as the user says, else as its attributes `road_class` and `lanes` do,
/// else unknown. Never guessed.
final class RoadSetting {
    /// What the user may say.
    enum RoadClass {
        AS_PUBLISHED,
        EXPRESSWAY,
        URBAN_EXPRESSWAY,
        ARTERIAL
    }

    static final Parameter CLASS = Parameter.choice(
            "road-class", RoadClass.AS_PUBLISHED, "도로 등급(모를 때 지정)", "the kind of road, where the data do not say");

    static final Parameter LANES = Parameter.of(
            "lanes",
            Parameter.Kind.COUNT,
            "",
            "한 방향 차로 수(법정 기준용)",
            "lanes in one direction, for the legal threshold of arterials");

    /// Words that publishers use.
    private static final Map<String, RoadClass> WORDS = Map.of(
            "고속도로", RoadClass.EXPRESSWAY,
            "expressway", RoadClass.EXPRESSWAY,
            "motorway", RoadClass.EXPRESSWAY,
            "도시고속도로", RoadClass.URBAN_EXPRESSWAY,
            "urban expressway", RoadClass.URBAN_EXPRESSWAY,
            "주간선도로", RoadClass.ARTERIAL,
            "보조간선도로", RoadClass.ARTERIAL,
            "arterial", RoadClass.ARTERIAL,
            "minor arterial", RoadClass.ARTERIAL,
            "major arterial", RoadClass.ARTERIAL);

    private static final int WIDE = 4;

    private final RoadClass given;
    private final int lanes;

    private RoadSetting(RoadClass given, int lanes) {
        this.given = given;
        this.lanes = lanes;
    }

    static RoadSetting of(Settings settings) {
        return new RoadSetting(
                settings.choice(CLASS.name(), RoadClass.class),
                settings.find(LANES.name()).isEmpty() ? 0 : settings.count(LANES.name(), 1, 10));
    }

    RoadStandard standard(Detectors.Detector detector) {
        RoadClass road = given == RoadClass.AS_PUBLISHED ? published(detector) : given;
        int known = lanes > 0 ? lanes : publishedLanes(detector);
        return switch (road) {
            case AS_PUBLISHED -> RoadStandard.UNKNOWN;
            case EXPRESSWAY -> RoadStandard.EXPRESSWAY;
            case URBAN_EXPRESSWAY -> RoadStandard.URBAN_EXPRESSWAY;
            case ARTERIAL ->
                known == 0 ? RoadStandard.STREET : known >= WIDE ? RoadStandard.WIDE_ARTERIAL : RoadStandard.ARTERIAL;
        };
    }

    private static RoadClass published(Detectors.Detector detector) {
        for (String key : List.of("road_class", "road_class_en")) {
            String word = detector.attributes().getOrDefault(key, "");
            RoadClass road = WORDS.get(
                    word.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' '));
            if (road != null) {
                return road;
            }
        }
        return RoadClass.AS_PUBLISHED;
    }

    private static int publishedLanes(Detectors.Detector detector) {
        String text = detector.attributes().getOrDefault("lanes", "");
        try {
            return text.isBlank() ? 0 : (int) Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new BadSetting("lanes of " + detector.id(), "a whole number", text);
        }
    }
}
