package org.dosi.source;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.QualityElement;

/// The class of each of Seoul's named roads. The table has no link ids, so its roads are features of their
/// own, without geometry; which links they consist of is for an analysis to infer by name, and to say so.
final class TopisRoadClasses implements ObservationSource {

    private static final String ID = "topis-road-classes";
    private static final String KIND = "classes of Seoul's roads";
    private static final List<String> HEADINGS = List.of("도로축코드", "도로명", "도로기능별 구분코드", "도로기능별 구분명");

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            ID,
            Name.of("서울시 도로정보(도로기능별 구분), XLSX", KIND + ", XLSX"),
            Publishers.topis(
                    ID,
                    Name.of("서울시 도로 기능 구분", "Classes of Seoul's roads"),
                    Name.of(
                            "도로축코드별 도로명과 기능(2 도시고속도로, 3 주간선도로, 4 보조간선도로, 5 기타도로). 링크 번호는 없다.",
                            "Name and class (2 urban expressway, 3 major arterial, 4 minor arterial, 5 other) of each road. "
                                    + "There are no link ids.")),
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
            boolean found = false;
            Set<String> told = new HashSet<>();
            for (String name : workbook.names()) {
                try (Stream<XlsxRow> stream = workbook.rows(name)) {
                    Iterator<XlsxRow> rows = stream.iterator();
                    List<String> headings = rows.hasNext() ? rows.next().cells() : List.of();
                    if (headings.containsAll(HEADINGS) && rows.hasNext()) {
                        int[] columns =
                                HEADINGS.stream().mapToInt(headings::indexOf).toArray();
                        rows.forEachRemaining(row -> tell(row, columns, told, sink));
                        found = true;
                    }
                }
            }
            if (!found) {
                throw workbook.wrongKind("a sheet of rows headed " + String.join(", ", HEADINGS));
            }
        }
    }

    private static void tell(XlsxRow row, int[] columns, Set<String> told, ObservationSink sink) {
        if (row.isBlank()) {
            return;
        }
        sink.row(row.sheet(), row.line());
        String code = row.text(columns[0]);
        String ko = row.text(columns[1]);
        Optional<RoadClass> roadClass = RoadClass.find(row.text(columns[2]));
        if (!code.matches("\\d+") || ko.isEmpty()) {
            sink.issue(new Issue(
                    row.place(columns[0]),
                    QualityElement.FORMAT_CONSISTENCY,
                    "a road's code and name",
                    code + " " + ko,
                    1));
        } else if (roadClass.isEmpty()) {
            sink.issue(new Issue(
                    row.place(columns[2]),
                    QualityElement.DOMAIN_CONSISTENCY,
                    "a class from 2 to 5",
                    row.text(columns[2]),
                    1));
        } else if (!told.add(code)) {
            sink.issue(new Issue(
                    row.place(columns[0]),
                    QualityElement.COMPLETENESS_COMMISSION,
                    "each road once",
                    code + " again",
                    1));
        } else {
            checkName(row, columns[3], roadClass.get(), sink);
            sink.feature(new FeatureOfInterest(
                    FeatureOfInterest.id(FeatureCollection.ROADS, code),
                    Name.of(ko, Romanizer.place(ko)),
                    null,
                    Map.of(
                            "road",
                            ko,
                            "class_code",
                            roadClass.get().code(),
                            "road_class",
                            roadClass.get().ko(),
                            "road_class_en",
                            roadClass.get().en())));
        }
    }

    private static void checkName(XlsxRow row, int column, RoadClass roadClass, ObservationSink sink) {
        if (!row.text(column).equals(roadClass.ko())) {
            sink.issue(new Issue(
                    row.place(column),
                    QualityElement.CONCEPTUAL_CONSISTENCY,
                    roadClass.ko() + " for " + roadClass.code(),
                    row.text(column),
                    0));
        }
    }
}
