package org.dosi.product.text;

import java.math.BigDecimal;

/// Cells of CSV.
public final class CsvText {
    private static final double EXACT_WHOLE = 1e15;

    private CsvText() {}

    /// The shortest decimal that reads back as the same number, without an exponent and without a trailing
    /// `.0`.
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }

    /// Appends a text, quoted where it has to be.
    public static StringBuilder appendField(StringBuilder line, String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain
                ? line.append(text)
                : line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
}
