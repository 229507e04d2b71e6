package org.dosi.source;

import java.util.List;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.QualityElement;
import org.dosi.model.Sensor;

/// A table of the Korea Meteorological Administration: rows of an hour and a station, stamped in Korean time.
///
/// Made for one file.
final class KmaTable {
    static final Sensor SENSOR =
            new Sensor("kma-asos", Name.of("종관기상관측장비(ASOS)", "Automated Synoptic Observing System (ASOS)"));

    private static final int NEW_SNOW_HOURS = 3;

    private final Layout layout;
    private final CsvTable table;
    private final StreamTeller teller;
    private final ObservationSink sink;
    private final RainGauges gauges = new RainGauges();

    /// @param time column of the stamp
    /// @param station column of the station's number
    /// @param stationName column of its name, or that of its number where there is none
    record Layout(int time, int station, int stationName, List<Column> columns) {}

    /// @param qc column of the quality flag; negative where the table has none
    record Column(NumericColumn column, Reach reach, int qc) {}

    KmaTable(Layout layout, CsvTable table, StreamTeller teller, ObservationSink sink) {
        this.layout = layout;
        this.table = table;
        this.teller = teller;
        this.sink = sink;
    }

    void read() {
        int[] numeric = layout.columns.stream()
                .mapToInt(column -> column.column.index())
                .toArray();
        TimedRows rows = new TimedRows(layout.time, numeric, teller.cells());
        rows.forEach(table, sink, (row, stamp) -> {
            String code = Numbers.code(row.text(layout.station));
            if (KnownPlaces.isCode(code)) {
                tell(row, stamp, code);
            } else {
                rows.rejectFor(row, layout.station, table, "a station's number");
            }
        });
    }

    private void tell(CsvRow row, long stamp, String code) {
        String name = row.text(layout.stationName);
        FeatureOfInterest station = KnownPlaces.WEATHER_STATIONS.get(code, KnownPlaces.isCode(name) ? name : code);
        for (Column column : layout.columns) {
            boolean blank = teller.cells().isMissing(row.text(column.column.index()));
            Span span = switch (column.reach) {
                case INSTANT -> Span.instant(stamp);
                case HOUR -> Span.hoursBefore(stamp, 1);
                case HOURS_3 -> Span.hoursBefore(stamp, NEW_SNOW_HOURS);
                // A blank is no reading of the gauge, and is told without a time.
                case RAIN -> blank ? Span.instant(stamp) : gauges.endingAt(code, stamp);
            };
            teller.tell(row, column.column, station, span, flags(row, column));
        }
    }

    /// 0 is normal and 1 an error. 9 says that the value is missing: a number that stands there all the
    /// same is kept and flagged, as the publisher disowns it.
    private int flags(CsvRow row, Column column) {
        String text = column.qc < 0 ? "" : row.text(column.qc);
        return switch (Numbers.code(text)) {
            case "" -> ObservationSink.UNSTATED;
            case "0" -> 0;
            case "1", "9" -> Flag.STATUS_ABNORMAL_DATA.mask();
            default -> {
                String heading = table.headings().get(column.qc);
                sink.issue(new Issue(
                        row.place(column.qc, heading), QualityElement.DOMAIN_CONSISTENCY, "a flag 0, 1 or 9", text, 0));
                yield ObservationSink.UNSTATED;
            }
        };
    }
}
