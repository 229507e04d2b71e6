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
/// @param time column of the stamp
/// @param station column of the station's number
/// @param stationName column of its name, or that of its number where there is none
record KmaTable(int time, int station, int stationName, List<Column> columns) {
    static final Sensor SENSOR =
            new Sensor("kma-asos", Name.of("종관기상관측장비(ASOS)", "Automated Synoptic Observing System (ASOS)"));

    /// @param qc column of the quality flag; [#NO_QC] where the table has none
    record Column(NumericColumn column, Reach reach, int qc) {}

    static final int NO_QC = -1;

    void read(CsvTable table, StreamTeller teller, ObservationSink sink) {
        int[] numeric =
                columns.stream().mapToInt(column -> column.column.index()).toArray();
        new TimedRows(time, numeric, teller.cells()).forEach(table, sink, (row, stamp) -> {
            String code = Numbers.code(row.text(station));
            String name = row.text(stationName);
            if (!KnownPlaces.isCode(code)) {
                String heading = table.headings().get(station);
                teller.cells()
                        .reject(
                                row,
                                numeric,
                                row.place(station, heading),
                                QualityElement.DOMAIN_CONSISTENCY,
                                "a station's number",
                                code);
                return;
            }
            FeatureOfInterest feature = KnownPlaces.WEATHER_STATIONS.get(code, KnownPlaces.isCode(name) ? name : code);
            for (Column column : columns) {
                teller.tell(row, column.column, feature, column.reach.endingAt(stamp), flags(row, column, table, sink));
            }
        });
    }

    /// 0 is normal and 1 an error. 9 says that the value is missing: a number that stands there all the same is kept
    /// and flagged, as the publisher disowns it.
    private static int flags(CsvRow row, Column column, CsvTable table, ObservationSink sink) {
        String text = column.qc == NO_QC ? "" : row.text(column.qc);
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
