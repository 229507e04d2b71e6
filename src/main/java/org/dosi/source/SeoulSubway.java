package org.dosi.source;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.QualityElement;
import org.dosi.model.Sensor;
import org.dosi.model.Step;

/// Boardings and alightings at subway stations: totals of a month for each hour of the day.
///
/// The day of the table runs from 04 to 04: `00시-01시` is the night after.
final class SeoulSubway implements ObservationSource {
    static final ObservedProperty BOARDINGS = ObservedProperty.of("subway_boardings", "지하철 승차인원", "Subway boardings");
    static final ObservedProperty ALIGHTINGS =
            ObservedProperty.of("subway_alightings", "지하철 하차인원", "Subway alightings");

    private static final String ID = "seoul-subway";
    private static final String KIND = "monthly boardings and alightings of Seoul's subway by hour, CSV";
    private static final Pattern HEADING = Pattern.compile("(\\d\\d)시[-~](\\d\\d)시 ?(승차|하차)인원");
    private static final Sensor GATES = new Sensor("subway-gates", Name.of("개집표 집계", "Counts of fare gates"));

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            ID,
            Name.of("서울시 지하철 호선별 역별 시간대별 승하차 인원, CSV", KIND),
            Publishers.openData(
                    ID,
                    Name.of("지하철 역별 시간대별 승하차 인원", "Subway boardings and alightings by station and hour"),
                    Name.of(
                            "호선·역·월별로 시간대마다 승차와 하차 인원을 더한 것. 환승역은 운영 노선마다 따로 있다.",
                            "Totals of each month by line, station and hour of the day. An interchange is counted by each "
                                    + "operator's line.")),
            1,
            SourceDescription.Counts.OBSERVATIONS,
            false);

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

    private static Optional<Quantity> findQuantity(String heading) {
        Matcher hours = HEADING.matcher(heading);
        if (!hours.matches()) {
            return Optional.empty();
        }
        ObservedProperty whole = hours.group(3).equals("승차") ? BOARDINGS : ALIGHTINGS;
        String from = hours.group(1);
        String to = hours.group(2);
        ObservedProperty part = whole.part("h" + from + "_" + to, from + "–" + to + "시", from + ":00–" + to + ":00");
        return Optional.of(new Quantity(part, "{persons}"));
    }

    /// The state of reading one file.
    private static final class Reading {
        private final StreamTeller teller;
        private final int headings;
        private final int month;
        private final int line;
        private final int station;
        private final List<NumericColumn> columns = new ArrayList<>();
        private final int[] numeric;
        private final Map<String, FeatureOfInterest> features = new HashMap<>();

        Reading(CsvTable table, ObservationSink sink) {
            this.teller = new StreamTeller(sink, DESCRIPTION, GATES, Numbers.Missing.NOT_NEGATIVE, Step.MONTH);
            this.headings = table.headings().size();
            this.month = table.column("사용월");
            this.line = table.column("호선명");
            this.station = table.column("지하철역", "역명");
            for (int i = 0; i < headings; i++) {
                String heading = table.headings().get(i);
                int index = i;
                findQuantity(heading).ifPresent(quantity -> columns.add(NumericColumn.of(index, heading, quantity)));
            }
            if (columns.isEmpty()) {
                throw table.wrongKind("columns such as '04시-05시 승차인원'");
            }
            this.numeric = NumericColumn.indexes(columns);
        }

        void tell(CsvRow row) {
            Optional<YearMonth> when = findMonth(row.text(month));
            if (when.isEmpty()) {
                teller.cells()
                        .reject(
                                row,
                                numeric,
                                row.place().column("사용월"),
                                QualityElement.TEMPORAL_CONSISTENCY,
                                "a month such as 202401",
                                row.text(month));
                return;
            }
            if (row.text(line).isEmpty()
                    || SubwayStations.station(row.text(station)).isEmpty()) {
                teller.cells()
                        .reject(
                                row,
                                numeric,
                                row.place().column("지하철역"),
                                QualityElement.COMPLETENESS_OMISSION,
                                "a line and a station",
                                row.text(line) + "," + row.text(station));
                return;
            }
            FeatureOfInterest feature = features.computeIfAbsent(
                    row.text(line) + "/" + row.text(station),
                    _ -> SubwayStations.ofRidership(row.text(line), row.text(station)));
            Span span = new Span(
                    Stamps.monthStart(when.get(), Stamps.KST),
                    Stamps.monthStart(when.get().plusMonths(1), Stamps.KST));
            for (NumericColumn column : columns) {
                teller.tell(row, column, feature, span, ObservationSink.UNSTATED);
            }
        }

        void rejectRagged(CsvRow row) {
            teller.cells().rejectRagged(row, numeric, headings);
        }

        private static Optional<YearMonth> findMonth(String text) {
            return text.matches("[12]\\d{3}(0[1-9]|1[0-2])")
                    ? Optional.of(
                            YearMonth.of(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4))))
                    : Optional.empty();
        }
    }
}
