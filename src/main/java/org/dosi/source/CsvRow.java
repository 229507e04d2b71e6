package org.dosi.source;

import java.util.List;
import org.dosi.model.Place;

/// One row of a [CsvTable].
///
/// @param line of the file, counted from 1, on which it begins
record CsvRow(String file, long line, List<String> cells) implements TableRow {

    @Override
    public int size() {
        return cells.size();
    }

    /// The text of a cell without the blanks around it; empty beyond the end of a short row.
    @Override
    public String text(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    @Override
    public Place place() {
        return Place.of(file, line);
    }

    @Override
    public Place place(int column, String heading) {
        return place().column(heading);
    }

    boolean spansLines() {
        return cells.stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
    }
}
