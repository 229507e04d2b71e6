package org.dosi.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dosi.model.Place;

/// One row of a sheet of [XlsxSheets].
///
/// @param line of the sheet, counted from 1 as Excel shows it
/// @param cells as text: numbers in plain decimal notation, `TRUE` or `FALSE`, `#N/A` and its like; empty
///     for a blank
/// @param firstDay day 0 of the workbook's date serials
record XlsxRow(String file, String sheet, int line, List<String> cells, LocalDate firstDay) implements TableRow {
    /// A year 9999 is Excel's last; a serial beyond it is no date.
    private static final double LAST_SERIAL = 2_958_465;

    @Override
    public int size() {
        return cells.size();
    }

    /// @param column counted from 0, so that 0 is Excel's A
    @Override
    public String text(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /// The number in a cell, also where it was typed as text; NaN if there is none.
    double number(int column) {
        return Numbers.parse(text(column));
    }

    /// The day in a cell: a serial number (with or without a time of day), which is how Excel keeps dates,
    /// or text such as
    /// `2025-01-31`, `2025/1/31`, `2025. 1. 31.` and `20250131`.
    Optional<LocalDate> findDate(int column) {
        String text = text(column);
        double serial = Numbers.parse(text);
        if (serial >= 1 && serial <= LAST_SERIAL) {
            return Optional.of(firstDay.plusDays((long) serial));
        }
        String[] part = text.matches("\\d{8}")
                ? new String[] {text.substring(0, 4), text.substring(4, 6), text.substring(6)}
                : text.replaceFirst("[.\\s]+$", "").split("\\s*[-/.년월일]\\s*", -1);
        try {
            boolean date = part.length >= 3 && part[0].matches("\\d{4}") && part[1].matches("\\d{1,2}");
            String day = date ? part[2].replaceFirst("[ T].*$", "") : "";
            return day.matches("\\d{1,2}")
                    ? Optional.of(
                            LocalDate.of(Integer.parseInt(part[0]), Integer.parseInt(part[1]), Integer.parseInt(day)))
                    : Optional.empty();
        } catch (DateTimeException _) {
            // Month 13: the caller reports the cell as it stands.
            return Optional.empty();
        }
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    @Override
    public Place place() {
        return new Place(file, sheet, line, null);
    }

    /// The cell, by the letters of its column.
    Place place(int column) {
        return new Place(file, sheet, line, letters(column));
    }

    @Override
    public Place place(int column, String heading) {
        return place(column);
    }

    /// 0 is A, 25 is Z, 26 is AA.
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
