package org.dosi.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.QualityElement;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/// The geometry of TOPIS' road links: a workbook with a row for each vertex, in the plane of EPSG:5181.
///
/// A link is told whole or not at all: one vertex that cannot be read would draw it wrongly.
final class TopisLinks implements ObservationSource {
    private static final String ID = "topis-links";
    private static final String KIND = "vertices of TOPIS road links";
    private static final List<String> HEADINGS = List.of("LINK_ID", "VER_SEQ", "GRS80TM_X", "GRS80TM_Y");

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            ID,
            Name.of("TOPIS 서비스링크 보간점 정보, XLSX", KIND + ", XLSX"),
            Publishers.topis(
                    ID,
                    Name.of("TOPIS 서비스링크", "TOPIS road links"),
                    Name.of(
                            "서울시 교통정보 서비스링크의 보간점(EPSG:5181). 도로명과 도로 등급은 이 파일에 없다.",
                            "The lines of the links for which Seoul publishes traffic information, from EPSG:5181. Names and "
                                    + "classes of roads are not in this file.")),
            1,
            SourceDescription.Counts.FEATURES,
            false);

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        try (XlsxSheets workbook = XlsxSheets.open(file, KIND)) {
            Map<String, Link> links = new LinkedHashMap<>();
            for (String name : workbook.names()) {
                try (Stream<XlsxRow> stream = workbook.rows(name)) {
                    Iterator<XlsxRow> rows = stream.iterator();
                    if (rows.hasNext()) {
                        List<String> headings = rows.next().cells();
                        if (headings.containsAll(HEADINGS)) {
                            collect(
                                    rows,
                                    HEADINGS.stream()
                                            .mapToInt(headings::indexOf)
                                            .toArray(),
                                    links,
                                    sink);
                        }
                    }
                }
            }
            if (links.isEmpty()) {
                throw workbook.wrongKind("a sheet of rows headed " + String.join(", ", HEADINGS));
            }
            links.forEach((id, link) -> tell(id, link, sink));
        }
    }

    private record Vertex(double order, Coordinate place) {}

    /// What is known of a link so far.
    private static final class Link {
        private final XlsxRow first;
        private final List<Vertex> vertices = new ArrayList<>();
        private @Nullable Issue defect;

        Link(XlsxRow first) {
            this.first = first;
        }
    }

    private static void collect(Iterator<XlsxRow> rows, int[] columns, Map<String, Link> links, ObservationSink sink) {
        KoreanGrid grid = KoreanGrid.epsg5181();
        while (rows.hasNext()) {
            XlsxRow row = rows.next();
            // Some 10,000 blank rows follow the last link.
            if (row.isBlank()) {
                continue;
            }
            sink.row(row.sheet(), row.line());
            String id = row.text(columns[0]);
            if (!id.matches("\\d{10}")) {
                // No link is lost that would have a name: a remark.
                sink.issue(new Issue(
                        row.place(columns[0]), QualityElement.FORMAT_CONSISTENCY, "a link id of 10 digits", id, 0));
                continue;
            }
            Link link = links.computeIfAbsent(id, _ -> new Link(row));
            double order = row.number(columns[1]);
            Optional<Coordinate> place = grid.findLonLat(row.number(columns[2]), row.number(columns[3]));
            if (place.isEmpty()) {
                link.defect = new Issue(
                        row.place(columns[2]),
                        QualityElement.POSITIONAL_ACCURACY,
                        "coordinates of EPSG:5181 in Korea",
                        row.text(columns[2]) + ", " + row.text(columns[3]),
                        1);
            } else if (Double.isNaN(order)) {
                link.defect = new Issue(
                        row.place(columns[1]),
                        QualityElement.FORMAT_CONSISTENCY,
                        "the number of a vertex",
                        row.text(columns[1]),
                        1);
            } else {
                link.vertices.add(new Vertex(order, place.get()));
            }
        }
    }

    private static void tell(String id, Link link, ObservationSink sink) {
        link.vertices.sort(Comparator.comparingDouble(Vertex::order));
        Issue defect = link.defect == null ? findDefect(id, link) : link.defect;
        if (defect != null) {
            sink.issue(defect);
            return;
        }
        Coordinate[] line = link.vertices.stream().map(Vertex::place).toArray(Coordinate[]::new);
        sink.row(link.first.sheet(), link.first.line());
        sink.feature(new FeatureOfInterest(
                FeatureOfInterest.id(FeatureCollection.LINKS, id),
                Name.of(id),
                Polygons.FACTORY.createLineString(line),
                Map.of("link_id", id)));
    }

    private static @Nullable Issue findDefect(String id, Link link) {
        List<Vertex> vertices = link.vertices;
        for (int i = 1; i < vertices.size(); i++) {
            if (vertices.get(i).order == vertices.get(i - 1).order) {
                return new Issue(
                        link.first.place(),
                        QualityElement.CONCEPTUAL_CONSISTENCY,
                        "each vertex of a link once",
                        "vertex " + Math.round(vertices.get(i).order) + " of " + id + " twice",
                        1);
            }
        }
        boolean line = vertices.stream().map(Vertex::place).distinct().count() > 1;
        return line
                ? null
                : new Issue(
                        link.first.place(),
                        QualityElement.POSITIONAL_ACCURACY,
                        "two places or more for a link",
                        "one for " + id,
                        1);
    }
}
