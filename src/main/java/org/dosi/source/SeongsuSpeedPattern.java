package org.dosi.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mean speeds of 37 roads around Seongsu by hour and weekday.
///
/// They are means over fourteen months: of no hour that was, so they are no observations with a time. Each road
/// keeps them as attributes `speed_mon` to `speed_sun`: 24 speeds in km/h with `;` between them, from 00–01 h on.
final class SeongsuSpeedPattern implements ObservationSource {
    private static final String ID = "seongsu-speed-pattern";
    private static final String KIND = "mean speeds of roads by hour and weekday";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int HOURS = 24;
    private static final double FASTEST_KM_PER_H = 200;

    private static final Map<String, String> DAYS = new LinkedHashMap<>();

    static {
        List<String> ko = List.of("월", "화", "수", "목", "금", "토", "일");
        List<String> en = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
        for (int i = 0; i < ko.size(); i++) {
            DAYS.put(ko.get(i), "speed_" + en.get(i));
        }
    }

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            ID,
            Name.of("성수 일대 도로의 요일·시간별 평균속도(topis_traffic_pattern.json)", KIND + ", JSON"),
            Publishers.topis(
                    ID,
                    Name.of("성수 일대 도로의 요일·시간별 평균속도", "Mean speeds of roads around Seongsu by hour and weekday"),
                    Name.of(
                            "TOPIS 도로별 일자별 통행속도(2025년 1월~2026년 2월)를 제3자가 요일·시간별로 평균한 것. 시계열이 아니다.",
                            "TOPIS' speeds of January 2025 to February 2026, averaged by hour and weekday by a third party. No "
                                    + "series of time.")),
            1,
            SourceDescription.Counts.FEATURES,
            false);

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        JsonNode tree = tree(file);
        JsonNode roads = tree.path("roads");
        if (!roads.isObject()
                || roads.isEmpty()
                || !roads.iterator().next().has("월")
                || !tree.path("meta").has("months")) {
            throw new SourceException(file.place(), KIND, "JSON without them");
        }
        int number = 0;
        for (Map.Entry<String, JsonNode> road : roads.properties()) {
            number++;
            sink.row(null, number);
            tell(road.getKey(), road.getValue(), file.place().column("road " + number), sink);
        }
    }

    private static JsonNode tree(SourceFile file) {
        try (InputStream in = file.open()) {
            return MAPPER.readTree(in);
        } catch (JacksonIOException e) {
            throw file.broken(new IOException(e.getOriginalMessage(), e));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw new SourceException(Place.of(file.name(), line), KIND + " as whole JSON", e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw file.broken(e);
        }
    }

    private static void tell(String road, JsonNode days, Place place, ObservationSink sink) {
        Map<String, String> attributes = new TreeMap<>(Map.of("road", road));
        for (Map.Entry<String, String> day : DAYS.entrySet()) {
            findSpeeds(days.path(day.getKey())).ifPresent(speeds -> attributes.put(day.getValue(), speeds));
        }
        if (road.isBlank() || attributes.size() != DAYS.size() + 1) {
            sink.issue(new Issue(
                    place,
                    QualityElement.FORMAT_CONSISTENCY,
                    "24 speeds in km/h for each weekday",
                    "others at " + road,
                    1));
            return;
        }
        sink.feature(new FeatureOfInterest(
                FeatureOfInterest.id(FeatureCollection.ROADS, "seongsu/" + road),
                Name.of(road + " (성수)", Romanizer.place(road) + " (Seongsu)"),
                null,
                attributes));
    }

    private static Optional<String> findSpeeds(JsonNode node) {
        StringJoiner speeds = new StringJoiner(";");
        for (int hour = 0; hour < HOURS; hour++) {
            JsonNode speed = node.path(hour);
            if (!speed.isNumber() || speed.doubleValue() < 0 || speed.doubleValue() > FASTEST_KM_PER_H) {
                return Optional.empty();
            }
            speeds.add(speed.asString());
        }
        return node.size() == HOURS ? Optional.of(speeds.toString()) : Optional.empty();
    }
}
