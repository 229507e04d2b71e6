package org.dosi.model;

import org.jspecify.annotations.Nullable;

/// Where in a file: what a person needs to find the spot again.
///
/// @param sheet of a workbook, otherwise null
/// @param line row of the sheet or line of the file, counted from 1; 0 for the file as a whole
/// @param column its heading or letter; null for the whole line
public record Place(
        String file,
        @Nullable String sheet,
        long line,
        @Nullable String column) {

    public static Place of(String file) {
        return new Place(file, null, 0, null);
    }

    public static Place of(String file, long line) {
        return new Place(file, null, line, null);
    }

    public Place column(String heading) {
        return new Place(file, sheet, line, heading);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (sheet != null) {
            text.append(" sheet ").append(sheet);
        }
        if (line > 0) {
            text.append(" line ").append(line);
        }
        if (column != null) {
            text.append(" column ").append(column);
        }
        return text.toString();
    }
}
