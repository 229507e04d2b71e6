package org.dosi.source;

import org.dosi.model.Place;

/// A row of a table, whatever kind of file it stands in.
sealed interface TableRow permits CsvRow, XlsxRow {

    /// How many cells it has.
    int size();

    /// The text of a cell without the blanks around it; empty beyond the end of the row.
    String text(int column);

    /// The row as a whole.
    Place place();

    /// The cell, as its kind of file names it: by the column's heading or by its letter.
    Place place(int column, String heading);
}
