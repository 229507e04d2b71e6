package org.dosi.source;

import java.util.Map;
import java.util.OptionalLong;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.model.QualityElement;
import org.jspecify.annotations.Nullable;

/// The publisher's long form of Seoul's air data: `Measurement date,Station code,Item code,Average
/// value,Instrument status`, a row for each value.
///
/// Item codes: 1 SO2, 3 NO2, 5 CO, 6 O3, 8 PM10, 9 PM2.5; a value of any other item has no property here
/// and is rejected. Status: 0 normal, 1 needs calibration, 2 abnormal, 4 power off, 8 under repair, 9
/// abnormal data. A status outside that list is a defect of the row, not of the value: the value is told
/// with nothing stated.
///
/// The publisher's full file writes `2017-01-01 00:00`, its sample `01-01-2017 00:00`: see [DayOrder].
final class SeoulAirStatusTable {
    private static final String DATE = "Measurement date";
    private static final String STATION = "Station code";
    private static final String ITEM = "Item code";
    private static final String VALUE = "Average value";
    private static final String STATUS = "Instrument status";

    private static final Map<Integer, Quantity> ITEMS = Map.of(
            1, AirProperties.SO2,
            3, AirProperties.NO2,
            5, AirProperties.CO,
            6, AirProperties.O3,
            8, AirProperties.PM10,
            9, AirProperties.PM25);

    private static final Map<Integer, Integer> FLAGS = Map.of(
            0, 0,
            1, Flag.STATUS_CALIBRATION.mask(),
            2, Flag.STATUS_ABNORMAL.mask(),
            4, Flag.STATUS_POWER_OFF.mask(),
            8, Flag.STATUS_REPAIR.mask(),
            9, Flag.STATUS_ABNORMAL_DATA.mask());

    private final SourceFile file;
    private final CsvTable table;
    private final StreamTeller teller;
    private final int station;
    private final int item;
    private final int value;
    private final int status;
    private @Nullable DayOrder order;

    static boolean isOne(CsvTable table) {
        return table.findColumn(ITEM).isPresent() && table.findColumn(VALUE).isPresent();
    }

    SeoulAirStatusTable(SourceFile file, CsvTable table, StreamTeller teller) {
        this.file = file;
        this.table = table;
        this.teller = teller;
        this.station = table.column(STATION);
        this.item = table.column(ITEM);
        this.value = table.column(VALUE);
        this.status = table.column(STATUS);
    }

    void read(ObservationSink sink) {
        TimedRows rows = new TimedRows(table.column(DATE), new int[] {value}, teller.cells());
        rows.forEach(table, sink, this::stamp, (row, stamp) -> {
            String code = row.text(station);
            Quantity quantity = ITEMS.get(code(row.text(item)));
            if (!KnownPlaces.isCode(code)) {
                rows.rejectFor(row, station, table, "a station's code");
            } else if (quantity == null) {
                rows.rejectFor(row, item, table, "an item code 1, 3, 5, 6, 8 or 9");
            } else {
                FeatureOfInterest feature = KnownPlaces.AIR_STATIONS.get(code, code);
                NumericColumn column = NumericColumn.of(value, VALUE, quantity);
                teller.tell(row, column, feature, Span.hourFrom(stamp), flags(row, sink));
            }
        });
    }

    private int flags(CsvRow row, ObservationSink sink) {
        String text = row.text(status);
        Integer flags = FLAGS.get(code(text));
        if (flags != null) {
            return flags;
        }
        if (!text.isEmpty()) {
            String expected = "an instrument status 0, 1, 2, 4, 8 or 9";
            sink.issue(new Issue(row.place(status, STATUS), QualityElement.DOMAIN_CONSISTENCY, expected, text, 0));
        }
        return ObservationSink.UNSTATED;
    }

    /// A code, also where a spreadsheet made `9.0` of it; -1 for none.
    private static int code(String text) {
        double code = Numbers.parse(text);
        return code == Math.rint(code) && code >= 0 && code <= 99 ? (int) code : -1;
    }

    private OptionalLong stamp(String text) {
        OptionalLong yearFirst = Stamps.parse(text, Stamps.KST);
        if (yearFirst.isPresent()) {
            return yearFirst;
        }
        if (order == null) {
            order = DayOrder.of(file, SeoulAirStations.KIND, DATE);
        }
        return order.parse(text, Stamps.KST);
    }
}
