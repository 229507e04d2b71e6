package org.dosi.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.QualityElement;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;
import org.jspecify.annotations.Nullable;

/// Hourly traffic volumes of Seoul: a workbook for each month, a row for each point, direction and day.
///
/// Data are on every sheet that has the columns 일자, 지점번호, 방향 and hours (`0시` is 00:00 to 01:00 KST),
/// wherever in the first rows the headings stand. A blank is missing; zeros do not occur.
final class SeoulVolume implements ObservationSource {
    static final ObservedProperty TRAFFIC_VOLUME = ObservedProperty.of("traffic_volume", "교통량", "Traffic volume");

    private static final String ID = "seoul-volume";
    private static final String KIND = "hourly traffic volumes of Seoul, a workbook for each month";
    private static final Pattern HOUR_HEADING = Pattern.compile("(\\d{1,2})시");
    private static final int HEAD_ROWS = 20;
    private static final long HOUR = Stamps.HOUR;

    private static final Map<Character, Name> KINDS_OF_PLACE = Map.of(
            'A', Name.of("도심", "downtown"),
            'B', Name.of("시계", "city border"),
            'C', Name.of("교량", "bridge"),
            'D', Name.of("간선도로", "arterial"),
            'F', Name.of("도시고속도로", "urban expressway"));

    private static final Map<String, Sensor> DETECTORS = Map.of(
            "지자기", new Sensor("magnetic", Name.of("지자기 검지기", "Magnetic detector")),
            "영상", new Sensor("video", Name.of("영상 검지기", "Video detector")),
            "루프", new Sensor("loop", Name.of("루프 검지기", "Inductive loop")),
            "루프+지자기", new Sensor("loop-magnetic", Name.of("루프·지자기 검지기", "Inductive loop and magnetic detector")));
    private static final Sensor UNKNOWN_DETECTOR =
            new Sensor("unknown", Name.of("검지기(유형 미상)", "Detector of unknown type"));

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            ID,
            Name.of("서울시 교통량 조사자료(월별), XLSX", KIND),
            Publishers.topis(
                    ID,
                    Name.of("서울시 시간별 교통량", "Hourly traffic volumes of Seoul"),
                    Name.of(
                            "서울 139개 지점의 방향별(유입·유출) 시간 교통량. 0시는 00~01시이다. 빈칸은 결측이며 0은 없다: 통제된 도로도 " + "빈칸이다.",
                            "Vehicles per hour in both directions at 139 points. A blank is missing and there are no zeros, "
                                    + "so that a closed road is blank as well.")),
            1,
            SourceDescription.Counts.OBSERVATIONS,
            false);

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        try (XlsxSheets workbook = XlsxSheets.open(file, KIND)) {
            Map<String, VolumePoints.CountingPoint> points = null;
            boolean found = false;
            for (String sheet : workbook.names()) {
                try (Stream<XlsxRow> stream = workbook.rows(sheet)) {
                    Iterator<XlsxRow> rows = stream.iterator();
                    Columns columns = findColumns(rows);
                    if (columns != null && rows.hasNext()) {
                        points = points == null ? VolumePoints.read(workbook, file, sink) : points;
                        new Reading(columns, points, sink).tell(rows);
                        found = true;
                    }
                }
            }
            if (!found) {
                throw workbook.wrongKind("a sheet of rows headed 일자, 지점번호, 방향, 0시…23시");
            }
        }
    }

    /// @param hourOf the hour at which each of the columns `hours` begins
    private record Columns(
            int date, int name, int point, int direction, int towards, int[] hours, int[] hourOf, int size) {}

    private static @Nullable Columns findColumns(Iterator<XlsxRow> rows) {
        for (int i = 0; i < HEAD_ROWS && rows.hasNext(); i++) {
            List<String> headings = rows.next().cells();
            int date = headings.indexOf("일자");
            int point = headings.indexOf("지점번호");
            int direction = headings.indexOf("방향");
            int[] hours = IntStream.range(0, headings.size())
                    .filter(column -> hour(headings.get(column)) >= 0)
                    .toArray();
            if (date >= 0 && point >= 0 && direction >= 0 && hours.length > 0) {
                int[] hourOf = Arrays.stream(hours)
                        .map(column -> hour(headings.get(column)))
                        .toArray();
                return new Columns(
                        date,
                        headings.indexOf("지점명"),
                        point,
                        direction,
                        headings.indexOf("구분"),
                        hours,
                        hourOf,
                        headings.size());
            }
        }
        return null;
    }

    /// The hour of a heading such as `7시`; -1 for another heading.
    private static int hour(String heading) {
        Matcher hour = HOUR_HEADING.matcher(heading);
        return hour.matches() && Integer.parseInt(hour.group(1)) < 24 ? Integer.parseInt(hour.group(1)) : -1;
    }

    /// The state of reading one sheet.
    private static final class Reading {
        private final Columns columns;
        private final Map<String, VolumePoints.CountingPoint> points;
        private final ObservationSink sink;
        private final CellTeller teller;
        private final Map<String, Datastream> streams = new HashMap<>();
        private final Map<String, Integer> handles = new HashMap<>();
        private String lastDay = "";
        private Optional<LocalDate> lastDate = Optional.empty();

        Reading(Columns columns, Map<String, VolumePoints.CountingPoint> points, ObservationSink sink) {
            this.columns = columns;
            this.points = points;
            this.sink = sink;
            this.teller = new CellTeller(sink, Numbers.Missing.NOT_NEGATIVE);
        }

        void tell(Iterator<XlsxRow> rows) {
            while (rows.hasNext()) {
                XlsxRow row = rows.next();
                if (!row.isBlank()) {
                    sink.row(row.sheet(), row.line());
                    tell(row);
                }
            }
        }

        private void tell(XlsxRow row) {
            Optional<LocalDate> date = findDate(row);
            if (date.isEmpty()) {
                reject(row, columns.date, QualityElement.TEMPORAL_CONSISTENCY, "a day such as 20220101");
                return;
            }
            if (!VolumePoints.CODE.matcher(row.text(columns.point)).matches()) {
                reject(row, columns.point, QualityElement.DOMAIN_CONSISTENCY, "a point such as A-01");
                return;
            }
            String direction = direction(row.text(columns.direction));
            if (direction.isEmpty()) {
                reject(row, columns.direction, QualityElement.DOMAIN_CONSISTENCY, "유입 or 유출");
                return;
            }
            String code = row.text(columns.point) + "/" + direction;
            Datastream stream = streams.computeIfAbsent(code, _ -> datastream(row, code, direction));
            // Seoul has no summer time: every day has 24 hours of 3,600 seconds.
            long midnight = date.get().atStartOfDay(Stamps.KST).toEpochSecond();
            for (int i = 0; i < columns.hours.length; i++) {
                double value = teller.read(row, columns.hours[i], "");
                if (!Double.isNaN(value)) {
                    long start = midnight + columns.hourOf[i] * HOUR;
                    // Made known with its first value: some points are blank for the whole month.
                    int handle = handles.computeIfAbsent(code, _ -> sink.datastream(stream));
                    sink.observe(handle, start, start + HOUR, value, ObservationSink.UNSTATED);
                }
            }
        }

        /// Rows of one day mostly follow each other or come back, always as the same text.
        private Optional<LocalDate> findDate(XlsxRow row) {
            String text = row.text(columns.date);
            if (!text.equals(lastDay)) {
                lastDay = text;
                lastDate = text.matches("\\d{8}") ? day(text) : row.findDate(columns.date);
            }
            return lastDate;
        }

        private static Optional<LocalDate> day(String digits) {
            try {
                return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
            } catch (DateTimeException _) {
                // 20220230: the row is reported as it stands.
                return Optional.empty();
            }
        }

        private void reject(XlsxRow row, int column, QualityElement element, String expected) {
            teller.reject(row, columns.hours, row.place(column), element, expected, row.text(column));
        }

        private static String direction(String text) {
            return switch (text) {
                case "유입" -> "in";
                case "유출" -> "out";
                default -> "";
            };
        }

        private Datastream datastream(XlsxRow row, String code, String direction) {
            String number = row.text(columns.point);
            VolumePoints.CountingPoint point = points.getOrDefault(number, VolumePoints.CountingPoint.UNKNOWN);
            String road = columns.name < 0 ? point.name() : row.text(columns.name);
            String ko = road.isEmpty() ? number : road;
            String en = road.isEmpty() ? number : Romanizer.place(road);
            boolean in = direction.equals("in");
            FeatureOfInterest feature = new FeatureOfInterest(
                    FeatureOfInterest.id(FeatureCollection.TRAFFIC_POINTS, code),
                    Name.of(ko + (in ? " 유입" : " 유출"), en + (in ? ", inbound" : ", outbound")),
                    point.position(),
                    attributes(row, point, number, direction));
            sink.feature(feature);
            return new Datastream(
                    Datastream.id(ID, code, TRAFFIC_VOLUME),
                    new Thing("traffic-points:" + number, Name.of(ko, en)),
                    DETECTORS.getOrDefault(point.detector(), UNKNOWN_DETECTOR),
                    TRAFFIC_VOLUME,
                    "{vehicles}/h",
                    feature.id(),
                    ID,
                    Step.HOUR);
        }

        private Map<String, String> attributes(
                XlsxRow row, VolumePoints.CountingPoint point, String number, String direction) {
            Map<String, String> attributes = new TreeMap<>();
            attributes.put("point", number);
            attributes.put("direction", direction);
            put(attributes, "towards", columns.towards < 0 ? "" : row.text(columns.towards));
            put(attributes, "detector", point.detector());
            put(attributes, "address", point.address());
            put(attributes, "road", direction.equals("in") ? point.roadIn() : point.roadOut());
            Name kind = KINDS_OF_PLACE.get(number.charAt(0));
            if (kind != null) {
                attributes.put("area", kind.ko());
                attributes.put("area_en", kind.en());
            }
            return attributes;
        }

        private static void put(Map<String, String> attributes, String key, String value) {
            if (!value.isEmpty()) {
                attributes.put(key, value);
            }
        }
    }
}
