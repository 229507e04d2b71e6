package org.dosi.source;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Sensor;
import org.dosi.model.Step;

/// Mean speeds at freeway loops of Los Angeles: a column for each loop, a row for each five minutes.
///
/// The file has no times: its rows begin at 2012-03-01T00:00 by the clock of Los Angeles, as its publishers say, and
/// each is five minutes after the one before. Zeros were filled in before publishing. Where a loop is, and which
/// loops are beside it, comes from two other files of the same data set, which ship with the program as one table:
/// the attribute `adjacent` is `loop:weight;…`.
final class LaLoops implements ObservationSource {
    private static final String ID = "la-loops";
    private static final String KIND = "five-minute speeds of Los Angeles' loops, a column for each";
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final long FIRST_S =
            LocalDateTime.of(2012, 3, 1, 0, 0).atZone(ZONE).toEpochSecond();
    private static final long STEP_S = Step.MINUTES_5.meanSeconds();
    private static final Sensor LOOPS = new Sensor("inductive-loop", Name.of("루프 검지기", "Inductive loops"));
    private static final Quantity SPEED =
            new Quantity(ObservedProperty.of("traffic_speed", "통행속도", "Traffic speed"), "[mi_i]/h");

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            ID,
            Name.of("로스앤젤레스 루프 검지기 5분 속도(los_speed), CSV", KIND + " (los_speed), CSV"),
            Publishers.underTheirTerms(
                    ID,
                    Name.of("로스앤젤레스 고속도로 루프 검지기 속도", "Speeds at freeway loops of Los Angeles"),
                    Name.of(
                            "2012년 3월 1일부터 한 주간 207개 루프의 5분 평균 속도(mph). 파일에는 시각이 없고, 0은 공표 전에 채워졌다.",
                            "Five-minute mean speeds (mph) of 207 loops in the week from 1 March 2012. The file itself has no "
                                    + "times; zeros were filled in before publishing."),
                    Name.of("캘리포니아 교통국(METR-LA 편집)", "Caltrans, compiled as METR-LA"),
                    "METR-LA, los_speed"),
            1,
            SourceDescription.Counts.OBSERVATIONS,
            true);

    private static final Map<String, FeatureOfInterest> KNOWN = known();

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        try (CsvTable table = CsvTable.open(file, KIND)) {
            Reading reading = new Reading(table, sink);
            table.forEachRow(sink, reading::tell, reading::rejectRagged);
        }
    }

    /// The state of reading one file.
    private static final class Reading {
        private final StreamTeller teller;
        private final int headings;
        private final List<NumericColumn> columns = new ArrayList<>();
        private final List<FeatureOfInterest> loops = new ArrayList<>();
        private final int[] numeric;
        private long row;

        Reading(CsvTable table, ObservationSink sink) {
            this.teller = new StreamTeller(sink, DESCRIPTION, LOOPS, Numbers.Missing.NOT_NEGATIVE, Step.MINUTES_5);
            this.headings = table.headings().size();
            for (int i = 0; i < headings; i++) {
                FeatureOfInterest loop = KNOWN.get(table.headings().get(i));
                if (loop != null) {
                    columns.add(NumericColumn.of(i, table.headings().get(i), SPEED));
                    loops.add(loop);
                }
            }
            if (columns.isEmpty()) {
                throw table.wrongKind("columns headed by loops such as 773869");
            }
            this.numeric = NumericColumn.indexes(columns);
        }

        void tell(CsvRow cells) {
            Span span = span();
            for (int i = 0; i < columns.size(); i++) {
                teller.tell(cells, columns.get(i), loops.get(i), span, ObservationSink.UNSTATED);
            }
        }

        /// The row cannot be told, and its five minutes have passed all the same.
        void rejectRagged(CsvRow cells) {
            row++;
            teller.cells().rejectRagged(cells, numeric, headings);
        }

        private Span span() {
            long start = FIRST_S + STEP_S * row++;
            return new Span(start, start + STEP_S);
        }
    }

    private static Map<String, FeatureOfInterest> known() {
        Map<String, FeatureOfInterest> known = new HashMap<>();
        for (List<String> row : Resource.rows("la-loops.csv", "code,lat,lon,adjacent")) {
            Map<String, String> attributes = new TreeMap<>(Map.of("point", row.getFirst()));
            if (!row.get(3).isEmpty()) {
                attributes.put("adjacent", row.get(3));
            }
            known.put(
                    row.getFirst(),
                    new FeatureOfInterest(
                            FeatureOfInterest.id(FeatureCollection.TRAFFIC_POINTS, "la/" + row.getFirst()),
                            Name.of("루프 " + row.getFirst(), "Loop " + row.getFirst()),
                            KnownPlaces.point(Double.parseDouble(row.get(2)), Double.parseDouble(row.get(1))),
                            attributes));
        }
        return known;
    }
}
