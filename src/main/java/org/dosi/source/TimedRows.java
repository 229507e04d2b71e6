package org.dosi.source;

import java.util.OptionalLong;
import org.dosi.model.QualityElement;

/// The rows of a table of which one column is a time and others are numbers: rejects those without a time
/// that can be read, or with the wrong number of cells.
///
/// @param time column of the stamp
/// @param numeric columns of the numbers
/// @param cells told of what is rejected
record TimedRows(int time, int[] numeric, CellTeller cells) {

    /// What to do with a row whose time is known.
    interface Each {
        void tell(CsvRow row, long stamp);
    }

    /// How the publisher stamps: seconds since 1970 UTC of a text, or empty.
    interface Stamp {
        OptionalLong parse(String text);
    }

    void forEach(CsvTable table, ObservationSink sink, Stamp stamps, Each each) {
        String heading = table.headings().get(time);
        table.forEachRow(
                sink,
                row -> {
                    OptionalLong stamp = stamps.parse(row.text(time));
                    if (stamp.isPresent()) {
                        each.tell(row, stamp.getAsLong());
                    } else {
                        cells.reject(
                                row,
                                numeric,
                                row.place().column(heading),
                                QualityElement.TEMPORAL_CONSISTENCY,
                                "a time such as 2022-08-09 08:00",
                                row.text(time));
                    }
                },
                row -> cells.rejectRagged(row, numeric, table.headings().size()));
    }

    /// As above, for stamps in Korean time as [Stamps] reads them.
    void forEach(CsvTable table, ObservationSink sink, Each each) {
        forEach(table, sink, text -> Stamps.parse(text, Stamps.KST), each);
    }

    /// Rejects the numbers of a row because of what stands in another of its cells.
    void rejectFor(CsvRow row, int column, CsvTable table, String expected) {
        cells.reject(
                row,
                numeric,
                row.place().column(table.headings().get(column)),
                QualityElement.DOMAIN_CONSISTENCY,
                expected,
                row.text(column));
    }
}
