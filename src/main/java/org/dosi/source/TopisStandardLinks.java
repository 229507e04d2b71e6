package org.dosi.source;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.QualityElement;

/// Which links of the national standard network (표준노드링크) each of TOPIS' links consists of, in the order of
/// driving: the attribute `standard_links` of a link, ids with `;` between them.
///
/// The table is of 2020: a link that was renumbered since has none, and some that it has are no more.
final class TopisStandardLinks implements ObservationSource {
    private static final String ID = "topis-standard-links";
    private static final String KIND = "standard links of TOPIS road links";
    private static final List<String> HEADINGS = List.of("서비스링크", "표준링크순서", "표준링크아이디");

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            ID,
            Name.of("TOPIS 서비스링크·표준링크 매핑, XLSX", KIND + ", XLSX"),
            Publishers.topis(
                    ID,
                    Name.of("TOPIS 서비스링크와 표준링크", "TOPIS road links and standard links"),
                    Name.of(
                            "서울시 서비스링크를 이루는 국가 표준링크(2020년 3월). 그 뒤에 바뀐 번호는 없다.",
                            "The links of the national standard network that each TOPIS link consists of, as of March 2020.")),
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
            for (String name : workbook.names()) {
                try (Stream<XlsxRow> stream = workbook.rows(name)) {
                    Iterator<XlsxRow> rows = stream.iterator();
                    List<String> headings = rows.hasNext() ? rows.next().cells() : List.of();
                    if (headings.containsAll(HEADINGS) && rows.hasNext()) {
                        int[] columns =
                                HEADINGS.stream().mapToInt(headings::indexOf).toArray();
                        tell(rows, columns, sink);
                        found = true;
                    }
                }
            }
            if (!found) {
                throw workbook.wrongKind("a sheet of rows headed " + String.join(", ", HEADINGS));
            }
        }
    }

    private static void tell(Iterator<XlsxRow> rows, int[] columns, ObservationSink sink) {
        Map<String, TreeMap<Integer, String>> parts = new LinkedHashMap<>();
        while (rows.hasNext()) {
            XlsxRow row = rows.next();
            if (row.isBlank()) {
                continue;
            }
            sink.row(row.sheet(), row.line());
            String link = row.text(columns[0]);
            String order = row.text(columns[1]);
            String standard = row.text(columns[2]);
            if (!link.matches("\\d{10}") || !order.matches("\\d{1,4}") || !standard.matches("\\d{10}")) {
                sink.issue(new Issue(
                        row.place(columns[0]),
                        QualityElement.FORMAT_CONSISTENCY,
                        "two link ids of 10 digits and a number",
                        link + ", " + order + ", " + standard,
                        1));
            } else if (parts.computeIfAbsent(link, _ -> new TreeMap<>()).putIfAbsent(Integer.parseInt(order), standard)
                    != null) {
                sink.issue(new Issue(
                        row.place(columns[1]),
                        QualityElement.CONCEPTUAL_CONSISTENCY,
                        "each part of a link once",
                        "part " + order + " of " + link + " again",
                        1));
            }
        }
        parts.forEach((link, standard) -> sink.feature(new FeatureOfInterest(
                FeatureOfInterest.id(FeatureCollection.LINKS, link),
                Name.of(link),
                null,
                Map.of("link_id", link, "standard_links", String.join(";", standard.values())))));
    }
}
