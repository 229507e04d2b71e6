package org.dosi.source;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dosi.model.Issue;
import org.dosi.model.QualityElement;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/// The list of counting points in a workbook of Seoul's traffic volumes: the sheet that is headed 지점번호, 위도,
/// 경도.
///
/// A workbook without that sheet has counts and no places; that is remarked on, once.
final class VolumePoints {

    /// A point of the list. The roads of its two directions come from `[성산로]봉원고가차도->독립문역`; empty where not
    /// said.
    record CountingPoint(
            String name, String detector, @Nullable Point position, String address, String roadIn, String roadOut) {
        static final CountingPoint UNKNOWN = new CountingPoint("", "", null, "", "", "");
    }

    static final Pattern CODE = Pattern.compile("[A-Z]-\\d{2,3}");

    private static final int HEAD_ROWS = 20;

    private VolumePoints() {}

    static Map<String, CountingPoint> read(XlsxSheets workbook, SourceFile file, ObservationSink sink) {
        for (String name : workbook.names()) {
            try (Stream<XlsxRow> stream = workbook.rows(name)) {
                Iterator<XlsxRow> rows = stream.iterator();
                for (int i = 0; i < HEAD_ROWS && rows.hasNext(); i++) {
                    List<String> headings = rows.next().cells();
                    if (headings.contains("지점번호") && headings.contains("위도") && headings.contains("경도")) {
                        return readRows(rows, headings, sink);
                    }
                }
            }
        }
        sink.issue(new Issue(
                file.place(),
                QualityElement.COMPLETENESS_OMISSION,
                "a sheet of counting points (지점번호, 위도, 경도)",
                "none: the points have no place",
                0));
        return Map.of();
    }

    private static Map<String, CountingPoint> readRows(
            Iterator<XlsxRow> rows, List<String> headings, ObservationSink sink) {
        Map<String, CountingPoint> points = new HashMap<>();
        int code = headings.indexOf("지점번호");
        while (rows.hasNext()) {
            XlsxRow row = rows.next();
            // Below the table stand remarks (※ …), which are no points.
            if (CODE.matcher(row.text(code)).matches()) {
                points.put(row.text(code), point(row, headings, sink));
            }
        }
        return points;
    }

    private static CountingPoint point(XlsxRow row, List<String> headings, ObservationSink sink) {
        return new CountingPoint(
                text(row, headings, "지점명칭", "지점명"),
                text(row, headings, "검지기 유형", "검지기유형"),
                findPosition(row, headings, sink).orElse(null),
                text(row, headings, "주소", "도로명 주소"),
                road(text(row, headings, "유입 방향", "유입방향")),
                road(text(row, headings, "유출방향", "유출 방향")));
    }

    private static Optional<Point> findPosition(XlsxRow row, List<String> headings, ObservationSink sink) {
        int lonColumn = headings.indexOf("경도");
        double lon = row.number(lonColumn);
        double lat = row.number(headings.indexOf("위도"));
        // A number that is none is NaN, which is in no country.
        if (KoreanGrid.isInKorea(lon, lat)) {
            return Optional.of(Polygons.FACTORY.createPoint(new Coordinate(lon, lat)));
        }
        sink.issue(new Issue(
                row.place(lonColumn),
                QualityElement.POSITIONAL_ACCURACY,
                "latitude and longitude in Korea",
                row.text(headings.indexOf("위도")) + ", " + row.text(lonColumn),
                0));
        return Optional.empty();
    }

    private static String text(XlsxRow row, List<String> headings, String... spellings) {
        for (String spelling : spellings) {
            int column = headings.indexOf(spelling);
            if (column >= 0 && !row.text(column).isEmpty()) {
                return row.text(column);
            }
        }
        return "";
    }

    private static String road(String direction) {
        int end = direction.indexOf(']');
        return direction.startsWith("[") && end > 1 ? direction.substring(1, end) : "";
    }
}
