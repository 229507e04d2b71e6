package org.dosi.source;

import org.dosi.model.Issue;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;

/// Tells the numeric cells of a file to a sink, each exactly once: as an observation, as missing, or as an
/// issue.
///
/// That every adapter goes through here is what makes the counts of an import add up to what the file holds.
final class CellTeller {
    private final ObservationSink sink;
    private final Numbers.Missing missing;

    CellTeller(ObservationSink sink, Numbers.Missing missing) {
        this.sink = sink;
        this.missing = missing;
    }

    /// Tells one cell of text.
    ///
    /// @param factor by which the publisher's number is multiplied to get the datastream's unit
    void tell(
            String text,
            Place place,
            int datastream,
            long startSeconds,
            long endSeconds,
            int statedFlags,
            double factor) {
        if (missing.matches(text)) {
            sink.missing(1);
            return;
        }
        double value = Numbers.parse(text);
        if (Double.isNaN(value)) {
            tellNoNumber(place, text);
        } else {
            sink.observe(datastream, startSeconds, endSeconds, value * factor, statedFlags);
        }
    }

    /// The number in a cell, for the caller to tell as an observation; NaN if the cell has been told here,
    /// as missing or as an issue.
    double read(TableRow row, int column, String heading) {
        String text = row.text(column);
        if (missing.matches(text)) {
            sink.missing(1);
            return Double.NaN;
        }
        double value = Numbers.parse(text);
        if (Double.isNaN(value)) {
            tellNoNumber(row.place(column, heading), text);
        }
        return value;
    }

    /// Whether a text says that there is no value.
    boolean isMissing(String text) {
        return missing.matches(text);
    }

    private void tellNoNumber(Place place, String text) {
        sink.issue(new Issue(place, QualityElement.FORMAT_CONSISTENCY, "a number", text, 1));
    }

    /// Rejects the numeric cells of a row that cannot be placed: its time or its feature cannot be read, or
    /// it has the wrong number of cells.
    ///
    /// @param columns of the numeric cells
    void reject(TableRow row, int[] columns, Place place, QualityElement element, String expected, String found) {
        long cells = 0;
        for (int column : columns) {
            if (missing.matches(row.text(column))) {
                sink.missing(1);
            } else {
                cells++;
            }
        }
        sink.issue(new Issue(place, element, expected, found.isEmpty() ? "nothing" : found, cells));
    }

    /// [#reject] for a row with more or fewer cells than the table has headings.
    void rejectRagged(TableRow row, int[] columns, int headings) {
        reject(
                row,
                columns,
                row.place(),
                QualityElement.FORMAT_CONSISTENCY,
                headings + " cells",
                row.size() + " cells");
    }
}
