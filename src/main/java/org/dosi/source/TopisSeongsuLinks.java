package org.dosi.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Road name, class, direction and lanes of 252 links around Seongsu: the only links of which the class is
/// published.
final class TopisSeongsuLinks implements ObservationSource {
    private static final String ID = "topis-seongsu-links";
    private static final String KIND = "road links around Seongsu with road_name and road_type";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            ID,
            Name.of("성수 일대 TOPIS 링크(topis_seongsu_links.json)", KIND + ", JSON"),
            Publishers.topis(
                    ID,
                    Name.of("성수 일대 도로 링크의 도로명과 등급", "Names and classes of road links around Seongsu"),
                    Name.of(
                            "TOPIS 자료를 제3자가 모은 것: 252개 링크의 도로명, 방향, 차로 수, 길이, 도로 기능.",
                            "Compiled from TOPIS by a third party: road name, direction, lanes, length and class of 252 "
                                    + "links.")),
            1,
            SourceDescription.Counts.FEATURES,
            false);

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        JsonNode links = tree(file).path("links");
        if (!links.isArray()
                || links.isEmpty()
                || !links.get(0).has("link_id")
                || !links.get(0).has("road_name")) {
            throw new SourceException(file.place(), KIND, "JSON without them");
        }
        Set<String> told = new HashSet<>();
        int number = 0;
        for (JsonNode link : links) {
            number++;
            sink.row(null, number);
            tell(link, file.place().column("link " + number), told, sink);
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

    private static void tell(JsonNode link, Place place, Set<String> told, ObservationSink sink) {
        String id = link.path("link_id").asString("");
        String road = link.path("road_name").asString("");
        Optional<LineString> line = findLine(link.path("coordinates"));
        Optional<RoadClass> roadClass =
                RoadClass.findByName(link.path("road_type").asString(""));
        if (!id.matches("\\d{10}") || road.isBlank()) {
            sink.issue(new Issue(
                    place, QualityElement.FORMAT_CONSISTENCY, "a link id of 10 digits and a road", id + " " + road, 1));
        } else if (line.isEmpty()) {
            sink.issue(new Issue(
                    place, QualityElement.POSITIONAL_ACCURACY, "two places or more in Korea", "none at " + id, 1));
        } else if (!told.add(id)) {
            sink.issue(new Issue(place, QualityElement.COMPLETENESS_COMMISSION, "each link once", id + " again", 1));
        } else {
            Map<String, String> attributes = new TreeMap<>(Map.of("link_id", id, "road", road));
            roadClass.ifPresent(known -> {
                attributes.put("class_code", known.code());
                attributes.put("road_class", known.ko());
                attributes.put("road_class_en", known.en());
            });
            put(attributes, "lanes", link.path("lanes"));
            put(attributes, "length_m", link.path("distance"));
            put(attributes, "direction", link.path("direction"));
            sink.feature(new FeatureOfInterest(
                    FeatureOfInterest.id(FeatureCollection.LINKS, id),
                    name(road, link.path("direction").asString("")),
                    line.get(),
                    attributes));
        }
    }

    private static Name name(String road, String direction) {
        String latin = Romanizer.place(road);
        return switch (direction) {
            case "상행" -> Name.of(road + " 상행", latin + ", up");
            case "하행" -> Name.of(road + " 하행", latin + ", down");
            default -> Name.of(road, latin);
        };
    }

    private static void put(Map<String, String> attributes, String key, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            attributes.put(key, value.asString());
        }
    }

    private static Optional<LineString> findLine(JsonNode node) {
        Coordinate[] points = new Coordinate[node.size()];
        for (int i = 0; i < points.length; i++) {
            JsonNode point = node.get(i);
            boolean pair = point != null
                    && point.size() >= 2
                    && point.get(0).isNumber()
                    && point.get(1).isNumber();
            if (!pair
                    || !KoreanGrid.isInKorea(
                            point.get(0).doubleValue(), point.get(1).doubleValue())) {
                return Optional.empty();
            }
            points[i] = new Coordinate(point.get(0).doubleValue(), point.get(1).doubleValue());
        }
        return points.length < 2 ? Optional.empty() : Optional.of(Polygons.FACTORY.createLineString(points));
    }
}
